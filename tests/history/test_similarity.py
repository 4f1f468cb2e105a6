"""How alike portfolios are: against the formulas written out pair by pair, and their laws."""

import math
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.history import dyad_years, import_tables
from foedus.history.panel.tables import FLAGS
from foedus.history.similarity import (
    ALLIANCE_MEASURES,
    VOTE_MEASURES,
    alliance_similarity,
    cohen_kappa,
    s_score,
    scott_pi,
    tables_of,
    tau_b,
    vote_similarity,
)
from foedus.model.errors import InputError
from tests.history.panel.tables import ALLIANCES, baseline, capability, promise

Values = Sequence[int]
Plain = Callable[[Values, Values, int, Sequence[float]], float]


def plain_s(one: Values, two: Values, top: int, weights: Sequence[float], power: int = 1) -> float:
    apart = sum(w * abs(a - b) ** power for a, b, w in zip(one, two, weights, strict=True))
    most = sum(weights) * top**power
    return 1 - 2 * apart / most if most else math.nan


def plain_s_squared(one: Values, two: Values, top: int, weights: Sequence[float]) -> float:
    return plain_s(one, two, top, weights, 2)


def plain_pi(one: Values, two: Values, top: int, weights: Sequence[float]) -> float:
    n = len(one)
    agreed = sum(a == b for a, b in zip(one, two, strict=True)) / n
    both = [*one, *two]
    expected = sum((both.count(value) / (2 * n)) ** 2 for value in range(top + 1))
    return (agreed - expected) / (1 - expected) if expected < 1 else math.nan


def plain_kappa(one: Values, two: Values, top: int, weights: Sequence[float]) -> float:
    n = len(one)
    observed = sum((a - b) ** 2 for a, b in zip(one, two, strict=True)) / n
    expected = sum((a - b) ** 2 for a in one for b in two) / n**2
    return 1 - observed / expected if expected else math.nan


def plain_tau(one: Values, two: Values, top: int, weights: Sequence[float]) -> float:
    agree, untied = 0.0, [0, 0]
    for i, j in combinations(range(len(one)), 2):
        first, second = np.sign(one[i] - one[j]), np.sign(two[i] - two[j])
        agree += first * second
        untied[0] += first != 0
        untied[1] += second != 0
    return float(agree / math.sqrt(untied[0] * untied[1])) if all(untied) else math.nan


MEASURES: list[tuple[str, Callable[..., np.ndarray], Plain]] = [
    ("S, absolute", lambda tables: s_score(tables, 1), plain_s),
    ("S, squared", lambda tables: s_score(tables, 2), plain_s_squared),
    ("pi", scott_pi, plain_pi),
    ("kappa", cohen_kappa, plain_kappa),
    ("tau-b", tau_b, plain_tau),
]
portfolios = st.integers(1, 12).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 3), min_size=width, max_size=width), min_size=2, max_size=5
    )
)


@pytest.mark.parametrize(
    ("measure", "plain"), [m[1:] for m in MEASURES], ids=[m[0] for m in MEASURES]
)
@given(rows=portfolios)
@settings(max_examples=60)
def test_all_pairs_at_once_are_what_the_formula_gives_for_each(
    measure: Callable[..., np.ndarray], plain: Plain, rows: list[list[int]]
) -> None:
    found = measure(tables_of(np.array(rows, np.int8), 4))
    ones = [1.0] * len(rows[0])
    for i, j in combinations(range(len(rows)), 2):
        expected = plain(rows[i], rows[j], 3, ones)
        assert found[i, j] == pytest.approx(expected, abs=1e-9, nan_ok=True)


@given(rows=portfolios, seed=st.integers(0, 1000))
def test_weights_count_each_place_as_much_as_it_weighs(rows: list[list[int]], seed: int) -> None:
    weights = np.random.default_rng(seed).random(len(rows[0])) + 0.01
    found = s_score(tables_of(np.array(rows, np.int8), 4, weights), 1)
    for i, j in combinations(range(len(rows)), 2):
        assert found[i, j] == pytest.approx(plain_s(rows[i], rows[j], 3, weights.tolist()))


@given(rows=portfolios)
def test_every_measure_is_the_same_both_ways(rows: list[list[int]]) -> None:
    tables = tables_of(np.array(rows, np.int8), 4)
    for _, measure, _ in MEASURES:
        found = measure(tables)
        assert np.allclose(found, found.T, equal_nan=True)


@given(rows=portfolios)
def test_a_state_is_wholly_like_itself(rows: list[list[int]]) -> None:
    tables = tables_of(np.array(rows, np.int8), 4)
    for _, measure, _ in MEASURES:
        own = np.diag(measure(tables))
        assert np.allclose(own[~np.isnan(own)], 1)


MEMBERS = pl.DataFrame({"ccode": [11, 301, 302], "year": [1901] * 3})
TIES = pl.DataFrame([promise(301, 302, 1901, defense=1), promise(302, 11, 1901, nonagg=1)])


def test_promises_have_their_values_and_a_state_defends_itself() -> None:
    frame = alliance_similarity(TIES, MEMBERS)
    told = {row[:2]: row for row in frame.select("ccode1", "ccode2", "sallyva").iter_rows()}
    # towards 11, 301, 302: 301 holds 0, 3, 3 and 302 holds 1, 0, 3, which is 4 of 9 apart
    assert told[301, 302][2] == pytest.approx(1 - 2 * 4 / 9)


def test_every_pair_of_members_stands_once_in_every_year() -> None:
    frame = alliance_similarity(TIES, MEMBERS)
    assert frame.select("ccode1", "ccode2", "year").rows() == [
        (11, 301, 1901), (11, 302, 1901), (301, 302, 1901),
    ]  # fmt: skip
    assert tuple(frame.columns[3:]) == ALLIANCE_MEASURES


def test_weighted_measures_are_missing_without_weights_and_leave_out_who_has_none() -> None:
    without = alliance_similarity(TIES, MEMBERS)
    assert without["sallyvwa"].null_count() == 3
    weights = pl.DataFrame({"ccode": [11, 301], "year": [1901, 1901], "cinc": [0.25, 0.75]})
    frame = alliance_similarity(TIES, MEMBERS, weights)
    last = frame.filter(pl.col("ccode1") == 301)["sallyvwa"].item()
    assert last == pytest.approx(1 - 2 * (0.25 * 1 + 0.75 * 3) / 3)


def test_what_is_not_defined_is_missing() -> None:
    alone = pl.DataFrame({"ccode": [301, 302], "year": [1901] * 2})
    both = pl.DataFrame([promise(301, 302, 1901, defense=1), promise(302, 301, 1901, defense=1)])
    frame = alliance_similarity(both, alone)
    assert frame.select("sallyva", "taub", "pallyv", "kallyv").rows() == [(1.0, None, None, None)]


def vote(call: int, state: int, told: str) -> dict[str, object]:
    return {"rcid": call, "year": 1950, "ccode": state, "vote": told}


def test_votes_are_compared_where_both_voted() -> None:
    votes = [
        vote(1, 2, "yes"), vote(1, 20, "yes"), vote(2, 2, "yes"), vote(2, 20, "no"),
        vote(3, 2, "abstain"), vote(4, 20, "no"), vote(4, 2, "abstain"),
    ]  # fmt: skip
    (row,) = vote_similarity(pl.DataFrame(votes)).to_dicts()
    one, two, ones = [0, 0, 1], [0, 2, 2], [1.0] * 3
    assert (row["ccode1"], row["ccode2"], row["jointvotes"]) == (2, 20, 3)
    assert row["svoteva"] == pytest.approx(plain_s(one, two, 2, ones))
    assert row["kvotev"] == pytest.approx(plain_kappa(one, two, 2, ones))
    assert row["pvotev"] == pytest.approx(plain_pi(one, two, 2, ones))
    assert set(VOTE_MEASURES) <= set(row)


def test_a_panel_has_the_measures_both_ways_and_only_for_its_years(tmp_path: Path) -> None:
    world = baseline(tmp_path, alliances=ALLIANCES, nmc=[capability(301, 1901, 0.5)])
    seen: list[str] = []
    panel = dyad_years(world, 1901, 1910).with_similarity(progress=seen.append)
    frame = panel.collect()
    assert seen == [str(year) for year in range(1901, 1909)]
    told = {
        row[:3]: row[4]
        for row in frame.select("ccode1", "ccode2", "year", "taub", "sallyva").iter_rows()
    }
    assert told[301, 302, 1901] == told[302, 301, 1901]
    assert told[301, 302, 1909] is None


def test_the_votes_of_a_panel_are_found_by_the_codes_of_states(tmp_path: Path) -> None:
    states = [
        {"ccode": code, "cw_abb": "x", "cw_name": "x", "start": "1945-01-01", "end": "2016-12-31"}
        for code in (2, 20, 260)
    ]
    calls = [{"rcid": 1, "session": 1, "date": "1950-01-05", "unres": "R/1"}]
    named = [("United States", "US"), ("Canada", "CA"), ("Federal Republic of Germany", "")]
    votes = [
        {"rcid": 1, "country": name, "country_code": code, "vote": "yes"} for name, code in named
    ]
    world = baseline(tmp_path, states=states, calls=calls, votes=votes)
    frame = dyad_years(world, 1950, 1950, directed=False).with_similarity("votes").collect()
    assert frame["jointvotes"].to_list() == [1.0, 1.0, 1.0]
    assert frame["svoteva"].to_list() == [1.0, 1.0, 1.0]


def test_a_similarity_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no similarity of 'trade'; one of: alliances, votes"):
        dyad_years(baseline(tmp_path)).with_similarity("trade")


@pytest.mark.shared
def test_on_real_portfolios_every_measure_is_what_its_formula_gives(
    shared: Path, tmp_path: Path
) -> None:
    files = ("cow_system_dates.csv.gz", "atop_5_1_directed_dyad_year.csv.gz")
    done = import_tables([shared / "alliances" / name for name in files], tmp_path)
    assert done.failed == ()
    frame = dyad_years(tmp_path, 1914, 1914, directed=False).with_similarity().collect()
    ties = dyad_years(tmp_path, 1914, 1914).with_alliances().collect()
    codes = sorted({*frame["ccode1"], *frame["ccode2"]})
    held = {code: dict.fromkeys(codes, 0) | {code: 3} for code in codes}
    for row in ties.iter_rows(named=True):
        worth = (3, 3, 2, 1, 2)
        held[row["ccode1"]][row["ccode2"]] = max(
            value * row[flag] for flag, value in zip(FLAGS, worth, strict=True)
        )
    names = ("sallyva", "sallyvs", "pallyv", "kallyv", "taub")
    for row in frame.sample(150, seed=6).iter_rows(named=True):
        one, two = (list(held[row[side]].values()) for side in ("ccode1", "ccode2"))
        for name, (_, _, plain) in zip(names, MEASURES, strict=True):
            expected = plain(one, two, 3, [1.0] * len(one))
            assert (row[name] if row[name] is not None else math.nan) == pytest.approx(
                expected, abs=1e-6, nan_ok=True
            )

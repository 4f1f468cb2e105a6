"""Networks of promises: who is central, who stands together, what is in balance."""

from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.history.network import FIGHTING, balance, blocs, centrality, ties_in, ties_on
from foedus.history.panel.tables import FLAGS
from foedus.model.errors import InputError
from tests.history.panel.tables import ALLIANCES, MEMBERS, baseline


def tied(*pairs: tuple[int, int], promise: str = "atop_defense") -> pl.DataFrame:
    """The pairs, each tied by one promise."""
    rows = [
        {"ccode1": one, "ccode2": two, **dict.fromkeys(FLAGS, 0), promise: 1} for one, two in pairs
    ]
    return pl.DataFrame(rows)


def of(frame: pl.DataFrame, state: int) -> dict[str, float]:
    (row,) = frame.filter(pl.col("ccode") == state).to_dicts()
    return row


STAR = tied((1, 2), (1, 3), (1, 4))


def test_the_middle_of_a_star_is_the_most_central_by_every_measure() -> None:
    found = centrality(STAR)
    assert found["ccode"].to_list()[0] == 1
    middle, edge = of(found, 1), of(found, 2)
    assert (middle["degree"], edge["degree"]) == (3, 1)
    assert (middle["betweenness"], edge["betweenness"]) == (1.0, 0.0)
    assert middle["closeness"] == 1.0
    assert middle["eigenvector"] == pytest.approx(0.5**0.5, abs=1e-4)


def test_a_single_tie_has_two_equal_ends() -> None:
    found = centrality(tied((1, 2)))
    assert found["eigenvector"].to_list() == pytest.approx([0.5**0.5] * 2, abs=1e-4)


def test_parts_that_nothing_links_are_measured_each_by_itself() -> None:
    found = centrality(tied((1, 2), (3, 4), (3, 5), (4, 5)))
    assert of(found, 1)["eigenvector"] == pytest.approx(0.5**0.5, abs=1e-4)
    assert of(found, 3)["eigenvector"] == pytest.approx(3**-0.5, abs=1e-4)


def test_only_the_promises_asked_for_are_ties() -> None:
    both = pl.concat([STAR, tied((5, 6), promise="atop_consul")])
    assert centrality(both, FIGHTING).height == 4
    assert centrality(both).height == 6


def test_a_bloc_is_what_promises_to_fight_link_with_its_density_and_core() -> None:
    pairs = pl.concat([STAR, tied((5, 6)), tied((6, 7), promise="atop_consul")])
    one, two = blocs(pairs)
    assert (one.members, one.density, one.core) == ((1, 2, 3, 4), 0.5, (1,))
    assert (two.members, two.density, two.core) == ((5, 6), 1.0, (5, 6))


pairs_of = st.sets(st.sampled_from(list(combinations(range(6), 2))), max_size=15)


@given(friends=pairs_of, foes=pairs_of)
def test_triads_are_those_that_counting_one_by_one_gives(
    friends: set[tuple[int, int]], foes: set[tuple[int, int]]
) -> None:
    sign = dict.fromkeys(friends - foes, 1) | dict.fromkeys(foes - friends, 0)
    counted = Counter(
        sum(sign[pair] for pair in combinations(three, 2))
        for three in combinations(range(6), 3)
        if all(pair in sign for pair in combinations(three, 2))
    )
    schema = {"ccode1": pl.Int64, "ccode2": pl.Int64}
    frames = (pl.DataFrame(sorted(held), schema, orient="row") for held in (friends, foes))
    found = balance(*frames)
    assert (found.friends_3, found.friends_2, found.friends_1, found.friends_0) == tuple(
        counted[n] for n in (3, 2, 1, 0)
    )


def test_balance_is_the_share_of_three_friends_or_two_against_one() -> None:
    friends, foes = tied((1, 2), (2, 3), (1, 3), (4, 5)), tied((4, 6), (5, 6))
    assert balance(friends, foes).share == 1.0
    assert balance(tied((1, 2), (2, 3)), tied((1, 3))).share == 0.0
    assert balance(tied((1, 2)), tied((3, 4))).share is None


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return baseline(tmp_path_factory.mktemp("world"), alliances=ALLIANCES, members=MEMBERS)


def test_the_ties_of_a_day_are_those_that_stood_on_it(world: Path) -> None:
    assert ties_on(world, date(1901, 3, 4)).is_empty()
    (row,) = ties_on(world, date(1901, 3, 5)).to_dicts()
    assert (row["ccode1"], row["ccode2"]) == (301, 302)
    assert (row["atop_defense"], row["atop_consul"]) == (1, 1), "the promise of either"


def test_the_ties_of_a_year_come_from_the_dyad_years(world: Path) -> None:
    assert ties_in(world, 1904).select("ccode1", "ccode2", "atop_nonagg").rows() == [(11, 801, 1)]


def test_ties_beyond_the_coding_are_unknown_and_not_none(world: Path) -> None:
    with pytest.raises(InputError, match="tells to 2016-12-31, and not of 2017-01-01"):
        ties_on(world, date(2017, 1, 1))
    with pytest.raises(InputError, match="tells of 1815 to 1908, and not of 1909"):
        ties_in(world, 1909)

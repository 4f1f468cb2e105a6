"""The record of honour: which cases compare, what their rate is, and when there is none."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.history.record import (
    FEWEST,
    Called,
    Make,
    Rate,
    Rule,
    called_cases,
    estimate,
    rate_of,
    rates_by,
    record,
    surroundings,
    wilson,
)
from foedus.history.tables import PROMISES
from foedus.model.errors import InputError
from tests.history.invented import row
from tests.history.panel.tables import Row, baseline, capability

OUTCOMES = ("honorllm", "violatellm", "honorbf", "violatebf")


def outcome(war: int, atopid: int, *marks: str, **given: object) -> Row:
    """A row of the table of cases: what the two codings say, and what the treaty promised."""
    promises = {"defense": 1, "offense": 0, "neutral": 0, "nonagg": 0, "consul": 0}
    plain = {"sample": 0, "warname": f"Great_War{1950 + war}-51", "multilateral": 0, **promises}
    told = {name: 1 if name in marks else "" for name in OUTCOMES}
    return {"warid": war, "atopid": atopid, **plain, **told, **given}


def treaty(atopid: int, **given: object) -> Row:
    plain: dict[str, object] = dict.fromkeys(
        ("begyr", "begmo", "begday", "endyr", "endmo", "endday", "defense", "offense"), 0
    )
    more = {"neutral": 0, "nonagg": 0, "consul": 0, "mem1": 301, "mem2": 302, "begyr": 1930}
    return {"atopid": atopid, **plain, **more, "asymm": 0, "wartime": 0, **given}


def case(honoured: bool | None = True, **given: object) -> Called:
    plain = {
        "war": 1, "war_name": "w", "atopid": 1, "kinds": ("defense",), "early": False,
        "multilateral": False, "honoured": honoured, "other": honoured,
    }  # fmt: skip
    return Called(**{**plain, **given})  # type: ignore[arg-type]  # fields by name


def test_called_is_what_a_coding_found_honoured_or_violated(tmp_path: Path) -> None:
    rows = [
        outcome(1, 9001, "honorllm", "honorbf"),
        outcome(2, 9001, "violatellm"),
        outcome(3, 9001, "honorbf"),
        outcome(4, 9001),
    ]
    cases = called_cases(baseline(tmp_path, cases=rows))
    assert [(one.war, one.honoured, one.other) for one in cases] == [
        (1, True, True), (2, False, None), (3, None, True),
    ]  # fmt: skip


def test_a_case_has_what_atop_codes_of_its_treaty(tmp_path: Path) -> None:
    world = baseline(
        tmp_path,
        cases=[outcome(1, 9001, "honorllm", neutral=1, sample=1)],
        treaties=[treaty(9001, asymm=1)],
    )
    (one,) = called_cases(world)
    assert (one.kinds, one.early, one.asymmetric) == (("defense", "neutral"), True, True)
    assert (one.since, one.members, one.war_name) == (1930, (301, 302), "Great War 1951-51")


def test_without_atop_the_terms_are_not_known(tmp_path: Path) -> None:
    (one,) = called_cases(baseline(tmp_path, cases=[outcome(1, 9001, "honorllm")]))
    assert (one.asymmetric, one.wartime, one.members) == (None, None, ())


def test_members_are_those_bound_in_the_year_of_the_war(tmp_path: Path) -> None:
    members = [row(301, yrexit=0), row(302, yrexit=1940), row(801, yrent=1952, yrexit=0)]
    world = baseline(
        tmp_path,
        cases=[outcome(1, 9001, "honorllm")],
        treaties=[treaty(9001)],
        members=members,
    )
    assert called_cases(world)[0].members == (301,)


def war_dyad(war: int, year: int) -> Row:
    """A dyad-year of Interstate War Data, of a war with this number."""
    days = {"month_entry": 1, "day_entry": 2, "month_exit": 3, "day_exit": 4, "joiner": 0}
    sides = {"init_war_id": war, "init_ccode": 301, "target_ccode": 302}
    return {"larger_war_id": war, "larger_war_name": "w", "year": year, **sides, **days}


def test_the_year_of_a_war_that_its_name_does_not_tell_is_the_first_of_the_table_of_wars(
    tmp_path: Path,
) -> None:
    members = [row(301, yrent=1930, yrexit=1935), row(302, yrent=1936, yrexit=0)]
    world = baseline(
        tmp_path,
        cases=[outcome(1, 9001, "honorllm", warname="TheLongWar")],
        members=members,
        wars=[war_dyad(1, 1939), war_dyad(1, 1938)],
    )
    (one,) = called_cases(world)
    assert (one.war_name, one.year, one.members) == ("The Long War", 1938, (302,))


@pytest.mark.parametrize(
    ("name", "early"), [("A_War1944", True), ("A_War1945", False), ("B", None)]
)
def test_the_era_is_that_of_the_war_where_the_table_does_not_tell_it(
    tmp_path: Path, name: str, early: bool | None
) -> None:
    told = outcome(1, 9001, "honorllm", warname=name)
    plain = {column: cell for column, cell in told.items() if column != "sample"}
    assert called_cases(baseline(tmp_path, cases=[plain]))[0].early is early


def test_kinds_that_the_table_does_not_tell_are_those_of_atop(tmp_path: Path) -> None:
    told = outcome(1, 9001, "honorllm")
    plain = {column: cell for column, cell in told.items() if column not in PROMISES}
    world = baseline(tmp_path, cases=[plain], treaties=[treaty(9001, neutral=1, consul=1)])
    assert called_cases(world)[0].kinds == ("neutral", "consul")


def test_a_case_marked_as_honoured_and_violated_is_told_by_neither(tmp_path: Path) -> None:
    world = baseline(tmp_path, cases=[outcome(1, 9001, "honorllm", "violatellm", "honorbf")])
    (one,) = called_cases(world)
    assert (one.honoured, one.other) == (None, True)


@pytest.mark.parametrize(
    ("shares", "ratio", "great"),
    [
        ({301: 0.2, 302: 0.02}, 10.0, True),
        ({301: 0.02, 302: 0.1}, 5.0, False),
        ({301: 0.2}, None, None),
        ({301: 0.2, 302: 0}, None, None),
    ],
)
def test_the_gap_is_that_of_the_strongest_and_the_weakest_member_in_the_year_of_the_war(
    tmp_path: Path, shares: dict[int, float], ratio: float | None, great: bool | None
) -> None:
    world = baseline(
        tmp_path,
        cases=[outcome(1, 9001, "honorllm")],
        treaties=[treaty(9001)],
        nmc=[capability(state, 1951, share) for state, share in shares.items()]
        + [capability(state, 1950, 0.5) for state in (301, 302)],
    )
    (one,) = called_cases(world)
    assert (one.ratio, one.great_gap) == (pytest.approx(ratio) if ratio else None, great)


@pytest.mark.parametrize(
    ("numbers", "unequal"), [((9001,), True), ((9002,), False), ((9001, 9002), None), ((), None)]
)
def test_the_terms_of_a_treaty_are_those_that_atop_codes(
    tmp_path: Path, numbers: tuple[int, ...], unequal: bool | None
) -> None:
    world = baseline(tmp_path, treaties=[treaty(9001, asymm=1), treaty(9002)])
    assert surroundings(world).unequal(numbers) is unequal


def test_a_baseline_without_cases_says_what_to_import(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no table 'alliance-performance' in it"):
        called_cases(baseline(tmp_path))


def test_a_case_compares_that_has_the_kind_the_era_and_the_terms() -> None:
    rule = Rule(Make("defense", early=False, asymmetric=False))
    assert rule.fits(case(asymmetric=False, kinds=("defense", "consul")))
    assert not rule.fits(case(asymmetric=False, kinds=("consul",)))
    assert not rule.fits(case(asymmetric=False, early=True))
    assert not rule.fits(case(asymmetric=None)), "what is not known is not the same"
    assert rule.told == "promises of defence, in wars since 1945, made on equal terms"


def test_a_whole_make_compares_treaties_that_promise_just_that_and_maybe_to_consult() -> None:
    rule = Rule(Make("defense", beside=("nonagg", "consul"), whole=True))
    assert rule.fits(case(kinds=("defense", "nonagg")))
    assert not rule.fits(case(kinds=("defense",)))
    assert not rule.fits(case(kinds=("defense", "offense", "nonagg")))
    assert "promises of defence and of non-aggression and to consult, and no other" in rule.told


def test_to_consult_alone_compares_with_itself_alone() -> None:
    rule = Rule(Make("consul", whole=True))
    assert rule.fits(case(kinds=("consul",)))
    assert not rule.fits(case(kinds=("defense", "consul")))


def test_a_great_gap_compares_with_one_that_is_known() -> None:
    rule = Rule(Make(great_gap=True))
    assert [rule.fits(case(ratio=ratio)) for ratio in (10.0, 9.9, None)] == [True, False, False]


def test_what_is_not_asked_is_not_matched_on() -> None:
    assert Rule(Make()).fits(case(kinds=(), asymmetric=None))
    assert Rule(Make()).told == "any promise, in any war, equal or not"


def test_below_ten_cases_there_is_no_rate() -> None:
    assert (Rate(FEWEST - 1, 4).share, Rate(FEWEST - 1, 4).interval) == (None, None)
    assert Rate(FEWEST, 4).share == 0.4


def test_the_record_has_the_comparable_cases_and_all_to_compare_with() -> None:
    cases = [case(), case(False), case(early=True), case(None, other=True)]
    found = record(cases, Make("defense", early=False))
    assert (found.main, found.other, found.all) == (Rate(2, 1), Rate(3, 2), Rate(3, 2))
    assert len(found.cases) == 3


def makes(*cases: Called) -> set[Make]:
    return {make for make, _, _ in rates_by(cases)}


def test_the_table_goes_by_kind_and_era_and_terms_where_they_are_known() -> None:
    added = makes(case(asymmetric=True)) - makes(case())
    assert added == {Make(asymmetric=True), Make(asymmetric=False)}
    assert Make("neutral", early=True) in makes(case())


def test_the_table_goes_by_gap_where_it_is_known_and_by_the_combinations_that_occur() -> None:
    added = makes(case(ratio=3.0)) - makes(case())
    assert added == {Make(great_gap=True), Make(great_gap=False)}
    both, one = case(kinds=("defense", "nonagg", "consul")), case()
    whole = {make for make in makes(both, one) if make.whole}
    assert whole == {Make("defense", beside=("nonagg",), whole=True), Make("defense", whole=True)}


@given(st.lists(st.sampled_from([("defense",), ("defense", "neutral"), ("neutral", "consul"), ()])))
def test_each_case_is_of_one_combination_or_of_no_kind(kinds: list[tuple[str, ...]]) -> None:
    cases = [case(kinds=held) for held in kinds]
    whole = sum(main.n for make, main, _ in rates_by(cases) if make.whole)
    assert whole == sum(bool(held) for held in kinds)


# Wilson 1927 gives the roots of (p - share)^2 = z^2 p (1 - p) / n
@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_an_interval_ends_where_the_score_is_that_of_95_percent(pair: tuple[int, int]) -> None:
    hits, n = pair
    low, high = wilson(hits, n)
    assert 0 <= low <= hits / n + 1e-12
    assert hits / n - 1e-12 <= high <= 1
    for edge in (low, high):
        if 0 < edge < 1:
            gap = (edge - hits / n) ** 2 - 3.841458820694124 * edge * (1 - edge) / n
            assert abs(gap) < 1e-9


def test_an_interval_of_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="a case at least"):
        wilson(0, 0)


def wars(kept: Sequence[Sequence[bool]], kinds: Sequence[str]) -> list[Called]:
    """Cases of as many wars as rows, a promise of each kind in each."""
    return [
        case(honoured, war=war, kinds=(kind,))
        for war, row in enumerate(kept)
        for kind, honoured in zip(kinds, row, strict=True)
    ]


def test_a_model_that_tells_kinds_apart_is_shown_with_its_score() -> None:
    cases = wars([(True, False)] * 9 + [(True, True), (False, False)] + [(True, False)] * 9,
                 ("neutral", "defense"))  # fmt: skip
    found = estimate(cases, Make("neutral"))
    assert found is not None
    assert found.brier < min(found.base_brier, found.base_brier_all)
    assert found.share is not None
    assert found.share > 0.7
    other = estimate(cases, Make("defense"))
    assert other is not None
    assert other.share is not None
    assert other.share < 0.3


def test_a_model_that_does_not_beat_the_base_rate_is_not_shown() -> None:
    cases = wars([(True, True), (False, False)] * 8, ("neutral", "defense"))
    found = estimate(cases, Make("neutral"))
    assert found is not None
    assert found.share is None


def test_of_few_cases_there_is_no_model() -> None:
    assert estimate(wars([(True, False)] * 9, ("neutral", "defense")), Make("neutral")) is None


def test_the_rate_of_a_coding_counts_only_what_it_has_as_called() -> None:
    assert rate_of([case(None, other=False)]) == Rate(0, 0)
    assert rate_of([case(None, other=False)], other=True) == Rate(1, 0)

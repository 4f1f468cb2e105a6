"""The measure of called promises: how tables of wars become events, and answers a yes or a no."""

from datetime import date

import pytest

from bench.called import Called, called, days_that_matter, made_for, scores, with_implied
from bench.called import Record as Known
from bench.wars import Dyad, Row, Sides, Wars, dyads_of, events_of, righted
from foedus.api.baseline import state_of
from foedus.model.scenario import EventKind
from foedus.model.treaty import Treaty
from foedus.model.treaty_words import Duty
from tests.history.invented import coded, pair, row

APRIL, MAY, JUNE = date(1935, 4, 1), date(1935, 5, 1), date(1935, 6, 1)
NOWHERE = Sides({}, {})
BEGUN = Dyad(2, 20, APRIL, JUNE, joins=False)
SIDES = Sides({2: frozenset("1"), 20: frozenset("2"), 40: frozenset("1")}, {20: ("europe", "asia")})


def year_row(year: str, entry: tuple[str, str], until: tuple[str, str]) -> Row:
    return {
        "larger_war_id": "7", "init_war_id": "9", "init_ccode": "2", "target_ccode": "20",
        "year": year, "month_entry": entry[0], "day_entry": entry[1], "month_exit": until[0],
        "day_exit": until[1], "joiner": "0",
    }  # fmt: skip


def allies(**promises: int) -> Treaty:
    """The United States (2) and Canada (20), allied from 1930 to 1940."""
    return coded([row(2, **promises), row(20, **promises)], state_of)


def is_called(treaty: Treaty, *dyads: Dyad, sides: Sides = NOWHERE) -> bool:
    """Whether the treaty is called in a war of these dyads."""
    known = Known(Wars({"7": list(dyads)}, {"70": sides}), {"9001": treaty})
    return called({"warid": "7", "cowwarid": "70", "atopid": "9001"}, known).called


def test_the_years_of_one_war_are_one_dyad() -> None:
    rows = [year_row("1935", ("4", "1"), ("12", "31")), year_row("1936", ("1", "1"), ("2", "0"))]
    assert dyads_of(rows)["7"] == [Dyad(2, 20, APRIL, date(1936, 2, 29), joins=False)]


def test_a_dyad_of_two_on_one_side_is_a_slip() -> None:
    assert list(righted([Dyad(2, 40, APRIL, JUNE, joins=False)], SIDES)) == []


def test_who_joins_by_a_slip_joins_against_the_foes_of_its_friends() -> None:
    slip = Dyad(40, 2, MAY, JUNE, joins=True)
    assert list(righted([BEGUN, slip], SIDES)) == [BEGUN, Dyad(40, 20, MAY, JUNE, joins=True)]


def test_a_slip_of_a_state_that_is_placed_rightly_elsewhere_says_nothing() -> None:
    slip, right = Dyad(40, 2, MAY, JUNE, joins=True), Dyad(40, 20, JUNE, JUNE, joins=True)
    assert list(righted([BEGUN, slip, right], SIDES)) == [BEGUN, right]


def test_a_dyad_is_an_attack_in_each_region_where_the_victim_fought() -> None:
    events = list(events_of(BEGUN, MAY, SIDES))
    assert [(e.kind, e.by, e.on, e.place) for e in events] == [
        (EventKind.ATTACK, ("USA",), ("CAN",), "europe"),
        (EventKind.ATTACK, ("USA",), ("CAN",), "asia"),
    ]


def test_who_enters_a_war_later_joins_it() -> None:
    (event,) = events_of(Dyad(40, 20, MAY, JUNE, joins=True), MAY, NOWHERE)
    assert event.kind is EventKind.JOIN


def test_a_new_party_makes_a_day_that_matters() -> None:
    treaty = coded(pair(yrent=1935, moent=5, dayent=1))
    assert days_that_matter(treaty, [BEGUN]) == [APRIL, MAY]


@pytest.mark.parametrize(("day", "made"), [((1935, 1, 1), False), ((1935, 3, 1), True)])
def test_a_treaty_of_the_weeks_before_is_made_for_the_war(
    day: tuple[int, int, int], made: bool
) -> None:
    year, month, number = day
    treaty = coded(pair(yrent=year, moent=month, dayent=number))
    assert made_for(treaty, [BEGUN]) is made


def test_an_attack_on_an_ally_calls_its_defence() -> None:
    assert is_called(allies(defense=1), Dyad(40, 20, APRIL, JUNE, joins=False))


def test_a_war_that_an_ally_opens_calls_no_defence() -> None:
    assert not is_called(allies(defense=1), Dyad(20, 40, APRIL, JUNE, joins=False))


def test_a_war_after_its_end_calls_no_promise() -> None:
    late = Dyad(40, 20, date(1941, 1, 1), date(1941, 2, 1), joins=False)
    assert not is_called(allies(defense=1), late)


def test_who_attacks_the_ally_that_it_promised_to_defend_has_been_called() -> None:
    assert is_called(allies(defense=1), BEGUN)


def test_a_promise_of_defence_against_one_alone_implies_nothing_more() -> None:
    assert not is_called(allies(defense=1, defcoadv=1, statthr1=40), BEGUN)


def test_a_promise_that_its_bearer_breaks_is_called_by_the_attack_of_another() -> None:
    treaty = allies(defense=1, defcoadv=1, statthr1=40)
    assert is_called(treaty, BEGUN, Dyad(40, 20, MAY, JUNE, joins=True))


@pytest.mark.parametrize("joins", [False, True])
def test_who_went_to_war_itself_is_not_attacked_unprovoked_by_who_joins(joins: bool) -> None:
    opened = Dyad(20, 70, APRIL, JUNE, joins)
    joined = Dyad(40, 20, MAY, JUNE, joins=True)
    assert is_called(allies(defense=1), opened, joined)
    assert not is_called(allies(defense=1, defconpr=1), opened, joined)


@pytest.mark.parametrize("joins", [False, True])
def test_who_joined_a_war_may_still_be_attacked_and_left_alone_by_a_neutral(joins: bool) -> None:
    gone = Dyad(20, 70, APRIL, JUNE, joins)
    attacked = Dyad(40, 20, MAY, JUNE, joins=False)
    assert is_called(allies(neutral=1, neucoatt=1), gone, attacked) is joins


def test_an_offence_that_only_a_place_limits_is_not_called_by_a_war_at_home() -> None:
    war = Dyad(20, 40, APRIL, JUNE, joins=False)
    assert is_called(allies(offense=1), war)
    assert not is_called(allies(offense=1, offcoloc=1), war)


def test_to_consult_is_no_promise_that_a_war_calls() -> None:
    assert not is_called(allies(consul=1), Dyad(40, 20, APRIL, JUNE, joins=False))


def test_the_implied_clauses_are_those_of_defence_against_anybody() -> None:
    implied = with_implied(allies(defense=1, neutral=1)).articles[-1].clauses
    assert [clause.duty for clause in implied] == [Duty.NONAGGRESSION]


def test_the_scores_count_called_against_coded() -> None:
    held = [("1", "", True), ("", "1", False), ("", "", True), ("", "", False)]
    results = [
        Called({"honorLLM": honoured, "violateLLM": violated}, found, None, ())
        for honoured, violated, found in held
    ]
    assert scores(results) == {"precision": 0.5, "recall": 0.5, "f1": 0.5}

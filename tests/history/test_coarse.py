"""Coarse treaties: what a data set codes becomes clauses, and what it leaves out stays open."""

from datetime import date

import pytest

from foedus.law import party_on, status_on
from foedus.law.check import check_treaty
from foedus.law.decode import Place
from foedus.model.scenario import Answer, Ask, Event, EventKind, Scenario, Verdict
from foedus.model.treaty import Treaty
from foedus.model.treaty_words import Duty, TextStatus, TreatyStatus
from foedus.reason import reason
from tests.history.invented import coded, pair, row, still_bound

DAY = date(1935, 8, 1)


def attack(by: str, on: str, place: str = "", kind: EventKind = EventKind.ATTACK) -> Event:
    return Event(kind, (by,), (on,), place)


def answers(treaty: Treaty, *events: Event, on: date = DAY, **assume: bool) -> tuple[Answer, ...]:
    told = {name.replace("_", "-"): yes for name, yes in assume.items()}
    asked = Ask(treaty=treaty.id)  # so that a treaty answers on days before it was signed, too
    return reason(Scenario("what-if", on, events, assume=told, ask=asked), [treaty], depth=0)


def verdict(treaty: Treaty, bearer: str, *events: Event, on: date = DAY, **assume: bool) -> Verdict:
    """The verdict of the one clause of the treaty for this bearer."""
    (found,) = [a for a in answers(treaty, *events, on=on, **assume) if a.bearer == bearer]
    return found.verdict


def test_a_coded_treaty_says_that_it_was_not_read() -> None:
    treaty = coded(pair(defense=1))
    assert (treaty.id, treaty.text_status, treaty.ids.atop) == (
        "atop-9001",
        TextStatus.CODED,
        ("9001",),
    )
    assert all(clause.summary.startswith("Coded, not read") for clause in treaty.clauses)


def test_each_promise_is_a_clause_of_its_duty() -> None:
    treaty = coded(pair(defense=1, offense=1, neutral=1, nonagg=1, consul=1))
    assert [clause.duty for clause in treaty.clauses] == [
        Duty.DEFENCE,
        Duty.OFFENCE,
        Duty.NEUTRALITY,
        Duty.NONAGGRESSION,
        Duty.CONSULTATION,
    ]


def test_who_promises_nothing_owes_nothing() -> None:
    (clause,) = coded([row(301, defense=1), row(302)]).clauses
    assert clause.bearers == ("XAA",)


def test_promises_with_unlike_limits_are_clauses_apart() -> None:
    treaty = coded([row(301, defense=1), row(302, defense=1, defconpr=1)])
    assert [(clause.id, clause.bearers) for clause in treaty.clauses] == [
        ("defence", ("XAA",)),
        ("defence-2", ("XBB",)),
    ]


def test_an_ally_that_is_attacked_is_owed_defence() -> None:
    assert verdict(coded(pair(defense=1)), "XBB", attack("XZZ", "XAA")) is Verdict.OWED


def test_an_ally_that_attacks_is_not_owed_defence() -> None:
    assert verdict(coded(pair(defense=1)), "XBB", attack("XAA", "XZZ")) is Verdict.NOT_OWED


def test_a_war_of_the_ally_calls_offence_whoever_began_it() -> None:
    assert verdict(coded(pair(offense=1)), "XBB", attack("XAA", "XZZ")) is Verdict.OWED


def test_neutrality_is_owed_in_a_war_that_the_ally_began() -> None:
    assert verdict(coded(pair(neutral=1)), "XBB", attack("XAA", "XZZ")) is Verdict.OWED


def test_neutrality_for_an_ally_attacked_is_not_owed_to_an_attacker() -> None:
    treaty = coded(pair(neutral=1, neucoatt=1))
    assert verdict(treaty, "XBB", attack("XAA", "XZZ")) is Verdict.NOT_OWED
    assert verdict(treaty, "XBB", attack("XZZ", "XAA")) is Verdict.OWED


def test_a_party_that_attacks_another_breaks_nonaggression() -> None:
    (answer,) = answers(coded(pair(nonagg=1)), attack("XAA", "XBB"))
    assert (answer.bearer, answer.verdict) == ("XAA", Verdict.OWED)


def test_a_named_adversary_is_the_only_one_that_counts() -> None:
    treaty = coded(pair(defense=1, defcoadv=1, statthr1=11))
    assert verdict(treaty, "XBB", attack("XDD", "XAA")) is Verdict.OWED
    assert verdict(treaty, "XBB", attack("XZZ", "XAA")) is Verdict.NOT_OWED


def test_a_threat_that_is_named_limits_no_promise_that_is_not_flagged() -> None:
    treaty = coded(pair(defense=1, statthr1=11))
    assert verdict(treaty, "XBB", attack("XZZ", "XAA")) is Verdict.OWED


@pytest.mark.parametrize("limit", ["defcoadv", "defcoloc", "defcocon", "defcodem"])
def test_a_limit_that_is_flagged_and_not_named_stays_open(limit: str) -> None:
    treaty = coded(pair(defense=1, **{limit: 1}))
    assert verdict(treaty, "XBB", attack("XZZ", "XAA")) is Verdict.DISPUTED


def test_a_limit_to_a_place_excludes_what_is_nobodys_home() -> None:
    treaty = coded(pair(defense=1, defcoloc=1))
    assert verdict(treaty, "XBB", attack("XZZ", "XAA", "europe")) is Verdict.DISPUTED
    assert verdict(treaty, "XBB", attack("XZZ", "XAA", "asia")) is Verdict.NOT_OWED


def test_a_limit_to_a_place_takes_in_the_home_of_any_member() -> None:
    treaty = coded([row(301, defense=1, defcoloc=1), row(801, defense=1, defcoloc=1)])
    assert treaty.clauses[0].scope[1:] == ("europe", "asia", "oceania")


def test_a_limit_to_a_place_excludes_no_land_of_the_ally() -> None:
    both = {"defense": 1, "defcoloc": 1, "yrexit": 1960}
    treaty = coded([row(301, **both), row(732, **both)])
    in_seoul, day = attack("XZZ", "KOR", "Seoul"), date(1955, 8, 1)
    assert treaty.clauses[0].scope[0] == "territory-of-the-parties"
    assert verdict(treaty, "XAA", in_seoul, on=day) is Verdict.DISPUTED


def test_who_opened_the_attack_itself_is_not_attacked_unprovoked() -> None:
    treaty = coded(pair(defense=1, defconpr=1))
    assert verdict(treaty, "XBB", attack("XZZ", "XAA")) is Verdict.OWED
    both = (attack("XAA", "XZZ"), attack("XZZ", "XAA"))
    assert verdict(treaty, "XBB", *both) is Verdict.NOT_OWED


def test_defence_against_several_is_not_owed_against_one() -> None:
    treaty = coded(pair(defense=1, defconum=1))
    assert verdict(treaty, "XBB", attack("XZZ", "XAA")) is Verdict.NOT_OWED
    two = (attack("XZZ", "XAA"), attack("XYY", "XAA"))
    assert verdict(treaty, "XBB", *two) is Verdict.OWED


def test_before_its_begin_and_after_its_end_nothing_is_owed() -> None:
    treaty = coded(pair(defense=1))
    event = attack("XZZ", "XAA")
    for day in (date(1930, 5, 2), date(1940, 6, 10)):
        assert verdict(treaty, "XBB", event, on=day) is Verdict.NOT_OWED


def test_the_last_day_of_a_treaty_is_one_on_which_it_binds() -> None:
    treaty = coded(pair(defense=1))
    assert verdict(treaty, "XBB", attack("XZZ", "XAA"), on=date(1940, 6, 9)) is Verdict.OWED


def test_a_day_that_is_not_known_leaves_its_month_open() -> None:
    treaty = coded(pair(moexit=6, dayexit=0))
    assert status_on(treaty, date(1940, 6, 15)) is TreatyStatus.UNKNOWN
    assert status_on(treaty, date(1940, 7, 1)) is TreatyStatus.ENDED


def test_after_the_coding_ended_a_treaty_in_force_is_unknown() -> None:
    treaty, event = coded(still_bound(defense=1)), attack("XZZ", "XAA")
    assert verdict(treaty, "XBB", event, on=date(2016, 12, 31)) is Verdict.OWED
    assert verdict(treaty, "XBB", event, on=date(2017, 1, 1)) is Verdict.UNKNOWN


def test_a_treaty_that_had_ended_stays_ended_after_the_coding() -> None:
    assert status_on(coded(pair()), date(2020, 1, 1)) is TreatyStatus.ENDED


def test_a_member_that_left_and_came_back_was_no_party_between() -> None:
    left = row(302, yrexit=1932, moexit=1, dayexit=1)
    back = row(302, yrent=1934, moent=1, dayent=1)
    treaty = coded([row(301), left, back])
    days = (date(1931, 1, 1), date(1933, 1, 1), date(1935, 1, 1))
    assert [party_on(treaty, "XBB", day) for day in days] == [True, False, True]


def test_a_state_that_changes_its_name_is_a_party_under_each_in_its_time() -> None:
    treaty = coded([row(301, defense=1, yrexit=1960), row(801, defense=1, yrexit=1960)])
    assert [party_on(treaty, "XCC", date(1950, 6, day)) for day in (1, 30)] == [True, True]
    assert [party_on(treaty, who, date(1950, 7, 1)) for who in ("XCC", "XCE")] == [False, True]
    assert treaty.clauses[0].bearers == ("XAA", "XCC", "XCE")


def test_a_phase_binds_in_its_own_years() -> None:
    first = pair(phase=1, defense=1, yrexit=1934, moexit=1, dayexit=31)
    second = pair(phase=2, consul=1, yrent=1934, moent=2, dayent=1)
    treaty = coded([*first, *second])
    assert [article.number for article in treaty.articles] == ["phase 1", "phase 2"]
    event = attack("XZZ", "XAA")
    early, late = date(1933, 1, 1), date(1935, 1, 1)
    owed = [
        {a.clause for a in answers(treaty, event, on=day) if a.verdict is Verdict.OWED}
        for day in (early, late)
    ]
    assert owed == [{"defence"}, {"consultation"}]


def test_a_new_phase_is_no_new_membership() -> None:
    first = pair(phase=1, yrexit=1934, moexit=1, dayexit=31)
    second = pair(phase=2, yrent=1934, moent=2, dayent=1)
    assert len(coded([*first, *second]).parties) == 2


def test_a_number_that_nobody_knows_is_kept_as_a_number() -> None:
    assert coded([row(301), row(8888)]).actors == ("XAA", "cow/8888")


def test_a_coarse_treaty_stands_the_check_of_a_record() -> None:
    every = dict.fromkeys(("defense", "offense", "neutral", "nonagg", "consul"), 1)
    limits = dict.fromkeys(("defcoadv", "defconum", "offcoloc", "neucoatt", "concoreq"), 1)
    left, back = row(302, yrexit=1932), row(302, yrent=1934)
    treaty = coded([row(301, **every, **limits, statthr1=11), left, back, row(8888, yrexit=0)])
    check_treaty(treaty, Place(treaty.id))

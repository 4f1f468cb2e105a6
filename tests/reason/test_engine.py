"""What the engine makes of invented treaties: rounds, conflicts, what is told and what is not."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from foedus.model.errors import InputError
from foedus.model.scenario import Answer, Ask, Event, EventKind, Scenario, Verdict
from foedus.model.treaty import (
    Condition,
    DatedFact,
    PartialDate,
    Party,
    Suspension,
    Treaty,
    Trigger,
)
from foedus.model.treaty_words import (
    Bearer,
    Beneficiary,
    ConditionKind,
    Duty,
    Membership,
    Modality,
    RecordStatus,
    TextStatus,
    TriggerBy,
    TriggerKind,
    TriggerOn,
)
from foedus.reason import weights_of
from foedus.reason.engine import ask
from tests.reason.invented_pacts import DAY, attack, clause, nonaggression, pact

OWED, NOT_OWED = Verdict.OWED, Verdict.NOT_OWED
DISPUTED, UNKNOWN = Verdict.DISPUTED, Verdict.UNKNOWN


def put(scenario: Scenario, *treaties: Treaty, depth: int = 2) -> dict[str, Answer]:
    """The answers by bearer and treaty."""
    return {f"{a.bearer} {a.treaty}": a for a in ask(scenario, treaties, depth)}


def test_who_is_drawn_in_draws_others_in_a_round_later() -> None:
    answers = put(attack("AAA", "BBB"), pact("bc", "BBB CCC"), pact("ad", "AAA DDD"))
    assert (answers["CCC bc"].verdict, answers["CCC bc"].round) == (OWED, 0)
    assert (answers["DDD ad"].verdict, answers["DDD ad"].round) == (OWED, 1)


def test_depth_ends_what_follows() -> None:
    answers = put(attack("AAA", "BBB"), pact("bc", "BBB CCC"), pact("ad", "AAA DDD"), depth=0)
    assert answers["DDD ad"].verdict is NOT_OWED


def test_to_consult_draws_nobody_into_the_war() -> None:
    talks = pact("bc", "BBB CCC", clause(duty=Duty.CONSULTATION))
    answers = put(attack("AAA", "BBB"), talks, pact("ad", "AAA DDD"))
    assert answers["CCC bc"].verdict is OWED
    assert answers["DDD ad"].verdict is NOT_OWED


def test_a_permission_draws_nobody_into_the_war() -> None:
    may = pact("bc", "BBB CCC", clause(modality=Modality.PERMISSION))
    answers = put(attack("AAA", "BBB"), may, pact("ad", "AAA DDD"))
    assert answers["DDD ad"].verdict is NOT_OWED


def test_what_follows_is_owed_in_the_worlds_of_what_it_follows_from() -> None:
    doubtful = pact("bc", "BBB CCC", clause(open_terms=("state_of_war",)))
    answers = put(attack("AAA", "BBB"), doubtful, pact("ad", "AAA DDD"))
    first, second = answers["CCC bc"], answers["DDD ad"]
    assert second.verdict is DISPUTED
    assert (second.terms, second.held, second.worlds) == (first.terms, first.held, first.worlds)


def test_a_second_enemy_counts_only_once_it_has_joined() -> None:
    """As in 1902: help is owed when two powers fight the ally at once."""
    two = Condition(ConditionKind.ATTACKERS_AT_LEAST, count=2)
    island = pact("bc", "BBB CCC", clause(conditions=(two,)))
    friends = pact(
        "ad", "AAA DDD", clause(duty=Duty.OFFENCE, trigger=Trigger(TriggerKind.WAR)),
    )  # fmt: skip
    assert put(attack("AAA", "BBB"), island)["CCC bc"].verdict is NOT_OWED
    drawn = put(attack("AAA", "BBB"), island, friends)["CCC bc"]
    assert (drawn.verdict, drawn.round) == (OWED, 1)


def test_many_who_join_at_once_are_told_one_by_one() -> None:
    answers = put(attack("AAA", "BBB"), pact("big", "BBB CCC DDD EEE"), pact("ax", "AAA XXX"))
    assert [answers[f"{s} big"].verdict for s in ("CCC", "DDD", "EEE")] == [OWED] * 3
    assert set(answers["XXX ax"].proof[-2].because.split("by ")[1].split(", ")) <= {
        "AAA", "CCC", "DDD", "EEE",
    }  # fmt: skip


def test_to_fight_for_one_and_not_to_attack_the_other_is_a_conflict() -> None:
    answers = put(attack("AAA", "BBB"), pact("bc", "BBB CCC"), nonaggression("ac", "AAA CCC"))
    assert answers["CCC bc"].conflicts == ("ac/1",)
    assert answers["CCC ac"].conflicts == ("bc/1",)
    assert answers["CCC bc"].verdict is OWED, "reported, not resolved"


def test_to_be_bound_to_both_sides_is_a_conflict() -> None:
    events = (
        Event(EventKind.ATTACK, ("AAA",), ("BBB",)),
        Event(EventKind.ATTACK, ("BBB",), ("AAA",)),
    )
    answers = put(attack("", "", events=events), pact("bc", "BBB CCC"), pact("ac", "AAA CCC"))
    assert answers["CCC bc"].conflicts == ("ac/1",)


def test_duties_that_can_be_kept_together_do_not_conflict() -> None:
    answers = put(attack("AAA", "BBB"), pact("bc", "BBB CCC"), nonaggression("bd", "BBB CCC"))
    assert answers["CCC bc"].conflicts == ()


def test_an_attack_on_a_partner_stands_against_the_promise_not_to_attack() -> None:
    answers = put(attack("AAA", "BBB"), nonaggression("ab", "AAA BBB"))
    assert answers["AAA ab"].verdict is OWED
    assert "BBB ab" not in answers


def test_who_attacked_first_was_not_attacked_unprovoked() -> None:
    innocent = pact("bc", "BBB CCC", clause(conditions=(Condition(ConditionKind.UNPROVOKED),)))
    both = (
        Event(EventKind.ATTACK, ("BBB",), ("AAA",), since=date(2029, 12, 1)),
        Event(EventKind.ATTACK, ("AAA",), ("BBB",)),
    )
    assert put(attack("AAA", "BBB"), innocent)["CCC bc"].verdict is OWED
    assert put(attack("", "", events=both), innocent)["CCC bc"].verdict is NOT_OWED


def test_what_the_question_assumes_stands_over_what_follows_from_its_events() -> None:
    innocent = pact("bc", "BBB CCC", clause(conditions=(Condition(ConditionKind.UNPROVOKED),)))
    both = (
        Event(EventKind.ATTACK, ("BBB",), ("AAA",), since=date(2029, 12, 1)),
        Event(EventKind.ATTACK, ("AAA",), ("BBB",)),
    )
    asked = attack("", "", events=both, assume={"unprovoked": True})
    assert put(asked, innocent)["CCC bc"].verdict is OWED


def test_nobody_owes_help_against_those_who_come_to_help_its_victim() -> None:
    shield = pact("ad", "AAA DDD", clause(conditions=(Condition(ConditionKind.ARTICLE_51),)))
    answers = put(attack("AAA", "BBB"), pact("bc", "BBB CCC"), shield)
    assert answers["DDD ad"].verdict is NOT_OWED


def test_an_unpublished_text_answers_nothing_for_sure() -> None:
    secret = pact("bc", "BBB CCC", text_status=TextStatus.UNPUBLISHED)
    answers = put(attack("AAA", "BBB"), secret, pact("ad", "AAA DDD"))
    assert (answers["CCC bc"].verdict, answers["CCC bc"].missing) == (
        UNKNOWN, "the text is not published",
    )  # fmt: skip
    assert answers["DDD ad"].verdict is NOT_OWED, "nothing follows from what is not known"


def test_what_one_party_alone_is_known_to_owe_is_not_made_unknown_by_another_doubt() -> None:
    """Two attacks: one surely on a party, one on a state of which the record does not say."""
    partly = replace(pact("bc", "BBB CCC"), parties=(*map(Party, ("BBB", "CCC")),))
    events = (
        Event(EventKind.ATTACK, ("AAA",), ("BBB",)),
        Event(EventKind.ATTACK, ("AAA",), ("BBB",), place="Nowhere on any map"),
    )
    assert put(attack("", "", events=events), partly)["CCC bc"].verdict is OWED


def test_a_contested_suspension_leaves_it_in_dispute() -> None:
    still = Suspension(RecordStatus.UNVERIFIED, PartialDate("2029"), contested=True)
    treaty = replace(
        pact("bc", "BBB CCC"), parties=(Party("BBB"), Party("CCC", suspended=(still,)))
    )
    answer = put(attack("AAA", "BBB"), treaty)["CCC bc"]
    assert (answer.verdict, answer.facts) == (DISPUTED, ("CCC suspended under bc",))


def test_a_suspended_party_owes_nothing() -> None:
    still = Suspension(RecordStatus.UNVERIFIED, PartialDate("2029"))
    treaty = replace(
        pact("bc", "BBB CCC"), parties=(Party("BBB"), Party("CCC", suspended=(still,)))
    )
    assert "suspended since 2029" in put(attack("AAA", "BBB"), treaty)["CCC bc"].failed


def test_one_attacker_of_several_must_meet_all_that_is_asked_of_attackers() -> None:
    named = Trigger(TriggerKind.ATTACK, TriggerBy.NAMED, ("AAA",))
    against = Condition(ConditionKind.UNPROVOKED)
    treaty = pact("bc", "BBB CCC", clause(trigger=named, conditions=(against,)))
    events = (
        Event(EventKind.ATTACK, ("BBB",), ("AAA",), since=date(2029, 1, 1)),
        Event(EventKind.ATTACK, ("AAA", "DDD"), ("BBB",)),
    )
    assert put(attack("", "", events=events), treaty)["CCC bc"].verdict is NOT_OWED


def test_a_clause_that_overrides_another_takes_its_place() -> None:
    ordinary = clause("1")
    special = clause("2", duty=Duty.CONSULTATION, overrides=("1",))
    found = {
        a.clause: a for a in ask(attack("AAA", "BBB"), [pact("bc", "BBB CCC", ordinary, special)])
    }
    assert (found["1"].verdict, found["2"].verdict) == (NOT_OWED, OWED)


def test_a_third_state_that_is_attacked_may_be_what_a_treaty_is_about() -> None:
    third = Trigger(TriggerKind.ATTACK, TriggerBy.NAMED, ("AAA",), TriggerOn.THIRD_STATE)
    treaty = pact("cd", "CCC DDD AAA", clause(trigger=third))
    assert put(attack("AAA", "BBB"), treaty)["DDD cd"].verdict is OWED


@pytest.mark.parametrize(("day", "verdict"), [("2025", UNKNOWN), ("2031", OWED)])
def test_after_its_record_ends_nothing_is_known(day: str, verdict: Verdict) -> None:
    treaty = pact("bc", "BBB CCC", known_until=PartialDate(day))
    assert put(attack("AAA", "BBB"), treaty)["CCC bc"].verdict is verdict


def test_the_same_question_twice_has_the_same_answers() -> None:
    treaties = (pact("bc", "BBB CCC", clause(open_terms=("armed_attack",))), pact("ad", "AAA DDD"))
    assert ask(attack("AAA", "BBB"), treaties) == ask(attack("AAA", "BBB"), treaties)
    assert ask(attack("AAA", "BBB"), treaties)[0].bearer == "CCC"
    assert attack("AAA", "BBB").on == DAY


def test_without_weights_no_answer_has_a_share() -> None:
    open_ = pact("bc", "BBB CCC", clause(open_terms=("state_of_war",)))
    assert put(attack("AAA", "BBB"), open_)["CCC bc"].share is None


@pytest.mark.parametrize("term", ["state_of_war", "bc/state_of_war"])
def test_weights_count_some_readings_for_more_than_others(term: str) -> None:
    open_ = pact("bc", "BBB CCC", clause(open_terms=("state_of_war",)))
    weights = weights_of({term: {"in-fact": 3, "declared": 1}})
    (answer,) = (a for a in ask(attack("AAA", "BBB"), (open_,), 0, weights) if a.bearer == "CCC")
    assert (answer.share, answer.verdict) == (0.75, DISPUTED)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"state_of_warr": {"in-fact": 1}}, "Did you mean 'state_of_war'"),
        ({"state_of_war": {"in-fcat": 1}}, "Did you mean 'in-fact'"),
        ({"state_of_war": {"in-fact": -1}}, "a number from 0 up"),
        ({"state_of_war": {"in-fact": "much"}}, "a number from 0 up"),
        ({"state_of_war": {"in-fact": 0}}, "no reading counts"),
        ({"state_of_war": 2}, "must be a table"),
    ],
)
def test_weights_that_say_nothing_are_refused(given: dict[str, Any], told: str) -> None:
    with pytest.raises(InputError, match=told):
        weights_of(given)


def test_a_treaty_that_is_not_signed_yet_answers_only_when_asked_for() -> None:
    early = replace(attack("AAA", "BBB"), on=date(2019, 6, 1))
    assert put(early, pact("bc", "BBB CCC")) == {}
    named = put(replace(early, ask=Ask(treaty="bc")), pact("bc", "BBB CCC"))
    assert "not in force until 2020" in named["CCC bc"].failed


@pytest.mark.parametrize(("victim", "verdict"), [("POL", OWED), ("JPN", NOT_OWED)])
def test_where_no_place_is_given_the_victims_own_land_must_lie_in_the_area(
    victim: str, verdict: Verdict
) -> None:
    treaty = pact("t", "POL JPN CCC", clause(scope=("europe",)))
    answer = put(replace(attack("AAA", victim), on=date(2024, 6, 1)), treaty)["CCC t"]
    assert answer.verdict is verdict
    assert verdict is OWED or "no land of JPN lies in the treaty area" in answer.failed


def test_of_a_treaty_in_force_a_proof_tells_since_when_and_not_until_when() -> None:
    ends = (DatedFact(RecordStatus.UNVERIFIED, PartialDate("2050")),)
    answer = put(attack("AAA", "BBB"), replace(pact("bc", "BBB CCC"), ended=ends))["CCC bc"]
    assert answer.proof[0].because == "since 2020"


@pytest.mark.parametrize(("assumed", "verdict"), [(True, NOT_OWED), (False, OWED)])
def test_a_contested_suspension_is_settled_by_the_question(assumed: bool, verdict: Verdict) -> None:
    still = Suspension(RecordStatus.UNVERIFIED, PartialDate("2029"), contested=True)
    parties = (Party("BBB"), Party("CCC", suspended=(still,)))
    treaty = replace(pact("bc", "BBB CCC"), parties=parties)
    asked = attack("AAA", "BBB", assume={"CCC suspended under bc": assumed})
    assert put(asked, treaty)["CCC bc"].verdict is verdict


def test_who_may_join_no_alliance_against_a_state_may_not_join_its_enemy_in_war() -> None:
    quiet = pact(
        "ac", "AAA CCC",
        clause(
            duty=Duty.NO_HOSTILE_ALLIANCE, modality=Modality.PROHIBITION, bearer=Bearer.PARTY,
            owed_to=Beneficiary.OTHER_PARTIES, trigger=Trigger(TriggerKind.ANY_TIME),
        ),
    )  # fmt: skip
    answers = put(attack("AAA", "BBB"), pact("bc", "BBB CCC"), quiet)
    assert answers["CCC bc"].conflicts == ("ac/1",)


def test_what_fails_because_the_question_is_silent_is_told_as_assumed() -> None:
    asked = pact("bc", "BBB CCC", clause(conditions=(Condition(ConditionKind.REQUEST),)))
    answer = put(attack("AAA", "BBB"), asked)["CCC bc"]
    assert (answer.verdict, answer.proof[-1].assumed) == (NOT_OWED, True)


def test_aggression_is_no_lawful_self_defence() -> None:
    treaty = pact("bc", "BBB CCC", clause(trigger=Trigger(TriggerKind.AGGRESSION)))
    assert put(attack("AAA", "BBB"), treaty)["CCC bc"].verdict is OWED
    open_ = attack("AAA", "BBB", contest=("not-self-defence",))
    assert put(open_, treaty)["CCC bc"].verdict is DISPUTED


def test_who_helps_the_victim_commits_no_aggression_against_the_attacker() -> None:
    shield = pact("ad", "AAA DDD", clause(trigger=Trigger(TriggerKind.AGGRESSION)))
    answers = put(attack("AAA", "BBB"), pact("bc", "BBB CCC"), shield)
    assert answers["DDD ad"].verdict is NOT_OWED


def test_the_attacked_owes_no_help_to_its_attacker() -> None:
    """AAA attacks BBB, and CCC comes to help BBB against AAA: BBB, AAA's ally too, stays out."""
    answers = put(attack("AAA", "BBB"), pact("bc", "BBB CCC"), pact("ab", "AAA BBB"))
    assert answers["BBB ab"].verdict is NOT_OWED


def test_what_one_may_do_is_not_barred_by_ones_own_act() -> None:
    may = clause("1", modality=Modality.PERMISSION, bearer=Bearer.PARTY)
    answers = put(attack("AAA", "BBB"), pact("ab", "AAA BBB", may))
    assert answers["AAA ab"].verdict is OWED


def test_a_strangers_land_lies_in_no_treaty_area() -> None:
    treaty = pact("t", "FRA CCC", clause(scope=("europe",)))
    asked = replace(attack("AAA", "FRA"), on=date(2024, 6, 1))
    kyiv = replace(asked, events=(replace(asked.events[0], place="Kyiv"),))
    assert put(kyiv, treaty)["CCC t"].verdict is NOT_OWED
    paris = replace(asked, events=(replace(asked.events[0], place="Paris"),))
    assert put(paris, treaty)["CCC t"].verdict is OWED


def test_of_states_that_may_be_parties_only_the_candidates_may() -> None:
    partial = replace(
        pact("t", "BBB CCC"), membership=Membership.PARTIAL, candidates=("DDD",)
    )  # fmt: skip
    answers = ask(attack("AAA", "DDD"), (partial,), 0)
    assert [a.verdict for a in answers if a.bearer == "CCC"] == [UNKNOWN]
    answers = ask(attack("AAA", "EEE", events=(
        Event(EventKind.ATTACK, ("BBB",), ("EEE",)),)), (partial,), 0)  # fmt: skip
    assert [a.verdict for a in answers if a.bearer == "CCC"] == [NOT_OWED]


def test_to_ask_for_help_is_no_act_against_the_one_who_is_asked() -> None:
    asks = (
        Event(EventKind.REQUEST, ("BBB",), ("AAA",)),
        Event(EventKind.ATTACK, ("CCC",), ("BBB",)),
    )
    answers = put(attack("", "", events=asks), nonaggression("ab", "AAA BBB"))
    assert answers["BBB ab"].verdict is NOT_OWED

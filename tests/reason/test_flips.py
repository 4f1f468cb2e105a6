"""What would turn an answer: the fewest changes, each confirmed by asking anew."""

from dataclasses import replace

from foedus.model.scenario import Scenario, Verdict
from foedus.model.treaty import Condition, Treaty
from foedus.model.treaty_words import ConditionKind
from foedus.reason.engine import ask
from foedus.reason.flips import Flip, flip
from tests.reason.invented_pacts import attack, clause, nonaggression, pact

INNOCENT = Condition(ConditionKind.UNPROVOKED)
ON_REQUEST = Condition(ConditionKind.REQUEST)


def turned(scenario: Scenario, treaty: Treaty, bearer: str = "CCC") -> tuple[Flip, ...]:
    return flip(scenario, bearer, (treaty,))


def changes(flips: tuple[Flip, ...], to: Verdict) -> set[frozenset[tuple[str, str]]]:
    return {frozenset((c.name, c.to) for c in f.changes) for f in flips if f.becomes is to}


def test_an_assumption_that_carries_a_duty_turns_it() -> None:
    found = turned(attack("AAA", "BBB"), pact("bc", "BBB CCC", clause(conditions=(INNOCENT,))))
    assert changes(found, Verdict.NOT_OWED) == {frozenset({("unprovoked", "false")})}


def test_what_is_lacking_turns_a_duty_that_is_not_owed() -> None:
    found = turned(attack("AAA", "BBB"), pact("bc", "BBB CCC", clause(conditions=(ON_REQUEST,))))
    assert changes(found, Verdict.OWED) == {frozenset({("requested", "true")})}


def test_a_reading_settles_what_is_disputed_either_way() -> None:
    found = turned(
        attack("AAA", "BBB"), pact("bc", "BBB CCC", clause(open_terms=("state_of_war",)))
    )
    assert frozenset({("bc/state_of_war", "in-fact")}) in changes(found, Verdict.OWED)
    assert frozenset({("bc/state_of_war", "declared")}) in changes(found, Verdict.NOT_OWED)


def test_facts_and_readings_turn_it_together_where_neither_does_alone() -> None:
    both = clause(open_terms=("state_of_war",), conditions=(ON_REQUEST,))
    found = turned(attack("AAA", "BBB"), pact("bc", "BBB CCC", both))
    wanted = frozenset({("requested", "true"), ("bc/state_of_war", "in-fact")})
    assert wanted in changes(found, Verdict.OWED)
    assert all(len(way) == 2 for way in changes(found, Verdict.OWED))


def test_each_change_turns_the_answer_when_the_question_is_put_anew() -> None:
    asked = attack("AAA", "BBB")
    treaty = pact("bc", "BBB CCC", clause(open_terms=("armed_attack",), conditions=(ON_REQUEST,)))
    found = turned(asked, treaty)
    assert found
    for one in found:
        facts = {c.name: c.to == "true" for c in one.changes if "/" not in c.name}
        readings = {c.name: c.to for c in one.changes if "/" in c.name}
        (again,) = (
            a for a in ask(replace(asked, assume=facts, readings=readings), (treaty,), 0)
            if a.bearer == "CCC"
        )  # fmt: skip
        assert again.verdict is one.becomes


def test_a_treaty_that_is_not_in_force_is_turned_by_no_reading() -> None:
    assert turned(replace(attack("AAA", "BBB"), on=attack("A", "B").on.replace(year=2010)),
                  pact("bc", "BBB CCC")) == ()  # fmt: skip


def test_what_the_question_itself_assumes_is_not_what_turns_it() -> None:
    asked = attack("AAA", "BBB", assume={"unprovoked": True})
    found = turned(asked, pact("bc", "BBB CCC", clause(conditions=(INNOCENT,))))
    assert changes(found, Verdict.NOT_OWED) == set()


def test_a_duty_of_every_day_is_not_turned_by_who_attacks() -> None:
    assert flip(attack("AAA", "BBB"), "AAA", (nonaggression("ab", "AAA BBB"),)) == ()

"""Treaties in, the facts that a question on them may tell out; one that nobody asks is refused."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache

from foedus.law.terms import FACTS
from foedus.model.errors import InputError
from foedus.model.scenario import Scenario
from foedus.model.treaty import Condition, Treaty
from foedus.model.treaty_words import ConditionKind
from foedus.reason.conditions import FACTS_BY_CONDITION, area_fact
from foedus.reason.docket import suspension
from foedus.reason.situation import opposite_of

LISTED = "docs/asking.md has the list"


def check_facts(scenario: Scenario, treaties: Sequence[Treaty]) -> None:
    """Raise InputError for a fact, assumed or contested, on which no clause and no term turns.

    A fact that is mistyped would change nothing, and its reader would think that it does.
    """
    known = facts_of(tuple(treaties))
    for fact in (*scenario.assume, *scenario.contest):
        if fact not in known and opposite_of(fact) not in known:
            close = get_close_matches(fact, sorted(known), n=2, cutoff=0.5)
            near = f". Did you mean {' or '.join(map(repr, close))}?" if close else ""
            raise InputError(f"no fact '{fact}'{near} ({LISTED})")


@lru_cache(maxsize=4)
def facts_of(treaties: tuple[Treaty, ...]) -> frozenset[str]:
    """The names of all facts that bear on these treaties."""
    general = {*FACTS, *(name for name, _ in FACTS_BY_CONDITION.values())}
    return frozenset(general | {fact for treaty in treaties for fact in _own(treaty)})


def _own(treaty: Treaty) -> Iterable[str]:
    """The facts that are of this treaty alone, or of a class of states that it speaks of."""
    yield area_fact(treaty)
    for party in treaty.parties:
        if any(still.contested for still in party.suspended):
            yield suspension(treaty, party.actor).name.removeprefix("fact/")
    reserved = (r.conditions for p in treaty.parties for r in p.reservations)
    clauses = ((*clause.conditions, *clause.unless) for clause in treaty.clauses)
    for conditions in (*clauses, *reserved):
        for condition in conditions:
            yield from _of_condition(treaty, condition)


def _of_condition(treaty: Treaty, condition: Condition) -> Iterable[str]:
    if condition.kind is ConditionKind.CODED_LIMIT:
        yield f"{treaty.id} {condition.note}"
    if condition.kind is ConditionKind.ATTACKER_CLASS and condition.term:
        yield condition.term.replace("_", "-")

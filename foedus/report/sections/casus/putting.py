"""What-ifs and a treaty of the library in, the engine's answers out: on the day of the reports.

Where the treaty was not yet in force on that day, the same is put to the day on which the library
has it in force. What nobody has said stays open: who attacks, where no report names an attacker.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import product

from foedus.law.standing import Standing, standing
from foedus.law.terms import term_of
from foedus.model.scenario import Answer, Ask, Event, Scenario, Verdict
from foedus.model.treaty import Clause, Treaty
from foedus.model.treaty_words import ConditionKind, TreatyStatus, TriggerBy
from foedus.reason import reason
from foedus.report.desk import Desk
from foedus.report.dossier import Told
from foedus.report.sections.casus.whatifs import WhatIf, attacks_told

# a code that ISO 3166-1 leaves to its users: a state outside the treaty that no report names
UNNAMED = "XXX"
WHO = "it turns on who attacks, and no report says"
# what an attack by the one who is now hit leaves open
CONTESTED = ("not-self-defence", "unprovoked")
_BY_ATTACKER = (
    ConditionKind.ATTACKER_CLASS,
    ConditionKind.SUPPORTED_BY,
    ConditionKind.ATTACKERS_AT_LEAST,
    ConditionKind.ALLY_OF,
    ConditionKind.THROUGH_TERRITORY,
)


@dataclass(frozen=True, slots=True)
class Put:
    """One scenario of a what-if, put to the treaty: the answers on its day.

    `because` are the claims that make a fact contested, beside those that raise the what-if.
    """

    whatif: WhatIf
    scenario: Scenario
    answers: tuple[Answer, ...]
    because: tuple[Told, ...] = ()

    @property
    def attacker_named(self) -> bool:
        return self.scenario.events[0].by != (UNNAMED,)


def in_force_day(held: Standing) -> date | None:
    """When a treaty that is not in force on its day comes into force, where the library says."""
    if held.status is not TreatyStatus.NOT_YET_IN_FORCE:
        return None
    days = [fact.day.last for fact in held.treaty.in_force if fact.day]
    first = max(days, default=None)  # where sources differ, when all agree
    later = first is not None and standing(held.treaty, first).status is TreatyStatus.IN_FORCE
    return first if later else None


def put(desk: Desk, whatifs: Iterable[WhatIf], treaty: Treaty, day: date) -> tuple[Put, ...]:
    """Every what-if put to the treaty alone on the day: one scenario an attacker and a victim."""
    return tuple(
        one
        for number, whatif in enumerate(whatifs, 1)
        for one in _each(desk, f"what-if-{number}", whatif, (treaty, day))
    )


def _each(desk: Desk, name: str, whatif: WhatIf, asked: tuple[Treaty, date]) -> Iterator[Put]:
    treaty, day = asked
    pairs = list(product(whatif.by or ((UNNAMED,),), whatif.on))
    for index, (by, on) in enumerate(pairs):
        counter = (
            () if whatif.going_on else tuple(t for who in by for t in attacks_told(desk, on, who))
        )
        begun = whatif.since if whatif.since and whatif.since <= day else None
        event = Event(whatif.kind, by, (on,), since=begun, means=whatif.means)
        scenario = Scenario(
            name if len(pairs) == 1 else f"{name}{'abcdefghijklmnopqrstuvwxyz'[index % 26]}",
            day,
            (event,),
            contest=CONTESTED if counter else (),
            ask=Ask(treaty=treaty.id),
        )
        answers = reason(scenario, (treaty,), 0)
        if by == (UNNAMED,):
            answers = tuple(_open_attacker(treaty, answer) for answer in answers)
        yield Put(whatif, scenario, answers, counter)


def _open_attacker(treaty: Treaty, answer: Answer) -> Answer:
    """An answer for which it matters who attacks is unknown as long as nobody says who does."""
    stands = not any(step.held is False for step in answer.proof[:2])
    clause = clause_of(treaty, answer)
    if not (stands and _turns_on_attacker(clause)):
        return answer
    return replace(
        answer,
        verdict=Verdict.UNKNOWN,
        missing=WHO,
        failed="",
        terms=(),
        facts=(),
        held=0,
        worlds=1,
    )


def clause_of(treaty: Treaty, answer: Answer) -> Clause:
    """The clause that the answer is about."""
    return next(clause for clause in treaty.clauses if clause.id == answer.clause)


def _turns_on_attacker(clause: Clause) -> bool:
    if clause.trigger.by in (TriggerBy.NAMED, TriggerBy.NOT_NAMED):
        return True
    conditions = (*clause.conditions, *clause.unless)
    if any(condition.kind in _BY_ATTACKER for condition in conditions):
        return True
    terms = (
        term_of(word) for word in (*clause.open_terms, *(c.term for c in conditions if c.term))
    )
    readings = (reading for term in terms if term for reading in term.readings)
    return any(need.startswith(("attacker", "supporter")) for r in readings for need in r.needs)

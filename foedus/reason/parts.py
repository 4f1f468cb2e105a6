"""A clause in; what follows from its words alone out: what sets it off, who owes it, what it asks.

Nothing here depends on a day or on what happens.
"""

from collections.abc import Iterable

from foedus.law.terms import term_of
from foedus.model.scenario import EventKind
from foedus.model.term import Term
from foedus.model.treaty import Article, Clause, Condition, Treaty
from foedus.model.treaty_words import (
    Bearer,
    Beneficiary,
    ConditionKind,
    Duty,
    TriggerBy,
    TriggerKind,
    TriggerOn,
)
from foedus.reason.situation import ATTACKS, HOSTILE

SETS_OFF: dict[TriggerKind, tuple[EventKind, ...]] = {
    # who joins a war attacks the other side, be it in its friend's defence
    TriggerKind.ATTACK: (*ATTACKS, EventKind.JOIN),
    TriggerKind.AGGRESSION: (*ATTACKS, EventKind.JOIN, EventKind.BLOCKADE),
    # what is attacked is threatened too
    TriggerKind.THREAT: (
        *ATTACKS,
        EventKind.THREAT,
        EventKind.MOBILISATION,
        EventKind.BLOCKADE,
    ),
    TriggerKind.WAR: (*ATTACKS, EventKind.DECLARATION, EventKind.JOIN),
    TriggerKind.JOIN: (EventKind.JOIN, EventKind.DECLARATION),
    TriggerKind.MOBILISATION: (EventKind.MOBILISATION,),
    TriggerKind.BREACH: (
        *ATTACKS,
        EventKind.BLOCKADE,
        EventKind.DECLARATION,
        EventKind.COUP,
    ),
    TriggerKind.DECISION: (EventKind.FINDING,),
    TriggerKind.MATTER: tuple(EventKind),
    TriggerKind.ANY_TIME: (),
}
# duties of every day that an act of war against the one to whom they are owed would break
PEACEFUL = (
    Duty.NONAGGRESSION, Duty.NEUTRALITY, Duty.WITHHOLD_SUPPORT, Duty.NO_HOSTILE_ALLIANCE,
)  # fmt: skip
# conditions and facts that ask who else fights
_WHO_FIGHTS = (
    ConditionKind.EXTERNAL, ConditionKind.SUPPORTED_BY, ConditionKind.ATTACKER_CLASS,
    ConditionKind.ATTACKERS_AT_LEAST,
)  # fmt: skip
_FACTS_WHO_FIGHTS = ("attacker-beside", "supporter-fights", "supporter-helps")
# facts that ask which of several attackers it is
_FACTS_OF_ATTACKER = (
    "attacker-european", "attacker-named", "attacker-allied", "attacker-no-ally", "declared",
    "unprovoked",
)  # fmt: skip
# of these, those that look the attacker up
_LOOKED_UP = ("attacker-european", "attacker-allied", "attacker-no-ally")
# facts that ask who the bearer is
_FACTS_OF_BEARER = ("attacker-no-ally",)


class Part:
    """A clause with the article and the treaty that it stands in, and what follows from its words.

    `kinds` of events set it off; `terms` are those that decide whether it binds; `reserved` is what
    a bearer's own reservations add; `to_others`: nobody owes it for what happens to itself; `own`:
    it asks who the bearer is; `each`: it asks which of several attackers it is (`looked_up`: and
    what is known of it); `shifting`: it asks who else fights, and so may change from round to
    round; `standing`: it binds whatever happens.
    """

    def __init__(self, treaty: Treaty, article: Article, clause: Clause) -> None:
        self.treaty, self.article, self.clause = treaty, article, clause
        self.standing = clause.trigger.kind is TriggerKind.ANY_TIME
        self.kinds = frozenset(
            HOSTILE if self.standing and clause.duty in PEACEFUL else SETS_OFF[clause.trigger.kind]
        )
        self.bearers = _bearers(treaty, clause)
        self.duty, self.modality = clause.duty.value, clause.modality.value
        self.status = f"{treaty.text_status.value}, {clause.status.value}"
        self.to_others = self._to_others()
        self.reserved = self._reserved()
        self.conditions = (*clause.conditions, *clause.unless)
        asked = {t.id for c in self.conditions if c.term and (t := term_of(c.term)) is not None}
        found = {t.id: t for word in clause.open_terms if (t := term_of(word)) is not None}
        self.terms = tuple(t for t in found.values() if t.decides and t.id not in asked)
        needs = {need for term in self._all_terms() for r in term.readings for need in r.needs}
        named_to = clause.owed_to is Beneficiary.NAMED and clause.trigger.on is TriggerOn.PARTY
        self.own = named_to or bool(needs & {*_FACTS_OF_BEARER})
        self.each = (
            clause.trigger.by not in (TriggerBy.ANYONE, TriggerBy.ANY_STATE)
            or bool(needs & {*_FACTS_OF_ATTACKER})
            or any(c.kind is ConditionKind.UNPROVOKED for c in self._all_conditions())
        )
        self.looked_up = bool(needs & {*_LOOKED_UP})
        self.shifting = bool(needs & {*_FACTS_WHO_FIGHTS}) or any(
            c.kind in _WHO_FIGHTS for c in self._all_conditions()
        )
        classes = (ConditionKind.ATTACKER_CLASS, ConditionKind.ALLY_OF)
        of_class = [a for c in clause.conditions if c.kind in classes for a in c.actors]
        by = clause.trigger.by_named if clause.trigger.by is TriggerBy.NAMED else ()
        self.named = (*by, *of_class)
        self.beside = tuple(
            a for c in clause.conditions if c.kind is ConditionKind.SUPPORTED_BY for a in c.actors
        )

    def _reserved(self) -> dict[str, tuple[Condition, ...]]:
        found: dict[str, tuple[Condition, ...]] = {}
        for party in self.treaty.parties:
            for reservation in party.reservations:
                if self.clause.id in reservation.clauses and reservation.conditions:
                    held = found.get(party.actor, ())
                    found[party.actor] = (*held, *reservation.conditions)
        return found

    def _to_others(self) -> bool:
        clause = self.clause
        if clause.trigger.on is TriggerOn.ANYONE and clause.bearer is not Bearer.OTHER_PARTIES:
            return False
        return clause.bearer is Bearer.OTHER_PARTIES or clause.owed_to is not Beneficiary.NAMED

    def _all_conditions(self) -> Iterable[Condition]:
        yield from self.conditions
        for conditions in self.reserved.values():
            yield from conditions

    def _all_terms(self) -> Iterable[Term]:
        yield from self.terms
        for condition in self._all_conditions():
            term = term_of(condition.term) if condition.term else None
            if term is not None:
                yield term


def _bearers(treaty: Treaty, clause: Clause) -> tuple[str, ...]:
    if clause.bearer is Bearer.NAMED:
        return clause.bearers
    continued = (party.continued_by for party in treaty.parties if party.continued_by)
    actors = [*treaty.actors, *continued, *treaty.candidates]
    return tuple(dict.fromkeys(actors))

"""How a promise is limited, as coded, in; trigger, conditions and scope of its clause out.

What the data set flags and does not name stays open: a condition `coded-limit`, a fact that a
question may assume; until then the answer is disputed, never yes and never no.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from foedus.history.tables import LIMITS, PROMISES
from foedus.model.treaty import Condition, Trigger
from foedus.model.treaty_words import ConditionKind, TriggerBy, TriggerKind

CONFLICT = "limited to one conflict, which the data set does not name"
PLACE = "limited to a place, which the data set does not name"
ADVERSARY = "limited to an adversary, which the data set does not name"
DEMAND = "only after a demand is refused, which the data set does not name"
NUMBER = "limited by the number of adversaries, in a way that the data set does not tell"
SEVERAL = 2  # a promise of defence by number is one against several; how many is not coded

# what sets each promise in motion where no limit says otherwise; offence and neutrality matter in
# a war that a party fights, whoever began it
_TRIGGERS: dict[str, tuple[TriggerKind, TriggerBy]] = {
    "defense": (TriggerKind.ATTACK, TriggerBy.ANYONE),
    "offense": (TriggerKind.WAR, TriggerBy.NON_PARTY),
    "neutral": (TriggerKind.WAR, TriggerBy.NON_PARTY),
    "nonagg": (TriggerKind.ANY_TIME, TriggerBy.ANYONE),
    "consul": (TriggerKind.THREAT, TriggerBy.ANYONE),
}
_TOLD = {
    "coadv": "against a given adversary",
    "coloc": "in a given place",
    "cocon": "in a given conflict",
    "conum": "by the number of adversaries",
    "codem": "after a demand is refused",
    "conpr": "where the ally did not provoke it",
    "coatt": "where the ally is attacked",
    "coreq": "on request",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one promise, as one row codes them; equal for equal promises."""

    promise: str
    flags: frozenset[str]
    threats: tuple[int, ...] = ()

    @property
    def told(self) -> str:
        """The limits in words."""
        return "; ".join(f"only {_TOLD[flag]}" for flag in _TOLD if flag in self.flags)


def limits_of(row: Mapping[str, int | None], promise: str) -> Limits:
    """The limits of a promise in a row of the member level."""
    start = PROMISES[promise]
    flags = {limit for limit in LIMITS.get(start, ()) if row[f"{start}{limit}"]}
    threats = {row["statthr1"], row["statthr2"]} if "coadv" in flags else set()
    return Limits(promise, frozenset(flags), tuple(sorted(one for one in threats if one)))


def trigger_of(limits: Limits, named: tuple[str, ...]) -> Trigger:
    """What sets the promise in motion; `named` are the ids of the adversary."""
    kind, by = _TRIGGERS[limits.promise]
    if "coatt" in limits.flags:
        kind = TriggerKind.ATTACK
    if named and kind is not TriggerKind.ANY_TIME:
        return Trigger(kind, TriggerBy.NAMED, named)
    return Trigger(kind, by)


def conditions_of(limits: Limits, named: tuple[str, ...]) -> tuple[Condition, ...]:
    """What else must be so, in the order in which it is asked."""
    return tuple(_conditions(limits, named))


def _conditions(limits: Limits, named: tuple[str, ...]) -> Iterable[Condition]:
    flags = limits.flags
    several = "conum" in flags and limits.promise == "defense"
    if several:
        yield Condition(ConditionKind.ATTACKERS_AT_LEAST, count=SEVERAL)
    if "conpr" in flags or "coatt" in flags:
        yield Condition(ConditionKind.UNPROVOKED)
    if "coreq" in flags:
        yield Condition(ConditionKind.REQUEST)
    open_ = {
        ADVERSARY: "coadv" in flags and not named,
        PLACE: "coloc" in flags,
        CONFLICT: "cocon" in flags,
        DEMAND: "codem" in flags,
        NUMBER: "conum" in flags and not several,
    }
    yield from (Condition(ConditionKind.CODED_LIMIT, note=note) for note in open_ if open_[note])

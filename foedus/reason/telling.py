"""A question in; out, fact by fact, what calendar, atlas and question say, as `spec.lp` wants it.

What follows from the facts is said in `spec.lp` alone, apart from the engine.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from foedus.law.places import administered_by, areas_of, controlled_by, holder_on, place_of
from foedus.law.terms import UNTOLD, term_of
from foedus.model.scenario import Event, Scenario
from foedus.model.term import Term
from foedus.model.treaty import Condition, Treaty
from foedus.model.treaty_words import Beneficiary, ConditionKind, TriggerKind
from foedus.reason.conditions import (
    FACTS_BY_CONDITION,
    HOW,
    area_fact,
    binding,
    holder_named,
    home_inside,
    lands_of,
)
from foedus.reason.docket import Docket, Record, concerned
from foedus.reason.facts import CIVIL, OF_THE_ATTACK, ON_FORCES, SMALL, UNARMED
from foedus.reason.parts import Part
from foedus.reason.situation import HOSTILE, Happening, Situation, is_state

MEANS = {"small": SMALL, "unarmed": UNARMED, "civil": CIVIL, "forces": ON_FORCES,
         "partial": ("partial",)}  # fmt: skip

Fact = tuple[str, tuple[object, ...]]


@dataclass
class Telling:
    """The facts of a question. `only` leaves out the clauses of all treaties but one."""

    scenario: Scenario
    docket: Docket
    depth: int
    only: str = ""

    def __post_init__(self) -> None:
        happenings = tuple(Happening(event) for event in self.scenario.events)
        self.situation = Situation(self.scenario, happenings, self.docket.allied)
        self.events = [happening.event for happening in self.situation.happenings]
        self.records = [r for r in self.docket.all() if self.only in ("", r.treaty.id)]
        self.needed: set[str] = {"on-territory", "on-forces", "organ-found"}
        self.days = {self.situation.since(event) for event in self.events} | {self.scenario.on}
        parties = {
            a for r in self.records for p in r.treaty.parties for a in (p.actor, p.continued_by)
        }
        named = {a for r in self.records for part, _ in r.parts for a in _all_named(part)}
        parties |= {a for r in self.records for a in r.treaty.candidates}
        self.actors = sorted((parties | named | self.situation.met) - {""})

    def facts(self) -> Iterator[Fact]:
        yield "depth", (self.depth,)
        yield "today", (self.scenario.on.toordinal(),)
        for number, event in enumerate(self.events):
            yield from self._event(f"e{number}", event)
        for record in self.records:
            yield from self._treaty(record)
        yield from self._atlas()
        yield from self._question()

    def _event(self, name: str, event: Event) -> Iterator[Fact]:
        yield "event", (name,)
        yield "kind", (name, event.kind.value)
        yield "since", (name, self.situation.since(event).toordinal())
        yield from (("actor", (name, by)) for by in event.by)
        yield from (("target", (name, on)) for on in event.on)
        if event.place:
            yield "at", (name, event.place)
        if event.until is not None and event.until < self.scenario.on:
            yield "over", (name,)
        means = event.means.lower()
        yield from (
            ("means", (name, m)) for m, words in MEANS.items() if any(w in means for w in words)
        )

    def _treaty(self, record: Record) -> Iterator[Fact]:
        treaty = record.treaty
        if record.stands:
            yield "stands", (treaty.id,)
        if record.in_force.missing or record.unpublished:
            yield "shaky", (treaty.id,)
        yield from (("matters", (treaty.id, state)) for state in sorted(concerned(treaty)))
        for actor in self.actors:
            held = record.party(actor)[0]
            if held is not False:
                yield "party" if held else "maybe_party", (treaty.id, actor)
        bearers = sorted({b for part, _ in record.parts for b in part.bearers})
        for bearer in bearers:
            for victim in self.actors:
                for step in record.bound(bearer, victim).steps:
                    if step.what == "not suspended" and step.axis:
                        yield "still", (treaty.id, bearer, victim, step.axis)
                        told = self.scenario.assume.get(step.axis.removeprefix("fact/"))
                        sides = ("true", "false") if told is None else (str(told).lower(),)
                        yield from (("option", (step.axis, side)) for side in sides)
                    elif step.what == "not suspended":
                        yield "still", (treaty.id, bearer, victim)
        yield from self._early(record)
        for part, in_time in record.parts:
            if not in_time.extent.never:
                yield "in_time", (_named(part),)
            yield from self._clause(part)

    def _early(self, record: Record) -> Iterator[Fact]:
        """Of an attack that began before the treaty was in force another term decides."""
        term = term_of("continuing_attack")
        if term is None or record.started is None or not record.stands:
            return
        days = {f"e{n}": self.situation.since(event) for n, event in enumerate(self.events)}
        early = [name for name, day in days.items() if day < record.started]
        for name in early:
            yield "early", (record.treaty.id, name, _axis(record.treaty, term))
        if early:
            for part, _ in record.parts:
                yield from self._term(part, term)

    def _clause(self, part: Part) -> Iterator[Fact]:
        name, clause = _named(part), part.clause
        yield "clause", (name, part.treaty.id)
        yield "trigger", (name, clause.trigger.kind.value)
        yield "duty", (name, clause.duty.value)
        yield "modality", (name, clause.modality.value)
        yield "whose", (name, clause.trigger.by.value)
        yield "whom", (name, clause.trigger.on.value)
        yield from (("whose_named", (name, a)) for a in clause.trigger.by_named)
        yield from (("whom_named", (name, a)) for a in clause.trigger.on_named)
        yield from (("bearer", (name, b)) for b in part.bearers)
        yield from (("beneficiary", (name, a)) for a in clause.beneficiaries)
        yield from (("named", (name, a)) for a in part.named)
        yield from (("beside", (name, a)) for a in part.beside)
        yield from (("overrides", (name, f"{part.treaty.id}/{c}")) for c in clause.overrides)
        if part.to_others:
            yield "to_others", (name,)
        if clause.owed_to is Beneficiary.NAMED:
            yield "owed_named", (name,)
        if "military_measures" in clause.open_terms:
            yield "measures_count", (name,)
        yield from self._scope(part)
        yield from self._conditions(part)

    def _scope(self, part: Part) -> Iterator[Fact]:
        name = _named(part)
        for area in part.clause.scope:
            yield "scope", (name, area)
            if area.startswith("territory-under"):
                yield "holding_area", (area,)
                self.needed.add("administered")
        for actor in self.actors if part.clause.scope else ():
            inside = home_inside(part.clause, actor, self.scenario.on)
            if inside is None:
                fact = self._open(area_fact(part.treaty), None)
                yield "area_of", (part.treaty.id, fact)
            if inside is not False:
                yield "home", (name, actor, "inside" if inside else "open")
        if part.clause.trigger.kind is TriggerKind.AGGRESSION:
            self.needed.add("not-self-defence")
        for day in self.days:
            holder = holder_named(part.clause, day)
            if holder:
                yield "holder_at", (name, day.toordinal(), holder)

    def _conditions(self, part: Part) -> Iterator[Fact]:
        name, clause = _named(part), part.clause
        number = iter(range(1, 1000))
        for term in part.terms:
            mine = next(number)
            yield "required", (name, mine)
            yield "asks_term", (name, mine, _axis(part.treaty, term))
            yield from self._term(part, term)
        for word, conditions in (("required", clause.conditions), ("excepted", clause.unless)):
            for condition in conditions:
                mine = next(number)
                yield word, (name, mine)
                yield from self._condition(part, mine, condition)
        for bearer, conditions in part.reserved.items():
            for condition in conditions:
                mine = next(number)
                yield "reserved", (name, bearer, mine)
                yield from self._condition(part, mine, condition)

    def _condition(self, part: Part, mine: int, condition: Condition) -> Iterator[Fact]:
        name, kind = _named(part), condition.kind
        term = term_of(condition.term) if condition.term else None
        if term is not None and term.decides and kind is not ConditionKind.ATTACKERS_AT_LEAST:
            yield "asks_term", (name, mine, _axis(part.treaty, term))
            yield from self._term(part, term)
            return
        yield from (("asks_actor", (name, mine, a)) for a in condition.actors)
        match kind:
            case ConditionKind.ATTACKERS_AT_LEAST:
                yield "asks_count", (name, mine, condition.count)
            case ConditionKind.ATTACKER_CLASS if condition.term and not condition.actors:
                fact = condition.term.replace("_", "-")
                yield "asks_fact", (name, mine, self._open(fact, None))
            case ConditionKind.CODED_LIMIT:
                fact = f"{part.treaty.id} {condition.note}"
                yield "asks_fact", (name, mine, self._open(fact, None))
            case _ if kind in _ASKS_FACT:
                self.needed.add(_ASKS_FACT[kind])
                yield "asks_fact", (name, mine, _ASKS_FACT[kind])
            case ConditionKind.UNPROVOKED:
                self.needed |= {"unprovoked", "not-self-defence"}
                yield "asks", (name, mine, "unprovoked")
            case ConditionKind.THROUGH_TERRITORY:
                self._open(*FACTS_BY_CONDITION[kind])
                yield "asks", (name, mine, "through")
            case _ if kind in FACTS_BY_CONDITION:
                yield "asks_fact", (name, mine, self._open(*FACTS_BY_CONDITION[kind]))
            case _:
                yield "asks", (name, mine, _ASKS.get(kind, "nothing"))

    def _term(self, part: Part, term: Term) -> Iterator[Fact]:
        axis = _axis(part.treaty, term)
        bound = binding(self.scenario.readings, part.treaty, term)
        yield "uses", (_named(part), axis)
        for reading in term.readings:
            if bound in ("", reading.id):
                yield "option", (axis, reading.id)
            yield "reading", (axis, reading.id)
            for need in reading.needs:
                self.needed.add(need)
                yield "needs", (axis, reading.id, need)

    def _open(self, fact: str, default: bool | None) -> str:
        """The fact as a condition asks it, with what holds while nobody has told it."""
        self.needed.add(fact)
        self.defaults = {**getattr(self, "defaults", {}), fact: default}
        return fact

    def _atlas(self) -> Iterator[Fact]:
        yield from (("is_state", (a,)) for a in self.actors if is_state(a))
        for place in sorted({event.place for event in self.events if event.place}):
            yield from self._place(place)
        first: dict[str, str] = {}
        for event in self.events:
            if event.kind in HOSTILE and event.place:
                for actor in event.by:
                    first.setdefault(actor, event.place)
        yield from (("fought_at", (actor, place)) for actor, place in first.items())
        if first:
            yield "fought_at", (next(iter(first.values())),)
        for actor in self.actors:
            lands = lands_of(actor, self.scenario.on)
            if lands:
                yield "landed", (actor,)
            if any("europe" in areas_of(land) for land in lands):
                yield "european", (actor,)
            for other in self.actors:
                if self.docket.allied(actor, other):
                    yield "allied", (actor, other)

    def _place(self, name: str) -> Iterator[Fact]:
        place = place_of(name)
        if place is None:
            return
        yield "known", (name,)
        yield from (("lies_in", (name, area)) for area in sorted(areas_of(place)))
        yield from (("place_fact", (name, fact)) for fact in place.facts)
        told: tuple[tuple[str, Callable[[date], Iterable[str]]], ...] = (
            ("land", lambda day: holder_on(place.recognised, day)),
            ("administers", lambda day: administered_by(place, day)),
            ("controls", lambda day: controlled_by(place, day)),
        )
        for word, holders in told:
            for day in self.days:
                yield from ((word, (name, day.toordinal(), actor)) for actor in holders(day))

    def _question(self) -> Iterator[Fact]:
        for fact in sorted(self.needed):
            yield "fact", (fact,)
            yield from self._fallback(fact)

    def _fallback(self, fact: str) -> Iterator[Fact]:
        default = getattr(self, "defaults", {}).get(fact, UNTOLD.get(fact))
        finding = self.situation.fact(fact, default)
        if self.situation.told(fact):
            yield "told", (fact,)
        if fact in OF_THE_ATTACK and fact not in self.scenario.contest:
            yield "of_the_attack", (fact,)
        if finding.extent.axes:
            (axis,) = finding.extent.axes
            yield "axis", (fact, axis.name)
            yield "fallback", (fact, "open")
            yield from (("option", (axis.name, option)) for option in axis.options)
        else:
            yield "fallback", (fact, "yes" if finding.extent.always else "no")


_ASKS_FACT = {
    ConditionKind.ARTICLE_51: "not-self-defence", ConditionKind.REQUEST: "requested",
    ConditionKind.ORGAN_DECISION: "organ-found", ConditionKind.JOINT_FINDING: "organ-found",
}  # fmt: skip
_ASKS = {
    ConditionKind.EXTERNAL: "external", ConditionKind.SUPPORTED_BY: "supported",
    ConditionKind.ATTACKER_CLASS: "fighting",
}  # fmt: skip
assert not HOW & {*_ASKS}  # noqa: S101 - what bears on the how alone asks nothing


def _all_named(part: Part) -> Iterator[str]:
    clause = part.clause
    yield from (*clause.trigger.by_named, *clause.trigger.on_named, *clause.beneficiaries)
    yield from (*clause.bearers, *part.named, *part.beside)
    for conditions in (part.conditions, *part.reserved.values()):
        for condition in conditions:
            yield from condition.actors


def _named(part: Part) -> str:
    return f"{part.treaty.id}/{part.clause.id}"


def _axis(treaty: Treaty, term: Term) -> str:
    return f"{treaty.id}/{term.id}"

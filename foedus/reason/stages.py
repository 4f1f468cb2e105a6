"""One bearer, one clause and what happens in; out, each condition in order as a step that is taken.

Is the treaty in force, is the bearer bound, is it what sets the clause in motion, by whom, to whom,
where, how are its words read, do its conditions hold, does an exception.
"""

from dataclasses import replace
from datetime import date

from foedus.law.places import areas_of, holder_on
from foedus.law.standing import happened_by, party_on, standing
from foedus.law.terms import term_of
from foedus.model.scenario import EventKind, Step
from foedus.model.treaty import Party, Treaty
from foedus.model.treaty_words import (
    Beneficiary,
    Membership,
    TreatyStatus,
    TriggerBy,
    TriggerKind,
    TriggerOn,
)
from foedus.reason.conditions import (
    Bond,
    condition_step,
    deciding_terms,
    fact_of,
    hostile_to,
    term_step,
)
from foedus.reason.extent import ALWAYS, NEVER, Extent
from foedus.reason.situation import Facts, Finding, Happening, is_state

ATTACK = (EventKind.ATTACK, EventKind.NONSTATE_ATTACK, EventKind.OCCUPATION)
_SETS_OFF: dict[TriggerKind, tuple[EventKind, ...]] = {
    # who joins a war attacks the other side, be it in its friend's defence
    TriggerKind.ATTACK: (*ATTACK, EventKind.JOIN),
    TriggerKind.AGGRESSION: (*ATTACK, EventKind.JOIN, EventKind.BLOCKADE),
    # what is attacked is threatened too
    TriggerKind.THREAT: (*ATTACK, EventKind.THREAT, EventKind.MOBILISATION, EventKind.BLOCKADE),
    TriggerKind.WAR: (*ATTACK, EventKind.DECLARATION, EventKind.JOIN),
    TriggerKind.JOIN: (EventKind.JOIN, EventKind.DECLARATION),
    TriggerKind.MOBILISATION: (EventKind.MOBILISATION,),
    TriggerKind.BREACH: (
        *ATTACK,
        EventKind.BLOCKADE,
        EventKind.DECLARATION,
        EventKind.COUP,
    ),
    TriggerKind.DECISION: (EventKind.FINDING,),
    TriggerKind.MATTER: tuple(EventKind),
    TriggerKind.ANY_TIME: (),
}


class Steps:
    """The steps of one bond as they are taken; after one that fails in all worlds none follow."""

    def __init__(self) -> None:
        self.extent: Extent = ALWAYS
        self.taken: list[Step] = []
        self.missing: list[str] = []

    def take(self, extent: Extent, step: Step) -> bool:
        """Record the step; whether it is worth going on."""
        self.extent = self.extent & extent
        self.taken.append(step)
        return not self.extent.never

    def check(self, what: str, held: bool | None, because: str = "") -> bool:
        """A step that holds, fails, or is not known from the records."""
        if held is None:
            self.missing.append(f"{what}: {because}")
        return self.take(NEVER if held is False else ALWAYS, Step(what, held, because))


def walk(steps: Steps, bond: Bond, happening: Happening) -> None:
    """Every condition in order, as long as it is worth going on."""
    for stage in (_in_force, _bound, _set_off, _by_whom, _to_whom, _where):
        if not stage(steps, bond, happening):
            return
    for term in deciding_terms(bond.clause):
        if not steps.take(*term_step(bond, term, term.id.replace("_", " "))):
            return
    own = [
        c
        for party in bond.treaty.parties if party.actor == bond.bearer
        for reservation in party.reservations if bond.clause.id in reservation.clauses
        for c in reservation.conditions
    ]  # fmt: skip
    for condition in (*bond.clause.conditions, *own):
        if not steps.take(*condition_step(bond, condition)):
            return
    for exception in bond.clause.unless:
        extent, step = condition_step(bond, exception)
        held = None if step.held is None else not step.held
        told = replace(step, what=f"not: {step.what}", held=held)
        if not steps.take(~extent, told):
            return


def _in_force(steps: Steps, bond: Bond, happening: Happening) -> bool:
    treaty, clause, day = bond.treaty, bond.clause, bond.situation.day
    stands = standing(treaty, day)
    when = " or ".join(dict.fromkeys(f.day.text for f in stands.because if f.day))
    status = stands.status
    if status is TreatyStatus.NOT_YET_IN_FORCE:
        return steps.check("in force", False, f"not in force until {when or 'a day not known'}")
    if status is TreatyStatus.ENDED:
        return steps.check("in force", False, f"ended {when}")
    if treaty.known_until and day > treaty.known_until.last:
        steps.check("in force", None, f"the record ends on {treaty.known_until.last}")
    elif status is TreatyStatus.UNKNOWN:
        if not steps.check("in force", None, f"the sources differ or are silent: {when}"):
            return False
    elif not steps.check("in force", True, f"since {when}"):
        return False
    if not _begun_in_force(steps, bond, happening):
        return False
    if clause.since and day < clause.since.first:
        return steps.check("clause in force", False, f"not before {clause.since.text}")
    if clause.until and day > clause.until.last:
        return steps.check("clause in force", False, f"until {clause.until.text}")
    return True


def _begun_in_force(steps: Steps, bond: Bond, happening: Happening) -> bool:
    """An attack that began before the treaty was in force: whether it counts is an open term."""
    begun = bond.situation.since(happening.event)
    started = [fact.day.last for fact in bond.treaty.in_force if fact.day]
    term = term_of("continuing_attack")
    if term is None or not started or begun >= min(started):
        return True
    before = Finding(NEVER, f"begun on {begun}")
    facts = replace(bond.facts, known={"begun-in-force": before})
    return steps.take(*term_step(replace(bond, facts=facts), term, "begun before it was in force"))


def _bound(steps: Steps, bond: Bond, happening: Happening) -> bool:
    """Whether the bearer is a party on the day, and its duties do not stand still."""
    day = bond.situation.day
    if not steps.check(f"{bond.bearer} is bound", *_party(bond.treaty, bond.bearer, day)):
        return False
    for party in (p for p in bond.treaty.parties if p.actor == bond.bearer):
        for still in party.suspended:
            over = still.until is not None and still.until.last < day
            towards = not still.towards or bond.victim in still.towards
            if still.since.first <= day and not over and towards:
                return steps.check("not suspended", False, f"suspended since {still.since.text}")
    return True


def _party(treaty: Treaty, actor: str, day: date) -> tuple[bool | None, str]:
    answer = party_on(treaty, actor, day)
    if answer is False:
        continued = [_continues(treaty, p, day) for p in treaty.parties if p.continued_by == actor]
        if True in continued:
            return True, "carries the treaty on"
    if answer is None:
        partial = treaty.membership is Membership.PARTIAL
        return None, "the record lists not all parties" if partial else "the dates differ"
    return answer, "" if answer else f"{actor} is no party on that day"


def _continues(treaty: Treaty, party: Party, day: date) -> bool | None:
    return happened_by(party.left, day) if party.left else None


def _set_off(steps: Steps, bond: Bond, happening: Happening) -> bool:
    kinds = _SETS_OFF[bond.clause.trigger.kind]
    what, event = bond.clause.trigger.kind.value, happening.event
    if event.kind in kinds:
        return steps.check(f"{what}", True, f"{event.kind.value} by {', '.join(event.by)}")
    return steps.check(what, False, f"{event.kind.value} is no {what}")


def _by_whom(steps: Steps, bond: Bond, happening: Happening) -> bool:
    trigger, event = bond.clause.trigger, happening.event
    names = ", ".join(trigger.by_named)
    match trigger.by:
        case TriggerBy.NAMED:
            held = any(by in trigger.by_named for by in event.by)
            return steps.check("by whom", held, "" if held else f"the clause names {names}")
        case TriggerBy.NOT_NAMED:
            held = not any(by in trigger.by_named for by in event.by)
            return steps.check("by whom", held, "" if held else f"not by {names}")
        case TriggerBy.NON_PARTY:
            day = bond.situation.day
            held = not any(party_on(bond.treaty, by, day) for by in event.by)
            return steps.check("by whom", held, "" if held else "by a party")
        case TriggerBy.ANY_STATE if event.kind is not EventKind.NONSTATE_ATTACK:
            held = any(map(is_state, event.by))
            return steps.check("by whom", held, "" if held else "by no state")
        case _:
            return True


def _to_whom(steps: Steps, bond: Bond, happening: Happening) -> bool:
    trigger, victim, day = bond.clause.trigger, bond.victim, bond.situation.day
    if hostile_to(bond.situation, victim, bond.bearer):
        return steps.check("to whom", False, f"{bond.bearer} is itself on the other side")
    if bond.clause.owed_to is Beneficiary.NAMED and trigger.on is TriggerOn.PARTY:
        held = victim in (*bond.clause.beneficiaries, bond.bearer)
        return steps.check("to whom", held, "" if held else f"the clause is not for {victim}")
    match trigger.on:
        case TriggerOn.NAMED:
            held = victim in trigger.on_named
            names = ", ".join(trigger.on_named)
            return steps.check("to whom", held, "" if held else f"the clause names {names}")
        case TriggerOn.THIRD_STATE:
            answer = party_on(bond.treaty, victim, day)
            held_ = None if answer is None else not answer
            return steps.check("to whom", held_, f"{victim} is a party" if answer else "")
        case TriggerOn.PARTY:
            answer, because = _party(bond.treaty, victim, day)
            because = because or ("" if answer else f"{victim} is no party")
            return steps.check("to whom", answer, because)
        case _:
            return True


def _where(steps: Steps, bond: Bond, happening: Happening) -> bool:
    """Whether the place lies in the clause's area, and, for an attack, is the victim's."""
    scope, facts = bond.clause.scope, bond.facts
    if happening.event.kind is EventKind.JOIN and not (scope and happening.event.place):
        return True  # the land of a war that one joins matters to a clause with an area only
    if happening.event.kind not in (*ATTACK, EventKind.JOIN, EventKind.BLOCKADE):
        return True
    if bond.clause.trigger.kind is TriggerKind.WAR and not scope:
        return True  # a war is one wherever it is fought
    if not happening.event.place:
        return steps.take(ALWAYS, Step("place", True, "on the victim's territory", assumed=True))
    if facts.place is None:
        return steps.check("place", None, f"'{happening.event.place}' is in no record of places")
    if scope:
        return _in_scope(steps, bond, facts)
    return _on_territory(steps, bond)


def _in_scope(steps: Steps, bond: Bond, facts: Facts) -> bool:
    """In one of the areas named; and where a holding is named too, held so."""
    place = facts.place
    assert place is not None  # noqa: S101 - `_where` has asked
    inside, scope = areas_of(place), bond.clause.scope
    administered = [area for area in scope if area.startswith("territory-under")]
    areas = [area for area in scope if area not in administered]
    wanted = f"{place.names[0]} lies outside the treaty area: {', '.join(scope)}"
    if administered:
        finding = fact_of(bond, "administered")
        if finding.extent.never:
            return steps.check("place", False, wanted)
        step = Step("place", True, finding.because)
        if not steps.take(finding.extent, step) or not areas:
            return not steps.extent.never
    for area in areas:
        if area == "territory-of-the-parties":
            finding = facts.get("on-territory")
            if not finding.extent.never:
                return steps.take(finding.extent, Step("place", True, finding.because))
        elif area in inside:
            return steps.check("place", True, f"{place.names[0]} lies in {area}")
    return steps.check("place", False, wanted)


def _on_territory(steps: Steps, bond: Bond) -> bool:
    facts = bond.facts
    finding = facts.get("on-territory")
    if not finding.extent.never:
        return steps.take(finding.extent, Step("place", True, finding.because))
    day = bond.situation.since(facts.event)
    place = facts.place
    owners = holder_on(place.recognised, day) if place else ()
    if not owners or facts.get("on-forces").extent.always:
        return True  # nobody's place, or the victim's forces wherever they are
    return steps.check("place", False, f"outside the territory of {bond.victim}: {finding.because}")

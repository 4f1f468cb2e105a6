"""A clause and what happens in; out, each condition in order as a step that is taken.

Is it what sets the clause in motion, by whom, to whom, where, how are its words read, do its
conditions hold, does an exception. Whether the treaty stands and binds the bearer: see `docket`.
"""

from collections.abc import Iterable
from dataclasses import replace

from foedus.law.places import areas_of, holder_on
from foedus.law.terms import term_of
from foedus.model.scenario import EventKind, Step
from foedus.model.term import Place
from foedus.model.treaty import Condition
from foedus.model.treaty_words import Beneficiary, TriggerBy, TriggerKind, TriggerOn
from foedus.reason.conditions import (
    Bond,
    area_fact,
    begun_early,
    condition_step,
    fact_of,
    fact_step,
    holder_named,
    home_inside,
    term_step,
)
from foedus.reason.extent import ALWAYS, NEVER
from foedus.reason.facts import Facts
from foedus.reason.situation import ATTACKS, Finding, Happening, is_state
from foedus.reason.trail import Steps, Trail


def walk(bond: Bond, happening: Happening) -> Trail:
    """Every condition in order, as long as it is worth going on."""
    steps = Steps()
    for stage in (_begun_in_force, _set_off, _no_defence, _by_whom, _to_whom, _where):
        if not stage(steps, bond, happening):
            return steps.trail()
    for term in bond.part.terms:
        if not steps.take(*term_step(bond, term, term.id.replace("_", " "))):
            return steps.trail()
    for condition in bond.clause.conditions:
        if not steps.take(*condition_step(bond, condition)):
            return steps.trail()
    for exception in bond.clause.unless:
        extent, step = condition_step(bond, exception)
        held = None if step.held is None else not step.held
        told = replace(step, what=f"not: {step.what}", held=held)
        if not steps.take(~extent, told):
            return steps.trail()
    return steps.trail()


def reserve(bond: Bond, conditions: Iterable[Condition]) -> Trail:
    """The conditions that the bearer's own reservations add."""
    steps = Steps()
    for condition in conditions:
        if not steps.take(*condition_step(bond, condition)):
            break
    return steps.trail()


def _begun_in_force(steps: Steps, bond: Bond, happening: Happening) -> bool:
    """An attack that began before the treaty was in force: whether it counts is an open term."""
    term = term_of("continuing_attack")
    if term is None or not begun_early(bond):
        return True
    return steps.take(*term_step(bond, term, "begun before it was in force"))


def _set_off(steps: Steps, bond: Bond, happening: Happening) -> bool:
    what, event = bond.clause.trigger.kind.value, happening.event
    if bond.part.standing:
        told = f"{event.kind.value} against {bond.victim}"
        return steps.check("act against it", event.kind in bond.part.kinds, told)
    if event.kind in bond.part.kinds:
        return steps.check(f"{what}", True, f"{event.kind.value} by {', '.join(event.by)}")
    return steps.check(what, False, f"{event.kind.value} is no {what}")


def _no_defence(steps: Steps, bond: Bond, happening: Happening) -> bool:
    """Aggression is no lawful self-defence, nor is it to help who was attacked."""
    if bond.clause.trigger.kind is not TriggerKind.AGGRESSION:
        return True
    return steps.take(*fact_step("no self-defence", bond.facts.get("not-self-defence")))


def _by_whom(steps: Steps, bond: Bond, happening: Happening) -> bool:
    trigger, event = bond.clause.trigger, happening.event
    names = ", ".join(trigger.by_named)
    match trigger.by:
        case TriggerBy.NAMED:
            held = any(by in trigger.by_named for by in event.by)
            return steps.check("by whom", held, "" if held else f"the clause names {names}")
        case TriggerBy.NOT_NAMED:
            held = any(by not in trigger.by_named for by in event.by)
            return steps.check("by whom", held, "" if held else f"not by {names}")
        case TriggerBy.NON_PARTY:
            held = any(bond.record.party(by)[0] is not True for by in event.by)
            return steps.check("by whom", held, "" if held else "by a party")
        case TriggerBy.ANY_STATE if event.kind is not EventKind.NONSTATE_ATTACK:
            held = any(map(is_state, event.by))
            return steps.check("by whom", held, "" if held else "by no state")
        case _:
            return True


def _to_whom(steps: Steps, bond: Bond, happening: Happening) -> bool:
    trigger, victim = bond.clause.trigger, bond.victim
    if bond.clause.owed_to is Beneficiary.NAMED and trigger.on is TriggerOn.PARTY:
        held = victim in (*bond.clause.beneficiaries, bond.bearer)
        return steps.check("to whom", held, "" if held else f"the clause is not for {victim}")
    match trigger.on:
        case TriggerOn.NAMED:
            held = victim in trigger.on_named
            names = ", ".join(trigger.on_named)
            return steps.check("to whom", held, "" if held else f"the clause names {names}")
        case TriggerOn.THIRD_STATE:
            answer, _ = bond.record.party(victim)
            held_ = None if answer is None else not answer
            return steps.check("to whom", held_, f"{victim} is a party" if answer else "")
        case TriggerOn.PARTY:
            answer, because = bond.record.party(victim)
            because = because or ("" if answer else f"{victim} is no party")
            return steps.check("to whom", answer, because)
        case _:
            return True


def _where(steps: Steps, bond: Bond, happening: Happening) -> bool:
    """Whether the place lies in the clause's area, and, for an attack, is the victim's."""
    scope, facts = bond.clause.scope, bond.facts
    if happening.event.kind is EventKind.JOIN and not scope:
        return True  # the land of a war that one joins matters to a clause with an area only
    if happening.event.kind not in (*ATTACKS, EventKind.JOIN, EventKind.BLOCKADE):
        return True
    if bond.clause.trigger.kind is TriggerKind.WAR and not scope:
        return True  # a war is one wherever it is fought
    if not happening.event.place:
        return _at_home(steps, bond)
    if facts.place is None:
        return steps.check("place", None, f"'{happening.event.place}' is in no record of places")
    if scope:
        return _in_scope(steps, bond, facts)
    return _on_territory(steps, bond)


def _at_home(steps: Steps, bond: Bond) -> bool:
    """Where no place is given it is the victim's own land, and that must lie in the area."""
    scope, victim, day = bond.clause.scope, bond.victim, bond.situation.day
    holder = holder_named(bond.clause, bond.situation.since(bond.facts.event))
    inside = home_inside(bond.clause, victim, day)
    if holder not in ("", victim) or inside is False:
        told = f"no land of {victim} lies in the treaty area: {', '.join(scope)}"
        return steps.check("place", False, told)
    if inside is None:
        return steps.take(*fact_step("place", bond.situation.fact(area_fact(bond.treaty), None)))
    return steps.take(ALWAYS, Step("place", True, "on the victim's territory", assumed=True))


def _in_scope(steps: Steps, bond: Bond, facts: Facts) -> bool:
    """In one of the areas named; and where a holding is named too, held so."""
    place = facts.place
    assert place is not None  # noqa: S101 - `_where` has asked
    scope = bond.clause.scope
    administered = [area for area in scope if area.startswith("territory-under")]
    areas = [area for area in scope if area not in administered]
    wanted = f"{place.names[0]} lies outside the treaty area: {', '.join(scope)}"
    held = fact_of(bond, "administered") if administered else Finding(ALWAYS)
    inside = _inside(bond, place, areas) if areas else Finding(ALWAYS)
    extent = held.extent & inside.extent
    if extent.never:
        return steps.check("place", False, wanted)
    because = "; ".join(filter(None, (held.because, inside.because)))
    return steps.take(extent, Step("place", True, because))


def _inside(bond: Bond, place: Place, areas: Iterable[str]) -> Finding:
    """In which worlds the place lies in one of the areas, and is not a stranger's land."""
    facts, extent, told, known = bond.facts, NEVER, [], areas_of(place)
    owners = holder_on(place.recognised, bond.situation.since(facts.event))
    shared = not owners or any(bond.record.party(owner)[0] for owner in owners)
    for area in areas:
        if area == "territory-of-the-parties":
            finding = facts.get("on-territory")
            extent = extent | finding.extent
            told += [] if finding.extent.never else [finding.because]
        elif area in known:
            extent = extent | (ALWAYS if shared else facts.get("on-territory").extent)
            told.append(f"{place.names[0]} lies in {area}")
    return Finding(extent, "; ".join(told))


def _on_territory(steps: Steps, bond: Bond) -> bool:
    """On the victim's land, on nobody's, or on its forces wherever they are."""
    finding = _own(bond.facts)
    if finding.extent.never:
        told = f"outside the territory of {bond.victim}: {finding.because}"
        return steps.check("place", False, told)
    if not finding.because:
        return True
    return steps.take(finding.extent, Step("place", True, finding.because))


def _own(facts: Facts) -> Finding:
    """In which worlds the place is the victim's land, nobody's, or its forces are hit there."""
    finding, forces = facts.get("on-territory"), facts.get("on-forces")
    place, day = facts.place, facts.situation.since(facts.event)
    if place is None or not holder_on(place.recognised, day):
        return Finding(ALWAYS)
    told = finding.because if forces.extent.never else forces.because
    return Finding(finding.extent | forces.extent, told)

"""One condition of a clause in, in which worlds it holds out, with the step that says so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from foedus.law.places import areas_of, holder_on, place_of, places
from foedus.law.terms import term_of
from foedus.model.scenario import EventKind, Step
from foedus.model.term import Place, Term
from foedus.model.treaty import Clause, Condition, Treaty
from foedus.model.treaty_words import ConditionKind
from foedus.reason.docket import Record
from foedus.reason.extent import ALWAYS, NEVER, Axis, Extent, certainly, where
from foedus.reason.facts import Facts
from foedus.reason.parts import Part
from foedus.reason.situation import UNRAISED, Finding, Situation

# conditions that bear on what is done and how, and not on whether the duty is there
HOW = {
    ConditionKind.OWN_LAWS, ConditionKind.CONSTITUTIONAL_PROCESSES, ConditionKind.NECESSITY,
}  # fmt: skip
# conditions that are facts of the scenario, by the name of the fact; None: open till somebody tells
FACTS_BY_CONDITION: dict[ConditionKind, tuple[str, bool | None]] = {
    ConditionKind.PARTY_OPINION: ("party-of-that-opinion", True),
    ConditionKind.NO_CONCERTED_ACTION: ("no-concerted-action", True),
    ConditionKind.NOT_YET_AT_WAR: ("not-yet-at-war", True),
    ConditionKind.THROUGH_TERRITORY: ("through-territory", False),
    ConditionKind.STATE_OF_WAR: ("state-of-war", None),
    ConditionKind.CONSENT: ("consent", None),
    ConditionKind.VITAL_INTEREST: ("vital-interest", None),
    ConditionKind.FORCED: ("forced", None),
    ConditionKind.RESISTS: ("resists-with-force", None),
    ConditionKind.SPECIFIC_POLICY: ("specific-policy", None),
}


@dataclass(frozen=True, slots=True)
class Bond:
    """One bearer, one clause, one victim: what the conditions are asked of.

    The bearer is "" where the clause does not ask who it is.
    """

    record: Record
    part: Part
    bearer: str
    facts: Facts

    @property
    def treaty(self) -> Treaty:
        return self.record.treaty

    @property
    def clause(self) -> Clause:
        return self.part.clause

    @property
    def victim(self) -> str:
        return self.facts.victim

    @property
    def situation(self) -> Situation:
        return self.facts.situation


def condition_step(bond: Bond, condition: Condition) -> tuple[Extent, Step]:
    """In which worlds the condition holds."""
    term = term_of(condition.term) if condition.term else None
    name = condition.kind.value.replace("-", " ")
    if term is not None and term.decides and condition.kind is not ConditionKind.ATTACKERS_AT_LEAST:
        return term_step(bond, term, name)
    if condition.kind in HOW:
        return ALWAYS, Step(name, True, "bears on how it is done, and not on whether")
    if condition.kind is ConditionKind.THROUGH_TERRITORY and _passes(bond, condition):
        return fact_step(name, Finding(ALWAYS, f"through {bond.facts.event.place}"))
    if condition.kind is ConditionKind.ARTICLE_51:
        return fact_step(name, bond.facts.get("not-self-defence"))
    if condition.kind is ConditionKind.UNPROVOKED:
        return _unprovoked(bond, name)
    if condition.kind is ConditionKind.CODED_LIMIT:
        return fact_step(name, bond.situation.fact(f"{bond.treaty.id} {condition.note}", None))
    if condition.kind in FACTS_BY_CONDITION:
        return fact_step(name, bond.situation.fact(*FACTS_BY_CONDITION[condition.kind]))
    return fact_step(name, _told(bond, condition))


def _unprovoked(bond: Bond, name: str) -> tuple[Extent, Step]:
    """Not provoked by the victim; and who joins against one that attacked was provoked by that."""
    finding = bond.facts.get("unprovoked")
    if bond.facts.event.kind is EventKind.JOIN:
        first = bond.facts.get("not-self-defence")
        if not first.extent.always:
            finding = Finding(finding.extent & first.extent, first.because)
    return fact_step(name, finding)


def _passes(bond: Bond, condition: Condition) -> bool:
    """Whether the place itself is the land that the attack must pass through."""
    place, day = bond.facts.place, bond.situation.since(bond.facts.event)
    if place is None or bond.situation.told("through-territory"):
        return False
    return bool({*holder_on(place.recognised, day)} & {*condition.actors})


def _told(bond: Bond, condition: Condition) -> Finding:
    """A condition that the events themselves answer."""
    situation, attackers = bond.situation, bond.situation.attackers_of(bond.victim)
    match condition.kind:
        case ConditionKind.EXTERNAL:
            outside = {a: extent for a, extent in attackers.items() if a != bond.victim}
            return _side_by_side(outside, attackers, "by")
        case ConditionKind.REQUEST:
            return bond.facts.get("requested")
        case ConditionKind.ORGAN_DECISION | ConditionKind.JOINT_FINDING:
            return bond.facts.get("organ-found")
        case ConditionKind.SUPPORTED_BY:
            return _side_by_side(condition.actors, _supporters(bond, attackers))
        case ConditionKind.ATTACKER_CLASS if not condition.actors and condition.term:
            return situation.fact(condition.term.replace("_", "-"), None)
        case ConditionKind.ATTACKER_CLASS if condition.actors:
            return _side_by_side(condition.actors, attackers, "the clause is about")
        case ConditionKind.ATTACKERS_AT_LEAST:
            return _at_least(condition.count, attackers)
        case _:
            return Finding(ALWAYS, condition.note or "not coded", assumed=True)


def _supporters(bond: Bond, attackers: Mapping[str, Extent]) -> Mapping[str, Extent]:
    """Who supports the attacker: in arms, or by the measures that the clause counts as support."""
    if "military_measures" not in bond.clause.open_terms:
        return attackers
    found = dict(attackers)
    for happening in bond.situation.of(EventKind.MOBILISATION, EventKind.THREAT):
        if bond.victim in happening.event.on:
            for actor in happening.event.by:
                found[actor] = found.get(actor, NEVER) | happening.extent
    return found


def _side_by_side(
    actors: Iterable[str], attackers: Mapping[str, Extent], told: str = "with"
) -> Finding:
    extent, names = NEVER, tuple(actors)
    for actor in names:
        extent = extent | attackers.get(actor, NEVER)
    return Finding(extent, f"{told} {', '.join(names) or 'nobody'}")


def _at_least(count: int, attackers: Mapping[str, Extent]) -> Finding:
    """Where so many fight against the victim at once."""
    reached = [ALWAYS] + [NEVER] * count
    for extent in attackers.values():
        for already in range(count, 0, -1):
            reached[already] = reached[already] | (reached[already - 1] & extent)
    return Finding(reached[count], f"by {', '.join(attackers) or 'nobody'}")


def term_step(bond: Bond, term: Term, name: str) -> tuple[Extent, Step]:
    """In which worlds the term is met: for each reading, where the facts that it needs hold."""
    axis = Axis(f"{bond.treaty.id}/{term.id}", tuple(reading.id for reading in term.readings))
    bound = binding(bond.situation.scenario.readings, bond.treaty, term)
    extent, told, silent = NEVER, [], True
    for reading in term.readings:
        findings = [(need, fact_of(bond, need)) for need in reading.needs]
        met = ALWAYS
        for _, finding in findings:
            met = met & finding.extent
        if bound in ("", reading.id):
            extent = extent | (met if bound else where(axis, (reading.id,)) & met)
        told += [f"{n}: {f.because}" for n, f in findings if f.because not in ("", UNRAISED)]
        silent = silent and all(f.assumed for _, f in findings if f.extent.never)
    open_still = axis in extent.axes
    because = "; ".join(dict.fromkeys(told))
    if bound:
        because = f"read as {bound}" + (f": {because}" if because and extent.never else "")
    options = tuple(r.id for r in term.readings if not (where(axis, (r.id,)) & extent).never)
    held = None if not (extent.always or extent.never) else extent.always
    # what fails only because the question is silent is no more than assumed
    step = Step(
        name, held, because, axis.name if open_still else "", options if open_still else (),
        assumed=extent.never and silent,
    )  # fmt: skip
    return extent, step


def fact_of(bond: Bond, name: str) -> Finding:
    """The fact with this name, as the treaties in force settle it where nobody has raised it."""
    told = bond.situation.told
    attackers, day, allied = bond.facts.event.by, bond.situation.day, bond.situation.allied
    asks_holder = name in ("administered", "controlled")
    since = bond.situation.since(bond.facts.event)
    holder = holder_named(bond.clause, since) if asks_holder else ""
    if holder:
        return replace(bond.facts, victim=holder).get(name)
    if name == "attacker-no-ally" and not told(name):
        by = sorted({t for a in attackers for t in allied(a, bond.bearer)})
        if by:
            return Finding(NEVER, f"{', '.join(attackers)} and {bond.bearer} share {', '.join(by)}")
    if name == "attacker-european" and not told(name):
        lands = [land for a in attackers for land in lands_of(a, day)]
        if lands:
            yes = any("europe" in areas_of(land) for land in lands)
            return Finding(certainly(yes), f"by {', '.join(attackers)}")
    if name == "attacker-allied" and not told(name) and bond.facts.named:
        if {*attackers} & {*bond.facts.named}:
            return Finding(ALWAYS, f"by {', '.join(attackers)}")
        by = sorted({t for a in attackers for n in bond.facts.named for t in allied(a, n)})
        if by:
            return Finding(ALWAYS, f"allied by {', '.join(by)}")
    if name == "on-a-party" and not told(name):
        party, because = bond.record.party(bond.victim)
        if party is None:
            return bond.situation.fact(name, None)
        return Finding(certainly(party), because or f"{bond.victim} is a party")
    if name == "begun-in-force" and begun_early(bond):
        return Finding(NEVER, f"begun on {since}")
    return bond.facts.get(name)


def begun_early(bond: Bond) -> bool:
    """Whether it began before the treaty was in force."""
    started = bond.record.started
    return started is not None and bond.situation.since(bond.facts.event) < started


def holder_named(clause: Clause, day: date) -> str:
    """The state whose land counts whoever is hit: "territory-under-administration-of-japan"."""
    for area in clause.scope:
        land = place_of(area.rpartition("-of-")[2]) if area.startswith("territory-under") else None
        for actor in holder_on(land.recognised, day) if land else ():
            return actor
    return ""


def area_fact(treaty: Treaty) -> str:
    """That it happens in the treaty's area, where no place is given and only a part lies in it."""
    return f"in the area of {treaty.id}"


def home_inside(clause: Clause, state: str, day: date) -> bool | None:
    """Whether the main land of a state lies in the area of the clause; None: a part of it does.

    Its main land are the places recognised as its own that lie within no other and not overseas.
    True where no area is named, or no record tells of its land.
    """
    areas = {area for area in clause.scope if not area.startswith("territory-under")}
    main = [p for p in lands_of(state, day) if not p.within and "overseas" not in p.facts]
    if not areas or not main or "territory-of-the-parties" in areas:
        return True
    inside = {bool(areas & areas_of(place)) for place in main}
    return inside.pop() if len(inside) == 1 else None


@cache
def lands_of(actor: str, day: date) -> tuple[Place, ...]:
    """The places that are recognised as the state's on that day."""
    return tuple(p for p in places().values() if actor in holder_on(p.recognised, day))


def binding(readings: Mapping[str, str], treaty: Treaty, term: Term) -> str:
    """The reading that the question binds the term to, else the one that the treaty defines."""
    for name in (term.id, *term.merges):
        for key in (f"{treaty.id}/{name}", name):
            if key in readings:
                return readings[key]
    defined = (r.id for r in term.readings if treaty.id in r.defined_by)
    return next(defined, "")


def fact_step(name: str, finding: Finding) -> tuple[Extent, Step]:
    """A finding as a step of this name, with the worlds in which it holds."""
    extent = finding.extent
    held = None if not (extent.always or extent.never) else extent.always
    axis = extent.axes[0].name if held is None and extent.axes else ""
    return extent, Step(name, held, finding.because, axis, assumed=finding.assumed)

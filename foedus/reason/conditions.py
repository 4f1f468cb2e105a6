"""One condition of a clause in, in which worlds it holds out, with the step that says so."""

from collections.abc import Iterable
from dataclasses import dataclass

from foedus.law.terms import term_of
from foedus.model.scenario import EventKind, Step
from foedus.model.term import Term
from foedus.model.treaty import Clause, Condition, Treaty
from foedus.model.treaty_words import ConditionKind
from foedus.reason.extent import ALWAYS, NEVER, Axis, Extent, certainly, where
from foedus.reason.situation import HOSTILE, Facts, Finding, Situation

# conditions that bear on what is done and how, and not on whether the duty is there
_HOW = {
    ConditionKind.OWN_LAWS, ConditionKind.CONSTITUTIONAL_PROCESSES, ConditionKind.NECESSITY,
}  # fmt: skip
# conditions that are facts of the scenario, by the name of the fact; None: open till somebody tells
_FACTS: dict[ConditionKind, tuple[str, bool | None]] = {
    ConditionKind.UNPROVOKED: ("unprovoked", True),
    ConditionKind.ARTICLE_51: ("not-self-defence", True),
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
    """One bearer, one clause, one victim: what the conditions are asked of."""

    treaty: Treaty
    clause: Clause
    bearer: str
    facts: Facts

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
    if condition.kind in _HOW:
        return ALWAYS, Step(name, True, "bears on how it is done, and not on whether")
    if condition.kind in _FACTS:
        return _step(name, bond.situation.fact(*_FACTS[condition.kind]))
    return _step(name, _told(bond, condition))


def _told(bond: Bond, condition: Condition) -> Finding:
    """A condition that the events themselves answer."""
    situation, attackers = bond.situation, bond.situation.attackers_of(bond.victim)
    match condition.kind:
        case ConditionKind.EXTERNAL:
            outside = [a for a in attackers if a != bond.victim]
            return Finding(certainly(bool(outside)), f"by {', '.join(outside) or 'nobody outside'}")
        case ConditionKind.REQUEST:
            asked = [h for h in situation.of(EventKind.REQUEST) if bond.victim in h.event.by]
            return Finding(certainly(bool(asked)), "asked for" if asked else "nobody has asked")
        case ConditionKind.ORGAN_DECISION | ConditionKind.JOINT_FINDING:
            found = [h.event for h in situation.of(EventKind.FINDING)]
            who = ", ".join(by for event in found for by in event.by)
            return Finding(certainly(bool(found)), f"found by {who}" if found else "no finding")
        case ConditionKind.SUPPORTED_BY:
            return _side_by_side(condition.actors, attackers)
        case ConditionKind.ATTACKER_CLASS if condition.actors:
            return _side_by_side(condition.actors, attackers, "the clause is about")
        case ConditionKind.ATTACKERS_AT_LEAST:
            return _at_least(condition.count, attackers)
        case _:
            return Finding(ALWAYS, condition.note or "not coded", assumed=True)


def _side_by_side(
    actors: Iterable[str], attackers: dict[str, Extent], told: str = "with"
) -> Finding:
    extent = NEVER
    for actor in actors:
        extent = extent | attackers.get(actor, NEVER)
    return Finding(extent, f"{told} {', '.join(actors)}")


def _at_least(count: int, attackers: dict[str, Extent]) -> Finding:
    """Where so many fight against the victim at once."""
    reached = [ALWAYS] + [NEVER] * count
    for extent in attackers.values():
        for already in range(count, 0, -1):
            reached[already] = reached[already] | (reached[already - 1] & extent)
    return Finding(reached[count], f"by {', '.join(attackers) or 'nobody'}")


def term_step(bond: Bond, term: Term, name: str) -> tuple[Extent, Step]:
    """In which worlds the term is met: for each reading, where the facts that it needs hold."""
    axis = Axis(f"{bond.treaty.id}/{term.id}", tuple(reading.id for reading in term.readings))
    bound = bound_reading(bond, term)
    extent, told = NEVER, []
    for reading in term.readings:
        findings = [(need, bond.facts.get(need)) for need in reading.needs]
        met = ALWAYS
        for _, finding in findings:
            met = met & finding.extent
        if bound in ("", reading.id):
            extent = extent | (met if bound else where(axis, (reading.id,)) & met)
        told += [f"{need}: {f.because}" for need, f in findings if f.because and not f.assumed]
    open_still = axis in extent.axes
    because = f"read as {bound}" if bound else "; ".join(dict.fromkeys(told))
    options = tuple(r.id for r in term.readings if not (where(axis, (r.id,)) & extent).never)
    held = None if not (extent.always or extent.never) else extent.always
    step = Step(name, held, because, axis.name if open_still else "", options if open_still else ())
    return extent, step


def bound_reading(bond: Bond, term: Term) -> str:
    """The reading that the question binds the term to, else the one that the treaty defines."""
    readings = bond.situation.scenario.readings
    for name in (term.id, *term.merges):
        for key in (f"{bond.treaty.id}/{name}", name):
            if key in readings:
                return readings[key]
    defined = (r.id for r in term.readings if bond.treaty.id in r.defined_by)
    return next(defined, "")


def deciding_terms(clause: Clause) -> list[Term]:
    """The open terms of a clause that its conditions do not ask already, and that decide."""
    asked = {t.id for c in clause.conditions if c.term and (t := term_of(c.term)) is not None}
    found = (term_of(word) for word in clause.open_terms)
    terms = {term.id: term for term in found if term is not None and term.decides}
    return [term for id_, term in terms.items() if id_ not in asked]


def _step(name: str, finding: Finding) -> tuple[Extent, Step]:
    extent = finding.extent
    held = None if not (extent.always or extent.never) else extent.always
    axis = extent.axes[0].name if held is None and extent.axes else ""
    return extent, Step(name, held, finding.because, axis, assumed=finding.assumed)


def hostile_to(situation: Situation, victim: str, bearer: str) -> bool:
    """Whether the bearer itself fights against the one to whom it would owe."""
    return any(
        bearer in h.event.by and victim in h.event.on for h in situation.of(*HOSTILE) if not h.round
    )

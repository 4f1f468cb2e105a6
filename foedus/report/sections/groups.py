"""Claims in, groups out: the claims of several reports that are about one thing."""

from foedus.model.claim import Mood, Predicate
from foedus.report.desk import Desk
from foedus.report.dossier import Told, plain
from foedus.report.phrases import MERELY, ahead, goods_family

COMPARED = ("agreement.", "exchange", "meeting.", "measure", "intent")
# joining, leaving or freezing a treaty
NEWS = (
    Predicate.AGREEMENT_JOINED,
    Predicate.AGREEMENT_SUSPENDED,
    Predicate.AGREEMENT_DENOUNCED,
)
DENIED = (Mood.DENIED,)


def grouped(desk: Desk) -> dict[str, list[Told]]:
    """Claims of one thing: what was done, by which states, to which, with what class of goods."""
    groups: dict[str, list[Told]] = {}
    for told in desk.dossier.of(*COMPARED):
        key = fact_key(desk, told)
        if key:
            groups.setdefault(key, []).append(told)
    return groups


def fact_key(desk: Desk, told: Told) -> str:
    """By what two claims are about one thing; "" where an actor is not known."""
    claim = told.claim
    sides = _sides(desk, told)
    if claim.predicate is Predicate.AGREEMENT_REPLACED:
        return f"{claim.predicate}|" if claim.fillers("predecessor") else ""
    if claim.predicate in NEWS:
        instrument = claim.filler("instrument")
        of = (instrument.actor or "") if instrument else ""
        return f"{claim.predicate}|{sorted(sides.get('source', set()))}|{of}" if sides else ""
    if claim.predicate is Predicate.PROVISION:
        words = plain(told.words(claim.filler("provision")))
        return f"{claim.predicate}|{' '.join(words.split()[-6:])}" if words else ""
    if claim.predicate is Predicate.MEETING or claim.predicate.value.startswith("agreement."):
        return _between(desk, told, sides)
    if not sides.get("source"):
        return ""
    if claim.predicate is Predicate.INTENT:
        return f"intent|{sorted(sides['source'])}|{plain(told.words(claim.filler('topic')))}"
    where = (sides.get("place") if claim.predicate is Predicate.VISIT else sides.get("target")) or (
        sides.get("target") or sides.get("place") or set()
    )
    goods = claim.filler("goods")
    what = goods_family(told.words(goods)) if goods else ""
    return f"{claim.predicate}|{sorted(sides['source'])}|{sorted(where)}|{what}" if where else ""


def _sides(desk: Desk, told: Told) -> dict[str, set[str]]:
    """Who stands in which role: the state behind an actor, else the actor."""
    sides: dict[str, set[str]] = {}
    for role, filler in told.claim.roles:
        state = desk.state(filler.actor)
        if role in ("source", "target", "place") and (state or filler.actor):
            sides.setdefault(role, set()).add(state or str(filler.actor))
    return sides


def _between(desk: Desk, told: Told, sides: dict[str, set[str]]) -> str:
    """Meetings and stages of an agreement go by their parties, a meeting also by its place."""
    claim = told.claim
    merged = sorted(sides.get("source", set()) | sides.get("target", set()))
    if claim.predicate is not Predicate.MEETING:
        return f"{claim.predicate}|{','.join(merged)}" if len(merged) > 1 else ""
    place = claim.filler("place")
    where = desk.key(place) if place else ""
    return f"{claim.predicate}|{','.join(merged)}|{where}" if len(merged) > 1 else ""


def mode(told: Told) -> str:
    """How the claim stands to what it tells: done, ahead, believed, merely possible, or denied."""
    claim = told.claim
    if claim.negated or claim.mood in DENIED:
        return "denied"
    if claim.mood in MERELY:
        return "possible"
    if claim.mood is Mood.RUMOURED:
        return "believed"
    return "ahead" if ahead(claim) else "done"

"""Drafts and claims in, those out that are not told a second time under another name."""

from dataclasses import replace

from foedus.model.claim import Claim, Mood, Predicate
from foedus.model.document import Span
from foedus.read.frames.draft import Draft

_OF_DUTIES = frozenset({
    Predicate.INTENT, Predicate.MEETING, Predicate.CONSULT, Predicate.MOBILIZE, Predicate.SUPPORT,
    Predicate.COOPERATE, Predicate.AID, Predicate.THREATEN,
})  # fmt: skip
"""What is told so within a term is owed or allowed there, and has not happened."""
_SHORT = 5  # words: "has yet to be ratified"


def told_once(drafts: list[Draft]) -> list[Draft]:
    """What an instrument lays down is told as a provision, not as a promise or a meeting too."""
    terms = [
        filler.span for draft in drafts if draft.predicate is Predicate.PROVISION
        for role, filler in draft.roles if role == "provision"
    ]  # fmt: skip

    def laid_down(draft: Draft) -> bool:
        at = draft.trigger.idx
        inside = any(span.start <= at < span.end for span in terms)
        if draft.predicate in _OF_DUTIES:
            return inside
        to_whom = any(role == "target" for role, _ in draft.roles)
        return inside and draft.predicate is Predicate.EXCHANGE and not to_whom

    return [_only_drafted(draft, drafts) for draft in drafts if not laid_down(draft)]


def _only_drafted(draft: Draft, drafts: list[Draft]) -> Draft:
    """ "Under the draft Peru would give Chile a base": the giving is proposed as the term is."""
    if draft.predicate is not Predicate.EXCHANGE:
        return draft
    for term in drafts:
        proposed = term.predicate is Predicate.PROVISION and term.mood is Mood.PROPOSED
        spans = [f.span for role, f in term.roles if role == "provision"] if proposed else []
        if any(span.start <= draft.trigger.idx < span.end for span in spans):
            return replace(draft, mood=Mood.PROPOSED, mood_words=term.mood_words)
    return draft


def told_already(claim: Claim, told: list[Claim], assessed: tuple[Claim, ...]) -> bool:
    """What is told as a term or a step of an agreement is no prediction; nor is a part of one."""
    span = _span_of(claim)
    if span is None:
        return False
    here = [c for c in told if c.passage.start <= span.start and span.end <= c.passage.end]
    terms = [c.filler("provision") for c in here if c.predicate is Predicate.PROVISION]
    laid_down = any(f and (span.covers(f.span) or f.span.covers(span)) for f in terms)
    if claim.predicate is Predicate.READING:
        lasts = {"in force", "into force", "in effect"}
        filler = claim.filler("reading")
        step = any(c.predicate is Predicate.AGREEMENT_IN_FORCE for c in here)
        if step and filler is not None and any(words in filler.text for words in lasts):
            return True  # how long it lasts is no reading of it
        if any(_not_taken(c, claim) for c in here):
            return True  # "remains unsigned" is a step not taken, and no reading
        return (laid_down and not claim.voice and not claim.negated) or _within(claim, assessed)
    in_force = any(c.predicate is Predicate.AGREEMENT_IN_FORCE for c in here)
    if laid_down or (in_force and not claim.hedge and claim.mood is not Mood.POSSIBLE):
        return True
    return _within(claim, assessed)


def _not_taken(step: Claim, reading: Claim) -> bool:
    """Whether all that the reading says is that the step has not been taken."""
    gist = reading.filler("gist")
    life = step.predicate.value.startswith("agreement.") and step.negated
    if gist is None or not life or step.predicate is Predicate.PROVISION:
        return False
    shown = any(gist.span.covers(words) for words in step.mood_words)
    return shown and len(gist.text.split()) <= _SHORT


def _within(claim: Claim, assessed: tuple[Claim, ...]) -> bool:
    """Is it a part of another assessment of the same kind, put the same way?"""
    span = _span_of(claim)
    wider = [
        _span_of(c) for c in assessed
        if c.predicate is claim.predicate
        and (c.negated, c.voice, c.mood) == (claim.negated, claim.voice, claim.mood)
    ]  # fmt: skip
    return any(w is not None and span is not None and w != span and w.covers(span) for w in wider)


def _span_of(claim: Claim) -> Span | None:
    role = {Predicate.PREDICTION: "event", Predicate.READING: "reading"}.get(claim.predicate)
    filler = claim.filler(role) if role else None
    return filler.span if filler else None

"""A draft in; its mood, whether it is negated and on what it hangs, out.

The mood at the trigger is only the beginning: a purpose, a question, a cause above it, a belief
or a rumour of a will leave open what the bare clause asserts.
"""

from dataclasses import replace

from spacy.tokens import Token

from foedus.model.claim import Mood, Predicate
from foedus.model.document import Span
from foedus.read.frames.draft import Draft, Role
from foedus.read.frames.grammar import copular, negated, word
from foedus.read.frames.left_open import asked_at, awaited_at, cause_of, means_of, purpose_of
from foedus.read.frames.scene import Scene
from foedus.read.frames.unreal import alleged_at, averted_at, unproven_at
from foedus.read.frames.voices import believed, unsaid
from foedus.read.moods import MoodFinding, mood_of
from foedus.read.moods.conditions import condition_span
from foedus.read.moods.governors import governors_of
from foedus.read.moods.words import REFUSALS
from foedus.read.sentences import Parsed

_DOUBT = frozenset({Mood.RUMOURED, Mood.DENIED, Mood.POSSIBLE, Mood.HYPOTHETICAL, Mood.FEARED})
_REJECTS = frozenset(
    {"reject", "oppose", "spurn", "shun", "boycott", "dismiss", "refuse", "decline"}
)
_WILL = frozenset({Mood.INTENDED, Mood.PROMISED, Mood.PROPOSED, Mood.THREATENED})


def mood_of_draft(scene: Scene, draft: Draft) -> tuple[MoodFinding, tuple[Role, ...]]:
    """How the draft's event is put, by its frame where that shows it, else at its trigger.

    Beside it the roles, with the words of the condition where the event hangs on one.
    """
    found = _mood(draft.trigger, scene.parsed)
    belief = believed(scene, draft.trigger)
    if found.mood is Mood.ASSERTED and belief is not None and not _presupposed(draft):
        shown = (Span(belief.idx, belief.idx + len(belief)),)
        found = replace(found, mood=Mood.RUMOURED, words=shown)
    nobodys = unsaid(scene, draft.trigger)
    if nobodys:  # "did not deny that it sold them" leaves open whether it did
        negated_too = found.negated and found.mood is not Mood.DENIED
        found = replace(found, mood=Mood.HYPOTHETICAL, words=nobodys, negated=negated_too)
    found = _unreal(draft.trigger, found)
    if _duty_depends(draft, found.mood) or _gives_leave(draft, found):
        found = replace(found, mood=Mood.ASSERTED, words=())
    roles = _with_condition(scene, draft, found.mood)
    rumour = _rumoured(draft) if found.mood is Mood.CONDITIONAL else None
    if rumour is not None:  # "is said to have offered a loan if they refused"
        found = replace(found, mood=Mood.RUMOURED, words=rumour)
    negative = _negated(draft, found)
    if draft.mood and not _doubted(draft, found):
        found = replace(found, mood=draft.mood, words=draft.mood_words)
    return replace(found, negated=negative), roles


def _unreal(trigger: Token, found: MoodFinding) -> MoodFinding:
    """What was averted did not happen; what has no evidence is open; what is alleged, a rumour."""
    if found.mood is not Mood.ASSERTED:
        return found
    averted = averted_at(trigger)
    if averted is not None:
        return replace(found, negated=True, words=_shown(averted))
    unproven = unproven_at(trigger)
    if unproven is not None:
        return replace(found, mood=Mood.HYPOTHETICAL, words=_shown(unproven))
    alleged = alleged_at(trigger)
    return replace(found, mood=Mood.RUMOURED, words=_shown(alleged)) if alleged else found


def _shown(token: Token) -> tuple[Span, ...]:
    return (Span(token.idx, token.idx + len(token)),)


def _rumoured(draft: Draft) -> tuple[Span, ...] | None:
    """The words by which an offer is no more than rumoured, whatever it hangs on."""
    if draft.mood is None or draft.predicate not in (Predicate.INTENT, Predicate.EXCHANGE):
        return None
    told = [g for g in governors_of(draft.trigger) if g.mood is Mood.RUMOURED and not g.negators]
    return tuple(Span(t.idx, t.idx + len(t)) for g in told[:1] for t in g.shown) or None


def _doubted(draft: Draft, found: MoodFinding) -> bool:
    """Whether the text leaves open, or denies, what the frame by itself would tell as willed."""
    if found.mood is Mood.DENIED:
        return True
    if draft.predicate is Predicate.EXCHANGE and found.negated and found.mood is Mood.ASSERTED:
        return True  # "never offered them a base": it is no offer
    return draft.predicate in (Predicate.INTENT, Predicate.EXCHANGE) and found.mood in _DOUBT


def _presupposed(draft: Draft) -> bool:
    """ "They believe that the pact signed in May will last": its signing is no belief of theirs."""
    participle = draft.trigger.dep_ == "acl" and draft.trigger.tag_ == "VBN"
    return participle and draft.predicate.value.startswith("agreement.")


def _negated(draft: Draft, found: MoodFinding) -> bool:
    """As the frame or the mood shows; "will not move to lift" negates the lifting too."""
    if draft.negated is not None:
        return draft.negated
    verb = draft.trigger
    if found.mood in (Mood.ASSERTED, Mood.PROPOSED) and _refused(verb):
        return True
    if verb.dep_ != "xcomp" or found.mood is not Mood.ASSERTED or word(verb.head) in REFUSALS:
        return found.negated
    return found.negated or negated(verb.head)


def _refused(trigger: Token) -> bool:
    """ "Rejected talks", "turned down an offer to meet", "refused to let him sign": not done."""
    node = trigger
    for _ in range(3):
        let = node.dep_ == "ccomp" and node.tag_ == "VB"
        if not let and node.dep_ not in ("dobj", "xcomp", "pcomp", "acl"):
            return False
        node = node.head
        particles = {c.lower_ for c in node.children}
        away = (word(node) == "rule" and "out" in particles) or (
            word(node) == "turn" and "down" in particles
        )
        if word(node) in _REJECTS or away:
            return not negated(node)
    return False


def _duty_depends(draft: Draft, mood: Mood) -> bool:
    """In a provision it is the duty that depends on the condition, not what the voice says."""
    conditional = any(role == "condition" for role, _ in draft.roles)
    return draft.predicate is Predicate.PROVISION and mood is Mood.CONDITIONAL and conditional


def _gives_leave(draft: Draft, found: MoodFinding) -> bool:
    """ "May use the port": what a provision allows, it provides for; the "may" is no guess."""
    if draft.predicate is not Predicate.PROVISION or found.mood is not Mood.POSSIBLE:
        return False
    doc = draft.trigger.doc
    shown = [t for w in found.words for t in doc.char_span(w.start, w.end) or ()]
    leave = frozenset({"may", "not", "n't"})
    return bool(shown) and {"may"} <= {t.lower_ for t in shown} <= leave


def _with_condition(scene: Scene, draft: Draft, mood: Mood) -> tuple[Role, ...]:
    """The roles, with the words of the condition where the event hangs on one."""
    hangs = mood in (Mood.CONDITIONAL, Mood.HYPOTHETICAL)  # "had they stayed, it would have held"
    if not hangs or draft.predicate is Predicate.PROVISION:
        return draft.roles
    for token in (draft.trigger, cause_of(draft.trigger)):
        span = condition_span(token) if token is not None else None
        if span is not None:
            condition = scene.filler(scene.trimmed(span.start, span.end))
            return (*draft.roles, ("condition", condition))
    return draft.roles


def _mood(trigger: Token, parsed: Parsed) -> MoodFinding:
    """The mood at the trigger, else that of the verb which brings the event about.

    "It could result in sales", "it could give a reason for Laos to send troops": the modal on
    the cause bears on what is caused.
    """
    found = mood_of(copular(trigger) or trigger, parsed)
    if found.mood in _WILL and found.words:
        governor = next((t for t in trigger.sent if t.idx == found.words[0].start), trigger)
        above = mood_of(governor, parsed)  # "reportedly ready"
        if above.mood not in _DOUBT:  # "is said to be ready"
            above = mood_of(copular(governor) or governor, parsed)
        if governor.i != trigger.i and above.mood in _DOUBT:  # rumoured to have offered to send
            # a rumour of what somebody would do: the deed itself is at most possible
            mood = Mood.POSSIBLE if above.mood is Mood.RUMOURED else above.mood
            return replace(
                found, mood=mood, words=(*above.words, *found.words),
                hedge=tuple(dict.fromkeys((*above.hedge, *above.words, *found.hedge))),
            )  # fmt: skip
    purpose = purpose_of(trigger)
    if found.mood is Mood.ASSERTED and purpose is not None:
        shown = (Span(purpose.idx, purpose.idx + len(purpose)),)
        return replace(found, mood=Mood.INTENDED, words=shown)
    awaited = awaited_at(trigger)
    if found.mood is Mood.ASSERTED and awaited is not None:
        shown = (Span(awaited.idx, awaited.idx + len(awaited)),)
        return replace(found, mood=Mood.CONDITIONAL, words=shown)
    by = means_of(trigger)
    if found.mood is Mood.ASSERTED and by is not None:
        return _by_means(found, by, parsed)
    asked = asked_at(trigger)
    if found.mood in (Mood.ASSERTED, *_WILL) and asked is not None:
        shown = (Span(asked.idx, asked.idx + len(asked)),)
        return replace(found, mood=Mood.HYPOTHETICAL, words=shown)
    cause = cause_of(trigger)
    if found.mood is Mood.ASSERTED and cause is not None:
        above = mood_of(cause, parsed)
        if above.mood is not Mood.ASSERTED:
            return replace(above, hedge=tuple(dict.fromkeys((*found.hedge, *above.hedge))))
    return found


def _by_means(found: MoodFinding, by: Token, parsed: Parsed) -> MoodFinding:
    """A means has the mood of its end; it is supposed where the end is yet to come."""
    end = by.head
    above = mood_of(end, parsed)
    if above.mood is not Mood.ASSERTED:
        return replace(above, negated=found.negated)
    going = word(end) == "go" and any(c.tag_ == "VB" for c in end.children if c.dep_ == "xcomp")
    ahead = going and end.tag_ == "VBG"
    ahead = ahead or any(c.lower_ in ("will", "shall", "'ll", "would") for c in end.children)
    shown = (Span(by.idx, by.idx + len(by)),)
    return replace(found, mood=Mood.CONDITIONAL, words=shown) if ahead else found

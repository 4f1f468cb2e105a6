"""The drafts of all frames in, claims out: with voices, mood, time; each once, in text order."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from spacy.tokens import Token

from foedus.model.actor import ActorKind, Cast
from foedus.model.claim import Claim, Filler, Mood, Predicate
from foedus.model.dates import Time
from foedus.model.document import Span
from foedus.model.statement import Statement
from foedus.read.assessments import find_assessments
from foedus.read.dates import find_times, time_at
from foedus.read.frames import (
    actions,
    agreements,
    exchanges,
    intents,
    measures,
    meetings,
    provisions,
    relations,
    succession,
)
from foedus.read.frames.draft import Draft
from foedus.read.frames.grammar import copular, is_verb, negated, word
from foedus.read.frames.scene import Scene
from foedus.read.frames.voices import add, believed, chain
from foedus.read.moods import MoodFinding, mood_of
from foedus.read.moods.conditions import condition_span
from foedus.read.moods.words import REFUSALS
from foedus.read.sentences import Parsed

_BRINGS = frozenset({
    "result", "lead", "mean", "bring", "cause", "include", "involve", "prompt", "trigger", "aim",
    "spark", "enable", "allow", "see", "entail", "provoke", "end",
})  # fmt: skip

_DOUBT = frozenset({Mood.RUMOURED, Mood.DENIED, Mood.POSSIBLE, Mood.HYPOTHETICAL, Mood.FEARED})
_REJECTS = frozenset({"reject", "oppose", "spurn", "shun", "boycott", "dismiss"})
_AWAITING = frozenset({"once", "after", "until", "till"})
_WILL = frozenset({Mood.INTENDED, Mood.PROMISED, Mood.PROPOSED, Mood.THREATENED})

FINDERS: tuple[Callable[[Scene], Iterator[Draft]], ...] = (
    agreements.find,
    succession.find,
    exchanges.find,
    meetings.find,
    provisions.find,
    measures.find,
    intents.find,
    relations.find,
    actions.find,
)


def find_claims(
    parsed: Parsed, cast: Cast, statements: tuple[Statement, ...], published: date | None
) -> tuple[Claim, ...]:
    """All claims of a text, in order of their passages.

    `published` is the day against which relative dates are resolved. Offsets are those of
    `parsed.reading.text`.
    """
    scene = Scene(parsed, cast, statements)
    times = _times(parsed, cast, published)
    drafts = [draft for finder in FINDERS for draft in finder(scene)]
    claims = [_claim(scene, draft, times) for draft in drafts]
    claims += find_assessments(parsed, cast, statements, times)
    return tuple(_in_order(claims))


def _times(parsed: Parsed, cast: Cast, published: date | None) -> tuple[Time, ...]:
    """The dates of the text, without those that are a person's name ("Theresa May")."""
    persons = [m.span for m in cast.mentions if cast.entity_of(m).kind is ActorKind.PERSON]
    return tuple(
        time for time in find_times(parsed, published)
        if time.span is None or not any(span.covers(time.span) for span in persons)
    )  # fmt: skip


def _claim(scene: Scene, draft: Draft, times: tuple[Time, ...]) -> Claim:
    found = _mood(draft.trigger, scene.parsed)
    belief = believed(scene, draft.trigger)
    if found.mood is Mood.ASSERTED and belief is not None:
        shown = (Span(belief.idx, belief.idx + len(belief)),)
        found = replace(found, mood=Mood.RUMOURED, words=shown)
    if _duty_depends(draft, found.mood):
        found = replace(found, mood=Mood.ASSERTED, words=())
    doubted = draft.predicate is Predicate.INTENT and found.mood in _DOUBT
    return Claim(
        predicate=draft.predicate,
        passage=scene.passage(draft.trigger),
        roles=_with_condition(scene, draft, found.mood),
        voice=add(chain(scene, draft.trigger), draft.believers),
        mood=found.mood if doubted else draft.mood or found.mood,
        mood_words=found.words if doubted or not draft.mood else draft.mood_words,
        hedge=found.hedge,
        time=time_at(_near(times, draft.trigger), scene.doc, draft.trigger),
        negated=_negated(draft, found),
    )


def _near(times: tuple[Time, ...], trigger: Token) -> tuple[Time, ...]:
    """Within "on the eve of a visit" only the visit's own dates; else every date of the text."""
    if trigger.pos_ == "VERB" or trigger.dep_ != "pobj" or is_verb(trigger.head.head):
        return times
    start, end = trigger.left_edge.idx, trigger.right_edge.idx
    return tuple(t for t in times if t.span and start <= t.span.start <= end)


def _negated(draft: Draft, found: MoodFinding) -> bool:
    """As the frame or the mood shows; "will not move to lift" negates the lifting too."""
    if draft.negated is not None:
        return draft.negated
    verb = draft.trigger
    if found.mood is Mood.ASSERTED and _refused(verb):
        return True
    if verb.dep_ != "xcomp" or found.mood is not Mood.ASSERTED or word(verb.head) in REFUSALS:
        return found.negated
    return found.negated or negated(verb.head)


def _refused(trigger: Token) -> bool:
    """ "Rejected holding talks", "ruled out a visit": what is refused does not happen."""
    node = trigger
    for _ in range(3):
        if node.dep_ not in ("dobj", "xcomp", "pcomp"):
            return False
        node = node.head
        out = any(c.lower_ == "out" for c in node.children)
        if word(node) in _REJECTS or (word(node) == "rule" and out):
            return not negated(node)
    return False


def _duty_depends(draft: Draft, mood: Mood) -> bool:
    """In a provision it is the duty that depends on the condition, not what the voice says."""
    conditional = any(role == "condition" for role, _ in draft.roles)
    return draft.predicate is Predicate.PROVISION and mood is Mood.CONDITIONAL and conditional


def _with_condition(scene: Scene, draft: Draft, mood: Mood) -> tuple[tuple[str, Filler], ...]:
    """The roles, with the words of the condition where the event hangs on one."""
    if mood is not Mood.CONDITIONAL or draft.predicate is Predicate.PROVISION:
        return draft.roles
    for token in (draft.trigger, _cause(draft.trigger)):
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
        above = mood_of(copular(governor) or governor, parsed)
        if governor.i != trigger.i and above.mood in _DOUBT:  # rumoured to have offered to send
            return replace(found, mood=above.mood, words=(*above.words, *found.words))
    purpose = _purpose(trigger)
    if found.mood is Mood.ASSERTED and purpose is not None:
        shown = (Span(purpose.idx, purpose.idx + len(purpose)),)
        return replace(found, mood=Mood.INTENDED, words=shown)
    awaited = _awaited(trigger)
    if found.mood is Mood.ASSERTED and awaited is not None:
        shown = (Span(awaited.idx, awaited.idx + len(awaited)),)
        return replace(found, mood=Mood.CONDITIONAL, words=shown)
    cause = _cause(trigger)
    if found.mood is Mood.ASSERTED and cause is not None:
        above = mood_of(cause, parsed)
        if above.mood is not Mood.ASSERTED:
            return replace(above, hedge=tuple(dict.fromkeys((*found.hedge, *above.hedge))))
    return found


def _purpose(trigger: Token) -> Token | None:
    """The "to" of a purpose ("flew home to sign it"): what is aimed at has not happened yet."""
    to = [c for c in trigger.children if c.tag_ == "TO"]
    perfect = any(c.lower_ == "have" for c in trigger.children if c.dep_ == "aux")
    aims = trigger.dep_ == "advcl" and trigger.tag_ == "VB" and is_verb(trigger.head)
    return to[0] if aims and to and not perfect and word(trigger.head) != "use" else None


def _awaited(trigger: Token) -> Token | None:
    """ "It takes effect once both have ratified it": the word that leaves the ratifying open."""
    head = trigger.head
    marks = [c for c in trigger.children if c.dep_ in ("mark", "advmod") and c.lower_ in _AWAITING]
    if trigger.dep_ != "advcl" or not marks or trigger.tag_ == "VBD":
        return None
    helpers = [c for c in head.children if c.dep_ in ("aux", "auxpass")]
    past = head.tag_ in ("VBD", "VBN") or any(c.tag_ == "VBD" for c in helpers)
    return None if past or not is_verb(head) else marks[0]


def _cause(trigger: Token) -> Token | None:
    head = trigger.head
    if trigger.pos_ in ("NOUN", "PROPN"):
        verb = head.head if trigger.dep_ == "pobj" and head.lower_ in ("in", "to", "at") else head
        brings = is_verb(verb) and word(verb) in _BRINGS
        return verb if brings and trigger.dep_ in ("dobj", "pobj", "attr") else None
    infinitive = any(child.tag_ == "TO" for child in trigger.children)
    if infinitive and trigger.dep_ in ("acl", "advcl", "relcl") and head.pos_ == "NOUN":
        return head.head if head.dep_ == "dobj" and is_verb(head.head) else None
    return None


def _in_order(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(dict.fromkeys(claims), key=lambda c: (c.passage, c.predicate.value))

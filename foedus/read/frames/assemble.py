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
    membership,
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

_OF_PLANS = frozenset({
    "postpone", "delay", "cancel", "call", "put", "announce", "propose", "plan", "schedule",
    "discuss", "confirm", "scrap",
})  # fmt: skip
_DOUBT = frozenset({Mood.RUMOURED, Mood.DENIED, Mood.POSSIBLE, Mood.HYPOTHETICAL, Mood.FEARED})
_REJECTS = frozenset(
    {"reject", "oppose", "spurn", "shun", "boycott", "dismiss", "refuse", "decline"}
)
_MOVES = frozenset({
    "allow", "enable", "lead", "let", "permit", "prompt", "push", "encourage", "tempt", "drive",
    "help", "force", "free", "embolden",
})  # fmt: skip
_AWAITING = frozenset({"once", "after", "until", "till"})
_WILL = frozenset({Mood.INTENDED, Mood.PROMISED, Mood.PROPOSED, Mood.THREATENED})

FINDERS: tuple[Callable[[Scene], Iterator[Draft]], ...] = (
    agreements.find,
    membership.find,
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
    drafts = _told_once([draft for finder in FINDERS for draft in finder(scene)])
    claims = [_claim(scene, draft, times) for draft in drafts]
    assessed = find_assessments(parsed, cast, statements, times)
    claims += [c for c in assessed if not _told_already(c, claims, assessed)]
    return tuple(_in_order(claims))


def _told_once(drafts: list[Draft]) -> list[Draft]:
    """What an instrument lays down is told as a provision, not as a promise or a meeting too."""
    terms = [
        filler.span for draft in drafts if draft.predicate is Predicate.PROVISION
        for role, filler in draft.roles if role == "provision"
    ]  # fmt: skip

    def laid_down(draft: Draft) -> bool:
        at = draft.trigger.idx
        inside = any(span.start <= at < span.end for span in terms)
        if draft.predicate in (Predicate.INTENT, Predicate.MEETING):
            return inside
        to_whom = any(role == "target" for role, _ in draft.roles)
        return inside and draft.predicate is Predicate.EXCHANGE and not to_whom

    return [draft for draft in drafts if not laid_down(draft)]


def _told_already(claim: Claim, told: list[Claim], assessed: tuple[Claim, ...]) -> bool:
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
        return (laid_down and not claim.voice and not claim.negated) or _within(claim, assessed)
    in_force = any(c.predicate is Predicate.AGREEMENT_IN_FORCE for c in here)
    if laid_down or (in_force and not claim.hedge and claim.mood is not Mood.POSSIBLE):
        return True
    return _within(claim, assessed)


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
    if found.mood is Mood.ASSERTED and belief is not None and not _presupposed(draft):
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
        time=_time(scene, draft, times),
        negated=_negated(draft, found),
    )


def _time(scene: Scene, draft: Draft, times: tuple[Time, ...]) -> Time:
    """The event's time; its words are those of the text, not of the plainer parse."""
    time = time_at(_near(times, draft.trigger), scene.doc, draft.trigger)
    return replace(time, said=time.span.of(scene.text)) if time.span else time


def _presupposed(draft: Draft) -> bool:
    """ "They believe that the pact signed in May will last": its signing is no belief of theirs."""
    participle = draft.trigger.dep_ == "acl" and draft.trigger.tag_ == "VBN"
    return participle and draft.predicate.value.startswith("agreement.")


def _near(times: tuple[Time, ...], trigger: Token) -> tuple[Time, ...]:
    """The dates that can be the event's own, else every date of the text.

    Within "on the eve of a visit" only the visit's; of "a visit was postponed in May" none, for
    that is when it was postponed; "postponed to June" and "planned for June" do date it.
    """
    start, end = trigger.left_edge.idx, trigger.right_edge.idx
    within = tuple(t for t in times if t.span and start <= t.span.start <= end)
    if trigger.pos_ == "VERB":
        return times
    if word(trigger.head) in _OF_PLANS and trigger.dep_ in ("nsubjpass", "dobj", "nsubj"):
        set_for = ("for", "to", "until", "till")
        return within + tuple(t for t in times if (t.said or "").lower().split()[:1] and (
            (t.said or "").lower().split()[0] in set_for) and t not in within)  # fmt: skip
    if trigger.dep_ != "pobj" or is_verb(trigger.head.head):
        return times
    return within


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
    purpose = _purpose(trigger)
    if found.mood is Mood.ASSERTED and purpose is not None:
        shown = (Span(purpose.idx, purpose.idx + len(purpose)),)
        return replace(found, mood=Mood.INTENDED, words=shown)
    awaited = _awaited(trigger)
    if found.mood is Mood.ASSERTED and awaited is not None:
        shown = (Span(awaited.idx, awaited.idx + len(awaited)),)
        return replace(found, mood=Mood.CONDITIONAL, words=shown)
    asked = _asked(trigger)
    if found.mood is Mood.ASSERTED and asked is not None:
        shown = (Span(asked.idx, asked.idx + len(asked)),)
        return replace(found, mood=Mood.HYPOTHETICAL, words=shown)
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
    if not (aims and to) or perfect or word(trigger.head) == "use" or _went_on(trigger.head):
        return None
    return to[0]


def _went_on(verb: Token) -> bool:
    """ "Went on to sign it": what was done next, not what was aimed at."""
    return word(verb) in ("go", "move") and any(c.lower_ == "on" for c in verb.children)


def _awaited(trigger: Token) -> Token | None:
    """ "It takes effect once both have ratified it": the word that leaves the ratifying open."""
    head = trigger.head
    marks = [c for c in trigger.children if c.dep_ in ("mark", "advmod") and c.lower_ in _AWAITING]
    if trigger.dep_ != "advcl" or not marks or trigger.tag_ == "VBD":
        return None
    helpers = [c for c in head.children if c.dep_ in ("aux", "auxpass")]
    past = head.tag_ in ("VBD", "VBN") or any(c.tag_ == "VBD" for c in helpers)
    return None if past or not is_verb(head) else marks[0]


def _asked(trigger: Token) -> Token | None:
    """ "Asked whether they would sell it": a question asserts nothing."""
    node = trigger
    for _ in range(3):
        for mark in node.children:
            if mark.lower_ == "whether" and mark.dep_ in ("mark", "advmod", "preconj"):
                return mark
        if node.dep_ not in ("xcomp", "conj") or not is_verb(node.head):
            return None
        node = node.head
    return None


def _cause(trigger: Token) -> Token | None:
    head = trigger.head
    if trigger.dep_ in ("xcomp", "ccomp", "advcl") and trigger.tag_ == "VB" and is_verb(head):
        # "could allow them to sell", "would lead them to send": the modal bears on the selling
        moved = any(c.tag_ == "TO" for c in trigger.children) and word(head) in _MOVES
        return head if moved else None
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

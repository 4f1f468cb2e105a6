"""A draft and the dates of its text in, when its event was or will be out."""

from dataclasses import replace
from datetime import date

from spacy.tokens import Token

from foedus.model.actor import ActorKind, Cast
from foedus.model.dates import Granularity, Time
from foedus.model.document import Span
from foedus.read.dates import find_times, time_at
from foedus.read.frames.draft import Draft
from foedus.read.frames.grammar import is_verb, word
from foedus.read.frames.scene import Scene
from foedus.read.sentences import Parsed

_SINCE = "since "
_OF_PLANS = frozenset({
    "postpone", "delay", "cancel", "call", "put", "announce", "propose", "plan", "schedule",
    "discuss", "confirm", "scrap",
})  # fmt: skip


def times_of(parsed: Parsed, cast: Cast, published: date | None) -> tuple[Time, ...]:
    """The dates of the text, without those that are a person's name ("Theresa May")."""
    persons = [m.span for m in cast.mentions if cast.entity_of(m).kind is ActorKind.PERSON]
    return tuple(
        time for time in find_times(parsed, published)
        if time.span is None or not any(span.covers(time.span) for span in persons)
    )  # fmt: skip


def time_of(scene: Scene, draft: Draft, times: tuple[Time, ...]) -> Time:
    """The event's time; its words are those of the text, not of the plainer parse.

    When a report was filed dates no event of it.
    """
    apart = _before_mark(draft.trigger)
    times = tuple(
        t for t in times if t.span is None
        or not (scene.in_dateline(t.span) or (apart and t.span.start < apart <= t.span.end))
    )  # fmt: skip
    time = time_at(_near(times, draft.trigger), scene.doc, _dated_with(draft.trigger))
    return _opened(scene, replace(time, said=time.span.of(scene.text))) if time.span else time


def _dated_with(trigger: Token) -> Token:
    """ "Voted on 11 June to ratify it": by that very vote, so on its day."""
    voted = trigger.dep_ == "xcomp" and word(trigger.head) == "vote"
    return trigger.head if voted else trigger


def _before_mark(trigger: Token) -> int:
    """Where "after" ends in "30 days after it is signed": the days are those of the main clause."""
    marks = [c for c in trigger.children if c.dep_ == "mark" and c.lower_ in ("after", "before")]
    return marks[0].idx + len(marks[0]) if marks and trigger.dep_ == "advcl" else 0


def _opened(scene: Scene, time: Time) -> Time:
    """ "Since August Peru has ...", where the parser glues the month to the name: still open."""
    before = time.span.start - len(_SINCE) if time.span else -1
    if before < 0 or scene.text[before : before + len(_SINCE)].lower() != _SINCE:
        return time
    span = Span(before, time.span.end if time.span else before)
    said = span.of(scene.text)
    kind = Granularity.RANGE if time.since else time.granularity
    return replace(time, said=said, span=span, until=None, granularity=kind)


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

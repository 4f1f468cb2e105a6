"""An annotated row and its page in, what is right on the page out: cue, content, speaker."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from foedus.model.document import ReadingText, Span
from foedus.read.quotes.learned import options
from foedus.read.quotes.learned.proposals import ALIKE, Proposal
from foedus.read.quotes.learned.view import View, trigger_of
from foedus.read.quotes.page import Candidate

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Gold:
    """An attribution as somebody annotated it, on the page.

    `letters` are the places of the content's letters and digits; `heads` the head words of the
    source's phrases, any of which names it; none where the attribution has no source. `first`
    and `last` token of the content are None where the content does not stand by the cue.
    """

    cue: int | None
    letters: frozenset[int]
    heads: tuple[Span, ...]
    first: int | None
    last: int | None
    reach: options.Reach | None


def golds(row: Row, reading: ReadingText, view: View) -> list[Gold]:
    """The row's attributions on the page of its reading."""
    found = []
    for attribution in row["attributions"]:
        content = _located(reading, attribution["content"])
        source = _located(reading, attribution["source"])
        cue = _located(reading, attribution["cue"])
        trigger = trigger_of(view.page, cue[0]) if cue else None
        letters = letters_of(view.page.text, content)
        edges = reach = None
        if trigger is not None:
            reach = options.reach_of(view, trigger)
            edges = options.words_of(view, letters, reach)
            if int(view.offset[trigger]) in letters:
                edges = None
        first, last = edges or (None, None)
        heads = tuple(_heads(view, source))
        found.append(Gold(trigger, frozenset(letters), heads, first, last, reach))
    return found


def _located(reading: ReadingText, pieces: Iterable[list[int]]) -> list[Span]:
    """Spans of the document as spans of the reading text."""
    starts = [segment.document for segment in reading.segments]

    def place(offset: int) -> int:
        at = bisect_right(starts, offset) - 1
        if at < 0:
            return 0
        segment = reading.segments[at]
        return segment.reading + min(offset - segment.document, segment.length)

    spans = [Span(place(start), place(end)) for start, end in sorted(pieces)]
    return [span for span in spans if span.start < span.end]


def letters_of(text: str, pieces: Iterable[Span]) -> set[int]:
    """The places of the letters and digits of the pieces, a leading "that" left out."""
    spans = sorted(pieces)
    if spans and (words := spans[0].of(text)).lower().startswith("that "):
        spans[0] = Span(spans[0].start + len(words) - len(words[4:].lstrip()), spans[0].end)
    return {at for span in spans for at in range(span.start, span.end) if text[at].isalnum()}


def _heads(view: View, source: list[Span]) -> Iterable[Span]:
    for piece in source[:1]:
        span = view.page.doc.char_span(piece.start, piece.end, alignment_mode="expand")
        if span:
            named = [span.root, *(c for c in span.root.children if c.dep_ == "appos")]
            for token in named:
                if span.start <= token.i < span.end:
                    yield Span(token.idx, token.idx + len(token))


def alike(one: frozenset[int] | set[int], other: frozenset[int] | set[int]) -> bool:
    """Whether the two have most letters in common."""
    common = len(one & other)
    return common > 0 and common >= ALIKE * (len(one) + len(other) - common)


def names(speaker: Iterable[Span], gold: Gold) -> bool:
    """Whether the speaker is the gold's, or neither has one."""
    spans = list(speaker)
    if not gold.heads:
        return not spans
    return any(span.covers(head) for span in spans for head in gold.heads)


def is_right(view: View, proposal: Proposal, candidate: Candidate, given: list[Gold]) -> bool:
    """Whether content and speaker are those of an annotated attribution, within reach of the cue.

    What runs on over further paragraphs is joined later, by rule, and counts for nothing here.
    """
    low = int(view.offset[proposal.reach.first])
    high = int(view.end[proposal.reach.stop - 1])
    own = {at for at in letters_of(view.page.text, candidate.content) if low <= at < high}
    for gold in given:
        if own & gold.letters:
            near = {at for at in gold.letters if low <= at < high}
            if alike(own, near) and names(candidate.speaker, gold):
                return True
    return False

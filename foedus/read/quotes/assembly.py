"""Candidates of all rules in, statements out: rivals settled, what is within another nested."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace

from foedus.model.document import Span
from foedus.model.statement import CueClass, CueMood, Statement, StatementKind
from foedus.read.quotes.force import cue_force
from foedus.read.quotes.inner import told_within
from foedus.read.quotes.joining import join_quotations
from foedus.read.quotes.lexicon import SPOKEN
from foedus.read.quotes.page import Candidate, Page
from foedus.read.quotes.standing import cue_mood

_EDGE = " \n\t,;:-–—"
_ALL_QUOTED = 0.98  # share of letters within marks from which a content counts as direct


def assemble(
    page: Page, first: list[Candidate], others: list[Candidate]
) -> list[tuple[Candidate, list[Candidate]]]:
    """The candidates that hold, in order of the text, each with those nested in its content.

    A letter belongs to one of them at most. Quotations with a cue (`first`) go before what is
    said outside marks; then come the quotations without a cue that go on with either.
    """
    told = [c for c in others if c.rule != "document"]
    nested = [c.only_nested or _is_inner(page, c) or _is_told(c, told) for c in others]
    inner = [c for c, within in zip(others, nested, strict=True) if within]
    outer = [snapped(page, c) for c, within in zip(others, nested, strict=True) if not within]
    first = [_with_joined(page, c) for c in first if not any(_goes_on(page, c, o) for o in outer)]
    kept = _settle(_settle([], first, ranked=False), outer)
    settled = set(map(id, kept))
    spare = [c for c in (*first, *outer, *inner) if id(c) not in settled and told_within(page, c)]
    kept = sorted(join_quotations(page, kept), key=lambda c: min(c.content))
    starts = sorted((min(_spans(c)).start, n) for n, c in enumerate(spare))
    return [(c, _within(c, _near(c, spare, starts))) for c in kept]


def _goes_on(page: Page, quoted: Candidate, parsed: Candidate) -> bool:
    """Whether the sentence goes on behind the cue: "The words “at once”, she said, bind nobody".

    There the quotation is part of a subject, and what is said is the whole clause.
    """
    if quoted.cue != parsed.cue or len(parsed.content) < 2 or len(quoted.content) != 1:
        return False
    own = quoted.content[0]
    marked = any(q.span.start <= own.start for q in page.quotations if q.span.overlaps(own))
    return not marked and parsed.content[0].covers(own)


def _near(
    outer: Candidate, spare: list[Candidate], starts: list[tuple[int, int]]
) -> list[Candidate]:
    """The spare candidates that begin within the content of the outer one, in their order."""
    first = bisect_left(starts, (min(outer.content).start, 0))
    last = bisect_left(starts, (max(piece.end for piece in outer.content), 0))
    return [spare[n] for n in sorted(n for _, n in starts[first:last])]


def _settle(
    kept: list[Candidate], rivals: Iterable[Candidate], ranked: bool = True
) -> list[Candidate]:
    """The kept and those rivals that clash with none of them, the longest first."""
    settled = list(kept)
    waiting = sorted(rivals, key=_priority) if ranked else list(rivals)
    # one byte a character, set where something is settled: linear in the length of the text
    taken = bytearray(max((span.end for c in (*kept, *waiting) for span in _spans(c)), default=0))
    for candidate in settled:
        _take(taken, candidate)
    for candidate in waiting:
        if all(taken.find(1, span.start, span.end) < 0 for span in _spans(candidate)):
            settled.append(candidate)
            _take(taken, candidate)
    return settled


def _spans(candidate: Candidate) -> tuple[Span, ...]:
    return (*candidate.content, *candidate.cue)


def _take(taken: bytearray, candidate: Candidate) -> None:
    for span in _spans(candidate):
        taken[span.start : span.end] = b"\x01" * (span.end - span.start)


def _priority(candidate: Candidate) -> tuple[bool, int]:
    """What a text itself says before what it is said to want; then the longest first."""
    return candidate.rule != "document", -candidate.size


def _is_inner(page: Page, candidate: Candidate) -> bool:
    """Whether the cue stands within quotation marks."""
    at = candidate.cue[0] if candidate.cue else candidate.content[0]
    first = bisect_right(page.quotations, at.start, key=lambda quotation: quotation.span.end)
    return any(q.span.covers(at) for q in page.quotations[first : first + 2])


def _is_told(candidate: Candidate, others: list[Candidate]) -> bool:
    """Whether somebody tells what the text says: "she said that *the pact obliges them to*"."""
    return candidate.rule == "document" and any(
        all(any(p.covers(q) for p in c.content) for q in _spans(candidate)) for c in others
    )


def _within(outer: Candidate, spare: list[Candidate]) -> list[Candidate]:
    """The spare candidates whose cue and content lie in the content of the outer one."""
    return [
        c
        for c in spare
        if c.size < outer.size
        and all(any(p.covers(q) for p in outer.content) for q in (*c.content, *c.cue))
    ]


def snapped(page: Page, candidate: Candidate) -> Candidate:
    """The candidate with a quotation that its content cuts taken in whole."""
    return replace(candidate, content=tuple(_snap(page, piece) for piece in candidate.content))


def _snap(page: Page, piece: Span) -> Span:
    first = bisect_right(page.quotations, piece.start, key=lambda quotation: quotation.span.end)
    for quotation in page.quotations[first:]:
        span = quotation.span
        if _joins(page, piece, span):
            piece = Span(piece.start, span.end)
            continue
        if span.start > piece.end + 1:
            break
        if page.text[piece.end : span.start] == " ":
            piece = Span(piece.start, span.end)
        if not span.overlaps(piece):
            continue
        if piece.end < span.end and piece.start <= span.start + 1:
            piece = Span(min(piece.start, span.start), span.end)
        elif span.start < piece.start and span.end <= piece.end + 1:
            piece = Span(span.start, max(piece.end, span.end))
    return piece


def _with_joined(page: Page, candidate: Candidate) -> Candidate:
    """The quotation with those that "and" joins to it: they chanted “out” *and “go home”*."""
    *before, piece = candidate.content
    at = bisect_right(page.quotations, piece.start, key=lambda quotation: quotation.span.end)
    for quotation in page.quotations[at:]:
        if _joins(page, piece, quotation.span):
            piece = Span(piece.start, quotation.span.end)
        elif quotation.span.start > piece.end:
            break
    return replace(candidate, content=(*before, piece))


def _joins(page: Page, piece: Span, following: Span) -> bool:
    """Whether the piece ends in marks and "and" leads on to the next: “frail” *and “old”*."""
    between = page.text[piece.end : following.start]
    return page.text[piece.end - 1] in "”\"'’»" and between in (" and ", " or ", ", and ")


def statement(page: Page, candidate: Candidate, spare: list[Candidate]) -> Statement:
    """The candidate as a statement, with the spare candidates nested in it, outermost first."""
    kept = _settle([], spare)
    nested = [(c, _within(c, [s for s in spare if s not in kept])) for c in kept]
    content = tuple(_tidy(page, piece) for piece in candidate.content)
    kind = kind_of(page, content)
    spoken = kind is not StatementKind.INDIRECT and candidate.lemma in SPOKEN
    mood = cue_mood(page, candidate.cue, candidate.lemma)
    cue_class = CueClass.SAYING if spoken else candidate.cue_class
    if cue_class is CueClass.SAYING and mood is not CueMood.SAID:
        cue_class = CueClass.INFERRED  # "might say", "did not say": nobody has said it
    return Statement(
        speaker=candidate.speaker,
        cue=candidate.cue,
        content=content,
        kind=kind,
        cue_class=cue_class,
        basis=candidate.basis,
        cue_lemma=candidate.lemma,
        cue_mood=mood,
        force=cue_force(page, candidate.cue, candidate.lemma, candidate.basis),
        nested=tuple(
            statement(page, inner, deeper)
            for inner, deeper in sorted(nested, key=lambda pair: min(pair[0].content))
        ),
    )


def _tidy(page: Page, piece: Span) -> Span:
    """The piece without commas, dashes, the stop and white space at its edges."""
    words = piece.of(page.text)
    start = piece.start + len(words) - len(words.lstrip(_EDGE))
    if any(q.span.end == piece.end for q in page.quotations):
        return Span(start, piece.end)
    kept = words.rstrip(_EDGE)
    if kept.endswith(".") and not kept.endswith("..") and "." not in kept[-4:-1]:
        kept = kept[:-1]
    end = piece.start + len(kept)
    return Span(start, end) if start < end else piece


def kind_of(page: Page, content: tuple[Span, ...]) -> StatementKind:
    """Direct where every letter stands between marks, indirect where none does."""
    letters = quoted = 0
    for piece in content:
        marks = [q.span for q in page.quotations if q.span.overlaps(piece)]
        inside = {
            at for mark in marks
            for at in range(max(mark.start, piece.start), min(mark.end, piece.end))
        }  # fmt: skip
        letters += sum(map(str.isalnum, piece.of(page.text)))
        quoted += sum(page.text[at].isalnum() for at in inside)
    if quoted == 0:
        return StatementKind.INDIRECT
    return StatementKind.DIRECT if quoted >= _ALL_QUOTED * letters else StatementKind.MIXED

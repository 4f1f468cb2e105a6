"""Candidates of all rules in, statements out: rivals settled, pieces joined, kinds told by marks."""

from dataclasses import replace

from foedus.model.document import Span
from foedus.model.statement import Statement, StatementKind
from foedus.read.quotes.joining import join_quotations
from foedus.read.quotes.page import Candidate, Page


def assemble(
    page: Page, labels: list[Candidate], direct: list[Candidate], others: list[Candidate]
) -> list[Candidate]:
    """The candidates that hold, in order of the text; letters belong to one of them at most.

    Quotations with a cue come first, then what is said outside marks, then the quotations
    without a cue that go on with it, and last what is said within a quotation that nobody owns.
    """
    outer = [_snapped(page, c) for c in others if not _is_inner(page, c)]
    kept = _settle(labels, direct)
    kept = _settle(kept, outer)
    kept = join_quotations(page, kept)
    return sorted(kept, key=lambda c: min(c.content))


def _settle(kept: list[Candidate], rivals: list[Candidate]) -> list[Candidate]:
    """Add the rivals that clash with nothing yet kept, the longest first."""
    for candidate in sorted(rivals, key=lambda c: -c.size):
        if not any(_clash(candidate, other) for other in kept):
            kept.append(candidate)
    return kept


def _is_inner(page: Page, candidate: Candidate) -> bool:
    """Whether the cue stands within quotation marks."""
    at = candidate.cue[0] if candidate.cue else candidate.content[0]
    return any(q.span.covers(at) for q in page.quotations)


def _clash(candidate: Candidate, kept: Candidate) -> bool:
    mine = (*candidate.content, *candidate.cue)
    return any(a.overlaps(b) for a in mine for b in (*kept.content, *kept.cue))


def _snapped(page: Page, candidate: Candidate) -> Candidate:
    """The candidate with a quotation that its content cuts taken in whole."""
    return replace(candidate, content=tuple(_snap(page, piece) for piece in candidate.content))


def _snap(page: Page, piece: Span) -> Span:
    for quotation in page.quotations:
        if quotation.span.overlaps(piece):
            if piece.start <= quotation.span.start + 1 and piece.end < quotation.span.end:
                piece = Span(min(piece.start, quotation.span.start), quotation.span.end)
            elif piece.start < quotation.span.start and piece.end < quotation.span.end:
                piece = Span(piece.start, quotation.span.end)
            elif quotation.span.start < piece.start and quotation.span.end <= piece.end + 1:
                piece = Span(quotation.span.start, max(piece.end, quotation.span.end))
    return piece


def statement(page: Page, candidate: Candidate) -> Statement:
    return Statement(
        speaker=candidate.speaker,
        cue=candidate.cue,
        content=candidate.content,
        kind=kind_of(page, candidate.content),
        cue_class=candidate.cue_class,
        basis=candidate.basis,
        cue_lemma=candidate.lemma,
    )


def kind_of(page: Page, content: tuple[Span, ...]) -> StatementKind:
    """Direct where every letter stands between marks, indirect where none does."""
    letters = quoted = 0
    for piece in content:
        inside = [q.span for q in page.quotations if q.span.overlaps(piece)]
        for at in range(piece.start, piece.end):
            if page.text[at].isalnum():
                letters += 1
                quoted += any(span.start <= at < span.end for span in inside)
    if quoted == 0:
        return StatementKind.INDIRECT
    return StatementKind.DIRECT if quoted >= 0.98 * letters else StatementKind.MIXED

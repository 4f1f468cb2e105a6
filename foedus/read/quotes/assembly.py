"""Candidates of all rules in, statements out: rivals settled, pieces joined, kinds told by marks."""

from dataclasses import replace

from foedus.model.document import Span
from foedus.model.statement import Statement, StatementKind
from foedus.read.quotes.joining import join_quotations
from foedus.read.quotes.page import Candidate, Page


def assemble(page: Page, direct: list[Candidate], others: list[Candidate]) -> list[Candidate]:
    """The candidates that hold, in order of the text; letters belong to one of them at most.

    Quotations with a cue come first, then what is said outside marks, then the quotations
    without a cue that go on with it, and last what is said within a quotation that nobody owns.
    """
    inner = [c for c in others if _is_inner(page, c)]
    outer = [c for c in others if not _is_inner(page, c)]
    kept = _settle(list(direct), outer)
    kept = join_quotations(page, kept)
    kept = _settle(kept, inner)
    return sorted(kept, key=lambda c: min(c.content))


def _settle(kept: list[Candidate], rivals: list[Candidate]) -> list[Candidate]:
    """Add the rivals that clash with nothing yet kept, the longest first."""
    for candidate in sorted(rivals, key=lambda c: -c.size):
        if not any(_clash(candidate, other) for other in kept):
            kept.append(candidate)
    return kept


def _is_inner(page: Page, candidate: Candidate) -> bool:
    """Whether the cue stands within quotation marks."""
    at = candidate.cue[0]
    return any(q.span.covers(at) for q in page.quotations)


def _clash(candidate: Candidate, kept: Candidate) -> bool:
    mine = (*candidate.content, *candidate.cue)
    return any(a.overlaps(b) for a in mine for b in (*kept.content, *kept.cue))


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

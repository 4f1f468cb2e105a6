"""Quotations without a cue of their own: joined to the voice whose words they go on with.

Within a paragraph such a quotation belongs to the statement before it; a paragraph that is all
quotation continues the speaker of the paragraph before, where no other voice stands between.
"""

from dataclasses import replace

from foedus.model.document import LineRole, Span
from foedus.model.statement import CueClass
from foedus.read.quotes.page import OUTSIDE, Candidate, Page, Quotation

_OPENING = "“«\"‘'`„"
_LEAST_WORDS = 3


def join_quotations(page: Page, kept: list[Candidate]) -> list[Candidate]:
    """The candidates with the cueless quotations joined, and those that continue a speaker."""
    found = sorted(kept, key=_start)
    owner: dict[int, int] = {}  # quotation -> index into `found`
    for at, candidate in enumerate(found):
        for quotation in _quotations_of(page, candidate):
            owner.setdefault(quotation, at)
    _join_run_on(page, found, owner)
    for quotation in page.quotations:
        if quotation.number in owner or not _stands_alone(page, quotation):
            continue
        at = _voice_of_block(page, found, quotation)
        if at is not None:
            owner[quotation.number] = at
            found[at] = _longer(found[at], quotation.span)
    _join_run_on(page, found, owner)
    return found


def _start(candidate: Candidate) -> Span:
    return min(candidate.content)


def _quotations_of(page: Page, candidate: Candidate) -> list[int]:
    return [
        q.number for q in page.quotations if any(p.overlaps(q.span) for p in candidate.content)
    ]


def _longer(candidate: Candidate, span: Span) -> Candidate:
    return replace(candidate, content=tuple(sorted({*candidate.content, span})))


def _join_run_on(page: Page, found: list[Candidate], owner: dict[int, int]) -> None:
    """Join a quotation left open at its paragraph's end with the one that opens the next."""
    pairs = [
        (a, b)
        for a, b in zip(page.quotations, page.quotations[1:], strict=False)
        if b.block == a.block + 1
        and _runs_on(page, a)
        and b.span.start == page.blocks[b.block].span.start
        and page.role(a.block) == page.role(b.block)
    ]
    for first, second in [*pairs, *reversed(pairs)]:
        one, two = owner.get(first.number), owner.get(second.number)
        if one is not None and two is None:
            owner[second.number] = one
            found[one] = _longer(found[one], second.span)
        elif two is not None and one is None:
            owner[first.number] = two
            found[two] = _longer(found[two], first.span)


def _runs_on(page: Page, quotation: Quotation) -> bool:
    block = page.blocks[quotation.block].span
    return quotation.span.end == block.end and page.text[block.end - 1] not in "”»\"'’"


def _stands_alone(page: Page, quotation: Quotation) -> bool:
    """Whether the quotation is one or more whole sentences."""
    start = page.bounds(quotation.first)[0]
    end = page.bounds(quotation.last)[1]
    before = [t for t in page.words(start, quotation.first - 1) if page.inside[t.i] == OUTSIDE]
    behind = [t for t in page.words(quotation.last + 1, end - 1) if page.inside[t.i] == OUTSIDE]
    enough = len(page.words(quotation.first, quotation.last)) >= _LEAST_WORDS
    return enough and not before and not behind


def _voice_of_block(page: Page, found: list[Candidate], quotation: Quotation) -> int | None:
    """The last statement of the quotation's paragraph before it that is somebody's speech."""
    block = page.blocks[quotation.block].span
    best: int | None = None
    for at, candidate in enumerate(found):
        cue = candidate.cue[0]
        if block.covers(cue) and cue.start < quotation.span.start:
            if candidate.cue_class is CueClass.SAYING and candidate.basis == "cue":
                if best is None or found[best].cue[0].start < cue.start:
                    best = at
    return best

"""A reading text in, the spans between its quotation marks out: by character, block by block.

Known are “ ” „ « », the straight mark, '' and ``, and single marks where they cannot be
apostrophes. A quotation whose closing mark is missing runs to the end of its paragraph (which is
how a quotation runs on over paragraphs) or, where another opens first, to its last stop before.
"""

import re
from collections.abc import Iterator

from foedus.model.document import ReadingText, Span

OPENING = "“«„"
CLOSING = "”»"
_DOUBLE = re.compile(r"[“«„”»\"]|``|''|’’|‘‘")
_SINGLE_OPEN = re.compile(r"(?<![\w'’])[‘'](?=[\w“\"$£€(\[…])")
_SINGLE_CLOSE = re.compile(r"(?<=[^\s‘])[’'](?![\w’'])")
_ELISION = re.compile(
    r"['‘’](?:\d0s?\b|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|n\b|bout\b|round\b)", re.I
)
_STOP = re.compile(r"[.,?!;…](?=\s)")
_LONGEST_SINGLE = 600


def quotation_spans(reading: ReadingText) -> tuple[Span, ...]:
    """The spans inside quotation marks, marks included, block by block and in order.

    A mark within a quotation belongs to it; spans never overlap and never leave their block.
    """
    found: list[Span] = []
    for block in reading.blocks:
        found.extend(quotations_in(reading.text, block.span))
    return tuple(found)


def quotations_in(text: str, block: Span) -> list[Span]:
    """The spans inside quotation marks in one paragraph of a text, marks included, in order."""
    double = list(_doubles(text, block))
    single: list[Span] = []
    gap = block.start
    for taken in [*double, Span(block.end, block.end)]:
        single.extend(_singles(text, Span(gap, max(gap, taken.start))))
        gap = taken.end
    return sorted(double + single)


def _doubles(text: str, block: Span) -> Iterator[Span]:
    opened: int | None = None
    for mark in _DOUBLE.finditer(text, block.start, block.end):
        opens = _opens(text, mark, block, opened is not None)
        if opened is None:
            if opens:
                opened = mark.start()
        elif not opens:
            yield Span(opened, mark.end())
            opened = None
        elif mark.group() not in OPENING or text[opened] in OPENING:
            stop = _last_stop(text, opened, mark.start())
            if stop is not None:
                yield Span(opened, stop)
            opened = mark.start()
    if opened is not None and text[opened : block.end].strip("“«„\"`' "):
        yield Span(opened, block.end)


def _opens(text: str, mark: re.Match[str], block: Span, inside: bool) -> bool:
    """Whether the mark opens a quotation. A straight mark tells by the spaces about it."""
    if mark.group() in ("``", "‘‘") or mark.group() in OPENING:
        return True
    if mark.group() in CLOSING or mark.group() == "’’":
        return False
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    after = text[mark.end()] if mark.end() < block.end else " "
    looks_open = (before.isspace() or before in "([{-–—/'‘") and not after.isspace()
    looks_closed = not before.isspace() and not after.isalnum()
    if inside:
        return looks_open and not looks_closed and after.isalnum()
    return looks_open or not looks_closed


def _last_stop(text: str, start: int, end: int) -> int | None:
    """Where a quotation ends that was never closed: behind its last stop before `end`."""
    stops = [stop.end() for stop in _STOP.finditer(text, start, end)]
    return stops[-1] if stops else None


def _singles(text: str, gap: Span) -> Iterator[Span]:
    """Quotations in single marks within a stretch that has no double marks."""
    at = gap.start
    while opening := _SINGLE_OPEN.search(text, at, gap.end):
        at = opening.end()
        if _ELISION.match(text, opening.start()):
            continue
        following = _SINGLE_OPEN.search(text, at, gap.end)
        limit = min(gap.end, opening.start() + _LONGEST_SINGLE)
        if following and text[opening.start()] == "‘":
            limit = min(limit, following.start())
        closing = _single_close(text, at, limit)
        if closing is not None:
            yield Span(opening.start(), closing)
            at = closing


def _single_close(text: str, start: int, end: int) -> int | None:
    """The closing mark: the first that is no plural's apostrophe, else the last candidate."""
    candidates = [mark.end() for mark in _SINGLE_CLOSE.finditer(text, start, end)]
    for candidate in candidates:
        if text[candidate - 2] != "s":
            return candidate
    return candidates[-1] if candidates else None

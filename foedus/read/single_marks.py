"""One paragraph in, its quotations in single marks out, where they cannot be apostrophes.

In British style the single marks are the outer ones, and double marks stand within them.
"""

import re
from collections.abc import Sequence

from foedus.model.document import Span

_OPEN = re.compile(r"(?<![\w'’])[‘‚'](?=[\w“\"«„$£€(\[…])")
_CLOSE = re.compile(r"(?<=[^\s‘])[’'‘](?![\w’'])")
_ELISION = re.compile(
    r"['‘’](?:\d0s?\b|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|n\b|bout\b|round\b)", re.I
)
_LONGEST = 600
_FILLER = "x"  # what a quotation in double marks counts as, when single marks are looked for


def with_singles(text: str, block: Span, double: list[Span]) -> list[Span]:
    """The quotations of one paragraph in single marks and those in double marks, in order.

    A quotation in double marks that stands within single ones belongs to these.
    """
    if "'" not in text and "‘" not in text and "‚" not in text:
        return double
    single = _singles(_masked(text, block, double), block.start)
    apart = [d for d in double if not any(s.overlaps(d) for s in single)]
    return sorted(apart + single)


def _masked(text: str, block: Span, double: list[Span]) -> str:
    """The paragraph with every quotation in double marks filled up."""
    parts, at = [], block.start
    for quotation in double:
        parts += [text[at : quotation.start], _FILLER * (quotation.end - quotation.start)]
        at = quotation.end
    return "".join([*parts, text[at : block.end]])


def runs_on_single(text: str, block: Span, own: Sequence[Span], following: Span) -> Span | None:
    """What a single mark opens and the paragraph does not close, before one that opens with it.

    `own` are the quotations of the paragraph: what runs on stands behind them all.
    """
    mark = text[following.start]
    if mark not in "‘'" or not _opens(text, following.start):
        return None
    behind = own[-1].end if own else block.start
    for found in _OPEN.finditer(text, behind, block.end):
        start = found.start()
        whole = text[start] == mark and text[start + 1].isupper() and _opens(text, start)
        if whole and _close(text, start + 1, block.end) is None:
            return Span(start, block.end)
    return None


def _opens(text: str, at: int) -> bool:
    return _OPEN.match(text, at) is not None and _ELISION.match(text, at) is None


def _singles(words: str, offset: int) -> list[Span]:
    """The quotations in single marks of a stretch of text, moved by `offset`."""
    opening = [m.start() for m in _OPEN.finditer(words) if _opens(words, m.start())]
    found: list[Span] = []
    at = 0
    for number, start in enumerate(opening):
        if start < at:
            continue
        limit = min(len(words), start + _LONGEST)
        behind = opening[number + 1] if number + 1 < len(opening) else limit
        closing = _close(words, start + 1, min(limit, behind))
        if closing is None and words[start] == "'":
            closing = _close(words, start + 1, limit)
        if closing is not None:
            found.append(Span(offset + start, offset + closing))
            at = closing
    return found


def _close(text: str, start: int, end: int) -> int | None:
    """The closing mark: the first that is no plural's apostrophe, else the last candidate."""
    candidates = [mark.end() for mark in _CLOSE.finditer(text, start, end)]
    for candidate in candidates:
        if text[candidate - 2] != "s":
            return candidate
    return candidates[-1] if candidates else None

"""A stretch of words in; the same with every quotation mark and bracket paired, out."""

from foedus.model.document import Span

_PAIRS = {"“": "”", "‘": "’", "«": "»", "(": ")", "[": "]", '"': '"'}
_CLOSING = {closing: opening for opening, closing in _PAIRS.items() if opening != closing}
_EDGES = " \t\n,;:-"


def balanced(span: Span, within: Span, text: str) -> Span:
    """The span with its marks paired: its end moved to the partner of an open mark.

    Where the partner stands outside of `within`, the edge goes to the inner side of the mark, or,
    where that would leave nothing, the span becomes `within`.
    """
    start, end = span.start, span.end
    while (at := _unpaired(text, start, end)) is not None:
        mark = text[at]
        if mark in _PAIRS and (partner := text.find(_PAIRS[mark], end, within.end)) >= 0:
            end = partner + 1
        elif mark == '"' and (opened := _opened_before(text, start, within)) is not None:
            start = opened
        elif not text[start:at].strip(_EDGES):
            start = at + 1
        elif not text[at + 1 : end].strip(_EDGES):
            end = at
        elif mark in _CLOSING and (partner := text.rfind(_CLOSING[mark], within.start, start)) >= 0:
            start = partner
        else:
            return within
    return Span(start, end)


def _opened_before(text: str, start: int, within: Span) -> int | None:
    """The place of the plain mark that is still open where the span starts, if one is."""
    before = text[within.start : start]
    return within.start + before.rindex('"') if before.count('"') % 2 else None


def unwrapped(span: Span, text: str) -> Span:
    """The span without quotation marks that hold the whole of it."""
    words = span.of(text)
    opening = words[:1]
    if len(words) < 3 or opening not in _PAIRS or opening in "([":
        return span
    inner = words[1:-1]
    whole = words[-1] == _PAIRS[opening] and _PAIRS[opening] not in inner
    return Span(span.start + 1, span.end - 1) if whole else span


def _unpaired(text: str, start: int, end: int) -> int | None:
    """The place of the first mark without a partner; an apostrophe is none."""
    waiting: list[int] = []
    for at in range(start, end):
        mark = text[at]
        if mark == "’" and text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum():
            continue
        if waiting and _PAIRS[text[waiting[-1]]] == mark:
            waiting.pop()
        elif mark in _PAIRS:
            waiting.append(at)
        elif mark in _CLOSING and mark != "’":
            return at
    return waiting[0] if waiting else None

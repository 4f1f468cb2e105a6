"""A quotation that a name is signed under: "…" - Name, office, in one line or in two."""

import re
from bisect import bisect_left

from foedus.model.document import Span
from foedus.model.statement import CueClass
from foedus.read.quotes.page import Candidate, Page, Quotation

_SIGNED = re.compile(r"\s*(--|[-—–―])\s*")
_PARTICLES = frozenset(
    {"de", "del", "della", "di", "da", "van", "von", "der", "den", "al", "el", "bin", "n"}
)
_LONGEST_NAME = 6


def byline(page: Page, quotation: Quotation) -> Candidate | None:
    """ "…" - Name, office: a quotation that opens its paragraph, then a dash and a name.

    The dash and the name may be a line of their own.
    """
    block = page.blocks[quotation.block].span
    if quotation.span.start > block.start + 1:
        return None
    below = quotation.block + 1
    same = below < len(page.blocks) and page.role(below) == page.role(quotation.block)
    lines = [block] + ([page.blocks[below].span] if same else [])
    for line in lines:
        begin = max(line.start, quotation.span.end)
        dash = _SIGNED.match(page.text, begin, line.end)
        if dash is None:
            if page.text[begin : line.end].strip():
                return None
            continue
        at = Span(dash.start(1), dash.end(1))
        name = _name_of_byline(page, bisect_left(page.starts, dash.end()), line.end)
        if name is None or (line is not block and page.words(name[1] + 1, name[2])):
            return None
        return Candidate(
            (page.span(name[0], name[1]),), (at,), (quotation.span,), "quote", CueClass.SAYING,
            dash.group(1),
        )  # fmt: skip
    return None


def _name_of_byline(page: Page, first: int, end: int) -> tuple[int, int, int] | None:
    """First and last token of the name behind the dash, and the last of its line.

    The line is the name, or the name and what stands behind a comma or in brackets.
    """
    last = final = first
    while final + 1 < len(page.tokens) and page.tokens[final + 1].idx < end:
        final += 1
    while last < final and (
        page.tokens[last + 1].is_title or page.tokens[last + 1].lower_ in _PARTICLES
    ):
        last += 1
    if (
        first >= len(page.tokens)
        or not page.tokens[first].is_title
        or last - first >= _LONGEST_NAME
    ):
        return None
    rest = page.tokens[last + 1 : final + 1]
    apart = not len(rest) or rest[0].is_punct or rest[0].is_space
    titled = sum(page.tokens[at].is_title for at in range(first, last + 1))
    return (first, last, final) if apart and titled else None

"""Lines in, paragraphs out: which lines of a text belong together.

Most texts have one paragraph a line. Where a text is broken at a column (a letter, a wire copy,
a PDF), a line goes on in the next one when the next one's first word would not have fitted.
"""

import re
from itertools import pairwise

MAX_COLUMN = 110  # a text broken at a wider column is not told from one paragraph a line
MIN_COLUMN = 40
MIN_PAIRS = 3  # so many line ends at least must speak for a broken text
MIN_SHARE = 0.55  # and this share of all line ends that have a neighbour

_ITEM = re.compile(r"\s*(?:[*•\-–—·▪]\s|\d{1,2}[.)]\s|#{1,6}\s|>)")


def paragraphs(lines: list[str]) -> list[list[int]]:
    """The indices of the non-blank lines, grouped into paragraphs, in order."""
    column = wrap_column(lines)
    groups: list[list[int]] = []
    for index, line in enumerate(lines):
        if not line.strip():
            continue
        if (
            column
            and groups
            and groups[-1][-1] == index - 1
            and _goes_on(lines[index - 1], line, column)
        ):
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def wrap_column(lines: list[str]) -> int | None:
    """The column at which the text is broken; None for one paragraph a line."""
    pairs = [
        (line.rstrip(), after.strip())
        for line, after in pairwise(lines)
        if line.strip() and after.strip()
    ]
    if len(pairs) < MIN_PAIRS or max(len(line.rstrip()) for line in lines) > MAX_COLUMN:
        return None
    lengths = sorted(len(line) for line, _ in pairs)
    column = lengths[int(len(lengths) * 0.95)]
    if column < MIN_COLUMN:
        return None
    full = sum(_goes_on(line, after, column) for line, after in pairs)
    return column if full >= max(MIN_PAIRS, MIN_SHARE * len(pairs)) else None


def _goes_on(line: str, after: str, column: int) -> bool:
    """Whether the first word of `after` would not have fitted on `line`."""
    if _ITEM.match(after):
        return False
    return len(line.rstrip()) + 1 + len(after.split(maxsplit=1)[0]) > column - 4

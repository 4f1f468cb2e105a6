"""Lines in, paragraphs out: which lines of a text belong together.

Most texts have one paragraph a line. Where a text is broken at a column (a letter, wire copy, a
PDF), a line goes on in the next one when the next one's first word would not have fitted.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

_WIDEST = 130  # a text broken at a wider column is not told from one paragraph a line
_NARROWEST = 40
_FEWEST_PAIRS = 3  # so many line ends at least must speak for a broken text
_TYPED, _SET = 0.55, 0.7  # and this share of all that have a line below: typed, set in print
_TYPED_SLACK = 4  # characters: a typed column is exact but for a hand that breaks early
_SET_SLACK = 0.2  # of the column: letters in print differ in width
_FULL = 0.93  # of the column: a shorter line that ends a sentence ends the paragraph in print
_ITEM = re.compile(r"\s*(?:[*•\-–—·▪]\s|\d{1,2}[.)]\s|\(\w\)\s|#{1,6}\s|>)")
_BROKEN_WORD = re.compile(r"[^\W\d_]{2}[-\u00ad]$")
_ENDS = re.compile(r"[.!?:][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Wrap:
    """The column at which a text is broken, and how far short of it a full line may fall."""

    column: int
    slack: float
    exact: bool


def paragraphs(lines: Sequence[str], passed: Collection[int] = ()) -> list[list[int]]:
    """The indices of the non-blank lines, grouped into paragraphs, in order.

    A paragraph may go on beyond the lines in `passed` (a running head, an advertisement), where it
    breaks off in the middle of a sentence; each of these is a group of its own.
    """
    wrap = find_wrap([line for at, line in enumerate(lines) if at not in passed])
    groups: list[list[int]] = []
    last: list[int] | None = None  # the group that may still go on
    for at, line in enumerate(lines):
        if at in passed and line.strip():
            groups.append([at])
        elif not line.strip():
            last = last if last and at - 1 in passed else None
        elif wrap and last and _goes_on(lines[last[-1]], line, wrap, last[-1] + 1 < at):
            last.append(at)
        else:
            last = [at]
            groups.append(last)
    return groups


def find_wrap(lines: Sequence[str]) -> Wrap | None:
    """Where the text is broken; None for one paragraph a line."""
    pairs = [
        (line.rstrip(), after) for line, after in pairwise(lines) if line.strip() and after.strip()
    ]
    if len(pairs) < _FEWEST_PAIRS or max(len(line.rstrip()) for line in lines) > _WIDEST:
        return None
    column = sorted(len(line) for line, _ in pairs)[int(len(pairs) * 0.95)]
    if column < _NARROWEST:
        return None
    for share, wrap in (
        (_TYPED, Wrap(column, _TYPED_SLACK, exact=True)),
        (_SET, Wrap(column, _SET_SLACK * column, exact=False)),
    ):
        full = sum(_fills(line, after, wrap) for line, after in pairs)
        if full >= max(_FEWEST_PAIRS, share * len(pairs)):
            return wrap
    return None


def _fills(line: str, after: str, wrap: Wrap) -> bool:
    """Whether the first word of `after` would not have fitted on `line`."""
    return len(line.rstrip()) + 1 + len(after.split(maxsplit=1)[0]) > wrap.column - wrap.slack


def _goes_on(line: str, after: str, wrap: Wrap, parted: bool) -> bool:
    if _BROKEN_WORD.search(line) and after[:1].islower():
        return True
    if _ITEM.match(after) or not _fills(line, after, wrap):
        return False
    ends = bool(_ENDS.search(line.rstrip()))
    if parted:
        return not ends
    opens = after.strip()[:1].isupper()
    return wrap.exact or not (ends and opens and len(line.rstrip()) < _FULL * wrap.column)

"""One paragraph in, the spans between its double quotation marks out, in order.

Known are “ ” „ « » in either direction, the straight mark, '' and ``. A quotation belongs to
the outermost marks about it; where its closing mark is lost, it runs to the words that attribute
it, to its last stop before another opens, or to the end of the paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foedus.model.document import Span

_OPENING = frozenset({"“", "«", "„", "‟", "``", "‘‘"})
_CLOSING = frozenset({"”", "»", "’’"})
_STRAIGHT = frozenset({'"', "''", "``", '""'})
_MARK = re.compile(r"``|''|’’|‘‘|(?<!\S)\"\"(?=\w)|(?<=[^\s\"])\"\"(?!\S)|[“«„‟”»\"]")
_ATTRIBUTE = re.compile(r"(?<==)[\"“”][^\"“”<>\n]{0,300}[\"“”]")  # of a tag: id="7"
_SENTENCE = re.compile(r"[.?!]\s+(?=[A-Z])")
_STOP = re.compile(r"[.,?!;…](?=\s)")
_NAME = r"(?:he|she|they|(?:[A-Z][\w.’'-]*\s){0,3}[A-Z][\w.’'-]*)"
_SAID = r"(?:said|says|added|wrote|told|asked|replied|tweeted|explained|noted|continued)"
_CUE = re.compile(rf"\s(?:{_NAME}\s{_SAID}|said\s{_NAME})\b(?!\sthat\b)")
_TAG = re.compile(rf"[,?!…](?={_CUE.pattern})")
_TAG_AT_END = re.compile(rf"[,?!…](?={_CUE.pattern}(?:(?:,| on| in| at| to)\s[^.]{{1,60}})?\.?\Z)")
_ENDS = frozenset(",.?!…")
_BRACKETS = frozenset("([{-–—/'‘\"“„")
_FARTHEST = 12  # marks looked ahead at
_LONGEST_TAG = 80


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark and what stands beside it, a space where the paragraph ends."""

    start: int
    end: int
    glyph: str
    before: str
    after: str

    @property
    def straight(self) -> bool:
        return self.glyph in _STRAIGHT

    @property
    def looks_open(self) -> bool:
        return (self.before.isspace() or self.before in _BRACKETS) and not self.after.isspace()

    @property
    def looks_closed(self) -> bool:
        return not self.before.isspace() and not self.after.isalnum()

    @property
    def must_close(self) -> bool:
        """Whether it can but close: right behind a stop, and no word right behind it."""
        return self.glyph not in _OPENING and self.before in _ENDS and self.looks_closed

    def opens(self, *, inside: bool) -> bool:
        """Whether it opens a quotation, given whether one is open.

        A glyph that points the wrong way ("so“ he", German »so«) is told by the spaces about it.
        """
        if self.glyph in _OPENING:
            return not (inside and self.looks_closed)
        if self.glyph in _CLOSING:
            return not inside and self.looks_open and self.after.isalnum()
        if inside:
            return self.looks_open and not self.looks_closed and self.after.isalnum()
        return self.looks_open or not self.looks_closed


def double_quotations(text: str, block: Span) -> list[Span]:
    """The spans between double marks in one paragraph of a text, marks included, in order."""
    marks = _marks(text, block)
    found: list[Span] = []
    outer: _Mark | None = None
    inner: list[_Mark] = []
    for at, mark in enumerate(marks):
        if outer is None:
            outer = mark if mark.opens(inside=False) else None
            if outer is None and not found:
                found.extend(_lost_opening(text, block, mark))
        elif not mark.opens(inside=True):
            if _is_measure(marks, at):
                continue
            if inner and not mark.straight == outer.straight != inner[-1].straight:
                inner.pop()
            else:
                found.append(Span(outer.start, mark.end))
                outer, inner = None, []
        elif _nests(text, marks, at, outer, 1 + len(inner)):
            inner.append(mark)
        else:
            found.extend(_lost_closing(text, outer, mark.start))
            outer, inner = mark, []
    if outer is not None and text[outer.start : block.end].strip("“«„‟\"`' "):
        found.append(Span(outer.start, _tag_at_end(text, outer.end, block.end) or block.end))
    return found


def closing_behind(text: str, block: Span) -> int | None:
    """The end of the paragraph's first mark where it can but close what nothing in it opened."""
    marks = _marks(text, block)
    return marks[0].end if marks and marks[0].must_close else None


def has_double(text: str, block: Span) -> bool:
    """Whether a double mark stands in the paragraph."""
    return _MARK.search(text, block.start, block.end) is not None


def _marks(text: str, block: Span) -> list[_Mark]:
    attributes = list(_ATTRIBUTE.finditer(text, block.start, block.end))
    of_tags = {at for found in attributes for at in (found.start(), found.end() - 1)}
    marks = _MARK.finditer(text, block.start, block.end)
    return [_mark(text, block, mark) for mark in marks if mark.start() not in of_tags]


def _mark(text: str, block: Span, mark: re.Match[str]) -> _Mark:
    start, end = mark.span()
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    return _Mark(start, end, mark.group(), before, after)


def _nests(text: str, marks: list[_Mark], at: int, outer: _Mark, depth: int) -> bool:
    """Whether the mark opens within `outer`, and does not tell that its closing mark is lost.

    It does where the marks behind it close both; a curly mark within straight ones needs but
    its own.
    """
    if _TAG.search(text, max(outer.end, marks[at].start - _LONGEST_TAG), marks[at].start):
        return False
    depth += 1
    own = depth
    for mark in marks[at + 1 : at + 1 + _FARTHEST]:
        depth += 1 if mark.opens(inside=True) else -1
        if depth == 0 or (depth < own and outer.straight and not marks[at].straight):
            return True
    return False


def _is_measure(marks: list[_Mark], at: int) -> bool:
    """Whether a straight mark within a quotation stands for inches: "a 6" gun"."""
    mark = marks[at]
    behind = marks[at + 1] if at + 1 < len(marks) else None
    return (
        mark.glyph == '"'
        and mark.before.isdigit()
        and mark.after.isspace()
        and behind is not None
        and behind.must_close
    )


def _lost_opening(text: str, block: Span, mark: _Mark) -> Iterator[Span]:
    """The sentence up to a mark that closes where none opened and a cue follows: Yes," he said."""
    if mark.must_close and mark.before != "." and _CUE.match(text, mark.end, block.end):
        sentences = [end.end() for end in _SENTENCE.finditer(text, block.start, mark.start)]
        yield Span(sentences[-1] if sentences else block.start, mark.end)


def _lost_closing(text: str, outer: _Mark, end: int) -> Iterator[Span]:
    """A quotation never closed before another opens: to its tag, else its last stop."""
    tag = _TAG.search(text, outer.end, end)
    stops = [stop.end() for stop in _STOP.finditer(text, outer.end, end)]
    if tag or stops:
        yield Span(outer.start, tag.end() if tag else stops[-1])


def _tag_at_end(text: str, start: int, end: int) -> int | None:
    """The end of an unclosed quotation whose paragraph ends with its cue: "Yes, he said."""
    tags = list(_TAG_AT_END.finditer(text, max(start, end - _LONGEST_TAG), end))
    return tags[-1].end() if tags else None

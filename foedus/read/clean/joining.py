"""Lines with roles in, the text that readers read out, with the way back to the document.

The dateline that opens a dispatch ("OSLO, July 2 (Agency) - ") is the page's, and is not read.
"""

import re
from collections.abc import Set

from foedus.model.document import (
    READ_ROLES,
    Block,
    Document,
    Line,
    LineRole,
    ReadingText,
    Segment,
    Span,
)
from foedus.read.clean.paragraphs import paragraphs
from foedus.read.dateline import dateline_length

_BROKEN_WORD = re.compile(r"[^\W\d_]{2}[-\u00ad]$")
_WORD = re.compile(r"[\w-]+")
_PREFIXES = frozenset(
    """all anti best close co counter cross east ex far first full half hard high inter
    international last left long low mid multi near non north now off on one over post pre pro re
    right second self semi short so south sub then third three two un under vice well west
    world""".split()
)
_DATELINED = 2  # paragraphs at the head of a report that a dateline may open


def reading_text(document: Document, lines: tuple[Line, ...]) -> ReadingText:
    """The lines with a role that is read, one paragraph a block, white space at the ends dropped.

    A paragraph that is broken over several lines becomes one block, its lines joined by a space;
    a word that a hyphen breaks at the end of a line is joined.
    """
    pieces: list[str] = []
    blocks: list[Block] = []
    segments: list[Segment] = []
    words = frozenset(_WORD.findall(document.text.lower()))
    at = paragraphs_read = 0
    for group in _groups(document, lines):
        start = at
        paragraphs_read += group[0].role is LineRole.BODY
        for number, line in enumerate(group):
            whole = line.span.of(document.text)
            stripped = whole.strip()
            offset = line.span.start + whole.index(stripped)
            if not number and line.role is LineRole.BODY and paragraphs_read <= _DATELINED:
                passed = dateline_length(stripped)
                stripped, offset = stripped[passed:], offset + passed
            after = group[number + 1].span.of(document.text).strip() if line != group[-1] else ""
            glued = _breaks_word(stripped, after)
            if glued and not _keeps_hyphen(stripped, after, words):
                stripped = stripped[:-1]
            segments.append(Segment(at, offset, len(stripped)))
            gap = "" if glued or not after else " "
            pieces.append(stripped + gap)
            at += len(stripped) + len(gap)
        blocks.append(Block(Span(start, at), group[0].role))
        pieces.append("\n")
        at += 1
    return ReadingText("".join(pieces[:-1]), tuple(blocks), tuple(segments))


def _groups(document: Document, lines: tuple[Line, ...]) -> list[list[Line]]:
    """The lines that are read, by paragraph; a change of role ends a paragraph."""
    texts = [line.span.of(document.text) for line in lines]
    passed = {at for at, line in enumerate(lines) if line.role is LineRole.FURNITURE}
    groups: list[list[Line]] = []
    for indices in paragraphs(texts, {at for at in passed if texts[at].strip()}):
        fresh = True
        for line in (lines[index] for index in indices):
            if line.role not in READ_ROLES:
                fresh = True
            elif fresh or groups[-1][-1].role != line.role:
                groups.append([line])
                fresh = False
            else:
                groups[-1].append(line)
    return groups


def _breaks_word(line: str, after: str) -> bool:
    return bool(after[:1].islower() and _BROKEN_WORD.search(line))


def _keeps_hyphen(line: str, after: str, words: Set[str]) -> bool:
    """Whether the hyphen is the word's own: the text has it so elsewhere, or it is a prefix."""
    first = line.split()[-1][:-1].lower().lstrip("\"'“‘([")
    rest = (_WORD.match(after) or [""])[0].lower()
    if line.endswith("\u00ad") or first + rest in words:
        return False
    return f"{first}-{rest}" in words or first in _PREFIXES or "-" in first

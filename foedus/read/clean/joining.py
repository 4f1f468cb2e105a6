"""Lines with roles in, the text that readers read out, with the way back to the document."""

from foedus.model.document import READ_ROLES, Block, Document, Line, ReadingText, Segment, Span
from foedus.read.clean.paragraphs import paragraphs


def reading_text(document: Document, lines: tuple[Line, ...]) -> ReadingText:
    """The lines with a role that is read, one paragraph a block, white space at the ends dropped.

    A paragraph that is broken over several lines becomes one block, its lines joined by a space.
    """
    pieces: list[str] = []
    blocks: list[Block] = []
    segments: list[Segment] = []
    at = 0
    for group in _groups(document, lines):
        start = at
        for line in group:
            words = line.span.of(document.text)
            stripped = words.strip()
            if at > start:
                pieces.append(" ")
                at += 1
            offset = line.span.start + words.index(stripped)
            segments.append(Segment(at, offset, len(stripped)))
            pieces.append(stripped)
            at += len(stripped)
        blocks.append(Block(Span(start, at), group[0].role))
        pieces.append("\n")
        at += 1
    return ReadingText("".join(pieces[:-1]), tuple(blocks), tuple(segments))


def _groups(document: Document, lines: tuple[Line, ...]) -> list[list[Line]]:
    """The lines that are read, by paragraph; a change of role ends a paragraph."""
    groups: list[list[Line]] = []
    for indices in paragraphs([line.span.of(document.text) for line in lines]):
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

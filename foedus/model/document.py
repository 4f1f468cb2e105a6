"""A document, where it came from, the roles of its lines, and the text that readers read.

Offsets are Unicode code points; the end is exclusive. Two coordinate systems exist: offsets
into the document (what is cited) and into its reading text (what the readers see, with the
furniture left out). Readers work on the second; `ReadingText.locate` leads back to the first.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from foedus.model.identity import content_hash, text_hash


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (exclusive) of some text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, not {self.start}, {self.end}")

    def of(self, text: str) -> str:
        """The words that the span covers in `text`."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A span of one document, named by its id."""

    document: str
    span: Span


class LineRole(StrEnum):
    """What a line of a page is."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BODY = "body"
    CAPTION = "caption"
    FURNITURE = "furniture"
    OTHER_STORY = "other-story"


READ_ROLES = frozenset({LineRole.HEADLINE, LineRole.STANDFIRST, LineRole.BODY, LineRole.CAPTION})
KEPT_ROLES = frozenset({LineRole.BODY, LineRole.STANDFIRST})


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a document: number from 1 over `text.split("\\n")`, its span, its role."""

    n: int
    span: Span
    role: LineRole


@dataclass(frozen=True, slots=True)
class Document:
    """One text as received, never changed. `converter` names how raw bytes became this text."""

    text: str
    converter: str = "text/1"
    raw_hash: str | None = None
    id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", text_hash(self.text))

    def __repr__(self) -> str:
        return f"Document({self.id[:12]}, {len(self.text):,} characters)"


@dataclass(frozen=True, slots=True)
class Receipt:
    """That a document came from somewhere. Ten outlets with one text are ten receipts.

    `name` is what the user called it (a file name or an address); `published` is known only from
    the user, the page's own metadata or its dateline, and `published_from` says which of the three
    ("user", "metadata", "dateline").
    """

    document: str
    name: str
    received: datetime
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    author: str | None = None
    published: date | None = None
    published_from: str | None = None

    @property
    def id(self) -> str:
        """Hash of all but the time of receipt: the same file read twice is one receipt."""
        return content_hash(
            [self.document, self.name, self.url, self.publisher, self.title, self.author,
             self.published.isoformat() if self.published else None, self.published_from]
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Segment:
    """`length` characters that stand at `reading` in the reading text and at `document` there."""

    reading: int
    document: int
    length: int


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the reading text: its span there, the role of its lines."""

    span: Span
    role: LineRole


@dataclass(frozen=True, slots=True)
class ReadingText:
    """The lines that are read, one paragraph a line, with the way back to the document.

    `text` joins the blocks with a single line feed. Characters between segments (the joining
    line feeds, the space that replaces a soft line break) have no place in the document.
    """

    text: str
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]

    def locate(self, span: Span) -> tuple[Span, ...]:
        """The document's spans for a span of the reading text, in order.

        Pieces that only white space separates in neither text are joined by the caller's
        document text through `join_pieces`; here each segment touched gives one piece.
        """
        starts = [segment.reading for segment in self.segments]
        pieces = []
        for segment in self.segments[max(0, bisect_right(starts, span.start) - 1) :]:
            if segment.reading >= span.end:
                break
            start = max(span.start, segment.reading)
            end = min(span.end, segment.reading + segment.length)
            if start < end:
                shift = segment.document - segment.reading
                pieces.append(Span(start + shift, end + shift))
        return tuple(pieces)


def join_pieces(text: str, pieces: Iterable[Span]) -> tuple[Span, ...]:
    """Join neighbouring pieces of `text` that only white space without a blank line separates."""
    joined: list[Span] = []
    for piece in sorted(pieces):
        between = text[joined[-1].end : piece.start] if joined else ""
        if joined and not between.strip() and between.count("\n") <= 1:
            joined[-1] = Span(joined[-1].start, piece.end)
        else:
            joined.append(piece)
    return tuple(joined)

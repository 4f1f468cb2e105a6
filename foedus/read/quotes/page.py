"""A parse in, the same with what the rules ask of it: which token stands in which quotation."""

from bisect import bisect_right
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from foedus.model.document import Block, LineRole, Span
from foedus.model.statement import CueClass
from foedus.read.sentences import Parsed

OUTSIDE = -1


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement as one rule sees it.

    `rule` names the rule; one that is `only_nested` counts within another's words alone.
    """

    speaker: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    rule: str
    cue_class: CueClass
    lemma: str
    basis: str = "cue"
    only_nested: bool = False

    @property
    def size(self) -> int:
        return sum(piece.end - piece.start for piece in self.content)


@dataclass(slots=True)
class Quotation:
    """One quotation: its number, its span, its first and last token, its block."""

    number: int
    span: Span
    first: int
    last: int
    block: int


@dataclass(slots=True)
class Page:
    """A parse with its quotations by token. `inside[i]` is a quotation's number or OUTSIDE."""

    doc: Doc
    text: str
    blocks: tuple[Block, ...]
    quotations: list[Quotation] = field(default_factory=list)
    inside: list[int] = field(default_factory=list)
    sentence: list[tuple[int, int]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)  # the doc's, made once: a lookup makes anew

    @classmethod
    def of(cls, parsed: Parsed) -> "Page":
        page = cls(parsed.doc, parsed.reading.text, parsed.reading.blocks)
        page.tokens = list(parsed.tokens)
        page.starts = [token.idx for token in page.tokens]
        page.inside = [OUTSIDE] * len(parsed.doc)
        for sent in parsed.doc.sents:
            page.sentence.extend([(sent.start, sent.end)] * (sent.end - sent.start))
        page._number_quotations(parsed.quotations)
        return page

    def _number_quotations(self, spans: tuple[Span, ...]) -> None:
        at, block = 0, 0
        for span in spans:
            while block + 1 < len(self.blocks) and self.blocks[block + 1].span.start <= span.start:
                block += 1
            at = max(at, bisect_right(self.starts, span.start) - 1)
            while at < len(self.doc) and self.starts[at] + len(self.tokens[at]) <= span.start:
                at += 1
            first = at
            while at < len(self.doc) and self.starts[at] < span.end:
                self.inside[at] = len(self.quotations)
                at += 1
            if first < at:
                self.quotations.append(Quotation(len(self.quotations), span, first, at - 1, block))

    def span(self, first: int, last: int) -> Span:
        """The characters from token `first` to token `last`, both included."""
        end = self.tokens[last]
        return Span(self.tokens[first].idx, end.idx + len(end))

    def stretch(self, first: int, last: int) -> tuple[Span, ...]:
        """The same as a content of one piece, or of none where `last` stands before `first`."""
        return (self.span(first, last),) if first <= last else ()

    def bounds(self, token: int) -> tuple[int, int]:
        """First token of the token's sentence, and the one behind its last."""
        return self.sentence[token]

    def bounds_at(self, offset: int) -> tuple[int, int]:
        """Where the sentence at the offset starts and ends, as offsets into the text."""
        first, end = self.bounds(max(bisect_right(self.starts, offset) - 1, 0))
        return self.starts[first], self.starts[end - 1] + len(self.tokens[end - 1])

    def role(self, block: int) -> LineRole:
        return self.blocks[block].role

    def words(self, first: int, last: int) -> list[Token]:
        """The tokens `first` to `last` (included) that are neither punctuation nor space."""
        return [t for t in self.tokens[first : last + 1] if not (t.is_punct or t.is_space)]

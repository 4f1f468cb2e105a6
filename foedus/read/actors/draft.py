"""The cast while it is being made: figures (entities to be) and the mentions given to them.

Every step of the reader takes the draft and adds to it; `cast()` freezes it at the end.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate

from spacy.tokens import Doc, Token

from foedus.model.actor import ActorKind, Affiliation, Cast, Entity, Mention, MentionForm
from foedus.model.document import LineRole, Span
from foedus.read.actors.scan import Hit
from foedus.read.gazetteer import Gazetteer
from foedus.read.sentences import Parsed

# Blocks from this number on are captions.
CAPTIONS = 1_000_000
# Headlines stand among the first blocks.
HEADLINES = 3


@dataclass(slots=True)
class Figure:
    """One entity to be. `words` are the normalised words of a person's name."""

    name: str
    kind: ActorKind
    actor: str | None = None
    country: str = ""
    sector: str = ""
    gender: str = ""
    words: tuple[str, ...] = ()
    roles: set[str] = field(default_factory=set)
    affiliations: list[Affiliation] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Marked:
    """One mention in tokens: `start` to `end` with its title, `core` the token of the name.

    `exact` are the characters, where they are fewer than those of the tokens.
    """

    start: int
    end: int
    core: int
    figure: int
    form: MentionForm
    exact: Span | None = None


class Draft:
    """The parse of one text, and what is known of its actors so far."""

    def __init__(self, parsed: Parsed, gazetteer: Gazetteer, published: date | None) -> None:
        self.parsed = parsed
        self.doc: Doc = parsed.doc
        self.tokens: list[Token] = list(parsed.doc)
        self.text = parsed.reading.text
        self.gazetteer = gazetteer
        self.published = published
        self.hits: list[Hit] = []
        self.figures: list[Figure] = []
        self.marks: list[Marked] = []
        self.by_actor: dict[str, int] = {}
        self.taken: dict[int, Marked] = {}
        self.states: dict[int, str] = {}
        self._title_case: dict[int, bool] = {}
        self.starts = {token.idx: token.i for token in self.tokens}
        self.block = self._blocks()
        self.sentence = self._sentences()

    def _blocks(self) -> list[int]:
        """The number of the block of each token; captions are counted apart, from `CAPTIONS` on."""
        numbers, at = [], 0
        blocks = self.parsed.reading.blocks
        captions = list(accumulate(block.role is LineRole.CAPTION for block in blocks))
        for token in self.tokens:
            while at + 1 < len(blocks) and blocks[at + 1].span.start <= token.idx:
                at += 1
            caption = bool(blocks) and blocks[at].role is LineRole.CAPTION
            numbers.append(
                CAPTIONS + captions[at] if caption else at - captions[at] if blocks else 0
            )
        return numbers

    def _sentences(self) -> list[int]:
        numbers, at = [], -1
        for token in self.tokens:
            at += bool(token.is_sent_start) or token.i == 0
            numbers.append(at)
        return numbers

    def title_case(self, token: int) -> bool:
        """Whether the token stands in a line set like a headline, where every word is capital."""
        number = self.block[token]
        if number not in self._title_case:
            self._title_case[number] = number < HEADLINES and self._capitalised(number)
        return self._title_case[number]

    def _capitalised(self, block: int) -> bool:
        tokens = [token for token in self.tokens if self.block[token.i] == block]
        words = [token.text for token in tokens if len(token) > 3 and token.is_alpha]
        capital = sum(word[0].isupper() for word in words)
        return len(words) >= 4 and capital >= 0.8 * len(words) and tokens[-1].text != "."

    def in_caption(self, token: int) -> bool:
        return self.block[token] >= CAPTIONS

    def hits_within(self, span: Span) -> list[Hit]:
        """The gazetteer names that lie wholly within the characters."""
        first = bisect_left(self.hits, span.start, key=lambda hit: hit.start)
        found = []
        for hit in self.hits[first:]:
            if hit.end > span.end:
                break
            found.append(hit)
        return found

    def token_at(self, offset: int) -> int | None:
        """The token that begins at the character, if one does."""
        return self.starts.get(offset)

    def end_token(self, start: int, end: int) -> int:
        """The first token from `start` on that begins at or after the character `end`."""
        at = start
        while at < len(self.tokens) and self.tokens[at].idx < end:
            at += 1
        return at

    def span(self, start: int, end: int) -> Span:
        """The characters of the tokens `start` to `end` (exclusive)."""
        last = self.tokens[end - 1]
        return Span(self.tokens[start].idx, last.idx + len(last))

    def words(self, start: int, end: int) -> str:
        """The words of the tokens as the reading text has them."""
        return self.span(start, end).of(self.text)

    def add(self, figure: Figure) -> int:
        """Keep a figure; one that the gazetteer knows is kept once."""
        if figure.actor and figure.actor in self.by_actor:
            return self.by_actor[figure.actor]
        self.figures.append(figure)
        if figure.actor:
            self.by_actor[figure.actor] = len(self.figures) - 1
        return len(self.figures) - 1

    def mark(self, mark: Marked) -> None:
        """Keep a mention; its name tokens are taken by it."""
        self.marks.append(mark)
        figure = self.figures[mark.figure]
        if figure.kind is ActorKind.STATE:
            self.states[mark.start] = figure.country
        for token in range(mark.start, mark.end):
            self.taken.setdefault(token, mark)

    def free(self, tokens: Iterable[int]) -> bool:
        return not any(token in self.taken for token in tokens)

    def cast(self) -> Cast:
        """The cast: figures that are mentioned, in order of their first mention."""
        marks = sorted(self.marks, key=lambda m: (m.start, -m.end, m.core))
        order: dict[int, int] = {}
        mentions: list[Mention] = []
        seen: set[tuple[int, int]] = set()
        for mark in marks:
            if (mark.start, mark.end) in seen:
                continue
            seen.add((mark.start, mark.end))
            number = order.setdefault(mark.figure, len(order))
            span = mark.exact or self.span(mark.start, mark.end)
            mentions.append(Mention(span, number, mark.form))
        return Cast(tuple(self._entity(self.figures[f]) for f in order), tuple(mentions))

    @staticmethod
    def _entity(figure: Figure) -> Entity:
        return Entity(
            name=figure.name,
            kind=figure.kind,
            actor=figure.actor,
            country=figure.country,
            sector=figure.sector,
            affiliations=tuple(figure.affiliations),
            gender=figure.gender,
        )

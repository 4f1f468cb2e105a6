"""One text as all frames see it: the parse, who is named at each token, what stands in quotes."""

from bisect import bisect_right
from collections.abc import Collection
from functools import cached_property

from spacy.tokens import Span as Words
from spacy.tokens import Token

from foedus.model.actor import ActorKind, Cast, Entity, Mention
from foedus.model.claim import Filler
from foedus.model.document import LineRole, Span
from foedus.model.statement import Statement
from foedus.read.dateline import dateline_length
from foedus.read.frames.grammar import word
from foedus.read.sentences import Parsed

_HEADS = frozenset({"ADJ", "ADP", "AUX", "NOUN", "PROPN", "VERB"})
_QUOTES = '"“”„«»'
_EDGES = " \t\n,;:.-–—()[]"
_LEFT = frozenset({
    "compound", "amod", "nmod", "nummod", "poss", "punct", "advmod", "quantmod", "npadvmod",
    "case", "prt", "dobj", "intj",
})  # fmt: skip
_DETERMINERS = frozenset({"the", "a", "an", "any", "some", "this", "that", "these", "those"})


class Scene:
    """The parse, the cast and the quotations of one text, looked up by token or character."""

    def __init__(self, parsed: Parsed, cast: Cast, statements: tuple[Statement, ...] = ()) -> None:
        self.parsed = parsed
        self.doc = parsed.doc
        self.text = parsed.reading.text
        self.cast = cast
        self.statements = statements

    @cached_property
    def sentences(self) -> list[Words]:
        return list(self.doc.sents)

    @cached_property
    def _by_word(self) -> dict[str, list[Token]]:
        found: dict[str, list[Token]] = {}
        for token in self.parsed.tokens:
            if token.pos_ in _HEADS:
                found.setdefault(word(token), []).append(token)
        return found

    def among(self, words: Collection[str]) -> list[Token]:
        """The verbs, nouns, adjectives and prepositions with one of the lemmas, in order."""
        found = [t for w in set(words) & self._by_word.keys() for t in self._by_word[w]]
        return sorted(found, key=lambda t: t.i)

    @cached_property
    def _by_form(self) -> dict[str, list[Token]]:
        found: dict[str, list[Token]] = {}
        for token in self.parsed.tokens:
            found.setdefault(token.lower_, []).append(token)
        return found

    def formed(self, forms: Collection[str]) -> list[Token]:
        """The tokens that are written as one of the forms, in order."""
        found = [t for form in forms for t in self._by_form.get(form, ())]
        return sorted(found, key=lambda t: t.i)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.parsed.reading.blocks]

    @cached_property
    def _mention_at(self) -> dict[int, Mention]:
        """The mention at each token; of several the longest, of equals the first."""
        starts = [token.idx for token in self.parsed.tokens]
        found: dict[int, Mention] = {}
        for mention in sorted(
            self.cast.mentions, key=lambda m: (m.span.start - m.span.end, m.span.start)
        ):
            i = max(0, bisect_right(starts, mention.span.start) - 1)
            while i < len(starts) and starts[i] < mention.span.end:
                if starts[i] >= mention.span.start:
                    found.setdefault(i, mention)
                i += 1
        return found

    def mention(self, token: Token) -> Mention | None:
        """Who is named at the token, if anybody."""
        return self._mention_at.get(token.i)

    def entity(self, token: Token) -> Entity | None:
        mention = self.mention(token)
        return self.cast.entity_of(mention) if mention else None

    def role(self, token: Token) -> LineRole:
        """The role of the line that the token stands in."""
        return self.role_at(token.idx)

    def role_at(self, offset: int) -> LineRole:
        blocks = self.parsed.reading.blocks
        return blocks[max(0, bisect_right(self._block_starts, offset) - 1)].role

    def block(self, token: Token) -> int:
        """The number of the paragraph that the token stands in."""
        return max(0, bisect_right(self._block_starts, token.idx) - 1)

    @cached_property
    def datelines(self) -> list[Span]:
        """ "OSLO, May 3 (Agency) - " before a paragraph: where and when it was filed, no event."""
        found = []
        for block in self.parsed.reading.blocks:
            length = dateline_length(block.span.of(self.text))
            if length and block.role is LineRole.BODY:
                found.append(Span(block.span.start, block.span.start + length))
        return found

    def in_dateline(self, span: Span) -> bool:
        """Does the span lie in the dateline of a paragraph?"""
        return any(line.covers(span) for line in self.datelines)

    def passage(self, token: Token) -> Span:
        """The sentence of the token, without white space at its ends."""
        sent = token.sent
        start, end = sent.start_char, sent.end_char
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        return Span(start, end)

    def quotation(self, offset: int) -> Span | None:
        """The quotation that holds the character, marks included."""
        return next((q for q in self.parsed.quotations if q.start <= offset < q.end), None)

    def span(self, first: Token, last: Token) -> Span:
        """The words from one token to another, marks at the edges trimmed and balanced."""
        return self.trimmed(first.idx, last.idx + len(last))

    def trimmed(self, start: int, end: int) -> Span:
        """The span without punctuation at its edges; a quotation mark keeps its partner."""
        text = self.text
        while start < end and text[start] in _EDGES:
            start += 1
        while start < end and text[end - 1] in _EDGES and not self._abbreviation(end):
            end -= 1
        span = self._balanced(start, end)
        inner = span.of(text)
        if inner.count("(") > inner.count(")") and text[span.end : span.end + 1] == ")":
            return Span(span.start, span.end + 1)
        return span

    def _abbreviation(self, end: int) -> bool:
        """Does the full stop at the end belong to an initialism such as "U.S."?"""
        return end >= 3 and self.text[end - 1] == "." and self.text[end - 3] == "."

    def _balanced(self, start: int, end: int) -> Span:
        for quote in self.parsed.quotations:
            opens, closes = start <= quote.start < end, start < quote.end <= end
            if opens and not closes:
                if quote.end - 1 == end or quote.start > start:
                    end = max(end, quote.end) if quote.end - 1 == end else end
                else:
                    start += 1
            elif closes and not opens:
                if quote.start == start - 1:
                    start -= 1
                elif quote.end == end:
                    end -= 1
        while end - start > 2 and self.text[start] in _QUOTES and self.text[end - 1] in _QUOTES:
            inner = self.text[start + 1 : end - 1]
            if any(mark in inner for mark in _QUOTES):
                break
            start, end = start + 1, end - 1
        while start < end and self.text[start] in _EDGES:
            start += 1
        while start < end and self.text[end - 1] in _EDGES and not self._abbreviation(end):
            end -= 1
        return Span(start, end)

    def first_of(self, noun: Token) -> Token:
        """The leftmost word of the noun phrase, its determiner left out."""
        first = noun
        for child in sorted(noun.lefts, key=lambda c: c.i, reverse=True):
            if child.dep_ not in _LEFT and not (child.dep_ == "det" and _keeps(child)):
                if child.dep_ in ("det", "preconj", "predet", "cc", "mark"):
                    continue
                break
            listed = child.text == "," and noun.doc[child.i - 1].dep_ in ("amod", "nummod")
            if (child.text in (",", ";", ":", "(") and not listed) or self._dash(child):
                break
            first = self.doc[child.left_edge.i]
        while first.i < noun.i and (
            first.lower_ in _DETERMINERS or (first.is_punct and first.text not in "\"'")
        ):
            first = self.doc[first.i + 1]
        return first

    def _dash(self, token: Token) -> bool:
        """A dash between words, no hyphen within one."""
        return token.text == "-" and token.i > 0 and bool(token.nbor(-1).whitespace_)

    def noun_phrase(self, noun: Token, *prepositions: str) -> Span:
        """The noun with its modifiers, and its complements with one of the prepositions."""
        last = noun
        for child in noun.rights:
            if child.dep_ == "prep" and child.lower_ in prepositions:
                last = max(last, self._last_of(child), key=lambda t: t.i)
            elif child.dep_ in ("punct", "nummod", "case", "npadvmod"):
                continue
            else:
                break
        return self.span(self.first_of(noun), last)

    def _last_of(self, prep: Token) -> Token:
        last = prep
        for child in prep.rights:
            if child.dep_ in ("pobj", "pcomp", "prep"):
                last = max(last, self._end_of(child), key=lambda t: t.i)
        return last

    def _end_of(self, token: Token) -> Token:
        """The last word of a phrase, clauses and appositions left out."""
        last = token
        for child in token.rights:
            if child.dep_ in ("relcl", "appos", "punct", "advcl", "acl", "cc"):
                if child.dep_ == "cc":
                    continue
                if child.dep_ == "acl" and child.tag_ in ("VBG", "VBN"):
                    last = max(last, child.right_edge, key=lambda t: t.i)
                continue
            last = max(last, self._end_of(child), key=lambda t: t.i)
        return last

    def clause_end(self, verb: Token, *left_out: str) -> Token:
        """The last word that belongs to the verb, dependents of the given labels left out."""
        last = verb
        for child in verb.rights:
            if child.dep_ in left_out or (child.dep_ == "punct"):
                continue
            last = max(last, child.right_edge, key=lambda t: t.i)
        return last

    def filler(self, span: Span, actor: str | None = None, entity: int | None = None) -> Filler:
        return Filler(span.of(self.text), span, actor, entity)

    def words(self, noun: Token, *prepositions: str) -> Filler:
        """A noun phrase as a filler that names no actor."""
        return self.filler(self.noun_phrase(noun, *prepositions))


def _keeps(determiner: Token) -> bool:
    return determiner.lower_ in ("no", "either", "both", "all", "each", "every")


def state_of(entity: Entity) -> str | None:
    """The state that the entity is, or belongs to, where it is known."""
    if entity.kind in (ActorKind.STATE, ActorKind.BLOC):
        return entity.actor
    return entity.country if len(entity.country) == 3 and entity.country.isupper() else None

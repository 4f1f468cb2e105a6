"""A noun in, the party that its phrase names out: its words, country and sector (PLOVER)."""

import re
from collections.abc import Callable
from datetime import date

from spacy.tokens import Token

from foedus.model.actor import ActorKind, Entity
from foedus.model.document import Span
from foedus.model.event import Party
from foedus.read.actors.listed import tie_of
from foedus.read.events.coding import Coding
from foedus.read.events.types import type_of_noun
from foedus.read.frames.grammar import conjuncts, word

_OUTSIDE = frozenset({"relcl", "acl", "appos", "punct", "advcl"})
_APART = _OUTSIDE | {"conj", "cc", "preconj", "parataxis"}
_INNER = frozenset({"poss", "amod", "compound", "nmod"})
_A_WORD = 12  # characters
_OF_ANYBODY = frozenset({"", "PTY"})
_WITHIN = _INNER | {"pobj"}
_OTHERS = frozenset({
    "ally", "rival", "enemy", "foe", "neighbour", "neighbor", "opponent", "adversary", "backer",
    "critic", "creditor", "donor", "partner", "counterpart", "supporter", "sympathiser",
    "sympathizer",
})  # fmt: skip
_IN = re.compile(r"\b(in|at|near|outside|across)\b")
_NOBODYS = frozenset({
    "earthquake", "quake", "flood", "flooding", "storm", "hurricane", "typhoon", "cyclone",
    "tsunami", "tornado", "wildfire", "fire", "blaze", "drought", "famine", "landslide",
    "avalanche", "eruption", "volcano", "crash", "accident", "derailment", "collapse", "heatwave",
    "outbreak", "epidemic", "pandemic", "virus", "disease", "price", "currency",
})  # fmt: skip
"""What is done by these is nobody's deed."""

_BACKS = frozenset({
    "back", "support", "fund", "finance", "arm", "train", "sponsor", "ally", "align", "supply",
})  # fmt: skip
_ABOUT = frozenset({
    "over", "about", "against", "after", "before", "during", "on", "despite", "amid", "following",
})  # fmt: skip
_BEINGS = frozenset({"PERSON", "ORG", "NORP", "GPE"})


class Parties:
    """Codes the noun phrases of one text, each once.

    `named` tells who stands at a token by the cast of the text; pronouns are led to their actor
    through it.
    """

    def __init__(
        self,
        coder: Coding,
        text: str,
        on: date | None = None,
        named: Callable[[Token], Entity | None] = lambda token: None,
    ) -> None:
        self._coder, self._text, self._on, self._named = coder, text, on, named
        self._known: dict[int, Party | None] = {}
        self._guessed: set[Span] = set()

    def of(self, noun: Token) -> Party | None:
        """The party that the noun heads; None where the words name no actor."""
        if noun.i not in self._known:
            own = self._coded(noun)
            beside = None if own is not None and own.code else self._beside(noun)
            self._known[noun.i] = own if beside is None or (own and not beside.code) else beside
        return self._known[noun.i]

    def all_of(self, noun: Token) -> list[Party]:
        """The parties of a noun and of those joined to it; of "Polish and Czech officials" both."""
        pair = self._modifiers(noun)
        return pair or [p for each in conjuncts(noun) if (p := self.of(each)) is not None]

    def guessed(self, party: Party) -> bool:
        """Whether only the rest of the sentence tells whose the party is: "the government"."""
        return party.span in self._guessed

    def placed(self, party: Party) -> bool:
        """Whether a place tells whose the party is: "a clinic in Mali", "(in) Mali"."""
        start = party.span.start
        before = self._text[max(0, start - _A_WORD) : start].split()[-1:]
        return bool(_IN.search(party.text)) or before in (["in"], ["at"], ["near"])

    def within(self, noun: Token) -> Party | None:
        """The nearest party with a code under the noun: "the offices of Peruvian officials"."""
        if self._of_another(noun) or word(noun) in _NOBODYS:
            return None
        level = _parts(noun)
        while level:
            for token in level:
                inner = token.pos_ == "PROPN" or token.dep_ in _WITHIN
                inner = inner and not tie_of(self._text, token.idx, token.idx + len(token))
                party = self.of(token) if inner else None
                if party is not None and party.code:
                    return party
            level = [c for t in level for c in _parts(t)]
        return None

    def _modifiers(self, noun: Token) -> list[Party]:
        """The states of "Polish and Czech officials", if there are two."""
        for child in noun.lefts:
            if child.dep_ in _INNER and child.pos_ in ("ADJ", "PROPN"):
                others = [c for c in child.children if c.dep_ == "conj"]
                found = [p for t in (child, *others) if (p := self.of(t)) is not None]
                if others and len({p.code for p in found}) > 1:
                    return found
        return []

    def _beside(self, noun: Token) -> Party | None:
        for child in noun.children:
            if child.dep_ == "appos" and (party := self._coded(child)) is not None:
                return party
        return None

    def _coded(self, noun: Token) -> Party | None:
        span, entity = span_of(noun), self._named(noun)
        if noun.pos_ == "PRON":
            return _of_entity(span, span.of(self._text), entity) if entity else None
        if not entity and not self._acts(noun, span):
            return None
        text = span.of(self._text)
        coded = self._coder.code(text, "", self._on)
        if noun.pos_ == "ADJ" and not coded.country:
            return None  # "military exercises"
        if not coded.country and coded.role:
            coded = self._coder.code(text, noun.sent.text, self._on)
            if coded.country:
                self._guessed.add(span)
        person = entity is not None and entity.kind is ActorKind.PERSON
        country = entity.country if entity and person and entity.country else coded.country
        if entity and not country and "-" not in text:  # "US-backed forces"
            country = entity.country
        country = "" if self._of_another(noun) else country
        role = coded.role or (entity.sector if entity else "")
        if not (country or entity or role not in _OF_ANYBODY or noun.ent_type_ in _BEINGS):
            return None  # "the parties to the pact" are no political party
        if entity is not None and entity.country != country:
            entity = None  # another's name stands in the words
        actor, name = (entity.actor, entity.name) if entity else (None, "")
        return Party(span, text, country, role, actor, name)

    def _of_another(self, noun: Token) -> bool:
        """ "Ukraine's allies", "critics of Iran": whoever they are, not those they are named by."""
        if word(noun) not in _OTHERS:
            return False
        owners = [c for c in noun.lefts if c.dep_ == "poss"]
        if not owners and not any(c.lower_ == "of" for c in noun.rights):
            return False
        start = owners[-1].right_edge.idx + len(owners[-1].right_edge) if owners else noun.idx
        return not self._coder.code(self._text[start : noun.idx + len(noun)], "", self._on).country

    def _acts(self, noun: Token, span: Span) -> bool:
        """Whether the noun itself can act: "Czech troops", not "the strength of the troops"."""
        if noun.pos_ != "NOUN":
            return noun.pos_ not in ("NUM", "SYM")
        if type_of_noun(noun) is not None:
            return False
        own = self._coder.code(self._text[span.start : noun.idx + len(noun)], "", self._on)
        return bool(own.country or own.role)


def _of_entity(span: Span, text: str, entity: Entity) -> Party:
    return Party(span, text, entity.country, entity.sector, entity.actor, entity.name)


def _parts(token: Token) -> list[Token]:
    """What belongs to the token's phrase, without what it does, and who is behind it."""
    return [c for c in token.children if c.dep_ not in ("relcl", "advcl") and not _does(c)]


def _does(clause: Token) -> bool:
    """ "Crowds opposing the treaty", "rebels backed by Peru"."""
    return clause.dep_ == "acl" and (clause.tag_ == "VBG" or word(clause) in _BACKS)


def span_of(noun: Token) -> Span:
    """The noun's phrase without clauses, appositions and what is joined to it."""
    first = next((c.left_edge for c in noun.lefts if c.dep_ not in _APART), noun)
    last = noun
    for child in noun.rights:
        if child.dep_ in _APART or _beyond(noun, child):
            break
        last = _end(child)
    return Span(first.idx, last.idx + len(last))


def _beyond(noun: Token, child: Token) -> bool:
    """What stands behind a name, and what something is about, is no part of who it is."""
    if child.dep_ != "prep":
        return False
    return child.lower_ != "of" if noun.pos_ == "PROPN" else child.lower_ in _ABOUT


def _end(token: Token) -> Token:
    last = token
    for child in token.rights:
        if child.dep_ in _OUTSIDE:
            break
        last = _end(child)
    return last

"""A noun phrase in, the class of goods that it names out ("rockets", "food", ...), if any.

The words are in `foedus/data/goods.toml`.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from foedus.read.frames.grammar import children, conjuncts, prepositional, word


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Class by word; general heads, the modifiers that make them goods, heads goods alone."""

    classes: dict[str, str]
    heads: frozenset[str]
    kinds: frozenset[str]
    alone: frozenset[str]
    doubtful: frozenset[str]
    not_goods: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lexicon of goods, loaded once."""
    data = tomllib.loads(files("foedus.data").joinpath("goods.toml").read_text("utf-8"))
    general, excepted = data["general"], data["excepted"]
    return Lexicon(
        {w: name for name, words in data["classes"].items() for w in words},
        frozenset(general["heads"]), frozenset(general["kinds"]), frozenset(general["alone"]),
        frozenset(excepted["heads"]), frozenset(excepted["modifiers"]),
    )  # fmt: skip


# "basis": what the lemmatiser makes of "bases"
_PLACES = frozenset({"base", "basis", "port", "airfield", "airport", "airspace", "harbour",
                     "harbor", "site", "territory", "airstrip", "facility", "waters"})  # fmt: skip

_SITES = frozenset({"base", "port", "airfield", "airport", "harbour", "harbor", "airstrip", "land",
                    "territory", "island", "village", "site", "facility"})  # fmt: skip


def _access(noun: Token) -> str | None:
    """ "Access to two ports", not "access to the talks"."""
    return "access" if any(word(o) in _PLACES for o in prepositional(noun, {"to"})) else None


def _words_before(noun: Token) -> set[str]:
    before = {word(t) for left in noun.lefts for t in left.subtree}
    if noun.dep_ == "conj" and _split_compound(noun.head) == noun:
        before.add(word(noun.head))
    return before


def _head(noun: Token, classes: dict[str, str]) -> str:
    """The lemma; a plural that the lemmatiser does not know, and "goods", by the form."""
    head = noun.lower_ if noun.lower_ == "goods" else word(noun)
    return head[:-1] if head not in classes and head[:-1] in classes else head


def goods_class(noun: Token) -> str | None:
    """The class of the goods that the noun phrase names, None where it names none."""
    words = lexicon()
    if _split_compound(noun) is not None:
        return None
    head, before = _head(noun, words.classes), _words_before(noun)
    if before & words.not_goods or noun.ent_type_ in ("PERSON", "DATE", "TIME"):
        return None
    if noun.ent_type_ == "MONEY":
        return "money"
    if head == "access":
        return _access(noun)
    kinds = before & words.kinds
    if head in words.classes:
        return words.classes[head] if head not in words.doubtful or kinds else None
    if head in words.heads or noun.pos_ == "NUM":
        for inner in prepositional(noun, {"of", "with", "in"}):
            found = goods_class(inner)
            if found:
                return found
        named = {words.classes[w] for w in before if w in words.classes}
        if named:
            return min(named)
        if kinds:
            return f"{sorted(kinds)[0]} aid"
        return head if head in words.alone else None
    return None


def _split_compound(noun: Token) -> Token | None:
    """ "Chips and drone engines" parsed as three things: the noun that "drone" belongs to."""
    following = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
    joined = following.dep_ == "conj" and following.head == noun and following.pos_ == "NOUN"
    return following if joined else None


def in_list(thing: Token) -> list[Token]:
    """ "Fuel, seed and road repair": the parser may take the rest of a list for a gloss of it."""
    for gloss in children(thing, "appos"):
        if thing.i + 2 != gloss.left_edge.i or thing.nbor(1).text != ",":
            continue
        joint = [c for c in gloss.lefts if c.pos_ == "NOUN" and children(c, "cc")]
        return [*joint[:1], gloss] if joint else []
    return []


def meant_for(thing: Token) -> list[Token]:
    """ "Technology for dams": what stands after the "for" behind it, wherever that is hung."""
    prep = thing.nbor(1) if thing.i + 1 < thing.sent.end else thing
    return children(prep, "pobj") if prep.lower_ == "for" else []


def sites_in(tokens: list[Token]) -> list[Token]:
    """The tokens that head land or a place to use ("a naval base", "two islands")."""
    return [
        each for token in tokens for each in conjuncts(token)
        if each.pos_ == "NOUN" and (word(each) in _SITES or each.lower_ == "bases")
    ]  # fmt: skip


def goods_in(tokens: list[Token]) -> list[Token]:
    """The tokens that head goods, coordinated ones too, each once."""
    found: list[Token] = []
    for token in tokens:
        for each in [*conjuncts(token), *in_list(token)]:
            if each not in found and goods_class(each):
                found.append(each)
    return found

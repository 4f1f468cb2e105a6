"""A noun of giving or getting in ("arms sales to X", "Y's purchase of Z"), its transfer out."""

from spacy.tokens import Token

from foedus.read.frames.deals import (
    GIVE_NOUNS,
    HALTS,
    RECEIVE_NOUNS,
    RESUMES,
    SWAP_NOUNS,
    Deal,
    is_pair,
)
from foedus.read.frames.goods import goods_in
from foedus.read.frames.grammar import children, prepositional, word
from foedus.read.frames.subjects import owners, subjects


def returned(word_of: Token, things: list[Token]) -> list[Token]:
    """ "Oil *for weapons*": what is swapped for it."""
    found = [t for each in (word_of, *things) for t in prepositional(each, {"for"})]
    return [t for t in goods_in(found) if t not in things]


def _mutual(noun: Token, ends: list[Token], things: list[Token]) -> Deal | None:
    """ "Trade in arms between X and Y": partners, of whom nothing tells who gives."""
    both = ends or prepositional(noun, {"with"}) + owners(noun, 0)
    if not ends:
        both += [t for thing in things for t in prepositional(thing, {"with"})]
    if not both and noun.dep_ == "dobj" and word(noun.head) == "deny":
        both = subjects(noun.head)
    both = [t for t in both if t not in things]
    enough = len(both) > 1 or is_pair(both)
    return Deal(noun, both, [], things, mutual=True) if enough else None


def nominal_deal(noun: Token, lemma: str) -> Deal | None:
    """The transfer that the noun tells, None where it tells none."""
    if lemma not in GIVE_NOUNS | RECEIVE_NOUNS | SWAP_NOUNS:
        return None
    within = list(children(noun, "compound", "nmod", "amod"))
    about = {"of", "in"} if lemma in SWAP_NOUNS else {"of"}
    things = goods_in([*prepositional(noun, about), *within])
    if not things:
        return None
    every = things + returned(noun, things)
    ends = [t for each in (noun, *every) for t in prepositional(each, {"between"})]
    if lemma in SWAP_NOUNS or ends:
        return _mutual(noun, ends, every)
    to = prepositional(noun, {"to"}) + [t for g in things for t in prepositional(g, {"to"})]
    source = prepositional(noun, {"from", "by"}) + [
        t for g in things for t in prepositional(g, {"from"})
    ]
    owner = children(noun, "poss")
    if noun.dep_ == "dobj":  # "halted deliveries of grain to Peru": the parser may split them
        to = to or prepositional(noun.head, {"to"})
        if word(noun.head) == "take":  # "took delivery of"
            to = to or subjects(noun.head)
            source = source or prepositional(noun.head, {"from"})
        if not owner and word(noun.head) in HALTS | RESUMES:
            owner = subjects(noun.head)
    if to and not owner:  # "Danish arms sales" alone does not say who sells
        owner = [t for t in noun.lefts if t.ent_type_ in ("GPE", "NORP") and t not in things]
    if lemma in RECEIVE_NOUNS:
        return Deal(noun, source, to or owner, things)
    return Deal(noun, source or owner, to, things)

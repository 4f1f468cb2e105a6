"""A verb or noun of giving in, the transfer that it tells out: givers, receivers, goods."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from foedus.read.frames.goods import goods_in
from foedus.read.frames.grammar import (
    children,
    doers,
    objects,
    owners,
    passive,
    prepositional,
    subjects,
    undergoers,
    word,
)
from foedus.read.frames.pairs import wants_pair

GIVE = frozenset({
    "provide", "supply", "send", "give", "deliver", "ship", "sell", "transfer", "donate", "export",
    "lend", "furnish", "grant", "hand", "airlift", "smuggle", "funnel", "dispatch", "offer",
    "contribute", "lease", "gift", "arm", "equip",
})  # fmt: skip
RECEIVE = frozenset({
    "receive", "buy", "purchase", "get", "import", "obtain", "acquire", "procure", "accept",
})  # fmt: skip
_GIVE_NOUNS = frozenset({
    "supply", "shipment", "delivery", "transfer", "sale", "export", "provision", "donation",
    "consignment",
})  # fmt: skip
_RECEIVE_NOUNS = frozenset({"purchase", "import", "receipt", "procurement"})
_SWAP = frozenset({"trade", "exchange", "swap", "barter"})
_SWAP_NOUNS = frozenset({"exchange", "swap", "trade", "barter"})


HALTS = frozenset({"suspend", "halt", "stop", "freeze", "cut", "end", "block", "cancel", "cease"})
_RESUMES = frozenset({"resume", "begin", "start", "increase", "continue", "expand", "approve"})
WORDS = GIVE | RECEIVE | _GIVE_NOUNS | _RECEIVE_NOUNS | _SWAP | _SWAP_NOUNS


@dataclass(slots=True)
class Deal:
    """One transfer as the words give it."""

    trigger: Token
    givers: list[Token] = field(default_factory=list)
    receivers: list[Token] = field(default_factory=list)
    goods: list[Token] = field(default_factory=list)


def deal_at(token: Token) -> Deal | None:
    """The transfer that the word tells, None where it tells none."""
    lemma = word(token)
    if token.pos_ == "VERB":
        if lemma in GIVE:
            return _giving(token)
        if lemma in RECEIVE:
            return _receiving(token)
        return _swapping(token) if lemma in _SWAP else None
    return _nominal(token, lemma) if token.pos_ in ("NOUN", "PROPN") else None


def _giving(verb: Token) -> Deal:
    deal = Deal(verb)
    patients = undergoers(verb)
    things = goods_in([*patients, *prepositional(verb, {"with"})])
    indirect = children(verb, "dative")
    deal.receivers = [t for t in indirect if t.pos_ != "ADP"]
    deal.receivers += prepositional(verb, {"to"})
    if prepositional(verb, {"with"}) and goods_in(prepositional(verb, {"with"})):
        deal.receivers += [t for t in patients if t not in things]
    elif passive(verb):
        retained = objects(verb)
        if goods_in(retained):
            things = goods_in(retained)
            deal.receivers += patients
    deal.goods = things
    deal.givers = doers(verb) or prepositional(verb, {"from"})
    for thing in things:
        deal.receivers += [t for t in prepositional(thing, {"to"}) if t.i > verb.i]
    if not deal.receivers:
        deal.receivers = _glued(things) or _beneficiary(verb, things)
    return deal


def _glued(things: list[Token]) -> list[Token]:
    """ "Sent Peru rice": the parser may take the receiver for part of the goods."""
    first = things[0] if things else None
    if first is None or first.dep_ != "dobj":
        return []
    return [
        t for t in children(first, "compound")
        if t.ent_type_ == "GPE" and t.i == first.left_edge.i and t.pos_ == "PROPN"
    ]  # fmt: skip


def _beneficiary(verb: Token, things: list[Token]) -> list[Token]:
    """ "for X", "for X's use", "to help X": who gets it, where no "to" says so."""
    found: list[Token] = []
    for noun in prepositional(verb, {"for"}) + [
        n for thing in things for n in prepositional(thing, {"for"})
    ]:
        if word(noun) in ("use", "benefit", "army", "force", "troop", "military", "defence"):
            found += children(noun, "poss")
        elif noun.ent_type_ in ("GPE", "NORP", "ORG", "PERSON"):
            found.append(noun)
    if not found:
        aims = [
            a for each in [verb, *things] for a in children(each, "advcl", "xcomp", "acl", "relcl")
        ]
        for aim in aims:
            if word(aim) in ("help", "aid", "support", "assist", "arm", "back"):
                found += objects(aim) or list(children(aim, "nsubj"))
    return found


def _receiving(verb: Token) -> Deal:
    things = goods_in(undergoers(verb))
    givers = prepositional(verb, {"from"})
    for thing in things:
        givers += prepositional(thing, {"from"})
    return Deal(verb, givers, doers(verb), things)


def _swapping(verb: Token) -> Deal | None:
    """ "Both traded in arms", "X and Y exchanged shells for oil"."""
    things = goods_in([*undergoers(verb), *prepositional(verb, {"in"})])
    sides = doers(verb) + prepositional(verb, {"with"})
    return Deal(verb, sides, [], things) if len(sides) > 1 or _pair(sides) else None


def _pair(tokens: list[Token]) -> bool:
    return any(wants_pair(t) for t in tokens)


def _nominal(noun: Token, lemma: str) -> Deal | None:
    if lemma not in _GIVE_NOUNS | _RECEIVE_NOUNS | _SWAP_NOUNS:
        return None
    within = list(children(noun, "compound", "nmod", "amod"))
    about = {"of", "in"} if lemma in _SWAP_NOUNS else {"of"}
    things = goods_in([*prepositional(noun, about), *within])
    if not things:
        return None
    if lemma in _SWAP_NOUNS:
        both = prepositional(noun, {"between", "with"}) + owners(noun, 0)
        if not both and noun.dep_ == "dobj" and word(noun.head) == "deny":
            both = subjects(noun.head)
        return Deal(noun, both, [], things) if len(both) > 1 or _pair(both) else None
    to = prepositional(noun, {"to"}) + [t for g in things for t in prepositional(g, {"to"})]
    source = prepositional(noun, {"from", "by"}) + [
        t for g in things for t in prepositional(g, {"from"})
    ]
    owner = children(noun, "poss")
    if noun.dep_ == "dobj":  # "halted deliveries of grain to Peru": the parser may split them
        to = to or prepositional(noun.head, {"to"})
        if not owner and word(noun.head) in HALTS | _RESUMES:
            owner = subjects(noun.head)
    if to and not owner:  # "Danish arms sales" alone does not say who sells
        owner = [t for t in noun.lefts if t.ent_type_ in ("GPE", "NORP") and t not in things]
    if lemma in _RECEIVE_NOUNS:
        return Deal(noun, source, to or owner, things)
    return Deal(noun, source or owner, to, things)

"""A verb or noun of giving in, the transfer that it tells out: givers, receivers, goods."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from foedus.read.frames.goods import goods_class, goods_in
from foedus.read.frames.grammar import (
    children,
    conjuncts,
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
    "contribute", "lease", "gift", "arm", "equip", "pay", "allocate", "share", "extend",
    "pledge", "promise",
})  # fmt: skip
RECEIVE = frozenset({
    "receive", "buy", "purchase", "get", "import", "obtain", "acquire", "procure", "accept",
    "order", "source",
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
_USE = frozenset({"use", "fire", "operate"})
WORDS = GIVE | RECEIVE | _USE | _GIVE_NOUNS | _RECEIVE_NOUNS | _SWAP | _SWAP_NOUNS


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
        if lemma in _USE:
            return _used(token)
        return _swapping(token) if lemma in _SWAP else None
    return _nominal(token, lemma) if token.pos_ in ("NOUN", "PROPN") else None


def _giving(verb: Token) -> Deal:
    deal = Deal(verb)
    patients = undergoers(verb)
    things = goods_in([*patients, *prepositional(verb, {"with"})])
    indirect = children(verb, "dative")
    if not things:  # "gave Peru food aid": a parser may take all of it for the receiver
        things = goods_in([t for t in indirect if t.pos_ == "NOUN" and glued([t])])
        indirect = [t for t in indirect if t not in things]
    for each in [verb, *things]:
        things = things + goods_in(prepositional(each, {"including"})) if things else things
    deal.receivers = [t for t in indirect if t.pos_ != "ADP"]
    deal.receivers += prepositional(verb, {"to"})
    if prepositional(verb, {"with"}) and goods_in(prepositional(verb, {"with"})):
        deal.receivers += [t for t in patients if t not in things]
    elif passive(verb):
        retained = objects(verb)
        if goods_in(retained):
            things = goods_in(retained)
            deal.receivers += patients
    if word(verb) == "share":
        deal.receivers += [t for t in prepositional(verb, {"with"}) if t not in things]
    deal.goods = things
    deal.givers = doers(verb) or _agent_astray(verb, things) or prepositional(verb, {"from"})
    deal.givers = deal.givers or _troops_of(things)
    for thing in things:
        deal.receivers += [t for t in prepositional(thing, {"to"}) if t.i > verb.i]
    if not deal.receivers:
        deal.receivers = glued(things) or _behind_price(verb) or _beneficiary(verb, things)
    return deal


def _agent_astray(verb: Token, things: list[Token]) -> list[Token]:
    """ "Was sold 12 boats by Peru": the parser hangs who sold them on the boats."""
    return [t for thing in things for t in prepositional(thing, {"by"})] if passive(verb) else []


def _troops_of(things: list[Token]) -> list[Token]:
    """ "Danish troops were sent to Chad": whose they are sends them; of goods this is not so."""
    return makers([t for t in things if goods_class(t) == "troops"])


def _behind_price(verb: Token) -> list[Token]:
    """ "Sent tools worth nine million to Peru": the parser hangs "to" on the price."""
    found: list[Token] = []
    for token in verb.subtree:
        if token.lower_ != "to" or token.dep_ != "prep" or token.i < verb.i:
            continue
        node = token.head
        while node.i != verb.i and (node.lower_ == "worth" or node.ent_type_ == "MONEY"):
            node = node.head
        priced = token.head.lower_ == "worth" or token.head.ent_type_ == "MONEY"
        if priced and (node.i == verb.i or goods_in([node])):
            found += children(token, "pobj")
    return found


def glued(things: list[Token]) -> list[Token]:
    """ "Sent Peru rice", "gave the Gambia nine boats": a parser may take the receiver for part
    of the goods. A state's name in front is the receiver, its adjective ("Danish") is not."""
    first = things[0] if things else None
    if first is None or first.dep_ not in ("dobj", "dative"):
        return []
    return [
        t for t in children(first, "compound", "nmod")
        if t.ent_type_ == "GPE" and t.pos_ == "PROPN" and t.tag_ == "NNP"
        and all(w.pos_ in ("DET", "PROPN") for w in first.doc[first.left_edge.i : t.i])
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
    receivers = doers(verb) or (_beneficiary(verb, things) if passive(verb) else [])
    return Deal(verb, givers or makers(things), receivers, things)


def makers(things: list[Token]) -> list[Token]:
    """ "Danish and Dutch boats bought by Peru": whose goods they were."""
    found: list[Token] = []
    for thing in things:
        for left in thing.lefts:
            if left.dep_ in ("amod", "nmod", "compound") and left.ent_type_ in ("NORP", "GPE"):
                found += [t for t in conjuncts(left) if t.ent_type_ in ("NORP", "GPE")]
    return found


def _used(verb: Token) -> Deal | None:
    """ "Swiss shells used by Chad", "Chad fired Swiss shells": they came from there."""
    things = [t for t in goods_in(undergoers(verb)) if makers([t])]
    users = [t for t in doers(verb) if t.ent_type_ in ("GPE", "NORP", "ORG") or t.pos_ == "PRON"]
    if not things or not users or children(verb, "neg"):
        return None
    return Deal(verb, makers(things), users, things)


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
        if word(noun.head) == "take":  # "took delivery of"
            to = to or subjects(noun.head)
            source = source or prepositional(noun.head, {"from"})
        if not owner and word(noun.head) in HALTS | _RESUMES:
            owner = subjects(noun.head)
    if to and not owner:  # "Danish arms sales" alone does not say who sells
        owner = [t for t in noun.lefts if t.ent_type_ in ("GPE", "NORP") and t not in things]
    if lemma in _RECEIVE_NOUNS:
        return Deal(noun, source, to or owner, things)
    return Deal(noun, source or owner, to, things)

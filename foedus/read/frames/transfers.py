"""A verb or noun of giving in, the transfer that it tells out: givers, receivers, goods."""

from spacy.tokens import Token

from foedus.read.frames.deals import GIVE, LET, RECEIVE, SWAP, USE, Deal, is_pair, makers
from foedus.read.frames.goods import goods_class, goods_in, meant_for, sites_in
from foedus.read.frames.grammar import children, objects, passive, prepositional, word
from foedus.read.frames.subjects import doers, undergoers
from foedus.read.frames.transfer_nouns import nominal_deal, returned


def deal_at(token: Token) -> Deal | None:
    """The transfer that the word tells, None where it tells none."""
    lemma = word(token)
    if token.pos_ == "VERB":
        if lemma in GIVE:
            return _giving(token)
        if lemma in RECEIVE:
            told_to = lemma == "order" and children(token, "xcomp", "ccomp")  # "ordered it to go"
            return None if told_to else _receiving(token)
        if lemma in USE:
            return _used(token)
        return _swapping(token) if lemma in SWAP else None
    return nominal_deal(token, lemma) if token.pos_ in ("NOUN", "PROPN") else None


def _giving(verb: Token) -> Deal:
    deal = Deal(verb)
    patients = undergoers(verb)
    things = goods_in([*patients, *prepositional(verb, {"with"})])
    if not things and word(verb) in LET:
        things = sites_in(objects(verb) if passive(verb) and objects(verb) else patients)
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
        kept = goods_in(retained) or [t for t in things if t in retained]
        if kept:
            things = kept
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
        t for t in children(first, "compound", "nmod", "amod")
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
        for aim in meant_for(thing):  # "tools for dams from Peru"
            givers += prepositional(aim, {"from"})
    receivers = doers(verb) or (_beneficiary(verb, things) if passive(verb) else [])
    return Deal(verb, givers or makers(things), receivers, things)


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
    things += returned(verb, things)
    both = len(sides) > 1 or is_pair(sides)
    return Deal(verb, sides, [], things, mutual=True) if both else None

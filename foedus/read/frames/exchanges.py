"""Transfers in: who gives what to whom, in return for what, by verb ("supplied with") or by noun
("arms shipments from X to Y"). What goes the other way is a claim of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Span as Words
from spacy.tokens import Token

from foedus.model.claim import Filler, Mood, Predicate, Voice
from foedus.model.document import Span
from foedus.read.frames.believers import Aside, asides
from foedus.read.frames.draft import Draft, roles
from foedus.read.frames.goods import goods_in, lexicon
from foedus.read.frames.grammar import (
    children,
    doers,
    is_verb,
    objects,
    owners,
    passive,
    prepositional,
    undergoers,
    word,
)
from foedus.read.frames.participants import beings, political
from foedus.read.frames.scene import Scene

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
_SWAP_NOUNS = frozenset({"exchange", "swap", "trade", "barter"})
_NEEDS_RECEIVER = frozenset({"send", "deploy", "offer", "grant", "hand", "give", "lend", "dispatch",
                             "contribute", "deliver", "arm", "get", "accept"})  # fmt: skip
_STOPS = frozenset({"ban", "embargo", "moratorium", "prohibition", "bar", "block", "prevent",
                    "sanction", "restriction", "stop", "freeze", "prohibit"})  # fmt: skip
_RETURN = frozenset({"exchange", "return", "payment", "barter", "repayment"})


@dataclass(slots=True)
class Deal:
    """One transfer as the words give it."""

    trigger: Token
    givers: list[Token] = field(default_factory=list)
    receivers: list[Token] = field(default_factory=list)
    goods: list[Token] = field(default_factory=list)


def find(scene: Scene) -> Iterator[Draft]:
    """Every transfer of goods that the text tells, both ways where both are told."""
    for token in scene.doc:
        lemma = word(token)
        deal = None
        if token.pos_ == "VERB":
            if lemma in GIVE:
                deal = _giving(token)
            elif lemma in RECEIVE:
                deal = _receiving(token)
        elif token.pos_ in ("NOUN", "PROPN"):
            deal = _nominal(token, lemma)
        if deal and deal.goods:
            yield from _drafts(scene, deal)


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
    deal.givers = doers(verb)
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


def _nominal(noun: Token, lemma: str) -> Deal | None:
    if lemma not in _GIVE_NOUNS | _RECEIVE_NOUNS | _SWAP_NOUNS:
        return None
    within = list(children(noun, "compound", "nmod", "amod"))
    things = goods_in([*prepositional(noun, {"of"}), *within])
    if not things:
        return None
    if lemma in _SWAP_NOUNS:
        both = prepositional(noun, {"between", "with"}) + owners(noun, 0)
        return Deal(noun, both, [], things) if len(both) > 1 else None
    to = prepositional(noun, {"to"}) + [t for g in things for t in prepositional(g, {"to"})]
    if noun.dep_ == "dobj":  # "halted deliveries of grain to Peru": the parser may split them
        to = to or prepositional(noun.head, {"to"})
    source = prepositional(noun, {"from", "by"}) + [
        t for g in things for t in prepositional(g, {"from"})
    ]
    owner = children(noun, "poss")
    if to and not owner:  # "Danish arms sales" alone does not say who sells
        owner = [t for t in noun.lefts if t.ent_type_ in ("GPE", "NORP") and t not in things]
    if lemma in _RECEIVE_NOUNS:
        return Deal(noun, source, to or owner, things)
    return Deal(noun, source or owner, to, things)


def _drafts(scene: Scene, deal: Deal) -> Iterator[Draft]:
    givers = _actors(scene, deal.givers, deal.goods)
    receivers = _actors(scene, deal.receivers, deal.goods)
    parties = [*givers, *receivers]
    if not any(political(scene, f) for f in parties):
        return
    if _forbidden(deal):
        return
    beliefs = asides(scene, deal.trigger.sent)
    back = _in_return(deal, beliefs)
    if word(deal.trigger) in _NEEDS_RECEIVER and not receivers and not back:
        return
    if (
        givers
        and receivers
        and {f.actor or f.text for f in givers} == {f.actor or f.text for f in receivers}
    ):
        return
    deal.goods = [t for t in deal.goods if t not in back]
    returned = [_item(scene, t) for t in back if not any(a.covers(t) for a in beliefs)]
    yield from _claims(scene, deal, (givers, receivers), deal.goods, returned, beliefs)
    if back:
        gone = [_item(scene, t) for t in deal.goods]
        yield from _claims(scene, deal, (receivers, givers), back, gone, beliefs)


def _forbidden(deal: Deal) -> bool:
    """ "A ban on X's exports", "kept them from buying": no transfer is told."""
    head = deal.trigger.head
    if deal.trigger.dep_ == "pcomp" and head.lower_ == "from":
        return is_verb(head.head) and word(head.head) != "benefit"
    if deal.trigger.pos_ == "VERB":
        return False
    above = head.head if deal.trigger.dep_ == "pobj" else head
    return word(above) in _STOPS or (not deal.receivers and word(deal.trigger) == "export")


def _actors(scene: Scene, tokens: list[Token], goods: list[Token]) -> list[Filler]:
    return list(dict.fromkeys(beings(scene, [t for t in tokens if t not in goods])))


def _in_return(deal: Deal, beliefs: list[Aside]) -> list[Token]:
    """The goods after "in exchange for", wherever the parse hangs the phrase.

    An aside ("- they believe -") tears the list apart: the goods after it belong to it too.
    """
    sent = deal.trigger.sent
    for token in sent:
        if token.lower_ not in _RETURN or token.i <= deal.trigger.i:
            continue
        if token.nbor(-1).lower_ in ("in", "as") and token.i + 1 < sent.end:
            found = goods_in(prepositional(token, {"for"}))
            for aside in beliefs:
                if aside.after > token.i:
                    found += [t for t in _heads(sent, aside) if t not in found]
            return found
    return []


def _heads(sent: Words, aside: Aside) -> list[Token]:
    """The goods that the aside governs: nouns that are no part of another's phrase."""
    inside = [t for t in sent if aside.covers(t) and t.pos_ in ("NOUN", "PROPN")]
    heads = [t for t in inside if t.head not in inside and t.head.head not in inside]
    return goods_in(heads)


def _claims(
    scene: Scene,
    deal: Deal,
    ways: tuple[list[Filler], list[Filler]],
    goods: list[Token],
    returned: list[Filler],
    beliefs: list[Aside],
) -> Iterator[Draft]:
    """One claim for what is said outright, one for each item in the mouth of a believer."""
    givers, receivers = ways
    plain = [t for t in goods if not any(a.covers(t) for a in beliefs)]
    believed = [(t, next(a for a in beliefs if a.covers(t))) for t in goods if t not in plain]
    there = goods == deal.goods
    purpose = _purpose(scene, deal) if there else []
    places = _places(scene, deal) if there else []

    offered = Mood.PROPOSED if word(deal.trigger) == "offer" else None
    verb_span = Span(deal.trigger.idx, deal.trigger.idx + len(deal.trigger))

    def draft(items: list[Token], believer: tuple[Voice, ...], aside: Aside | None) -> Draft:
        found = roles(
            source=givers, target=receivers, purpose=purpose, place=places,
            goods=[_item(scene, t) for t in items],
            quantity=[q for t in items for q in _quantity(scene, t)],
            in_return_for=returned,
        )  # fmt: skip
        mood = Mood.RUMOURED if aside else offered
        return Draft(
            Predicate.EXCHANGE, deal.trigger, found, believer, mood,
            (aside.verb_span if aside else verb_span,),
        )  # fmt: skip

    if plain:
        yield draft(plain, (), None)
    for token, aside in believed:
        yield draft([token], (aside.voice,), aside)


def _item(scene: Scene, token: Token) -> Filler:
    """The goods' words: with "of" and "with" where the head is a general word."""
    general = word(token) in lexicon().heads
    return scene.words(token, "of", "with", "in") if general else scene.words(token, "of")


def _quantity(scene: Scene, token: Token) -> list[Filler]:
    for number in children(token, "nummod"):
        first = scene.doc[number.left_edge.i]
        return [scene.filler(scene.span(first, number))]
    if word(token) in ("million", "billion", "dozen", "hundred", "thousand", "tonne", "ton",
                       "barrel", "number", "amount", "quantity"):  # fmt: skip
        return [scene.words(token)]
    return []


def _purpose(scene: Scene, deal: Deal) -> list[Filler]:
    if deal.trigger.pos_ != "VERB":
        return []
    for prep in children(deal.trigger, "prep", "dative"):
        nouns = prepositional(deal.trigger, {"for"}) if prep.lower_ == "for" else []
        if nouns and word(nouns[0]) in ("use", "war", "defence", "fight", "purpose", "operation"):
            return [scene.filler(scene.noun_phrase(nouns[0], "in", "against", "of"))]
    for aim in children(deal.trigger, "advcl"):
        marks = [c for c in aim.children if c.dep_ == "aux" and c.lower_ == "to"]
        if marks and aim.tag_ == "VB":
            return [scene.filler(scene.span(marks[0], scene.clause_end(aim, "advcl")))]
    return []


def _places(scene: Scene, deal: Deal) -> list[Filler]:
    return [
        scene.words(t) for t in prepositional(deal.trigger, {"in", "at"})
        if t.ent_type_ in ("GPE", "LOC", "FAC")
    ]  # fmt: skip

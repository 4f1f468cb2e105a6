"""Transfers in: who gives what to whom, in return for what, by verb ("supplied with") or by noun
("arms shipments from X to Y"). What goes the other way is a claim of its own.
"""

from collections.abc import Iterator

from spacy.tokens import Span as Words
from spacy.tokens import Token

from foedus.model.claim import Filler, Mood, Predicate, Voice
from foedus.model.document import Span
from foedus.read.frames.believers import Aside, asides
from foedus.read.frames.deals import HALTS, WORDS, Deal
from foedus.read.frames.draft import Draft, roles
from foedus.read.frames.forces import mission_of
from foedus.read.frames.given_back import as_reckoned, given_back_to
from foedus.read.frames.goods import goods_class, goods_in, in_list, lexicon, meant_for
from foedus.read.frames.grammar import ancestors, children, is_verb, prepositional, word
from foedus.read.frames.participants import beings
from foedus.read.frames.political import is_state, political
from foedus.read.frames.scene import Scene
from foedus.read.frames.threads import instrument_of
from foedus.read.frames.transfers import deal_at, glued
from foedus.read.moods.governors import text_of

_NEEDS_RECEIVER = frozenset({
    "send", "deploy", "offer", "grant", "hand", "give", "lend", "dispatch", "contribute", "deliver",
    "arm", "get", "accept", "pay", "share", "allocate", "extend", "order", "use", "fire", "operate",
})  # fmt: skip
_OFFERING = {"offer": Mood.PROPOSED, "pledge": Mood.PROMISED, "promise": Mood.PROMISED}
_STOPS = frozenset({"ban", "embargo", "moratorium", "prohibition", "bar", "block", "prevent",
                    "sanction", "restriction", "stop", "freeze", "prohibit"})  # fmt: skip
_MEANT_FOR = frozenset({"technology", "training", "intelligence"})
_RETURN = frozenset({"exchange", "return", "payment", "barter", "repayment"})


def find(scene: Scene) -> Iterator[Draft]:
    """Every transfer of goods that the text tells, both ways where both are told."""
    told: list[Draft] = []
    for token in scene.among(WORDS):
        deal = deal_at(token)
        if deal and deal.goods:
            found = [as_reckoned(scene, draft, told) for draft in _drafts(scene, deal, told)]
            told += found
            yield from found


def _drafts(scene: Scene, deal: Deal, earlier: list[Draft]) -> Iterator[Draft]:
    # "it gave Chad fuel", where "it" is a pact: who gave it is not said
    who = [t for t in deal.givers if t.lower_ != "it" or instrument_of(scene, t, far=True) == t]
    givers = _actors(scene, who, deal.goods)
    receivers = _actors(scene, deal.receivers, deal.goods)
    receivers = receivers or given_back_to(scene, deal, givers, earlier)
    parties = [*givers, *receivers]
    if not any(political(scene, f) for f in parties):
        return
    if _forbidden(deal) or (mission_of(deal.trigger) is not None):
        return
    if not givers and _aim_of_nobody(deal.trigger):
        return
    beliefs = asides(scene, deal.trigger.sent)
    back = _in_return(deal, beliefs)
    told = bool(receivers or back) or _sent_abroad(deal, givers)
    if word(deal.trigger) in _NEEDS_RECEIVER and not told:
        return
    if word(deal.trigger) in ("pledge", "promise") and not (receivers or _aid(scene, deal)):
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


def _aid(scene: Scene, deal: Deal) -> bool:
    """ "Pledged two million in military aid": meant for somebody else."""
    items = " ".join(_item(scene, t).text.lower() for t in deal.goods).split()
    return bool({"aid", "assistance", "weapons", "arms", "ammunition"}.intersection(items))


def _sent_abroad(deal: Deal, givers: list[Filler]) -> bool:
    """A state that "sent missiles" sent them to somebody; troops are sent anywhere."""
    classes = {goods_class(t) for t in deal.goods}
    sent = word(deal.trigger) in ("send", "deliver") and not classes & {"troops", "workers"}
    return sent and any(is_state(f) for f in givers)


def _forbidden(deal: Deal) -> bool:
    """ "A ban on X's exports", "kept them from buying": no transfer is told."""
    head = deal.trigger.head
    if deal.trigger.dep_ == "pcomp" and head.lower_ == "from":
        return is_verb(head.head) and word(head.head) != "benefit"
    if deal.trigger.pos_ == "VERB":
        return False
    above = head.head if deal.trigger.dep_ == "pobj" else head
    return word(above) in _STOPS or (not deal.receivers and word(deal.trigger) == "export")


def _aim_of_nobody(trigger: Token) -> bool:
    """ "An economy aimed at a supply of arms to X": a thing's aim, and nobody's gift."""
    for verb in ancestors(trigger):
        if is_verb(verb) and word(verb) == "aim":
            return trigger.pos_ != "VERB" and not children(verb, "agent")
    return False


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

    above = deal.trigger.head
    stopped = deal.trigger.dep_ in ("dobj", "nsubjpass") and word(above) in HALTS
    halted = True if stopped and deal.trigger.pos_ != "VERB" else None
    offered = _OFFERING.get(word(deal.trigger))
    text = text_of(deal.trigger)
    verb_span = Span(deal.trigger.idx, deal.trigger.idx + len(deal.trigger))

    def draft(items: list[Token], believer: tuple[Voice, ...], aside: Aside | None) -> Draft:
        found = roles(
            source=givers, target=receivers, purpose=purpose, place=places,
            goods=[_item(scene, t) for t in items],
            quantity=[q for t in items for q in _quantity(scene, t)],
            in_return_for=returned,
            kind=[scene.filler(verb_span)] if deal.mutual else [],
        )  # fmt: skip
        mood = Mood.RUMOURED if aside else offered
        shown = aside.verb_span if aside else verb_span
        if text is not None and mood is None:  # "a draft that gives Peru a base": proposed
            mood, shown = Mood.PROPOSED, Span(text.idx, text.idx + len(text))
        return Draft(
            Predicate.EXCHANGE, deal.trigger, found, believer, mood, (shown,), halted,
        )  # fmt: skip

    if plain:
        yield draft(plain, (), None)
    for token, aside in believed:
        yield draft([token], (aside.voice,), aside)


def _item(scene: Scene, token: Token) -> Filler:
    """The goods' words: with "of" and "with" where the head is a general word.

    A receiver in front ("gave the Gambia nine boats") is no part of them.
    """
    whole = _without_no(scene, _with_complements(scene, token))
    over = token.left_edge
    if over.tag_ == "RP" and _behind_particle(over) != over and over.idx == whole.span.start:
        whole = scene.filler(scene.trimmed(over.idx + len(over), whole.span.end))
    joint = [c for c in token.lefts if token in in_list(token.head) and children(c, "cc")]
    for last in [children(c, "cc")[0] for c in joint]:
        return scene.filler(scene.trimmed(last.idx + len(last), whole.span.end))
    for receiver in glued([token]):
        end = receiver.idx + len(receiver)
        if whole.span.start <= receiver.idx < whole.span.end:
            return scene.filler(scene.trimmed(end, whole.span.end))
    return whole


def _without_no(scene: Scene, goods: Filler) -> Filler:
    """ "No base was offered": that none was tells the claim; the goods are the base."""
    if not goods.text.lower().startswith("no "):
        return goods
    return scene.filler(scene.trimmed(goods.span.start + len("no "), goods.span.end))


def _with_complements(scene: Scene, token: Token) -> Filler:
    if word(token) == "access":
        return scene.words(token, "to")
    general = word(token) in lexicon().heads
    if general or goods_class(token) in _MEANT_FOR:
        for aim in meant_for(token):
            if scene.mention(aim) is None and not aim.ent_type_:
                end = scene.noun_phrase(aim, "of").end
                return scene.filler(scene.trimmed(scene.first_of(token).idx, end))
    return scene.words(token, "of", "with", "in") if general else scene.words(token, "of")


def _behind_particle(first: Token) -> Token:
    """ "Hand over 24 jets": the parser takes the verb's "over" for part of the number."""
    return first.nbor(1) if first.tag_ == "RP" and is_verb(first.nbor(-1)) else first


def _quantity(scene: Scene, token: Token) -> list[Filler]:
    for number in children(token, "nummod"):
        first = scene.doc[_behind_particle(number.left_edge).i]
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

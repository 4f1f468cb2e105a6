"""Plain events between two known actors in: who accuses, strikes, helps or asks whom.

Subject, verb and object in the lexicon of PLOVER's types, an actor on both sides; nothing else.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.claim import Filler, Predicate
from foedus.read.frames.draft import Draft, roles
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
from foedus.read.frames.participants import all_participants, is_state, political
from foedus.read.frames.scene import Scene, state_of

_VERBS: dict[str, tuple[Predicate, frozenset[str]]] = {
    lemma: (predicate, frozenset(preps.split()))
    for predicate, entries in {
        Predicate.ACCUSE: "accuse condemn criticise criticize blame denounce rebuke",
        Predicate.THREATEN: "threaten warn:",
        Predicate.ASSAULT: "attack invade bomb shell strike bombard raid annex occupy shoot:at"
                           " fire:at,on",
        Predicate.SUPPORT: "endorse recognise recognize back support",
        Predicate.AID: "assist",
        Predicate.REQUEST: "urge ask implore appeal:to call:on,upon",
        Predicate.COOPERATE: "cooperate:with collaborate:with",
        Predicate.COERCE: "blockade",
        Predicate.CONSULT: "consult: phone telephone",
    }.items()
    for entry in entries.split()
    for lemma, _, raw in [entry.partition(":")]
    for preps in [raw.replace(",", " ")]
}  # fmt: skip
_ATTACKS = frozenset({"attack", "strike", "assault", "airstrike", "invasion", "raid", "bombardment",
                      "aggression", "offensive"})  # fmt: skip
_HELP = frozenset({"support", "aid", "assistance", "help"})
_HELPING = frozenset({"military", "economic", "financial", "humanitarian", "technical", "food"})


def find(scene: Scene) -> Iterator[Draft]:
    """Every plain event between two actors that the cast knows."""
    for token in scene.doc:
        lemma = word(token)
        if token.pos_ == "VERB" and lemma in _VERBS:
            yield from _by_verb(scene, token, *_VERBS[lemma])
        elif token.pos_ == "VERB" and lemma == "use":
            yield from _used_in(scene, token)
        elif token.pos_ == "NOUN" and lemma in _HELP:
            yield from _help(scene, token)


def _by_verb(
    scene: Scene, verb: Token, predicate: Predicate, preps: frozenset[str]
) -> Iterator[Draft]:
    means = _means(scene, verb)
    who = [f for f in all_participants(scene, doers(verb)) if political(scene, f)]
    onto = prepositional(verb, preps) if preps else undergoers(verb)
    whom = [f for f in all_participants(scene, onto) if political(scene, f)]
    if means and predicate is Predicate.ASSAULT:
        who = []
    if not whom or not (who or means):
        return
    if {f.actor for f in who} & {f.actor for f in whom}:
        return
    if predicate is Predicate.SUPPORT and not all(is_state(f) for f in whom):
        return
    instrument = means if predicate is Predicate.ASSAULT else []
    yield Draft(predicate, verb, roles(source=who, target=whom, instrument=instrument))


def _means(scene: Scene, verb: Token) -> list[Filler]:
    """Weapons that "were used to strike": the subject of the passive "use" above the verb."""
    head = verb.head
    if verb.dep_ in ("xcomp", "advcl") and word(head) == "use" and passive(head):
        return [scene.words(t) for t in goods_in(undergoers(head))]
    return []


def _used_in(scene: Scene, verb: Token) -> Iterator[Draft]:
    """ "Used them in attacks on X", "used the drones to bomb X"."""
    if passive(verb):
        return
    who = [f for f in all_participants(scene, subjects(verb)) if political(scene, f)]
    arms = [scene.words(t) for t in goods_in(_with_heads(objects(verb)))]
    whom: list[Token] = []
    for noun in prepositional(verb, {"in", "for", "during"}):
        if word(noun) in _ATTACKS:
            whom += prepositional(noun, {"on", "against", "of"})
    for aim in children(verb, "xcomp", "advcl"):
        if _VERBS.get(word(aim), (None,))[0] is Predicate.ASSAULT:
            whom += objects(aim)
    hit = [f for f in all_participants(scene, whom) if political(scene, f)]
    if who and arms and hit:
        yield Draft(Predicate.ASSAULT, verb, roles(source=who, target=hit, instrument=arms))


def _with_heads(tokens: list[Token]) -> list[Token]:
    """ "Guns and shells which it used": the clause hangs on the last, but tells of all."""
    found = list(tokens)
    for token in tokens:
        while token.dep_ == "conj":
            token = token.head
            found.append(token)
    return found


def _help(scene: Scene, noun: Token) -> Iterator[Draft]:
    """ "Czech military support for Moldova"."""
    kinds = [c for c in noun.lefts if c.lower_ in _HELPING]
    if not kinds:
        return
    to = all_participants(scene, prepositional(noun, {"for", "to"}))
    whom = [f for f in to if political(scene, f)]
    who = [f for f in all_participants(scene, owners(noun, 0)) if political(scene, f)]
    for left in noun.lefts:
        mention, entity = scene.mention(left), scene.entity(left)
        if mention and entity and state_of(entity) and left.dep_ != "poss":
            who.append(scene.filler(mention.span, state_of(entity), mention.entity))
    if who and whom:
        yield Draft(Predicate.AID, noun, roles(source=who, target=whom, goods=[scene.words(noun)]))

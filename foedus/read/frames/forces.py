"""Armed forces on the move in: exercises held together, troops and weapons deployed."""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.claim import Predicate
from foedus.read.frames.draft import Draft, roles
from foedus.read.frames.goods import goods_class, goods_in
from foedus.read.frames.grammar import doers, owners, prepositional, undergoers, word
from foedus.read.frames.participants import politic
from foedus.read.frames.scene import Scene

_EXERCISES = frozenset({"exercise", "drill", "manoeuvre", "maneuver"})
_MOVING = frozenset({"deploy", "mobilise", "mobilize", "mass", "station", "redeploy"})
_FORCES = frozenset({"troops", "ships", "aircraft", "missiles", "arms", "vehicles", "rockets"})
_NO_PLACES = frozenset({"return", "exchange", "response", "case", "event", "number", "time", "way",
                        "part", "turn", "addition", "effect", "wave", "request"})  # fmt: skip


def find(scene: Scene) -> Iterator[Draft]:
    """Every exercise and deployment by an actor that the cast knows."""
    for token in scene.among(_EXERCISES | _MOVING):
        lemma = word(token)
        if token.pos_ == "NOUN" and lemma in _EXERCISES:
            yield from _exercises(scene, token)
        if token.pos_ == "VERB" and lemma in _MOVING:
            yield from _moved(scene, token)


def _exercises(scene: Scene, noun: Token) -> Iterator[Draft]:
    """ "Held joint naval exercises off X"."""
    kinds = {word(t) for left in noun.lefts for t in left.subtree}
    if not kinds & {"military", "naval", "joint", "live", "fire", "air", "war", "defence"}:
        return
    verb = noun.head
    holding = noun.dep_ == "dobj" and word(verb) in ("hold", "conduct", "stage", "launch", "begin")
    who = politic(scene, doers(verb) if holding else owners(noun, 0))
    partners = prepositional(noun, {"with", "between", "alongside"})
    partners += prepositional(verb, {"with", "alongside"}) if holding else []
    who += [f for f in politic(scene, partners) if f not in who]
    if who:
        places = [
            scene.words(t) for t in prepositional(noun, {"in", "off", "near"})
            if t.ent_type_ in ("GPE", "LOC", "FAC")
        ]  # fmt: skip
        found = roles(source=who, place=places, topic=[scene.words(noun)])
        yield Draft(Predicate.MOBILIZE, verb if holding else noun, found)


def _moved(scene: Scene, verb: Token) -> Iterator[Draft]:
    """ "Deployed two brigades to the border", "massed troops against X"."""
    forces = [t for t in goods_in(undergoers(verb)) if goods_class(t) in _FORCES]
    who = politic(scene, doers(verb))
    if not forces or not who:
        return
    where = prepositional(verb, {"to", "in", "on", "near", "along", "at"})
    where = [t for t in where if word(t) not in _NO_PLACES]
    whom = [f for f in politic(scene, prepositional(verb, {"against"})) if f not in who]
    found = roles(
        source=who, target=whom, topic=[scene.words(t) for t in forces],
        place=[
            scene.words(t, "of", "with") for t in where
            if t.pos_ in ("NOUN", "PROPN") and t.ent_type_ not in ("DATE", "TIME")
            and t.right_edge.ent_type_ not in ("DATE", "TIME")
        ],
    )  # fmt: skip
    yield Draft(Predicate.MOBILIZE, verb, found)

"""Armed forces on the move in: exercises held together, troops and weapons deployed."""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.claim import Predicate
from foedus.model.document import Span
from foedus.read.frames.draft import Draft, roles
from foedus.read.frames.goods import goods_class, goods_in
from foedus.read.frames.grammar import children, prepositional, word
from foedus.read.frames.participants import politic
from foedus.read.frames.scene import Scene
from foedus.read.frames.subjects import doers, owners, undergoers

_EXERCISES = frozenset({"exercise", "drill", "manoeuvre", "maneuver"})
_MOVING = frozenset({"deploy", "mobilise", "mobilize", "mass", "station", "redeploy"})
_FORCES = frozenset({"troops", "ships", "aircraft", "missiles", "arms", "vehicles", "rockets"})
_SENDING = frozenset({"send", "dispatch", "fly", "sail", "move"})
_OWN = frozenset({"troops", "ships", "aircraft"})
_HELPING = frozenset({"help", "aid", "assist", "support"})
_MISSIONS = frozenset({
    "defend", "protect", "patrol", "evacuate", "rescue", "escort", "guard", "shield", "search",
    "monitor", "secure", "intercept", "blockade", "deter", "reinforce", "fight", "strike", "bomb",
    "attack", "shadow", "enforce", "repel", "shoot", "clear", "watch", "sweep", "retake",
})  # fmt: skip
"""What forces are sent out to do themselves, under whoever sends them."""
_NO_PLACES = frozenset({"return", "exchange", "response", "case", "event", "number", "time", "way",
                        "part", "turn", "addition", "effect", "wave", "request"})  # fmt: skip


def find(scene: Scene) -> Iterator[Draft]:
    """Every exercise and deployment by an actor that the cast knows."""
    for token in scene.among(_EXERCISES | _MOVING | _SENDING):
        lemma = word(token)
        if token.pos_ == "NOUN" and lemma in _EXERCISES:
            yield from _exercises(scene, token)
        if token.pos_ == "VERB" and (lemma in _MOVING or mission_of(token) is not None):
            yield from _moved(scene, token)


def mission_of(verb: Token) -> Token | None:
    """ "Sent ships to help Peru", "sent planes to Peru to evacuate its people": what one's own
    forces are sent out to do. Whoever gets ships "for its coast guard" is given them."""
    forces = goods_in(undergoers(verb))
    classes = {goods_class(t) for t in forces}
    if word(verb) not in _SENDING or not classes or not classes <= _OWN or _for_return(verb):
        return None
    to = [*children(verb, "dative"), *(c for c in children(verb, "prep") if c.lower_ == "to")]
    whom = [t if t.pos_ != "ADP" else o for t in to for o in [*children(t, "pobj"), t][:1]]
    given = [t for t in whom if t.ent_type_ not in ("GPE", "LOC") or t.dep_ == "dative"]
    for aim in [c for t in (verb, *forces) for c in children(t, "advcl", "xcomp", "relcl", "acl")]:
        if aim.tag_ != "VB" or not any(c.tag_ == "TO" for c in aim.children):
            continue
        lent = word(aim) in _HELPING and not whom
        if (lent or word(aim) in _MISSIONS) and not given:
            return aim
    return None


def _for_return(verb: Token) -> bool:
    """ "Sent jets to help Peru in exchange for oil": they were given."""
    back = [
        t for t in verb.subtree if t.lower_ in ("exchange", "return", "payment") and t.i > verb.i
    ]
    return any(t.nbor(-1).lower_ in ("in", "as") for t in back)


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
    aim = mission_of(verb)
    found = roles(
        source=who, target=whom, topic=[scene.words(t) for t in forces],
        purpose=[scene.filler(_to(scene, aim))] if aim is not None else [],
        place=[
            scene.words(t, "of", "with") for t in where
            if t.pos_ in ("NOUN", "PROPN") and t.ent_type_ not in ("DATE", "TIME")
            and t.right_edge.ent_type_ not in ("DATE", "TIME")
        ],
    )  # fmt: skip
    yield Draft(Predicate.MOBILIZE, verb, found)


def _to(scene: Scene, aim: Token) -> Span:
    """The words of the aim, from its "to"."""
    first = next(c for c in aim.children if c.tag_ == "TO")
    return scene.span(first, scene.clause_end(aim, "advcl"))

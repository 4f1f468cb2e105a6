"""Guarantees in: who will uphold an agreement between others, without being a party to it."""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.claim import Predicate
from foedus.read.frames.draft import Draft, roles
from foedus.read.frames.grammar import children, objects, passive
from foedus.read.frames.instruments import instrument, joined, others
from foedus.read.frames.participants import all_participants
from foedus.read.frames.political import political
from foedus.read.frames.scene import Scene
from foedus.read.frames.steps import instruments_among
from foedus.read.frames.subjects import doers
from foedus.read.frames.terms import end_of_term

_GUARANTEEING = frozenset({"guarantee", "uphold", "underwrite"})


def guaranteed(scene: Scene) -> Iterator[Draft]:
    """ "Peru will guarantee the truce between Chile and Bolivia": Peru owes it to the two."""
    for verb in scene.among(_GUARANTEEING):
        if verb.pos_ != "VERB" or passive(verb):
            continue
        who = [f for f in all_participants(scene, doers(verb)) if political(scene, f)]
        things = instruments_among(scene, _gap(verb) or objects(verb))
        if not who or not things:
            continue
        thing = things[0]
        ahead = thing.i > verb.i
        first, last = (verb, end_of_term(scene, thing)) if ahead else (thing, verb)
        found = roles(
            source=who, instrument=instrument(scene, thing),
            target=others(scene, joined(scene, thing), who),
            provision=[scene.filler(scene.span(first, last))],
        )  # fmt: skip
        yield Draft(Predicate.PROVISION, verb, found)


def _gap(verb: Token) -> list[Token]:
    """ "A truce that they promised to uphold": what is upheld stands before the clause."""
    above = verb.head
    aim = verb.dep_ == "xcomp" and above.dep_ == "relcl" and not children(above, "dobj")
    return [above.head] if aim else []

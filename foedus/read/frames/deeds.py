"""What the verbs of the main line tell of two states, or of their officials, beyond what the other
frames know: the type is that of the event reader, the parties are those of the cast."""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.claim import Filler, Mood, Predicate
from foedus.model.document import Span
from foedus.model.event import EventType
from foedus.read.events.mainline import is_reporting, main_verbs
from foedus.read.events.parties import things
from foedus.read.events.types import plain_type, planned_by, statement_of, teller_of_deed
from foedus.read.frames.draft import Draft, Role, roles
from foedus.read.frames.grammar import passive
from foedus.read.frames.participants import politic
from foedus.read.frames.political import entity_of
from foedus.read.frames.scene import Scene
from foedus.read.frames.subjects import doers, undergoers

_OWNERS = frozenset({"poss", "amod", "compound", "nmod"})
_PREDICATES = {
    EventType.YIELD: Predicate.RETREAT, EventType.COOPERATE: Predicate.COOPERATE,
    EventType.AID: Predicate.AID, EventType.REQUEST: Predicate.REQUEST,
    EventType.ACCUSE: Predicate.ACCUSE, EventType.REJECT: Predicate.REJECT,
    EventType.THREATEN: Predicate.THREATEN, EventType.PROTEST: Predicate.PROTEST,
    EventType.SANCTION: Predicate.SANCTION, EventType.MOBILIZE: Predicate.MOBILIZE,
    EventType.COERCE: Predicate.COERCE, EventType.ASSAULT: Predicate.ASSAULT,
}  # fmt: skip
"""Agreements, visits and meetings have frames of their own."""


def find(scene: Scene, told: list[Draft]) -> Iterator[Draft]:
    """A draft for each verb of a main line that has a state on both sides and is not yet told."""
    heads = {draft.trigger.i for draft in told}
    known = {(draft.trigger.sent.start, draft.predicate) for draft in told}
    for sentence in scene.sentences:
        if len(_states_in(scene, sentence.start, sentence.end)) < 2:
            continue
        for verb in main_verbs(sentence, statement_of):
            predicate = None if verb.i in heads else _predicate(verb)
            if predicate and (sentence.start, predicate) not in known:
                yield from _between(scene, verb, predicate)


def _states_in(scene: Scene, start: int, end: int) -> set[str]:
    entities = (scene.entity(scene.doc[i]) for i in range(start, end))
    return {entity.country for entity in entities if entity and entity.country}


def _predicate(verb: Token) -> Predicate | None:
    if is_reporting(verb) or statement_of(verb):
        return None
    kind = plain_type(verb)
    return _PREDICATES.get(kind) if kind else None


def _between(scene: Scene, verb: Token, predicate: Predicate) -> Iterator[Draft]:
    who = [f for f in politic(scene, doers(verb)) if _state(scene, f)]
    own = {_state(scene, filler) for filler in who} | {""}
    nouns = undergoers(verb) if passive(verb) else [noun for noun, near in things(verb) if near]
    for noun in nouns if who else ():
        named = [noun, *(c for c in noun.children if c.dep_ in _OWNERS)]  # "Croatian milk"
        whom = [f for t in named for f in politic(scene, [t]) if _state(scene, f) not in own][:1]
        if whom:
            yield _put(predicate, teller_of_deed(verb), roles(source=who, target=whom))
            return


def _put(predicate: Predicate, deed: Token, sides: tuple[Role, ...]) -> Draft:
    """ "Prepared an attack" tells no more than that it is intended."""
    plan = planned_by(deed)
    if plan is None:
        return Draft(predicate, deed, sides)
    shown = (Span(plan.idx, plan.idx + len(plan)),)
    return Draft(predicate, deed, sides, mood=Mood.INTENDED, mood_words=shown)


def _state(scene: Scene, filler: Filler) -> str:
    """The state, or bloc, that the filler is or stands for."""
    entity = entity_of(scene, filler)
    if entity is not None and entity.country:
        return entity.country
    return filler.actor if filler.actor and "/" not in filler.actor else ""

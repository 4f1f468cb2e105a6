"""Visits and meetings in: who went where and whom he saw; who met whom, where.

Visitors and hosts are persons or states that the cast knows; a meeting has two of them.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.actor import ActorKind
from foedus.model.claim import Filler, Predicate
from foedus.read.frames.draft import Draft, roles
from foedus.read.frames.grammar import children, is_verb, objects, passive, prepositional, word
from foedus.read.frames.participants import all_participants
from foedus.read.frames.political import entity_of, political
from foedus.read.frames.scene import Scene
from foedus.read.frames.subjects import doers, owners, subjects, undergoers

_TO_PLACE = {
    "travel": {"to"}, "fly": {"to", "into"}, "go": {"to"}, "head": {"to", "for"}, "tour": set(),
    "arrive": {"in", "at"}, "land": {"in", "at"}, "journey": {"to"}, "visit": set(),
    "return": {"from"}, "jet": {"to"}, "leave": {"for"}, "depart": {"for"},
}  # fmt: skip
_HOSTING = frozenset({"welcome", "host", "receive", "greet"})
_VISITS = frozenset({"visit", "trip", "tour", "journey", "stopover"})
_TALKS = frozenset({"summit", "talk", "meeting", "negotiation", "consultation", "conversation",
                    "phone", "call", "tete-a-tete"})  # fmt: skip
_HOLD = frozenset({"hold", "have", "attend", "conclude", "begin", "start", "open", "resume"})
_MEET = frozenset({"meet", "confer", "huddle"})
_WORDS = _HOSTING.union(_TO_PLACE, _MEET, _VISITS, _TALKS)


def find(scene: Scene) -> Iterator[Draft]:
    """Every visit and meeting that the text tells."""
    for token in scene.among(_WORDS):
        lemma = word(token)
        if is_verb(token):
            if lemma in _TO_PLACE:
                yield from _journey(scene, token, _TO_PLACE[lemma])
            elif lemma in _HOSTING:
                yield from _hosting(scene, token)
            elif lemma in _MEET:
                yield from _met(scene, token)
        elif token.pos_ in ("NOUN", "PROPN"):
            if lemma in _VISITS:
                yield from _visit_noun(scene, token)
            elif lemma in _TALKS:
                yield from _talks(scene, token)


def _visitors(scene: Scene, tokens: list[Token]) -> list[Filler]:
    """Persons who stand for a state, and delegations."""
    found = []
    for filler in all_participants(scene, tokens):
        entity = entity_of(scene, filler)
        if entity and political(scene, filler) and entity.kind in (
            ActorKind.PERSON, ActorKind.STATE
        ):  # fmt: skip
            found.append(filler)
    return found


def _places(scene: Scene, tokens: list[Token]) -> list[Filler]:
    """Places by name: states through the cast, others by their words."""
    found = []
    for token in tokens:
        entity = scene.entity(token)
        mention = scene.mention(token)
        if entity and mention and entity.kind is ActorKind.STATE and token.pos_ == "PROPN":
            found.append(scene.filler(mention.span, entity.actor, mention.entity))
        elif token.ent_type_ in ("GPE", "LOC"):
            found.append(scene.words(token, "of"))
    return found


def _hosts(scene: Scene, tokens: list[Token]) -> list[Filler]:
    return [
        f for f in _visitors(scene, tokens)
        if (entity := entity_of(scene, f)) and entity.kind is ActorKind.PERSON
    ]  # fmt: skip


def _journey(scene: Scene, verb: Token, words: set[str]) -> Iterator[Draft]:
    if passive(verb) and words:
        return
    toward = prepositional(verb, words) if words else undergoers(verb)
    toward = [*toward, *[o for a in children(verb, "advmod") for o in prepositional(a, words)]]
    who = _visitors(scene, doers(verb))
    places, hosts = _places(scene, toward), _hosts(scene, toward)
    if hosts and words:
        hosts = []
    if who and (places or hosts):
        yield Draft(Predicate.VISIT, verb, roles(source=who, place=places, target=hosts))


def _hosting(scene: Scene, verb: Token) -> Iterator[Draft]:
    hosts = _visitors(scene, doers(verb))
    guests = _hosts(scene, undergoers(verb))
    talks = [t for t in objects(verb) if word(t) in _TALKS]
    if talks and hosts:
        return
    places = _places(scene, prepositional(verb, {"in", "at", "to"}) + _where(verb))
    if hosts and guests and {f.actor for f in hosts} != {f.actor for f in guests}:
        yield Draft(Predicate.VISIT, verb, roles(source=guests, target=hosts, place=places))


def _where(verb: Token) -> list[Token]:
    """ "Vietnam, where he was welcomed": the place that the clause hangs on."""
    if verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children):
        return [verb.head]
    return []


def _visit_noun(scene: Scene, noun: Token) -> Iterator[Draft]:
    if noun.dep_ in ("compound", "nmod"):
        return
    who = _visitors(scene, owners(noun, 1) or prepositional(noun, {"of"}))
    to = prepositional(noun, {"to", "in", "of"})
    if is_verb(noun.head) and noun.dep_ == "dobj":
        to += prepositional(noun.head, {"to"})
    places = _places(scene, to)
    hosts = _hosts(scene, prepositional(noun, {"with"}))
    named = [t for t in children(noun, "poss") if t.pos_ != "PRON"]
    elsewhere = bool(to) or bool(prepositional(noun, {"from", "through", "around"}))
    possessed = bool(named) and not elsewhere and any("/" in str(f.actor) for f in who)
    if who and (places or possessed):
        found = roles(source=who, place=places, target=hosts)
        yield Draft(Predicate.VISIT, noun, found, negated=_called_off(noun))


def _met(scene: Scene, verb: Token) -> Iterator[Draft]:
    if passive(verb):
        return
    sides = subjects(verb) + objects(verb) + prepositional(verb, {"with"})
    at = [t for t in prepositional(verb, {"at", "for", "in", "during"}) if word(t) in _TALKS]
    yield from _meeting(scene, verb, sides, at)


def _talks(scene: Scene, noun: Token) -> Iterator[Draft]:
    if noun.dep_ in ("compound", "nmod"):
        return
    sides = prepositional(noun, {"between", "with", "among"})
    if is_verb(noun.head) and noun.dep_ == "dobj" and word(noun.head) in _HOLD:
        sides = subjects(noun.head) + sides + prepositional(noun.head, {"with"})
    elif not prepositional(noun, {"between"}):
        own = owners(noun, 0)
        if not own and prepositional(noun, {"with"}):
            return  # "talks with A and B": whose talks is not said
        sides = own + sides
    yield from _meeting(scene, noun, sides, [noun])


def _meeting(
    scene: Scene, trigger: Token, sides: list[Token], nouns: list[Token]
) -> Iterator[Draft]:
    parties = [f for f in all_participants(scene, sides) if political(scene, f)]
    if len({f.actor for f in parties}) < 2:
        return
    people = [t for t in sides if t.pos_ == "PROPN" and t.dep_ in ("dobj", "pobj", "conj")]
    at = [trigger, *nouns, *people, *([trigger.head] if is_verb(trigger.head) and nouns else [])]
    places = _places(scene, [o for t in at for o in prepositional(t, {"in", "at"})])
    unique = list(dict.fromkeys(places))
    kind = [scene.words(t) for t in nouns]
    found = roles(source=parties, place=unique, kind=kind)
    yield Draft(Predicate.MEETING, trigger, found, negated=_called_off(trigger))


def _called_off(noun: Token) -> bool | None:
    """True where it was cancelled or put off, else None: read it at the trigger."""
    verb = noun.head
    away = word(verb) in ("call", "put") and any(c.lower_ == "off" for c in verb.children)
    stopped = word(verb) in ("cancel", "scrap", "skip", "postpone", "delay", "miss") or away
    return True if stopped and noun in undergoers(verb) else None

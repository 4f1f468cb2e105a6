"""A parsed text with its cast and statements in, its events out: one for each verb of the main line
that tells of one, with voice, mood, time and place. Where a sentence tells of none, its statement.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from spacy.tokens import Span as Words
from spacy.tokens import Token

from foedus.model.claim import Filler, Mood, Predicate
from foedus.model.dates import Time
from foedus.model.document import Span
from foedus.model.event import CONFLICT, Event, EventType, Party
from foedus.read.events.actors import Parties
from foedus.read.events.coding import Coding
from foedus.read.events.framed import told_by_frames
from foedus.read.events.mainline import HARM, is_reporting, main_verbs
from foedus.read.events.nominal import named_by_subject, struck, suffered
from foedus.read.events.pairs import is_passive, subject_of
from foedus.read.events.parties import sides
from foedus.read.events.told import Told
from foedus.read.events.types import (
    is_turned,
    planned_by,
    statement_of,
    teller_of_deed,
    type_of_noun,
    type_of_verb,
)
from foedus.read.frames.draft import Draft
from foedus.read.frames.grammar import word
from foedus.read.frames.modality import mood_of_draft
from foedus.read.frames.scene import Scene
from foedus.read.frames.voices import chain
from foedus.read.frames.when import time_of, times_of

_PREDICATES = {EventType.YIELD: Predicate.RETREAT, EventType.STATEMENT: Predicate.CONSULT}
_DRILLS = frozenset({"exercise", "drill", "manoeuvre", "maneuver", "wargame"})
_WORDS_GIVEN = frozenset({EventType.AGREE, EventType.THREATEN, EventType.REQUEST, EventType.REJECT})
_LEAVES = frozenset({"leave", "quit", "exit", "withdraw", "pull"})
_GOVERNED = frozenset({"xcomp", "ccomp", "pcomp", "prep", "pobj", "dobj", "acl", "conj"})
_PLACE_WORDS = frozenset({"in", "at", "near", "outside", "off", "across", "inside"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})


def find_events(scene: Scene, coder: Coding, published: date | None) -> tuple[Event, ...]:
    """Every event of the text's main lines, in order. Offsets are those of the reading text."""
    parties = Parties(coder, scene.text, published, scene.entity)
    times = times_of(scene.parsed, scene.cast, published)
    framed = defaultdict(list)
    for told in told_by_frames(scene):
        framed[told.trigger.sent.start].append(told)
    return tuple(
        put(scene, told, times)
        for sentence in scene.sentences
        for told in _together(told_in(sentence, parties), framed[sentence.start])
    )


def _together(main: list[Told], framed: Iterable[Told]) -> list[Told]:
    """The events of the main line, and those of the frames that they do not tell already."""
    found = list(main)
    for told in framed:
        if any(m.type in _WORDS_GIVEN and _governs(m.trigger, told.trigger) for m in main):
            continue  # what is demanded, or agreed to be done, has not happened
        same = [i for i, m in enumerate(found) if _alike(m, told)]
        if same:
            found[same[0]] = _joined(found[same[0]], told)
        else:
            found.append(told)
    if any(t.type is not EventType.STATEMENT for t in found):
        found = [t for t in found if t.type is not EventType.STATEMENT]
    return sorted(found, key=lambda t: t.trigger.i)


def _governs(verb: Token, other: Token) -> bool:
    """Whether the other stands in what the verb is about: "agreed to lift"."""
    node = other
    while node.dep_ in _GOVERNED and node.i != verb.i:
        node = node.head
    return node.i == verb.i and other.i != verb.i


def _joined(main: Told, framed: Told) -> Told:
    """The event of the main line with what the frame knows better: goods, the parties' own words.

    The type is the main line's: a promise to lend ships is no loan yet.
    """
    same = _coded(framed.sources + framed.targets) == _coded(main.sources + main.targets)
    fuller = _codes(framed) > _codes(main) or (same and _codes(framed) == _codes(main))
    better = framed if fuller and framed.type is main.type else main
    if framed.trigger.i != main.trigger.i:
        return framed if _codes(framed) > _codes(main) else main
    draft = framed.draft if framed.type is main.type else None
    return replace(
        main, sources=better.sources, targets=better.targets, draft=draft, roles=framed.roles
    )


def _alike(one: Told, other: Told) -> bool:
    """Whether two tell the same: by one word, or one type between the same."""
    if one.trigger.i == other.trigger.i:  # but "sent guns in return for food" goes both ways
        bought = (
            one.draft is None and one.type is other.type
        )  # what is bought is sent the other way
        return bought or not (_coded(one.sources) & _coded(other.targets) - {""})
    return (
        one.type is other.type
        and _coded(one.sources) == _coded(other.sources)
        and (_coded(one.targets) == _coded(other.targets) or not (one.targets and other.targets))
    )


def _coded(parties: tuple[Party, ...]) -> set[str]:
    return {party.code for party in parties}


def _codes(told: Told) -> int:
    return sum(bool(party.code) for party in (*told.sources, *told.targets))


def told_in(sentence: Words, parties: Parties) -> list[Told]:
    """The events of one sentence; its statement, where there is none."""
    found: list[Told] = []
    said: Told | None = None
    for verb in main_verbs(sentence, statement_of):
        told = _told(verb, parties)
        if told is None:
            continue
        if told.type is EventType.STATEMENT:
            said = said or told
        elif _names_somebody(told) and not _again(told, found):
            found.append(told)
    return found or ([said] if said else [])


def put(scene: Scene, told: Told, times: tuple[Time, ...]) -> Event:
    """The event with voice, mood, time and place."""
    predicate = _PREDICATES.get(told.type) or Predicate(told.type.value.lower())
    draft = told.draft or Draft(predicate, told.seen or told.trigger, (), **_planned(told.trigger))
    found, _ = mood_of_draft(scene, draft)
    verb = told.trigger
    return Event(
        told.type, told.sources, told.targets,
        trigger=Span(verb.idx, verb.idx + len(verb)),
        passage=scene.passage(verb),
        mood=found.mood,
        mood_words=found.words,
        hedge=found.hedge,
        negated=found.negated and not is_turned(verb),
        voice=chain(scene, verb),
        time=time_of(scene, draft, times),
        place=_place(scene, verb),
        roles=told.roles,
        statement_root=told.statement_root,
    )  # fmt: skip


def _planned(trigger: Token) -> dict[str, Any]:
    """ "Prepared an attack": the verb tells no more than that it is intended."""
    verb = planned_by(trigger)
    if verb is None:
        return {}
    return {"mood": Mood.INTENDED, "mood_words": (Span(verb.idx, verb.idx + len(verb)),)}


def _told(verb: Token, parties: Parties) -> Told | None:
    root = statement_of(verb)
    if root is None and is_reporting(verb):
        root = "01"
        kind = None if any(c.dep_ == "ccomp" for c in verb.children) else type_of_verb(verb)
    elif any(c.dep_ == "expl" for c in verb.children):
        return named_by_subject(verb, parties)
    else:
        kind = type_of_verb(verb) if root is None else None
    if kind is None and root is None:
        others = (named_by_subject, suffered, struck)
        return next(filter(None, (other(verb, parties) for other in others)), None)
    if kind is not None and verb.dep_ == "advcl" and verb.tag_ == "VBG" and kind not in CONFLICT:
        return None  # "winning the vote, giving him a boost"
    raid = struck(verb, parties)
    if raid is not None:
        return raid
    deed = verb if kind is None else teller_of_deed(verb)
    if word(verb) == "be" and deed.i != verb.i and not _acts(verb, parties):
        return None  # "the aim is to help them"
    doing = deed if is_passive(verb) else verb  # "is due to meet", "is expected to sign"
    sources, targets = sides(doing, kind or EventType.STATEMENT, parties)
    if kind is None:
        return Told(EventType.STATEMENT, verb, tuple(sources), (), root or "")
    if kind is EventType.COOPERATE and len(sources) == 1 and not targets and _drills(verb):
        kind = EventType.MOBILIZE
    if kind is EventType.THREATEN and word(verb) == "warn" and _of_others(verb, sources, parties):
        return Told(EventType.STATEMENT, verb, tuple(sources), (), "01")
    if kind is EventType.YIELD and word(verb) in _LEAVES and any(t.code == "IGO" for t in targets):
        kind = EventType.SANCTION  # who leaves an organisation cuts a tie
    return Told(kind, deed, tuple(sources), tuple(targets))


def _acts(verb: Token, parties: Parties) -> bool:
    """Whether the subject itself is somebody."""
    subject = subject_of(verb)
    return subject is not None and any(p.code for p in parties.all_of(subject))


def _of_others(verb: Token, sources: list[Party], parties: Parties) -> bool:
    """Whether the warning is of what somebody else may do: "warned that Moscow could strike"."""
    for clause in verb.children:
        if clause.dep_ == "ccomp":
            subjects = [c for c in clause.children if c.dep_ == "nsubj"]
            doers = {p.code for s in subjects for p in parties.all_of(s)} - {""}
            if doers and not doers & _coded(tuple(sources)):
                return True
    return False


def _drills(verb: Token) -> bool:
    """Manoeuvres: of one alone they show its power, with others they are co-operation."""
    objects = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    joint = any(c.lower_ == "joint" for noun in objects for c in noun.children)
    return not joint and any(word(noun) in _DRILLS for noun in objects)


def _names_somebody(told: Told) -> bool:
    """Whether a side is known; who did it may be unknown only where the passive leaves it out."""
    known = any(p.code or p.actor for p in (*told.sources, *told.targets))
    return known and bool(told.sources or (is_passive(told.trigger) and _violent(told)))


def _violent(told: Told) -> bool:
    """Whether somebody did it: people are also killed by quakes, and in crashes."""
    if told.type is not EventType.ASSAULT or word(told.trigger) not in HARM:
        return True
    return any(type_of_noun(token) is EventType.ASSAULT for token in told.trigger.subtree)


def _again(told: Told, before: list[Told]) -> bool:
    """ "Killed one and wounded two": the same parties, and no other target."""
    return any(
        told.type is b.type and told.sources == b.sources
        and (not told.targets or told.targets == b.targets)
        for b in before
    )  # fmt: skip


def _place(scene: Scene, verb: Token) -> Filler | None:
    """Where it happened, as the clause says: "in Geneva", "near the border"."""
    for prep in verb.children:
        if prep.dep_ == "prep" and prep.lower_ in _PLACE_WORDS:
            for noun in prep.children:
                if noun.dep_ == "pobj" and noun.ent_type_ in _PLACES:
                    mention = scene.mention(noun)
                    actor = scene.cast.entity_of(mention).actor if mention else None
                    return scene.filler(scene.noun_phrase(noun), actor)
    return None

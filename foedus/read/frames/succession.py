"""What replaces what: the new instrument, each predecessor in its words, and since when it was.

A declaration, a memorandum or an exchange of notes stays what the text calls it.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.claim import Predicate
from foedus.model.document import Span
from foedus.read.frames.draft import Draft, roles
from foedus.read.frames.grammar import children, objects, passive, prepositional, word
from foedus.read.frames.instruments import instrument, is_instrument, joined, kind
from foedus.read.frames.scene import Scene
from foedus.read.frames.subjects import doers, subjects, undergoers
from foedus.read.frames.threads import instrument_of
from foedus.read.frames.words import INSTRUMENTS

_REPLACE = frozenset({"replace", "supersede", "supplant", "succeed"})
_PRONOUNS = frozenset({"one", "ones", "those", "that"})
_ARRANGEMENTS = frozenset({"arrangement", "memoranda", "alliance", "framework", "note", "act",
                           "concession", "entente"})  # fmt: skip
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d(?:\s*[-–/]\s*(?:(?:1[5-9]|20)\d\d|\d\d))?\b")


def find(scene: Scene) -> Iterator[Draft]:
    """Every replacement of older instruments that the text tells."""
    for token in scene.among({*_REPLACE, "take"}):
        if token.pos_ != "VERB":
            continue
        in_place = word(token) == "take" and any(word(o) == "place" for o in objects(token))
        if word(token) in _REPLACE or in_place:
            yield from _replaced(scene, token)


def _replaced(scene: Scene, verb: Token) -> Iterator[Draft]:
    """A new instrument in the place of older ones, and since when those were."""
    if word(verb) == "take":
        places = [o for o in objects(verb) if word(o) == "place"]
        olds = [o for place in places for o in prepositional(place, {"of"})]
        olds += [o for o in objects(verb) if word(o) in INSTRUMENTS] if places else []
        news = subjects(verb) if olds else []
    elif passive(verb):
        olds, news = undergoers(verb), doers(verb) + prepositional(verb, {"with", "by"})
    else:
        olds = objects(verb)
        news = [instrument_of(scene, t, far=True) for t in subjects(verb)]
        news = [t for t in news if is_instrument(scene, t)] + prepositional(verb, {"with"})
    newer = [t for t in news if is_instrument(scene, t)]
    older = [o for o in olds if word(o) in INSTRUMENTS or (newer and _older(o))]
    if not older:
        return
    older += [
        c for c in children(verb, "conj")
        if (word(c) in INSTRUMENTS or (newer and _older(c))) and c not in older
    ]  # fmt: skip
    spans = [_with_years(scene, verb, old) for old in older]
    parties = [f for t in (*older, *newer) for f in joined(scene, t)]
    if not newer and not parties:
        return
    found = roles(
        source=[f for f in parties if f.actor],
        predecessor=[scene.filler(span) for span in spans],
        since_when=[
            scene.filler(Span(span.start + m.start(), span.start + m.end()))
            for span in spans for m in _YEAR.finditer(span.of(scene.text))
        ],
        instrument=[f for new in newer[:1] for f in instrument(scene, new)],
        kind=[f for new in newer[:1] for f in kind(scene, new)],
    )  # fmt: skip
    yield Draft(Predicate.AGREEMENT_REPLACED, verb, found)


def _older(token: Token) -> bool:
    """What a new agreement may replace though it is called no treaty; or "those of 1931"."""
    lemma = word(token)
    if token.lower_ in _PRONOUNS or lemma in _ARRANGEMENTS:
        return True
    before = {c.lower_ for c in token.lefts}
    of = {word(n) for n in prepositional(token, {"of", "on"})}
    if lemma == "statement":
        return "joint" in before or bool(of & {"principle", "intent", "understanding"})
    return lemma in ("exchange", "note") and (lemma == "note" or bool(of & {"note", "letter"}))


def _with_years(scene: Scene, verb: Token, old: Token) -> Span:
    """The older instruments with all that tells which they are, up to the years of "from ..."."""
    last = old
    nearby = [c for c in verb.rights if c.i > old.i] if old.head == verb else []
    for child in (*old.rights, *nearby):
        if child.dep_ == "prep" and child.lower_ in (
            "between", "with", "of", "on", "from", "dating", "in", "and", "to"
        ):  # fmt: skip
            if child.head == verb and not _YEAR.search(" ".join(t.text for t in child.subtree)):
                continue
            last = max(last, child.right_edge, key=lambda t: t.i)
        elif (
            child.dep_ == "conj"
            and child.head == old
            and (word(child) in INSTRUMENTS | _PRONOUNS or _older(child))
        ):
            break  # an older instrument of its own
        elif child.dep_ in ("acl", "conj") and child.head == old:
            last = max(last, child.right_edge, key=lambda t: t.i)
    return scene.span(scene.first_of(old), last)

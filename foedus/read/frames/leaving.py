"""Agreements left in: withdrawn from, torn up, walked out of, the signature taken back."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from foedus.model.claim import Predicate
from foedus.read.frames.draft import Draft
from foedus.read.frames.grammar import children, negated, objects, passive, prepositional, word
from foedus.read.frames.instruments import is_instrument, joined
from foedus.read.frames.participants import all_participants
from foedus.read.frames.scene import Scene
from foedus.read.frames.steps import actors_in, instruments_among, step
from foedus.read.frames.subjects import owners

LEAVING = {
    "withdraw": {"from"}, "pull": {"from", "of"}, "walk": {"from", "of"}, "back": {"of"},
    "rip": {"up"}, "tear": {"up"},
}  # fmt: skip
_OF_MINDS = frozenset({"agreement", "accord"})  # "remains in agreement with Peru"
LEAVING_NOUNS = frozenset({"withdrawal", "exit", "departure"})


def left(scene: Scene, verb: Token, words: set[str]) -> Iterator[Draft]:
    """ "Withdrew from the treaty", "tore up the deal"; `words` are the verb's prepositions."""
    # what somebody tears up is the object; what one "backs" is supported
    tokens = (objects(verb) if "up" in words else []) + prepositional(verb, words)
    for out in children(verb, "prt", "advmod", "prep"):
        tokens += prepositional(out, words)
        stranded = {out, *children(out, "prep")}
        if verb.dep_ == "relcl" and any(
            s.lower_ in words and not children(s, "pobj") for s in stranded
        ):  # "the deal that Chad walked away from"
            tokens.append(verb.head)
    if "up" in words and not any(c.lower_ == "up" for c in verb.children):
        return
    for token in instruments_among(scene, tokens):
        leaving = actors_in(scene, verb, Predicate.AGREEMENT_DENOUNCED)
        if leaving:
            yield step(scene, verb, token, leaving, Predicate.AGREEMENT_DENOUNCED)


def left_by_noun(scene: Scene, noun: Token) -> Iterator[Draft]:
    """ "Peru's withdrawal from the treaty"."""
    for token in instruments_among(scene, prepositional(noun, {"from"})):
        leaving = [f for f in all_participants(scene, owners(noun, 0)) if f.actor]
        if leaving:
            yield step(scene, noun, token, leaving, Predicate.AGREEMENT_DENOUNCED)


def unsigned(scene: Scene, verb: Token) -> Iterator[Draft]:
    """ "Withdrew its signature from the treaty"."""
    for noun in objects(verb):
        if word(noun) not in ("signature", "ratification"):
            continue
        tokens = [*prepositional(noun, {"of", "from", "to"}), *prepositional(verb, {"from"})]
        before = [t for t in verb.sent if t.i < verb.i and is_instrument(scene, t)]
        for token in instruments_among(scene, tokens)[:1] or before[-1:]:
            leaving = actors_in(scene, verb, Predicate.AGREEMENT_DENOUNCED)
            if leaving:
                yield step(scene, verb, token, leaving, Predicate.AGREEMENT_DENOUNCED)


def stayed(scene: Scene, verb: Token) -> Iterator[Draft]:
    """ "Stays in the treaty", "will remain a party to it": that it is left is denied."""
    if negated(verb) or passive(verb):
        return
    parts = [n for n in children(verb, "attr") if word(n) in ("party", "member", "signatory")]
    tokens = prepositional(verb, {"in", "within", "inside"})
    tokens += [t for n in parts for t in prepositional(n, {"to", "of"})]
    tokens += prepositional(verb, {"to", "of"}) if parts else []
    definite = [
        t for t in instruments_among(scene, tokens)
        if children(t, "det", "poss") or t.pos_ == "PROPN"
        or (joined(scene, t) and word(t) not in _OF_MINDS)
    ]  # fmt: skip
    for token in definite:
        staying = [f for f in actors_in(scene, verb, Predicate.AGREEMENT_DENOUNCED) if f.actor]
        if staying:
            found = step(scene, verb, token, staying, Predicate.AGREEMENT_DENOUNCED)
            yield replace(found, negated=True)

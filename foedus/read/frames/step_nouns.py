"""A noun for a step in the life of an agreement in, the step out: "the signing of the pact".

Where the noun is what took place, the agreement may be named before: "the signing ceremony was held
on Sunday", "ratification followed in May".
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from foedus.model.claim import Mood, Predicate
from foedus.model.document import Span
from foedus.read.frames.draft import Draft, roles
from foedus.read.frames.grammar import children, is_verb, objects, prepositional, word
from foedus.read.frames.instruments import is_instrument, is_title, parties
from foedus.read.frames.participants import all_participants
from foedus.read.frames.political import political
from foedus.read.frames.scene import Scene
from foedus.read.frames.steps import AWAITING, SIGNING, instruments_among, spoken_of, step
from foedus.read.frames.subjects import owners
from foedus.read.frames.threads import told_before
from foedus.read.frames.words import INSTRUMENTS

# papers that somebody wants made law, and verbs that make them law
DRAFTS = frozenset({"bill", "draft", "motion", "proposal", "request"})
ENACTING = frozenset({"sign", "pass", "approve", "adopt", "enact"})
_TAKING_PLACE = frozenset({"hold", "follow", "come", "happen", "occur"})
_CEREMONIES = frozenset({"ceremony"})
_OWN = frozenset({"its", "their"})


def by_noun(scene: Scene, noun: Token) -> Iterator[Draft]:
    """The step that the noun tells: of an agreement behind "of", or of one told of before."""
    found = instruments_among(scene, prepositional(noun, {"of"}))
    took_place = _took_place(noun)
    for token in found:
        doing = [f for f in all_participants(scene, owners(noun, 0)) if f.actor]
        involved = parties(scene, token, doing)
        if (
            any(political(scene, f) for f in involved)
            or is_title(token)
            or (took_place and spoken_of(token))
        ):
            yield _awaited(noun, step(scene, noun, token, involved, SIGNING[word(noun)]))
    if not found and not prepositional(noun, {"of"}):
        yield from _of_none_named(scene, noun, took_place=took_place)


def _of_none_named(scene: Scene, noun: Token, *, took_place: bool) -> Iterator[Draft]:
    """ "Ratification by the Senate", "the signing took place": of what has been told before."""
    doing = [f for f in all_participants(scene, owners(noun, 0)) if f.actor]
    if word(noun) == "ratification" and doing:
        yield _awaited(noun, Draft(Predicate.AGREEMENT_RATIFIED, noun, roles(source=doing)))
    elif took_place and any(
        t.i < noun.i and is_instrument(scene, t) for t in scene.among(INSTRUMENTS)
    ):
        token = told_before(scene, noun)
        predicate = SIGNING[word(noun)]
        if token is not None:
            yield step(scene, noun, token, parties(scene, token, doing), predicate)
        elif not [c for c in children(noun, "poss") if c.lower_ not in _OWN]:
            yield Draft(predicate, noun, roles(source=doing))


def _took_place(noun: Token) -> bool:
    """ "The signing took place", "the signing ceremony was held": told as a happening."""
    ceremony = noun.dep_ == "compound" and word(noun.head) in _CEREMONIES
    head = noun.head if ceremony else noun
    verb = head.head
    if head.dep_ not in ("nsubj", "nsubjpass") or not is_verb(verb):
        return False
    place = word(verb) == "take" and any(word(o) == "place" for o in objects(verb))
    return place or word(verb) in _TAKING_PLACE


def _awaited(noun: Token, draft: Draft) -> Draft:
    """ "Takes effect after ratification", "submitted a bill on its ratification": still open."""
    prep, verb = noun.head, noun.head.head
    paper = prep.nbor(-1) if noun.dep_ == "pobj" and prep.i else noun
    if word(paper) in DRAFTS and word(paper.head) not in ENACTING:
        shown = (Span(paper.idx, paper.idx + len(paper)),)
        return replace(draft, mood=Mood.PROPOSED, mood_words=shown)
    open_verb = is_verb(verb) and verb.tag_ not in ("VBD", "VBN")
    if noun.dep_ != "pobj" or prep.lower_ not in {*AWAITING, "before"} or not open_verb:
        return draft
    shown = (Span(prep.idx, prep.idx + len(prep)),)
    return replace(draft, mood=Mood.CONDITIONAL, mood_words=shown)

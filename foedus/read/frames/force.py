"""Agreements in force in: when they enter it, on what that hangs, when they lapse."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from foedus.model.claim import Mood, Predicate
from foedus.model.document import Span
from foedus.read.frames.draft import Draft
from foedus.read.frames.grammar import children, objects, prepositional, word
from foedus.read.frames.instruments import negotiators, of_nation, parties
from foedus.read.frames.scene import Scene
from foedus.read.frames.steps import AWAITING, SIGNING, instruments_among, step
from foedus.read.frames.threads import instrument_of

_UNITS = frozenset({"day", "week", "month", "year", "hour", "fortnight"})
_STEPS = frozenset({"exchange", "deposit", "approval", "completion", "notification", "receipt",
                    "endorsement", "adoption"})  # fmt: skip
"""What an entry into force may wait for, beside signing and ratifying."""
LAPSE = frozenset({"expire", "lapse"})


def is_into_force(verb: Token) -> bool:
    """ "Enters into force", "takes effect", "remains in force"."""
    lemma = word(verb)
    if lemma in ("come", "enter", "go", "be", "remain", "stay"):
        return any(word(o) in ("force", "effect") for o in prepositional(verb, {"into", "in"}))
    return lemma == "take" and any(word(o) == "effect" for o in objects(verb))


def in_force_or_lapsed(
    scene: Scene, verb: Token, tokens: list[Token], predicate: Predicate
) -> Iterator[Draft]:
    """The instruments that do so, with the condition on which it hangs."""
    for token in instruments_among(scene, [instrument_of(scene, t, far=True) for t in tokens]):
        if word(token) != "contract":
            involved = parties(scene, token, negotiators(scene, token))
            involved = involved or of_nation(scene, token)
            draft = step(scene, verb, token, involved, predicate)
            yield _only_after(scene, verb, draft)


def _with_only(token: Token) -> Token:
    """ "Only after", "not until", "30 days after": what before it makes the condition exact."""
    before = token.nbor(-1) if token.i > token.sent.start else token
    if word(before) in _UNITS:  # "30 days after", "on the tenth day after"
        first = before.left_edge
        on = first.nbor(-1) if first.i > token.sent.start else first
        only = first if on.lower_ not in ("only", "on") else on
        return only if only.i < before.i else before
    return before if before.lower_ in ("only", "not") else token


def _only_after(scene: Scene, verb: Token, draft: Draft) -> Draft:
    """ "Enters into force only after both have ratified it": it depends on that."""
    for clause in children(verb, "advcl"):
        ends = word(verb) in ("remain", "stay", "be")  # "until" then says how long
        opening = ("after", "once", "when") if ends else ("after", "once", "when", "until")
        marks = [c for c in clause.children if c.lower_ in opening]
        if marks and verb.tag_ not in ("VBD", "VBN"):
            span = scene.span(_with_only(marks[0]), clause.right_edge)
            shown = (Span(marks[0].idx, marks[0].idx + len(marks[0])),)
            return replace(
                draft, roles=(*draft.roles, ("condition", scene.filler(span))),
                mood=Mood.CONDITIONAL, mood_words=shown,
            )  # fmt: skip
    for prep in children(verb, "prep"):
        steps = [n for n in children(prep, "pobj") if word(n) in SIGNING or word(n) in _STEPS]
        if steps and prep.lower_ in AWAITING and verb.tag_ not in ("VBD", "VBN"):
            shown = (Span(prep.idx, prep.idx + len(prep)),)
            return replace(
                draft, roles=(*draft.roles, ("condition", scene.filler(
                    scene.span(_with_only(prep), steps[0].right_edge)))),
                mood=Mood.CONDITIONAL, mood_words=shown,
            )  # fmt: skip
    return draft

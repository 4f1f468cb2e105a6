"""The drafts of all frames in, claims out: with voices, mood, time; each once, in text order."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from foedus.model.actor import Cast
from foedus.model.claim import Claim
from foedus.model.dates import Time
from foedus.model.document import Span
from foedus.model.statement import Statement
from foedus.read.assessments import find_assessments
from foedus.read.frames import (
    actions,
    agreements,
    deeds,
    exchanges,
    existence,
    forces,
    intents,
    measures,
    meetings,
    membership,
    pending,
    provisions,
    relations,
    succession,
)
from foedus.read.frames.denials import denials
from foedus.read.frames.draft import Draft
from foedus.read.frames.modality import mood_of_draft
from foedus.read.frames.once import told_already, told_once
from foedus.read.frames.scene import Scene
from foedus.read.frames.voices import add, chain, leaning
from foedus.read.frames.when import time_of, times_of
from foedus.read.sentences import Parsed

FINDERS: tuple[Callable[[Scene], Iterator[Draft]], ...] = (
    agreements.find,
    membership.find,
    existence.find,
    pending.find,
    succession.find,
    exchanges.find,
    meetings.find,
    provisions.find,
    measures.find,
    intents.find,
    relations.find,
    actions.find,
    forces.find,
)


def find_claims(
    parsed: Parsed, cast: Cast, statements: tuple[Statement, ...], published: date | None
) -> tuple[Claim, ...]:
    """All claims of a text, in order of their passages.

    `published` is the day against which relative dates are resolved. Offsets are those of
    `parsed.reading.text`.
    """
    scene = Scene(parsed, cast, statements)
    times = times_of(parsed, cast, published)
    found = framed(scene)
    drafts = told_once([*found, *deeds.find(scene, found)])
    claims = [_claim(scene, draft, times) for draft in drafts]
    claims += denials(scene, list(zip(drafts, claims, strict=True)))
    assessed = find_assessments(parsed, cast, statements, times)
    claims += [c for c in assessed if not told_already(c, claims, assessed)]
    return tuple(_in_order(claims))


def framed(scene: Scene) -> list[Draft]:
    """What the frames find, before voice, mood and time are read."""
    return [draft for finder in FINDERS for draft in finder(scene)]


def _claim(scene: Scene, draft: Draft, times: tuple[Time, ...]) -> Claim:
    found, roles = mood_of_draft(scene, draft)
    return Claim(
        predicate=draft.predicate,
        passage=scene.passage(draft.trigger),
        roles=roles,
        voice=add(chain(scene, draft.trigger), draft.believers),
        mood=found.mood,
        mood_words=found.words,
        hedge=_hedge(leaning(draft.trigger), found.hedge),
        time=time_of(scene, draft, times),
        negated=found.negated,
    )


def _hedge(leaning: tuple[Span, ...], words: tuple[Span, ...]) -> tuple[Span, ...]:
    """The words of likelihood, less those that stand within what it leans on."""
    return (*leaning, *(w for w in words if not any(span.covers(w) for span in leaning)))


def _in_order(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(dict.fromkeys(claims), key=lambda c: (c.passage, c.predicate.value))

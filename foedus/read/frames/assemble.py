"""The drafts of all frames in, claims out: with voices, mood, time; each once, in text order."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from foedus.model.actor import Cast
from foedus.model.claim import Claim
from foedus.model.dates import Time
from foedus.model.statement import Statement
from foedus.read.dates import find_times, time_at
from foedus.read.frames import exchanges, instruments, meetings
from foedus.read.frames.draft import Draft
from foedus.read.frames.scene import Scene
from foedus.read.frames.voices import add, chain
from foedus.read.moods import mood_of
from foedus.read.sentences import Parsed

FINDERS: tuple[Callable[[Scene], Iterator[Draft]], ...] = (
    instruments.find,
    exchanges.find,
    meetings.find,
)


def find_claims(
    parsed: Parsed, cast: Cast, statements: tuple[Statement, ...], published: date | None
) -> tuple[Claim, ...]:
    """All claims of a text, in order of their passages.

    `published` is the day against which relative dates are resolved. Offsets are those of
    `parsed.reading.text`.
    """
    scene = Scene(parsed, cast, statements)
    drafts = [draft for finder in FINDERS for draft in finder(scene)]
    times = find_times(parsed, published)
    claims = [_claim(scene, draft, times) for draft in drafts]
    return tuple(_in_order(claims))


def _claim(scene: Scene, draft: Draft, times: tuple[Time, ...]) -> Claim:
    found = mood_of(draft.trigger, scene.parsed)
    return Claim(
        predicate=draft.predicate,
        passage=scene.passage(draft.trigger),
        roles=draft.roles,
        voice=add(chain(scene, draft.trigger), draft.believers),
        mood=draft.mood or found.mood,
        mood_words=draft.mood_words if draft.mood else found.words,
        hedge=found.hedge,
        time=time_at(times, scene.doc, draft.trigger),
        negated=found.negated if draft.negated is None else draft.negated,
    )


def _in_order(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(dict.fromkeys(claims), key=lambda c: (c.passage, c.predicate.value))

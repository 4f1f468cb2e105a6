"""Rows of text in, rows of events out, with offsets into each row's text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice, product
from typing import Any

from foedus.model.claim import Filler, Voice
from foedus.model.document import Document, ReadingText, Span
from foedus.model.errors import InputError
from foedus.model.event import QUAD, Event, Party
from foedus.model.reading import Relocation, pair, time_row
from foedus.read.actors import find_actors
from foedus.read.actors.annotate import coder_of, day_of
from foedus.read.clean import line_roles, reading_text
from foedus.read.events.coding import Coding
from foedus.read.events.find import find_events
from foedus.read.events.pairs import between
from foedus.read.events.types import is_turned
from foedus.read.frames.scene import Scene
from foedus.read.gazetteer import Gazetteer
from foedus.read.language import other_language
from foedus.read.moods import mood_of
from foedus.read.quotes import find_statements
from foedus.read.sentences import Parsed, parse_each, plain_reading

Row = dict[str, Any]
_GROUP = 32  # rows parsed together
_LONG = 8  # characters of words that are found even within longer ones
_PRONOUNS = frozenset({"us", "it", "he", "she", "we", "they", "who"})
_PLACES = 5  # where an actor's words stand, beyond which the text is looked through no further


def annotate_events(rows: Iterable[Row], gazetteer: Gazetteer | None = None) -> Iterator[Row]:
    """For each row `{"id", "text"}`, perhaps with `date`, a row `{"id", "events"}`, in order.

    An event has `source` and `target` (lists of `{"text", "passage", "code", "role", "actor"}`),
    PLOVER `type`, `quad`, `cameo` root, `trigger` and its `span`, `passage`, `mood`, `modes`,
    `voice`, `time`, `place`, and `roles` where goods, a price or an instrument are told. With
    `pairs`, a list of `{"source", "target"}` (words of the text, or rows with a `text`), each pair
    gets its event, whose `type` is null where none is found. A text in another language than
    English has no events, and says so under `"unread"`. Raises InputError for pairs that are none.
    """
    gazetteer = gazetteer or Gazetteer.load()
    coder = Coding(coder_of(gazetteer))
    numbered = enumerate(rows, 1)
    while group := [_opened(row, f"row {number}") for number, row in islice(numbered, _GROUP)]:
        parses = parse_each(one.reading for one in group if one.reading)
        for one in group:
            if one.reading is None:
                why = f"it is in {one.language}; only English is read yet"
                yield {"id": one.id, "events": [], "unread": why}
            elif one.pairs is not None:
                parsed = next(parses)
                yield {"id": one.id, "events": [_of_pair(parsed, pair) for pair in one.pairs]}
            else:
                yield {"id": one.id, "events": _of_text(one, next(parses), coder, gazetteer)}


@dataclass(frozen=True, slots=True)
class _Opened:
    """A row before its text is parsed; no reading where it is in another language."""

    id: Any
    text: str
    reading: ReadingText | None
    language: str | None
    pairs: list[Row] | None
    published: date | None


def _opened(row: Row, place: str) -> _Opened:
    text, pairs = str(row["text"]), row.get("pairs")
    if pairs is not None and not (
        isinstance(pairs, list) and all(isinstance(p, dict) for p in pairs)
    ):
        raise InputError(f"{place}: `pairs` is no list of tables with `source` and `target`")
    language = other_language(text)
    reading = None if language else plain_reading(text)
    if reading and pairs is None:
        document = Document(text)
        kept = reading_text(document, line_roles(document))
        reading = kept if kept.blocks else reading
    return _Opened(row["id"], text, reading, language, pairs, day_of(row.get("date"), place))


def _of_text(one: _Opened, parsed: Parsed, coder: Coding, gazetteer: Gazetteer) -> list[Row]:
    cast = find_actors(parsed, one.published, gazetteer)
    scene = Scene(parsed, cast, find_statements(parsed, cast))
    back = Relocation(Document(one.text), parsed.reading)
    found = find_events(scene, coder, one.published)
    return [event_row(event, back, one.text, one.published) for event in found]


def event_row(event: Event, back: Relocation, text: str, published: date | None) -> Row:
    """The event as JSON, its spans moved to the document whose text is given."""

    def party(one: Party) -> Row:
        span = back.span(one.span)
        return {
            "text": span.of(text), "passage": pair(span), "code": one.code or None,
            "role": one.role or None, "actor": one.actor, "name": one.name or None,
        }  # fmt: skip

    trigger = back.span(event.trigger)
    return {
        "source": [party(one) for one in event.sources],
        "target": [party(one) for one in event.targets],
        "type": event.type.value,
        "quad": event.quad,
        "cameo": event.cameo,
        "trigger": trigger.of(text),
        "span": pair(trigger),
        "passage": pair(back.span(event.passage)),
        "mood": event.mood.value,
        "mood_words": [pair(span) for span in back.spans(event.mood_words)],
        "hedge": [pair(span) for span in back.spans(event.hedge)],
        "negated": event.negated,
        "modes": [mode.value for mode in event.modes(published)],
        "voice": [_voice(one, back) for one in event.voice],
        "time": time_row(back.time(event.time)),
        "place": _words(event.place, back, text) if event.place else None,
        **_others(event, back, text),
    }  # fmt: skip


def _voice(voice: Voice, back: Relocation) -> Row:
    span = back.maybe(voice.span)
    return {"name": voice.name, "actor": voice.actor, "passage": pair(span) if span else None}


def _words(filler: Filler, back: Relocation, text: str) -> Row:
    span = back.span(filler.span)
    return {"text": span.of(text), "passage": pair(span), "actor": filler.actor}


def _others(event: Event, back: Relocation, text: str) -> Row:
    """Goods, what they are given for, quantities: lists by role, left out where there are none."""
    found: dict[str, list[Row]] = {}
    for role, filler in event.roles:
        found.setdefault(role, []).append(_words(filler, back, text))
    return {"roles": found} if found else {}


def _of_pair(parsed: Parsed, given: Row) -> Row:
    """The event between two actors that are given; no trigger where none is told."""
    words = parsed.reading.text
    sources, targets = _found(words, given.get("source")), _found(words, given.get("target"))
    named = any(sources) or any(targets)
    sides = product(sources, targets) if named else ()
    every = [told for one, other in sides if (told := between(parsed.doc, one, other)) is not None]
    told = max(every, key=lambda told: told.weight, default=None)
    row: Row = {"source": given.get("source"), "target": given.get("target")}
    if told is None:
        return {**row, "type": None, "quad": None, "trigger": None, "mood": None, "negated": None}
    put = mood_of(told.trigger, parsed)
    return {
        **row, "type": told.type.value, "quad": QUAD[told.type], "trigger": told.trigger.text,
        "mood": put.mood.value, "negated": put.negated and not is_turned(told.trigger),
    }  # fmt: skip


def _found(text: str, given: Any) -> list[Span | None]:
    """Where the words of an actor stand, of several actors the first; [None] where nowhere."""
    if isinstance(given, list):
        given = given[0] if given else None
    words = given.get("text") if isinstance(given, dict) else given
    if not isinstance(words, str) or not words.strip():
        return [None]
    whole = rf"(?<!\w){re.escape(words)}(?!\w)"
    for pattern, flags in ((whole, 0), (whole, re.I), (re.escape(words), 0)):
        if flags and words.lower() in _PRONOUNS:
            continue  # "us" is no "US"
        found = islice(re.finditer(pattern, text, flags), _PLACES) if len(words) > 1 else ()
        spans: list[Span | None] = [Span(*match.span()) for match in found]
        if spans and (pattern == whole or len(words) >= _LONG):
            return spans
    return [None]

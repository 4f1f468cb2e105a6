"""Rows in, coded actors out: an actor string gives country and role, a text all its mentions."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cache
from typing import Any

import dateparser

from foedus.model.actor import Cast
from foedus.model.errors import InputError
from foedus.read.actors.coding import Coder
from foedus.read.actors.find import find_actors, scanner_of
from foedus.read.gazetteer import Gazetteer
from foedus.read.sentences import parse, plain_reading

Row = dict[str, Any]
_NO_DAY = re.compile(r"\d{4}(-\d{2})?|[A-Za-z]{3,9}\.? \d{4}")
_IN_WORDS = re.compile(r"(?=.*[A-Za-z]{3})(?=.*\b\d{4}\b)(?=.*\b\d{1,2}\b)", re.S)
_WHOLE = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}


def annotate_actors(rows: Iterable[Row], gazetteer: Gazetteer | None = None) -> Iterator[Row]:
    """Code every row.

    A row with `actor` (and perhaps `context`, `date`) gives `id, country, role`; one with `text`
    (and perhaps `date`) gives `id, mentions`, whose `start` and `end` are offsets into that text.
    Raises InputError for a row with neither.
    """
    gazetteer = gazetteer or Gazetteer.load()
    coder = coder_of(gazetteer)
    for number, row in enumerate(rows, 1):
        day = day_of(row.get("date"), f"row {number}")
        if isinstance(row.get("actor"), str):
            coded = coder.code(row["actor"], row.get("context") or "", day)
            yield {"id": row.get("id"), "country": coded.country, "role": coded.role}
        elif isinstance(row.get("text"), str):
            yield {"id": row.get("id"), "mentions": _mentions(row["text"], day, gazetteer)}
        else:
            raise InputError(
                f"row {number}: it has neither `actor` nor `text`; give it one of them"
            )


@cache
def coder_of(gazetteer: Gazetteer) -> Coder:
    """The coder of a gazetteer, made once."""
    return Coder(gazetteer, scanner_of(gazetteer))


def day_of(value: Any, place: str) -> date | None:
    """The day that a row's `date` names, None where it has none, or no more than a month or year.

    Read are ISO days, with or without a time, and days in words ("18 June 2024"). Raises
    InputError, which names the `place`, for anything else: "yesterday" is another day tomorrow,
    and "05/06/2024" two days.
    """
    if value is None or value == "":
        return None
    text = str(value).strip()
    if _NO_DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        found = _in_words(text)
    if found is None:
        raise InputError(f"{place}: `date` {text!r} is no day; write it as YYYY-MM-DD")
    return found.date()


def _in_words(text: str) -> datetime | None:
    if not _IN_WORDS.match(text):
        return None
    found: datetime | None = dateparser.parse(text, languages=["en"], settings=_WHOLE)
    return found


def _mentions(text: str, day: date | None, gazetteer: Gazetteer) -> list[Row]:
    reading = plain_reading(text)
    cast = find_actors(parse(reading), day, gazetteer)
    return list(
        _mention_rows(cast, text, {s.reading: s.document - s.reading for s in reading.segments})
    )


def _mention_rows(cast: Cast, text: str, shifts: dict[int, int]) -> Iterator[Row]:
    starts = sorted(shifts)
    for mention in cast.mentions:
        shift = shifts[max(start for start in starts if start <= mention.span.start)]
        start, end = mention.span.start + shift, mention.span.end + shift
        entity = cast.entity_of(mention)
        yield {
            "text": text[start:end],
            "start": start,
            "end": end,
            "actor": entity.actor,
            "entity": entity.name,
            "form": mention.form.value,
            "country": entity.country,
            "sector": entity.sector,
            "affiliations": [a.text for a in entity.affiliations],
        }

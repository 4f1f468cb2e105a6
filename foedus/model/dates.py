"""Dates as a text gives them: as said, resolved where that is possible, how exactly."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from foedus.model.document import Span


class Granularity(StrEnum):
    """How exactly a time is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    RANGE = "range"
    UNKNOWN = "unknown"


class Tense(StrEnum):
    """Where the time lies, seen from the text."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Time:
    """When something holds, by valid time.

    `said` are the words and `span` their place; `since` and `until` bound it (both ends
    inclusive, equal for one day), None where not resolved. `resolved_from` is the date of
    publication (or another anchor) that a relative expression was resolved against.
    """

    said: str | None = None
    span: Span | None = None
    since: date | None = None
    until: date | None = None
    granularity: Granularity = Granularity.UNKNOWN
    tense: Tense | None = None
    resolved_from: date | None = None

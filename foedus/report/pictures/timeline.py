"""Dated events in, a rail of time out: one row an event, its date beside it, long gaps told.

Distances are not to scale: three events of one century and ten of one week stay readable alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from foedus.report.naming import count_words, day_words
from foedus.report.pictures.drawing import AGREEMENT, RULE, SOFT, Mark, Sheet, Sign, Stroke, Words
from foedus.report.pictures.lettering import SMALL, height_of, inert, lines_that_fit

WIDTH = 520
DATES_END, RAIL, LABELS = 134, 149, 165
TOP, ROW_GAP, LONG_GAP, FOOT = 12, 14, 26, 26
FIRST, LAST = 4, 11  # of very many: the old ones that came before, and those of the news
LABEL_LINES = 3
ASIDE = 8
STEP, EVENT = ("diamond", 90), ("circle", 70)  # shape and size of a sign


@dataclass(frozen=True, slots=True)
class Dated:
    """One event of the timeline; `exact` when the day is known; `when` is the date in words.

    `step`: it is a step in the life of an agreement.
    """

    label: str
    since: date
    until: date
    exact: bool
    when: str = ""
    step: bool = False

    @property
    def date_words(self) -> str:
        """The date as told, else as narrow as it is known."""
        return self.when or span_words(self.since, self.until)


@dataclass(frozen=True, slots=True)
class Undated:
    """An event that a report dates in words that lead to no day: it stands off the rail."""

    label: str
    when: str

    @property
    def date_words(self) -> str:
        """The words."""
        return self.when


Event = TypeVar("Event", Dated, Undated)


def timeline_picture(events: Sequence[Dated], undated: Sequence[Undated] = ()) -> Any:
    """One row an event, in order of time, on a rail; an Altair chart.

    What stands twice with one date is drawn once. Of very many the first and the last are drawn.
    `undated` events stand under the rail, as said.
    """
    ordered = _once(sorted(events, key=lambda e: (e.since, e.until)))
    aside = _once(undated)
    everything: list[Dated | Undated] = [*ordered, *aside]
    told = "; ".join(f"{event.date_words}: {event.label}" for event in everything)
    cut = len(ordered) > FIRST + LAST + 1
    drawn = [*ordered[:FIRST], *ordered[-LAST:]] if cut else ordered
    marks, height = _rail(drawn, len(ordered) - len(drawn))
    if len({event.exact for event in drawn}) == 2:
        marks += _legend(height + 4)
        height += FOOT
    if any(event.step for event in drawn):
        marks += _legend_of_steps(height + 4)
        height += FOOT
    if aside:
        rows, height = _aside(aside[:ASIDE], height)
        marks += rows
    title = f"Timeline of {count_words(len(ordered) + len(aside), 'event')}"
    return Sheet("timeline", title, f"{told}.", (WIDTH, height), marks).chart()


def _once(events: Sequence[Event]) -> list[Event]:
    """The events, what is told alike of one date only once."""
    seen: dict[tuple[str, str], Event] = {}
    for event in events:
        seen.setdefault((event.date_words, inert(event.label).casefold()), event)
    return list(seen.values())


def _rail(events: Sequence[Dated], left_out: int) -> tuple[list[Mark], float]:
    """The rows of the dated events, and where they end."""
    marks: list[Mark] = []
    y = last = float(TOP)
    for index, event in enumerate(events):
        gap = _gap(events[index - 1], event, left_out * (index == FIRST)) if index else ""
        if gap:
            place = (LABELS, y + (LONG_GAP - ROW_GAP) / 2)
            marks.append(Words(place, gap, colour=SOFT, size=SMALL))
            y += LONG_GAP
        row, dot, y = _row(event, y)
        shape, size = STEP if event.step else EVENT
        marks += [*row, Sign((RAIL, dot), shape, AGREEMENT, size, event.exact)]
        if index:
            marks.append(Stroke((RAIL, last + 7), (RAIL, dot - 7), RULE, 2, bool(gap)))
        last = dot
    return marks, y


def _aside(events: Sequence[Undated], y: float) -> tuple[list[Mark], float]:
    """The rows of the events that have no day, under a line that says so."""
    marks: list[Mark] = []
    if y > TOP:
        y += ROW_GAP
        marks.append(
            Words((LABELS, y), "dated only in words, in no order:", colour=SOFT, size=SMALL)
        )
        y += ROW_GAP
    for event in events:
        row, _, y = _row(event, y)
        marks += row
    return marks, y


def _row(event: Dated | Undated, y: float) -> tuple[list[Mark], float, float]:
    """A row's words under `y`, the middle of its height, and where it ends."""
    label = lines_that_fit(event.label, WIDTH - LABELS, LABEL_LINES)
    when = lines_that_fit(event.date_words, DATES_END, LABEL_LINES)
    half = max(height_of(label), height_of(when)) / 2
    words: list[Mark] = [
        Words((DATES_END, y + half), when, "end", SOFT),
        Words((LABELS, y + half), label),
    ]
    return words, y + half, y + 2 * half + ROW_GAP


def _gap(before: Dated, after: Dated, left_out: int) -> str:
    """What to say between two rows; "" for a short time."""
    if left_out:
        return f"{left_out} more in the list"
    years = after.since.year - before.until.year
    months = 12 * years + after.since.month - before.until.month
    if months >= 24:
        return f"about {years} years later"
    return f"about {months} months later" if months >= 2 else ""


def _legend_of_steps(y: float) -> list[Mark]:
    """What a diamond says."""
    shape, size = STEP
    words = Words((LABELS, y), "a step of an agreement", colour=SOFT, size=SMALL)
    return [Sign((RAIL, y), shape, AGREEMENT, size, True), words]


def _legend(y: float) -> list[Mark]:
    """What a full and a hollow dot say."""
    return [
        Sign((RAIL, y), "circle", AGREEMENT, 70, True),
        Words((LABELS, y), "known to the day", colour=SOFT, size=SMALL),
        Sign((LABELS + 130, y), "circle", AGREEMENT, 70, False),
        Words((LABELS + 146, y), "not known to the day", colour=SOFT, size=SMALL),
    ]


def span_words(since: date, until: date) -> str:
    """A span of days in words: "2000–2001", "June 2024", "3 June 2024 – 5 July 2024"."""
    after = until + timedelta(days=1) if until < date.max else until
    if since >= until:
        return day_words(since)
    if since.day == after.day == 1:
        if since.month == after.month == 1:
            return _range(str(since.year), str(until.year))
        return _range(f"{since:%B %Y}", f"{until:%B %Y}")
    if (since.year, since.month) == (until.year, until.month):
        return f"{since.day}–{day_words(until)}"
    return f"{day_words(since)} – {day_words(until)}"


def _range(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"

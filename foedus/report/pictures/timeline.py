"""Dated events in, a rail of time out: one row an event, its date beside it, long gaps told.

Distances are not to scale: three events of one century and ten of one week stay readable alike.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from foedus.report.naming import count_words, day_words
from foedus.report.pictures.drawing import AGREEMENT, RULE, SOFT, Sheet, Sign, Stroke, Words
from foedus.report.pictures.lettering import height_of, inert, lines_that_fit

WIDTH = 520
DATES_END, RAIL, LABELS = 132, 147, 163
TOP, ROW_GAP, LONG_GAP, FOOT = 12, 14, 26, 26
FIRST, LAST = 4, 11  # of very many: the old ones that came before, and those of the news
LABEL_LINES = 3
SMALL = 11.0


@dataclass(frozen=True, slots=True)
class Dated:
    """One event of the timeline; `exact` when the day is known; `when` is the date in words."""

    label: str
    since: date
    until: date
    exact: bool
    when: str = ""

    @property
    def date_words(self) -> str:
        """The date as told, else as narrow as it is known."""
        return self.when or span_words(self.since, self.until)


def timeline_picture(events: Sequence[Dated]) -> Any:
    """One row an event, in order of time, on a rail; an Altair chart.

    What stands twice with one date is drawn once. Of very many the first and the last are drawn.
    """
    ordered = _once(sorted(events, key=lambda e: (e.since, e.until)))
    told = "; ".join(f"{e.date_words}: {e.label}" for e in ordered)
    cut = len(ordered) > FIRST + LAST + 1
    drawn = [*ordered[:FIRST], *ordered[-LAST:]] if cut else ordered
    left_out = len(ordered) - len(drawn)
    marks = list(_rows(drawn, left_out))
    texts = [mark for mark in marks if isinstance(mark, Words)]
    height = max(mark.at[1] + height_of(mark.text) / 2 for mark in texts) + FOOT / 2
    kinds = {event.exact for event in drawn}
    if len(kinds) == 2:
        marks += _legend(height)
        height += FOOT
    title = f"Timeline of {count_words(len(ordered), 'event')}"
    return Sheet("timeline", title, f"{told}.", (WIDTH, height), marks).chart()


def _once(events: Sequence[Dated]) -> list[Dated]:
    """The events, what is told alike of one date only once."""
    seen: dict[tuple[str, str], Dated] = {}
    for event in events:
        seen.setdefault((event.date_words, inert(event.label).casefold()), event)
    return list(seen.values())


def _rows(events: Sequence[Dated], left_out: int) -> Iterator[Stroke | Sign | Words]:
    y: float = TOP
    dots: list[float] = []
    for index, event in enumerate(events):
        skipped = left_out if index == FIRST else 0
        gap = _gap(events[index - 1], event, skipped) if index else ""
        if gap:
            yield Words((LABELS, y + (LONG_GAP - ROW_GAP) / 2), gap, colour=SOFT, size=SMALL)
            y += LONG_GAP
        label = lines_that_fit(event.label, WIDTH - LABELS, LABEL_LINES)
        half = height_of(label) / 2
        y += half
        yield Words((DATES_END, y), lines_that_fit(event.date_words, DATES_END), "end", SOFT)
        yield Words((LABELS, y), label)
        yield Sign((RAIL, y), "circle", AGREEMENT, 70, event.exact)
        if dots:
            yield Stroke((RAIL, dots[-1] + 7), (RAIL, y - 7), RULE, 2, bool(gap))
        dots.append(y)
        y += half + ROW_GAP


def _gap(before: Dated, after: Dated, left_out: int) -> str:
    """What to say between two rows; "" for a short time."""
    if left_out:
        return f"{left_out} more in the list"
    years = after.since.year - before.until.year
    months = 12 * years + after.since.month - before.until.month
    if months >= 24:
        return f"about {years} years later"
    return f"about {months} months later" if months >= 2 else ""


def _legend(y: float) -> list[Sign | Words]:
    """What a full and a hollow dot say."""
    return [
        Sign((RAIL, y), "circle", AGREEMENT, 70, True),
        Words((LABELS, y), "known to the day", colour=SOFT, size=SMALL),
        Sign((LABELS + 125, y), "circle", AGREEMENT, 70, False),
        Words((LABELS + 141, y), "to the month or year", colour=SOFT, size=SMALL),
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

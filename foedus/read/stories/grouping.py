"""Reports in, groups of those that tell of one event out, whatever their order.

Average linkage: two groups become one where their reports are alike on the average (R. R. Sokal and
C. D. Michener 1958, University of Kansas Science Bulletin 38: 1409-1438). Only what hangs together
by pairs that are alike is held against each other; the rest could never be joined.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from foedus.read.stories.likeness import WINDOW, Frequencies, Shelf
from foedus.read.stories.report import Report

ALIKE = 0.13  # see likeness: the average from which on groups are one
Matrix = npt.NDArray[np.float32]
Progress = Callable[[str], None]
_SPAN = timedelta(days=WINDOW)


def grouped(
    reports: Iterable[Report], progress: Progress = lambda _: None
) -> list[tuple[Report, ...]]:
    """The stories, each with its reports by day and id; the stories by their first report."""
    held = sorted(set_of(reports), key=_order)
    frequencies = Frequencies()
    for report in held:
        frequencies.add(report)
    links = _Links(len(held))
    for first, last in _days(held):
        # a report is held against those of its window before it, a day's at once
        start = next((n for n, one in enumerate(held) if _near(one.day, held[first].day)), first)
        shelf = Shelf(held[start:last], frequencies)
        for place in range(first, last):
            progress(held[place].id)
            alike = shelf.likeness(held[place])[: place - start]
            for other in np.flatnonzero(alike >= ALIKE):
                links.join(place, start + int(other))
    stories = [
        tuple(held[place] for place in story)
        for part in links.parts()
        for story in _stories(part, held, frequencies)
    ]
    return sorted(stories, key=lambda story: _order(story[0]))


def set_of(reports: Iterable[Report]) -> list[Report]:
    """The reports, each id once: the last of an id stands."""
    return list({report.id: report for report in reports}.values())


def linked(alike: Matrix) -> list[list[int]]:
    """The groups of average linkage, by the likeness of every two; each in order."""
    groups = [[place] for place in range(len(alike))]
    held = alike.astype(np.float64).copy()
    np.fill_diagonal(held, -np.inf)
    sizes = np.ones(len(alike))
    while len(alike) > 1:
        one, two = divmod(int(held.argmax()), len(alike))
        if held[one, two] < ALIKE:
            break
        total = sizes[one] + sizes[two]
        held[one] = (sizes[one] * held[one] + sizes[two] * held[two]) / total
        held[:, one] = held[one]
        held[one, one] = -np.inf
        held[two], held[:, two] = -np.inf, -np.inf
        sizes[one] = total
        groups[one], groups[two] = sorted(groups[one] + groups[two]), []
    return [group for group in groups if group]


def alike_of(reports: Sequence[Report], frequencies: Frequencies) -> Matrix:
    """How alike every two of the reports are."""
    shelf = Shelf(reports, frequencies)
    return np.stack([shelf.likeness(report) for report in reports])


def _stories(
    part: Sequence[int], held: Sequence[Report], frequencies: Frequencies
) -> list[list[int]]:
    if len(part) == 1:
        return [list(part)]
    groups = linked(alike_of([held[place] for place in part], frequencies))
    return [[part[n] for n in group] for group in groups]


def _days(held: Sequence[Report]) -> list[tuple[int, int]]:
    """From which report to which (not included) each day goes; those without a day are last."""
    found: list[tuple[int, int]] = []
    start = 0
    for place in range(1, len(held) + 1):
        if place == len(held) or held[place].day != held[start].day:
            found.append((start, place))
            start = place
    return found


def _near(one: date | None, two: date | None) -> bool:
    """Whether two days are within the window; one that is not known is near to all."""
    return one is None or two is None or one + _SPAN >= two


def _order(report: Report) -> tuple[bool, date, str]:
    return report.day is None, report.day or date.max, report.id


class _Links:
    """Places that hang together, as a forest of unions."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def join(self, one: int, two: int) -> None:
        """Let two places, and all that hang together with them, be of one part."""
        self._above[self._top(one)] = self._top(two)

    def parts(self) -> list[list[int]]:
        """The places of each part, in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for place in range(len(self._above)):
            found[self._top(place)].append(place)
        return list(found.values())

    def _top(self, place: int) -> int:
        while self._above[place] != place:
            self._above[place] = self._above[self._above[place]]
            place = self._above[place]
        return place

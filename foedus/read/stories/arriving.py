"""Reports in one at a time, the story of each out; what is older than the window is let go.

The memory is that of a few days of reports, however long it runs. The same reports as `grouped`
has give nearly the same stories: a word's weight is that of the reports so far, and a story goes on
by those of its reports that are still within the window.
"""

from collections import Counter
from datetime import date, timedelta

import numpy as np

from foedus.read.stories.grouping import ALIKE, alike_of, linked
from foedus.read.stories.likeness import WINDOW, Frequencies, Shelf
from foedus.read.stories.report import Report

_MOST = 400  # reports that one new report may set anew: a bound on the work, seldom met
_SHELF = 64  # new reports that are held against each other singly before the shelf is set up anew


class Arriving:
    """The stories of the last days. A story bears the id of its first report."""

    def __init__(self) -> None:
        self._frequencies = Frequencies()
        self._reports: dict[str, Report] = {}
        self._story: dict[str, str] = {}
        self._newest = date.min
        self._shelf: Shelf | None = None
        self._shelved: list[str] = []

    def __len__(self) -> int:
        return len(self._reports)

    def add(self, report: Report) -> str:
        """Take up a report and tell its story: the id of the first report of it.

        A story may be joined with another, or parted, by what comes later: `story_of` tells.
        """
        self._frequencies.add(report)
        if report.day and report.day > self._newest:
            self._newest = report.day
            self._let_go()
        near = self._near(report)
        self._reports[report.id] = report
        self._story[report.id] = report.id
        if near:
            self._set_anew([*near, report.id])
        return self._story[report.id]

    def story_of(self, id_: str) -> str | None:
        """The story of a report that is still held; None for one that was let go."""
        return self._story.get(id_)

    def _near(self, report: Report) -> list[str]:
        """The ids of all in the stories of reports that are like this one."""
        late = [self._reports[i] for i in list(self._reports)[len(self._shelved) :]]
        if self._shelf is None or len(late) > _SHELF:
            self._shelved = list(self._reports)
            self._shelf = Shelf(list(self._reports.values()), self._frequencies)
            late = []
        alike = self._shelf.likeness(report)
        found = {self._shelved[int(n)]: float(alike[n]) for n in np.flatnonzero(alike >= ALIKE)}
        if late:
            more = Shelf(late, self._frequencies).likeness(report)
            found |= {late[int(n)].id: float(more[n]) for n in np.flatnonzero(more >= ALIKE)}
        stories = {self._story[one] for one in found if one in self._story}
        members = [one for one, story in self._story.items() if story in stories]
        return sorted(members, key=lambda one: -found.get(one, 0.0))[: _MOST - 1]

    def _set_anew(self, ids: list[str]) -> None:
        """Group these reports anew; a group keeps the name of the story that most of it was."""
        taken: set[str] = set()
        place = {one: n for n, one in enumerate(self._reports)}
        groups = linked(alike_of([self._reports[one] for one in ids], self._frequencies))
        for group in sorted(groups, key=len, reverse=True):
            members = sorted((ids[n] for n in group), key=place.__getitem__)
            before = Counter(self._story[one] for one in members).most_common()
            name = next((name for name, _ in before if name not in taken), members[0])
            taken.add(name)
            self._story |= dict.fromkeys(members, name)

    def _let_go(self) -> None:
        oldest = self._newest - timedelta(days=WINDOW)
        gone = [one for one, held in self._reports.items() if held.day and held.day < oldest]
        for one in gone:
            del self._reports[one], self._story[one]
        if gone:
            self._shelf, self._shelved = None, []

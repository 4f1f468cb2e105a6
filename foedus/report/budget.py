"""Items in, the same items out with the overflow behind the fold: the main text stays short.

A brief that an analyst forwards is read in five minutes: under 900 words on the page, at most a
third of them word for word the reports'. What gives way first is what weighs least.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from foedus.report.items import SECTIONS, TITLES, Item
from foedus.report.measure import Verbatim, words_in

# 900 words and a third, less what this count does not see and a reader's does: on the pages as
# rendered, read by tests/report/page.py, up to 8 words and .002 of the share
WORDS = 891
SHARE = 0.331
# on a short page a run that spans two lines of it, which is counted by no line, weighs more:
# up to .012 of the share on pages of 300 to 800 words
FULL, MARGIN = 800, 0.012
VERBATIM = 293  # of the words, while the page fills: a third of 888, less the same
STAYING = ("as_of", "events", "sources")
# the least that stays in front, by section, whatever it weighs
LEAST = dict.fromkeys((name for name in SECTIONS if name not in STAYING), 1)
# what the page says beside the items (see templates/brief.html.j2): heads of tables by a field of
# their rows, captions of the pictures by the section that they draw
HEADS = {"bearer": 6, "reader": 10, "how": 7}
CAPTIONS = {"timeline": 10, "exchanges": 13}
BRAND_WORDS = 2
FOLD_WORDS = 2

Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Measured:
    """Words of the main text; words of it that are the reports', of how many compared."""

    words: int
    verbatim: int
    compared: int

    @property
    def share(self) -> float:
        return self.verbatim / self.compared if self.compared else 0.0


def measured(sections: Mapping[str, list[Item]], verbatim: Verbatim, title: str = "") -> Measured:
    """The main text as the page shows it: title, headings, heads of tables, items in front."""
    text = "\n".join([title, *_page_texts(sections)])
    taken, compared = verbatim.count(text)
    front = [item for name in TITLES for item in sections[name] if not item.behind]
    extra = BRAND_WORDS
    extra += sum(n for field, n in HEADS.items() if any(field in i.fields for i in front))
    extra += sum(words for name, words in CAPTIONS.items() if sections[name])
    extra += FOLD_WORDS * sum(any(i.behind for i in sections[name]) for name in TITLES)
    return Measured(words_in(text) + extra, taken, compared + extra)


def _page_texts(sections: Mapping[str, list[Item]]) -> Iterator[str]:
    for name in SECTIONS:
        if sections[name]:
            yield TITLES.get(name, "")
        yield from (item.shown for item in sections[name] if not item.behind)


def fits(now: Measured) -> bool:
    """Whether a page keeps to both limits."""
    return now.words <= WORDS and not _is_dense(now)


def _is_dense(now: Measured) -> bool:
    return now.share > (SHARE if now.words > FULL else SHARE - MARGIN)


def within_budget(
    sections: Mapping[str, list[Item]], verbatim: Verbatim, title: str = "", words: int = WORDS
) -> dict[str, list[Item]]:
    """The weightiest lines in front, in their short form where room is short, the rest behind.

    Lines come to the front one by one, the weightiest first, and take their full length when
    what that adds is next in weight; a line that does not fit stays behind. At the end, dense
    lines give way while too much of a short page is the reports' own words.
    """
    page = _Page({name: list(items) for name, items in sections.items()}, verbatim, title, words)
    steps = _steps(page)
    page.clear()
    for step in steps:
        page.take(step)
    page.thin()
    page.fill(steps)
    return page.items


def filled(
    page: Mapping[str, list[Item]], given: Mapping[str, list[Item]], verbatim: Verbatim, title: str
) -> dict[str, list[Item]]:
    """The page with whatever lines of the `given` sections still fit, the weightiest first.

    The sections have as many lines on the page as are given; each comes in its short form.
    """
    full = {name: list(items) for name, items in page.items()}
    left = [
        (-line.weight, name, i)
        for name, items in given.items()
        for i, line in enumerate(items)
        if full[name][i].behind and not line.behind
    ]
    for _, name, i in sorted(left):
        before, line = full[name][i], given[name][i]
        full[name][i] = line.shortened() if line.short else line
        if not fits(measured(full, verbatim, title)):
            full[name][i] = before
    return full


@dataclass(frozen=True, slots=True, order=True)
class _Step:
    """A line to bring to the front, or one in front to give its full length."""

    later: bool  # not the first line of its section
    weight: float
    full: bool
    section: str
    index: int


def _steps(page: "_Page") -> list[_Step]:
    """Every step, in the order in which they are tried: first one line of each section."""
    steps = []
    for name in LEAST:
        lines = [(i, item) for i, item in enumerate(page.items[name]) if page.movable(name, i)]
        heaviest = sorted(lines, key=lambda line: -line[1].weight)[: LEAST[name]]
        for i, item in lines:
            steps.append(_Step((i, item) not in heaviest, -item.weight, False, name, i))
            if item.short:
                steps.append(_Step(True, -item.short_weight, True, name, i))
    return sorted(steps)


class _Page:
    """The items as they stand, and what the page then measures."""

    def __init__(
        self, items: dict[str, list[Item]], verbatim: Verbatim, title: str, words: int
    ) -> None:
        self.items = items
        self._given = {name: list(found) for name, found in items.items()}
        self._verbatim = verbatim
        self._title = title
        self._words = words

    def movable(self, name: str, index: int) -> bool:
        """Whether the line may stand in front or behind: notes set apart always stand."""
        item = self._given[name][index]
        return name in LEAST and not item.behind and not item.library

    def clear(self) -> None:
        """Everything that may stand behind stands there."""
        for name, i in self._places():
            self.items[name][i] = self.items[name][i].put_behind()

    def take(self, step: _Step) -> None:
        """Take the step if the page then keeps to its limits; what opens a section is taken."""
        before, given = self.items[step.section][step.index], self._given[step.section][step.index]
        if step.full and before.behind:
            return
        if not step.full and not before.behind:
            return
        after = given if step.full or not given.short else given.shortened()
        self.items[step.section][step.index] = after
        now = measured(self.items, self._verbatim, self._title)
        if (now.words > self._words or now.verbatim > VERBATIM) and step.later:
            self.items[step.section][step.index] = before

    def thin(self) -> None:
        """On a short page dense lines give way, the least weighty first: down to one a section,
        then to none, at last sentences of the lead but its first."""
        for least in (1, 0):
            while self._too_dense() and (place := self._least_weighty(least)):
                name, i = place
                given = self._given[name][i]
                self.items[name][i] = (
                    given.shortened() if self._is_long(place) else self._at(place).put_behind()
                )
        for i in reversed(range(1, len(self.items["events"]))):
            if self._too_dense():
                self.items["events"][i] = self.items["events"][i].put_behind()

    def _too_dense(self) -> bool:
        return _is_dense(measured(self.items, self._verbatim, self._title))

    def _least_weighty(self, least: int) -> Place | None:
        """The dense line in front that weighs least, where its section keeps so many."""
        front = [place for place in self._places() if not self._at(place).behind]
        left = Counter(name for name, _ in front)
        dense = [
            (self._loss(place), place)
            for place in front
            if self._is_dense(place) and (self._is_long(place) or left[place[0]] > least)
        ]
        return min(dense)[1] if dense else None

    def fill(self, steps: Iterable[_Step]) -> None:
        """What still fits comes back, in the order of the steps."""
        for step in steps:
            before = self.items[step.section][step.index]
            self.take(step)
            if self._too_dense():
                self.items[step.section][step.index] = before

    def _is_long(self, place: Place) -> bool:
        """Whether the line stands at its full length and has a shorter form."""
        given = self._given[place[0]][place[1]]
        return bool(given.short) and self._at(place) == given

    def _loss(self, place: Place) -> float:
        item = self._at(place)
        return item.short_weight if self._is_long(place) else item.weight

    def _places(self) -> list[Place]:
        return [(n, i) for n in LEAST for i in range(len(self.items[n])) if self.movable(n, i)]

    def _at(self, place: Place) -> Item:
        return self.items[place[0]][place[1]]

    def _is_dense(self, place: Place) -> bool:
        taken, of = self._verbatim.count(self._at(place).shown)
        return taken > SHARE * of

"""Ties between actors in, a ladder out: a column an actor, a rung a tie, its words over it.

Rungs never cross, each has the whole width for its words, and an arrow ends at its actor.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Any

from foedus.report.naming import listed
from foedus.report.pictures.drawing import (
    AGREEMENT,
    EXCHANGE,
    INK,
    RULE,
    SOFT,
    TO_LEFT,
    TO_RIGHT,
    VISIT,
    Mark,
    Sheet,
    Sign,
    Stroke,
    Words,
)
from foedus.report.pictures.lettering import SMALL, height_of, lines_that_fit, width_of

KINDS = {
    "agreement": (AGREEMENT, "agreement"),
    "exchange": (EXCHANGE, "what is given"),
    "visit": (VISIT, "visit"),
    "other": (SOFT, "other act"),
}
FACT, DOUBT = "reported as fact", "said, believed or meant"
EDGE, COLUMN, LEAST, WIDEST = 62, 188, 500, 690
NAME = 14.0
LABEL_WIDTH = 270  # of a rung between neighbours: its words may reach beyond them
HEAD = 9
MOST_ORDERED = 6  # columns: all orders of seven take seconds


@dataclass(frozen=True, slots=True)
class Tie:
    """One tie between two actors: what passes between them. `doubtful` is drawn dashed.

    `others` are further actors that a mutual tie holds.
    """

    source: str
    target: str
    kind: str
    label: str
    doubtful: bool = False
    mutual: bool = False
    others: tuple[str, ...] = ()

    @property
    def actors(self) -> tuple[str, ...]:
        """All whom it ties."""
        return (self.source, self.target, *self.others)

    @property
    def words(self) -> str:
        """The tie as a line of text."""
        between = listed(self.actors) if self.mutual else f"{self.source} to {self.target}"
        return f"{between}: {self.label} ({DOUBT if self.doubtful else FACT})"


def ties_picture(ties: Sequence[Tie]) -> Any:
    """The actors in a row, under them an arrow a tie with what passes; an Altair chart."""
    names = _ordered(ties)
    width = min(WIDEST, max(LEAST, 2 * EDGE + COLUMN * (len(names) - 1)))
    step = (width - 2 * EDGE) / max(1, len(names) - 1)
    columns = {name: EDGE + step * n for n, name in enumerate(names)}
    marks: list[Mark] = []
    shown = [lines_that_fit(name, max(step, 90) - 10, 3, NAME) for name in names]
    y = top = max(height_of(name, NAME) for name in shown) + 4
    for name, label in zip(names, shown, strict=True):
        marks.append(Words((columns[name], top / 2), label, "middle", size=NAME, bold=True))
    for tie in ties:
        y = _rung(marks, tie, columns, y, width)
    y += 12
    marks += [Stroke((x, top), (x, y), RULE, 1.2) for x in columns.values()]
    legend = list(_legend(ties, y + 20, width))
    bottom = max(mark.at[1] for mark in legend if isinstance(mark, Words)) + 10
    title = f"Ties between {listed(sorted(names, key=names.index))}"
    told = ". ".join(tie.words for tie in ties)
    return Sheet("ties", title, f"{told}.", (width, bottom), [*marks, *legend]).chart()


def _ordered(ties: Sequence[Tie]) -> list[str]:
    """The actors in the order that keeps the rungs shortest; else as they first come."""
    names = list(dict.fromkeys(name for tie in ties for name in tie.actors))
    if not 2 < len(names) <= MOST_ORDERED:
        return names

    def length(order: Iterable[str]) -> int:
        at = {name: n for n, name in enumerate(order)}
        spans = ([at[name] for name in tie.actors] for tie in ties)
        return sum(max(span) - min(span) for span in spans)

    # the first of the shortest: permutations come in the order of the names
    return list(min(permutations(names), key=length))


def _rung(marks: list[Mark], tie: Tie, columns: dict[str, float], y: float, width: float) -> float:
    """Draws a tie under `y`; gives where it ends."""
    colour = KINDS.get(tie.kind, KINDS["other"])[0]
    xs = [columns[name] for name in tie.actors]
    left, right = min(xs), max(xs)
    label = lines_that_fit(tie.label, max(right - left - 16, LABEL_WIDTH))
    y += height_of(label) + 14
    half = width_of(label) / 2
    middle = min(max((left + right) / 2, half), max(half, width - half))
    marks.append(Words((middle, y - height_of(label) / 2 - 5), label, "middle"))
    to_right = tie.mutual or columns[tie.target] == right
    to_left = tie.mutual or columns[tie.target] == left
    line = (left + HEAD * to_left, y), (right - HEAD * to_right, y)
    marks.append(Stroke(*line, colour, 1.8, tie.doubtful))
    if to_right:
        marks.append(Sign((right, y), TO_RIGHT, colour))
    if to_left:
        marks.append(Sign((left, y), TO_LEFT, colour))
    inner = [x for x in xs if left < x < right]
    marks += [Sign((x, y), "circle", colour, 50) for x in inner]
    return y


def _legend(ties: Sequence[Tie], y: float, width: float) -> Iterator[Mark]:
    """What the colours and the dashes say: only those that are drawn."""
    kinds = list(dict.fromkeys(t.kind if t.kind in KINDS else "other" for t in ties))
    entries = [(*KINDS[kind], False) for kind in kinds] if len(kinds) > 1 else []
    entries += [(INK, FACT, False)] if not all(t.doubtful for t in ties) else []
    entries += [(INK, DOUBT, True)] if any(t.doubtful for t in ties) else []
    x = 2.0
    for colour, words, dashed in entries:
        taken = 34 + width_of(words, SMALL) + 14
        if x > 2 and x + taken > width + 14:
            x, y = 2.0, y + 18
        yield Stroke((x, y), (x + 26, y), colour, 2.2, dashed)
        yield Words((x + 32, y), words, colour=SOFT, size=SMALL)
        x += taken

"""Who is drawn in by whom, round by round, in; columns of blocks with lines between them out.

A block a duty: who owes help to whom by which treaty; filled where it is owed, hollow where it is
in dispute or not known.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from foedus.report.pictures.drawing import (
    AGREEMENT,
    EXCHANGE,
    INK,
    RULE,
    SOFT,
    Mark,
    Sheet,
    Sign,
    Stroke,
    Words,
)
from foedus.report.pictures.lettering import SMALL, height_of, lines_that_fit, width_of

LOOKS = {
    "owed": (AGREEMENT, "circle", True),
    "in dispute": (EXCHANGE, "circle", False),
    "not known": (SOFT, "diamond", False),
}
COLUMN, GUTTER, EDGE, GAP = 214, 34, 6, 16
SIGN = 16  # pixels from the sign to the words
HEAD = 30
MOST = 7  # blocks of a column; how many more there are is told


@dataclass(frozen=True, slots=True)
class Block:
    """One duty: who, what it is ("defend Russia"), by what; `round` -1 is the event itself.

    `causes` are the ids of the blocks that bring it about.
    """

    id: str
    round: int
    who: str
    what: str
    by: str = ""
    verdict: str = ""
    causes: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The block as a line of text."""
        by = f" ({self.by})" if self.by else ""
        return f"{self.who}: {self.what}{by}" + (f", {self.verdict}" if self.verdict else "")


def cascade_picture(blocks: Sequence[Block]) -> Any:
    """The event to the left, then a column a round; an Altair chart."""
    rounds = sorted({block.round for block in blocks})
    marks: list[Mark] = []
    places: dict[str, tuple[float, float, float]] = {}  # start of the line, its height, its end
    bottom = 0.0
    for number, round_ in enumerate(rounds):
        x = EDGE + number * (COLUMN + GUTTER)
        marks.append(Words((x, HEAD / 2 - 4), _heading(round_), colour=SOFT, size=SMALL, bold=True))
        column = [block for block in blocks if block.round == round_]
        bottom = max(bottom, _column(marks, places, column, x))
    marks += _lines(blocks, places)
    legend = list(_legend(blocks, bottom + 18))
    width = 2 * EDGE + len(rounds) * COLUMN + (len(rounds) - 1) * GUTTER
    told = ". ".join(block.words for block in blocks)
    title = "Who would be drawn in, round by round"
    size = (max(width, 360), bottom + (40 if legend else 8))
    return Sheet("cascade", title, f"{told}.", size, [*marks, *legend]).chart()


def _heading(round_: int) -> str:
    return {-1: "What happens", 0: "At once"}.get(round_, f"Round {round_}: if those fight")


def _column(
    marks: list[Mark],
    places: dict[str, tuple[float, float, float]],
    column: Sequence[Block],
    x: float,
) -> float:
    """The blocks of a round from the top down; gives where the column ends."""
    y: float = HEAD
    for block in column[:MOST]:
        y = _block(marks, places, block, x, y) + GAP
    left = len(column) - MOST
    if left > 0:
        marks.append(Words((x + SIGN, y + 6), f"and {left} more", colour=SOFT, size=SMALL))
        y += GAP + 6
    return y


def _block(
    marks: list[Mark],
    places: dict[str, tuple[float, float, float]],
    block: Block,
    x: float,
    y: float,
) -> float:
    """One block with its upper edge at `y`; gives where it ends."""
    room, left = COLUMN - SIGN - 4, x + SIGN
    who = lines_that_fit(block.who, room, 3)
    told = f"{block.what}: {block.verdict}" if block.verdict else block.what
    what = lines_that_fit(told, room, 2, SMALL)
    by = lines_that_fit(block.by, room, 3, SMALL) if block.by else ""
    colour, shape, filled = LOOKS.get(block.verdict, (INK, "square", True))
    middle = y + height_of(who.split("\n")[0]) / 2
    marks.append(Sign((x + 5, middle), shape, colour, 90, filled))
    end = left + width_of(who.split("\n")[0]) * 1.08 + 8
    places[block.id] = (x - 3, middle, min(end, x + COLUMN))
    for text, colour_, size, bold in (
        (who, INK, 13.0, True),
        (what, INK, SMALL, False),
        (by, SOFT, SMALL, False),
    ):
        if text:
            height = height_of(text, size)
            marks.append(Words((left, y + height / 2), text, "start", colour_, size, bold))
            y += height
    return y


def _lines(
    blocks: Sequence[Block], places: dict[str, tuple[float, float, float]]
) -> Iterator[Mark]:
    """From its causes level into the gutter, up or down there, and level to each block.

    What has the same causes shares one upright line. A cause of an earlier column has no line: it
    would run through what stands between.
    """
    rounds = {block.id: block.round for block in blocks}
    shared: dict[tuple[str, ...], list[Block]] = {}
    for block in blocks:
        near = (cause for cause in block.causes if rounds.get(cause) == block.round - 1)
        causes = tuple(cause for cause in near if cause in places)
        if causes and block.id in places:
            shared.setdefault(causes, []).append(block)
    for number, (causes, led) in enumerate(shared.items()):
        to_x = places[led[0].id][0]
        upright = to_x - GUTTER + 8 + 6 * (number % 4)
        heights = [places[id_][1] for id_ in (*causes, *(block.id for block in led))]
        yield Stroke((upright, min(heights)), (upright, max(heights)), RULE, 1.6)
        for cause in causes:
            _, y, end = places[cause]
            yield Stroke((end, y), (upright, y), RULE, 1.6)
        for block in led:
            colour = LOOKS.get(block.verdict, (RULE,))[0]
            y = places[block.id][1]
            yield Stroke((upright, y), (to_x, y), colour, 1.6, block.verdict != "owed")


def _legend(blocks: Sequence[Block], y: float) -> Iterator[Mark]:
    """What the signs say: only those that are drawn."""
    x = float(EDGE)
    for verdict, (colour, shape, filled) in LOOKS.items():
        if any(block.verdict == verdict for block in blocks):
            yield Sign((x + 5, y), shape, colour, 90, filled)
            yield Words((x + SIGN, y), verdict, colour=SOFT, size=SMALL)
            x += SIGN + width_of(verdict, SMALL) + 24

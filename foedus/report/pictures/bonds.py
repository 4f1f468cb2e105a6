"""The treaties that bind a state in, a chart out: a row a treaty, a column a kind of duty.

A dot where each owes it to the other, an arrow to the right where the state owes it, to the left
where it is owed; hollow where the treaty is not in force, or that is not known.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from foedus.report.pictures.drawing import (
    AGREEMENT,
    RULE,
    SOFT,
    TO_LEFT,
    TO_RIGHT,
    Mark,
    Sheet,
    Sign,
    Stroke,
    Words,
)
from foedus.report.pictures.lettering import SMALL, height_of, inert, lines_that_fit, width_of

KINDS = ("fights", "helps", "confers", "stands aside", "other")
SHAPES = {"mutual": "circle", "owes": TO_RIGHT, "is owed": TO_LEFT}
LABEL, CELL, NOTE, EDGE, PAD = 330, 84, 200, 6, 9
SIZES = {"mutual": 130, "owes": 420, "is owed": 420}


@dataclass(frozen=True, slots=True)
class Tied:
    """One treaty: with whom, its name, how it stands, and by kind of duty who owes it.

    `duties` has "mutual", "owes" or "is owed" by one of `KINDS`.
    """

    partners: str
    treaty: str
    stands: str
    in_force: bool
    duties: Mapping[str, str] = field(default_factory=dict)


def bonds_picture(who: str, when: str, tied: Sequence[Tied]) -> Any:
    """The treaties under each other, the kinds of duty side by side; an Altair chart."""
    kinds = [kind for kind in KINDS if any(kind in tie.duties for tie in tied)]
    columns = {kind: EDGE + LABEL + CELL * (n + 0.5) for n, kind in enumerate(kinds)}
    width = 2 * EDGE + LABEL + CELL * len(kinds) + NOTE
    marks: list[Mark] = [Words((EDGE, 12), inert(f"{who}, {when}"), size=14.0, bold=True)]
    marks += [Words((x, 12), kind, "middle", SOFT, SMALL) for kind, x in columns.items()]
    y = 26.0
    for tie in tied:
        y = _row(marks, tie, columns, y, width)
    if not tied:
        marks.append(Words((EDGE, y + 14), "bound by no treaty that is known"))
        y += 30
    legend = list(_legend(who, tied, y + 16))
    told = ". ".join(map(_told, tied)) or "Bound by no treaty that is known"
    title = f"Who is bound to {who}, and to whom it is bound, {when}"
    size = (max(width, 420), y + (34 if legend else 8))
    return Sheet("bonds", title, f"{told}.", size, [*marks, *legend]).chart()


def _row(
    marks: list[Mark], tie: Tied, columns: Mapping[str, float], y: float, width: float
) -> float:
    """One treaty under `y`; gives where it ends."""
    marks.append(Stroke((EDGE, y), (width - EDGE, y), RULE, 1.0))
    partners = lines_that_fit(tie.partners, LABEL - 12, 2)
    treaty = lines_that_fit(tie.treaty, LABEL - 12, 2, SMALL)
    stands = lines_that_fit(tie.stands, NOTE - 8, 3, SMALL)
    top = y + PAD
    marks.append(Words((EDGE, top + height_of(partners) / 2), partners, bold=True))
    middle = top + height_of(partners) + height_of(treaty, SMALL) / 2
    marks.append(Words((EDGE, middle), treaty, colour=SOFT, size=SMALL))
    middle = top + height_of(stands, SMALL) / 2
    marks.append(Words((width - NOTE + 4, middle), stands, colour=SOFT, size=SMALL))
    colour = AGREEMENT if tie.in_force else SOFT
    for kind, way in tie.duties.items():
        # an arrow has its tip at its place
        x = columns[kind] + {"owes": 9, "is owed": -9}.get(way, 0)
        marks.append(Sign((x, top + 8), SHAPES[way], colour, SIZES[way], tie.in_force))
    height = max(height_of(partners) + height_of(treaty, SMALL), height_of(stands, SMALL))
    return top + height + PAD


def _legend(who: str, tied: Sequence[Tied], y: float) -> Iterator[Mark]:
    """What the signs say: only those that are drawn."""
    x = float(EDGE)
    words = {
        "mutual": "each to the other",
        "owes": f"{inert(who)} owes it",
        "is owed": "owed to it",
    }
    for way, told in words.items():
        if any(way in tie.duties.values() for tie in tied):
            shift = {"owes": 16, "is owed": 0}.get(way, 8)
            yield Sign((x + shift, y), SHAPES[way], AGREEMENT, SIZES[way])
            yield Words((x + 24, y), told, colour=SOFT, size=SMALL)
            x += 24 + width_of(told, SMALL) + 24
    if any(not tie.in_force for tie in tied):
        yield Sign((x + 8, y), "circle", SOFT, SIZES["mutual"], False)
        yield Words((x + 24, y), "not in force, or not known", colour=SOFT, size=SMALL)


def _told(tie: Tied) -> str:
    duties = ", ".join(f"{kind} ({way})" for kind, way in tie.duties.items())
    return f"{tie.partners} by {tie.treaty}, {tie.stands}: {duties}"

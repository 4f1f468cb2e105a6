"""Readings and the clauses that turn on them in, a matrix out: a row a reading, a column a clause.

Each cell says whether the duty is owed under that reading; beside each row stands who reads it so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
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
    "not owed": (INK, "circle", False),
    "in dispute": (EXCHANGE, "diamond", True),
    "not known": (SOFT, "diamond", False),
}
MEANS = {"in dispute": "turns on more than this"}
READING, CELL, HOLDERS, EDGE, PAD = 300, 140, 270, 6, 8
MOST = 5  # clauses that have a column


@dataclass(frozen=True, slots=True)
class Way:
    """One way to read a term: the term, the reading in words, the verdict by clause, who holds it.

    `under` has the verdict ("owed", "not owed", "in dispute", "not known") by the clause's id.
    """

    term: str
    words: str
    under: Mapping[str, str] = field(default_factory=dict)
    holders: tuple[str, ...] = ()
    is_fact: bool = False


def matrix_picture(clauses: Mapping[str, str], ways: Sequence[Way]) -> Any:
    """The clauses (id to heading) side by side, the ways to read under each other; a chart."""
    shown = dict(list(clauses.items())[:MOST])
    columns = {id_: EDGE + READING + CELL * (n + 0.5) for n, id_ in enumerate(shown)}
    width = 2 * EDGE + READING + CELL * len(shown) + HOLDERS
    marks: list[Mark] = []
    heads = {id_: lines_that_fit(name, CELL - 10, 6, SMALL) for id_, name in shown.items()}
    top = max([height_of(head, SMALL) for head in heads.values()], default=SMALL) + PAD
    for id_, head in heads.items():
        at = (columns[id_], top - PAD / 2 - height_of(head, SMALL) / 2)
        marks.append(Words(at, head, "middle", size=SMALL))
    at = (width - HOLDERS + 4, top - PAD / 2 - SMALL / 2)
    if any(not way.is_fact for way in ways):
        marks.append(Words(at, "read so by", colour=SOFT, size=SMALL))
    y = top
    for number, way in enumerate(ways):
        if not number or ways[number - 1].term != way.term:
            y = _term(marks, way.term, y, width)
        y = _row(marks, way, columns, y, width)
    if not ways:
        marks.append(Words((EDGE, y + 12), "No answer turns on a reading or a fact."))
        y += 30
    legend = list(_legend(ways, y + 16))
    told = "; ".join(_told(way, clauses) for way in ways) or "No answer turns on a reading."
    size = (width, y + (34 if legend else 8))
    return Sheet("matrix", "What is owed under each reading", told, size, [*marks, *legend]).chart()


def _term(marks: list[Mark], term: str, y: float, width: float) -> float:
    marks.append(Stroke((EDGE, y), (width - EDGE, y), RULE, 1.2))
    text = lines_that_fit(term, width - 2 * EDGE, 1)
    marks.append(Words((EDGE, y + PAD + height_of(text) / 2), text, bold=True))
    return y + height_of(text) + PAD


def _row(
    marks: list[Mark], way: Way, columns: Mapping[str, float], y: float, width: float
) -> float:
    """One way to read under `y`; gives where it ends."""
    words = lines_that_fit(way.words, READING - 24, 4, SMALL)
    holders = "\n".join(lines_that_fit(who, HOLDERS - 10, 3, SMALL) for who in way.holders[:3])
    if len(way.holders) > 3:
        holders += f"\nand {len(way.holders) - 3} more"
    holders = holders or ("" if way.is_fact else "nobody on record")
    height = max(height_of(words, SMALL), height_of(holders, SMALL)) + PAD
    middle = y + PAD + height_of(words, SMALL) / 2
    marks.append(Words((EDGE + 12, middle), words, size=SMALL))
    at = (width - HOLDERS + 4, y + PAD + height_of(holders, SMALL) / 2)
    if holders:
        marks.append(Words(at, holders, colour=INK if way.holders else SOFT, size=SMALL))
    for id_, x in columns.items():
        verdict = way.under.get(id_)
        if verdict in LOOKS:
            colour, shape, filled = LOOKS[verdict]
            marks.append(Sign((x, y + PAD + SMALL / 2), shape, colour, 130, filled))
    return y + height + PAD / 2


def _legend(ways: Sequence[Way], y: float) -> Iterator[Mark]:
    """What the signs say: only those that are drawn."""
    x = float(EDGE)
    for verdict, (colour, shape, filled) in LOOKS.items():
        if any(verdict in way.under.values() for way in ways):
            words = MEANS.get(verdict, verdict)
            yield Sign((x + 6, y), shape, colour, 110, filled)
            yield Words((x + 18, y), words, colour=SOFT, size=SMALL)
            x += 18 + width_of(words, SMALL) + 26


def _told(way: Way, clauses: Mapping[str, str]) -> str:
    under = ", ".join(f"{clauses[id_]} {verdict}" for id_, verdict in way.under.items())
    by = f" (read so by {', '.join(way.holders)})" if way.holders else ""
    return f"{way.term}: {way.words}{by}: {under}"

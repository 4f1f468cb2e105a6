"""Opinions on a treaty in, a matrix out: a row a reading, a column a voice, with the words.

So do analysts lay out competing hypotheses (R. J. Heuer 1999, Psychology of Intelligence Analysis,
chapter 8); but what stands in a cell is what a voice said, and no mark of ours.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from foedus.law.terms import open_readings
from foedus.model.treaty import Treaty
from foedus.report.desk import Desk
from foedus.report.html import environment
from foedus.report.items import Cited, Item
from foedus.report.markdown import escaped
from foedus.report.voices.opinions import Opinion, opinions, terms_of

UNPLACED = "unplaced"


@dataclass(frozen=True, slots=True)
class Row:
    """One reading with the opinions that hold it; `reading` is "unplaced" for the others."""

    reading: str
    summary: str
    opinions: tuple[Opinion, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """One open term: its readings, and who speaks of it. `term` is "" for those who name none."""

    term: str
    question: str
    decides: bool
    rows: tuple[Row, ...]

    @property
    def voices(self) -> tuple[str, ...]:
        """Who speaks of the term, each once, in order of the rows."""
        return tuple(dict.fromkeys(one.who for row in self.rows for one in row.opinions))


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who reads a treaty how. `passages` are those of the reports, by the id of the claim."""

    treaty: Treaty
    grids: tuple[Grid, ...]
    passages: dict[str, Cited]

    @property
    def opinions(self) -> tuple[Opinion, ...]:
        """All opinions, in order of the grids."""
        return tuple(one for grid in self.grids for row in grid.rows for one in row.opinions)

    def as_json(self) -> dict[str, Any]:
        """The matrix as JSON: terms with their readings and voices, the unplaced, the passages."""
        return {
            "treaty": self.treaty.id,
            "title": self.treaty.title,
            "terms": [_grid_row(grid) for grid in self.grids if grid.term],
            "unplaced": [
                _opinion_row(one) for g in self.grids if not g.term for r in g.rows
                for one in r.opinions
            ],
            "passages": {id_: cited.as_json() for id_, cited in self.passages.items()},
        }  # fmt: skip


def matrix(desk: Desk | None, treaty: Treaty) -> Matrix:
    """The matrix of the treaty; without reports, of those whom the library names."""
    found = opinions(desk, treaty)
    grids = [grid for term in terms_of(treaty) if (grid := _grid(treaty, term, found)).voices]
    loose = tuple(one for one in found if not one.term)
    if loose:
        grids.append(Grid("", "Read without naming an open term", False, (_unplaced(loose),)))
    told = dict.fromkeys(one.told.id for one in found if one.told)
    cited = desk.passages.numbered([Item("", tuple(told))]) if desk is not None else {}
    return Matrix(treaty, tuple(grids), dict(cited))


def _grid(treaty: Treaty, term: Any, found: Sequence[Opinion]) -> Grid:
    mine = [one for one in found if one.term == term.id]
    rows = [
        Row(r.id, r.summary, tuple(one for one in mine if one.reading == r.id))
        for r in open_readings(term, treaty.id)
    ]
    loose = tuple(one for one in mine if not one.reading)
    return Grid(
        term.id, term.question, term.decides, (*rows, *([_unplaced(loose)] if loose else []))
    )


def _unplaced(loose: tuple[Opinion, ...]) -> Row:
    return Row(UNPLACED, "In their own words; which reading they hold is not said.", loose)


def _grid_row(grid: Grid) -> dict[str, Any]:
    return {
        "term": grid.term,
        "question": grid.question,
        "decides": grid.decides,
        "voices": list(grid.voices),
        "readings": [
            {
                "reading": row.reading,
                "summary": row.summary,
                "opinions": [_opinion_row(one) for one in row.opinions],
            }
            for row in grid.rows
        ],
    }


def _opinion_row(one: Opinion) -> dict[str, Any]:
    return {
        "who": one.who,
        "named": one.named,
        "words": one.words or None,
        "note": one.note or None,
        "since": one.since or None,
        "seen": one.seen or None,
        "report": one.told.source.label if one.told else None,
        "claim": one.told.id if one.told else None,
        "source": one.source or None,
    }


def cell(one: Opinion) -> str:
    """What a cell shows: the words of the report, or the library's note, and where they stand."""
    return f"{said(one)} ({where(one)})"


def said(one: Opinion) -> str:
    """The words of the report, or what the library notes of it."""
    return one.words if one.told else one.note or "holds it"


def where(one: Opinion) -> str:
    """The report or the library, the day, and which text the voice had seen."""
    told = [one.told.source.label if one.told else "library", one.since]
    told += [f"on the {one.seen} text" if one.seen else "text seen: not known"]
    return ", ".join(filter(None, told))


def to_markdown(found: Matrix) -> str:
    """The matrix as Markdown: a table a term, then the passages as footnotes."""
    parts = [f"# How {escaped(found.treaty.title)} is read"]
    for grid in found.grids:
        parts.append(f"## {escaped(grid.question)}")
        parts.append("\n".join(_table(found, grid)))
    parts += [
        f"[^{cited.number}]: {escaped(cited.source)}: “{escaped(' '.join(cited.words))}”"
        for cited in _by_number(found.passages.values())
    ]
    return "\n\n".join(parts) + "\n"


def _by_number(cited: Iterable[Cited]) -> list[Cited]:
    return list({one.number: one for one in sorted(cited, key=lambda c: c.number)}.values())


def _table(found: Matrix, grid: Grid) -> list[str]:
    if not grid.term:  # many voices, and nothing to hold against each other
        held = (one for row in grid.rows for one in row.opinions)
        return [f"- {escaped(one.who)}: {_marked(found, one)}" for one in held]
    head = ["Reading", *grid.voices]
    lines = [f"| {' | '.join(map(escaped, head))} |", "|" + "---|" * len(head)]
    for row in grid.rows:
        cells = [
            " / ".join(_marked(found, one) for one in row.opinions if one.who == who)
            for who in grid.voices
        ]
        name = f"**{escaped(row.reading)}**: {escaped(row.summary)}"
        lines.append(f"| {' | '.join([name, *cells])} |")
    return lines


def _marked(found: Matrix, one: Opinion) -> str:
    mark = f"[^{found.passages[one.told.id].number}]" if one.told else ""
    link = f" <{one.source}>" if one.source.startswith("http") else ""
    return escaped(cell(one)) + mark + link


def to_html(found: Matrix) -> str:
    """The matrix as one page: a table a term, every mark opens its passage; no script."""
    template = environment().get_template("readings.html.j2")
    passages = _by_number(found.passages.values())
    return template.render(found=found, passages=passages, said=said, where=where)

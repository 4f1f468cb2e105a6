"""`foedus panel`: the imported tables as one, by state, pair and time."""

import shutil
from datetime import date
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.showing import emit, progress_bar, write
from foedus.model.errors import InputError
from foedus.report.inert import without_controls

if TYPE_CHECKING:
    from foedus.api import Panel

Unit = Annotated[
    str, typer.Argument(help="Rows: dyads, states, leaders (a year), members or days (dyads).")
]
Since = Annotated[str, typer.Option("--from", help="The first year, or day for days.")]
Until = Annotated[
    str | None, typer.Option("--to", help="The last year, or day (the last of the list of states).")
]
With = Annotated[
    list[str] | None, typer.Option("--with", help="Sources of columns, as alliances,capabilities.")
]
States = Annotated[
    list[str] | None, typer.Option("--state", help="Only of this state, a name or number; repeat.")
]
Baseline = Annotated[
    Path, typer.Option("--baseline", envvar="FOEDUS_BASELINE", help="The folder of the baseline.")
]
Out = Annotated[Path | None, typer.Option(metavar="FILE", help="Write FILE.parquet or FILE.csv.")]
Codes = Annotated[str, typer.Option(help="Whose list of states: cow, or gw (Gleditsch and Ward).")]
Directed = Annotated[bool, typer.Option(help="Each pair both ways, or once.")]
Json = Annotated[bool, typer.Option("--json", help="Write JSON to standard output.")]
_SHOWN, _MOST_JSON = 10, 100_000
_YEARS = 203  # that similarity, which alone takes long, goes through at the most


def panel(
    unit: Unit,
    baseline: Baseline,
    since: Since = "1816",
    until: Until = None,
    columns: With = None,
    states: States = None,
    directed: Directed = True,
    codes: Codes = "cow",
    out: Out = None,
    as_json: Json = False,
) -> None:
    """A table by state, pair and year (or day) from your imported tables, with whom to cite.

    With --out the table, what it rests on (.json) and whom to cite (.bib); else its first rows.
    """
    from foedus.api import Asked, write_panel
    from foedus.api import panel as make

    days = _time(since), _time(until) if until else None
    asked = Asked(*days, tuple(states or ()), directed, codes)
    with progress_bar(_YEARS, quiet=as_json) as step:
        made = make(unit, baseline, _named(columns), asked, step)
    _tell(made, [str(file) for file in write_panel(made, out)] if out else [], as_json)


def _tell(made: "Panel", files: list[str], as_json: bool) -> None:
    if as_json:
        emit(_json(made, files))
        return
    for line in files or _table(made, shutil.get_terminal_size().columns):
        typer.echo(without_controls(line))
    write(_foot(made))


def _time(text: str) -> int | date:
    """A year, or a day. Raises InputError where it is neither."""
    try:
        return date.fromisoformat(text) if "-" in text[1:] else int(text)
    except ValueError:
        raise InputError(f"'{text}' is no year or day; give 1939 or 1939-08-23") from None


def _named(columns: list[str] | None) -> list[str]:
    return [name.strip() for given in columns or () for name in given.split(",") if name.strip()]


def _foot(made: "Panel") -> list[str]:
    cited = (f"Please cite: {work.text}" for work in made.citations().works)
    return [*(f"Note: {note}" for note in made.notes), *cited]


def _table(made: "Panel", width: int) -> list[str]:
    """The first rows and the columns that the width has room for, and how many there are."""
    frame = made.collect()
    head = frame.head(_SHOWN)
    columns = [[name, *map(_cell, head[name])] for name in head.columns]
    wide = [max(map(len, column)) for column in columns]
    fits = sum(1 for place in accumulate(n + 2 for n in wide) if place - 2 <= max(width, 40))
    rows = zip(*columns[:fits], strict=True)
    lines = ["  ".join(c.rjust(n) for c, n in zip(row, wide, strict=False)) for row in rows]
    more = len(columns) - fits
    told = f"{frame.height:,} rows" + (", the first shown" if len(head) < frame.height else "")
    return [*lines, told + (f"; and {more} more columns" if more else "")]


def _cell(value: object) -> str:
    if value is None:
        return "."
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def _json(made: "Panel", files: list[str]) -> dict[str, object]:
    from foedus.api.panels import about, with_days_as_text

    frame = made.collect()
    told: dict[str, object] = {**about(made, frame), "files": files}
    if not files:
        if frame.height > _MOST_JSON:
            raise InputError(f"{frame.height:,} rows are too many for JSON; name a file with --out")
        told["data"] = with_days_as_text(frame).to_dicts()
    return told

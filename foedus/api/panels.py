"""A baseline, a unit and sources in, a panel out; and its table in a file, sources beside it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foedus.history import Panel, dyad_days, dyad_years, leader_years, state_years
from foedus.history.panel.adding import ADDED
from foedus.history.panel.units import members
from foedus.history.similarity import Progress
from foedus.model.errors import InputError
from foedus.report.inert import json_text
from foedus.report.whole import whole_file, write_frame

if TYPE_CHECKING:
    import polars

__all__ = ["PANEL_COLUMNS", "PANEL_UNITS", "Asked", "Panel", "cow_number", "panel", "write_panel"]

PANEL_COLUMNS = tuple(sorted(ADDED))
PANEL_UNITS = ("dyads", "states", "leaders", "members", "days")
_YEARS = {"dyads": dyad_years, "states": state_years, "leaders": leader_years, "members": members}
_FIRST = 1816


@dataclass(frozen=True, slots=True)
class Asked:
    """What a panel is asked for: from when to when, which states (names or numbers; none: all).

    `since` and `until` are years, or days for a panel of days.
    """

    since: int | date = _FIRST
    until: int | date | None = None
    states: tuple[str, ...] = ()
    directed: bool = True
    codes: str = "cow"


def panel(
    unit: str,
    baseline: str | Path,
    columns: Iterable[str],
    asked: Asked,
    progress: Progress = lambda _: None,
) -> Panel:
    """The panel of "dyads", "states", "leaders" (by year), "members" or "days" (dyads by day).

    `columns` names its sources, of `PANEL_COLUMNS`. Raises InputError where a unit, a source or a
    state is none, or the baseline lacks a table, saying what to do.
    """
    folder = Path(baseline)
    states = [cow_number(name) for name in asked.states]
    if unit == "days":
        if not isinstance(asked.since, date) or not isinstance(asked.until, date):
            raise InputError("a panel of days needs its first and last day, as 1939-08-23")
        directed = asked.directed
        made = dyad_days(
            folder, asked.since, asked.until, states=states, directed=directed, codes=asked.codes
        )
        return made.with_columns_of(*columns, progress=progress)
    if unit not in _YEARS:
        raise InputError(f"no panel of '{unit}'; one of: {', '.join(PANEL_UNITS)}")
    if isinstance(asked.since, date) or isinstance(asked.until, date):
        raise InputError(f"a panel of {unit} goes by years; give years, or ask for days")
    named: dict[str, Any] = {"states": states, "codes": asked.codes}
    if unit == "dyads":
        named["directed"] = asked.directed
    made = _YEARS[unit](folder, asked.since, asked.until, **named)
    return made.with_columns_of(*columns, progress=progress)


def cow_number(name: str) -> int:
    """The COW number of the state with this name, id or number.

    Raises InputError where there is no such state, or the gazetteer knows no number for it.
    """
    if name.isdigit():
        return int(name)
    from foedus.api.baseline import cow_numbers
    from foedus.api.states import actor_id

    id_ = actor_id(name)
    number = id_.removeprefix("cow/")
    if number.isdigit():
        return int(number)
    if id_ not in cow_numbers():
        raise InputError(f"{name} ({id_}) has no COW number; name a state of the COW system")
    return cow_numbers()[id_]


def write_panel(made: Panel, path: str | Path) -> tuple[Path, ...]:
    """Write the table as .parquet or .csv, and beside it what it rests on.

    The same name with .json has rows, columns, sources, notes and the works to cite (CSL-JSON),
    with .bib the works in BibTeX. Raises InputError for another ending, or where a file cannot be
    written.
    """
    table = Path(path)
    frame = made.collect()
    write_frame(frame, table)
    told, works = table.with_suffix(".json"), table.with_suffix(".bib")
    for file, text in ((told, json_text(about(made, frame), indent=2)), (works, _bibtex(made))):
        with whole_file(file) as waiting:
            waiting.write_text(text + "\n", encoding="utf-8")
    return table, told, works


def about(made: Panel, frame: "polars.DataFrame") -> dict[str, Any]:
    """What a reader of the table must know: its unit, size, sources, notes, works to cite."""
    return {
        "unit": made.scope.unit.value,
        "first": made.scope.first,
        "last": made.scope.last,
        "rows": frame.height,
        "columns": frame.columns,
        "sources": list(made.sources),
        "notes": list(made.notes),
        "cite": made.citations().csl(),
    }


def with_days_as_text(frame: "polars.DataFrame") -> "polars.DataFrame":
    """The table with every day as YYYY-MM-DD, for JSON."""
    import polars

    return frame.with_columns(polars.col(polars.Date).dt.to_string("iso"))


def _bibtex(made: Panel) -> str:
    return made.citations().bibtex()

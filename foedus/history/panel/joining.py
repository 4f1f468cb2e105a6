"""A panel and a table in, the panel with the columns of the table out: by pair and year, by state.

Pairs and states are joined by one whole number each, which is faster than by two or three columns:
`state * 1024 + year - 1000` fits into 32 bits, and so does a pair with its year.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import polars as pl

from foedus.history.panel.panel import Panel, in_cow, with_note, with_source
from foedus.history.panel.scope import Codes
from foedus.history.panel.tables import Source
from foedus.model.errors import InputError

_KEY = "_key"
_FIRST_YEAR = 1500


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a source: its rows, the years that it tells of, and what no row means.

    `rows` has `ccode1`, `ccode2`, `year` or `ccode`, `year`, and then the columns. `absent` is
    what a column is in a year that the source tells of and has no row for: missing, where it is
    not named.
    """

    source: Source
    rows: pl.LazyFrame
    first: int
    last: int
    absent: Mapping[str, Any] = field(default_factory=dict)
    codes: Codes = Codes.COW


def key(*columns: str) -> pl.Expr:
    """One whole number for the states and the year in these columns, the year last."""
    *states, year = columns
    found = pl.col(states[0]).cast(pl.Int32)
    for state in states[1:]:
        found = found * 1024 + pl.col(state).cast(pl.Int32)
    return (found * 1024 + pl.col(year).cast(pl.Int32) - _FIRST_YEAR).alias(_KEY)


def join_pairs(panel: Panel, columns: Columns) -> Panel:
    """The panel with columns of a table by first state, second state and year."""
    panel = _told(panel, columns)
    names = _names(columns, "ccode1", "ccode2", "year")
    rows = _within(columns, panel).select(key("ccode1", "ccode2", "year"), *names)
    frame = panel.frame.with_columns(key("ccode1", "ccode2", "year"))
    return replace(panel, frame=_joined(frame, rows, names, columns))


def join_states(panel: Panel, columns: Columns) -> Panel:
    """The panel with columns of a table by state and year: for each side of a dyad its own."""
    panel = _told(panel, columns)
    frame, code = panel.frame, columns.codes.column
    names = _names(columns, code, "year")
    for side in panel.scope.sides:
        told = {name: f"{name}{side}" for name in names}
        rows = _within(columns, panel).select(key(code, "year"), *names).rename(told)
        absent = {told[name]: value for name, value in columns.absent.items()}
        here = frame.with_columns(key(f"{code}{side}", "year"))
        frame = _joined(here, rows, list(told.values()), replace(columns, absent=absent))
    return replace(panel, frame=frame)


def _told(panel: Panel, columns: Columns) -> Panel:
    """The panel in the numbers of the source, with the source named and its end noted."""
    if columns.codes is Codes.COW:
        panel = in_cow(panel)
    if panel.scope.last > columns.last:
        panel = with_note(panel, f"{columns.source.named} tells to {columns.last}; missing after.")
    return with_source(panel, columns.source.named, columns.source.cite)


def _names(columns: Columns, *keys: str) -> list[str]:
    return [name for name in columns.rows.collect_schema().names() if name not in keys]


def _within(columns: Columns, panel: Panel) -> pl.LazyFrame:
    return columns.rows.filter(pl.col("year").is_between(panel.scope.first, panel.scope.last))


def _joined(
    frame: pl.LazyFrame, rows: pl.LazyFrame, names: list[str], columns: Columns
) -> pl.LazyFrame:
    """The frame with the columns of the rows that have its keys; the absent as the source says."""
    twice = next((name for name in names if name in frame.collect_schema()), None)
    if twice:
        raise InputError(f"the panel has a column '{twice}' already; ask for each source once")
    joined = frame.join(rows, on=_KEY, how="left", maintain_order="left").drop(_KEY)
    told = pl.col("year").is_between(columns.first, columns.last)
    filled = [
        pl.when(told & _numbered(frame))
        .then(pl.col(name).fill_null(columns.absent[name]))
        .alias(name)
        for name in names
        if name in columns.absent
    ]
    return joined.with_columns(filled)


def _numbered(frame: pl.LazyFrame) -> pl.Expr:
    """Whether the states of the row have numbers in the source: else nothing is known of them."""
    held = frame.collect_schema().names()
    numbers = [name for name in ("ccode1", "ccode2", "ccode") if name in held]
    return pl.all_horizontal(*(pl.col(name).is_not_null() for name in numbers), pl.lit(value=True))

"""Columns of a single state and year: capabilities, major powers, democracy, ideal points."""

from dataclasses import replace
from pathlib import Path

import polars as pl

from foedus.history.panel.expanding import years_between
from foedus.history.panel.joining import Columns, join_states
from foedus.history.panel.membership import system
from foedus.history.panel.panel import Panel
from foedus.history.panel.scope import Codes, Unit
from foedus.history.panel.tables import Source, source

_CAPABILITIES = ("milex", "milper", "irst", "pec", "tpop", "upop", "cinc")
_DEMOCRACY = ("euds", "aeuds", "xm_qudsest", "polity2", "v2x_polyarchy")


def with_capabilities(panel: Panel) -> Panel:
    """See `Panel.with_capabilities`."""
    held = source(panel.baseline, "capabilities")
    rows = held.rows.select("ccode", "year", *_CAPABILITIES)
    return join_states(panel, Columns(held, rows, 0, held.last))


def with_capability_ratio(panel: Panel) -> Panel:
    """See `Panel.with_capability_ratio`."""
    panel.need(Unit.DYAD_YEAR, Unit.DYAD_DAY, what="capability ratio")
    if "cinc1" not in panel.frame.collect_schema():
        panel = with_capabilities(panel)
    both = pl.col("cinc1").is_not_null() & pl.col("cinc2").is_not_null()
    greater = pl.max_horizontal("cinc1", "cinc2")
    ratio = pl.when(both & (greater > 0)).then(pl.min_horizontal("cinc1", "cinc2") / greater)
    return replace(panel, frame=panel.frame.with_columns(capratio=ratio))


def with_majors(panel: Panel) -> Panel:
    """See `Panel.with_majors`."""
    held = source(panel.baseline, "cow-majors")
    rows = years_between(held.rows.collect(), "styear", "endyear")
    told = rows.select("ccode", "year", cowmaj=pl.lit(1, pl.Int8)).unique(maintain_order=True)
    return join_states(panel, Columns(held, told.lazy(), 1816, held.last, {"cowmaj": 0}))


def with_democracy(panel: Panel) -> Panel:
    """See `Panel.with_democracy`."""
    held = source(panel.baseline, "democracy")
    there = held.rows.collect_schema().names()
    rows = held.rows.select("ccode", "year", *(name for name in _DEMOCRACY if name in there))
    return join_states(panel, Columns(held, rows, 0, held.last))


def with_ideal_points(panel: Panel) -> Panel:
    """See `Panel.with_ideal_points`. The newer table counts sessions; the first was in 1946."""
    held = source(panel.baseline, "un-ideal-points-coded", "un-ideal-points")
    if held.kept.kind == "un-ideal-points-coded":
        year = (pl.col("session") + 1945).cast(pl.Int16).alias("year")
        rows = held.rows.select("ccode", year, "idealpoint")
    else:
        rows = _numbered(held, panel.baseline)
    last = int(rows.select(pl.col("year").max()).collect().item())
    panel = join_states(panel, Columns(held, rows, 0, last))
    if not panel.scope.unit.of_two:
        return panel
    apart = (pl.col("idealpoint1") - pl.col("idealpoint2")).abs()
    return replace(panel, frame=panel.frame.with_columns(absidealdiff=apart))


def _numbered(held: Source, baseline: str | Path) -> pl.LazyFrame:
    """The ideal points with COW's numbers, by the abbreviations that COW gives its states."""
    states = system(baseline, Codes.COW).source.rows
    short = "stateabb" if "stateabb" in states.collect_schema().names() else "cw_abb"
    names = states.select("ccode", countryabb=short).unique()
    rows = held.rows.join(names, on="countryabb", how="inner")
    return rows.select("ccode", "year", "idealpoint").unique(["ccode", "year"], keep="none")

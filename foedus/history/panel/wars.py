"""COW's inter-state wars in; out, whether two states were at war with each other in a year.

Two states were where they stood on different sides on one day at least. A war has up to two spells
for a participant; the onset is the first year of the first.
"""

import polars as pl

from foedus.history.panel.expanding import coded_day, years_between
from foedus.history.panel.joining import Columns, join_pairs, join_states
from foedus.history.panel.panel import Panel
from foedus.history.panel.tables import source

_NONE = {"cowinterongoing": 0, "cowinteronset": 0}
_OWN = ("side", "initiator", "outcome", "batdeath")
_PAIR_YEAR = ("ccode1", "ccode2", "year")


def with_wars(panel: Panel) -> Panel:
    """See `Panel.with_wars`. Of two wars in a year one that began in it stands, else the first."""
    held = source(panel.baseline, "interstate-wars")
    spells = war_spells(held.rows)
    last = held.last
    if not panel.scope.unit.of_two:
        years = years_between(spells, "start", "end").lazy()
        begun = pl.col("year") == pl.col("start").min().over("warnum", "ccode").dt.year()
        flagged = years.with_columns(cowinterongoing=1, cowinteronset=begun.cast(pl.Int16))
        each = flagged.group_by("ccode", "year", "warnum").agg(pl.col(*_NONE).max())
        counted = each.group_by("ccode", "year").agg(pl.col(*_NONE).cast(pl.Int16).sum())
        return join_states(panel, Columns(held, counted, 1816, last, _NONE))
    rows = _years_at_war(spells)
    if not panel.scope.directed:
        rows = rows.filter(pl.col("ccode1") < pl.col("ccode2"))
    return join_pairs(panel, Columns(held, rows, 1816, last, _NONE))


def war_spells(rows: pl.LazyFrame) -> pl.DataFrame:
    """A row for each war, participant and spell: `warnum, ccode, side, start, end` and its columns.

    A day or month that is not known is the first, or the last, that it can be; a code for not
    known or not applicable is missing.
    """
    parts = []
    for spell in "12":
        start, end = (
            coded_day(
                f"{edge}year{spell}", f"{edge}month{spell}", f"{edge}day{spell}", latest=latest
            )
            for edge, latest in (("start", False), ("end", True))
        )
        own = [pl.when(pl.col(name) >= 0).then(pl.col(name)).alias(name) for name in _OWN]
        there = pl.col(f"startyear{spell}") > 0
        parts.append(rows.filter(there).select("warnum", "ccode", *own, start=start, end=end))
    return pl.concat(parts).sort("warnum", "ccode", "start").collect()


def _years_at_war(spells: pl.DataFrame) -> pl.LazyFrame:
    """A row for each two states on different sides of a war and year of it, one war each."""
    other = spells.rename({name: f"{name}2" for name in spells.columns if name != "warnum"})
    one = spells.rename({name: f"{name}1" for name in spells.columns if name != "warnum"})
    both = one.join(other, on="warnum").with_columns(
        start=pl.max_horizontal("start1", "start2"), end=pl.min_horizontal("end1", "end2")
    )
    against = both.filter(
        (pl.col("side1") != pl.col("side2"))
        & (pl.col("ccode1") != pl.col("ccode2"))
        & (pl.col("start") <= pl.col("end"))
    )
    first = pl.col("start").min().over("warnum", "ccode1", "ccode2").dt.year()
    years = years_between(against, "start", "end").with_columns(
        cowinterongoing=pl.lit(1, pl.Int8), cowinteronset=(pl.col("year") == first).cast(pl.Int8)
    )
    own = [f"{name}{side}" for name in _OWN[1:] for side in "12"]
    told = years.select(*_PAIR_YEAR, *_NONE, pl.col("warnum").cast(pl.Int32), *own)
    best = told.sort("cowinteronset", "warnum", descending=[True, False], maintain_order=True)
    return best.lazy().unique(_PAIR_YEAR, keep="first", maintain_order=True)

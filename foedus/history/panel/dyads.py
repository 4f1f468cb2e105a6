"""Columns of two states and a year: contiguity, trade, organisations, distance, rivalry, ..."""

from dataclasses import replace

import polars as pl

from foedus.history.panel.expanding import years_between
from foedus.history.panel.joining import Columns, join_pairs, join_states
from foedus.history.panel.panel import Panel, with_note
from foedus.history.panel.scope import Unit
from foedus.history.panel.tables import source

_PAIR_YEAR = ("ccode1", "ccode2", "year")
_PAIRS = (Unit.DYAD_YEAR, Unit.DYAD_DAY)
_EARTH = 6371.0088  # kilometres, the mean radius (Moritz 2000, Geodetic Reference System 1980)
_ONGOING = 3000  # the year that TIES gives to sanctions which had not ended


def with_contiguity(panel: Panel) -> Panel:
    """See `Panel.with_contiguity`. Of several types in one year the nearest stands."""
    held = source(panel.baseline, "contiguity")
    months = held.rows.select(
        ccode1="statelno", ccode2="statehno", conttype=pl.col("conttype").cast(pl.Int8),
        first=pl.col("begin") // 100, last=pl.col("end") // 100,
    )  # fmt: skip
    years = years_between(months.collect(), "first", "last").lazy()
    rows = _both_ways(years.group_by(_PAIR_YEAR).agg(pl.col("conttype").min()))
    if panel.scope.unit.of_two:
        return join_pairs(panel, Columns(held, rows, 1816, held.last, {"conttype": 0}))
    by_land = pl.col("conttype") == 1
    counted = rows.group_by(ccode="ccode1", year="year").agg(
        land=by_land.sum().cast(pl.Int16), sea=(~by_land).sum().cast(pl.Int16)
    )
    return join_states(panel, Columns(held, counted, 1816, held.last, {"land": 0, "sea": 0}))


def with_trade(panel: Panel) -> Panel:
    """See `Panel.with_trade`. A pair without a row, or a flow without a figure, is not known."""
    held = source(panel.baseline, "trade")
    flows = held.rows.select(*_PAIR_YEAR, "flow1", "flow2")
    turned = flows.select(
        ccode1="ccode2", ccode2="ccode1", year="year", flow1="flow2", flow2="flow1"
    )
    rows = pl.concat([flows, turned])
    if panel.scope.unit.of_two:
        return join_pairs(panel, Columns(held, rows, 1870, held.last))
    summed = rows.group_by(ccode="ccode1", year="year").agg(
        imports=_known_sum("flow1"), exports=_known_sum("flow2")
    )
    panel = with_note(panel, "Trade of one state: the sum of its flows with others that are known.")
    return join_states(panel, Columns(held, summed, 1870, held.last))


def with_igos(panel: Panel) -> Panel:
    """See `Panel.with_igos`. A pair or state without a row is not known."""
    if panel.scope.unit.of_two:
        held = source(panel.baseline, "igo-dyad-year")
        rows = held.rows.select(*_PAIR_YEAR, pl.col("dyadigos").cast(pl.Int16))
        return join_pairs(panel, Columns(held, _both_ways(rows), 1816, held.last))
    held = source(panel.baseline, "igo-state-year")
    sums = pl.col("^sum_igo_.*$").cast(pl.Int16)
    return join_states(
        panel, Columns(held, held.rows.select("ccode", "year", sums), 1816, held.last)
    )


def with_distance(panel: Panel) -> Panel:
    """See `Panel.with_distance`: along a great circle of the sphere with the earth's mean radius.

    Haversine formula (R. W. Sinnott 1984, Sky and Telescope 68: 159).
    """
    panel.need(*_PAIRS, what="distance")
    held = source(panel.baseline, "capitals")
    until_december = pl.col("enddate") >= pl.date(pl.col("year"), 12, 31)
    years = years_between(held.rows.collect(), "stdate", "enddate").lazy()
    rows = (
        years.sort("ccode", "year", until_december)
        .group_by("ccode", "year", maintain_order=True)
        .agg(pl.col("lat", "lng").last())
    )
    placed = join_states(panel, Columns(held, rows, 0, held.last))
    lat1, lat2 = (pl.col(f"lat{side}").radians() for side in "12")
    lng1, lng2 = (pl.col(f"lng{side}").radians() for side in "12")
    half = ((lat2 - lat1) / 2).sin() ** 2 + lat1.cos() * lat2.cos() * ((lng2 - lng1) / 2).sin() ** 2
    apart = 2 * _EARTH * half.clip(0, 1).sqrt().arcsin()
    frame = placed.frame.with_columns(capdist=apart).drop("lat1", "lat2", "lng1", "lng2")
    return replace(placed, frame=frame)


def with_rivalry(panel: Panel) -> Panel:
    """See `Panel.with_rivalry`. Of two rivalries in one year the earlier in the table stands."""
    held = source(panel.baseline, "rivalries", "rivalries-2012")
    if held.kept.kind == "rivalries":
        kinds = ("positional", "spatial", "ideological", "interventionary")
        told = [pl.col(kind).fill_null(0).cast(pl.Int8) for kind in kinds]
        named = held.rows.select("ccode1", "ccode2", "start", "end", "tssr_id", *told)
        years = years_between(named.collect(), "start", "end")
    else:
        named = held.rows.select("ccode1", "ccode2", "styear", "endyear", "rivalryno")
        years = years_between(named.collect(), "styear", "endyear")
    number = "tssr_id" if held.kept.kind == "rivalries" else "rivalryno"
    last = int(str(years["year"].max()))
    rows = years.lazy().drop("start", "end", "styear", "endyear", strict=False)
    rows = rows.with_columns(pl.col(number).cast(pl.Int16), ongoingrivalry=pl.lit(1, pl.Int8))
    if panel.scope.unit.of_two:
        rows = _both_ways(rows).sort(number).unique(_PAIR_YEAR, keep="first", maintain_order=True)
        return join_pairs(panel, Columns(held, rows, 0, last, {"ongoingrivalry": 0}))
    pairs = _both_ways(rows.select(*_PAIR_YEAR, number))
    counted = (
        pairs.unique()
        .group_by(ccode="ccode1", year="year")
        .agg(ongoingrivalry=pl.len().cast(pl.Int16))
    )
    return join_states(panel, Columns(held, counted, 0, last, {"ongoingrivalry": 0}))


def with_sanctions(panel: Panel) -> Panel:
    """See `Panel.with_sanctions`. An undirected pair takes those of either."""
    panel.need(*_PAIRS, what="sanctions")
    held = source(panel.baseline, "sanctions")
    cases = held.rows.filter(pl.col("sender1").is_not_null()).collect()
    begun = pl.col("sancstartyear")
    last = held.last
    over = pl.when(pl.col("endyear") >= _ONGOING).then(last).otherwise(pl.col("endyear"))
    cases = cases.with_columns(endyear=pl.max_horizontal(over, begun))
    years = years_between(cases, "sancstartyear", "endyear")
    ongoing = (
        years.lazy()
        .filter(pl.col("year") <= last)
        .select(
            pl.col("sender1").cast(pl.Int16).alias("ccode1"),
            pl.col("targetstate").alias("ccode2"),
            "year",
            sanctionongoing=pl.lit(1, pl.Int8),
            sanctiononset=(pl.col("year") == begun).cast(pl.Int8),
        )
    )
    if not panel.scope.directed:
        one, two = pl.col("ccode1"), pl.col("ccode2")
        ongoing = ongoing.with_columns(
            ccode1=pl.min_horizontal(one, two), ccode2=pl.max_horizontal(one, two)
        )
    rows = ongoing.group_by(_PAIR_YEAR).agg(pl.col("sanctionongoing", "sanctiononset").max())
    first = int(str(cases["sancstartyear"].min()))
    none = {"sanctionongoing": 0, "sanctiononset": 0}
    panel = with_note(panel, "TIES: only the first of several senders is in the table.")
    return join_pairs(panel, Columns(held, rows, first, last, none))


def _both_ways(rows: pl.LazyFrame) -> pl.LazyFrame:
    """Rows of pairs, and the same with the two changed about."""
    turned = rows.rename({"ccode1": "ccode2", "ccode2": "ccode1"})
    return pl.concat([rows, turned.select(rows.collect_schema().names())])


def _known_sum(name: str) -> pl.Expr:
    """The sum of what is known; missing where nothing is."""
    return pl.when(pl.col(name).is_not_null().any()).then(pl.col(name).sum())

"""ATOP in; out, the promises between two states in a year or on a day, and their treaties."""

from dataclasses import replace
from pathlib import Path

import polars as pl

from foedus.history.panel.expanding import coded_day, years_between
from foedus.history.panel.joining import Columns, join_pairs, join_states
from foedus.history.panel.panel import Panel, in_cow, with_note, with_source
from foedus.history.panel.scope import Unit
from foedus.history.panel.tables import FLAGS, Source, source, source_if_any
from foedus.history.tables import PROMISES

_OPEN = pl.date(9999, 12, 31)


def with_alliances(panel: Panel, treaties: bool = False) -> Panel:
    """See `Panel.with_alliances`."""
    if panel.scope.unit is Unit.DYAD_DAY:
        return _by_day(panel, treaties)
    held = source(panel.baseline, "atop-dyad-year")
    if not panel.scope.unit.of_two:
        return _counted(panel, held)
    rows = held.rows.select("ccode1", "ccode2", "year", *FLAGS)
    if not panel.scope.directed:
        rows = either_way(rows)
        panel = with_note(panel, "ATOP: in a pair, a promise stands where either makes it.")
    panel = join_pairs(panel, Columns(held, rows, _first(held), held.last, dict.fromkeys(FLAGS, 0)))
    return _with_treaties(panel) if treaties else panel


def either_way(rows: pl.LazyFrame) -> pl.LazyFrame:
    """Directed rows as rows of pairs, the lower number first: 1 where it is 1 either way."""
    one, two = pl.col("ccode1"), pl.col("ccode2")
    low, high = pl.min_horizontal(one, two), pl.max_horizontal(one, two)
    turned = rows.with_columns(ccode1=low, ccode2=high)
    names = [name for name in rows.collect_schema().names() if name not in _PAIR_YEAR]
    return turned.group_by(_PAIR_YEAR).agg(pl.col(names).max())


def promises(baseline: str | Path) -> pl.DataFrame:
    """Who promised what to whom from when to when, by treaty, from ATOP's member level.

    A row for each treaty, promisor (`ccode1`), beneficiary (`ccode2`) and time in which the two
    spells of membership overlap: `atopid, ccode1, ccode2, start, end` and the promises of the
    promisor (0 or 1). Both days are included; `end` is missing where the treaty stood as the
    coding ended. Where only the year or month is coded, the time runs from its first day or to its
    last. Raises InputError where the baseline has no member level.
    """
    spells = member_spells(baseline).lazy()
    other = spells.select("atopid", ccode2="ccode", start2="start", end2="end")
    both = spells.rename({"ccode": "ccode1"}).join(other, on="atopid")
    since = pl.max_horizontal("start", "start2")
    until = pl.min_horizontal(pl.col("end").fill_null(_OPEN), pl.col("end2").fill_null(_OPEN))
    shared = both.filter(pl.col("ccode1") != pl.col("ccode2")).with_columns(start=since, end=until)
    found = shared.filter(pl.col("start") <= pl.col("end")).with_columns(
        end=pl.when(pl.col("end") < _OPEN).then(pl.col("end"))
    )
    order = ("atopid", "ccode1", "ccode2", "start", "end")
    return found.select(*order, *FLAGS).sort(order).collect()


def member_spells(baseline: str | Path) -> pl.DataFrame:
    """Who was bound by which treaty from when to when, by the day, from ATOP's member level.

    A row for each treaty, member and phase: `atopid, ccode, phase, start, end, exact` and its
    promises `atop_...`. Both days are included; `end` is missing where the member was bound as the
    coding ended; `exact` is false where a day or month is not coded and the first or last possible
    one stands. Raises InputError where the baseline has no member level.
    """
    rows = source(baseline, "atop-member").rows
    open_ = pl.col("yrexit") == 0
    ended = pl.when(~open_).then(coded_day("yrexit", "moexit", "dayexit", latest=True))
    whole = (
        pl.col("moent", "dayent").fill_null(0) > 0,
        pl.col("moexit", "dayexit").fill_null(0) > 0,
    )
    named = {promise: f"atop_{promise}" for promise in PROMISES}
    return (
        rows.select(
            pl.col("atopid").cast(pl.Int32),
            pl.col("member").cast(pl.Int16).alias("ccode"),
            pl.col("phase").cast(pl.Int16),
            start=coded_day("yrent", "moent", "dayent", latest=False),
            end=ended,
            exact=pl.all_horizontal(whole[0]) & (open_ | pl.all_horizontal(whole[1])),
            **{flag: pl.col(promise).cast(pl.Int8) for promise, flag in named.items()},
        )
        .sort("atopid", "ccode", "start")
        .collect()
    )


def alliance_differences(baseline: str | Path) -> pl.DataFrame:
    """Where ATOP's dyad-year file and its member level differ, counted by promise.

    A row for each promise: in how many directed dyad-years `both` have it, `only_dyad_year`,
    `only_member`, over the years that both tell of. The two may be of different versions.
    """
    dyads, members = source(baseline, "atop-dyad-year"), source(baseline, "atop-member")
    last = min(dyads.last, members.last)
    one = dyads.rows.filter(pl.col("year") <= last).select(*_PAIR_YEAR, *FLAGS)
    two = _by_year(baseline, last).group_by(_PAIR_YEAR).agg(pl.col(FLAGS).max()).lazy()
    joined = one.join(two, on=_PAIR_YEAR, how="full", coalesce=True, suffix="_member").collect()
    rows = []
    for flag in FLAGS:
        first = joined[flag].fill_null(0) == 1
        second = joined[f"{flag}_member"].fill_null(0) == 1
        rows.append(
            {
                "promise": flag,
                "both": int((first & second).sum()),
                "only_dyad_year": int((first & ~second).sum()),
                "only_member": int((~first & second).sum()),
            }
        )
    return pl.DataFrame(rows)


_PAIR_YEAR = ["ccode1", "ccode2", "year"]


def _by_year(baseline: str | Path, last: int) -> pl.DataFrame:
    """The promises of the member level, a row for each year in which they stood."""
    end = pl.date(last, 12, 31)
    held = promises(baseline).with_columns(end=pl.min_horizontal(pl.col("end").fill_null(end), end))
    return years_between(held, "start", "end")


def _with_treaties(panel: Panel) -> Panel:
    """The panel with the treaties behind each row: `atop_ids`, none being an empty list."""
    held = source(panel.baseline, "atop-member")
    rows = _by_year(panel.baseline, held.last).lazy().select(*_PAIR_YEAR, "atopid")
    if not panel.scope.directed:
        one, two = pl.col("ccode1"), pl.col("ccode2")
        rows = rows.filter(one < two)
    ids = rows.group_by(_PAIR_YEAR).agg(atop_ids=pl.col("atopid").unique().sort())
    empty = pl.lit([], pl.List(pl.Int32))
    columns = Columns(held, ids, _first(held), held.last, {"atop_ids": empty})
    panel = join_pairs(panel, columns)
    years = source_if_any(panel.baseline, "atop-dyad-year")
    if years is None:
        return panel
    told = alliance_differences(panel.baseline)
    counts = ", ".join(
        f"{row['promise']} {row['only_dyad_year']} and {row['only_member']}"
        for row in told.iter_rows(named=True)
    )
    return with_note(
        panel,
        f"Promises from {years.named}, treaties behind them from the member level of {held.named}. "
        f"Directed dyad-years in which only the one or only the other has a promise: {counts}.",
    )


def _by_day(panel: Panel, treaties: bool) -> Panel:
    """The promises that stood on each day, from the member level."""
    held = source(panel.baseline, "atop-member")
    panel = with_source(in_cow(panel), f"{held.named} (member level)", held.cite)
    if panel.scope.last > held.last:
        panel = with_note(
            panel, f"{held.named} (member level) tells to {held.last}; missing after."
        )
    rows = promises(panel.baseline).lazy()
    rows = rows.filter(pl.col("start").dt.year() <= panel.scope.last)
    rows = rows.filter(pl.col("end").is_null() | (pl.col("end").dt.year() >= panel.scope.first))
    if not panel.scope.directed:
        rows = rows.with_columns(
            ccode1=pl.min_horizontal("ccode1", "ccode2"),
            ccode2=pl.max_horizontal("ccode1", "ccode2"),
        )
    keys = ["ccode1", "ccode2", "day"]
    days = panel.frame.select(keys).join(rows, on=["ccode1", "ccode2"])
    stood = days.filter(
        (pl.col("start") <= pl.col("day"))
        & (pl.col("end").is_null() | (pl.col("day") <= pl.col("end")))
    )
    found = [pl.col(flag).max() for flag in FLAGS]
    if treaties:
        found.append(pl.col("atopid").unique().sort().alias("atop_ids"))
    joined = panel.frame.join(
        stood.group_by(keys).agg(found), on=keys, how="left", maintain_order="left"
    )
    told = pl.col("day") <= pl.date(held.last, 12, 31)
    filled = [pl.when(told).then(pl.col(flag).fill_null(0)).alias(flag) for flag in FLAGS]
    if treaties:
        empty = pl.lit([], pl.List(pl.Int32))
        filled.append(pl.when(told).then(pl.col("atop_ids").fill_null(empty)).alias("atop_ids"))
    return replace(panel, frame=joined.with_columns(filled))


def _counted(panel: Panel, held: Source) -> Panel:
    """Of one state: to how many states it makes each promise."""
    rows = held.rows.group_by(ccode="ccode1", year="year").agg(
        pl.col(flag).cast(pl.Int16).sum() for flag in FLAGS
    )
    panel = with_note(panel, "ATOP: the number of states to which the state makes the promise.")
    return join_states(panel, Columns(held, rows, _first(held), held.last, dict.fromkeys(FLAGS, 0)))


def _first(held: Source) -> int:
    """The first year told of: ATOP begins with the Congress of Vienna."""
    return 1815

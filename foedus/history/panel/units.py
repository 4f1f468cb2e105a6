"""A baseline and a span of time in, a panel without columns of its own out: the rows to fill."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl

from foedus.history.panel.alliances import member_spells
from foedus.history.panel.codes import gw_of_cow, inverse
from foedus.history.panel.membership import (
    pairs_by_day,
    pairs_by_year,
    states_by_year,
    system,
    year_of,
)
from foedus.history.panel.panel import Panel, with_note, with_source
from foedus.history.panel.scope import Codes, Scope, Unit, checked, codes_of
from foedus.history.panel.tables import source
from foedus.model.errors import InputError

_FIRST = 1816
_MOST_DAYS = 50_000_000


def dyad_years(
    baseline: str | Path,
    first: int = _FIRST,
    last: int | None = None,
    *,
    states: Iterable[int] = (),
    directed: bool = True,
    codes: str = "cow",
) -> Panel:
    """A row for every two states and year in which both were members on one day or more.

    `states` keeps the rows whose first state is among them (undirected: either). Columns:
    `ccode1, ccode2, year`, or `gwcode1, gwcode2, year` with `codes="gw"`. `last` is by default
    the last year of the list of states; beyond it its last members count on, as `notes` says.
    Raises InputError where the baseline has no list of states, or the years run backwards.
    """
    panel, until = _empty(baseline, Unit.DYAD_YEAR, (first, last), states, codes, directed)
    held = system(baseline, panel.scope.codes)
    one, two, year = pairs_by_year(held.until(until), panel.scope)
    names = (*panel.scope.names, "year")
    return _filled(panel, dict(zip(names, (one, two, year), strict=True)))


def state_years(
    baseline: str | Path,
    first: int = _FIRST,
    last: int | None = None,
    *,
    states: Iterable[int] = (),
    codes: str = "cow",
) -> Panel:
    """A row for every state and year in which it was a member: `ccode, year` (or `gwcode`)."""
    panel, until = _empty(baseline, Unit.STATE_YEAR, (first, last), states, codes)
    held = system(baseline, panel.scope.codes)
    state, year = states_by_year(held.until(until), panel.scope)
    return _filled(panel, {panel.scope.names[0]: state, "year": year})


def dyad_days(
    baseline: str | Path,
    since: date,
    until: date,
    *,
    states: Iterable[int] = (),
    directed: bool = True,
    codes: str = "cow",
) -> Panel:
    """A row for every two states and day: `ccode1, ccode2, day, year`.

    Promises of ATOP are those of the day, all other columns those of its year. Raises InputError
    also where the days are too many to hold (some 1,300 for all pairs of today).
    """
    if until < since:
        raise InputError(f"the days {since} to {until} run backwards; name the earlier one first")
    panel, _ = _empty(baseline, Unit.DYAD_DAY, (since.year, until.year), states, codes, directed)
    spells = system(baseline, panel.scope.codes).until(until.year)
    count = len(pairs_by_year(spells, panel.scope)[0])
    days = (until - since).days + 1
    if count / (until.year - since.year + 1) * days > _MOST_DAYS:
        raise InputError(
            f"{days} days of all pairs are more than {_MOST_DAYS:,} rows; name states or fewer"
        )
    bounds = (np.array(day.isoformat(), "datetime64[D]") for day in (since, until))
    one, two, day = pairs_by_day(spells, panel.scope, *bounds)
    names = (*panel.scope.names, "day")
    filled = _filled(panel, dict(zip(names, (one, two, day), strict=True)))
    return _with(filled, filled.frame.with_columns(year=pl.col("day").dt.year().cast(pl.Int16)))


def leader_years(
    baseline: str | Path,
    first: int = _FIRST,
    last: int | None = None,
    *,
    states: Iterable[int] = (),
    codes: str = "cow",
) -> Panel:
    """A row for every leader and year with a day in office, from Archigos.

    Columns: `obsid, leader, gwcode, ccode, year, startdate, enddate, yrinoffice, leaderage,
    gender`; `ccode` is missing where COW does not count the state in that year. `yrinoffice`
    counts the calendar years in office from 1; `leaderage` is the year less that of birth.
    """
    held = source(baseline, "leaders")
    years = (first, held.last if last is None else last)
    panel, until = _empty(baseline, Unit.LEADER_YEAR, years, states, codes)
    begun, over = pl.col("startdate").dt.year(), pl.col("enddate").dt.year()
    rows = held.rows.with_columns(
        _first=begun.clip(lower_bound=first), _last=over.clip(upper_bound=until)
    )
    frame = rows.filter(pl.col("_first") <= pl.col("_last")).collect()
    count = (frame["_last"] - frame["_first"] + 1).to_numpy()
    index = np.repeat(np.arange(frame.height), count)
    step = np.arange(len(index)) - np.repeat(np.cumsum(count) - count, count)
    rows_by_year = frame[index].with_columns(
        year=(pl.col("_first") + pl.Series(step)).cast(pl.Int16)
    )
    codes_by_year = gw_of_cow(baseline, first, until)
    wanted = rows_by_year.lazy().join(inverse(codes_by_year), on=["gwcode", "year"], how="left")
    if panel.scope.states:
        wanted = wanted.filter(pl.col(panel.scope.names[0]).is_in(list(panel.scope.states)))
    found = wanted.select(
        "obsid", "leader", "gwcode", "ccode", "year", "startdate", "enddate",
        yrinoffice=(pl.col("year") - begun + 1).cast(pl.Int16),
        leaderage=(pl.col("year") - pl.col("yrborn")).cast(pl.Int16),
        gender="gender",
    ).sort(panel.scope.names[0], "year", "startdate", "obsid", nulls_last=True)  # fmt: skip
    panel = with_source(_with(panel, found), held.named, held.cite)
    if until > held.last:
        panel = with_note(panel, f"{held.named} tells to {held.last}: no leaders after.")
    return panel


def members(
    baseline: str | Path,
    first: int = 1815,
    last: int | None = None,
    *,
    states: Iterable[int] = (),
    codes: str = "cow",
) -> Panel:
    """A row for every treaty, member and phase that touches the years: `member_spells` as a panel.

    Raises InputError for other numbers than COW's, in which ATOP counts.
    """
    if codes_of(codes) is not Codes.COW:
        raise InputError("ATOP counts its members in COW's numbers; ask for these")
    held = source(baseline, "atop-member")
    first, until, named = checked(first, held.last if last is None else last, states)
    begun = pl.col("start").dt.year() <= until
    standing = pl.col("end").is_null() | (pl.col("end").dt.year() >= first)
    rows = member_spells(baseline).lazy().filter(begun & standing)
    if named:
        rows = rows.filter(pl.col("ccode").is_in(list(named)))
    scope = Scope(Unit.MEMBER_SPELL, Codes.COW, first, until, named)
    note = (
        f"{held.named} tells to {held.kept.coded_until}: without an end, a member was bound then. "
        "Where `exact` is false, a day or month is not coded and the first or last possible stands."
    )
    return with_note(with_source(Panel(rows, scope, Path(baseline)), held.named, held.cite), note)


def _empty(
    baseline: str | Path,
    unit: Unit,
    years: tuple[int, int | None],
    states: Iterable[int],
    codes: str,
    directed: bool = True,
) -> tuple[Panel, int]:
    """A panel without rows, with its list of states named; and its last year."""
    list_ = codes_of(codes)
    held = system(baseline, list_)
    until = year_of(held.closes) if years[1] is None else years[1]
    first, until, named = checked(years[0], until, states)
    unknown = sorted(named - set(held.spells.code.tolist()))
    if unknown:
        raise InputError(f"{held.source.named} has no state {unknown[0]}; name the number of one")
    panel = Panel(pl.LazyFrame(), Scope(unit, list_, first, until, named, directed), Path(baseline))
    panel = with_source(panel, held.source.named, held.source.cite)
    return with_note(panel, *held.notes(until)), until


def _filled(panel: Panel, columns: dict[str, "np.typing.NDArray[np.generic]"]) -> Panel:
    kinds = {name: pl.Date if name == "day" else pl.Int16 for name in columns}
    series = [pl.Series(name, values).cast(kinds[name]) for name, values in columns.items()]
    return _with(panel, pl.DataFrame(series).lazy())


def _with(panel: Panel, frame: pl.LazyFrame) -> Panel:
    return Panel(frame, panel.scope, panel.baseline, panel.sources, panel.notes, panel.cite)


__all__ = ["Codes", "dyad_days", "dyad_years", "leader_years", "state_years"]

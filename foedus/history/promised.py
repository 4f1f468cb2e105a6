"""A baseline in; out, what pictures of it show: promises by year, and one state's treaties."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import polars as pl

from foedus.history.panel.alliances import either_way, member_spells
from foedus.history.panel.tables import FLAGS, source
from foedus.history.tables import PROMISES
from foedus.model.errors import InputError

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Time:
    """A time in which the state was bound to just these promises (ATOP's words, weightiest first).

    Both days are included; `until` is None where it was bound as the coding ended.
    """

    since: date
    until: date | None
    promises: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bond:
    """One treaty of a state: when it was bound and to what, in order of time, and with whom.

    `partners` are the COW numbers of those who were bound with it for a day.
    """

    atopid: int
    times: tuple[Time, ...]
    partners: tuple[int, ...]

    @property
    def since(self) -> date:
        """The first day on which the state was bound."""
        return self.times[0].since


def promises_by_year(
    baseline: str | Path, first: int = 1816, last: int | None = None
) -> pl.DataFrame:
    """In how many pairs of states a promise stood: `year, promise, pairs`, ATOP's words.

    A pair counts where either of the two makes the promise. Raises InputError where ATOP's
    dyad-years are not imported.
    """
    held = source(baseline, "atop-dyad-year")
    until = min(last or held.last, held.last)
    rows = held.rows.filter(pl.col("year").is_between(first, until))
    pairs = either_way(rows.select("ccode1", "ccode2", "year", *FLAGS))
    counts = pairs.group_by("year").agg(pl.col(FLAGS).cast(pl.Int32).sum()).sort("year")
    named = {f"atop_{promise}": promise for promise in PROMISES}
    return (
        counts.rename(named)
        .unpivot(index="year", variable_name="promise", value_name="pairs")
        .collect()
    )


def portfolio(baseline: str | Path, *state: int) -> tuple[Bond, ...]:
    """The treaties of the state with this COW number (or these, where it has several), by begin.

    Raises InputError where ATOP's member level is not imported, or has no such member.
    """
    spells = member_spells(baseline)
    own = spells.filter(pl.col("ccode").is_in(state))
    if own.is_empty():
        named = source(baseline, "atop-member").named
        raise InputError(f"{named} has no member {state[0]}; name a state that it has a treaty of")
    bonds = [
        _bond(number, rows, spells.filter(pl.col("atopid") == number))
        for (number,), rows in own.group_by("atopid", maintain_order=True)
    ]
    return tuple(sorted(bonds, key=lambda one: (one.since, one.atopid)))


def _bond(number: object, own: pl.DataFrame, all_: pl.DataFrame) -> Bond:
    times: list[Time] = []
    for row in own.sort("start").iter_rows(named=True):
        promised = tuple(p for p in PROMISES if row[f"atop_{p}"] == 1)
        last = times[-1] if times else None
        if last and last.promises == promised and last.until and row["start"] <= last.until + _DAY:
            times[-1] = Time(last.since, row["end"], promised)
        else:
            times.append(Time(row["start"], row["end"], promised))
    met = [
        (pl.col("start") <= (time.until or date.max))
        & (pl.col("end").is_null() | (pl.col("end") >= time.since))
        for time in times
    ]
    others = all_.filter(~pl.col("ccode").is_in(own["ccode"].to_list()), pl.any_horizontal(met))
    partners = sorted(set(others["ccode"].to_list()))
    return Bond(int(str(number)), tuple(times), tuple(partners))

"""A baseline in; out, what pictures of it show: promises by year, and one state's treaties."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from foedus.history.panel.alliances import either_way, member_spells
from foedus.history.panel.tables import FLAGS, source
from foedus.history.tables import PROMISES
from foedus.model.errors import InputError


@dataclass(frozen=True, slots=True)
class Bond:
    """One treaty of a state: from when to when it was bound, to what, with whom.

    `until` is None where it was bound as the coding ended. `promises` are those of the state,
    ATOP's words, the weightiest first; `partners` COW numbers of those bound with it for a day.
    """

    atopid: int
    since: date
    until: date | None
    promises: tuple[str, ...]
    partners: tuple[int, ...]


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


def portfolio(baseline: str | Path, state: int) -> tuple[Bond, ...]:
    """The treaties of the state with this COW number, by begin.

    Raises InputError where ATOP's member level is not imported, or has no such member.
    """
    spells = member_spells(baseline)
    own = spells.filter(pl.col("ccode") == state)
    if own.is_empty():
        named = source(baseline, "atop-member").named
        raise InputError(f"{named} has no member {state}; name a state that it has a treaty of")
    bonds = [
        _bond(number, rows, spells.filter(pl.col("atopid") == number))
        for (number,), rows in own.group_by("atopid", maintain_order=True)
    ]
    return tuple(sorted(bonds, key=lambda one: (one.since, one.atopid)))


def _bond(number: object, own: pl.DataFrame, all_: pl.DataFrame) -> Bond:
    since = min(own["start"].to_list())
    ends = own["end"].to_list()
    until = None if None in ends else max(ends)
    promised = [p for p in PROMISES if own[f"atop_{p}"].max() == 1]
    last = until or date.max
    others = all_.filter(
        pl.col("ccode") != own["ccode"][0],
        pl.col("start") <= last,
        pl.col("end").is_null() | (pl.col("end") >= since),
    )
    partners = sorted(set(others["ccode"].to_list()))
    return Bond(int(str(number)), since, until, tuple(promised), tuple(partners))

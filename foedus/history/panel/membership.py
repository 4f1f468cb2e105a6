"""A list of states in; out, which states there were when, in pairs and alone, as arrays.

A state that is still a member when its list ends counts as one ever after, and whoever asks
beyond that day is told so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl

from foedus.history.panel.scope import Codes, Scope
from foedus.history.panel.tables import Source, source

Whole = npt.NDArray[np.int64]
Days = npt.NDArray[np.datetime64]

_OWNERS = {
    Codes.COW: ("cow-states", "cow-states-dated"),
    Codes.GW: ("gw-states",),
}


@dataclass(frozen=True, slots=True)
class Spells:
    """Spells of membership, by state and begin: number, first and last day of each."""

    code: Whole
    start: Days
    end: Days

    def of(self, states: Iterable[int]) -> "Spells":
        """Only those of these states; all, where none is named."""
        held = np.isin(self.code, list(states)) if states else np.ones(len(self.code), bool)
        return Spells(self.code[held], self.start[held], self.end[held])


@dataclass(frozen=True, slots=True)
class System:
    """The states of a list, and the day on which it ends."""

    source: Source
    spells: Spells
    closes: np.datetime64

    def until(self, last: int) -> Spells:
        """The spells, those that are open as the list ends drawn on to the end of a year."""
        beyond = max(np.datetime64(f"{last:04}-12-31"), self.closes)
        end = np.where(self.spells.end == self.closes, beyond, self.spells.end)
        return Spells(self.spells.code, self.spells.start, end)

    def notes(self, last: int) -> tuple[str, ...]:
        """What whoever asks for years beyond the list must know."""
        if last <= year_of(self.closes):
            return ()
        return (
            f"{self.source.named} ends on {self.closes}; a state that was a member on that day "
            f"counts as one to the end of {last}.",
        )


def year_of(day: np.datetime64) -> int:
    """The year of a day."""
    return int(str(day)[:4])


def years_of(days: Days) -> Whole:
    """The year of each day."""
    return days.astype("datetime64[Y]").astype(np.int64) + 1970


def system(baseline: str | Path, codes: Codes) -> System:
    """The list of states. Raises InputError where the baseline has none."""
    held = source(baseline, *_OWNERS[codes])
    return _system(held, codes)


@lru_cache(maxsize=8)
def _system(held: Source, codes: Codes) -> System:
    rows = held.rows
    if held.kept.kind == "cow-states":
        rows = rows.with_columns(
            start=pl.date("styear", "stmonth", "stday"),
            end=pl.date("endyear", "endmonth", "endday"),
        )
    frame = rows.select(pl.col(codes.column).cast(pl.Int64), "start", "end").collect()
    frame = frame.sort(codes.column, "start")
    start, end = (frame[name].to_numpy().astype("datetime64[D]") for name in ("start", "end"))
    return System(held, Spells(frame[codes.column].to_numpy(), start, end), end.max())


def state_numbers(baseline: str | Path, codes: Codes = Codes.COW) -> tuple[int, ...]:
    """The numbers of all states of a list."""
    return tuple(sorted(set(system(baseline, codes).spells.code.tolist())))


def pairs_by_year(spells: Spells, scope: Scope) -> tuple[Whole, Whole, Whole]:
    """Every pair of states and year in which the two shared a day: first, second, year.

    In order of first, second and year, each once.
    """
    one, two, since, until = _shared(spells, scope)
    first = np.maximum(years_of(since), scope.first)
    last = np.minimum(years_of(until), scope.last)
    return _spread(one, two, first, last)


def pairs_by_day(
    spells: Spells, scope: Scope, since: Days, until: Days
) -> tuple[Whole, Whole, Days]:
    """Every pair of states and day that the two shared, within the days asked for."""
    one, two, start, end = _shared(spells, scope)
    first, last = np.maximum(start, since), np.minimum(end, until)
    days = (first.astype(np.int64), last.astype(np.int64))
    one, two, day = _spread(one, two, *days)
    return one, two, day.astype("datetime64[D]")


def states_by_year(spells: Spells, scope: Scope) -> tuple[Whole, Whole]:
    """Every state and year in which it was a member for a day or more, each once, in order."""
    held = spells.of(scope.states)
    first = np.maximum(years_of(held.start), scope.first)
    last = np.minimum(years_of(held.end), scope.last)
    code, _, year = _spread(held.code, held.code, first, last)
    return code, year


def _shared(spells: Spells, scope: Scope) -> tuple[Whole, Whole, Days, Days]:
    """Each pair of spells of two states that share a day, with the days that they share."""
    places = np.arange(len(spells.code))
    one, two = np.repeat(places, len(places)), np.tile(places, len(places))
    first, second = spells.code[one], spells.code[two]
    wanted = first != second if scope.directed else first < second
    if scope.states:
        named = list(scope.states)
        of_first = np.isin(first, named)
        wanted &= of_first if scope.directed else of_first | np.isin(second, named)
    one, two = one[wanted], two[wanted]
    since = np.maximum(spells.start[one], spells.start[two])
    until = np.minimum(spells.end[one], spells.end[two])
    met = since <= until
    return spells.code[one[met]], spells.code[two[met]], since[met], until[met]


def _spread(one: Whole, two: Whole, first: Whole, last: Whole) -> tuple[Whole, Whole, Whole]:
    """A row for each step from first to last, in order of all three, each once."""
    count = np.maximum(last - first + 1, 0)
    total = int(count.sum())
    place = np.arange(total) - np.repeat(np.cumsum(count) - count, count)
    step = np.repeat(first, count) + place
    one, two = np.repeat(one, count), np.repeat(two, count)
    key = (one * 1024 + two) * (1 << 20) + step
    steps = np.diff(key)
    if (steps <= 0).any():  # two spells of one state in one year, or between those of another
        key, index = np.unique(key, return_index=True)
        one, two, step = one[index], two[index], step[index]
    return one, two, step

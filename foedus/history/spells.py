"""Rows of members in, when each was bound out: as days, with the ids that a state had meanwhile."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from foedus.model.treaty import DatedFact, PartialDate, Party
from foedus.model.treaty_words import RecordStatus

StateOf = Callable[[int, date], str]
_DAY = timedelta(days=1)
_YEARS = [date(year, 1, 1) for year in range(1800, 2101)]  # no state changes its name twice a year


@dataclass(frozen=True, slots=True)
class Spell:
    """From when to when, both days included; `until` None: open when the coding ended."""

    since: PartialDate
    until: PartialDate | None

    @property
    def ended(self) -> PartialDate | None:
        """When it was over: the day after its last; a month or a year that is all we know."""
        if self.until is None or self.until.first != self.until.last:
            return self.until
        return PartialDate((self.until.last + _DAY).isoformat())


def coded_date(year: int, month: int | None, day: int | None) -> PartialDate:
    """A date as exact as it is coded: 0 or nothing is not known. A day that is none counts so."""
    if not month:
        return PartialDate(f"{year:04}")
    if not day:
        return PartialDate(f"{year:04}-{month:02}")
    try:
        return PartialDate(f"{year:04}-{month:02}-{day:02}")
    except ValueError:
        return PartialDate(f"{year:04}-{month:02}")


def joined_up(spells: Iterable[Spell]) -> list[Spell]:
    """Spells that follow each other without a gap, as one: a new phase is no new membership."""
    found: list[Spell] = []
    for spell in sorted(spells, key=lambda one: one.since.first):
        last = found[-1] if found else None
        if last is None or (last.until and last.until.last + _DAY < spell.since.first):
            found.append(spell)
        elif last.until and (spell.until is None or spell.until.last > last.until.last):
            found[-1] = Spell(last.since, spell.until)
    return found


def ids_within(number: int, spell: Spell, end: date, state_of: StateOf) -> list[tuple[str, Spell]]:
    """The ids that the state with this number had within the spell, each with its part of it."""
    first, last = spell.since.last, spell.until.last if spell.until else end
    held = changes(number, state_of)
    marks = [first, *(day for day, _ in held if first < day <= last)]
    parts = []
    for place, day in enumerate(marks):
        id_ = [id_ for since, id_ in held if since <= day][-1]
        since = PartialDate(day.isoformat()) if place else spell.since
        over = place + 1 == len(marks)
        until = spell.until if over else PartialDate((marks[place + 1] - _DAY).isoformat())
        parts.append((id_, Spell(since, until)))
    return parts


@cache
def changes(number: int, state_of: StateOf) -> tuple[tuple[date, str], ...]:
    """Every id that the state with this number ever had, with the day from which on it holds."""
    found = [(date.min, state_of(number, _YEARS[0]))]
    for before, after in pairwise(_YEARS):
        if state_of(number, after) != found[-1][1]:
            low, high = before, after  # the change lies after the one, not after the other
            while high - low > _DAY:
                middle = low + (high - low) // 2
                same = state_of(number, middle) == found[-1][1]
                low, high = (middle, high) if same else (low, middle)
            found.append((high, state_of(number, high)))
    return tuple(found)


def party(id_: str, spell: Spell, begin: PartialDate, source: str) -> Party:
    """The state's time as a party; an original one, where it is bound from the begin."""
    joined = () if spell.since == begin else (_fact(spell.since, source),)
    left = (_fact(spell.ended, source),) if spell.ended else ()
    return Party(id_, joined=joined, left=left)


def _fact(day: PartialDate, source: str) -> DatedFact:
    return DatedFact(RecordStatus.UNVERIFIED, day, note=source)

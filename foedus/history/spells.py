"""Rows of members in, when each was bound out: as days, with the ids that a state had meanwhile."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from foedus.model.treaty import DatedFact, PartialDate, Party
from foedus.model.treaty_words import RecordStatus

StateOf = Callable[[int, date], str]
_DAY = timedelta(days=1)


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
    last = spell.until.last if spell.until else end
    found: list[tuple[str, Spell]] = []
    since, first = spell.since, spell.since.last
    for change, id_ in changes(number, first, max(first, last), state_of):
        if found:
            before = PartialDate((change - _DAY).isoformat())
            found[-1] = (found[-1][0], Spell(found[-1][1].since, before))
            since = PartialDate(change.isoformat())
        found.append((id_, Spell(since, spell.until)))
    return found


@lru_cache(maxsize=1 << 14)
def changes(
    number: int, first: date, last: date, state_of: StateOf
) -> tuple[tuple[date, str], ...]:
    """The id on the first day and every later one, each with the day from which it holds."""
    one, other = state_of(number, first), state_of(number, last)
    if last - first <= _DAY or (one == other and last - first <= 366 * _DAY):
        return ((first, one),) if one == other or first == last else ((first, one), (last, other))
    middle = first + (last - first) // 2
    left, right = changes(number, first, middle, state_of), changes(number, middle, last, state_of)
    return left + (right[1:] if right[0][1] == left[-1][1] else right)


def party(id_: str, spell: Spell, begin: PartialDate, source: str) -> Party:
    """The state's time as a party; an original one, where it is bound from the begin."""
    joined = () if spell.since == begin else (_fact(spell.since, source),)
    left = (_fact(spell.ended, source),) if spell.ended else ()
    return Party(id_, joined=joined, left=left)


def _fact(day: PartialDate, source: str) -> DatedFact:
    return DatedFact(RecordStatus.UNVERIFIED, day, note=source)

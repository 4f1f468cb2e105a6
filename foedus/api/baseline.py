"""A baseline folder in, the treaties to ask out: the library's, and coarse ones for all others."""

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from foedus.history import Kept, coarse_treaties, kept_in
from foedus.law import library
from foedus.model.treaty import Treaty
from foedus.read.gazetteer import Gazetteer
from foedus.read.gazetteer.records import Record, earliest

# The library calls Germany DEU from 1871 on, and Prussia before; COW counts one state, and the
# Federal Republic of 1955-1990 as another.
_ONE_STATE = {"GMY": "DEU"}
_ONE_NUMBER = {260: 255}


def treaties_with(baseline: Path | None) -> tuple[Treaty, ...]:
    """The treaties of the library, and with a baseline the coarse ones of its tables.

    A record of the library replaces the coarse treaties that its `[ids] atop` names. Raises
    InputError where the baseline cannot be read.
    """
    if baseline is None:
        return library().treaties
    return _together(baseline.resolve(), tuple(kept_in(baseline).values()))


@lru_cache(maxsize=2)
def _together(baseline: Path, _: tuple[Kept, ...]) -> tuple[Treaty, ...]:
    """Read anew where the folder, or what its manifest names, is another than before."""
    known = library().treaties
    replaced = {number for treaty in known for number in treaty.ids.atop}
    coarse = coarse_treaties(baseline, state_of)
    return (*known, *(treaty for treaty in coarse if not replaced & {*treaty.ids.atop}))


@cache
def state_of(number: int, day: date) -> str:
    """The id of the state with this COW number on a day.

    Of several that bear the number the one that stood on the day, else the one that stands today;
    "cow/8152" where the gazetteer has none.
    """
    bearing = _by_number().get(_ONE_NUMBER.get(number, number), ())
    standing = [record for record in bearing if record.exists(day)]
    chosen = standing or [record for record in bearing if not record.until] or list(bearing)
    if not chosen:
        return f"cow/{number}"
    return max(chosen, key=lambda record: earliest(record.since)).id


@cache
def _by_number() -> Mapping[int, tuple[Record, ...]]:
    found: dict[int, tuple[Record, ...]] = {}
    for record in Gazetteer.load().records.values():
        number = record.code("cow")
        if number is not None and record.id not in _ONE_STATE:
            found[int(number)] = (*found.get(int(number), ()), record)
    return found

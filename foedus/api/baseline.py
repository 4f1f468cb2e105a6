"""A baseline folder in, the treaties to ask out: the library's, and coarse ones for all others."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

from foedus.history import Honour, Kept, coarse_treaties, honour, kept_in
from foedus.law import library
from foedus.model.errors import InputError
from foedus.model.treaty import Treaty
from foedus.read.gazetteer.canonical import table_of
from foedus.read.gazetteer.records import earliest, latest

# Treaties and places call Germany DEU from 1871 on, and Prussia before; COW counts one state, and
# the Federal Republic of 1955-1990 as another.
_ONE_STATE = ("GMY",)
ONE_NUMBER = {260: 255}


def treaties_with(baseline: Path | None) -> tuple[Treaty, ...]:
    """The treaties of the library, and with a baseline the coarse ones of its tables.

    A record of the library replaces the coarse treaties that its `[ids] atop` names. Raises
    InputError where nothing has been imported into the baseline, or it cannot be read.
    """
    if baseline is None:
        return library().treaties
    kept = kept_in(baseline)
    if not kept:
        raise InputError(
            f"{baseline}: no imported history; 'foedus import FILE --baseline {baseline}' makes it"
        )
    return _together(baseline.resolve(), tuple(kept.values()))


def records_of(treaties: Iterable[Treaty], baseline: Path | None) -> dict[str, Honour]:
    """For each treaty (by id) how its promises fared in war, as far as the baseline tells."""
    if baseline is None:
        return {}
    found = {treaty.id: honour(baseline, treaty.ids.atop) for treaty in treaties}
    return {name: record for name, record in found.items() if record is not None}


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

    Of several that bear the number the one that stood on the day (the later one on the day of a
    change), else the one that stands today; "cow/8152" where the gazetteer has none.
    """
    bearing = _by_number().get(ONE_NUMBER.get(number, number))
    if not bearing:
        return f"cow/{number}"
    if len(bearing) == 1:
        return bearing[0].id
    standing = [one for one in bearing if one.first <= day <= one.last]
    chosen = standing or [one for one in bearing if one.last == date.max] or bearing
    return max(chosen, key=lambda one: one.first).id


@cache
def cow_numbers() -> Mapping[str, int]:
    """The COW number of every state of the gazetteer that has one, by its id."""
    return {one.id: number for number, bearing in _by_number().items() for one in bearing}


@dataclass(frozen=True, slots=True)
class _Bearer:
    """A state that bears a COW number, and from when to when it stood."""

    id: str
    first: date
    last: date


@cache
def _by_number() -> Mapping[int, list[_Bearer]]:
    """The states of the gazetteer by COW number; of each file only its head is read."""
    found: dict[int, list[_Bearer]] = defaultdict(list)
    folder = resources.files("foedus") / "data" / "actors" / "states"
    for file in folder.iterdir():
        head, _, _ = file.read_text("utf-8").partition("\n[[")
        table = table_of(head)
        number = table.get("codes", {}).get("cow")
        if number is not None and table["id"] not in _ONE_STATE:
            stood = earliest(table.get("since", "")), latest(table.get("until", ""))
            found[number].append(_Bearer(table["id"], *stood))
    return found

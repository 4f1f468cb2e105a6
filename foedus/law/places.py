"""Places as data: TOML files in, checked places out; who holds a place on a day, where it lies.

A treaty area is a place too: others name it in `areas`, or lie `within` a place that does.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from foedus.law.check import ADDRESS
from foedus.law.decode import Place, nearest
from foedus.law.record import called, check_id, files_of, read_record, read_text
from foedus.model.term import Held
from foedus.model.term import Place as PlaceRecord
from foedus.model.treaty_words import RecordStatus

FOLDER = Path(__file__).resolve().parents[1] / "data" / "places"

FACTS: Mapping[str, str] = MappingProxyType(
    {
        "border-not-delimited": "it lies on a border that no treaty or commission has delimited",
        "area-doubtful": "that it lies in the areas named is itself in doubt, in whole or in part",
        "overseas": "it is an overseas possession of the state that holds it",
        "at-sea": "it is a stretch of sea; only forces, vessels and aircraft can be attacked there",
    }
)

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ACTOR = re.compile(r"[A-Z]{3,4}|[a-z][a-z0-9]*(-[a-z0-9]+)*")
_DEGREES = re.compile(r"-?\d{1,3}\.\d\d")
_KINDS = ("recognised", "controlled", "administered", "claimed")


@cache
def places(folder: Path = FOLDER) -> Mapping[str, PlaceRecord]:
    """All places of a folder (default: those that foedus ships) by id, loaded once and checked."""
    held = {place.id: place for place in map(load_place, files_of(folder))}
    for place in held.values():
        _check_links(place, held, Place(f"{folder.name}/{place.id}.toml"))
    return MappingProxyType(held)


def place_of(name: str, folder: Path = FOLDER) -> PlaceRecord | None:
    """The place of this id or name, whatever its case, accents and hyphens."""
    return places(folder).get(_named(folder).get(_plain(name), ""))


def holder_on(helds: Collection[Held], day: date) -> tuple[str, ...]:
    """Who holds on a day, of `helds`. `until` is the first day on which it is over.

    A vague date is read widely: a year given as `since` counts from its first day, one given as
    `until` to its last.
    """
    return tuple(
        held.actor
        for held in helds
        if (held.since is None or held.since.first <= day)
        and (held.until is None or day < held.until.last)
    )


def administered_by(place: PlaceRecord, day: date) -> tuple[str, ...]:
    """Who administers the place; where no record says otherwise, who controls or owns it."""
    return (
        holder_on(place.administered, day)
        or holder_on(place.controlled, day)
        or holder_on(place.recognised, day)
    )


def controlled_by(place: PlaceRecord, day: date) -> tuple[str, ...]:
    """Who holds the place in fact; where no record says otherwise, who administers or owns it."""
    return holder_on(place.controlled, day) or administered_by(place, day)


def areas_of(place: PlaceRecord, folder: Path = FOLDER) -> frozenset[str]:
    """The ids of all areas in which the place lies: itself, its own and those that hold it."""
    found = {place.id, *place.areas}
    if place.within:
        found |= areas_of(places(folder)[place.within], folder)
    return frozenset(found)


def load_place(path: Path) -> PlaceRecord:
    """The place of one file, which must be named `<id>.toml`."""
    place = read_place(read_text(path), called(path))
    check_id(place.id, path)
    return place


def read_place(text: str, name: str) -> PlaceRecord:
    """The place that the TOML `text` records. Raises LibraryError with file, place and field."""
    place: PlaceRecord = read_record(PlaceRecord, text, name)
    _check_place(place, Place(name))
    return place


@cache
def _named(folder: Path) -> Mapping[str, str]:
    """Every plain name with the id of its place; no name may stand for two."""
    found = {_plain(place): place for place in places(folder)}
    for place in places(folder).values():
        for name in place.names:
            other = found.setdefault(_plain(name), place.id)
            if other != place.id:
                file = Place(f"{folder.name}/{place.id}.toml")
                raise file.fail(f"`names` claims '{name}', which stands for {other} already")
    return MappingProxyType(found)


def _plain(name: str) -> str:
    """A name without case, accents, punctuation and "the"."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[\W_]+", " ", bare).split()).removeprefix("the ")


def _check_place(record: PlaceRecord, place: Place) -> None:
    if not _ID.fullmatch(record.id):
        raise place.fail(f"`id` has '{record.id}'; it must be written like kursk-oblast")
    if not record.names:
        raise place.fail("`names` is empty; give the name by which it is called")
    verified = record.status is RecordStatus.VERIFIED
    if verified != bool(record.source):
        raise place.fail("`status` verified and a `source` go together; give both or neither")
    if record.source and not ADDRESS.fullmatch(record.source):
        raise place.fail(f"`source` '{record.source}' is not a full address")
    for name, most in (("latitude", 90), ("longitude", 180)):
        _check_degrees(getattr(record, name), name, most, place)
    if bool(record.latitude) != bool(record.longitude):
        raise place.fail("`latitude` and `longitude` go together; give both or neither")
    for fact in record.facts:
        if fact not in FACTS:
            raise place.fail(f"`facts` has no fact '{fact}'{nearest(fact, list(FACTS))}")
    for kind in _KINDS:
        for held in getattr(record, kind):
            _check_held(held, kind, place)


def _check_degrees(value: str, name: str, most: int, place: Place) -> None:
    if value and (not _DEGREES.fullmatch(value) or abs(float(value)) > most):
        raise place.fail(f"`{name}` has '{value}'; write degrees to {most}, as in \"51.73\"")


def _check_held(held: Held, kind: str, place: Place) -> None:
    if not _ACTOR.fullmatch(held.actor):
        raise place.fail(f"`{kind}` has '{held.actor}'; it must be an id such as RUS")
    if held.since and held.until and held.since.first > held.until.last:
        raise place.fail(f"`{kind}` by {held.actor} ends before it begins")
    if held.source and not ADDRESS.fullmatch(held.source):
        raise place.fail(f"`source` '{held.source}' is not a full address")


def _check_links(record: PlaceRecord, known: Mapping[str, PlaceRecord], place: Place) -> None:
    for name, links in (("within", (record.within,)), ("areas", record.areas)):
        for link in links:
            if link and link not in known:
                raise place.fail(f"`{name}` names '{link}'{nearest(link, sorted(known))}")
    seen, above = {record.id}, record.within
    while above:
        if above in seen:
            raise place.fail(f"`within` leads from {record.id} back to {above}")
        seen.add(above)
        above = known[above].within if above in known else ""

"""Contested areas of a map in, who holds each by a viewpoint out: from the records of places."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from foedus.law.places import controlled_by, holder_on, places
from foedus.model.term import Place

# whose view of contested areas a map draws, and how it says so
VIEWS: Mapping[str, str] = {
    "recognised": "as the state that most others recognise held them",
    "controlled": "as the state that held them in fact",
    "open": "as nobody's",
}
_OWN_NUMBERS = {"XKX": -2, "SML": -3}  # shapes to which ISO gives no number


@dataclass(frozen=True, slots=True)
class Areas:
    """What of a map is not simply a state's own: places by the number of their shape, and marks.

    `shapes` are contested; `open` too, but drawn as nobody's always, as their shape is a part of
    them; `territories` belong to a state without dispute.
    """

    shapes: Mapping[int, Place]
    open: Mapping[int, Place]
    territories: Mapping[int, Place]
    marks: tuple[Place, ...]


@cache
def areas() -> Areas:
    """The areas that foedus knows."""
    table = _table("contested.toml")
    known = places()

    def numbered(name: str) -> Mapping[int, Place]:
        return {number: known[id_] for id_, number in table[name].items()}

    marks = tuple(known[id_] for id_ in table["marks"]["places"])
    return Areas(numbered("shapes"), numbered("open"), numbered("territories"), marks)


def holder(place: Place, viewpoint: str, on: date) -> str:
    """The id of the state that holds a contested place by a viewpoint; "" where that is open."""
    if viewpoint == "open":
        return ""
    if viewpoint == "recognised":
        found = holder_on(place.recognised, on)
    else:
        found = controlled_by(place, on)
    return found[0] if len(found) == 1 else ""


@cache
def shape_of() -> Mapping[str, int]:
    """The number of a state's shape by its id: ISO's numeric code, or the map's own."""
    codes = {str(id_): int(number) for id_, number in _table("numeric_codes.toml").items()}
    return {**codes, **_OWN_NUMBERS}


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((resources.files("foedus") / "data" / name).read_text("utf-8"))

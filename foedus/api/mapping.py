"""A state and a day in, a map of the world out: who is bound to it, and whose view of borders."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from foedus.api.baseline import cow_numbers
from foedus.api.binding import DUTY_KINDS, Bonds, bound
from foedus.api.pictures import Picture
from foedus.history.panel.tables import source_if_any
from foedus.law.places import controlled_by, holder_on, places
from foedus.model.errors import InputError
from foedus.model.term import Place
from foedus.report.answers.bonds import IN_FORCE
from foedus.report.answers.naming import day_told
from foedus.report.answers.naming import state as state_named
from foedus.report.pictures.baseline.world import (
    BOUND,
    ITSELF,
    NO_BOND,
    Spot,
    World,
    shapes,
    world_picture,
)

# whose view of contested areas a map draws, and how it says so
VIEWS: Mapping[str, str] = {
    "recognised": "as the state that most others recognise holds them",
    "controlled": "as the state that holds them in fact",
    "open": "as nobody's",
}
_KOSOVO, _SOMALILAND = -2, -3
_NAMED = 12  # states that the note names


@dataclass(frozen=True, slots=True)
class _Bound:
    """How states are bound to the one asked about, by id: the weightiest kind of duty."""

    kinds: Mapping[str, str]

    def of(self, holder: str) -> str:
        return self.kinds.get(holder, NO_BOND)


def draw_map(
    state: str, on: date, baseline: str | Path | None = None, viewpoint: str = "recognised"
) -> Picture:
    """Who is bound to a state on a day: a map with today's borders, and a table beside it.

    The bonds are those that `bound` finds in force, of the library and (with a baseline) of ATOP.
    `viewpoint` draws contested areas as one of `VIEWS` has them today. Raises InputError for
    another viewpoint, a state that nobody knows, or where `foedus[map]` is not installed.
    """
    if viewpoint not in VIEWS:
        raise InputError(f"no viewpoint '{viewpoint}'; one of: {', '.join(VIEWS)}")
    found = bound(state, on, baseline)
    kinds = _Bound({**_kinds(found), found.actor: ITSELF})
    world, missing = _world(kinds, viewpoint, Path(baseline) if baseline else None)
    who = state_named(found.actor)
    title = f"Who is bound to {who}, {day_told(on)}"
    rows = [
        {"id": id_, "name": state_named(id_), "bond": kind}
        for id_, kind in sorted(kinds.kinds.items())
    ]
    data = {"state": found.actor, "on": on.isoformat(), "viewpoint": viewpoint, "states": rows}
    return Picture(world_picture(title, world, _notes(on, viewpoint, missing)), data)


def _kinds(found: Bonds) -> dict[str, str]:
    """The weightiest kind of duty that each state owes the one asked about."""
    held: dict[str, str] = {}
    weight = list(BOUND)
    for bond in found:
        if bond.stands != IN_FORCE or not bond.is_owed:
            continue
        duty = bond.clause.duty.value
        kind = next((k for k, duties in DUTY_KINDS.items() if duty in duties), "other")
        for partner in bond.partners:
            before = held.get(partner, kind)
            held[partner] = min(before, kind, key=weight.index)
    return held


def _world(kinds: _Bound, viewpoint: str, baseline: Path | None) -> tuple[World, list[str]]:
    """The bond of every shape, dots for states without one, and who cannot be drawn."""
    numbers = {**_numeric(), "XKX": _KOSOVO, "SML": _SOMALILAND}
    drawn = shapes()
    bonds = {numbers[id_]: kind for id_, kind in kinds.kinds.items() if numbers.get(id_) in drawn}
    contested = _contested()
    today = date.today()
    for number, place in contested["shapes"].items():
        bonds[number] = _held(place, viewpoint, today, kinds)
    bonds[_SOMALILAND] = "" if viewpoint == "open" else bonds.get(_SOMALILAND, NO_BOND)
    marks = [
        Spot(float(place.longitude), float(place.latitude), place.names[0], held)
        for place in contested["marks"]
        for held in [_held(place, viewpoint, today, kinds)]
    ]
    without = [id_ for id_ in kinds.kinds if numbers.get(id_) not in drawn]
    dots = list(_dots(without, kinds, baseline))
    placed = {spot.name for spot in dots}
    missing = [state_named(id_) for id_ in without if state_named(id_) not in placed]
    edged = frozenset({*contested["shapes"], _SOMALILAND})
    return World(bonds, edged, dots, marks), missing


def _held(place: Place, viewpoint: str, on: date, kinds: _Bound) -> str:
    """The bond of whoever holds a contested place by the viewpoint; "" where that is open."""
    if viewpoint == "open":
        return ""
    holders = (
        holder_on(place.recognised, on) if viewpoint == "recognised" else controlled_by(place, on)
    )
    return kinds.of(holders[0]) if len(holders) == 1 else ""


def _dots(ids: list[str], kinds: _Bound, baseline: Path | None) -> Iterator[Spot]:
    """A dot at the capital for each state without a shape, where capitals are imported."""
    held = source_if_any(baseline, "capitals") if baseline else None
    if held is None:
        return
    rows = held.rows.sort("ccode", "enddate").collect()
    at = {row["ccode"]: (row["lng"], row["lat"]) for row in rows.iter_rows(named=True)}
    for id_ in ids:
        number = cow_numbers().get(id_)
        if number in at and _stands(id_):
            yield Spot(*at[number], state_named(id_), kinds.of(id_))


def _stands(id_: str) -> bool:
    """Whether the state is one of today: its capital may be that of another by now."""
    from foedus.read.gazetteer import Gazetteer

    record = Gazetteer.load().record(id_)
    return record is not None and not record.until


def _notes(on: date, viewpoint: str, missing: list[str]) -> Iterator[str]:
    today = date.today()
    borders = "Borders of today" if on.year == today.year else f"Borders of today, not of {on.year}"
    yield f"{borders} (Natural Earth, 1:110 million)."
    yield (
        f"Contested areas (dashed, diamonds) are drawn {VIEWS[viewpoint]}, by foedus's records of "
        "places; where these are divided, in grey."
    )
    if missing:
        more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
        yield f"Bound to it and not on the map: {', '.join(missing[:_NAMED])}{more}."


@cache
def _numeric() -> Mapping[str, int]:
    return {str(k): int(v) for k, v in _table("numeric_codes.toml").items()}


@cache
def _contested() -> Mapping[str, Any]:
    """The contested areas with a shape, by its number, and those that are marked, as places."""
    table = _table("contested.toml")
    known = places()
    return {
        "shapes": {number: known[id_] for id_, number in table["shapes"].items()},
        "marks": [known[id_] for id_ in table["marks"]["places"]],
    }


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((resources.files("foedus") / "data" / name).read_text("utf-8"))


__all__ = ["VIEWS", "draw_map"]

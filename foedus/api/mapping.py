"""A state and a day in, a map of the world out: who is bound to it, and whose view of borders."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from foedus.api.baseline import cow_numbers, state_of
from foedus.api.binding import DUTY_KINDS, Bonds, bound
from foedus.api.pictures import Picture
from foedus.api.viewpoints import VIEWS, areas, holder, shape_of
from foedus.history.panel.tables import source_if_any
from foedus.law import library
from foedus.model.errors import InputError
from foedus.report.answers.bonds import IN_FORCE
from foedus.report.answers.naming import day_told, the_state
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

_NAMED = 12  # states that a note names


@dataclass(frozen=True, slots=True)
class _Seen:
    """How states are bound to the one asked about, by id, on a day and from a viewpoint."""

    kinds: Mapping[str, str]
    on: date
    viewpoint: str

    def of(self, state: str) -> str:
        """The bond of a state; of nobody (""): "", which is open."""
        return self.kinds.get(state, NO_BOND) if state else ""


def draw_map(
    state: str, on: date, baseline: str | Path | None = None, viewpoint: str = "recognised"
) -> Picture:
    """Who is bound to a state on a day: a map with today's borders, and a table beside it.

    The bonds are those that `bound` finds in force, of the library and (with a baseline) of ATOP.
    `viewpoint` draws contested areas as one of `VIEWS` had them on the day. Raises InputError for
    another viewpoint, a state that nobody knows or that bore another name on the day, or where
    `foedus[map]` is not installed.
    """
    if viewpoint not in VIEWS:
        raise InputError(f"no viewpoint '{viewpoint}'; one of: {', '.join(VIEWS)}")
    found = bound(state, on, baseline)
    _check_name(found.actor, on)
    seen = _Seen({**_kinds(found), found.actor: ITSELF}, on, viewpoint)
    world = _world(seen, Path(baseline) if baseline else None)
    title = f"Who is bound to {the_state(found.actor)}, {day_told(on)}"
    rows = [
        {"id": id_, "name": state_named(id_), "bond": kind}
        for id_, kind in sorted(seen.kinds.items())
    ]
    data = {"state": found.actor, "on": on.isoformat(), "viewpoint": viewpoint, "states": rows}
    notes = [*_notes(seen, world), _source(on, baseline)]
    return Picture(world_picture(title, world, notes), data)


def _check_name(actor: str, on: date) -> None:
    """Refuse a state that another stood for on the day, as the Soviet Union for Russia."""
    number = cow_numbers().get(actor)
    then = state_of(number, on) if number else actor
    if then != actor and not then.startswith("cow/"):
        raise InputError(
            f"{state_named(actor)} was {the_state(then)} on {on}; ask for {state_named(then)}"
        )


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


def _world(seen: _Seen, baseline: Path | None) -> World:
    """The bond of every shape, dots for states without one, and marks of contested places."""
    drawn, known = shapes(), areas()
    numbers = {id_: number for id_, number in shape_of().items() if number in drawn}
    bonds = {numbers[id_]: kind for id_, kind in seen.kinds.items() if id_ in numbers}
    for number, place in known.territories.items():
        bonds[number] = seen.of(holder(place, "recognised", seen.on)) or NO_BOND
    for number, place in known.shapes.items():
        # the state that is asked about keeps its own colour, whoever else sees it otherwise
        if bonds.get(number) != ITSELF:
            bonds[number] = seen.of(holder(place, seen.viewpoint, seen.on))
    bonds |= dict.fromkeys(known.open, "")
    marks = [
        Spot(
            float(place.longitude),
            float(place.latitude),
            place.names[0],
            seen.of(holder(place, seen.viewpoint, seen.on)),
        )
        for place in known.marks
    ]
    without = [id_ for id_ in seen.kinds if id_ not in numbers]
    dots = list(_dots(without, seen, baseline))
    counts = {kind: sum(held == kind for held in seen.kinds.values()) for kind in BOUND}
    return World(bonds, frozenset({*known.shapes, *known.open}), dots, marks, counts)


def _dots(ids: list[str], seen: _Seen, baseline: Path | None) -> Iterator[Spot]:
    """A dot at the capital for each state without a shape, where capitals are imported."""
    held = source_if_any(baseline, "capitals") if baseline else None
    if held is None:
        return
    rows = held.rows.sort("ccode", "enddate").collect()
    at = {row["ccode"]: (row["lng"], row["lat"]) for row in rows.iter_rows(named=True)}
    for id_ in ids:
        number = cow_numbers().get(id_)
        if number in at and _stands(id_):
            yield Spot(*at[number], state_named(id_), seen.of(id_))


def _stands(id_: str) -> bool:
    """Whether the state is one of today: its capital may be that of another by now."""
    from foedus.read.gazetteer import Gazetteer

    record = Gazetteer.load().record(id_)
    return record is not None and not record.until


def _notes(seen: _Seen, world: World) -> Iterator[str]:
    today = date.today()
    old = "" if seen.on.year == today.year else f", not of {seen.on.year}"
    yield (
        f"Borders of today{old} (Natural Earth, 1:110 million); colonies and former states are not "
        "drawn."
    )
    yield (
        f"Contested areas (dashed, diamonds) are drawn {VIEWS[seen.viewpoint]} on the day, by "
        "foedus's records of places; where these are divided, in grey. Of areas without a shape, "
        "as Crimea, only the diamond shows it."
    )
    numbers, known = shape_of(), areas()
    placed = {spot.name for spot in world.dots}
    marked = {holder(place, seen.viewpoint, seen.on) for place in known.marks}
    missing, covered = [], []
    for id_, kind in seen.kinds.items():
        if kind == ITSELF or state_named(id_) in placed or id_ in marked:
            continue
        number = numbers.get(id_)
        if number is None or number not in world.bonds:
            missing.append(state_named(id_))
        elif world.bonds[number] != kind:
            covered.append(state_named(id_))
    if missing:
        yield f"Bound to it and not on the map: {_some(missing)}."
    if covered:
        yield f"Bound to it and drawn otherwise in this view: {_some(covered)}."


def _some(names: list[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{', '.join(names[:_NAMED])}{more}"


def _source(on: date, baseline: str | Path | None) -> str:
    """Where the bonds come from, and where that ends."""
    told = f"Bonds: foedus's library of treaties (newest fact {library().newest_fact})"
    held = source_if_any(baseline, "atop-member") if baseline else None
    if held is None:
        return f"{told}; no others were asked."
    until = date.fromisoformat(held.kept.coded_until)
    ends = f", which tells to {until}: after that the library alone" if on > until else ""
    return f"{told}, and {held.named}, your import{ends}."


__all__ = ["VIEWS", "draw_map"]

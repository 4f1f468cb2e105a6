"""Who is bound to a state in, a map of the world out, with today's borders and whose view of them.

Geometry comes from bqplot (Apache-2.0), which packs that of Natural Earth at 1:110 million. Areas
whose standing is contested are drawn as one viewpoint has them, and marked.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from foedus.model.errors import InputError
from foedus.report.pictures.baseline.framing import NONE, SELF, UNKNOWN, WIDTH, Frame, framed
from foedus.report.pictures.drawing import HOLLOW, INK
from foedus.report.pictures.lettering import inert

ITSELF, NO_BOND, CONTESTED = "the state itself", "no bond known", "contested"
# by how a state is bound, the weightiest first, as `foedus bound` calls it
BOUND: Mapping[str, str] = {
    "fights": "#0072b2",
    "helps": "#56b4e9",
    "confers": "#cc79a7",
    "stands aside": "#009e73",
    "other": "#999999",
}
_TOLD = {  # what the legend calls them
    ITSELF: ITSELF,
    "fights": "bound to fight beside it",
    "helps": "bound to help it",
    "confers": "bound to confer",
    "stands aside": "bound to stand aside",
    "other": "bound otherwise",
    NO_BOND: NO_BOND,
    CONTESTED: "who holds it is open",
}
_FILE = "map_data/WorldMap.json"
_ANTARCTICA = 10
_HEIGHT = 430


@dataclass(frozen=True, slots=True)
class Spot:
    """A dot for a state without a shape, or a mark of a contested place: degrees, name, bond."""

    longitude: float
    latitude: float
    name: str
    bond: str


@dataclass(frozen=True, slots=True)
class World:
    """What a map shows: the bond of each shape, dots of small states, contested areas.

    `bonds` has one of `BOUND`, `ITSELF` or "" (not told, as who holds it is open) by number of the
    shape; `contested` the numbers of shapes that are contested; `counts` how many states are bound
    so, on the map or not.
    """

    bonds: Mapping[int, str]
    contested: frozenset[int]
    dots: Sequence[Spot]
    marks: Sequence[Spot]
    counts: Mapping[str, int]


@cache
def shapes() -> frozenset[int]:
    """The numbers of the shapes, ISO's numeric codes. Raises InputError without the geometry."""
    return frozenset(one["id"] for one in _geometry()["objects"]["subunits"]["geometries"])


def world_picture(title: str, world: World, notes: Iterable[str]) -> Any:
    """The map; an Altair chart. Raises InputError where bqplot is not installed."""
    import altair as alt

    told = {number: world.bonds.get(number, NO_BOND) or CONTESTED for number in shapes()}
    spots = (*world.dots, *world.marks)
    present = {*told.values(), *(spot.bond or CONTESTED for spot in spots)}
    legend = [name for name in (ITSELF, *BOUND, NO_BOND) if name in present]
    colours = {ITSELF: SELF, **BOUND, NO_BOND: NONE, CONTESTED: UNKNOWN}
    if CONTESTED in present:
        legend.append(CONTESTED)
    scale = alt.Scale(domain=legend, range=[colours[name] for name in legend])
    names = " : ".join(f"datum.value == '{name}' ? '{_TOLD[name]}'" for name in legend)
    colour = alt.Color(
        "bond:N", scale=scale, title=None, legend=alt.Legend(labelExpr=f"{names} : ''", columns=4)
    )
    data = alt.NamedData("shapes", format=alt.TopoDataFormat(feature="subunits", type="topojson"))
    rows = [{"id": number, "bond": bond} for number, bond in told.items() if number != _ANTARCTICA]
    found = alt.LookupData(data=alt.NamedData("bonds"), key="id", fields=["bond"])
    base = (
        alt.Chart(data)
        .transform_filter(f"datum.id != {_ANTARCTICA}")
        .transform_lookup(lookup="id", from_=found)
    )
    land = base.mark_geoshape(stroke=HOLLOW, strokeWidth=0.5).encode(color=colour)
    doubtful = (
        base.transform_filter(alt.FieldOneOfPredicate("id", sorted(world.contested)))
        .mark_geoshape(filled=False, stroke=INK, strokeWidth=1.1, strokeDash=[2, 2])
        .encode()
    )
    layers = [land, doubtful]
    layers += _spots(alt, world.dots, colour, "circle", 34)
    layers += _spots(alt, world.marks, colour, "diamond", 46)
    chart = alt.layer(*layers).project(type="equalEarth").properties(width=WIDTH, height=_HEIGHT)
    words = ", ".join(f"{name}: {count}" for name, count in world.counts.items() if count)
    summary = f"{title}. States by bond: {words or 'none'}."
    sets = {"shapes": _geometry(), "bonds": rows}
    return framed(chart, Frame("world", title, tuple(notes), summary, sets))


def _spots(alt: Any, spots: Sequence[Spot], colour: Any, shape: str, size: float) -> list[Any]:
    if not spots:
        return []
    rows = [
        {
            "longitude": spot.longitude, "latitude": spot.latitude,
            "name": inert(spot.name), "bond": spot.bond or CONTESTED,
        }
        for spot in spots
    ]  # fmt: skip
    marks = alt.Chart(alt.InlineData(values=rows)).mark_point(
        shape=shape, size=size, filled=True, stroke=INK, strokeWidth=0.8, opacity=1
    )
    return [marks.encode(longitude="longitude:Q", latitude="latitude:Q", color=colour)]


@cache
def _geometry() -> dict[str, Any]:
    """The shapes as TopoJSON; bqplot itself is not imported, which would take a second."""
    spec = find_spec("bqplot")
    if spec is None or not spec.submodule_search_locations:
        raise InputError("the map needs the geometry of bqplot; install foedus[map]")
    file = Path(spec.submodule_search_locations[0]) / _FILE
    try:
        found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(
            f"{file}: no geometry in it ({error}); install foedus[map] anew"
        ) from error
    return found

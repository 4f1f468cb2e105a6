"""The ties of a day in, the network of states out: who is bound to whom, by the weightiest promise.

Where a state stands says nothing of where it lies: those with ties to the same states stand near
each other. The layout is that of Fruchterman and Reingold (1991) with a fixed seed.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from foedus.report.pictures.baseline.framing import COLOURS, WIDTH, Frame, framed, scale
from foedus.report.pictures.drawing import INK
from foedus.report.pictures.lettering import inert

_HEIGHT = 620
_LETTER, _LINE, _DOT = 5.8, 12.0, 3.0  # pixels: about a letter, a line, half of a dot
Box = tuple[float, float, float, float]
_A_ROW, _WIDEST = 6, 4.5  # parts in a row; square roots of states that fill one
_FEW = 150  # ties that can be drawn broadly
_SEED, _ROUNDS = 7, 400


@dataclass(frozen=True, slots=True)
class Tied:
    """Two states by name, and the reader's word for the weightiest promise between them."""

    one: str
    two: str
    promise: str


def network_picture(title: str, ties: Sequence[Tied], notes: Iterable[str]) -> Any:
    """The states as dots, the larger the more ties; an Altair chart. At least one tie is needed."""
    import altair as alt

    degree = Counter(name for tie in ties for name in (tie.one, tie.two))
    places = _laid_out(sorted(degree), ties)
    named = _labels(places, degree)
    nodes = [{"x": x, "y": y, "ties": degree[name]} for name, (x, y) in places.items()]
    labels = [{"x": x, "y": y, "label": inert(name)} for name, (x, y) in named.items()]
    edges = [
        {
            "x": places[t.one][0], "y": places[t.one][1],
            "x2": places[t.two][0], "y2": places[t.two][1], "promise": t.promise,
        }
        for t in sorted(ties, key=lambda tie: -list(COLOURS).index(tie.promise))
    ]  # fmt: skip
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-0.06, 1.06]))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-0.03, 1.03]))
    present = {tie.promise for tie in ties}
    few = len(ties) < _FEW
    lines = (
        alt.Chart(alt.NamedData("edges"))
        .mark_rule(strokeWidth=1.6 if few else 1, opacity=0.75 if few else 0.45)
        .encode(
            x=x, y=y, x2="x2:Q", y2="y2:Q",
            color=alt.Color(
                "promise:N",
                scale=scale(alt, present),
                title="weightiest promise",
                legend=alt.Legend(symbolOpacity=1, symbolStrokeWidth=2.5),
            ),
        )
    )  # fmt: skip
    base = alt.Chart(alt.NamedData("nodes")).encode(x=x, y=y)
    dots = base.mark_circle(color=INK, opacity=1).encode(
        size=alt.Size("ties:Q", scale=alt.Scale(range=[20, 90 if few else 50]), legend=None)
    )
    words = (
        alt.Chart(alt.NamedData("labels"))
        .mark_text(fontSize=11, color=INK)
        .encode(x=x, y=y, text="label:N")
    )
    chart = alt.layer(lines, dots, words).properties(width=WIDTH, height=_HEIGHT)
    most = ", ".join(f"{inert(name)} ({count})" for name, count in degree.most_common(10))
    told = f"{title}: {len(ties)} pairs among {len(degree)} states. Most ties: {most}."
    more = len(degree) - len(named)
    left = [f"{more} states are not named, for want of room."] if more > 0 else []
    data = {"edges": edges, "nodes": nodes, "labels": labels}
    return framed(chart, Frame("network", title, (*left, *notes), told, data))


def _labels(
    places: Mapping[str, tuple[float, float]], degree: Mapping[str, int]
) -> dict[str, tuple[float, float]]:
    """Where each label stands, as a part of width and height; the most tied come first.

    A label stands above its dot, below it, or on one of its sides; it is left out where it would
    cover another.
    """
    # no label lies over a dot either
    taken: list[Box] = [
        (x * WIDTH - _DOT, x * WIDTH + _DOT, y * _HEIGHT - _DOT, y * _HEIGHT + _DOT)
        for x, y in places.values()
    ]
    found: dict[str, tuple[float, float]] = {}
    for name in sorted(places, key=lambda one: (-degree[one], one)):
        x, y = places[name]
        half = _LETTER * len(name) / 2
        for dx, dy in ((0.0, _LINE), (0.0, -_LINE), (half + 9, 0.0), (-half - 9, 0.0)):
            at = (x * WIDTH + dx, y * _HEIGHT + dy)
            box = (at[0] - half, at[0] + half, at[1] - _LINE / 2, at[1] + _LINE / 2)
            if not any(_over(box, other) for other in taken):
                taken.append(box)
                found[name] = (at[0] / WIDTH, at[1] / _HEIGHT)
                break
    return found


def _over(one: Box, two: Box) -> bool:
    """Whether two boxes (left, right, lower and upper edge) share any of their area."""
    return one[0] < two[1] and two[0] < one[1] and one[2] < two[3] and two[2] < one[3]


def _laid_out(names: Sequence[str], ties: Sequence[Tied]) -> dict[str, tuple[float, float]]:
    """A place for each state, each connected part in a room of its own, from 0 to 1."""
    import rustworkx as rx

    graph: Any = rx.PyGraph()
    node = {name: graph.add_node(name) for name in names}
    graph.add_edges_from_no_data([(node[tie.one], node[tie.two]) for tie in ties])
    parts = sorted(rx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    found: dict[str, tuple[float, float]] = {}
    for part, (left, top, size) in zip(parts, _rooms([len(p) for p in parts]), strict=True):
        inner = graph.subgraph(sorted(part))
        laid = rx.spring_layout(inner, num_iter=_ROUNDS, seed=_SEED)
        spots = {inner[n]: (float(at[0]), float(at[1])) for n, at in laid.items()}
        (x0, x1), (y0, y1) = (
            (min(s[axis] for s in spots.values()), max(s[axis] for s in spots.values()))
            for axis in (0, 1)
        )
        for name, (x, y) in spots.items():
            found[name] = (
                left + size[0] * (0.08 + 0.84 * _part(x, x0, x1)),
                top + size[1] * (0.08 + 0.84 * _part(y, y0, y1)),
            )
    return found


def _part(value: float, low: float, high: float) -> float:
    return (value - low) / (high - low) if high > low else 0.5


def _rooms(sizes: Sequence[int]) -> list[tuple[float, float, tuple[float, float]]]:
    """Left, top and size of a room for each part: the largest above, the others in rows below.

    The others have as much of the height as they have of the states, and each as much of its row
    as the square root of its states.
    """
    if len(sizes) == 1:
        return [(0.0, 0.0, (1.0, 1.0))]
    rest = sizes[1:]
    share = min(0.5, max(0.14, sum(rest) / sum(sizes)))
    rows = [list(range(len(rest)))]
    if len(rest) > _A_ROW:
        middle = -(-len(rest) // 2)
        rows = [rows[0][:middle], rows[0][middle:]]
    below = {}
    for number, row in enumerate(rows):
        wide = [rest[n] ** 0.5 for n in row]
        left = 0.0
        for n, part in zip(row, wide, strict=True):
            size = (part / max(sum(wide), _WIDEST), share / len(rows))
            below[n] = (left, number * size[1], size)
            left += size[0]
    return [(0.0, share, (1.0, 1 - share)), *(below[n] for n in range(len(rest)))]

"""Ties and dated events in, pictures out: Vega-Lite through Altair, drawn as static SVG."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

INK, SOFT, ACCENT = "#1b1d21", "#6b7079", "#8a2b1f"
KINDS = {"agreement": "#8a2b1f", "exchange": "#1f5f8a", "visit": "#55773c", "other": "#6b7079"}
WIDTH = 640
LABEL_CHARACTERS = 34


@dataclass(frozen=True, slots=True)
class Tie:
    """One tie between two actors: what passes between them. `doubtful` is drawn dashed."""

    source: str
    target: str
    kind: str
    label: str
    doubtful: bool = False
    mutual: bool = False


@dataclass(frozen=True, slots=True)
class Dated:
    """One event of the timeline; `exact` when the day is known."""

    label: str
    since: date
    until: date
    exact: bool


def svg(chart: Any) -> str:
    """The chart as one static SVG element that loads nothing."""
    import vl_convert

    drawn: str = vl_convert.vegalite_to_svg(chart.to_json())
    return drawn


def ties_picture(ties: Sequence[Tie]) -> Any:
    """The actors on an oval, curved arrows between them, each labelled with what passes.

    The first tie's two actors stand left and right; parallel ties fan out. An Altair chart.
    """
    import altair as alt

    names = list(dict.fromkeys(name for tie in ties for name in (tie.source, tie.target)))
    places = _oval(names, ties)
    lines, heads, labels = [], [], []
    for index, (tie, bend) in enumerate(zip(ties, _bends(ties), strict=True)):
        curve = _curve(places[tie.source], places[tie.target], bend)
        shared = {"tie": index, "kind": tie.kind, "dash": tie.doubtful}
        lines += [{"x": x, "y": y, "order": n, **shared} for n, (x, y) in enumerate(curve)]
        heads.append({**_head(curve[-2], curve[-1]), **shared})
        if tie.mutual:
            heads.append({**_head(curve[1], curve[0]), **shared})
        middle = curve[len(curve) // 2]
        labels.append({"x": middle[0], "y": middle[1], "text": _short(tie.label), **shared})
    height = 120 + 200 * (len(names) > 2) + 34 * max(0, _most_parallel(ties) - 2)
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-1.25, 1.25], nice=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-1.2, 1.2], nice=False))
    colour = alt.Color(
        "kind:N",
        scale=alt.Scale(domain=list(KINDS), range=list(KINDS.values())),
        legend=None,
    )
    base = alt.Chart()
    strokes = (
        base.properties(data=_data(alt, lines))
        .mark_line(strokeWidth=1.8, opacity=0.85)
        .encode(
            x=x,
            y=y,
            color=colour,
            detail="tie:N",
            order="order:Q",
            strokeDash=alt.StrokeDash(
                "dash:N", scale=alt.Scale(domain=[False, True], range=[[1, 0], [5, 4]]), legend=None
            ),
        )
    )
    tips = (
        base.properties(data=_data(alt, heads))
        .mark_point(shape="triangle", size=70, filled=True, opacity=1)
        .encode(x=x, y=y, color=colour, angle=alt.Angle("angle:Q", scale=None))
    )
    halo = _words(base, labels, x, y).mark_text(
        fontSize=11, font="sans-serif", stroke="white", strokeWidth=5, color="white"
    )
    words = (
        _words(base, labels, x, y).mark_text(fontSize=11, font="sans-serif").encode(color=colour)
    )
    people = [{"x": px, "y": py, "text": name} for name, (px, py) in places.items()]
    plate_halo = _words(base, people, x, y).mark_text(
        fontSize=14, font="sans-serif", fontWeight=600, stroke="white", strokeWidth=6, color="white"
    )
    plate_words = _words(base, people, x, y).mark_text(
        fontSize=14, font="sans-serif", fontWeight=600, color=INK
    )
    layers = alt.layer(strokes, tips, halo, words, plate_halo, plate_words)
    return layers.properties(width=WIDTH, height=height, background="white").configure_view(
        stroke=None
    )


def _data(alt: Any, rows: list[dict[str, Any]]) -> Any:
    return alt.Data(values=rows)


def _words(base: Any, rows: list[dict[str, Any]], x: Any, y: Any) -> Any:
    import altair as alt

    return base.properties(data=_data(alt, rows)).mark_text().encode(x=x, y=y, text="text:N")


def _oval(names: Sequence[str], ties: Sequence[Tie]) -> dict[str, tuple[float, float]]:
    """The first actor left, the second right; every other over or under those it is tied to."""
    if len(names) == 1:
        return {names[0]: (0.0, 0.0)}
    places = {names[0]: (-0.95, 0.0), names[1]: (0.95, 0.0)}
    taken: dict[float, int] = {}
    for name in names[2:]:
        tied = {
            tie.source if tie.target == name else tie.target for tie in ties if name in _pair(tie)
        }
        anchors = [places[other][0] for other in tied if other in names[:2]]
        column = sum(anchors) / len(anchors) if anchors else 0.0
        nth = taken.get(column, 0)
        taken[column] = nth + 1
        # above, below, then further in: two actors never share a place
        inwards = 0.42 * (nth // 2)
        x = column - math.copysign(inwards, column) if column else (-1) ** nth * inwards
        places[name] = (x, (1.0 if nth % 2 == 0 else -1.0))
    return places


def _pair(tie: Tie) -> frozenset[str]:
    return frozenset((tie.source, tie.target))


def _most_parallel(ties: Sequence[Tie]) -> int:
    return max((sum(_pair(t) == _pair(tie) for t in ties) for tie in ties), default=0)


def _bends(ties: Sequence[Tie]) -> list[float]:
    """How far each tie bends, so that parallel ties fan out evenly on both sides."""
    seen: dict[frozenset[str], int] = {}
    bends = []
    for tie in ties:
        count = sum(_pair(other) == _pair(tie) for other in ties)
        nth = seen.get(_pair(tie), 0)
        seen[_pair(tie)] = nth + 1
        first = min(_pair(tie))
        side = 1 if tie.source == first else -1
        bends.append(side * (nth - (count - 1) / 2) * 0.62)
    return bends


def _curve(
    start: tuple[float, float], end: tuple[float, float], bend: float, points: int = 41
) -> list[tuple[float, float]]:
    """A quadratic Bézier curve between two places, cut short of the plates at both ends."""
    (x0, y0), (x1, y1) = start, end
    dx, dy = x1 - x0, y1 - y0
    length = math.hypot(dx, dy) or 1.0
    # the control point lies off the chord's middle by `bend`, at right angles
    cx, cy = (x0 + x1) / 2 - dy / length * bend, (y0 + y1) / 2 + dx / length * bend * 1.6
    curve = []
    for n in range(points):
        t = 0.1 + 0.8 * n / (points - 1)
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
        curve.append((a * x0 + b * cx + c * x1, a * y0 + b * cy + c * y1))
    return curve


def _head(before: tuple[float, float], tip: tuple[float, float]) -> dict[str, float]:
    """An arrow head at the tip; the angle is in degrees clockwise from up, as Vega wants it."""
    angle = math.degrees(math.atan2(tip[0] - before[0], tip[1] - before[1]))
    return {"x": tip[0], "y": tip[1], "angle": angle % 360}


def _short(label: str) -> str:
    if len(label) <= LABEL_CHARACTERS:
        return label
    return label[: LABEL_CHARACTERS - 1].rsplit(" ", 1)[0] + " …"


def timeline_picture(events: Sequence[Dated]) -> Any:
    """One row an event, in order, on a common axis of time; an Altair chart."""
    import altair as alt

    rows = [
        {
            "row": index,
            "label": event.label,
            "since": event.since.isoformat(),
            "until": event.until.isoformat(),
            "exact": event.exact,
        }
        for index, event in enumerate(sorted(events, key=lambda e: (e.since, e.until)))
    ]
    data = _data(alt, rows)
    y = alt.Y("row:O", axis=None)
    x = alt.X(
        "since:T",
        title=None,
        axis=alt.Axis(grid=True, gridColor="#eee", labelFont="sans-serif", labelColor=SOFT),
    )
    base = alt.Chart(data)
    bars = base.mark_rule(strokeWidth=4, color=ACCENT, opacity=0.35).encode(y=y, x=x, x2="until:T")
    points = base.mark_point(size=80, color=ACCENT, strokeWidth=2, opacity=1).encode(
        y=y,
        x=x,
        fill=alt.Fill(
            "exact:N", scale=alt.Scale(domain=[True, False], range=[ACCENT, "white"]), legend=None
        ),
    )
    names = (
        alt.Chart(data)
        .mark_text(align="left", font="sans-serif", fontSize=12, color=INK)
        .encode(y=y, text="label:N", x=alt.value(0))
        .properties(width=300, height=26 * max(1, len(rows)))
    )
    plot = alt.layer(bars, points).properties(width=WIDTH - 320, height=26 * max(1, len(rows)))
    return (
        alt.hconcat(names, plot, spacing=10)
        .resolve_scale(y="shared")
        .properties(background="white")
        .configure_view(stroke=None)
    )

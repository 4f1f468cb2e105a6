"""Counts and measures by year in, lines over time out."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from foedus.report.pictures.baseline.framing import COLOURS, NAMES, WIDTH, Frame, framed, scale

Row = Mapping[str, Any]
_HEIGHT = 330
# apart in hue and in dash, so that they can be told on grey paper too
_LINES = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")
_DASHES = ([1, 0], [6, 3], [2, 2], [8, 3, 2, 3], [10, 4], [4, 2])


def promises_picture(rows: Sequence[Row], notes: Iterable[str]) -> Any:
    """Pairs by promise and year (`year, promise, pairs`, ATOP's words); an Altair chart."""
    import altair as alt

    held = [{**row, "promise": NAMES[row["promise"]]} for row in rows]
    first, last = (edge(row["year"] for row in rows) for edge in (min, max))
    ends = {row["promise"]: row["pairs"] for row in held if row["year"] == last}
    names = [name for name in COLOURS if name in ends]
    chart = (
        alt.Chart(alt.NamedData("rows"))
        .mark_line(strokeWidth=2, interpolate="step-after")
        .encode(
            x=alt.X(
                "year:Q",
                axis=alt.Axis(format="d", title=None, grid=False),
                scale=alt.Scale(domain=[first, last], nice=False),
            ),
            y=alt.Y(
                "pairs:Q",
                title="pairs of states (square-root scale)",
                scale=alt.Scale(type="sqrt"),
            ),
            color=alt.Color("promise:N", scale=scale(alt, ends), title=None),
            strokeDash=alt.StrokeDash(
                "promise:N",
                scale=alt.Scale(domain=names, range=[list(dash) for dash in _DASHES[: len(names)]]),
                title=None,
            ),
        )
        .properties(width=WIDTH, height=_HEIGHT)
    )
    told = ", ".join(f"{name} in {count} pairs" for name, count in ends.items())
    title = f"Promises between states, {first} to {last}"
    frame = Frame("promises", title, tuple(notes), f"{title}. In {last}: {told}.", {"rows": held})
    return framed(chart, frame)


def similarity_picture(
    rows: Sequence[Row], pair: tuple[str, str], labels: Mapping[str, str], notes: Iterable[str]
) -> Any:
    """Measures of two states by year (`year, measure, value`; None: a gap); an Altair chart.

    `labels` names the measures for a reader, in the order in which they are drawn.
    """
    import altair as alt

    held = [{**row, "measure": labels[row["measure"]]} for row in rows if row["measure"] in labels]
    names = list(labels.values())
    known = [row for row in held if row["value"] is not None]
    first, last = (edge(row["year"] for row in held) for edge in (min, max))
    chart = (
        alt.Chart(alt.NamedData("rows"))
        .mark_line(strokeWidth=2, invalid="break-paths-filter-domains")
        .encode(
            x=alt.X(
                "year:Q",
                axis=alt.Axis(format="d", title=None, grid=False),
                scale=alt.Scale(domain=[first, last], nice=False),
            ),
            y=alt.Y("value:Q", title="1: the same, −1: opposite"),
            color=alt.Color(
                "measure:N",
                scale=alt.Scale(domain=names, range=list(_LINES[: len(names)])),
                title=None,
            ),
            strokeDash=alt.StrokeDash(
                "measure:N",
                scale=alt.Scale(domain=names, range=[list(d) for d in _DASHES[: len(names)]]),
                title=None,
            ),
        )
        .properties(width=WIDTH, height=_HEIGHT)
    )
    title = f"How alike the promises of {pair[0]} and {pair[1]} are, {first} to {last}"
    told = "; ".join(_ends(name, known) for name in names)
    frame = Frame("similarity", title, tuple(notes), f"{title}. {told}.", {"rows": held})
    return framed(chart, frame)


def _ends(name: str, known: Sequence[Row]) -> str:
    own = [row for row in known if row["measure"] == name]
    if not own:
        return f"{name}: not known"
    one, two = own[0], own[-1]
    return f"{name}: {one['value']:.2f} in {one['year']}, {two['value']:.2f} in {two['year']}"

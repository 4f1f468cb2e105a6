"""Scored predictions in tenths in, a reliability diagram out: stated against came about, with n.

A tenth with fewer cases than a rate needs shows its n and no point.
"""

from collections.abc import Sequence
from typing import Any

from foedus.history.forecasts import Bin
from foedus.report.pictures.baseline.framing import Frame, framed
from foedus.report.pictures.drawing import AGREEMENT, INK, SOFT
from foedus.report.pictures.lettering import SMALL

_SIDE = 420


def reliability_picture(bins: Sequence[Bin], scale: str) -> Any:
    """The Altair chart of the tenths that hold any case; `scale` names how words were read."""
    import altair as alt

    rows = [_row(one) for one in bins]
    axis = alt.Axis(format=".0%", grid=True, values=[0, 0.2, 0.4, 0.6, 0.8, 1])
    whole = alt.Scale(domain=[0, 1], nice=False)
    x = alt.X("stated:Q", title="stated (mean of the tenth)", scale=whole, axis=axis)
    y = alt.Y("came:Q", title="came about", scale=whole, axis=axis)
    even = alt.Chart(alt.InlineData(values=[{"stated": 0, "came": 0}, {"stated": 1, "came": 1}]))
    points = alt.Chart(alt.NamedData("rows")).transform_filter("datum.came !== null")
    layers = (
        even.mark_line(color=SOFT, strokeDash=[5, 4], strokeWidth=1.4).encode(x=x, y=y),
        points.mark_rule(color=AGREEMENT, strokeWidth=1.8).encode(x=x, y="low:Q", y2="high:Q"),
        points.mark_point(
            shape="circle", size=90, fill=AGREEMENT, stroke=AGREEMENT, opacity=1
        ).encode(x=x, y=y),
        alt.Chart(alt.NamedData("rows"))
        .mark_text(fontSize=SMALL, color=INK, baseline="bottom", dy=-4)
        .encode(x=x, y=alt.value(_SIDE), text="label:N"),
    )
    chart = alt.layer(*layers).properties(width=_SIDE, height=_SIDE)
    n = sum(one.cases.n for one in bins)
    title = f"What was foretold and what came about, {n} predictions"
    notes = (
        "On the dashed line things come about as often as stated. Bars: Wilson's 95 % interval.",
        f"Words of likelihood by the scale {scale}, at the middle of a range. Under 10: n alone.",
    )
    words = f"{title}. {' '.join(_told(one) for one in bins)}"
    return framed(chart, Frame("reliability", title, notes, words, {"rows": rows}, _SIDE))


def _row(one: Bin) -> dict[str, Any]:
    cases = one.cases
    low, high = cases.share_interval or (None, None)
    stated = sum(case.probability for case in cases.cases) / cases.n
    return {
        "stated": stated,
        "came": cases.share,
        "low": low,
        "high": high,
        "label": f"n = {cases.n}" if cases.n > 1 else "1",
    }


def _told(one: Bin) -> str:
    tenth = f"{one.low:.0%} to {one.high:.0%}, n = {one.cases.n}"
    if one.cases.share is None:
        return f"{tenth}: too few to judge."
    return f"{tenth}: {one.cases.share:.0%} came about."

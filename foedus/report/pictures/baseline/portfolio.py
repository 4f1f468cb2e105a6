"""The treaties of a state in; out, a bar each from begin to end, coloured by its promise."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from foedus.report.pictures.baseline.framing import WIDTH, Frame, framed, scale
from foedus.report.pictures.drawing import SOFT
from foedus.report.pictures.lettering import SMALL, inert, lines_that_fit

_ROW, _LABEL = 19, 300
_LEAST = 0.7  # years that a bar has at least, so that it can be seen
_NOTHING = "none of its own"


@dataclass(frozen=True, slots=True)
class Held:
    """One treaty: what to call it, and the times in which the state was bound by it.

    Each time has its first and last day (None: bound as the coding ended) and the weightiest
    promise in reader's words, "" where the state promised nothing itself.
    """

    label: str
    times: tuple[tuple[date, date | None, str], ...]


def portfolio_picture(who: str, held: Sequence[Held], ends: date, notes: Iterable[str]) -> Any:
    """The treaties under each other, by begin; an Altair chart.

    A gap in a row is a time in which the state was not bound; `ends` is the day on which the
    coding ends.
    """
    import altair as alt

    labels = [
        {"n": n, "label": lines_that_fit(one.label, _LABEL, 1, SMALL)} for n, one in enumerate(held)
    ]
    rows = [
        {
            "n": n,
            "since": _year(since),
            "until": max(_year(until or ends), _year(since) + _LEAST),
            "promise": promise or _NOTHING,
            "open": "→" if until is None else "",
        }
        for n, one in enumerate(held)
        for since, until, promise in one.times
    ]
    y = alt.Y("n:O", axis=None)
    # the label of a row is text beside it and no axis: two treaties may bear one name
    names = (
        alt.Chart(alt.NamedData("labels"))
        .mark_text(align="right", fontSize=SMALL, color=SOFT, dx=-8)
        .encode(x=alt.value(0), y=y, text="label:N")
    )
    first, last = min(_year(one.times[0][0]) for one in held), _year(ends)
    x = alt.X(
        "since:Q",
        axis=alt.Axis(format="d", title=None),
        scale=alt.Scale(domain=[first, last + 1], nice=False),
    )
    present = {promise or _NOTHING for one in held for _, _, promise in one.times}
    base = alt.Chart(alt.NamedData("rows"))
    colour = alt.Color("promise:N", scale=_scale(alt, present), title="weightiest promise")
    bars = base.mark_bar(height=10).encode(x=x, x2="until:Q", y=y, color=colour)
    open_ = base.mark_text(align="left", fontSize=SMALL, color=SOFT, dx=3).encode(
        x="until:Q", y=y, text="open:N"
    )
    coded = alt.Chart(alt.NamedData("ends")).mark_rule(color=SOFT, strokeDash=[3, 3]).encode(x=x)
    width = WIDTH - _LABEL
    chart = alt.layer(names, coded, bars, open_).properties(width=width, height=alt.Step(_ROW))
    title = f"The treaties of {who} in ATOP, {held[0].times[0][0].year} to {ends.year}"
    told = "; ".join(f"{inert(one.label)}, {_times(one)}" for one in held)
    said = "An arrow: still bound as the coding ended (dashed line). A gap: not bound."
    data = {"rows": rows, "labels": labels, "ends": [{"since": last}]}
    frame = Frame("portfolio", title, (said, *notes), f"{title}: {told}.", data, width)
    return framed(chart, frame)


def _times(held: Held) -> str:
    """ "1894 to 1917, defence"."""
    return " and ".join(
        f"{since.year} to {until.year if until else 'the end'}, {promise or _NOTHING}"
        for since, until, promise in held.times
    )


def _scale(alt: Any, present: set[str]) -> Any:
    found = scale(alt, present)
    if _NOTHING in present:
        found = alt.Scale(domain=[*found.domain, _NOTHING], range=[*found.range, "#999999"])
    return found


def _year(day: date) -> float:
    """The day as a year and the part of it that is gone."""
    return round(day.year + (day.timetuple().tm_yday - 1) / 366, 3)

"""The treaties of a state in; out, a bar each from begin to end, coloured by its promise."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from foedus.report.pictures.baseline.framing import WIDTH, Frame, framed, scale
from foedus.report.pictures.drawing import SOFT
from foedus.report.pictures.lettering import SMALL, inert, lines_that_fit

MOST = 60  # treaties that one picture holds
_ROW, _LABEL = 19, 300


@dataclass(frozen=True, slots=True)
class Held:
    """One treaty: what to call it, from when to when, its weightiest promise in reader's words.

    `until` None: the state was bound as the coding ended.
    """

    label: str
    since: date
    until: date | None
    promise: str


def portfolio_picture(
    who: str, held: Sequence[Held], ends: date, notes: Iterable[str]
) -> tuple[Any, int]:
    """The treaties under each other, by begin; an Altair chart, and how many are left out.

    Of very many the longest stand; `ends` is the day on which the coding ends.
    """
    import altair as alt

    longest = sorted(held, key=lambda one: (one.since - (one.until or ends)).days)
    kept = set(map(id, longest[:MOST]))
    shown = [one for one in held if id(one) in kept]
    rows = [
        {
            "n": n,
            "label": lines_that_fit(one.label, _LABEL, 1, SMALL),
            "since": _year(one.since),
            "until": _year(one.until or ends),
            "promise": one.promise or "none of its own",
            "open": "→" if one.until is None else "",
        }
        for n, one in enumerate(shown)
    ]
    base = alt.Chart(alt.NamedData("rows"))
    # the label of a row stands beside its bar's axis, as text: two treaties may bear one name
    names = base.mark_text(align="right", fontSize=SMALL, color=SOFT, dx=-8).encode(
        x=alt.value(0), y=alt.Y("n:O", axis=None), text="label:N"
    )
    x = alt.X(
        "since:Q",
        axis=alt.Axis(format="d", title=None),
        scale=alt.Scale(domain=[min(r["since"] for r in rows), _year(ends) + 1], nice=False),
    )
    present = {one.promise or "none of its own" for one in shown}
    bars = base.mark_bar(height=10).encode(
        x=x,
        x2="until:Q",
        y=alt.Y("n:O", axis=None),
        color=alt.Color("promise:N", scale=_scale(alt, present), title="weightiest promise"),
    )
    open_ = base.mark_text(align="left", fontSize=SMALL, color=SOFT, dx=3).encode(
        x="until:Q", y=alt.Y("n:O", axis=None), text="open:N"
    )
    chart = alt.layer(names, bars, open_).properties(width=WIDTH - _LABEL, height=alt.Step(_ROW))
    left_out = len(held) - len(shown)
    title = f"The treaties of {who} in ATOP"
    told = "; ".join(
        f"{inert(one.label)}, {one.since.year} to {one.until.year if one.until else 'the end'}, "
        f"{one.promise or 'no promise of its own'}"
        for one in shown
    )
    more = [f"{left_out} shorter treaties are left out."] if left_out else []
    arrow = "An arrow: still bound as the coding ended."
    notes = (arrow, *more, *notes)
    frame = Frame("portfolio", title, notes, f"{title}: {told}.", {"rows": rows})
    return framed(chart, frame), left_out


def _scale(alt: Any, present: set[str]) -> Any:
    found = scale(alt, present)
    if "none of its own" in present:
        found = alt.Scale(
            domain=[*found.domain, "none of its own"], range=[*found.range, "#999999"]
        )
    return found


def _year(day: date) -> float:
    """The day as a year and the part of it that is gone."""
    return round(day.year + (day.timetuple().tm_yday - 1) / 366, 3)

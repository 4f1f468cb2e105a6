"""What the pictures of the baseline share: colours and names of promises, title, note, sources.

Colours are those of Okabe and Ito (2008, "Color Universal Design"), which people with any colour
vision tell apart.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from foedus.report.pictures.drawing import FONT, INK, RULE, SOFT
from foedus.report.pictures.lettering import SMALL, inert, lines_that_fit

# ATOP's word, what a reader calls it, its colour; the weightiest first
PROMISES: tuple[tuple[str, str, str], ...] = (
    ("defense", "defence", "#0072b2"),
    ("offense", "offence", "#d55e00"),
    ("neutral", "neutrality", "#e69f00"),
    ("nonagg", "non-aggression", "#009e73"),
    ("consul", "consultation", "#cc79a7"),
)
NAMES = {word: name for word, name, _ in PROMISES}
COLOURS = {name: colour for _, name, colour in PROMISES}
# of a map: no bond, who holds it is open, the state itself; none of them turns with the page
NONE, UNKNOWN, SELF = "#dcd7cb", "#8a8577", "#b2182b"
WIDTH = 820


def weightiest(promises: Iterable[str]) -> str:
    """The reader's name of the weightiest of ATOP's words; "" of none."""
    held = set(promises)
    return next((name for word, name, _ in PROMISES if word in held), "")


def scale(alt: Any, present: Iterable[str]) -> Any:
    """The colours of the promises that are there, in order of weight."""
    held = set(present)
    shown = [name for name in COLOURS if name in held]
    return alt.Scale(domain=shown, range=[COLOURS[name] for name in shown])


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a chart: its id, title, notes and sources, and its text alternative.

    `data` are the rows of the chart by name, kept apart: Altair copies what stands inside a chart
    whenever charts are put together.
    """

    id: str
    title: str
    notes: tuple[str, ...]
    words: str
    data: Mapping[str, Any] = field(default_factory=dict)
    width: int = WIDTH


def framed(chart: Any, frame: Frame) -> Any:
    """The chart with its title, with notes and sources under it, and its text alternative."""
    import altair as alt

    room = frame.width
    lines = [
        line for note in frame.notes for line in lines_that_fit(note, room, 3, SMALL).split("\n")
    ]
    # a picture without an axis of its own carries the notes under its plot
    foot = (
        alt.Chart(alt.InlineData(values=[{"text": line, "row": n} for n, line in enumerate(lines)]))
        .mark_text(align="left", baseline="top", fontSize=SMALL, color=SOFT, font=FONT)
        .encode(
            x=alt.value(0),
            y=alt.Y("row:O", axis=None),
            text="text:N",
        )
        .properties(width=frame.width, height=alt.Step(SMALL * 1.35))
    )
    told = {"id": frame.id, "title": inert(frame.title), "words": inert(frame.words)}
    return (
        alt.vconcat(chart, foot, spacing=10)
        .properties(
            title=alt.TitleParams(
                lines_that_fit(frame.title, room, 2, 15.0).split("\n"),
                anchor="start",
                fontSize=15,
                color=INK,
                font=FONT,
                offset=10,
            ),
            padding=8,
            usermeta=told,
            datasets=dict(frame.data),
        )
        .configure(background="transparent", font=FONT)
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=SOFT,
            titleColor=SOFT,
            gridColor=RULE,
            domainColor=RULE,
            tickColor=RULE,
            labelFontSize=SMALL,
            titleFontSize=SMALL,
            titleFontWeight="normal",
            labelFont=FONT,
            titleFont=FONT,
        )
        .configure_legend(
            labelColor=INK,
            titleColor=SOFT,
            labelFontSize=SMALL,
            titleFontSize=SMALL,
            titleFontWeight="normal",
            orient="top",
            labelFont=FONT,
            titleFont=FONT,
        )
    )

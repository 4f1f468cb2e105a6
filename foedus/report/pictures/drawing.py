"""Marks at their places in, an Altair chart out; a chart in, one static, inert SVG element out.

The SVG takes its colours from the page that it stands in, so that it is light or dark with it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

from foedus.report.pictures.lettering import LEADING, SIZE, inert

FONT = "sans-serif"
INK, SOFT, RULE = "#1b1d21", "#5b616b", "#ddd7ca"
AGREEMENT, EXCHANGE, VISIT = "#8a2b1f", "#1f5f8a", "#4a6a32"
# what the page may set; the colour itself stands where it does not
VARIABLES = {
    INK: "--ink",
    SOFT: "--soft",
    RULE: "--rule",
    AGREEMENT: "--agreement",
    EXCHANGE: "--exchange",
    VISIT: "--visit",
}
HOLLOW = "#ffffff"
BROAD = 600  # pixels; on a telephone a broader picture is moved sideways, not made smaller
TO_RIGHT, TO_LEFT = "M0,0L-1,-0.45L-1,0.45Z", "M0,0L1,-0.45L1,0.45Z"  # both with the tip at 0,0
_SVG = "{http://www.w3.org/2000/svg}"
_KEPT = frozenset(
    "d x y x1 y1 x2 y2 dx dy r width height transform fill stroke stroke-width stroke-dasharray "
    "opacity text-anchor font-family font-size font-weight points cx cy rx ry".split()
)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line, in pixels from the upper left."""

    start: tuple[float, float]
    end: tuple[float, float]
    colour: str = INK
    width: float = 1.8
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """A dot, an arrow head or any other shape at a place."""

    at: tuple[float, float]
    shape: str
    colour: str
    size: float = 400
    filled: bool = True


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of text; `at` is the middle of the height, and the edge that `anchor` names."""

    at: tuple[float, float]
    text: str
    anchor: str = "start"
    colour: str = INK
    size: float = SIZE
    bold: bool = False


Mark = Stroke | Sign | Words


@dataclass(frozen=True, slots=True)
class Sheet:
    """A picture's marks, its size in pixels, and what it says to somebody who does not see it."""

    id: str
    title: str
    words: str
    size: tuple[float, float]
    marks: list[Mark] = field(default_factory=list)

    def chart(self) -> Any:
        """The sheet as an Altair chart; strokes lie under signs, signs under words."""
        import altair as alt

        layers = [
            *_strokes(alt, self.size, [m for m in self.marks if isinstance(m, Stroke)]),
            *_signs(alt, self.size, [m for m in self.marks if isinstance(m, Sign)]),
            *_texts(alt, self.size, [m for m in self.marks if isinstance(m, Words)]),
        ]
        told = {"id": self.id, "title": inert(self.title), "words": inert(self.words)}
        width, height = self.size
        return (
            alt.layer(*layers)
            .properties(width=width, height=height, padding=4, usermeta=told)
            .configure(background="transparent")
            .configure_view(stroke=None)
        )


def _places(alt: Any, size: tuple[float, float]) -> tuple[Any, Any]:
    """Both axes count pixels."""
    width, height = size
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, width], nice=False, zero=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[height, 0], nice=False, zero=False))
    return x, y


def _strokes(alt: Any, size: tuple[float, float], strokes: Sequence[Stroke]) -> Iterable[Any]:
    x, y = _places(alt, size)
    for style, group in _alike(strokes, lambda s: (s.colour, s.width, s.dashed)).items():
        colour, width, dashed = style
        rows = [{"x": s.start[0], "y": s.start[1], "x2": s.end[0], "y2": s.end[1]} for s in group]
        dash = {"strokeDash": [5, 4]} if dashed else {}
        mark = alt.Chart(alt.Data(values=rows)).mark_rule(color=colour, strokeWidth=width, **dash)
        yield mark.encode(x=x, y=y, x2="x2:Q", y2="y2:Q")


def _signs(alt: Any, size: tuple[float, float], signs: Sequence[Sign]) -> Iterable[Any]:
    x, y = _places(alt, size)
    for style, group in _alike(signs, lambda s: (s.shape, s.colour, s.size, s.filled)).items():
        shape, colour, area, filled = style
        rows = [{"x": s.at[0], "y": s.at[1]} for s in group]
        mark = alt.Chart(alt.Data(values=rows)).mark_point(
            shape=shape,
            size=area,
            fill=colour if filled else HOLLOW,
            stroke=colour,
            strokeWidth=0 if filled and shape != "circle" else 1.8,
            opacity=1,
        )
        yield mark.encode(x=x, y=y)


def _texts(alt: Any, size: tuple[float, float], texts: Sequence[Words]) -> Iterable[Any]:
    x, y = _places(alt, size)
    for style, group in _alike(texts, lambda w: (w.anchor, w.colour, w.size, w.bold)).items():
        anchor, colour, letters, bold = style
        rows = [
            # Vega sets the first line at the place: half the others go above it
            {
                "x": w.at[0],
                "y": w.at[1] - w.text.count("\n") * letters * LEADING / 2,
                "text": w.text,
            }
            for w in group
        ]
        mark = alt.Chart(alt.Data(values=rows)).mark_text(
            font=FONT,
            fontSize=letters,
            lineHeight=letters * LEADING,
            fontWeight=600 if bold else 400,
            align={"start": "left", "middle": "center", "end": "right"}[anchor],
            baseline="middle",
            lineBreak="\n",
            color=colour,
        )
        yield mark.encode(x=x, y=y, text="text:N")


def _alike(marks: Iterable[Any], style: Any) -> Mapping[tuple[Any, ...], list[Any]]:
    groups: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for mark in marks:
        groups[style(mark)].append(mark)
    return groups


def svg(chart: Any) -> str:
    """The chart as one static SVG element: it loads nothing, has no handler and says what it shows.

    Takes the text alternative from the chart's `usermeta` (`id`, `title`, `words`), as `Sheet`
    sets it.
    """
    import vl_convert

    specification = chart.to_dict()
    drawn: str = vl_convert.vegalite_to_svg(specification)
    root = ElementTree.fromstring(drawn)  # noqa: S314 - drawn a line above, from our own chart
    told = specification.get("usermeta", {})
    picture = _bare(root)
    size = {name: root.get(name, "") for name in ("width", "height", "viewBox")}
    _named(picture, size, told)
    return ElementTree.tostring(picture, encoding="unicode")


def _named(picture: ElementTree.Element, size: dict[str, str], told: dict[str, str]) -> None:
    """Size, role and text alternative of the whole picture, with ids of its own."""
    picture.attrib.clear()
    id_ = f"picture-{told.get('id', 'chart')}"
    attributes = {"xmlns": _SVG[1:-1], "id": id_, "class": "picture", **size}
    if float(size["width"]) > BROAD:
        attributes["class"] = "picture broad"
    attributes |= {"role": "img", "aria-labelledby": f"{id_}-title {id_}-words"}
    for name, value in attributes.items():
        picture.set(name, value)
    for place, (tag, key) in enumerate((("title", "title"), ("desc", "words"))):
        element = ElementTree.Element(tag, {"id": f"{id_}-{key}"})
        element.text = told.get(key, "")
        picture.insert(place, element)


def _bare(element: ElementTree.Element) -> ElementTree.Element:
    """The element with what is drawn only: no labels by mark, no ids, nothing that is unseen."""
    tag = element.tag.removeprefix(_SVG)
    kept = {n: _colour(n, v) for n, v in element.attrib.items() if n in _KEPT and v != "none"}
    if "fill" not in kept and tag in ("path", "rect"):
        kept["fill"] = "none"
    if tag == "text":
        kept |= {"stroke": "var(--paper, #fff)", "stroke-width": "4", "paint-order": "stroke"}
        kept["stroke-linejoin"] = "round"
    made = ElementTree.Element(tag, kept)
    made.text = element.text
    for child in element:
        inner = _bare(child)
        inner.tail = child.tail
        if inner.tag != "rect" and (inner.get("d") or inner.tag != "path") and _is_seen(child):
            made.append(inner)
    return made


def _is_seen(element: ElementTree.Element) -> bool:
    return element.get("class") not in ("background", "foreground")


def _colour(name: str, value: str) -> str:
    if name not in ("fill", "stroke"):
        return value
    if value in VARIABLES:
        return f"var({VARIABLES[value]}, {value})"
    return f"var(--paper, {value})" if value == HOLLOW else value

"""A brief in, one self-contained HTML page out: light and dark, for screen and A4, no script."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from foedus.model.document import Span
from foedus.report.inert import with_pictures
from foedus.report.items import LIBRARY, TITLES, Brief, Cited, Item
from foedus.report.markdown import by_number

PICTURES = {
    "ties": "Who is tied to whom, and what is said to pass between them.",
    "timeline": "The dated events; distances are not to scale.",
}
# of a paragraph, so many characters are shown on either side of the cited words
AROUND = 500
LEFT_OUT = "[…]"


@dataclass(frozen=True, slots=True)
class Line:
    """An item of the brief with the anchor that its passages lead back to."""

    id: str
    item: Item


@dataclass(frozen=True, slots=True)
class Section:
    """A section's lines: the reports' in front, those behind the fold, the library's in front."""

    name: str
    title: str
    shown: tuple[Line, ...]
    more: tuple[Line, ...]
    notes: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place that cites a passage: its anchor, its letter and the section that it stands in."""

    id: str
    letter: str
    section: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of the page; `again` is the number under which its paragraph stood first."""

    cited: Cited
    pieces: tuple[tuple[str, bool], ...]
    places: tuple[Place, ...]
    again: int | None


@cache
def environment() -> Environment:
    """The templates of pages: everything escaped, nothing that acts on the reader's screen."""
    return Environment(
        loader=PackageLoader("foedus.report"),
        autoescape=True,
        finalize=_inert,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _inert(value: object) -> object:
    """Text without what would act on the reader's screen; our own markup as it is."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return with_pictures(value)
    return value


def to_html(brief: Brief) -> str:
    """The page. Text from documents is escaped; the pictures are our own static SVG."""
    lines = {name: _lines(brief, name) for name in ("as_of", *TITLES)}
    pictures = {
        name: (Markup(brief.pictures[name]), caption)  # noqa: S704 - drawn by us, nothing of it acts
        for name, caption in PICTURES.items()
        if name in brief.pictures
    }
    return (
        environment()
        .get_template("brief.html.j2")
        .render(
            brief=brief,
            as_of=lines["as_of"],
            sections=[_section(name, title, lines[name]) for name, title in TITLES.items()],
            library=LIBRARY,
            passages=_passages(brief, lines),
            pictures=pictures,
        )
    )


def _lines(brief: Brief, name: str) -> tuple[Line, ...]:
    return tuple(Line(f"{name}-{index}", item) for index, item in enumerate(brief[name]))


def _section(name: str, title: str, lines: tuple[Line, ...]) -> Section:
    front = [line for line in lines if not line.item.behind]
    return Section(
        name,
        title,
        tuple(line for line in front if not line.item.library),
        tuple(line for line in lines if line.item.behind),
        tuple(line for line in front if line.item.library),
    )


def _passages(brief: Brief, lines: Mapping[str, tuple[Line, ...]]) -> list[Passage]:
    places: dict[int, list[Place]] = {}
    for name, section in lines.items():
        for line in section:
            for number in brief.numbers(line.item.claims):
                known = places.setdefault(number, [])
                known.append(Place(line.id, lettered(len(known)), TITLES.get(name, "the head")))
    first: dict[tuple[str, Span], int] = {}
    made = []
    for cited in by_number(brief):
        number = first.setdefault((cited.document, cited.context), cited.number)
        again = number if number != cited.number else None
        known = places.get(cited.number, [])
        made.append(Passage(cited, tuple(in_context(cited)), tuple(known), again))
    return made


def lettered(index: int) -> str:
    """0 is "a", 25 is "z", 26 is "aa"."""
    before, letter = divmod(index, 26)
    return (lettered(before - 1) if before else "") + chr(ord("a") + letter)


def in_context(cited: Cited) -> list[tuple[str, bool]]:
    """The context cut into pieces of text, each with whether it is the cited passage.

    Of what is not cited only the nearest words are kept: a page may be one long line.
    """
    spans = sorted(cited.spans)
    starts = [cited.context.start, *(span.end for span in spans)]
    ends = [*(span.start for span in spans), cited.context.end]
    pieces: list[tuple[str, bool]] = []
    for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
        around = _cut(cited, Span(start, max(start, end)))
        pieces.append((nearest(around, index > 0, index < len(spans)), False))
        if index < len(spans):
            pieces.append((_cut(cited, spans[index]), True))
    return [piece for piece in pieces if piece[0]]


def nearest(text: str, follows: bool, leads: bool) -> str:
    """The words of a text that follow what is cited, and those that lead to what is."""
    if len(text) <= AROUND * (follows + leads):
        return text
    head = text[:AROUND].rsplit(maxsplit=1)[0] + " " if follows else ""
    tail = " " + text[-AROUND:].split(maxsplit=1)[-1] if leads else ""
    return f"{head}{LEFT_OUT}{tail}"


def _cut(cited: Cited, span: Span) -> str:
    start = cited.context.start
    return cited.context_words[span.start - start : span.end - start]

"""A brief in, one self-contained HTML page out: light and dark, for screen and A4, no script."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from foedus.model.document import Span
from foedus.report.inert import with_pictures
from foedus.report.items import LIBRARY, TITLES, Brief, Cited
from foedus.report.markdown import by_number


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("foedus.report"),
        autoescape=True,
        finalize=_inert,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["in_context"] = in_context
    return environment


def _inert(value: object) -> object:
    """Text without what would act on the reader's screen; our own markup as it is."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return with_pictures(value)
    return value


def to_html(brief: Brief) -> str:
    """The page. Text from documents is escaped; the pictures are our own static SVG."""
    passages = by_number(brief)
    first_use: dict[int, str] = {}
    for name in ("as_of", *TITLES):
        for index, item in enumerate(brief[name]):
            for number in brief.numbers(item.claims):
                first_use.setdefault(number, f"{name}-{index}")
    return (
        _environment()
        .get_template("brief.html.j2")
        .render(
            brief=brief,
            titles=TITLES,
            library=LIBRARY,
            passages=passages,
            first_use=first_use,
            pictures={name: Markup(svg) for name, svg in brief.pictures.items()},  # noqa: S704 - drawn by us
        )
    )


def in_context(cited: Cited) -> list[tuple[str, bool]]:
    """The context cut into pieces of text, each with whether it is the cited passage."""
    pieces: list[tuple[str, bool]] = []
    at = cited.context.start
    for span in sorted(cited.spans):
        pieces.append((_cut(cited, Span(at, max(at, span.start))), False))
        pieces.append((_cut(cited, span), True))
        at = span.end
    pieces.append((_cut(cited, Span(at, max(at, cited.context.end))), False))
    return [piece for piece in pieces if piece[0]]


def _cut(cited: Cited, span: Span) -> str:
    start = cited.context.start
    return cited.context_words[span.start - start : span.end - start]

"""A report's page in, where its own dates do not fit each other out: metadata against dateline."""

from collections.abc import Iterator
from datetime import date

from foedus.model.document import Receipt, Span
from foedus.read.dateline import datelines, head_dates
from foedus.report.comparing.sides import cited, side
from foedus.report.desk import Desk, sentence
from foedus.report.dossier import Source
from foedus.report.items import Item
from foedus.report.naming import day_words

_STATED = {
    "metadata": "the page's metadata",
    "user": "whoever read it in",
    "dateline": "the page itself",
}


def page_dates(desk: Desk) -> Iterator[Item]:
    """A day of publication that the page's head contradicts, once a report."""
    for source in desk.sources():
        found = next(
            filter(None, (_two_days(source, receipt) for receipt in source.receipts)), None
        )
        if found is None:
            continue
        published, by, day, span = found
        shown = side(desk, source, span, (), day_words(day))
        said = f"{_STATED[by]} says {day_words(published)}, its dateline {day_words(day)}"
        yield Item(
            sentence(f"{source.label}: {said}"),
            cited([shown]),
            {
                "kind": "metadata",
                "reports": [source.letter],
                "sides": [shown],
                "published": published.isoformat(),
                "published_from": by,
                "dateline": day.isoformat(),
            },
        )


def _two_days(source: Source, receipt: Receipt) -> tuple[date, str, date, Span] | None:
    """The day of publication, where it is from, and the dateline that gives another day."""
    text, lines = source.document, source.lines
    published, by = receipt.published, str(receipt.published_from)
    if published is None:
        return None
    own = datelines(text, lines, published)
    printed = [found for found in head_dates(text, lines) if found not in own]
    if by == "dateline" and own and printed:
        published = printed[0][0]
    head = own or (printed if by != "dateline" else [])
    if not head or published in {day for day, _ in head}:
        return None
    return published, by, *head[0]

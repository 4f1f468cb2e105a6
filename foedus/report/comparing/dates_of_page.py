"""A report's page in, where its own dates do not fit each other out: metadata against dateline."""

from collections.abc import Iterator

from foedus.read.dateline import datelines, head_dates
from foedus.report.comparing.sides import cited, side
from foedus.report.desk import Desk, sentence
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
        text, lines = source.document, source.lines
        printed = head_dates(text, lines)
        for receipt in source.receipts:
            if not receipt.published:
                continue
            own = datelines(text, lines, receipt.published)
            head = own or (printed if receipt.published_from != "dateline" else [])
            if not head or receipt.published in {day for day, _ in head}:
                continue
            day, span = head[0]
            shown = side(desk, source, span, (), day_words(day))
            by = _STATED[str(receipt.published_from)]
            published = day_words(receipt.published)
            yield Item(
                sentence(f"{source.label}: {by} says {published}, its dateline {day_words(day)}"),
                cited([shown]),
                {
                    "kind": "metadata",
                    "reports": [source.letter],
                    "sides": [shown],
                    "published": receipt.published.isoformat(),
                    "published_from": receipt.published_from,
                    "dateline": day.isoformat(),
                },
            )
            break

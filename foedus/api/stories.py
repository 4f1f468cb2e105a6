"""A ledger in, its stories out: which of its documents tell of one event."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date

from foedus.api.shown import Table
from foedus.ledger import Ledger
from foedus.model.document import KEPT_ROLES, Document, LineRole
from foedus.read.clean import line_roles
from foedus.read.stories import Report, grouped, report_of

Progress = Callable[[str], None]
_SHOWN = ("story", "title", "first", "last", "documents", "publishers")


def stories_of(ledger: Ledger, progress: Progress = lambda _: None) -> Table:
    """The stories of all documents, the newest first: a row each.

    A row has `story` (the id of its first document), `title` (its first headline, "" where none
    has one), `first` and `last` (days of publication, None where none is known), `documents`,
    `publishers`, and the ids of the documents.
    """
    published: dict[str, list[date]] = defaultdict(list)
    publishers: dict[str, list[str]] = defaultdict(list)
    for receipt in ledger.receipts():
        if receipt.published:
            published[receipt.document].append(receipt.published)
        if receipt.publisher:
            publishers[receipt.document].append(receipt.publisher)
    titles: dict[str, str] = {}
    reports: list[Report] = []
    for row in ledger.documents():
        id_ = row["id"]
        progress(id_[:8])
        title, text = _opening(ledger.document(id_))
        titles[id_] = title
        reports.append(report_of(id_, title, text, min(published[id_], default=None)))
    rows = []
    for story in grouped(reports):
        days = [report.day for report in story if report.day]
        ids = [report.id for report in story]
        rows.append(
            {
                "story": ids[0],
                "title": next((titles[one] for one in ids if titles[one]), ""),
                "first": min(days).isoformat() if days else None,
                "last": max(days).isoformat() if days else None,
                "documents": len(ids),
                "publishers": list(dict.fromkeys(p for one in ids for p in publishers[one])),
                "ids": ids,
            }
        )
    return Table(sorted(rows, key=lambda row: str(row["last"] or ""), reverse=True), _SHOWN)


def _opening(document: Document) -> tuple[str, str]:
    """The headline of a document, and its lines that are no furniture."""
    lines = line_roles(document)
    heads = [one.span.of(document.text) for one in lines if one.role is LineRole.HEADLINE]
    kept = (one.span.of(document.text) for one in lines if one.role in KEPT_ROLES)
    return " ".join((heads[0] if heads else "").split()), "\n".join(kept)

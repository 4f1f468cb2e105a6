"""A ledger in, its stories out: which of its documents tell of one event."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date

from foedus.api.shown import Table
from foedus.ledger import Ledger
from foedus.model.document import KEPT_ROLES, Document, LineRole
from foedus.model.errors import InputError
from foedus.model.reading import Row
from foedus.read.clean import line_roles
from foedus.read.stories import Report, credited, grouped, report_of, reprints

Progress = Callable[[str], None]
_SHOWN = ("story", "title", "first", "last", "documents", "independent", "publishers")


def stories_of(
    ledger: Ledger,
    progress: Progress = lambda _: None,
    documents: Collection[str] | None = None,
) -> Table:
    """The stories of the documents (ids; default: all), the newest first: a row each.

    A row has `story` (the id of its first document), `title` (its first headline, "" where none
    has one), `first` and `last` (days of publication, None where none is known), `documents`, how
    many of them are `independent` (reprints of one text are one), `publishers`, and `texts`: for
    each text the `ids` of its documents and its `origin`, the medium that it credits (or None).
    """
    published: dict[str, list[date]] = defaultdict(list)
    publishers: dict[str, list[str]] = defaultdict(list)
    for receipt in ledger.receipts():
        if receipt.published:
            published[receipt.document].append(receipt.published)
        if receipt.publisher:
            publishers[receipt.document].append(receipt.publisher)
    titles: dict[str, str] = {}
    texts: dict[str, str] = {}
    reports: list[Report] = []
    for row in ledger.documents():
        id_ = row["id"]
        if documents is not None and id_ not in documents:
            continue
        progress(id_[:8])
        title, text = _opening(ledger.document(id_))
        titles[id_], texts[id_] = title, text
        reports.append(report_of(id_, title, text, min(published[id_], default=None)))
    rows = []
    for story in grouped(reports):
        days = [report.day for report in story if report.day]
        ids = [report.id for report in story]
        same = reprints({one: texts[one] for one in ids})
        rows.append(
            {
                "story": ids[0],
                "title": next((titles[one] for one in ids if titles[one]), ""),
                "first": min(days).isoformat() if days else None,
                "last": max(days).isoformat() if days else None,
                "documents": len(ids),
                "independent": len(same),
                "publishers": list(dict.fromkeys(p for one in ids for p in publishers[one])),
                "texts": [
                    {
                        "ids": list(text),
                        "origin": next(filter(None, (credited(texts[one]) for one in text)), None),
                    }
                    for text in same
                ],
            }
        )
    return Table(sorted(rows, key=lambda row: str(row["last"] or ""), reverse=True), _SHOWN)


def of_story(stories: Iterable[Row], story: str, among: Sequence[str] | None) -> list[str]:
    """The ids of the story's documents, perhaps only those `among` some (ids or beginnings).

    Raises InputError where no story, or more than one, begins so.
    """
    found = [row for row in stories if str(row["story"]).startswith(story)]
    if len(found) != 1:
        many = "several stories begin so" if found else "no story begins so"
        raise InputError(f"story {story}: {many}; 'foedus stories --json' tells their ids")
    ids = [str(id_) for text in found[0]["texts"] for id_ in text["ids"]]
    return [id_ for id_ in ids if among is None or any(id_.startswith(one) for one in among)]


def _opening(document: Document) -> tuple[str, str]:
    """The headline of a document, and its lines that are no furniture."""
    lines = line_roles(document)
    heads = [one.span.of(document.text) for one in lines if one.role is LineRole.HEADLINE]
    kept = (one.span.of(document.text) for one in lines if one.role in KEPT_ROLES)
    return " ".join((heads[0] if heads else "").split()), "\n".join(kept)

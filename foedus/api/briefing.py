"""A ledger and the ids of documents in, everything that a brief is composed of out."""

from collections.abc import Iterable, Mapping, Sequence

from foedus.ledger import Ledger, Question, copies_of
from foedus.ledger.origins import Groups, agency
from foedus.ledger.origins import Source as Origin
from foedus.model.document import KEPT_ROLES, Document
from foedus.read.stories import reprints
from foedus.report.dossier import Dossier, Source, said_of_row, told_of_row, with_full_names


def dossier_of(ledger: Ledger, documents: Sequence[str] | None = None) -> Dossier:
    """Everything that the ledger holds of the documents (ids or their beginnings; None: all)."""
    sources = sources_of(ledger, documents or [str(row["id"]) for row in ledger.documents()])
    asked = [(source, Question(document=source.document.id)) for source in sources]
    told = tuple(told_of_row(row, source) for source, q in asked for row in ledger.claims(q))
    said = tuple(said_of_row(row, source) for source, q in asked for row in ledger.statements(q))
    return Dossier(sources, told, with_full_names(said, told))


def sources_of(ledger: Ledger, prefixes: Iterable[str]) -> tuple[Source, ...]:
    """The documents with receipts, lines and letters; of copies which is the first."""
    documents = {found.id: found for found in map(ledger.document, prefixes)}
    letters = {id_: letter(index) for index, id_ in enumerate(documents)}
    first: dict[str, str] = {}
    for group in _copies(ledger, documents):
        ordered = [id_ for id_ in documents if id_ in group]
        first.update(dict.fromkeys(ordered[1:], letters[ordered[0]]))
    return tuple(
        Source(
            document,
            ledger.receipts(id_),
            ledger.page(id_)[0],
            letters[id_],
            first.get(id_, ""),
            agency_of(ledger, document) or "",
        )
        for id_, document in documents.items()
    )


def _copies(ledger: Ledger, documents: Mapping[str, Document]) -> list[list[str]]:
    """The documents in groups of one text: copies by their lines, or reprints by their words."""
    groups = Groups(documents)
    kept = {id_: kept_text(ledger, document) for id_, document in documents.items()}
    same = copies_of(ledger, documents, ledger.judgements().identity)
    for group in (*same, *reprints(kept)):
        for other in group[1:]:
            groups.join(group[0], other)
    return groups.all()


def kept_text(ledger: Ledger, document: Document) -> str:
    """The lines of the document that are no furniture."""
    lines = (x for x in ledger.page(document.id)[0] if x.role in KEPT_ROLES)
    return "\n".join(line.span.of(document.text) for line in lines)


def agency_of(ledger: Ledger, document: Document) -> str | None:
    """The news agency that the document, or a receipt of it, names as its origin."""
    return agency(Origin(document.id, document.text, receipts=ledger.receipts(document.id)))


def letter(index: int) -> str:
    """A, B, ..., Z, AA, AB, ...: the letter of the report at this place."""
    return (letter(index // 26 - 1) if index >= 26 else "") + chr(ord("A") + index % 26)

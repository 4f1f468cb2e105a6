"""A file in, what was read from it kept in the ledger; a DocumentError for what cannot be."""

from dataclasses import replace
from datetime import date

from foedus.api.shown import ReadFile
from foedus.ledger import Ledger
from foedus.model.document import KEPT_ROLES, Receipt
from foedus.model.errors import DocumentError, LedgerError
from foedus.model.reading import Reading
from foedus.read.pipeline import read as read_document
from foedus.read.receive import Received


def take(ledger: Ledger, received: Received) -> ReadFile:
    """Read what was received and keep all of it, or raise DocumentError and keep nothing."""
    name = received.receipt.name
    try:
        reading = read_document(received.document, received.receipt.published, received.hints)
    except Exception as error:
        # whatever a reader stumbles over, the other files are read, and this one is named
        raise our_mistake(name, error) from error
    try:
        added = ledger.add(reading, received.receipt)
    except LedgerError as error:
        raise DocumentError(name, "not-kept", *_in_two(str(error))) from error
    return _read_file(reading, received.receipt, bool(added.documents))


def dated(received: Received, published: date | None) -> Received:
    """The received with the user's day where the page itself gives none."""
    if published is None or received.receipt.published is not None:
        return received
    receipt = replace(received.receipt, published=published, published_from="user")
    return replace(received, receipt=receipt)


def _read_file(reading: Reading, receipt: Receipt, new: bool) -> ReadFile:
    text = reading.document.text
    filled = [line for line in reading.lines if line.span.of(text).strip()]
    return ReadFile(
        name=receipt.name,
        document=reading.document.id,
        new=new,
        lines=len(filled),
        kept=sum(line.role in KEPT_ROLES for line in filled),
        statements=len(reading.statements),
        claims=len(reading.claims),
    )


def our_mistake(name: str, error: Exception) -> DocumentError:
    """The error that tells of one that nobody foresaw, and of what it was met in."""
    problem = f"foedus failed on it ({type(error).__name__}: {str(error)[:200]})"
    return DocumentError(name, "failed", problem, "report this, with the file if you may")


def _in_two(message: str) -> tuple[str, str]:
    """What is wrong with the ledger, and what to do."""
    problem, _, remedy = message.partition("; ")
    return f"the ledger took nothing of it: {problem}", remedy or "check the ledger"

"""A reading and its receipt in, silence or a LedgerError out: is every passage in the document?"""

from collections.abc import Iterator

from foedus.model.document import Receipt, Span
from foedus.model.errors import LedgerError
from foedus.model.reading import Reading
from foedus.model.statement import Statement

Place = tuple[str, Span]


def check(reading: Reading, receipt: Receipt) -> None:
    """Refuse a reading whose passages do not lie in its document, or a receipt of another one."""
    document = reading.document
    if receipt.document != document.id:
        raise LedgerError(
            f"the receipt of {receipt.name} is for document {receipt.document[:12]}, "
            f"the reading is of {document.id[:12]}; give the receipt of this document"
        )
    _check_text(document.text, receipt.name)
    for what, span in (*_of_cast(reading), *_of_statements(reading), *_of_claims(reading)):
        if span.end > len(document.text) or not span.of(document.text).strip():
            raise LedgerError(
                f"{receipt.name}: {what} has the passage {span.start}-{span.end}, which holds no "
                f"words of the document ({len(document.text)} characters); the reader "
                f"{reading.run} has an error, and nothing of this document was stored"
            )
    for line in reading.lines:  # an empty line has a place, but no words
        if line.span.end > len(document.text):
            raise LedgerError(
                f"{receipt.name}: line {line.n} ends at {line.span.end}, after the document's "
                f"{len(document.text)} characters; nothing of this document was stored"
            )


def _check_text(text: str, name: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise LedgerError(
            f"{name}: character {error.start} is half of a surrogate pair and cannot be stored; "
            "decode the text again with its right encoding"
        ) from error


def _of_cast(reading: Reading) -> Iterator[Place]:
    for mention in reading.cast.mentions:
        yield "a mention", mention.span
    for entity in reading.cast.entities:
        for affiliation in entity.affiliations:
            yield f"an affiliation of {entity.name}", affiliation.span


def _of_statements(reading: Reading) -> Iterator[Place]:
    for statement in reading.statements:
        yield from _of_statement(statement)


def _of_statement(statement: Statement) -> Iterator[Place]:
    for part in ("speaker", "cue", "content"):
        for span in getattr(statement, part):
            yield f"the {part} of a statement", span
    for manner in statement.put:
        condition = (manner.condition,) if manner.condition else ()
        told = (*manner.clause, *manner.mood_words, *manner.hedge, *manner.consequence)
        for span in (*told, *condition):
            yield "how a statement is put", span
    for inner in statement.nested:
        yield from _of_statement(inner)


def _of_claims(reading: Reading) -> Iterator[Place]:
    for claim in reading.claims:
        name = f"a claim ({claim.predicate.value})"
        yield name, claim.passage
        for role, filler in claim.roles:
            yield f"the {role} of {name}", filler.span
        for words in (*claim.mood_words, *claim.hedge):
            yield f"the mood of {name}", words
        for span in (claim.time.span, *(voice.span for voice in claim.voice)):
            if span:
                yield f"the voice or time of {name}", span

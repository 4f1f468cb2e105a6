"""A reading and its receipt in, new rows out, each stored once."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table, func, select

from foedus.ledger.checking import check
from foedus.ledger.keys import who_key
from foedus.ledger.tables import CLAIM, DOCUMENT, FOUND, JUDGEMENT, PARTY, RECEIPT, RUN, STATEMENT
from foedus.model.actor import Affiliation
from foedus.model.document import Document, Receipt
from foedus.model.identity import content_hash
from foedus.model.reading import Reading, Row, claim_row, pair, statement_row

FIRST_DAY, LAST_DAY = date.min.isoformat(), date.max.isoformat()
ACTING = ("source", "target")


@dataclass(frozen=True, slots=True)
class Added:
    """How many rows were new."""

    documents: int = 0
    receipts: int = 0
    runs: int = 0
    statements: int = 0
    claims: int = 0
    judgements: int = 0


def stamp(moment: datetime) -> str:
    """The moment as the ledger keeps it; one without a time zone is taken as UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec="microseconds")


def next_stamp(connection: Connection, now: datetime) -> str:
    """The time of recording: now, or just after the last recorded row if the clock is behind it."""
    newest = (connection.scalar(select(func.max(table.c.recorded))) for table in (RUN, JUDGEMENT))
    last = max((moment for moment in newest if moment), default="")
    if stamp(now) > last:
        return stamp(now)
    return stamp(datetime.fromisoformat(last) + timedelta(microseconds=1))


def insert(connection: Connection, table: Table, rows: Iterable[Row]) -> int:
    """Insert the rows that are not there yet (the guards pass over the others); how many were."""
    values = list(rows)
    return connection.execute(table.insert(), values).rowcount if values else 0


def add_reading(connection: Connection, reading: Reading, receipt: Receipt, now: datetime) -> Added:
    """Store one reading within the caller's transaction.

    A run that found just what the newest run of its reader found adds nothing but the receipt.
    """
    check(reading, receipt)
    document = reading.document
    statements = [statement_row(s, reading.cast, document, reading.run) for s in reading.statements]
    claims = [claim_row(claim, document.id, reading.run) for claim in reading.claims]
    documents = insert(connection, DOCUMENT, [_document_columns(document)])
    receipts = _insert_receipt(connection, receipt)
    run = _run_columns(reading, [row["id"] for row in (*statements, *claims)])
    if _newest_content(connection, run) == run["content"]:
        return Added(documents, receipts)
    run["recorded"] = next_stamp(connection, now)
    run["id"] = content_hash([run[key] for key in ("document", "run", "content", "recorded")])
    added = Added(
        documents,
        receipts,
        insert(connection, RUN, [run]),
        insert(connection, STATEMENT, map(_statement_columns, statements)),
        insert(connection, CLAIM, map(_claim_columns, claims)),
    )
    insert(connection, PARTY, (party for row in claims for party in _parties(row)))
    found = {row["id"]: None for row in (*statements, *claims)}  # a reader may find one twice
    insert(connection, FOUND, ({"row": row, "run": run["id"]} for row in found))
    return added


def _insert_receipt(connection: Connection, receipt: Receipt) -> int:
    known = connection.scalar(select(RECEIPT.c.id).where(RECEIPT.c.id == receipt.id).limit(1))
    return 0 if known else insert(connection, RECEIPT, [_receipt_columns(receipt)])


def _newest_content(connection: Connection, run: Row) -> str | None:
    """What the newest run of the same reader over the document found, as a hash."""
    newest = (
        select(RUN.c.content)
        .where(RUN.c.document == run["document"], RUN.c.reader == run["reader"])
        .order_by(RUN.c.recorded.desc(), RUN.c.id.desc())
        .limit(1)
    )
    return connection.scalar(newest)


def _document_columns(document: Document) -> Row:
    return {
        "id": document.id,
        "characters": len(document.text),
        "converter": document.converter,
        "raw_hash": document.raw_hash,
        "text": document.text,
    }


def _receipt_columns(receipt: Receipt) -> Row:
    return {
        "id": receipt.id,
        "received": stamp(receipt.received),
        "document": receipt.document,
        "name": receipt.name,
        "url": receipt.url,
        "publisher": receipt.publisher,
        "title": receipt.title,
        "author": receipt.author,
        "published": receipt.published.isoformat() if receipt.published else None,
        "published_from": receipt.published_from,
    }


def _affiliation(given: Affiliation) -> list[Any]:
    parts = ([pair(span) for span in spans] for spans in (given.office, given.body))
    return [given.text, *pair(given.span), *parts]


def _run_columns(reading: Reading, rows: list[str]) -> Row:
    """The run without id and time. The version counts as content: a new one is a new run."""
    body = {
        "lines": [[line.n, *pair(line.span), line.role.value] for line in reading.lines],
        "entities": [
            {
                "name": entity.name,
                "kind": entity.kind.value,
                "actor": entity.actor,
                "country": entity.country,
                "sector": entity.sector,
                "affiliations": [_affiliation(given) for given in entity.affiliations],
                "gender": entity.gender,
            }
            for entity in reading.cast.entities
        ],
        "mentions": [[*pair(m.span), m.entity, m.form.value] for m in reading.cast.mentions],
    }
    return {
        "document": reading.document.id,
        "reader": reading.run.split("/")[0],
        "run": reading.run,
        "content": content_hash([reading.run, body, sorted(set(rows))]),
        "body": json.dumps(body),
    }


def _body(row: Row) -> str:
    """The row as JSON, less the run that found it: that stands in `found`."""
    return json.dumps({key: value for key, value in row.items() if key != "run"})


def _statement_columns(row: Row) -> Row:
    return {
        "id": row["id"],
        "document": row["document"],
        "start": min((start for start, _ in row["content"]), default=0),
        "speaker": who_key(row["speaker"]),
        "words": row["words"],
        "body": _body(row),
    }


def _claim_columns(row: Row) -> Row:
    since, until = row["time"]["since"], row["time"]["until"]
    dated = since or until
    first = {role: next(map(who_key, row["roles"].get(role, ())), None) for role in ACTING}
    return {
        "id": row["id"],
        "document": row["document"],
        "start": row["passage"][0],
        "predicate": row["predicate"],
        "since": since or (FIRST_DAY if dated else None),
        "until": until or (LAST_DAY if dated else None),
        **first,
        "body": _body(row),
    }


def _parties(row: Row) -> list[Row]:
    """The actors of a claim by role: every source and target, elsewhere only known actors."""
    parties = {
        (who_key(filler), role)
        for role, fillers in row["roles"].items()
        for filler in fillers
        if filler["actor"] or role in ACTING
    }
    return [
        {"actor": actor, "claim": row["id"], "role": role}
        for actor, role in sorted(parties)
        if actor
    ]

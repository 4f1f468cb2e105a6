"""Two ledgers in, their union in the first: ids are content hashes, so equal rows meet."""

from collections.abc import Iterator

from sqlalchemy import Connection, Table, select

from foedus.ledger.adding import Added, insert
from foedus.ledger.tables import (
    CLAIM,
    DOCUMENT,
    FOUND,
    JUDGEMENT,
    PARTY,
    RECEIPT,
    RUN,
    STATEMENT,
)
from foedus.model.reading import Row

_BATCH = 2_000


def merge(into: Connection, other: Connection) -> Added:
    """Copy what `into` does not have yet, within the caller's transaction."""
    new = {table.name: _copy(into, other, table) for table in (DOCUMENT, RECEIPT, RUN)}
    new |= {table.name: _copy(into, other, table) for table in (STATEMENT, CLAIM)}
    for table in (PARTY, FOUND):
        _copy(into, other, table)
    return Added(
        documents=new["document"],
        receipts=new["receipt"],
        runs=new["run"],
        statements=new["statement"],
        claims=new["claim"],
        judgements=_copy(into, other, JUDGEMENT),
    )


def _copy(into: Connection, other: Connection, table: Table) -> int:
    return sum(insert(into, table, rows) for rows in _batches(other, table))


def _batches(other: Connection, table: Table) -> Iterator[list[Row]]:
    columns = [column for column in table.columns if column.name != "seq"]
    for rows in other.execute(select(*columns)).mappings().partitions(_BATCH):
        yield [dict(row) for row in rows]

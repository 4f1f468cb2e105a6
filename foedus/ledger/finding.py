"""An id or the beginning of one in, the whole row out, whatever table it stands in."""

import json
import re

from sqlalchemy import Connection, Table, select

from foedus.ledger.asking import runs
from foedus.ledger.tables import CLAIM, DOCUMENT, FOUND, JUDGEMENT, RECEIPT, RUN, STATEMENT
from foedus.model.errors import LedgerError
from foedus.model.reading import Row

TABLES = (DOCUMENT, RECEIPT, RUN, STATEMENT, CLAIM, JUDGEMENT)
SHORTEST = 4  # hexadecimal digits that one must give at least
_SHOWN = 5


def resolve(
    connection: Connection, prefix: str, tables: tuple[Table, ...] = TABLES
) -> tuple[Table, str]:
    """The table and the full id of the one row whose id begins so. Raises LedgerError otherwise."""
    wanted = prefix.strip().lower()
    if not re.fullmatch(rf"[0-9a-f]{{{SHORTEST},64}}", wanted):
        raise LedgerError(
            f"{prefix!r} is no id: give at least {SHORTEST} of its hexadecimal digits (0-9, a-f)"
        )
    hits = [
        (table, str(row))
        for table in tables
        for row in connection.scalars(
            select(table.c.id)
            .where(table.c.id >= wanted, table.c.id <= wanted.ljust(64, "f"))
            .distinct()
            .limit(_SHOWN)
        )
    ]
    if not hits:
        raise LedgerError(f"no {_kinds(tables)} in this ledger has an id that begins {wanted!r}")
    if len(hits) > 1:
        shown = ", ".join(f"{table.name} {row[: len(wanted) + 8]}" for table, row in hits[:_SHOWN])
        raise LedgerError(f"{wanted!r} is not unique ({shown}); give more digits")
    return hits[0]


def _kinds(tables: tuple[Table, ...]) -> str:
    return tables[0].name if len(tables) == 1 else "row"


def whole_row(connection: Connection, table: Table, row: str) -> Row:
    """The row as JSON, with `row` naming its kind; current or superseded, withdrawn or not."""
    columns = connection.execute(select(table).where(table.c.id == row)).mappings().first()
    if columns is None:
        raise LedgerError(f"no {table.name} in this ledger has the id {row}")
    if table in (STATEMENT, CLAIM):
        found_by = select(RUN.c.run).join(FOUND, FOUND.c.run == RUN.c.id).where(FOUND.c.row == row)
        newest = connection.scalar(found_by.order_by(RUN.c.recorded.desc()).limit(1))
        return {"row": table.name, **json.loads(columns["body"]), "run": newest}
    if table is RUN:
        return {
            "row": "run",
            **next(run for run in runs(connection, columns["document"]) if run["id"] == row),
        }
    return {"row": table.name, **{key: value for key, value in columns.items() if key != "seq"}}

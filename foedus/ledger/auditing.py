"""A ledger in, what is wrong with it out: does the file hold together, does each id fit its row?"""

import json
from collections.abc import Iterator

from sqlalchemy import Connection, select

from foedus.ledger.tables import CLAIM, DOCUMENT, STATEMENT
from foedus.model.identity import content_hash, text_hash


def problems(connection: Connection) -> Iterator[str]:
    """One line a problem; none for a sound ledger."""
    for (finding,) in connection.exec_driver_sql("PRAGMA quick_check").all():
        if finding != "ok":
            yield f"the file is damaged: {finding}"
    for table, _, missing, _ in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        yield f"a row of {table} refers to a row of {missing} that is not there"
    for row in connection.execute(select(DOCUMENT.c.id, DOCUMENT.c.text)):
        if text_hash(row.text) != row.id:
            yield f"document {row.id[:12]}: the text is not the one that was stored"
    for table in (STATEMENT, CLAIM):
        for row in connection.execute(select(table.c.id, table.c.body)):
            body = json.loads(row.body)
            if body.pop("id") != row.id or content_hash(body) != row.id:
                yield f"{table.name} {row.id[:12]}: the row is not the one that was stored"

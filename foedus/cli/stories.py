"""`foedus stories`: which documents of a ledger tell of one event."""

from pathlib import Path
from typing import Annotated

import typer

from foedus.cli.showing import emit, opened, progress_bar, write
from foedus.model.reading import Row

LedgerPath = Annotated[
    Path, typer.Option("--ledger", envvar="FOEDUS_LEDGER", help="The ledger file (SQLite).")
]


def stories(
    ledger: LedgerPath = Path("foedus.db"),
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON to standard output.")] = False,
) -> None:
    """The stories of a ledger: documents that tell of one event, the newest first."""
    with opened(ledger, must_exist=True) as desk:
        with progress_bar(len(desk.ledger.documents()), quiet=as_json) as step:
            found = desk.stories(step)
        names = desk.names()
    if as_json:
        emit(list(found))
    else:
        write((line for row in found for line in _lines(row, names)), "no document in this ledger")


def _lines(row: Row, names: dict[str, str]) -> list[str]:
    """ "2024-06-19 to 2024-06-20: A headline (3 documents)", then each document by name."""
    days = dict.fromkeys(filter(None, (row["first"], row["last"])))
    when = " to ".join(days) or "undated"
    count = f"{row['documents']} document" + ("s" if row["documents"] > 1 else "")
    if row["independent"] < row["documents"]:
        count += f", {row['independent']} independent"
    head = f"{when}: {row['title'] or names.get(row['story'], row['story'][:8])} ({count})"
    return [head, *(line for text in row["texts"] for line in _text_lines(text, names))]


def _text_lines(text: Row, names: dict[str, str]) -> list[str]:
    """A line a document; its reprints stand further in, and the origin behind the first."""
    first, *others = text["ids"]
    origin = f" (credits {text['origin'].partition('/')[2]})" if text["origin"] else ""
    lines = [f"  {first[:8]}  {names.get(first, '')}{origin}"]
    return [*lines, *(f"    {one[:8]}  {names.get(one, '')}, the same text" for one in others)]

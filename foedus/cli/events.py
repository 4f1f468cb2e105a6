"""`foedus events`: who did what to whom, as a table that stands beside other event data."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from foedus.cli.showing import emit, opened, write
from foedus.model.reading import Row

LedgerPath = Annotated[
    Path,
    typer.Option("--ledger", envvar="FOEDUS_LEDGER", help="The ledger file (SQLite)."),
]
Actor = Annotated[str | None, typer.Option(help="An actor's name or id.")]
Types = Annotated[
    list[str] | None, typer.Option("--type", help="A PLOVER type, such as ASSAULT; repeat it.")
]
Day = typer.Option(formats=["%Y-%m-%d"], help="Events that touch these days (undated ones do not).")
Out = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Write FILE.csv or FILE.parquet, all columns.")
]
_LONGEST = 90  # characters of the words that tell it


def events(
    ledger: LedgerPath = Path("foedus.db"),
    actor: Actor = None,
    types: Types = None,
    since: Annotated[datetime | None, Day] = None,
    until: Annotated[datetime | None, Day] = None,
    out: Out = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON to standard output.")] = False,
) -> None:
    """Who did what to whom, with PLOVER types: a row for each source and target of each claim."""
    days = {"since": since and since.date(), "until": until and until.date()}
    with opened(ledger, must_exist=True) as desk:
        found = desk.events(actor, *(types or ()), **days)
        made = found.write(out) if out else None
    if made:
        typer.echo(f"{made}: {len(found)} rows", err=as_json)
    if as_json:
        emit(list(found))
    elif not made:
        write(map(_line, found), "no such event in this ledger")


def _line(row: Row) -> str:
    """ "2024-06-19  SUPPORT  Russia, North Korea (asserted): ..." """
    sides = (", " if row["reciprocal"] else " > ").join(
        row[f"{side}_name"] or "?" for side in ("actor", "recipient") if _is_side(row, side)
    )
    put = ["not" if row["negated"] else "", row["mood"], row["event_mode"] or ""]
    words = row["words"]
    told = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    day = row["event_date"] or "undated"
    return f"{day:10}  {row['event_type']:9}  {sides} ({', '.join(filter(None, put))}): {told}"


def _is_side(row: Row, side: str) -> bool:
    """An event without a recipient ("mobilised its army") is told with its actor alone."""
    return side == "actor" or row["recipient_name"] is not None

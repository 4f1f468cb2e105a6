"""`foedus timeline`: what happened when, by all the reports."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from foedus.cli.showing import emit, opened, progress_bar, report_failures, samples_or, write

Files = Annotated[list[Path] | None, typer.Argument(help="Reports: plain text, HTML or PDF.")]
LedgerPath = Annotated[
    Path | None, typer.Option("--ledger", envvar="FOEDUS_LEDGER", help="The ledger file (SQLite).")
]
Published = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="Day of publication of those that give none."),
]
Draw = Annotated[Path | None, typer.Option(metavar="FILE.svg", help="Draw it; FILE.json too.")]


def timeline(
    files: Files = None,
    ledger: LedgerPath = None,
    published: Published = None,
    draw: Draw = None,
    samples: Annotated[bool, typer.Option(help="Take the sample reports.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON to standard output.")] = False,
) -> None:
    """What happened when, by all the reports: events, steps of agreements, what is planned."""
    paths = samples_or(files, samples, allow_none=ledger is not None)
    bar = progress_bar(len(paths), quiet=as_json)
    with opened(ledger, must_exist=not paths) as desk, bar as step:
        outcome = desk.read(*paths, published=published and published.date(), progress=step)
        found = desk.timeline([one.document for one in outcome.read] or None)
    made = list(map(str, found.draw(draw))) if draw else []
    if as_json:
        emit({"timeline": found.rows, "files": made, **outcome.as_json()})
    else:
        lines = str(found).split("\n") if found else ["no event of these reports is dated"]
        write([*lines, *made])
    report_failures(outcome, as_json)

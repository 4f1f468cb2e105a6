"""`foedus readings`: who reads a treaty how, as a matrix."""

from pathlib import Path
from typing import Annotated

import typer

from foedus.cli.showing import emit, opened, progress_bar, report_failures, samples_or, write

Files = Annotated[list[Path] | None, typer.Argument(help="Reports: plain text, HTML or PDF.")]
LedgerPath = Annotated[
    Path | None, typer.Option("--ledger", envvar="FOEDUS_LEDGER", help="The ledger file (SQLite).")
]
Treaty = Annotated[str | None, typer.Option(help="Its id; else what the reports are about.")]


def readings(
    files: Files = None,
    treaty: Treaty = None,
    out: Annotated[Path, typer.Option(help="The folder for the files.")] = Path("readings"),
    ledger: LedgerPath = None,
    samples: Annotated[bool, typer.Option(help="Take the sample reports.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON to standard output.")] = False,
) -> None:
    """Who reads which word of a treaty how: in reports, and whom the library names.

    Writes readings.html, readings.md and readings.json.
    """
    paths = samples_or(files, samples, allow_none=bool(ledger or treaty))
    bar = progress_bar(len(paths) + 1, quiet=as_json)
    with opened(ledger, must_exist=not paths) as desk, bar as step:
        outcome = desk.read(*paths, progress=step)
        step("placing the readers")
        found = desk.readings(treaty, [one.document for one in outcome.read])
        made = list(map(str, found.write(out)))
    if as_json:
        emit({**found.as_json(), "files": made, **outcome.as_json()})
    else:
        write([*str(found).split("\n"), *made])
    report_failures(outcome, as_json)

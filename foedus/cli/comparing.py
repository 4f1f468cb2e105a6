"""`foedus compare`: reports side by side."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from foedus.cli.showing import emit, name_failures, opened, progress_bar, samples_or, write

Files = Annotated[list[Path] | None, typer.Argument(help="Reports: plain text, HTML or PDF.")]
LedgerPath = Annotated[
    Path | None, typer.Option("--ledger", envvar="FOEDUS_LEDGER", help="The ledger file (SQLite).")
]
Story = Annotated[
    str | None, typer.Option(help="Only one story of them: its id, as foedus stories tells it.")
]
Published = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="Day of publication of those that give none."),
]


def compare(
    files: Files = None,
    out: Annotated[Path, typer.Option(help="The folder for the three files.")] = Path("compare"),
    ledger: LedgerPath = None,
    story: Story = None,
    published: Published = None,
    samples: Annotated[bool, typer.Option(help="Compare the sample reports.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON to standard output.")] = False,
) -> None:
    """Reports side by side: where they agree and differ. Writes compare.html, .md and .json."""
    paths = samples_or(files, samples, allow_none=ledger is not None)
    bar = progress_bar(len(paths) + 1, quiet=as_json)
    with opened(ledger, must_exist=not paths) as desk, bar as step:
        outcome = desk.read(*paths, published=published and published.date(), progress=step)
        step("laying them side by side")
        name_failures(outcome, as_json)
        found = desk.compare([x.document for x in outcome.read] if paths else None, story=story)
        made = list(map(str, found.write(out)))
    if as_json:
        emit({**found.as_json(), "files": made, **outcome.as_json()})
    else:
        lines = (f"{item.fields['kind']}: {item.text}" for item in found.comparison.items)
        write([*lines, *made])
    if outcome.failed:
        raise typer.Exit(1)

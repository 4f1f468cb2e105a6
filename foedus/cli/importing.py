"""`foedus import`: the user's own tables of history into a baseline folder."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.showing import emit, plain, progress_bar, write

if TYPE_CHECKING:
    from foedus.api import Imported, Kept

Tables = Annotated[
    list[Path],
    typer.Argument(metavar="FILE|DIR...", help="Tables (.csv, .csv.gz, .zip, .parquet)."),
]
Baseline = Annotated[
    Path, typer.Option("--baseline", envvar="FOEDUS_BASELINE", help="The folder of the baseline.")
]


def import_(
    tables: Tables,
    baseline: Baseline,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON to standard output.")] = False,
) -> None:
    """Import tables that you have downloaded, such as ATOP; each is known by its columns.

    In a folder, files that are no such table are named and left; the rest goes in.
    """
    from foedus.api import import_files, table_files

    with progress_bar(len(table_files(tables)), quiet=as_json) as step:
        done = import_files(tables, baseline, step)
    if as_json:
        emit(asdict(done))
    else:
        write(_lines(done), "nothing imported")
    for reason in () if as_json else done.failed:
        typer.echo(f"foedus: {plain(reason)}", err=True)
    if done.failed:
        raise typer.Exit(1)


def _lines(done: "Imported") -> Iterator[str]:
    for kept in done.taken:
        told = f", to {kept.coded_until}" if kept.coded_until else ""
        out = f" ({kept.left_out} left out: they share a key)" if kept.left_out else ""
        yield f"{kept.file}: {_named(kept)}, {kept.rows} rows{told}{out}"
    for kept in done.unchanged:
        yield f"{kept.file}: {_named(kept)}, as it was"
    for citation in dict.fromkeys(kept.citation for kept in (*done.taken, *done.unchanged)):
        yield f"Please cite: {citation}"
    for reason in done.left:
        yield f"left: {reason}"


def _named(kept: "Kept") -> str:
    return f"{kept.kind} {kept.version}".strip()

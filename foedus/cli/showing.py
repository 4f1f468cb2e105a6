"""What all commands share: opening the ledger, showing progress, writing JSON, plain text."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import typer

from foedus.model.errors import InputError
from foedus.report.inert import json_text, without_controls

if TYPE_CHECKING:
    from foedus.api import Foedus, Outcome


class Step(Protocol):
    """Called as each step begins, with its name and how many `more` there are than was known."""

    def __call__(self, name: str, more: int = 0) -> None: ...


def emit(value: object) -> None:
    """Write a value as JSON to standard output."""
    typer.echo(json_text(value, indent=2))


def write(lines: Iterable[str], none: str = "") -> None:
    """Write each line plain, keeping its indentation; the words of `none` where there is none."""
    told = [" " * (len(line) - len(line.lstrip(" "))) + plain(line) for line in lines]
    if told or none:
        typer.echo("\n".join(told) or none)


def plain(text: str) -> str:
    """The text on one line, without characters that a terminal acts on."""
    return without_controls(" ".join(text.split()))


def listing(files: list[Path] | None, allow_none: bool = False) -> list[Path]:
    """The files given; an error that says what to do where there are none."""
    if not files and not allow_none:
        raise InputError("no report named; give files (text, HTML or PDF), or --samples with brief")
    return files or []


def samples_or(files: list[Path] | None, samples: bool, allow_none: bool) -> list[Path]:
    """The sample reports where they are asked for, else the files given."""
    from foedus.api import sample_files

    return list(sample_files()) if samples else listing(files, allow_none)


def tell_version(asked: bool) -> None:
    """Tell the version and end."""
    from foedus import __version__

    if asked:
        typer.echo(f"foedus {__version__}")
        raise typer.Exit


@contextmanager
def opened(path: Path | None, must_exist: bool = False) -> "Iterator[Foedus]":
    """The API over the ledger at the path (None: a temporary one)."""
    from foedus.api import open_ledger

    if must_exist and path is not None and not path.exists():
        raise InputError(
            f"{path}: no such ledger; make one with 'foedus read FILE --ledger {path}'"
        )
    with open_ledger(path) as desk:
        yield desk


@contextmanager
def progress_bar(total: int, quiet: bool) -> Iterator[Step]:
    """A progress bar on standard error; none where that is no terminal or JSON is asked for."""
    if quiet or not sys.stderr.isatty():
        yield lambda name, more=0: None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("starting", total=total, completed=-1)

        def step(name: str, more: int = 0) -> None:
            whole = (progress.tasks[0].total or 0) + more
            progress.update(task, description=escape(plain(name)), advance=1, total=whole)

        yield step


def name_failures(outcome: "Outcome", as_json: bool) -> None:
    """Name on standard error each file that could not be read; JSON has them itself."""
    for error in () if as_json else outcome.failed:
        typer.echo(f"foedus: {plain(str(error))}", err=True)


def report_failures(outcome: "Outcome", as_json: bool) -> None:
    """Name on standard error each file that could not be read, and end with status 1."""
    name_failures(outcome, as_json)
    if outcome.failed:
        raise typer.Exit(1)

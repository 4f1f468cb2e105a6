"""`foedus annotate`: one reader over many texts, JSON lines in and out."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer

from foedus.cli.showing import emit, plain, progress_bar
from foedus.model.errors import InputError
from foedus.report.inert import json_text
from foedus.report.whole import whole_file

Baseline = Annotated[
    Path | None,
    typer.Option("--baseline", envvar="FOEDUS_BASELINE", help="Of casus: ask it too."),
]
Speakers = Annotated[
    bool,
    typer.Option("--speakers", help="Of quotes: say who speaks too (takes half as long again)."),
]

Model = Annotated[
    Path | None,
    typer.Option("--model", metavar="DIR", help="Of quotes: a tagger from 'foedus train quotes'."),
]
_NAMED = 5  # texts not read that are named on the screen
OnScale = Annotated[
    str | None,
    typer.Option("--scale", help="Of quotes: what this scale makes of 'likely' (foedus scales)."),
]


def annotate(
    task: Annotated[str, typer.Argument(help="lines, actors, quotes, events, stories or casus.")],
    source: Annotated[Path, typer.Argument(metavar="IN.jsonl", help="A row a text: id, text.")],
    target: Annotated[Path, typer.Argument(metavar="OUT.jsonl", help="Where the rows go.")],
    baseline: Baseline = None,
    speakers: Speakers = False,
    scale: OnScale = None,
    model: Model = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write a summary as JSON.")] = False,
) -> None:
    """Run one reader over many texts. The output is written whole or not at all."""
    from foedus.api import annotate as run
    from foedus.api import load_tagger

    rows = list(_rows(task, source))
    tagger = load_tagger(model) if model else None
    wanted = partial(run, speakers=speakers, scale=scale, model=tagger)
    with _whole(target) as out, progress_bar(len(rows), as_json) as step:
        unread = _write(wanted(task, _stepping(rows, step), baseline), out)
    if as_json:
        emit({"task": task, "rows": len(rows), "unread": len(unread), "file": str(target)})
    else:
        _tell(target, len(rows), unread)


@contextmanager
def _whole(target: Path) -> Iterator[TextIO]:
    with whole_file(target) as waiting, waiting.open("w", encoding="utf-8") as out:
        yield out


def _write(rows: Iterable[dict[str, Any]], out: TextIO) -> list[str]:
    """Write the rows; of those not read, which and why."""
    unread = []
    for row in rows:
        out.write(json_text(row) + "\n")
        unread += [f"{row['id']}: {row['unread']}"] if "unread" in row else []
    return unread


def _tell(target: Path, rows: int, unread: list[str]) -> None:
    """Say how many rows were written; name the first texts not read, and count the rest."""
    typer.echo(f"{plain(str(target))}: {rows} rows")
    for line in unread[:_NAMED]:
        typer.echo(f"not read: {plain(line)}", err=True)
    if len(unread) > _NAMED:
        typer.echo(f"not read: {len(unread) - _NAMED} more; see `unread` in the rows", err=True)


def _stepping(rows: Iterable[dict[str, Any]], step: Any) -> Iterator[dict[str, Any]]:
    for row in rows:
        step(str(row["id"]))
        yield row


def _rows(task: str, source: Path) -> Iterator[dict[str, Any]]:
    """The rows of a JSON-lines file, each checked before the first is read."""
    from foedus.api import TASKS, readable

    if task not in TASKS:
        raise InputError(f"no task '{task}'; one of: {', '.join(TASKS)}")
    try:
        lines = source.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{source}: cannot be read ({error}); give JSON lines in UTF-8") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        place = f"{source}, line {number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:  # too long a number, too deep a list
            why = getattr(error, "msg", None) or str(error).split(";")[0]
            raise InputError(f"{place}: this is not JSON that can be read ({why})") from error
        if not isinstance(row, dict):
            raise InputError(f"{place}: a row needs an `id`; this is no object")
        yield readable(task, row, place)

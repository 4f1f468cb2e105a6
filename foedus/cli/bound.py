"""`foedus bound`: who is bound to a state, and to whom it is bound, on a day."""

import shutil
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from foedus.cli.asking import BROADEST, Baseline
from foedus.cli.showing import emit, write

State = Annotated[str, typer.Argument(help="A state by name or code, such as RUS.")]
Day = Annotated[
    datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="The day (today).")
]
Picture = Annotated[
    Path | None, typer.Option("--picture", metavar="FILE.svg", help="Draw it, data beside it.")
]


def bound(
    state: State,
    on: Day = None,
    baseline: Baseline = None,
    picture: Picture = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON to standard output.")] = False,
) -> None:
    """Who is bound to a state on a day, and to whom it is: by which treaty, to do what, when."""
    from foedus.api import bound as ask

    found = ask(state, (on or datetime.now()).date(), baseline)
    if picture:
        drawn = ", ".join(map(str, found.draw(picture)))
        typer.echo(f"drawn: {drawn}", err=as_json)
    if as_json:
        emit(found.rows)
    else:
        write(found.screen(min(BROADEST, shutil.get_terminal_size().columns)).split("\n"))

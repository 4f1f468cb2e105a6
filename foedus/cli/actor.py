"""`foedus actor show | check`: the gazetteer on the command line."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from foedus.cli.showing import emit, plain, write

app = typer.Typer(
    help="The gazetteer of actors: show who a name may be, check records of your own.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Json = Annotated[bool, typer.Option("--json", help="Write JSON to standard output.")]
Day = Annotated[
    datetime | None,
    typer.Option("--on", formats=["%Y-%m-%d"], help="Only who and what there was on this day."),
]


@app.command(epilog='Example: foedus actor show "the Kremlin" --on 2004-05-01')
def show(
    name: Annotated[str, typer.Argument(help="A name or an id, such as RUS.")],
    on: Day = None,
    as_json: Json = False,
) -> None:
    """Show whom a name may mean, likeliest first: names, codes, members, offices with dates."""
    from foedus.api import actor_rows, actor_text

    rows = actor_rows(name, on and on.date())
    if as_json:
        emit(rows)
    else:
        write(actor_text(rows).split("\n"))


@app.command(epilog="Example: foedus actor check my-actors")
def check(
    paths: Annotated[list[Path], typer.Argument(help="Files, or folders of them.")],
    as_json: Json = False,
) -> None:
    """Check records of your own: every mistake with file, field and the nearest right word."""
    from foedus.api import check_actors

    problems = check_actors(paths)
    if as_json:
        emit(list(problems))
    else:
        typer.echo("\n".join(map(plain, problems)) or "nothing wrong")
    raise typer.Exit(1 if problems else 0)

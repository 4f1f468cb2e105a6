"""`foedus treaty list | show | check | format`: the treaty library on the command line."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from foedus.cli.showing import emit, plain

app = typer.Typer(
    help="The treaty library: list and show its records, check and format their files.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Day = Annotated[
    datetime | None,
    typer.Option("--on", formats=["%Y-%m-%d"], help="The day asked about (default: today)."),
]
Json = Annotated[bool, typer.Option("--json", help="Write JSON to standard output.")]


@app.command("list", epilog="Example: foedus treaty list RUS PRK --on 2024-06-20")
def list_treaties(
    parties: Annotated[list[str] | None, typer.Argument(help="State codes, such as RUS.")] = None,
    on: Day = None,
    as_json: Json = False,
) -> None:
    """List the treaties among the given states (default: all) and where they stand on a day."""
    from foedus.api import treaty_rows, verified_share

    rows = treaty_rows((on or datetime.now()).date(), [p.upper() for p in parties or ()])
    if as_json:
        emit(rows)
        return
    for row in rows:
        typer.echo(f"{row['id']:22} {row['status']:17} {plain(row['title'])}")
    typer.echo(f"{len(rows)} treaties. {verified_share()}")


@app.command(epilog="Example: foedus treaty show rus-prk-2024 --on 2024-08-06")
def show(
    treaty: Annotated[str, typer.Argument(help="The id of a treaty, such as nato-1949.")],
    on: Day = None,
    as_json: Json = False,
) -> None:
    """Show one treaty: its dates with their sources, its parties, what each clause owes."""
    from foedus.api import treaty_row, treaty_text

    day = (on or datetime.now()).date()
    if as_json:
        emit(treaty_row(treaty, day))
    else:
        typer.echo(treaty_text(treaty, day))


@app.command(epilog="Example: foedus treaty check treaties/abc-def-2030.toml")
def check(
    files: Annotated[list[Path] | None, typer.Argument(help="Default: the whole library.")] = None,
    as_json: Json = False,
) -> None:
    """Check treaty files: every mistake with file, clause, field and the nearest right word."""
    from foedus.api import check_treaties

    problems = check_treaties(files or ())
    if as_json:
        emit(list(problems))
    else:
        typer.echo("\n".join(map(plain, problems)) or "nothing wrong")
    raise typer.Exit(1 if problems else 0)


@app.command("format", epilog="Example: foedus treaty format treaties/abc-def-2030.toml")
def format_files(
    files: Annotated[list[Path], typer.Argument(help="The files to write anew.")],
    as_json: Json = False,
) -> None:
    """Write treaty files as the formatter does: field order, one way to write each value."""
    from foedus.api import format_treaties

    changed = format_treaties(files)
    if as_json:
        emit({"formatted": list(map(str, changed))})
    else:
        typer.echo("\n".join(f"formatted {path}" for path in changed) or "nothing to change")

"""`foedus draw`: pictures of the baseline as SVG, with their data beside."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.panel import Baseline
from foedus.cli.showing import emit, progress_bar, write

if TYPE_CHECKING:
    from foedus.api.pictures import Picture

app = typer.Typer(no_args_is_help=True, help="Pictures of the baseline, with their data beside.")

Out = Annotated[Path, typer.Option(metavar="FILE.svg", help="The picture; FILE.json beside it.")]
Json = Annotated[bool, typer.Option("--json", help="Write the data to standard output.")]
State = Annotated[str, typer.Argument(help="A state by name, code or COW number.")]
Day = Annotated[datetime, typer.Option("--on", formats=["%Y-%m-%d"], help="The day.")]
Since = Annotated[int, typer.Option("--from", help="The first year.")]
Until = Annotated[int | None, typer.Option("--to", help="The last year.")]
MaybeBaseline = Annotated[
    Path | None,
    typer.Option("--baseline", envvar="FOEDUS_BASELINE", help="Also the bonds that ATOP codes."),
]


@app.command(epilog="Example: foedus draw alliances --baseline history --out alliances.svg")
def alliances(
    baseline: Baseline,
    since: Since = 1816,
    until: Until = None,
    out: Out = Path("alliances.svg"),
    as_json: Json = False,
) -> None:
    """In how many pairs of states each promise stood, year by year."""
    from foedus.api import draw_promises

    _drawn(lambda: draw_promises(baseline, since, until), out, as_json)


@app.command(epilog="Example: foedus draw portfolio Germany --baseline history --out germany.svg")
def portfolio(
    state: State, baseline: Baseline, out: Out = Path("portfolio.svg"), as_json: Json = False
) -> None:
    """The treaties of one state as a timeline."""
    from foedus.api import draw_portfolio

    _drawn(lambda: draw_portfolio(baseline, state), out, as_json)


@app.command(
    epilog="Example: foedus draw network --on 1914-08-01 --baseline history --out 1914.svg"
)
def network(
    on: Day,
    baseline: Baseline,
    promise: Annotated[
        str | None, typer.Option(help="Only pairs with this as their weightiest, as defence.")
    ] = None,
    out: Out = Path("network.svg"),
    as_json: Json = False,
) -> None:
    """Who was bound to whom on a day."""
    from foedus.api import draw_network

    _drawn(lambda: draw_network(baseline, on.date(), promise), out, as_json)


@app.command(epilog="Example: foedus draw similarity Germany Russia --baseline history --out s.svg")
def similarity(
    one: State,
    two: State,
    baseline: Baseline,
    since: Since = 1816,
    until: Until = None,
    out: Out = Path("similarity.svg"),
    as_json: Json = False,
) -> None:
    """How alike the promises of two states are, year by year."""
    from foedus.api import draw_similarity

    _drawn(lambda: draw_similarity(baseline, one, two, since, until), out, as_json)


@app.command("map", epilog="Example: foedus draw map Russia --on 2024-12-10 --out russia.svg")
def map_(
    state: State,
    on: Day,
    viewpoint: Annotated[
        str, typer.Option(help="Whose view of contested areas: recognised, controlled or open.")
    ] = "recognised",
    baseline: MaybeBaseline = None,
    out: Out = Path("map.svg"),
    as_json: Json = False,
) -> None:
    """Who is bound to a state on a day, on a map of the world."""
    from foedus.api import draw_map

    _drawn(lambda: draw_map(state, on.date(), baseline, viewpoint), out, as_json)


def _drawn(make: "Callable[[], Picture]", out: Path, as_json: bool) -> None:
    with progress_bar(2, quiet=as_json) as step:
        step("reading the baseline")
        picture = make()
        step("drawing")
        files = picture.write(out)
    if as_json:
        emit(picture.data)
    else:
        write(map(str, files))

"""`foedus record`: how often promises that a war called were honoured."""

from typing import Annotated

import typer

from foedus.cli.panel import Baseline
from foedus.cli.showing import emit, write

Treaty = Annotated[
    str | None, typer.Option(help="A treaty of the library, or atop-NNNN; else the whole table.")
]
Kind = Annotated[
    str | None,
    typer.Option(help="defence, offence, neutrality, nonaggression or consultation."),
]
Era = Annotated[str | None, typer.Option(help="before-1945 or since-1945.")]


def record(
    baseline: Baseline,
    treaty: Treaty = None,
    kind: Kind = None,
    era: Era = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON to standard output.")] = False,
) -> None:
    """How often promises that a war called were honoured: comparable cases, with n and interval.

    From your table of cases (Berkemeier and Fuhrmann) and ATOP's treaties. Below 10 cases: no rate.
    """
    from foedus.api import recorded

    found = recorded(baseline, treaty, kind, era)
    if as_json:
        emit(found.row())
    else:
        write(found.lines())

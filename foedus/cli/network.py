"""`foedus network`: who is central among the bound, and which blocs there are."""

from datetime import datetime
from typing import Annotated

import typer

from foedus.cli.panel import Baseline
from foedus.cli.showing import emit, write

Day = Annotated[datetime, typer.Option("--on", formats=["%Y-%m-%d"], help="The day.")]


def network(
    on: Day,
    baseline: Baseline,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON to standard output.")] = False,
) -> None:
    """The network of promises on a day: who is central, which blocs there are, what is in balance.

    From ATOP's member level; with strategic rivalries imported, the balance of triads too.
    """
    from foedus.api.network import network as ask

    found = ask(baseline, on.date())
    if as_json:
        emit(found.row())
    else:
        write(found.lines())

"""`foedus doctor`: is everything there that reading, keeping and drawing need?"""

from dataclasses import asdict
from typing import Annotated

import typer

from foedus.cli.showing import emit


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
) -> None:
    """Check the installation: Python, the language model, search, the library, the drawing."""
    from foedus.api import checks

    found = checks()
    if as_json:
        emit({"ok": all(check.ok for check in found), "checks": [asdict(c) for c in found]})
    for check in [] if as_json else found:
        typer.echo(f"{'ok  ' if check.ok else 'FAIL'}  {check.name}: {check.found}")
    if not all(check.ok for check in found):
        raise typer.Exit(1)

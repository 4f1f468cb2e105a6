"""Old files stay readable, the schema does not drift, and the index that matters is used."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from foedus.ledger import Added, Ledger, Question
from foedus.ledger.storage import SCHEMA, migrate
from foedus.model.claim import Predicate
from tests.ledger.invented import PACT, claim, pact, reading, receipt

FIXTURES = Path(__file__).parent / "fixtures"


def from_fixture(version: int, folder: Path) -> Path:
    path = folder / f"schema-{version}.db"
    with closing(sqlite3.connect(path)) as file:
        file.executescript((FIXTURES / f"schema-{version}.sql").read_text())
        file.commit()
    return path


def structure(path: Path) -> set[tuple[str, str, str]]:
    with closing(sqlite3.connect(path)) as file:
        rows = file.execute("SELECT type, name, sql FROM sqlite_master WHERE sql NOT NULL")
        return {(kind, name, " ".join(sql.split())) for kind, name, sql in rows}


@pytest.fixture(params=range(1, SCHEMA + 1))
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A ledger of each schema that ever shipped."""
    return from_fixture(request.param, tmp_path)


def test_an_old_ledger_is_read_with_its_judgements(old: Path) -> None:
    with Ledger.open(old) as ledger:
        assert [
            row["predicate"] for row in ledger.claims(Question(actors=("Arcadian Republic",)))
        ] == ["agreement.signed"]


def test_an_old_ledger_is_searched(old: Path) -> None:
    with Ledger.open(old) as ledger:
        assert len(ledger.search("pact")) == len(ledger.search("stand", statements=True)) == 1


def test_an_old_ledger_is_sound(old: Path) -> None:
    with Ledger.open(old) as ledger:
        assert ledger.check() == ()


def test_what_an_old_ledger_holds_is_not_stored_again(old: Path) -> None:
    with Ledger.open(old) as ledger:
        assert ledger.add(pact(), receipt(PACT)) == Added(receipts=1)


def test_an_old_ledger_ends_with_the_structure_of_a_new_one(old: Path, tmp_path: Path) -> None:
    for path in (old, tmp_path / "new.db"):
        Ledger.open(path).close()
    assert structure(old) == structure(tmp_path / "new.db")


def test_migrations_run_one_after_the_other_to_the_schema_asked_for() -> None:
    steps = {
        1: ("CREATE TABLE extra (a)", "INSERT INTO extra VALUES (1)"),
        2: ("ALTER TABLE extra ADD COLUMN b DEFAULT 2",),
    }
    with closing(sqlite3.connect(":memory:")) as file:
        file.execute("PRAGMA user_version=1")
        migrate(file, steps, to=3)
        assert file.execute("SELECT a, b FROM extra").fetchall() == [(1, 2)]
        assert file.execute("PRAGMA user_version").fetchone() == (3,)


# Size ---------------------------------------------------------------------------------------

MANY = 200_000
FILL = f"""
INSERT INTO document VALUES (1, '{"d" * 64}', 1, 'text/1', NULL, 'x');
INSERT INTO run VALUES
    ('{"e" * 64}', '{"d" * 64}', 'hand', 'hand/1', '', '2024-01-01T00:00:00.000000+00:00', '{{}}');
CREATE TEMP TABLE n AS
    WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n LIMIT {MANY})
    SELECT printf('%064x', n) AS id, n, n * 31 % 9 AS kind,
           date('1816-01-01', (n * 104729 % 70000) || ' days') AS day,
           'S' || (n * 7919 % 190) AS source, 'S' || (n * 7907 % 180) AS target FROM n;
INSERT INTO claim SELECT id, '{"d" * 64}', n, iif(kind, 'visit', 'exchange'),
    day, date(day, '5 days'), source, target,
    json_object('id', id, 'document', '{"d" * 64}') FROM n;
INSERT INTO found SELECT id, '{"e" * 64}' FROM n;
INSERT INTO party SELECT source, id, 'source' FROM n;
INSERT INTO party SELECT target, id, 'target' FROM n;
"""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    path = tmp_path_factory.mktemp("large") / "l.db"
    Ledger.open(path).close()
    with closing(sqlite3.connect(path)) as file:
        file.executescript(f"PRAGMA synchronous=OFF; BEGIN; {FILL} COMMIT;")
    with Ledger.open(path) as ledger:
        yield ledger


ASKED = Question(
    predicate="exchange",
    since=date(1900, 1, 1),
    until=date(1909, 12, 31),
    actors=("S7",),
)


@pytest.mark.slow
@pytest.mark.parametrize("left_out", [{}, {"actors": ()}, {"predicate": None}])
def test_a_question_about_some_days_scans_no_table(large: Ledger, left_out: dict[str, Any]) -> None:
    plans: list[str] = []

    def explain(
        _c: object, cursor: sqlite3.Cursor, sql: str, given: tuple[str, ...], *_: object
    ) -> None:
        if "FROM claim" in sql:
            steps = cursor.connection.execute(f"EXPLAIN QUERY PLAN {sql}", given)
            plans.extend(step[3] for step in steps)

    event.listen(Engine, "before_cursor_execute", explain)
    try:
        large.claims(replace(ASKED, **left_out))
    finally:
        event.remove(Engine, "before_cursor_execute", explain)
    assert plans
    assert not [step for step in plans if step.startswith("SCAN") and "claim" in step]


@pytest.mark.slow
def test_a_question_about_some_days_is_answered_at_once(large: Ledger) -> None:
    start = time.perf_counter()
    assert large.claims(ASKED)
    assert time.perf_counter() - start < 0.5


@pytest.mark.slow
def test_a_thousand_short_documents_are_stored_in_seconds(tmp_path: Path) -> None:
    start = time.perf_counter()
    with Ledger.open(tmp_path / "l.db") as ledger:
        for n in range(1_000):
            text = f"{n}: Arcadia met Borduria."
            met = claim(text, text, Predicate.MEETING, source="Arcadia", target="Borduria")
            ledger.add(reading(text, met), receipt(text))
    assert time.perf_counter() - start < 20

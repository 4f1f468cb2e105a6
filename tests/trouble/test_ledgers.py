"""Ledger paths that are no ledger: status 2, one line, nothing changed, nothing made."""

import sqlite3
from pathlib import Path

import pytest

import foedus as package
from tests.trouble.conftest import Command

PICTURE = b"\x89PNG\r\n\x1a\n" + b"\x00\x01\x02" * 500


@pytest.fixture
def wrong(tmp_path: Path) -> dict[str, Path]:
    """Paths by what is wrong with them."""
    paths = {name: tmp_path / name for name in ("folder", "picture", "newer", "other", "cut")}
    paths["folder"].mkdir()
    paths["picture"].write_bytes(PICTURE)
    for name in ("newer", "cut"):
        package.open(paths[name]).close()
    with sqlite3.connect(paths["newer"]) as database:
        database.execute("PRAGMA user_version=99")
    database.close()
    with sqlite3.connect(paths["other"]) as database:
        database.execute("CREATE TABLE mail (body TEXT)")
    database.close()
    raw = paths["cut"].read_bytes()
    paths["cut"].write_bytes(raw[: len(raw) // 2])
    return {**paths, "nowhere": tmp_path / "no" / "l.db"}


@pytest.mark.parametrize("command", ["read", "brief", "facts", "statements", "search"])
@pytest.mark.parametrize("kind", ["folder", "picture", "newer", "other", "cut", "nowhere"])
def test_a_path_that_is_no_ledger_is_one_line_that_names_it(
    foedus: Command,
    good: tuple[Path, Path],
    wrong: dict[str, Path],
    kind: str,
    command: str,
) -> None:
    needed: dict[str, list[str | Path]] = {
        "read": [good[0]],
        "brief": [good[0]],
        "search": ["pact"],
    }
    given = needed.get(command, [])
    ended = foedus(command, *given, "--ledger", wrong[kind])
    assert (ended.status, ended.out) == (2, "")
    (line,) = ended.errors
    assert line.startswith("foedus: ")
    assert str(wrong[kind]) in line
    assert ";" in line, "the line says what to do"


def test_a_picture_named_as_ledger_stays_as_it_is(
    foedus: Command, good: tuple[Path, Path], wrong: dict[str, Path]
) -> None:
    foedus("read", good[0], "--ledger", wrong["picture"])
    assert wrong["picture"].read_bytes() == PICTURE


@pytest.mark.parametrize("query", ["", "*", '"', "-pact", "AND OR NOT", "pact*)", "a" * 9999])
def test_a_strange_query_finds_nothing_or_says_why(
    foedus: Command, good: tuple[Path, Path], tmp_path: Path, query: str
) -> None:
    with package.open(tmp_path / "l.db") as desk:
        desk.read(*good)
    ended = foedus("search", "--ledger", tmp_path / "l.db", "--", query)
    assert ended.status in (0, 2)
    assert len(ended.errors) == (ended.status == 2)

"""`foedus brief --since`: since a day of the ledger that is kept, or since an earlier brief."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from foedus.cli.app import app

COURIER = "Norway and Poland signed a defence pact in Oslo on Wednesday.\n"
GAZETTE = "Poland and Norway signed a defence pact in Oslo on Wednesday.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two reports, in which the commands run."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(COURIER, "utf-8")
    Path("b.txt").write_text(GAZETTE, "utf-8")
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(app, words)


def changes(out: str) -> list[str]:
    body = json.loads(Path(out, "brief.json").read_text("utf-8"))
    return [item["kind"] for item in body["changes"] if "kind" in item]


def test_since_a_brief_the_new_file_is_compared_with_its_documents() -> None:
    assert run("brief", "a.txt", "--ledger", "p.db", "--out", "one").exit_code == 0
    words = ("b.txt", "--ledger", "p.db", "--since", "one/brief.json", "--out", "two")
    assert run("brief", *words).exit_code == 0
    assert sorted(changes("two")) == ["became-settled", "new-document", "new-voice"]
    assert "What changed" in Path("two/brief.html").read_text("utf-8")


def test_a_temporary_ledger_will_do_where_the_files_of_the_brief_are_given_again() -> None:
    run("brief", "a.txt", "--out", "one")
    assert (
        run("brief", "a.txt", "b.txt", "--since", "one/brief.json", "--out", "two").exit_code == 0
    )
    assert "new-document" in changes("two")
    lacking = run("brief", "b.txt", "--since", "one/brief.json", "--out", "three")
    assert "a.txt" in str(lacking.exception)
    assert not Path("three").exists()


def test_since_a_day_all_of_the_ledger_is_compared() -> None:
    run("read", "a.txt", "--ledger", "p.db")
    yesterday = (datetime.now(UTC) - timedelta(days=1)).date().isoformat()
    result = run("brief", "b.txt", "--ledger", "p.db", "--since", yesterday, "--json")
    assert result.exit_code == 0
    body = json.loads(result.stdout)["brief"]
    assert len(body["sources"]) == 2
    assert "new-document" in {item["kind"] for item in body["changes"]}


def test_where_nothing_changed_the_page_says_so() -> None:
    run("brief", "a.txt", "--ledger", "p.db", "--out", "one")
    words = ("--ledger", "p.db", "--since", "one/brief.json", "--out", "two")
    assert run("brief", *words).exit_code == 0
    assert "Nothing changed since the brief of" in Path("two/brief.md").read_text("utf-8")


def test_a_temporary_ledger_knows_nothing_of_a_day() -> None:
    told = str(run("brief", "a.txt", "--since", "2024-06-20").exception)
    assert "--ledger" in told
    assert "brief.json" in told


def test_what_is_no_brief_is_refused_and_nothing_is_written() -> None:
    run("read", "a.txt", "--ledger", "p.db")
    result = run("brief", "--ledger", "p.db", "--since", "a.txt", "--out", "two")
    assert "a.txt is no brief" in str(result.exception)
    assert not Path("two").exists()

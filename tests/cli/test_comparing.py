"""`foedus compare`, `readings` and `timeline` on what cannot be compared, read or found."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from foedus.cli.app import app
from foedus.model.errors import InputError

ONE = "Norway will give Iceland 40 boats, the ministry said."
OTHER = "Norway will give Iceland 60 boats."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FOEDUS_LEDGER", raising=False)
    for name, text in (("a.txt", ONE), ("b.txt", OTHER), ("empty.txt", "")):
        Path(name).write_text(text, "utf-8")
    return tmp_path


def run(*words: str) -> str:
    result = CliRunner().invoke(app, list(words))
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.output


@pytest.mark.usefixtures("folder")
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_compared() -> None:
    result = CliRunner().invoke(app, ["compare", "a.txt", "b.txt", "empty.txt"])
    assert result.exit_code == 1
    assert "empty.txt" in result.stderr
    assert "number: " in result.stdout


@pytest.mark.usefixtures("folder")
def test_json_has_the_differences_and_the_files() -> None:
    told = json.loads(run("compare", "a.txt", "b.txt", "--json"))
    assert [row["kind"] for row in told["differences"]] == ["number"]
    assert [Path(name).name for name in told["files"]] == [
        "compare.html",
        "compare.md",
        "compare.json",
    ]


@pytest.mark.usefixtures("folder")
def test_one_report_and_one_that_cannot_be_read_name_the_latter_and_say_what_is_wanted() -> None:
    result = CliRunner().invoke(app, ["compare", "a.txt", "empty.txt"])
    assert "empty.txt" in result.stderr
    assert isinstance(result.exception, InputError)


@pytest.mark.parametrize("command", ["compare", "readings", "timeline"])
def test_a_ledger_that_is_not_there_is_not_made(command: str, folder: Path) -> None:
    with pytest.raises(InputError, match="no such ledger"):
        run(command, "--ledger", "nosuch.db")
    assert not (folder / "nosuch.db").exists()


@pytest.mark.usefixtures("folder")
def test_one_story_of_a_ledger_is_compared_alone() -> None:
    Path("c.txt").write_text("An earthquake struck the islands of Vanu last night.", "utf-8")
    run("read", "a.txt", "b.txt", "c.txt", "--ledger", "l.db")
    stories = json.loads(run("stories", "--ledger", "l.db", "--json"))
    (story,) = (row["story"] for row in stories if row["documents"] == 2)
    told = json.loads(run("compare", "--ledger", "l.db", "--story", story[:8], "--json"))
    assert len(told["reports"]) == 2
    with pytest.raises(InputError, match="no story begins so"):
        run("compare", "--ledger", "l.db", "--story", "zz")


@pytest.mark.usefixtures("folder")
def test_a_folder_that_cannot_be_written_is_said_so() -> None:
    with pytest.raises(InputError, match="the compare cannot be written"):
        run("compare", "a.txt", "b.txt", "--out", "a.txt")

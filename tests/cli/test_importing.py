"""`foedus import`, as a user meets it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from foedus.cli.app import app
from tests.history.invented import pair, written


def run(*arguments: str | Path, env: dict[str, str] | None = None) -> Result:
    words = ["import", *map(str, arguments)]
    return CliRunner().invoke(app, words, env=env, catch_exceptions=False)


def test_an_import_says_what_went_in_and_whom_to_cite(tmp_path: Path) -> None:
    result = run(written(tmp_path / "a.csv", pair()), "--baseline", tmp_path / "b")
    first, second = result.output.splitlines()
    assert first == "a.csv: atop-member 4.01, 2 rows, to 2016-12-31"
    assert second.startswith("Please cite: Leeds")


def test_a_second_import_says_that_it_is_as_it_was(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", pair())
    run(path, "--baseline", tmp_path / "b")
    assert "as it was" in run(path, "--baseline", tmp_path / "b").output


def test_a_file_left_in_a_folder_is_named_and_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    written(tmp_path / "in" / "a.csv", pair())
    (tmp_path / "in" / "rain.csv").write_text("country,rainfall\n1,2\n", "utf-8")
    result = run(tmp_path / "in", "--baseline", tmp_path / "b")
    assert result.exit_code == 0
    assert "left: rain.csv" in result.output


def test_a_file_that_was_named_and_is_not_known_fails(tmp_path: Path) -> None:
    path = tmp_path / "rain.csv"
    path.write_text("country,rainfall\n1,2\n", "utf-8")
    result = run(path, "--baseline", tmp_path / "b")
    assert result.exit_code == 1
    assert "foedus: rain.csv: no table that foedus knows" in result.stderr


def test_as_json_it_gives_all_four_lists(tmp_path: Path) -> None:
    result = run(written(tmp_path / "a.csv", pair()), "--baseline", tmp_path / "b", "--json")
    told = json.loads(result.stdout)
    assert list(told) == ["taken", "unchanged", "left", "failed"]
    assert told["taken"][0]["kind"] == "atop-member"


def test_the_baseline_may_stand_in_the_environment(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", pair())
    assert run(path, env={"FOEDUS_BASELINE": str(tmp_path / "b")}).exit_code == 0
    assert (tmp_path / "b" / "manifest.json").is_file()


@pytest.mark.parametrize("given", [["x.csv"], ["--baseline", "b"]])
def test_files_and_baseline_are_both_needed(given: list[str]) -> None:
    assert run(*given, env={"FOEDUS_BASELINE": ""}).exit_code == 2

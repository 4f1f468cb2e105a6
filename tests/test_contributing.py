"""The worked examples of CONTRIBUTING.md and docs/evidence.md run as they stand."""

import json
import re
import shutil
import textwrap
import tomllib
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from foedus.cli.treaty import app
from foedus.law import format_treaty, places, read_treaty, terms
from foedus.law.format import format_record
from foedus.model.errors import LibraryError
from foedus.reason import reason
from tests.reason import test_cases

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
EVIDENCE = (ROOT / "docs" / "evidence.md").read_text("utf-8")
FENCE = re.compile(r"^( *)```(\w+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


def blocks(page: str, language: str) -> list[str]:
    """The code blocks in one language, without their indentation."""
    return [textwrap.dedent(body) for _, tongue, body in FENCE.findall(page) if tongue == language]


TREATY, TERM, PLACE, CASES = blocks(PAGE, "toml")
TREATY_FILE, TERM_FILE, PLACE_FILE = "xaa-xbb-2032.toml", "invasion.toml", "grey-skerries.toml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the example records in it, where the examples run."""
    for file, text in ((TREATY_FILE, TREATY), (TERM_FILE, TERM), (PLACE_FILE, PLACE)):
        (tmp_path / file).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def reader(folder: Path) -> dict[str, Any]:
    """The names that the page's Python blocks define, run in order in one module."""
    names: dict[str, Any] = {"__name__": "example"}
    for number, block in enumerate(blocks(PAGE, "python")):
        exec(compile(block, f"CONTRIBUTING.md, block {number}", "exec"), names)
    return names


def test_the_example_reader_passes_its_own_tests(reader: dict[str, Any]) -> None:
    tests = [value for name, value in reader.items() if name.startswith("test_")]
    assert len(tests) == 3
    for test in tests:
        test()


def test_the_example_measure_gives_the_numbers_that_have_floors(
    reader: dict[str, Any], folder: Path
) -> None:
    row = {"id": "1", "text": "The house approved it by 7 votes to 2.", "votes": [[7, 2]]}
    (folder / "votes.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    (floors,) = (json.loads(block) for block in blocks(PAGE, "json"))
    numbers = reader["votes"](folder)
    assert {f"votes.{number}" for number in numbers} == set(floors)
    assert all(numbers[key.split(".")[1]] >= limits["floor"] for key, limits in floors.items())


def test_the_example_annotation_gives_offsets_into_the_text(reader: dict[str, Any]) -> None:
    text = "Rain fell.\n\n  The house approved it by 7 votes to 2."
    (row,) = reader["annotate_votes"]([{"id": "1", "text": text}])
    ((start, end),) = row["votes"][0]["words"]
    assert text[start:end] == "7 votes to 2"


def test_the_lines_that_the_diff_stands_between_are_those_of_the_pipeline() -> None:
    pipeline = (ROOT / "foedus" / "read" / "pipeline.py").read_text("utf-8")
    (diff,) = blocks(PAGE, "diff")
    kept = [line.strip() for line in diff.splitlines() if not line.startswith("+")]
    assert all(line.split("(")[0] in pipeline for line in kept)


def test_the_example_treaty_is_as_the_formatter_writes_it() -> None:
    assert format_treaty(read_treaty(TREATY, TREATY_FILE)) == TREATY


@pytest.mark.usefixtures("folder")
def test_the_commands_say_what_the_page_shows() -> None:
    (shown,) = blocks(PAGE, "console")
    for call in shown.split("$ ")[1:]:
        command, _, expected = call.partition("\n")
        words = command.removeprefix("foedus treaty ").split()
        result = CliRunner().invoke(app, words)
        assert (result.exit_code, result.output) == (0, expected)


def test_a_misspelt_bearer_gets_the_message_that_the_page_shows() -> None:
    wrong = TREATY.replace('"other-parties"', '"othr-parties"', 1)
    with pytest.raises(LibraryError) as caught:
        read_treaty(wrong, TREATY_FILE)
    shown, _ = blocks(PAGE, "text")
    assert str(caught.value) == shown.strip()


def test_the_example_term_is_as_the_formatter_writes_it() -> None:
    assert format_record(terms.read_term(TERM, TERM_FILE)) == TERM


def test_the_example_place_is_as_the_formatter_writes_it() -> None:
    assert format_record(places.read_place(PLACE, PLACE_FILE)) == PLACE


def test_the_example_term_can_stand_among_those_of_the_library(tmp_path: Path) -> None:
    folder = shutil.copytree(terms.FOLDER, tmp_path / "terms")
    (folder / TERM_FILE).write_text(TERM, "utf-8")
    found = terms.term_of("invaded", folder)
    assert found == terms.read_term(TERM, TERM_FILE)


def test_the_example_place_can_stand_among_those_of_the_library(tmp_path: Path) -> None:
    folder = shutil.copytree(places.FOLDER, tmp_path / "places")
    (folder / PLACE_FILE).write_text(PLACE, "utf-8")
    found = places.place_of("gra skjær", folder)
    assert found == places.read_place(PLACE, PLACE_FILE)


def test_a_need_that_there_is_not_gets_the_message_that_the_page_shows() -> None:
    wrong = TERM.replace('"by-force"', '"by-forse"', 1)
    with pytest.raises(LibraryError) as caught:
        terms.read_term(wrong, TERM_FILE)
    _, shown = blocks(PAGE, "text")
    assert str(caught.value) == shown.strip()


@pytest.mark.parametrize("case", tomllib.loads(CASES)["cases"], ids=lambda case: str(case["id"]))
def test_an_example_case_comes_out_as_it_says(
    case: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the test that asks the cases of the library, put to the example treaty alone."""
    treaty = read_treaty(TREATY, TREATY_FILE)
    monkeypatch.setattr(test_cases, "ask", lambda put, depth: reason(put, (treaty,), depth=depth))
    test_cases.test_a_case_comes_out_as_the_historian_says(case)


def test_every_file_that_the_page_names_exists() -> None:
    named = re.findall(r"`((?:foedus|tests|bench|docs)/[\w/.]+\w)`", PAGE)
    missing = {name for name in named if not (ROOT / name).exists()}
    assert missing <= {"foedus/read/votes.py", "tests/read/test_votes.py"}


def test_the_evidence_page_holds_what_it_shows() -> None:
    for block in blocks(EVIDENCE, "python"):
        exec(compile(block, "docs/evidence.md", "exec"), {})


def test_the_changelog_counts_the_treaties_that_are_there() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    shipped = list((ROOT / "foedus" / "data" / "treaties").glob("*.toml"))
    assert f"{len(shipped)} instruments" in changelog

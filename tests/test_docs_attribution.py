"""The page on who said what: its command runs, and it tells of every key of a row."""

import json
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from foedus.cli.app import app
from foedus.model.statement import CueClass, CueMood

PAGE = (Path(__file__).parents[1] / "docs" / "attribution.md").read_text("utf-8")
TEXT = "Ada Vole said: “If they pay, we will go.” She was accused of selling the port."


@pytest.fixture
def row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """The first attribution that the page's command gives."""
    monkeypatch.chdir(tmp_path)
    Path("in.jsonl").write_text(json.dumps({"id": "1", "text": TEXT}) + "\n", "utf-8")
    (command,) = re.findall(r"^foedus .*", PAGE, re.M)
    result = CliRunner().invoke(app, shlex.split(command)[1:], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    (found,) = map(json.loads, Path("out.jsonl").read_text("utf-8").splitlines())
    return dict(found["attributions"][0])


def test_the_page_tells_of_every_key(row: dict[str, object]) -> None:
    put = {"clause", "mood_words", "negated", "consequence", "further", "likelihood"}  # moods.md
    assert {key for key in row if f"`{key}`" not in PAGE} <= put


def test_every_key_of_the_page_is_in_a_row(row: dict[str, object]) -> None:
    (table,) = re.findall(r"## What an attribution holds\n\n(.*?)\n\n", PAGE, re.DOTALL)
    cells = [line.split("|")[1] for line in table.splitlines()[2:]]
    assert {key for cell in cells for key in re.findall(r"`(\w+)`", cell)} <= set(row)


@pytest.mark.parametrize("word", [*CueClass, *CueMood])
def test_the_page_tells_of_every_class_and_mood_of_a_cue(word: str) -> None:
    assert f"`{word}`" in PAGE

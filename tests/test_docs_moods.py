"""The page on moods: commands and scale run; keys, moods and scales are those there are."""

import json
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from foedus.cli.app import app
from foedus.model.claim import Mood
from foedus.model.reading import manner_row
from foedus.model.statement import Manner
from foedus.read.scales import read_scale, scales

PAGE = (Path(__file__).parents[1] / "docs" / "moods.md").read_text("utf-8")
COMMANDS = re.findall(r"^foedus .*", PAGE, re.M)
(TOML,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_page_runs(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    row = {"id": "a", "text": "The envoy said that Lima may leave."}
    Path("in.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    Path("a.txt").write_text(row["text"], "utf-8")
    CliRunner().invoke(app, ["read", "a.txt", "--ledger", "pact.db"], catch_exceptions=False)
    result = CliRunner().invoke(app, shlex.split(command)[1:], catch_exceptions=False)
    assert result.exit_code == 0


def test_the_scale_of_the_page_is_read() -> None:
    assert read_scale(TOML, "mine.toml").bands["a good bet"] == (60, 70)


def test_every_key_is_on_the_page() -> None:
    keys = {*manner_row(Manner(())), "further", "likelihood"}
    assert {key for key in keys if f"`{key}`" not in PAGE} == set()


def test_every_mood_is_on_the_page() -> None:
    assert {mood for mood in Mood if f"`{mood}`" not in PAGE} == set()


def test_every_scale_is_on_the_page() -> None:
    assert {one.id for one in scales() if f"| `{one.id}` |" not in PAGE} == set()

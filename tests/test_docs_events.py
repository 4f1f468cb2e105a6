"""The page on events: command and example run; keys, types and modes are those there are."""

import json
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from foedus.api import annotate
from foedus.cli.app import app
from foedus.model.event import Mode
from foedus.report.event_table import COLUMNS

PAGE = (Path(__file__).parents[1] / "docs" / "events.md").read_text("utf-8")
COMMANDS = re.findall(r"^foedus .*", PAGE, re.M)
(PYTHON,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
(PRINTED,) = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
ROW = {"id": "a", "text": "North Korea may lend Chile two ships, the BBC said.", "date": None}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_page_runs(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in.jsonl").write_text(json.dumps(ROW) + "\n", "utf-8")
    Path("a.txt").write_text("North Korea sent Russia guns in May 2024.\n", "utf-8")
    CliRunner().invoke(app, ["read", "a.txt", "--ledger", "pact.db"], catch_exceptions=False)
    result = CliRunner().invoke(app, shlex.split(command)[1:], catch_exceptions=False)
    assert result.exit_code == 0
    assert "North Korea" in result.output or any(
        "PRK" in Path(name).read_text("utf-8", errors="replace")
        for name in ("out.jsonl", "events.parquet")
        if Path(name).exists()
    )


def test_the_example_prints_what_the_page_says(capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(PYTHON, "docs/events.md", "exec"), {})
    assert capsys.readouterr().out == PRINTED


def test_every_key_is_on_the_page() -> None:
    (row,) = annotate("events", [ROW])
    event = row["events"][0]
    keys = {*event, *event["source"][0]}
    assert {key for key in keys if f"`{key}`" not in PAGE} == set()


def test_every_column_is_on_the_page() -> None:
    assert {column for column in COLUMNS if f"`{column}`" not in PAGE} == set()


def test_every_mode_is_on_the_page() -> None:
    assert {mode for mode in Mode if f"`{mode}`" not in PAGE} == set()

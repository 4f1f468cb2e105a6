"""The page on predictions: commands, scale and example run; it has every key and reason."""

import json
import re
import shlex
from dataclasses import fields
from pathlib import Path

import pytest
from typer.testing import CliRunner

from foedus.cli.app import app
from foedus.model.prediction import Bar, Prediction
from foedus.read.scales import read_scale

PAGE = (Path(__file__).parents[1] / "docs" / "predictions.md").read_text("utf-8")
COMMANDS = re.findall(r"^foedus .*", PAGE, re.M)
(PYTHON,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
(PRINTED,) = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
(TOML,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
REPORT = "Norway will probably ratify the treaty by June 2025, said Ada Vole.\n"


def test_the_commands_of_the_page_run_in_their_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(REPORT, "utf-8")
    id_, told = "", {}
    for command in COMMANDS:
        words = [id_ if word == "ID" else word for word in shlex.split(command, comments=True)[1:]]
        result = CliRunner().invoke(app, words, catch_exceptions=False)
        assert result.exit_code == 0
        told[command] = result.output
        if words[0] == "read":
            listed = CliRunner().invoke(app, ["predictions", "--ledger", "pact.db", "--json"])
            id_ = json.loads(listed.stdout)["predictions"][0]["id"]
    (history,) = (said for command, said in told.items() if "--history" in command)
    assert "yes as of" in history
    assert "by Eva Lund: https://example.org/ratified" in history


def test_the_example_prints_what_the_page_says(capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(PYTHON, "docs/predictions.md", "exec"), {})
    assert capsys.readouterr().out == PRINTED


def test_the_scale_of_the_page_is_read() -> None:
    assert read_scale(TOML, "mine.toml").bands["will"] == (85, 95)


def test_every_key_and_every_reason_is_on_the_page() -> None:
    keys = {*(field.name for field in fields(Prediction)), "scorable", "outcome", *Bar}
    assert {key for key in keys if f"`{key}`" not in PAGE} == set()

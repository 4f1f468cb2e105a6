"""The page on asking: its commands, its scenario and its Python run, its options are all there."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from foedus.cli.app import app
from foedus.law.terms import FACTS
from foedus.reason.conditions import FACTS_BY_CONDITION

PAGE = (Path(__file__).parents[1] / "docs" / "asking.md").read_text("utf-8")
COMMANDS = re.findall(r"^foedus .*", PAGE, re.M)
(TOML,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
(PYTHON,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_page_runs(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, shlex.split(command)[1:], catch_exceptions=False)
    assert result.exit_code == 0


def test_the_scenario_of_the_page_is_answered(tmp_path: Path) -> None:
    file = tmp_path / "scenario.toml"
    file.write_text(TOML, "utf-8")
    told = CliRunner().invoke(app, ["ask", str(file)], catch_exceptions=False).output
    assert "Germany declares war on France" in told
    assert "Germany attacks Belgium" in told


def test_the_python_of_the_page_runs(capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, object] = {}
    exec(compile(PYTHON, "asking.md", "exec"), names)
    assert names["disputed"]
    assert "North Korea" in capsys.readouterr().out


def test_every_option_of_ask_is_on_the_page() -> None:
    told = CliRunner().invoke(app, ["ask", "--help"]).output
    options = set(re.findall(r"--[a-z]+", told)) - {"--help"}
    assert [option for option in options if f"`{option}" not in PAGE] == []


def test_the_page_lists_every_fact_that_a_question_may_tell() -> None:
    names = {*FACTS, *(name for name, _ in FACTS_BY_CONDITION.values())}
    assert {name for name in names if f"| `{name}` |" not in PAGE} == set()

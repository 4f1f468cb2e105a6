"""The page on panels: its commands run, its example prints what it says, all columns are on it."""

import inspect
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from foedus import history
from foedus.cli.app import app
from foedus.history.panel.adding import ADDED
from tests.history.panel.tables import ALLIANCES, MEMBERS, baseline, capability, dispute

PAGE = (Path(__file__).parents[1] / "docs" / "panels.md").read_text("utf-8")
COMMANDS = re.findall(r"^foedus .*", PAGE, re.M)
(PYTHON,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
(PRINTED,) = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with downloads, and the baseline made of them, as one who follows the page has."""
    nmc = [capability(301, 1901, 0.2)]
    mid = dispute(1, 301, 302, 1908)
    baseline(tmp_path, alliances=ALLIANCES, members=MEMBERS, nmc=nmc, mid=mid)
    (tmp_path / "source").rename(tmp_path / "downloads")
    (tmp_path / "baseline").rename(tmp_path / "history")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FOEDUS_BASELINE", raising=False)
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_page_runs(command: str) -> None:
    result = CliRunner().invoke(app, shlex.split(command)[1:], catch_exceptions=False)
    assert result.exit_code == 0


def test_the_example_prints_what_the_page_says(capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(PYTHON, "docs/panels.md", "exec"), {})
    assert capsys.readouterr().out == PRINTED


def test_every_source_of_columns_is_on_the_page() -> None:
    assert {name for name in ADDED if f"| `{name}` |" not in PAGE} == set()


def test_every_method_that_adds_columns_is_on_the_page() -> None:
    methods = {name for name, _ in inspect.getmembers(history.Panel) if name.startswith("with_")}
    assert {name for name in methods if f"`{name}(" not in PAGE} == {"with_columns_of"}

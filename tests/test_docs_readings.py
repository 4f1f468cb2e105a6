"""The page on readings: its commands run, and its example prints what it says."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from foedus.cli.app import app

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "readings.md").read_text("utf-8")
COMMANDS = re.findall(r"^foedus .*", PAGE, re.M)
(CODE,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
(PRINTED,) = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    return tmp_path


def test_the_commands_of_the_page_run(folder: Path) -> None:
    read = ["read", "samples/tribune.html", "--ledger", "foedus.db"]
    for words in [read, *(shlex.split(command)[1:] for command in COMMANDS)]:
        result = CliRunner().invoke(app, words, catch_exceptions=False)
        assert result.exit_code == 0, result.output
    made = {path.name for path in (folder / "readings").iterdir()}
    assert made == {"readings.html", "readings.md", "readings.json"}


@pytest.mark.usefixtures("folder")
def test_the_example_prints_what_the_page_says(capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(CODE, "docs/readings.md", "exec"), {})
    assert capsys.readouterr().out.endswith(PRINTED)

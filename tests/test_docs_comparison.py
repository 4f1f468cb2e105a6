"""The page on comparison: its commands run, its example prints what it says, its kinds are all."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from foedus.cli.app import app
from foedus.report.sections.comparison import DIFFERENCES

PAGE = (Path(__file__).parents[1] / "docs" / "comparison.md").read_text("utf-8")
COMMANDS = re.findall(r"^foedus .*", PAGE, re.M)
(CODE,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
(PRINTED,) = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
TEXTS = dict(re.findall(r'`([ab]\.txt)` \("([^"]+)"\)', PAGE))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in TEXTS.items():
        Path(name).write_text(text, "utf-8")
    return tmp_path


def test_the_commands_of_the_page_run(folder: Path) -> None:
    for command in COMMANDS:
        words = shlex.split(command)[1:]
        assert CliRunner().invoke(app, words, catch_exceptions=False).exit_code == 0
    made = {path.name for path in (folder / "compare").iterdir()}
    assert made == {"compare.html", "compare.md", "compare.json"}


@pytest.mark.usefixtures("folder")
def test_the_example_prints_what_the_page_says(capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(CODE, "docs/comparison.md", "exec"), {})
    assert capsys.readouterr().out == PRINTED


def test_the_page_tells_every_kind() -> None:
    assert set(re.findall(r"^\| `([\w-]+)` \|", PAGE, re.M)) - {"kind"} == set(DIFFERENCES)

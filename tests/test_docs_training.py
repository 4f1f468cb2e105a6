"""The page on training: its commands and its Python run on an invented corpus."""

import json
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from foedus.cli.app import app
from tests.annotated_corpus import UNKNOWN_CUE, row_of, written

PAGE = (Path(__file__).parents[1] / "docs" / "training.md").read_text("utf-8")
COMMANDS = re.findall(r"^foedus (.*)", PAGE, re.M)
(PYTHON,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
(ROW,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a corpus and a text to annotate, as a user who follows the page has it."""
    written(tmp_path / "corpus.jsonl", [row_of(number) for number in range(12)])
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": "1", "text": UNKNOWN_CUE}), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_commands_run_in_their_order(folder: Path) -> None:
    codes = [CliRunner().invoke(app, shlex.split(line)).exit_code for line in COMMANDS]
    assert codes == [0, 0]
    assert (folder / "out.jsonl").exists()


def test_the_python_holds_what_it_asserts(folder: Path) -> None:
    exec(compile(PYTHON, "training.md", "exec"), {})
    assert (folder / "tagger" / "manifest.json").exists()


def test_the_row_that_is_shown_says_what_it_seems_to_say() -> None:
    row = json.loads(ROW)
    (said,) = row["attributions"]
    words = {key: row["text"][start:end] for key, ((start, end),) in said.items()}
    assert words == {"source": "Ada Vole", "cue": "said", "content": "that the bridge is safe"}

"""The page on what changed: commands and example run; it has every kind and every key."""

import json
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from foedus.cli.app import app
from foedus.model.change import ChangeKind

PAGE = (Path(__file__).parents[1] / "docs" / "changes.md").read_text("utf-8")
COMMANDS = re.findall(r"^foedus .*", PAGE, re.M)
(PYTHON,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
(PRINTED,) = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def bodies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, dict[str, object]]:
    """What the commands of the page, run in their order, write: the JSON of each folder."""
    monkeypatch.chdir(tmp_path)
    Path("monday.txt").write_text("Norway and Poland signed a defence pact in Oslo.\n", "utf-8")
    Path("tuesday.txt").write_text("Poland and Norway signed a defence pact in Oslo.\n", "utf-8")
    for command in COMMANDS:
        words = shlex.split(command, comments=True)[1:]
        assert CliRunner().invoke(app, words, catch_exceptions=False).exit_code == 0
    return {
        path.parent.name: json.loads(path.read_text("utf-8"))
        for path in tmp_path.glob("*/brief.json")
    }


def test_the_commands_of_the_page_run_in_their_order(bodies: dict[str, dict[str, object]]) -> None:
    assert "changes" not in bodies["monday"]
    assert "settled now" in str(bodies["tuesday"]["changes"])
    assert "new-document" in str(bodies["week"]["changes"])


def test_the_example_prints_what_the_page_says(capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(PYTHON, "docs/changes.md", "exec"), {})
    assert capsys.readouterr().out == PRINTED


def test_every_kind_and_every_key_of_the_state_is_on_the_page(
    bodies: dict[str, dict[str, object]],
) -> None:
    state = bodies["monday"]["state"]
    assert isinstance(state, dict)
    facts = state["facts"]
    assert {key for key in (*ChangeKind, *state, *facts[0]) if f"`{key}`" not in PAGE} == set()

"""The page on stories: its commands run, and its examples print what it says."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from foedus.cli.app import app

PAGE = (Path(__file__).parents[1] / "docs" / "stories.md").read_text("utf-8")
COMMANDS = re.findall(r"^foedus .*", PAGE, re.M)
EXAMPLES = list(
    zip(
        re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL),
        re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL),
        strict=True,
    )
)


def test_the_commands_of_the_page_run_in_their_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in "abc":
        Path(f"{name}.txt").write_text(f"North Korea sent Russia guns, {name} said.\n", "utf-8")
    Path("in.jsonl").write_text('{"id": "1", "text": "An earthquake struck Vanu."}\n', "utf-8")
    for command in COMMANDS:
        words = shlex.split(command)[1:]
        assert CliRunner().invoke(app, words, catch_exceptions=False).exit_code == 0
    assert Path("out.jsonl").read_text("utf-8") == '{"id": "1", "cluster": "1"}\n'


@pytest.mark.parametrize(("code", "printed"), EXAMPLES)
def test_an_example_prints_what_the_page_says(
    code: str, printed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    exec(compile(code, "docs/stories.md", "exec"), {})
    assert capsys.readouterr().out == printed

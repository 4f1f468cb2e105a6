"""The page on watching: its commands run, its example prints what it says, its numbers hold."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from foedus.cli.app import app
from foedus.ledger.watched import MAX_CHANGES
from foedus.model.news import NewsKind
from foedus.read.fetch import Limits
from foedus.report.news_feed import SHOWN
from tests.watched_feeds import GUNS, PACT, rss

PAGE = (Path(__file__).parents[1] / "docs" / "watching.md").read_text("utf-8")
COMMANDS = re.findall(r"^foedus .*", PAGE, re.M)
(PYTHON,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
(PRINTED,) = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)


def test_the_commands_of_the_page_run_in_their_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("feed.xml").write_bytes(rss(PACT, GUNS))
    for command in COMMANDS:
        words = shlex.split(command)[1:]
        assert CliRunner().invoke(app, words, catch_exceptions=False).exit_code == 0
    assert {path.name for path in tmp_path.iterdir()} >= {
        "pact.db",
        "pact.db.watch.json",
        "changes.atom",
    }


def test_the_example_prints_what_the_page_says(capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(PYTHON, "docs/watching.md", "exec"), {})
    assert capsys.readouterr().out == PRINTED


def test_every_kind_of_change_is_on_the_page() -> None:
    assert {kind for kind in NewsKind if f"`{kind}`" not in PAGE} == set()


def test_the_numbers_of_the_page_are_those_of_the_code() -> None:
    assert f"the newest {SHOWN} changes" in PAGE
    assert f"The newest {MAX_CHANGES:,} changes" in PAGE
    assert (Limits().size, Limits().seconds) == (10_000_000, 30)

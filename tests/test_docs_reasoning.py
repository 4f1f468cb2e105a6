"""The page on the reasoner: its command and its Python run, and it says of them what they say."""

import re
import shlex
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from foedus.cli.app import app
from foedus.model.scenario import Scenario, Verdict
from foedus.reason import DEPTH, reason

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "reasoning.md").read_text("utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
(COMMAND,) = re.findall(r"^foedus .*", PAGE, re.M)


@pytest.fixture(scope="module")
def names() -> dict[str, Any]:
    """What the page's Python defines, its blocks run in order; they hold what they assert."""
    found: dict[str, Any] = {}
    for number, block in enumerate(BLOCKS):
        exec(compile(block, f"reasoning.md, block {number}", "exec"), found)
    return found


def test_the_python_of_the_page_holds_what_it_asserts(names: dict[str, Any]) -> None:
    assert sum(block.count("assert ") for block in BLOCKS) > 10
    assert names["answer"].bearer == "PRK"


def test_under_each_pair_of_readings_it_is_owed_or_not_as_the_table_says(
    names: dict[str, Any],
) -> None:
    rows = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if "owed" in line]
    told = [
        row[1:] for row in rows if row[0] in ("in fact", "declared", "as the attacked party says")
    ]
    found = [
        [_verdict(names["kursk"], war, begun) for begun in ("new-attack-only", "while-it-lasts")]
        for war in ("in-fact", "declared", "as-the-attacked-says")
    ]
    assert [[cell.strip("*").replace(" ", "_") for cell in row] for row in told] == found


def _verdict(asked: Scenario, war: str, begun: str) -> str:
    bound = replace(asked, readings={"state_of_war": war, "continuing_attack": begun})
    return next(answer.verdict.value for answer in reason(bound) if answer.clause == "4")


def test_the_steps_of_a_proof_come_in_the_order_that_the_page_tells(names: dict[str, Any]) -> None:
    told = re.findall(r"`([^`]+)`", PAGE.partition("## The steps")[2].partition("```sh")[0])
    taken = [re.sub(r"^[A-Z]{3} (is bound)", r"\1", step.what) for step in names["answer"].proof]
    shared = [step for step in taken if step in told]
    assert len(shared) >= 6
    assert shared == [step for step in told if step in taken]


def test_the_command_of_the_page_shows_the_proof() -> None:
    result = CliRunner().invoke(app, shlex.split(COMMAND)[1:], catch_exceptions=False)
    assert result.exit_code == 0
    assert "North Korea" in result.output


def test_every_verdict_is_explained() -> None:
    assert [verdict for verdict in Verdict if f"| `{verdict}` |" not in PAGE] == []


def test_the_depth_that_the_page_names_is_the_default() -> None:
    assert f"`depth` (default {DEPTH})" in PAGE


def test_every_link_and_every_file_that_the_page_names_is_there() -> None:
    linked = {ROOT / "docs" / target for target in re.findall(r"\]\(([^)#]+)\)", PAGE)}
    named = {ROOT / path for path in re.findall(r"`((?:foedus|tests)/[\w/.]+)`", PAGE)}
    assert [path for path in linked | named if not path.exists()] == []

"""What holds for every command: an example, `--json`, and a body of a few lines over the API."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.main import get_command
from typer.testing import CliRunner

from foedus import __version__
from foedus.cli.app import app

FOLDER = Path(__file__).parents[2] / "foedus" / "cli"
LONGEST = 25  # lines of a command, its docstring and signature included


def commands(group: typer.Typer, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words that call each command of the group."""
    for name in get_command(group).commands:  # type: ignore[attr-defined]  # a group has commands
        sub = next((g.typer_instance for g in group.registered_groups if g.name == name), None)
        yield from commands(sub, (*path, name)) if sub else [(*path, name)]


@pytest.mark.parametrize("words", list(commands(app)), ids=" ".join)
def test_every_command_has_an_example_and_json(words: tuple[str, ...]) -> None:
    told = CliRunner().invoke(app, [*words, "--help"]).output
    assert f"Example: foedus {' '.join(words)}" in told
    assert "--json" in told


def test_the_version_is_told() -> None:
    result = CliRunner().invoke(app, ["--version"])
    assert (result.exit_code, result.output) == (0, f"foedus {__version__}\n")


@pytest.mark.parametrize("module", sorted(FOLDER.glob("*.py")), ids=lambda path: path.stem)
def test_no_function_of_the_command_line_is_long(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    lengths = {
        node.name: (node.end_lineno or 0) - node.lineno + 1
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
    }
    assert {name for name, length in lengths.items() if length > LONGEST} == set()

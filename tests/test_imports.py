"""Imports point one way (docs/decisions/005); the model needs nothing but the standard library."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "foedus"
BELOW = {
    "model": set[str](),
    "read": {"model"},
    "ledger": {"model"},
    "law": {"model"},
    "reason": {"model", "law"},
    "history": {"model"},
    "report": {"model", "read", "ledger", "law", "reason", "history"},
    "samples": {"model"},
    "api": {"model", "read", "ledger", "law", "reason", "history", "report", "samples"},
    "cli": {"model", "report", "api"},
    "web": {"model", "report", "api"},
}
MODULES = sorted(path.relative_to(PACKAGE.parent) for path in PACKAGE.rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    """The dotted name of every module that the file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: write the import out in full"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def room_of(module: Path) -> str:
    """The room that a module stands in: its folder, or itself at the top of the package."""
    return module.parts[1].removesuffix(".py")


@pytest.mark.parametrize("module", [m for m in MODULES if room_of(m) in BELOW], ids=str)
def test_a_module_imports_only_what_lies_below_it(module: Path) -> None:
    room = room_of(module)
    names = [name for name in imported(PACKAGE.parent / module) if name.startswith("foedus.")]
    assert {name.split(".")[1] for name in names} - BELOW[room] - {room, "__version__"} == set()


def test_every_room_has_its_place_in_the_order() -> None:
    assert {room_of(m) for m in MODULES} <= {*BELOW, "data", "__init__"}


@pytest.mark.parametrize("module", [m for m in MODULES if m.parts[1] == "model"], ids=str)
def test_the_model_uses_the_standard_library_only(module: Path) -> None:
    tops = {name.split(".")[0] for name in imported(PACKAGE.parent / module)}
    assert tops - sys.stdlib_module_names - {"foedus"} == set()

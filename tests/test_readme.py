"""What the README shows is there and runs."""

import re
from pathlib import Path

import pytest

from foedus.cli.app import app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_every_link_leads_to_a_file() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_every_command_exists() -> None:
    commands = {command.name or command.callback.__name__ for command in app.registered_commands}  # type: ignore[union-attr]  # commands are functions here
    groups = {group.name for group in app.registered_groups}
    shown = set(re.findall(r"^foedus (\w+)", README, re.MULTILINE))
    assert shown
    assert shown <= commands | groups


def test_the_python_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = re.findall(r"```python\n(.*?)```", README, re.DOTALL)[0]
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "README.md", "exec"), {})
    assert (tmp_path / "brief" / "brief.html").exists()


def test_the_number_of_treaties_is_the_librarys() -> None:
    count = len(list((ROOT / "foedus" / "data" / "treaties").glob("*.toml")))
    assert f"[{count} instruments as data]" in README

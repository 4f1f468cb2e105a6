"""What the README shows is there, runs on the samples, and prints what the README says."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from foedus.cli.app import app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = [
    tuple(shlex.split(line, comments=True))[1:] for line in re.findall(r"^foedus .*", README, re.M)
]
(EXCERPT,) = re.findall(r"```text\n(.*?)```", README, re.DOTALL)
(PYTHON,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
IN = '{"id": "1", "text": "“Peace will last,” said Ada Vole of Norway."}\n'

FEED = (
    '<rss version="2.0"><channel><title>Wire</title><item><title>Talks go on</title>'
    "<description>Russia sent Norland 20 guns.</description></item></channel></rss>"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the samples and a file to annotate, as a user who follows the page has it."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "samples").symlink_to(ROOT / "samples")
    (folder / "in.jsonl").write_text(IN, "utf-8")
    (folder / "feed.xml").write_text(FEED, "utf-8")
    return folder


@pytest.fixture(scope="module")
def printed(folder: Path) -> dict[tuple[str, ...], str]:
    """Every command of the page, run in its order: what each prints."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.delenv("FOEDUS_LEDGER", raising=False)
        results = {words: CliRunner().invoke(app, list(words)) for words in COMMANDS}
    assert {words: r.output for words, r in results.items() if r.exit_code} == {}
    return {words: result.output for words, result in results.items()}


def doctor_is_content(told: str, _: Path) -> bool:
    return "FAIL" not in told and told.count("ok  ") >= 5


# What the page says that each command does, by its first word.
SAID: dict[str, Callable[[str, Path], bool]] = {
    "read": lambda told, _: len(re.findall(r"samples/\w+\.\w+: read, [1-9]", told)) == 3,
    "statements": lambda told, _: len(re.findall(r"^Vladimir Putin \(", told, re.M)) > 1,
    "facts": lambda told, _: told.count("North Korea") > 5 and "facts: " in told.splitlines()[-1],
    "events": lambda told, folder: (
        "events.csv: " in told and "PRK" in (folder / "events.csv").read_text("utf-8")
    ),
    "stories": lambda told, _: "(3 documents)" in told,
    "predictions": lambda told, _: "on the scale icd-203: " in told.splitlines()[-1],
    "search": lambda told, _: all("mutual assistance" in line for line in told.splitlines()),
    "readings": lambda told, _: "state of war" in told and "Yuri Baranchik" in told,
    "timeline": lambda told, _: "signed the agreement" in told,
    "compare": lambda told, _: "wording: " in told and "agree: " in told,
    "brief": lambda _, folder: len(list((folder / "brief").glob("brief.*"))) == 3,
    "annotate": lambda _, folder: "source" in (folder / "out.jsonl").read_text("utf-8"),
    "actor": lambda told, _: "person/kim-jong-un" in told and "of PRK" in told,
    "treaty": lambda told, _: "rus-prk-2024: not yet in force on 2024-08-06" in told,
    "ask": lambda told, _: (
        ("whether North Korea must defend Russia" in told and "“state of war” is read" in told)
        or "Owed if “guarantee joint or several” is read so" in told
    ),
    "bound": lambda told, _: "Russia: Russia–North Korea treaty of 2024, in force" in told,
    "scales": lambda told, _: "Sherman Kent" in told and "87-99 almost certain" in told,
    "watch": lambda told, folder: (
        "feed.xml: 1 new, 0 known" in told
        and "<entry>" in (folder / "changes.atom").read_text("utf-8")
    ),
    "doctor": doctor_is_content,
}


def test_every_link_leads_to_a_file() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_every_make_target_exists() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    assert set(re.findall(r"(?:^|`)make (\w+)", README, re.M)) <= targets


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_command_does_what_the_page_says(
    words: tuple[str, ...], printed: dict[tuple[str, ...], str], folder: Path
) -> None:
    assert printed[words].strip()
    assert SAID[words[0]](printed[words], folder)


def test_the_lines_that_the_page_shows_are_printed(printed: dict[tuple[str, ...], str]) -> None:
    (facts,) = (told for words, told in printed.items() if words[0] == "facts")
    assert [line for line in EXCERPT.splitlines() if line not in facts.splitlines()] == []


def test_the_python_example_prints_what_the_page_says(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    exec(compile(PYTHON, "README.md", "exec"), {})
    *statements, fact = capsys.readouterr().out.splitlines()
    assert len(statements) > 1
    assert all(re.search(r" [0-9a-f]{8} \[\[\d+, \d+\]", line) for line in statements)
    assert f"`{fact}`" in README


def test_the_python_example_writes_the_brief(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "samples").symlink_to(folder / "samples")
    monkeypatch.chdir(tmp_path)
    exec(compile(PYTHON, "README.md", "exec"), {})
    assert {path.name for path in Path("brief").iterdir()} == {
        "brief.html",
        "brief.md",
        "brief.json",
    }


def test_the_number_of_treaties_is_the_librarys() -> None:
    count = len(list((ROOT / "foedus" / "data" / "treaties").glob("*.toml")))
    assert f"[{count} instruments as data]" in README

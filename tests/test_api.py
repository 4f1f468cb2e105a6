"""The Python face: open, read, ask, brief, and how its objects show themselves."""

import subprocess
import sys
from pathlib import Path

import pytest

import foedus
from foedus.api import letter
from foedus.model.errors import InputError

REPORT = """Norway and Poland sign a pact

Norway and Poland signed a treaty on mutual assistance in Oslo.

“This <b>bond</b> will outlive us all,” said Anna Berg, a scholar at the University of Bergen.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "pact.txt"
    path.write_text(REPORT, "utf-8")
    return path


def test_open_read_ask_and_brief(report: Path) -> None:
    with foedus.open() as desk:
        outcome = desk.read(report)
        assert not outcome.failed
        assert desk.facts()
        assert [row["speaker"]["name"] for row in desk.statements()] == ["Anna Berg"]
        assert "Norway" in desk.brief(pictures=False).brief.title


def test_the_same_file_twice_and_with_other_furniture(report: Path, tmp_path: Path) -> None:
    other = tmp_path / "copy.txt"
    other.write_text(REPORT + "\nShare this article\n\nSubscribe to our newsletter\n", "utf-8")
    with foedus.open() as desk:
        desk.read(report, report, other)
        assert len(desk.ledger.documents()) == 2
        assert {fact.status for fact in desk.facts()} == {"single-voiced"}


def test_objects_show_themselves_inert_in_a_notebook(report: Path) -> None:
    with foedus.open() as desk:
        outcome = desk.read(report, report.with_name("<script>.txt"))
        shown = [
            outcome._repr_html_(),
            desk._repr_html_(),
            desk.statements()._repr_html_(),
            desk.brief(pictures=False)._repr_html_(),
        ]
    assert all("<script>" not in html and "<b>" not in html for html in shown)


def test_a_brief_of_nothing_is_an_error_that_says_what_to_do() -> None:
    with foedus.open() as desk, pytest.raises(InputError, match="read a file first"):
        desk.brief()


def test_progress_names_each_file(report: Path) -> None:
    names: list[str] = []
    with foedus.open() as desk:
        desk.read(report, progress=names.append)
    assert names == [str(report)]


def test_letters_go_on_after_z() -> None:
    assert [letter(n) for n in (0, 25, 26, 27, 52)] == ["A", "Z", "AA", "AB", "BA"]


def test_import_and_help_load_no_model() -> None:
    code = "import foedus, foedus.cli.app, sys; print({'spacy', 'sqlalchemy'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"


@pytest.mark.parametrize("task", foedus.api.TEXT_TASKS)
def test_every_reader_can_be_the_first_that_is_loaded(task: str) -> None:
    rows = '[{"id": "1", "text": "Chad attacked Libya in May, officials said."}]'
    code = f"from foedus.api import annotate; print(*list(annotate({task!r}, {rows})))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout[:10]) == (0, "{'id': '1'")

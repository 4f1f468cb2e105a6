"""The three files: written whole, or the old ones left alone."""

import json
from pathlib import Path

import pytest

from foedus.model.errors import InputError
from foedus.report.items import Brief
from foedus.report.markdown import escaped
from foedus.report.writing import write_brief


def test_three_files_are_written(brief: Brief, tmp_path: Path) -> None:
    made = write_brief(brief, tmp_path / "new" / "folder")
    assert [path.name for path in made] == ["brief.html", "brief.md", "brief.json"]
    assert json.loads(made[2].read_text("utf-8"))["title"] == brief.title


def test_a_failure_while_writing_leaves_the_old_files(
    brief: Brief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_brief(brief, tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def full(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(InputError, match="No space left"):
        write_brief(brief, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_folder_that_is_a_file_is_a_clear_error(brief: Brief, tmp_path: Path) -> None:
    (tmp_path / "brief").write_text("mine")
    with pytest.raises(InputError, match="--out"):
        write_brief(brief, tmp_path / "brief")


@pytest.mark.parametrize(
    ("text", "inert"),
    [
        ("# heading", r"\# heading"),
        ("<b>bold</b>", r"\<b\>bold\</b\>"),
        ("[x](http://y)", r"\[x\](http://y)"),
        ("- item", r"\- item"),
        ("1. first", r"\1. first"),
        ("=SUM(A1)", r"\=SUM(A1)"),
        ("two\nlines", "two lines"),
    ],
)
def test_markdown_takes_no_orders_from_the_text(text: str, inert: str) -> None:
    assert escaped(text) == inert

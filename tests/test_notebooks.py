"""The notebooks of the docs hold no output, and run cell by cell on the user's own tables."""

import json
from pathlib import Path
from typing import Any

import pytest

NOTEBOOKS = sorted((Path(__file__).parents[1] / "docs" / "notebooks").glob("*.ipynb"))
FILES = ("alliance_performance_cases_labelled_half.csv.gz", "atop_4_01_alliance_level.csv.gz")


def code_of(notebook: Path) -> list[str]:
    """The code of the cells, in order."""
    cells = json.loads(notebook.read_text("utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_holds_nothing_that_it_printed(notebook: Path) -> None:
    cells = json.loads(notebook.read_text("utf-8"))["cells"]
    assert all(not cell.get("outputs") for cell in cells)


@pytest.mark.shared
def test_the_published_rates_are_built_from_the_cases_at_hand(
    shared: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in FILES:
        (tmp_path / name).symlink_to(shared / "alliances" / name)
    monkeypatch.setenv("FOEDUS_DOWNLOADS", str(tmp_path))
    (notebook,) = (path for path in NOTEBOOKS if path.stem == "fulfilment")
    names: dict[str, Any] = {}
    for number, code in enumerate(code_of(notebook)):
        exec(compile(code, f"{notebook.name}, cell {number}", "exec"), names)
    told = capsys.readouterr().out
    assert "55 called, 21 honoured" in told
    assert (len(names["called"]), len(names["honoured"])) == (55, 21)
    assert "published 66%, here  59% of 22" in told
    assert "55 called here, 146 published: a part of the file" in told

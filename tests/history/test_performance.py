"""How the promises of a treaty fared in war: counted from a table of cases, with its n."""

from pathlib import Path

import pytest

from foedus.api.importing import import_files
from foedus.history import Honour, honour

HEAD = "warid,atopid,warname,honorLLM,violateLLM,honorBF,violateBF"
CASES = (
    "1,9001,A war,1,,1,",
    "2,9001,Another,,1,1,",
    "3,9001,A third,,,,",
    "1,9002,A war,1,,1,",
)


def imported(folder: Path, *rows: str) -> Path:
    """A baseline with this table of cases in it."""
    table = folder / "cases.csv"
    table.write_text("\n".join((HEAD, *rows)) + "\n", "utf-8")
    outcome = import_files([table], folder / "baseline")
    assert not outcome.failed, outcome.failed
    return folder / "baseline"


def record(folder: Path, *numbers: str) -> Honour:
    found = honour(imported(folder, *CASES), numbers)
    assert found is not None
    return found


def test_called_are_the_cases_honoured_or_violated(tmp_path: Path) -> None:
    found = record(tmp_path, "9001")
    assert (found.listed, found.called, found.honoured) == (3, 2, 1)


def test_the_other_coding_stands_beside(tmp_path: Path) -> None:
    assert record(tmp_path, "9001").other == (2, 2)


def test_all_treaties_of_the_table_are_the_rate_to_compare_with(tmp_path: Path) -> None:
    found = record(tmp_path, "9001")
    assert (found.all_honoured, found.all_called) == (2, 3)


def test_the_cases_of_two_numbers_of_one_treaty_are_counted_together(tmp_path: Path) -> None:
    assert record(tmp_path, "9001", "9002").listed == 4


@pytest.mark.parametrize("numbers", [(), ("9003",)])
def test_a_treaty_without_a_case_has_no_record(tmp_path: Path, numbers: tuple[str, ...]) -> None:
    assert honour(imported(tmp_path, *CASES), numbers) is None


def test_a_mark_that_is_none_is_refused_with_its_row(tmp_path: Path) -> None:
    table = tmp_path / "cases.csv"
    table.write_text(f"{HEAD}\n1,9001,A war,2,,1,\n", "utf-8")
    (told,) = import_files([table], tmp_path / "baseline").failed
    assert "row 1: `honorllm` has '2'; it must be 1, 0 or empty" in told

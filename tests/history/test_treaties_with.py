"""The treaties to ask with a baseline: the library's, and coarse ones for all others."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from foedus.api import baseline as api
from foedus.api import import_files, treaties_with
from foedus.history import coarse_treaties
from foedus.law import Library, library
from foedus.law.check import check_treaty
from foedus.law.decode import Place
from foedus.model.errors import InputError
from foedus.model.treaty import RegistryIds
from tests.history.invented import pair, row, written


@pytest.fixture
def baseline(tmp_path: Path) -> Path:
    import_files([written(tmp_path / "a.csv", [*pair(), row(301, atopid=9002)])], tmp_path / "b")
    return tmp_path / "b"


def test_without_a_baseline_there_is_the_library() -> None:
    assert treaties_with(None) == library().treaties


def test_a_baseline_adds_its_coarse_treaties(baseline: Path) -> None:
    added = [treaty.id for treaty in treaties_with(baseline) if treaty.id.startswith("atop-")]
    assert added == ["atop-9001", "atop-9002"]


def test_a_folder_without_imports_is_no_silent_nothing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no imported history"):
        treaties_with(tmp_path / "gone")


def test_a_second_call_gives_the_same_value(baseline: Path) -> None:
    assert treaties_with(baseline) is treaties_with(baseline)


def test_a_new_import_is_seen(baseline: Path, tmp_path: Path) -> None:
    treaties_with(baseline)
    import_files([written(tmp_path / "c.csv", pair(atopid=9003))], baseline)
    assert treaties_with(baseline)[-1].id == "atop-9003"


def test_a_record_takes_the_place_of_the_coarse_treaty_that_it_names(
    baseline: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = replace(library().treaties[0], ids=RegistryIds(atop=("9001",)))
    monkeypatch.setattr(api, "library", lambda: Library((record,)))
    assert [treaty.id for treaty in treaties_with(baseline)] == [record.id, "atop-9002"]


@pytest.mark.parametrize(
    ("number", "day", "id_"),
    [
        (2, "1900-01-01", "USA"),
        (365, "1914-08-01", "RUS"),
        (365, "1941-06-22", "SUN"),
        (365, "1992-01-01", "RUS"),
        (345, "1914-07-29", "SRB"),
        (345, "1941-04-06", "YUG"),
        (255, "1914-08-01", "DEU"),
        (260, "1960-01-01", "DEU"),
        (300, "1914-07-29", "AUH"),
        (8152, "1875-01-01", "cow/8152"),
    ],
)
def test_a_number_is_the_state_that_the_library_means_on_that_day(
    number: int, day: str, id_: str
) -> None:
    assert api.state_of(number, date.fromisoformat(day)) == id_


@pytest.mark.shared
def test_the_member_level_of_atop_becomes_745_treaties_334_of_them_open(
    shared: Path, tmp_path: Path
) -> None:
    done = import_files([shared / "alliances" / "atop_4_01_member_level.csv.gz"], tmp_path / "b")
    assert done.failed == ()
    coarse = coarse_treaties(tmp_path / "b", api.state_of)
    for treaty in coarse:
        check_treaty(treaty, Place(treaty.id))  # what holds of a record holds of these
    assert (len(coarse), sum(treaty.known_until is not None for treaty in coarse)) == (745, 334)

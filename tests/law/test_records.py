"""Treaty records: what is read back is what was written, and every mistake is named."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from foedus.law import FOLDER, format_treaty, lint, load_treaty, read_treaty
from foedus.model.errors import LibraryError

RECORDS = Path(__file__).parents[1] / "treaties"
GOOD = sorted((RECORDS / "good").glob("*.toml"))
BAD = sorted((RECORDS / "bad").glob("*.toml"))
SHIPPED = sorted(FOLDER.glob("*.toml"))


def name(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", [*GOOD, *SHIPPED], ids=name)
def test_a_record_is_byte_for_byte_what_the_formatter_writes(path: Path) -> None:
    assert format_treaty(load_treaty(path)).encode() == path.read_bytes()


@pytest.mark.parametrize("path", BAD, ids=name)
def test_a_mistake_is_named_with_its_place(path: Path) -> None:
    expected = path.read_text("utf-8").split("\n")[0].removeprefix("# expect: ")
    with pytest.raises(LibraryError) as caught:
        load_treaty(path)
    said = str(caught.value)
    assert said.startswith(f"bad/{path.name}")
    assert expected in said
    assert expected.endswith(": ") or said.endswith(expected)


def test_every_kind_of_mistake_has_a_file_of_its_own() -> None:
    messages = [path.read_text("utf-8").split("\n")[0] for path in BAD]
    assert len(BAD) >= 20
    assert len(set(messages)) >= len(messages) - 1  # no source and no words share one message


def test_a_file_in_another_form_is_named_with_the_remedy(tmp_path: Path) -> None:
    loose = tmp_path / GOOD[0].name
    loose.write_text(GOOD[0].read_text("utf-8").replace(" = ", "=", 1), "utf-8")
    (problem,) = lint([loose])
    assert "foedus treaty format" in problem


def test_a_missing_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="no-such"):
        load_treaty(tmp_path / "no-such.toml")


def test_a_file_that_is_not_utf8_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "xaa-xbb-2030.toml"
    path.write_bytes(b'title = "\xff"')
    with pytest.raises(LibraryError, match="not UTF-8"):
        load_treaty(path)


@given(some.text(some.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_survives_the_round_trip(text: str) -> None:
    treaty = replace(load_treaty(GOOD[0]), note=text)
    assert read_treaty(format_treaty(treaty), GOOD[0].name) == treaty

"""`foedus actor`: whom a name means, records of one's own, and what is said of wrong ones."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from foedus.api import actor_rows, use_actors
from foedus.cli.app import app
from foedus.model.errors import InputError, LibraryError
from foedus.read.gazetteer import Gazetteer

RECORD = """id = "group/blue-guard"
kind = "group"
name = "Blue Guard"
country = "PER"
sector = "REB"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "blue.toml").write_text(RECORD, "utf-8")
    yield tmp_path
    use_actors()


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def test_a_name_is_led_to_its_record_and_the_offices_of_a_day() -> None:
    (row,) = actor_rows("the Kremlin", None)[:1]
    assert (row["id"], row["codes"]["cow"]) == ("RUS", 365)
    told = run("actor", "show", "Kremlin", "--on", "2004-05-01").output
    assert "Vladimir Putin, 1999-12-31 to 2008-05-07" in told
    assert "Dmitry Medvedev, 2008" not in told


def test_a_person_is_told_with_all_offices() -> None:
    rows = json.loads(run("actor", "show", "Dmitry Medvedev", "--json").output)
    assert {office["title"] for office in rows[0]["offices"]} >= {"President", "Prime Minister"}
    assert rows[0]["country"] == "RUS"


def test_a_name_of_several_lists_them_all() -> None:
    found = [row["id"] for row in actor_rows("Georgia")]
    assert found[0] == "GEO"
    assert len(found) == len(set(found))


def test_who_is_nobody_is_told_with_the_nearest() -> None:
    with pytest.raises(InputError, match=r"called 'Kremlinn'; .*Kremlin"):
        actor_rows("Kremlinn")


def test_records_of_ones_own_are_used_by_any_command(folder: Path) -> None:
    told = run("--actors", str(folder), "actor", "show", "blue guard").output
    assert told == (
        "Blue Guard (group/blue-guard), group\n  coded as PER REB\n  called: Blue Guard\n"
    )


def test_readers_know_them_too_until_they_are_put_away(folder: Path) -> None:
    use_actors(folder)
    assert [sense.actor for sense in Gazetteer.load().lookup("Blue Guard")] == ["group/blue-guard"]
    use_actors()
    assert Gazetteer.load().lookup("Blue Guard") == []


def test_a_right_folder_is_checked_without_a_word(folder: Path) -> None:
    result = run("actor", "check", str(folder))
    assert (result.exit_code, result.output) == (0, "nothing wrong\n")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (RECORD.replace("REB", "REBEL"), "`sector` names 'REBEL'"),
        (RECORD.replace('kind = "group"', 'kind = "grup"'), "`kind` names 'grup'"),
        ("id = ", "this is not TOML"),
    ],
)
def test_a_wrong_record_is_named_with_its_field(folder: Path, text: str, why: str) -> None:
    (folder / "blue.toml").write_text(text, "utf-8")
    (folder / "other.toml").write_text(RECORD.replace("blue", "red"), "utf-8")
    result = run("actor", "check", str(folder), "--json")
    (problem,) = json.loads(result.output)
    assert (result.exit_code, why in problem, "blue.toml" in problem) == (1, True, True)


def test_a_wrong_record_changes_nothing_in_use(folder: Path) -> None:
    use_actors(folder)
    (folder / "blue.toml").write_text(RECORD.replace("REB", "REBEL"), "utf-8")
    with pytest.raises(LibraryError, match="REBEL"):
        use_actors(folder)
    assert Gazetteer.load().lookup("Blue Guard")


def test_a_folder_that_is_none_is_refused() -> None:
    with pytest.raises(InputError, match="no such folder"):
        use_actors("nowhere")
    assert run("actor", "check", "nowhere").exit_code != 0

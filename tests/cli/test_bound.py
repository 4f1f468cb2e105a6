"""`foedus bound`, as a user meets it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from foedus.cli.app import app
from foedus.model.errors import InputError


@pytest.fixture(autouse=True)
def no_baseline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FOEDUS_BASELINE", raising=False)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["bound", *arguments], catch_exceptions=False)


def test_each_treaty_is_told_with_its_partners_and_since_when() -> None:
    told = " ".join(run("RUS", "--on", "2024-12-05").output.split())
    assert "North Korea: Russia–North Korea treaty of 2024, in force since 4 December 2024." in told
    assert "Article 4: defence, each to the other; attack on a party by a state;" in told


def test_what_was_imported_is_told_only_where_it_was_asked() -> None:
    assert "imported" not in run("RUS", "--on", "2024-12-05").output


def test_what_does_not_bind_stands_apart() -> None:
    told = " ".join(run("Armenia", "--on", "2024-12-05").output.split())
    assert "Collective Security Treaty" in told.partition("SUSPENDED:")[2]


def test_json_has_a_row_a_duty() -> None:
    rows = json.loads(run("RUS", "--on", "2024-12-05", "--json").output)
    kinds = {(row["treaty"], row["duty"], row["strength"]) for row in rows}
    assert ("rus-prk-2024", "defence", "all-means") in kinds


def test_a_picture_is_drawn_with_its_data(tmp_path: Path) -> None:
    file = tmp_path / "b.svg"
    result = run("USA", "--on", "2024-12-05", "--picture", str(file), "--json")
    rows = json.loads(result.stdout)
    assert file.read_text("utf-8").startswith("<svg ")
    assert json.loads((tmp_path / "b.json").read_text("utf-8"))["bonds"] == rows


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("Polland",), "no state or group 'Polland'. Did you mean Poland"),
        (("",), "the name of a state is empty"),
        (("RUS", "--picture", "b.pdf"), "name it b.svg"),
        (("RUS", "--baseline", "/nowhere/at/all"), "/nowhere/at/all"),
    ],
)
def test_a_mistake_is_named_with_what_to_do(arguments: tuple[str, ...], message: str) -> None:
    with pytest.raises(InputError) as raised:
        run(*arguments)
    assert message in str(raised.value)


def test_a_day_that_is_none_is_refused() -> None:
    assert run("RUS", "--on", "2024-02-30").exit_code == 2

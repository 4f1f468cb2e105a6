"""Events of a ledger as a table: types, sides, modes, files, and what is refused."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import polars
import pytest
from typer.testing import CliRunner

import foedus
from foedus.api import Foedus
from foedus.cli.app import app
from foedus.model.errors import InputError
from foedus.report.event_table import COLUMNS

TEXT = """Peru and Chile signed a fishing treaty in Lima on Monday.

Bolivia accused Peru of spying.

Ecuador may expel Peruvian diplomats, officials in Quito said.

Brazil attacked Paraguay in 1864.
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    text, path = tmp_path / "a.txt", tmp_path / "pact.db"
    text.write_text(TEXT, "utf-8")
    with foedus.open(path) as desk:
        desk.read(text, published=date(2024, 6, 20))
    return path


@pytest.fixture
def desk(ledger: Path) -> Iterator[Foedus]:
    with foedus.open(ledger) as desk:
        yield desk


def test_a_row_has_both_sides_the_type_and_the_words(desk: Foedus) -> None:
    (row,) = desk.events("Bolivia")
    assert (row["event_type"], row["quad_code"], row["cameo_root"]) == ("ACCUSE", 3, "11")
    assert (row["actor_country"], row["recipient_country"]) == ("BOL", "PER")
    assert row["words"] == "Bolivia accused Peru of spying."
    assert TEXT[row["passage_start"] : row["passage_end"]] == row["words"]


def test_a_joint_deed_is_a_row_of_two(desk: Foedus) -> None:
    (row,) = desk.events("Chile", "SUPPORT")
    assert row["reciprocal"]
    assert {row["actor_country"], row["recipient_country"]} == {"PER", "CHL"}
    assert (row["event_date"], row["predicate"]) == ("2024-06-17", "agreement.signed")


def test_modes_follow_from_mood_and_time(desk: Foedus) -> None:
    assert [row["event_mode"] for row in desk.events("Ecuador")] == ["future;hypothetical"]
    assert [row["event_mode"] for row in desk.events("Brazil")] == ["historical"]


def test_each_row_names_its_fact(desk: Foedus) -> None:
    keys = {fact.key for fact in desk.facts()}
    assert {row["fact"] for row in desk.events()} <= keys


def test_types_and_days_choose(desk: Foedus) -> None:
    assert {row["event_type"] for row in desk.events(None, "assault", "ACCUSE")} == {
        "ASSAULT", "ACCUSE",
    }  # fmt: skip
    dated = desk.events(since=date(1860, 1, 1), until=date(1870, 1, 1))
    assert [row["event_type"] for row in dated] == ["ASSAULT"]


def test_a_type_that_plover_has_not_is_refused(desk: Foedus) -> None:
    with pytest.raises(InputError, match="no event type 'WAR'; one of: AGREE, CONSULT"):
        desk.events(None, "WAR")


@pytest.mark.parametrize("name", ["events.csv", "events.parquet"])
def test_files_have_every_column_and_row(desk: Foedus, tmp_path: Path, name: str) -> None:
    table = desk.events()
    file = table.write(tmp_path / name)
    read = polars.read_csv(file) if name.endswith("csv") else polars.read_parquet(file)
    assert (tuple(read.columns), len(read)) == (COLUMNS, len(table))


def test_an_empty_table_keeps_its_columns(desk: Foedus) -> None:
    frame = desk.events(None, "PROTEST").frame()
    assert (tuple(frame.columns), len(frame)) == (COLUMNS, 0)


@pytest.mark.parametrize(
    ("name", "why"),
    [("events.xlsx", "written as .csv or .parquet"), ("missing/events.csv", "there is no folder")],
)
def test_a_file_that_cannot_be_is_refused_and_nothing_is_left(
    desk: Foedus, tmp_path: Path, name: str, why: str
) -> None:
    with pytest.raises(InputError, match=why):
        desk.events().write(tmp_path / name)
    assert [file for file in tmp_path.iterdir() if "events" in file.name] == []


def test_the_command_tells_them_and_writes_json(ledger: Path) -> None:
    command = ["events", "--ledger", str(ledger), "--actor", "Bolivia"]
    told = CliRunner().invoke(app, command).output
    assert told == "undated ACCUSE Bolivia > Peru (asserted): Bolivia accused Peru of spying.\n"
    rows = json.loads(CliRunner().invoke(app, [*command, "--json"]).output)
    assert [tuple(row) for row in rows] == [COLUMNS]


def test_the_command_says_where_there_is_none(ledger: Path) -> None:
    result = CliRunner().invoke(app, ["events", "--ledger", str(ledger), "--type", "PROTEST"])
    assert result.output == "no such event in this ledger\n"

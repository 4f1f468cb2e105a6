"""`foedus panel`, as a user meets it."""

import json
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner, Result

from foedus.cli.app import app
from foedus.model.errors import InputError
from tests.history.panel.tables import ALLIANCES, MEMBERS, baseline


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return baseline(tmp_path_factory.mktemp("world"), alliances=ALLIANCES, members=MEMBERS)


def run(*arguments: str | int | Path) -> Result:
    return CliRunner().invoke(app, ["panel", *map(str, arguments)], catch_exceptions=False)


def refused(*arguments: str | int | Path) -> str:
    with pytest.raises(InputError) as raised:
        run(*arguments)
    return str(raised.value)


def test_the_first_rows_stand_with_what_to_know_and_whom_to_cite(world: Path) -> None:
    told = run("dyads", "--with", "alliances", "--baseline", world).output
    lines = told.splitlines()
    assert lines[0].split()[:4] == ["ccode1", "ccode2", "year", "atop_defense"]
    assert len(lines[1].split()) == len(lines[0].split())
    assert "rows, the first shown" in told
    assert "Note: ATOP 9 tells to 1908; missing after." in told
    assert "Please cite: Leeds" in told


def test_the_table_is_written_with_its_sources_and_works_beside(
    world: Path, tmp_path: Path
) -> None:
    out = tmp_path / "panel.parquet"
    result = run("dyads", "--from", 1900, "--to", 1912, "--with", "alliances", "--baseline",
                 world, "--out", out)  # fmt: skip
    assert result.exit_code == 0
    frame = pl.read_parquet(out)
    about = json.loads(out.with_suffix(".json").read_text("utf-8"))
    assert (about["rows"], about["columns"]) == (frame.height, frame.columns)
    assert about["sources"] == ["COW State System Membership", "ATOP 9"]
    assert about["cite"][1]["title"].startswith("Alliance Treaty Obligations")
    assert "@article{atop," in out.with_suffix(".bib").read_text("utf-8")


def test_treaties_stand_in_a_csv_with_semicolons_between(world: Path, tmp_path: Path) -> None:
    out = tmp_path / "panel.csv"
    run("dyads", "--with", "treaties", "--baseline", world, "--out", out)
    assert {"9001", "9002"} <= set(pl.read_csv(out, infer_schema=False)["atop_ids"])


def test_another_ending_is_refused_and_nothing_is_written(world: Path, tmp_path: Path) -> None:
    told = refused("dyads", "--baseline", world, "--out", tmp_path / "panel.xlsx")
    assert "tables are written as .csv or .parquet" in told
    assert list(tmp_path.iterdir()) == []


def test_json_has_the_rows(world: Path) -> None:
    told = json.loads(run("states", "--state", 302, "--json", "--baseline", world).output)
    assert told["data"][0] == {"ccode": 302, "year": 1900}
    assert told["unit"] == "state-year"


def test_days_go_from_day_to_day(world: Path) -> None:
    words = ("days", "--from", "1901-03-04", "--to", "1901-03-06", "--with", "alliances")
    told = json.loads(run(*words, "--state", 301, "--json", "--baseline", world).output)
    assert [row["atop_defense"] for row in told["data"] if row["ccode2"] == 302] == [0, 1, 1]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("birds",), "no panel of 'birds'; one of: dyads, states, leaders, members, days"),
        (("dyads", "--from", "soon"), "'soon' is no year or day; give 1939 or 1939-08-23"),
        (("dyads", "--from", "1901-02-03"), "a panel of dyads goes by years"),
        (("days", "--from", "1901"), "a panel of days needs its first and last day"),
        (("dyads", "--with", "rain"), "no columns 'rain' for a panel; one of: alliances"),
        (("dyads", "--state", "Atlantis"), "no state or group 'Atlantis'"),
        (("dyads", "--state", "NATO"), "NATO (org/nato) has no COW number"),
        (("dyads", "--codes", "iso"), "no list of states 'iso'"),
        (("leaders",), "no table 'leaders' in it"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(
    words: tuple[str, ...], told: str, world: Path
) -> None:
    assert told in refused(*words, "--baseline", world)


def test_members_are_told_by_the_day(world: Path) -> None:
    words = ("members", "--state", 301, "--from", 1902, "--json", "--baseline", world)
    told = json.loads(run(*words).output)
    (spell,) = told["data"]
    assert (spell["start"], spell["end"], spell["exact"]) == ("1901-03-05", "1902-06-09", True)
    assert json.loads(run(*words[:4], 1903, *words[5:]).output)["data"] == []
    assert "no columns for member-spells" in refused(*words, "--with", "wars")
    assert "ATOP counts its members in COW's numbers" in refused(*words, "--codes", "gw")


def test_a_state_goes_by_its_name(world: Path) -> None:
    # the world that we made up has no France: its number is found, and its state is not
    assert "has no state 220" in refused("dyads", "--state", "France", "--baseline", world)

"""`foedus treaty`: list, show, check and format, as a user meets them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from foedus.cli.treaty import app
from foedus.model.errors import LibraryError

GOOD = Path(__file__).parents[1] / "treaties" / "good" / "xaa-xbb-2030.toml"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), catch_exceptions=False)


def test_list_shows_the_standing_on_the_day_asked_about() -> None:
    lines = run("list", "RUS", "PRK", "--on", "2024-06-20").output.splitlines()
    assert [line.split()[0] for line in lines[:3]] == [
        "rus-prk-2000",
        "rus-prk-2024",
        "ussr-prk-1961",
    ]
    assert "not yet in force" in lines[1]


def test_list_says_how_much_was_seen_at_a_source() -> None:
    assert "clauses were seen at a source" in run("list").output


def test_list_as_json_has_a_row_for_each_treaty() -> None:
    rows = json.loads(run("list", "prk", "--on", "2024-12-05", "--json").output)
    assert {row["id"]: row["status"] for row in rows}["rus-prk-2024"] == "in force"


def test_show_gives_rival_dates_with_their_sources() -> None:
    shown = run("show", "usa-kor-1953").output
    assert [line.split(":")[0] for line in shown.splitlines() if line.startswith("In force")] == [
        "In force 1954-11-17",
        "In force 1954-11-18",
    ]


def test_show_marks_what_was_not_seen() -> None:
    shown = run("show", "usa-jpn-1960").output.splitlines()
    assert next(line for line in shown if "basing" in line).endswith("Unverified.")


def test_show_of_an_unknown_id_names_the_nearest() -> None:
    with pytest.raises(LibraryError, match="nato-1949"):
        run("show", "nato")


def test_check_of_the_shipped_library_finds_nothing() -> None:
    result = run("check")
    assert (result.exit_code, result.output) == (0, "nothing wrong\n")


def test_check_names_each_wrong_file_and_fails(tmp_path: Path) -> None:
    for name in ("xaa-xbb-2030", "xaa-xbb-2031"):
        (tmp_path / f"{name}.toml").write_text("id = 1", "utf-8")
    result = run("check", *map(str, sorted(tmp_path.iterdir())))
    assert result.exit_code == 1
    assert len(result.output.splitlines()) == 2


def test_format_makes_a_loose_file_pass_the_check(tmp_path: Path) -> None:
    loose = tmp_path / GOOD.name
    loose.write_text(GOOD.read_text("utf-8").replace(" = ", "   =   "), "utf-8")
    assert run("format", str(loose)).output == f"formatted {loose}\n"
    assert run("check", str(loose)).exit_code == 0


def test_format_leaves_a_wrong_file_as_it_is(tmp_path: Path) -> None:
    wrong = tmp_path / "xaa-xbb-2030.toml"
    wrong.write_text('id = "xaa-xbb-2030"', "utf-8")
    with pytest.raises(LibraryError):
        run("format", str(wrong))
    assert wrong.read_text("utf-8") == 'id = "xaa-xbb-2030"'

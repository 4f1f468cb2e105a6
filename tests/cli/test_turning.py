"""`foedus ask --flip` and `--weight`: what would turn an answer, readings that count for more."""

import json

import pytest
from typer.testing import CliRunner

from foedus.cli.app import app

KURSK = ["ask", "--attack", "UKR", "RUS", "--at", "Kursk", "--on", "2024-12-05"]


def told(*more: str) -> str:
    result = CliRunner().invoke(app, [*KURSK, *more])
    assert result.exit_code == 0, result.output
    return " ".join(result.output.split())


def refused(*more: str) -> str:
    result = CliRunner().invoke(app, [*KURSK, *more])
    return "" if result.exit_code == 0 else str(result.exception or result.output)


def test_a_state_is_named_as_people_name_it() -> None:
    assert told("--flip", "North Korea") == told("--flip", "PRK")


def test_what_would_turn_it_is_told_either_way() -> None:
    said = told("--flip", "PRK")
    assert "Owed if “state of war” is read so: when hostilities" in said
    assert "Not owed if “state of war” is read so:" in said


def test_for_a_program_it_is_rows() -> None:
    rows = json.loads(CliRunner().invoke(app, [*KURSK, "--flip", "PRK", "--json"]).output)
    assert {row["becomes"] for row in rows} == {"owed", "not_owed"}
    assert all(row["changes"] for row in rows)


def test_a_state_without_an_answer_is_refused() -> None:
    assert "has no answer" in refused("--flip", "CHL")


def test_proof_and_what_would_turn_it_are_two_questions() -> None:
    assert "two questions" in refused("--flip", "PRK", "--why", "PRK")


def test_weights_are_told_as_weights_and_as_no_chance() -> None:
    said = told("--weight", "state_of_war=in-fact:3,declared:1")
    assert "Owed in 75 per cent of the ways to read it, by the weights of the question; no" in said


def test_without_weights_no_share_is_told() -> None:
    assert "per cent" not in told()


def test_rows_have_a_share_only_by_weights() -> None:
    output = CliRunner().invoke(app, [*KURSK, "--json"]).output
    assert not any("share" in row for row in json.loads(output))


@pytest.mark.parametrize(
    ("weight", "why"),
    [
        ("state_of_war=in-fact", "must be READING:N"),
        ("state_of_war", "write TERM=READING:N"),
        ("state_of_wor=in-fact:1", "Did you mean 'state_of_war'"),
        ("state_of_war=in-fct:1", "Did you mean 'in-fact'"),
        ("state_of_war=in-fact:0", "no reading counts"),
    ],
)
def test_weights_that_say_nothing_are_refused(weight: str, why: str) -> None:
    assert why in refused("--weight", weight)

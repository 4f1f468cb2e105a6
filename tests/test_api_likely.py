"""What a named scale makes of words of likelihood, through the API and the command line."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

import foedus
from foedus.api import Foedus, scale_rows
from foedus.cli.app import app
from foedus.cli.telling import statement_line
from foedus.model.errors import InputError

TEXT = (
    'The envoy said that Lima is very unlikely to leave the bloc.\n\n"They may stay," she said.\n'
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Foedus]:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    with foedus.open(tmp_path / "a.db") as opened:
        opened.read(tmp_path / "a.txt")
        yield opened


def test_each_statement_has_its_likelihood_on_the_scale_named(desk: Foedus) -> None:
    first, second = desk.statements(scale="icd-203")
    assert (first["likelihood"]["high"], second["likelihood"]) == (20, None)


def test_without_a_scale_no_number_is_told(desk: Foedus) -> None:
    assert not any("likelihood" in row for row in desk.statements())


def test_a_scale_that_there_is_not_is_an_error(desk: Foedus) -> None:
    with pytest.raises(InputError, match="no scale 'icd'"):
        desk.statements(scale="icd")


def test_annotated_rows_have_it_too() -> None:
    rows = [{"id": str(n), "text": text} for n, text in enumerate(("It rained.", TEXT))]
    _, row = foedus.annotate("quotes", rows, scale="phia")
    assert [a["likelihood"] for a in row["attributions"]] == [None, None]  # no "very unlikely"


def test_the_command_tells_statements_with_mood_and_range(desk: Foedus, tmp_path: Path) -> None:
    asked = ["statements", "--ledger", str(tmp_path / "a.db"), "--scale", "icd-203"]
    told = CliRunner().invoke(app, asked).output
    assert "(indirect, possible, very unlikely: 5-20 in 100 on icd-203): " in told


def test_the_scales_are_listed_with_their_sources() -> None:
    rows = json.loads(CliRunner().invoke(app, ["scales", "--json"]).output)
    assert [row["source"] for row in rows] == [row["source"] for row in scale_rows()]


def test_a_scale_is_told_line_by_line() -> None:
    assert "    5-20 very unlikely" in CliRunner().invoke(app, ["scales", "icd-203"]).output


def test_what_nobody_has_said_is_told_as_that() -> None:
    row = {"id": "0123456789ab", "speaker": {"name": "Berg"}, "kind": "indirect", "words": "aid"}
    told = statement_line({**row, "mood": "asserted", "cue_mood": "denied"})
    assert told == "Berg (indirect, not said): aid  [0123456789]"


def test_a_statement_of_an_older_ledger_is_told_without_a_mood() -> None:
    row = {"id": "0123456789ab", "speaker": {"name": ""}, "kind": "direct", "words": "“Yes”"}
    assert statement_line(row) == "unattributed (direct): “Yes”  [0123456789]"

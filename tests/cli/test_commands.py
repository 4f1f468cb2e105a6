"""The commands as a user gives them: what they print, what they write, how they fail."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from foedus.cli.app import app
from foedus.model.errors import FoedusError
from foedus.report.items import ASKED, SECTIONS

PACT = """Norway and Poland sign a pact

Norway and Poland signed a treaty on mutual assistance in Oslo on Monday.

“This bond will outlive us all,” said Anna Berg, a scholar at the University of Bergen.
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(one) for one in arguments])


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "pact.txt"
    path.write_text(PACT, "utf-8")
    return path


@pytest.fixture
def ledger(tmp_path: Path, report: Path) -> Path:
    path = tmp_path / "pact.db"
    assert run("read", report, "--ledger", path, "--published", "2024-07-02").exit_code == 0
    return path


@pytest.mark.parametrize(
    "command", ["read", "brief", "facts", "statements", "search", "annotate", "doctor"]
)
def test_every_command_explains_itself_with_an_example_and_has_json(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Example: foedus" in result.output
    assert "--json" in result.output


def test_read_twice_stores_once(report: Path, ledger: Path) -> None:
    result = run("read", report, "--ledger", ledger, "--published", "2024-07-02", "--json")
    assert [one["new"] for one in json.loads(result.stdout)["read"]] == [False]


def test_a_missing_file_among_good_ones_is_named_and_the_others_are_read(
    report: Path, tmp_path: Path
) -> None:
    result = run("read", tmp_path / "gone.txt", report, "--ledger", tmp_path / "x.db", "--json")
    outcome = json.loads(result.stdout)
    assert [one["code"] for one in outcome["failed"]] == ["missing"]
    assert len(outcome["read"]) == 1
    assert result.exit_code == 1


def test_brief_writes_three_files_and_names_them(report: Path, tmp_path: Path) -> None:
    result = run("brief", report, "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert [Path(line).name for line in result.stdout.split()] == [
        "brief.html",
        "brief.md",
        "brief.json",
    ]
    body = json.loads((tmp_path / "out" / "brief.json").read_text("utf-8"))
    assert set(SECTIONS) - ASKED <= set(body)


def test_brief_names_no_folder_of_the_users_machine(report: Path, tmp_path: Path) -> None:
    run("brief", report, "--out", tmp_path / "out")
    for path in (tmp_path / "out").iterdir():
        assert str(tmp_path) not in path.read_text("utf-8")


def test_brief_without_files_is_an_error_that_says_what_to_do() -> None:
    result = run("brief")
    assert isinstance(result.exception, FoedusError)
    assert "--samples" in str(result.exception)


def test_brief_of_a_ledger_needs_no_files(ledger: Path, tmp_path: Path) -> None:
    assert run("brief", "--ledger", ledger, "--out", tmp_path / "out").exit_code == 0


def test_a_weekday_is_resolved_against_the_day_of_publication(ledger: Path) -> None:
    claims = json.loads(run("facts", "--ledger", ledger, "--json").stdout)
    assert claims
    assert "2024-07-01" in json.dumps(claims)


def test_statements_of_a_speaker(ledger: Path) -> None:
    rows = json.loads(run("statements", "--ledger", ledger, "--json").stdout)
    assert [row["speaker"]["name"] for row in rows] == ["Anna Berg"]


def test_search_gives_the_place_of_the_words(ledger: Path) -> None:
    hits = json.loads(run("search", "outlive", "--ledger", ledger, "--json").stdout)
    passage = hits[0]["passage"]
    assert PACT[passage["start"] : passage["end"]] == "outlive"


def test_a_ledger_that_is_not_there_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    result = run("facts", "--ledger", tmp_path / "none.db")
    assert "foedus read" in str(result.exception)
    assert not (tmp_path / "none.db").exists()


def test_output_for_the_terminal_has_no_control_characters(tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.txt"
    hostile.write_text(PACT.replace("bond", "bo\x1b[31mnd"), "utf-8")
    run("read", hostile, "--ledger", tmp_path / "h.db")
    assert "\x1b" not in run("statements", "--ledger", tmp_path / "h.db").stdout


@pytest.mark.parametrize("task", ["lines", "actors", "quotes"])
def test_annotate_gives_a_row_a_text_in_order(task: str, tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    rows = [{"id": str(n), "text": PACT.replace("Oslo", f"Oslo {n}")} for n in range(3)]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert run("annotate", task, source, target).exit_code == 0
    made = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert [row["id"] for row in made] == ["0", "1", "2"]


def test_annotate_names_the_texts_that_it_could_not_read(tmp_path: Path) -> None:
    german = "Der Sprecher des Ministeriums sagte, die Regierung halte an dem Vertrag fest."
    rows = [{"id": "north", "text": PACT}, {"id": "south", "text": german}]
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    result = run("annotate", "quotes", source, tmp_path / "out.jsonl")
    assert "not read: south: it is in German" in result.stderr
    assert "north" not in result.stderr


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 1: this is not JSON"),
        ('{"text": "x"}', "line 1: a row needs an `id`"),
        ('{"id": "1"}', "line 1: a row needs a `text`"),
        ("[]", "line 1: a row needs an `id`"),
    ],
)
def test_annotate_says_which_line_is_wrong_and_writes_nothing(
    line: str, message: str, tmp_path: Path
) -> None:
    (tmp_path / "in.jsonl").write_text(line + "\n", "utf-8")
    result = run("annotate", "quotes", tmp_path / "in.jsonl", tmp_path / "out.jsonl")
    assert message in str(result.exception)
    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]


def test_an_unknown_task_is_named_with_the_known_ones(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": "1", "text": "x"}\n', "utf-8")
    result = run("annotate", "quotse", tmp_path / "in.jsonl", tmp_path / "out.jsonl")
    assert "lines, actors, quotes" in str(result.exception)


def test_doctor_finds_everything() -> None:
    result = run("doctor", "--json")
    assert json.loads(result.stdout)["ok"], result.stdout

"""`foedus predictions` and `foedus resolve` as a user gives them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from foedus.cli.app import app
from foedus.model.errors import FoedusError

REPORT = """Talks in Oslo

Norway will probably ratify the treaty by June 2025, said Ada Vole.

It could lead to closer ties, Jan Berg said.

If Russia attacks Norway, Poland will likely send troops in 2025, Jan Berg said.
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(one) for one in arguments])


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    report, path = tmp_path / "a.txt", tmp_path / "a.db"
    report.write_text(REPORT, "utf-8")
    assert run("read", report, "--ledger", path, "--published", "2024-06-20").exit_code == 0
    return path


def id_of(ledger: Path, words: str) -> str:
    rows = json.loads(run("predictions", "--ledger", ledger, "--json").stdout)["predictions"]
    (id_,) = (row["id"] for row in rows if words in row["event"])
    return str(id_)[:8]


def ratified(ledger: Path, *more: str) -> Result:
    given = ("yes", "--evidence", "https://example.org/a", "--by", "ada", "--on", "2025-07-01")
    return run("resolve", id_of(ledger, "ratify"), *given, *more, "--ledger", ledger)


def test_the_table_tells_who_what_until_when_and_how_likely_on_which_scale(ledger: Path) -> None:
    told = run("predictions", "--ledger", ledger).stdout
    assert "2024-06-20, Ada Vole: Norway will probably ratify" in told
    assert "by 30 June 2025 (“by June 2025”); probable: 55-80 in 100 on icd-203; open" in told
    assert "not scored: vague-event" in told
    assert "3 predictions on the scale icd-203: 1 can be scored" in told


def test_resolve_tells_the_score_and_the_history(ledger: Path) -> None:
    told = ratified(ledger).stdout
    assert "came about; Brier 0.11, log 0.39" in told
    assert "yes as of 2025-07-01, by ada: https://example.org/a" in told


def test_the_history_keeps_every_resolution(ledger: Path) -> None:
    ratified(ledger)
    id_ = id_of(ledger, "ratify")
    run("resolve", id_, "no", "--evidence", "a draft", "--by", "jan", "--ledger", ledger)
    told = run("predictions", "--id", id_, "--history", "--ledger", ledger).stdout
    assert told.index("by ada") < told.index("by jan")
    assert "did not come about" in told


def test_open_and_resolved_and_due_choose(ledger: Path) -> None:
    ratified(ledger)

    def count(*options: str) -> int:
        told = run("predictions", "--ledger", ledger, "--json", *options)
        return len(json.loads(told.stdout)["predictions"])

    assert (count("--open"), count("--resolved")) == (2, 1)
    assert (count("--due", "2025-06-30"), count("--due", "2024-12-31")) == (1, 0)


def test_another_scale_gives_another_number(ledger: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        'id = "own"\nsource = "ours"\n[[band]]\nlow = 60\nhigh = 70\nterms = ["probable"]\n',
        "utf-8",
    )
    told = run("predictions", "--ledger", ledger, "--scale", own).stdout
    assert "probable: 60-70 in 100 on own" in told


def test_calibration_of_few_tells_the_cases_and_no_rate(ledger: Path) -> None:
    ratified(ledger)
    told = run("predictions", "--calibration", "--ledger", ledger).stdout
    assert "Ada Vole: n = 1, too few to judge (under 10)" in told
    assert "68 in 100: came about" in told
    assert "Brier" not in told
    body = json.loads(run("predictions", "--calibration", "--json", "--ledger", ledger).stdout)
    assert [one["came_about"] for one in body["calibration"]] == [None, None]


def test_calibration_of_nothing_says_so(ledger: Path) -> None:
    told = run("predictions", "--calibration", "--ledger", ledger).stdout
    assert "nothing is scored yet on the scale icd-203" in told


def test_too_few_for_a_picture_writes_none(ledger: Path, tmp_path: Path) -> None:
    result = run("predictions", "--draw", tmp_path / "c.svg", "--ledger", ledger)
    assert "too few scored predictions" in str(result.exception)
    assert not (tmp_path / "c.svg").exists()


def test_enough_are_drawn_with_their_data_beside(tmp_path: Path) -> None:
    report, path = tmp_path / "many.txt", tmp_path / "many.db"
    names = "Ada Jan Eva Max Ida Leo Pia Tom Una Ulf".split()
    report.write_text(
        "Talks in Oslo\n\n"
        + "\n\n".join(
            f"Norway will probably ratify the treaty by June 2025, said {name} Vole."
            for name in names
        ),
        "utf-8",
    )
    run("read", report, "--ledger", path, "--published", "2024-06-20")
    body = json.loads(run("predictions", "--ledger", path, "--json").stdout)
    for row in body["predictions"]:
        run("resolve", row["id"], "yes", "--evidence", "x", "--by", "ada", "--ledger", path)
    result = run("predictions", "--ledger", path, "--draw", tmp_path / "c.svg")
    assert result.exit_code == 0, result.exception
    assert "<svg" in (tmp_path / "c.svg").read_text("utf-8")
    (one,) = json.loads((tmp_path / "c.json").read_text("utf-8"))
    assert (one["n"], one["came_about"]) == (10, 1.0)
    told = run("predictions", "--ledger", path, "--calibration").stdout
    assert "over all: n = 10, said 68 in 100 on the mean, came about 100 in 100 (72-100)" in told


def test_an_empty_ledger_is_told_kindly(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nothing happened in Oslo on Monday.\n", "utf-8")
    run("read", tmp_path / "a.txt", "--ledger", tmp_path / "a.db")
    result = run("predictions", "--ledger", tmp_path / "a.db")
    assert result.exit_code == 0
    assert result.stdout.startswith("no prediction here")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("ffff0000", "yes", "--evidence", "x"), "no claim in this ledger"),
        (("no", "yes", "--evidence", "x"), "is no id"),
    ],
)
def test_an_id_that_is_none_says_so(ledger: Path, words: tuple[str, ...], message: str) -> None:
    result = run("resolve", *words, "--by", "ada", "--ledger", ledger)
    assert isinstance(result.exception, FoedusError)
    assert message in str(result.exception)


def test_a_conditional_one_asks_for_its_condition(ledger: Path) -> None:
    id_ = id_of(ledger, "send troops")
    given = ("yes", "--evidence", "they went", "--by", "ada", "--ledger", ledger)
    assert "--condition-met" in str(run("resolve", id_, *given).exception)
    assert "Brier" in run("resolve", id_, *given, "--condition-met").stdout

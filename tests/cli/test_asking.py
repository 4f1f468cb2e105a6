"""`foedus ask`, as a user meets it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from foedus.api import ask as put
from foedus.api import import_files
from foedus.cli.app import app
from foedus.model.errors import InputError
from tests.history.invented import row, written

KURSK = ("--attack", "UKR", "RUS", "--at", "Kursk", "--on", "2024-12-05")
SCENARIO = """
on = 2024-12-05
events = [{ kind = "attack", by = ["UKR"], on = ["RUS"], place = "Kursk" }]
"""


@pytest.fixture(autouse=True)
def no_baseline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FOEDUS_BASELINE", raising=False)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["ask", *arguments], catch_exceptions=False)


def joined(result: Result) -> str:
    """What was printed, its lines joined again."""
    return " ".join(result.output.split())


# What is asked --------------------------------------------------------------------------------


def test_the_verdict_and_what_decides_are_on_the_screen() -> None:
    told = joined(run(*KURSK))
    assert "IN DISPUTE, whether bound to help Russia: North Korea." in told
    assert "What decides is how “state of war” is read" in told


def test_before_the_treaty_was_in_force_it_is_not_owed() -> None:
    told = joined(run("--attack", "UKR", "RUS", "--at", "Kursk", "--on", "2024-11-20"))
    assert "not in force until 4 December 2024" in told.partition("NOT OWED")[2]


def test_a_file_puts_the_same_question(tmp_path: Path) -> None:
    file = tmp_path / "kursk.toml"
    file.write_text(SCENARIO, "utf-8")
    assert run(str(file)).output == run(*KURSK).output


def test_states_go_by_name() -> None:
    assert run("--attack", "Ukraine", "russia", *KURSK[3:]).output == run(*KURSK).output


def test_facts_readings_and_what_is_contested_go_into_the_question() -> None:
    options = ("--assume", "not:unprovoked", "--reading", "state_of_war=declared", "--contest")
    told = joined(run(*KURSK, *options, "grave"))
    assert "As you put it: the attacked provoked it; “state of war” is read as declared." in told
    assert "Contested: it is more than an incident." in told


def test_the_kind_the_means_and_the_beginning_are_told_back() -> None:
    options = ("--kind", "threat", "--means", "cyber", "--since", "2024-01-05")
    told = joined(run("--attack", "RUS", "POL", "--on", "2024-02-01", *options))
    assert "Russia threatens Poland, from 5 January 2024 on, by means of: cyber." in told


def test_depth_nought_tells_of_no_later_round() -> None:
    assert "IF THEY FIGHT" in run("--attack", "PRK", "KOR", "--on", "2024-02-01").output
    told = run("--attack", "PRK", "KOR", "--on", "2024-02-01", "--depth", "0").output
    assert "IF THEY FIGHT" not in told


def test_all_tells_more_than_a_screen() -> None:
    whole = run(*KURSK, "--all").output
    assert len(whole.splitlines()) > 45
    assert "--all" not in whole


# What comes out -------------------------------------------------------------------------------


def test_json_is_what_a_batch_gives(tmp_path: Path) -> None:
    rows = tmp_path / "in.jsonl"
    event = {"kind": "attack", "by": ["UKR"], "on": ["RUS"], "place": "Kursk Oblast"}
    scenario = {"id": "1", "on": "2024-12-05", "events": [event]}
    rows.write_text(json.dumps({"id": "1", "scenario": scenario}) + "\n", "utf-8")
    out = tmp_path / "out.jsonl"
    CliRunner().invoke(app, ["annotate", "casus", str(rows), str(out)], catch_exceptions=False)
    answers = json.loads(out.read_text("utf-8"))["answers"]
    assert json.loads(run(*KURSK, "--json").output) == answers


def test_why_shows_the_proof_of_one_state() -> None:
    told = run(*KURSK, "--why", "North Korea").output
    assert "    [held] in force: since 4 December 2024" in told.splitlines()
    assert "Abkhazia" not in told


def test_why_with_json_gives_the_rows_of_one_state() -> None:
    rows = json.loads(run(*KURSK, "--why", "PRK", "--json").output)
    assert {row["bearer"] for row in rows} == {"PRK"}
    assert all(row["proof"] for row in rows)


def test_pictures_are_drawn_with_their_data(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("c.svg", "m.svg")]
    run(*KURSK, "--picture", str(files[0]), "--matrix", str(files[1]))
    assert all(file.read_text("utf-8").startswith("<svg ") for file in files)
    assert json.loads((tmp_path / "c.json").read_text("utf-8"))["event"]["on"] == "2024-12-05"
    assert json.loads((tmp_path / "m.json").read_text("utf-8"))["clauses"]


def test_pictures_leave_the_json_clean(tmp_path: Path) -> None:
    result = run(*KURSK, "--json", "--picture", str(tmp_path / "c.svg"))
    assert json.loads(result.stdout)


# What goes wrong ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "nothing asked; give --attack BY ON"),
        (("--attack", "RUS", "Polland"), "no state or group 'Polland'. Did you mean Poland"),
        (("--attack", "RUX", "POL"), r"no state or group 'RUX'. Did you mean"),
        (("--attack", "Congo", "POL"), "'Congo' may be"),
        ((*KURSK, "--kind", "attak"), "Did you mean 'attack'"),
        ((*KURSK, "--kind", ""), "--kind is empty"),
        ((*KURSK, "--since", "2024-12-06"), "it begins on 2024-12-06, after the day asked about"),
        (("--attack", "", "POL"), "the name of a state is empty"),
        ((*KURSK, "--reading", "state_of_war"), "write TERM=READING"),
        ((*KURSK, "--reading", "state_of_war=never"), "has no reading 'never'"),
        ((*KURSK, "--why", "Bolivia"), "Bolivia has no answer to this question"),
        ((*KURSK, "--why", "Bolivya"), "no state or group 'Bolivya'"),
        ((*KURSK, "--picture", "/nowhere/at/all.svg"), "cannot be written"),
        ((*KURSK, "--matrix", "m.png"), "pictures are drawn as SVG; name it m.svg"),
        ((*KURSK, "--baseline", "/nowhere/at/all"), "/nowhere/at/all"),
        (("/nowhere/at/all.toml",), "cannot be read"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_mistake_is_named_with_what_to_do(arguments: tuple[str, ...], message: str) -> None:
    with pytest.raises(InputError) as raised:
        run(*arguments)
    assert message in str(raised.value)


def test_a_slip_in_a_file_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "kursk.toml"
    file.write_text("on = 2024-12-05\nevents = [\n", "utf-8")
    with pytest.raises(InputError, match=r"not valid TOML: .*(line 3|end of document)"):
        run(str(file))


def test_a_day_that_is_none_is_refused() -> None:
    result = run("--attack", "RUS", "POL", "--on", "2024-02-30")
    assert result.exit_code == 2
    assert "2024-02-30" in result.output


def test_a_place_in_no_record_is_no_mistake_and_said() -> None:
    result = run("--attack", "RUS", "POL", "--at", "Narnia", "--on", "2024-02-01")
    assert result.exit_code == 0
    assert "“Narnia” is in no record of places" in result.output


def test_the_screen_is_the_apis() -> None:
    shown = put(attack=("UKR", "RUS"), at="Kursk", on="2024-12-05").screen()
    assert " ".join(shown.split()) == joined(run(*KURSK))


def test_a_baseline_comes_from_option_or_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [row(385, defense=1), row(290, defense=1)]
    import_files([written(tmp_path / "a.csv", rows)], tmp_path / "baseline")
    question = ("--attack", "SWE", "POL", "--on", "1935-01-01")
    by_option = run(*question, "--baseline", str(tmp_path / "baseline")).output
    monkeypatch.setenv("FOEDUS_BASELINE", str(tmp_path / "baseline"))
    assert "Norway must defend Poland" in by_option
    assert run(*question).output == by_option

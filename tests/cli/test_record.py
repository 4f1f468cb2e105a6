"""`foedus record`, as a user meets it, and the page that tells of it."""

import json
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from foedus.cli.app import app
from foedus.model.errors import FoedusError
from tests.history.invented import row
from tests.history.panel.tables import baseline, capability
from tests.history.test_record import outcome, treaty

PAGE = (Path(__file__).parents[2] / "docs" / "record.md").read_text("utf-8")
COMMANDS = re.findall(r"^foedus .*", PAGE, re.M)


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """Twelve wars that called a promise of defence on equal terms since 1945, three times kept."""
    cases = [outcome(n, 9001, "honorllm" if n < 3 else "violatellm", "honorbf") for n in range(12)]
    cases += [outcome(20, 9002, "honorllm", defense=0, neutral=1, sample=1)]
    members = [row(301), row(302), {**row(301), "atopid": 9002}, {**row(302), "atopid": 9002}]
    treaties = [treaty(9001), treaty(9002, asymm=1)]
    bound = [{**one, "defense": 1, "yrexit": 0} for one in members]
    return baseline(tmp_path, cases=cases, treaties=treaties, members=bound)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["record", *map(str, arguments)], catch_exceptions=False)


def test_a_treaty_is_told_with_rule_rate_and_every_case(world: Path) -> None:
    told = run("--treaty", "rus-prk-2024", "--baseline", world).output
    assert "Compared with promises of defence, in wars since 1945, made on equal terms." in told
    assert "3 of 12 were honoured (25 %, 95 % interval 9 to 53 %)." in told
    assert "By the other coding 12 of 12." in told
    assert told.count("violated Great War") == 9
    assert "No case of the treaty itself." in told
    assert "It is no chance that anybody will fight." in told
    assert "Please cite: Berkemeier" in told


def test_what_the_numbers_do_not_say_is_said(world: Path) -> None:
    told = run("--treaty", "rus-prk-2024", "--baseline", world).output
    assert "the cases end with 2003, before it began" in told
    assert "which of them the war called is not coded" in told
    assert "not independent" not in told, "each of the cases is of another war"


def test_cases_of_one_war_are_said_to_be_so(tmp_path: Path) -> None:
    cases = [outcome(n // 6, 9001 + n, "honorllm") for n in range(12)]
    told = run("--kind", "defence", "--baseline", baseline(tmp_path, cases=cases)).output
    assert "The 12 cases come from 2 wars and are not independent" in told


def test_a_great_gap_is_marked_and_explained(tmp_path: Path) -> None:
    nmc = [capability(301, 1951, 0.2), capability(302, 1951, 0.01)]
    cases, treaties = [outcome(1, 9001, "honorllm")], [treaty(9001)]
    world = baseline(tmp_path, cases=cases, treaties=treaties, nmc=nmc)
    told = run("--kind", "defence", "--baseline", world).output
    assert "defence, great gap" in told
    assert "10 times the weakest's share of capabilities (CINC)" in told
    assert "Please cite: Singer" in told


def test_treaties_that_promise_just_the_same_are_counted_apart(world: Path) -> None:
    told = json.loads(run("--treaty", "rus-prk-2024", "--baseline", world, "--json").output)
    assert (told["alike"]["n"], told["alike"]["honoured"]) == (12, 3)


def test_without_a_comparable_case_none_was_called(world: Path) -> None:
    told = run("--kind", "offence", "--baseline", world).output
    assert "None was called. By the other coding 0 of 0." in told


def test_without_scikit_learn_it_is_said_what_the_model_needs(
    world: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("foedus.api.record.find_spec", lambda _: None)
    told = run("--treaty", "rus-prk-2024", "--baseline", world).output
    assert "No small model beside it: it needs scikit-learn" in told


def test_the_terms_of_a_treaty_that_no_war_called_are_atops(tmp_path: Path) -> None:
    world = baseline(
        tmp_path,
        cases=[outcome(1, 9002, "honorllm")],
        treaties=[treaty(9001, asymm=1), treaty(9002)],
        members=[row(301, defense=1), row(302, defense=1)],
    )
    told = run("--treaty", "atop-9001", "--baseline", world).output
    assert "terms: unequal, as ATOP codes it" in told
    assert "era: it ended before 1945" in told


def test_few_cases_are_listed_without_a_rate(world: Path) -> None:
    told = run("--kind", "neutrality", "--era", "before-1945", "--baseline", world).output
    assert "1 of 1 was honoured (too few for a rate)" in told
    assert "honoured Great War" in told


def test_a_coarse_treaty_has_its_own_cases_beside(world: Path) -> None:
    told = json.loads(run("--treaty", "atop-9001", "--baseline", world, "--json").output)
    assert len(told["own"]) == 12
    assert told["make"]["kind"] == "defense"
    assert told["main"]["share"] == 0.25


def test_without_a_treaty_the_whole_table_is_told(world: Path) -> None:
    told = json.loads(run("--baseline", world, "--json").output)
    rates = {row["rule"]: row["main"]["n"] for row in told["rates"]}
    assert rates["any promise, in any war, equal or not"] == 13
    assert rates["promises of neutrality, in wars before 1945, equal or not"] == 1
    lines = run("--baseline", world).output
    assert "promises of defence, in any war" in lines
    assert "Please cite: Berkemeier" in lines
    assert told["cite"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("--treaty", "rus-prk-2024", "--kind", "offence"),
            "it has no duty of offence",
        ),
        (
            ("--treaty", "rus-prk-2024", "--kind", "love"),
            "no kind of promise 'love'; one",
        ),
        (("--kind", "defence", "--era", "soon"), "no era 'soon'; one of: before-1945, since-1945"),
        (("--treaty", "atop-1"), "no treaty 'atop-1' in the baseline"),
        (("--treaty", "rus-prk"), "Did you mean 'rus-prk-2024'?"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(
    words: tuple[str, ...], told: str, world: Path
) -> None:
    with pytest.raises(FoedusError, match=re.escape(told)):
        run(*words, "--baseline", world)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_page_runs(
    command: str, world: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    world.rename(tmp_path / "history")
    (tmp_path / "source").rename(tmp_path / "downloads")
    result = CliRunner().invoke(app, shlex.split(command)[1:], catch_exceptions=False)
    assert result.exit_code == 0


def test_every_option_is_on_the_page() -> None:
    told = CliRunner().invoke(app, ["record", "--help"]).output
    options = set(re.findall(r"--[a-z]+", told)) - {"--help"}
    assert [option for option in options if option not in PAGE] == []

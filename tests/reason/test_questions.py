"""Questions whose answers are on record, put to the library that foedus ships."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from foedus.api import ask
from foedus.api.asking import annotate_casus
from foedus.model.scenario import Answer, Event, EventKind, Scenario, Verdict


def put(by: str, on: str, place: str, day: str, **more: object) -> dict[str, Answer]:
    """Who answers how, by state and treaty, to one attack."""
    event = Event(EventKind.ATTACK, (by,), (on,), place)
    scenario = Scenario("test", date.fromisoformat(day), (event,), **more)  # type: ignore[arg-type] # fields of the value
    order = [Verdict.NOT_OWED, Verdict.UNKNOWN, Verdict.DISPUTED, Verdict.OWED]
    fights = [a for a in ask(scenario, depth=0) if a.duty in ("defence", "guarantee")]
    fights.sort(key=lambda a: order.index(a.verdict))
    return {f"{a.bearer} {a.treaty}": a for a in fights}


def test_the_questions_of_record_are_answered(shared: Path, tmp_path: Path) -> None:
    folder = shared / "casus"
    lines = (folder / "dev.jsonl").read_text("utf-8").splitlines()
    out = tmp_path / "answers.jsonl"
    rows = annotate_casus(map(json.loads, filter(str.strip, lines)))
    out.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    told = subprocess.run(
        [sys.executable, folder / "score.py", folder / "dev.jsonl", out],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    total = json.loads(told.stdout.splitlines()[-1])
    assert total["right"] == total["questions"], told.stdout


def test_a_treaty_binds_nobody_before_it_is_in_force() -> None:
    answer = put("UKR", "RUS", "Kursk", "2024-10-20")["PRK rus-prk-2024"]
    assert answer.verdict is Verdict.NOT_OWED
    assert "not in force until 2024-12-04" in answer.failed


def test_in_force_it_turns_on_what_a_state_of_war_is() -> None:
    answer = put("UKR", "RUS", "Kursk", "2024-12-05")["PRK rus-prk-2024"]
    assert answer.verdict is Verdict.DISPUTED
    assert "rus-prk-2024/state_of_war" in answer.terms
    assert 0 < answer.held < answer.worlds


def test_an_attack_begun_before_it_was_in_force_counts_or_does_not() -> None:
    event = Event(EventKind.ATTACK, ("UKR",), ("RUS",), "Kursk", date(2024, 8, 6))
    scenario = Scenario("test", date(2024, 12, 5), (event,), readings={"state_of_war": "in-fact"})
    (answer,) = [
        a
        for a in ask(scenario, depth=0)
        if (a.treaty, a.clause) == ("rus-prk-2024", "4") and a.bearer == "PRK"
    ]
    assert answer.verdict is Verdict.DISPUTED
    assert answer.terms == ("rus-prk-2024/continuing_attack",)


def test_a_reading_that_is_bound_decides() -> None:
    readings = {"state_of_war": "in-fact"}
    bound = put("UKR", "RUS", "Kursk", "2024-12-05", readings=readings)["PRK rus-prk-2024"]
    assert bound.verdict is Verdict.OWED


def test_a_contested_fact_becomes_worlds() -> None:
    plain = put("FRA", "DEU", "Berlin", "1912-01-01")["ITA triple-alliance-1882"]
    contested = put("FRA", "DEU", "Berlin", "1912-01-01", contest=("provoked",))
    answer = contested["ITA triple-alliance-1882"]
    assert "unprovoked" not in plain.facts
    assert "unprovoked" in answer.facts
    assert answer.verdict is Verdict.DISPUTED


@pytest.mark.parametrize(
    ("place", "verdict"), [("Senkaku Islands", Verdict.OWED), ("Okinawa", Verdict.OWED)]
)
def test_land_under_administration_is_covered_whoever_claims_it(
    place: str, verdict: Verdict
) -> None:
    assert put("CHN", "JPN", place, "2026-06-01")["USA usa-jpn-1960"].verdict is verdict


def test_outside_the_treaty_area_nothing_is_owed() -> None:
    answer = put("ARG", "GBR", "Falkland Islands", "1982-04-02")["USA nato-1949"]
    assert answer.verdict is Verdict.NOT_OWED
    assert "outside the treaty area" in answer.failed


def test_who_fights_beside_the_attacker_owes_its_victim_nothing() -> None:
    answer = put("GRC", "TUR", "Istanbul", "2020-01-01").get("GRC nato-1949")
    assert answer is None or answer.verdict is not Verdict.OWED


def test_every_answer_has_a_proof_and_every_refusal_its_reason() -> None:
    for answer in put("DEU", "POL", "Poland", "1939-09-03").values():
        assert answer.proof
        assert answer.failed or answer.verdict is not Verdict.NOT_OWED

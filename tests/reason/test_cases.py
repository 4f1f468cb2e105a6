"""The cases that a historian wrote: each scenario, and who then owes what by which clause."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from foedus.api import ask
from foedus.law import library
from foedus.model.scenario import Ask, Verdict
from foedus.reason import scenario_of

FOLDER = Path(__file__).parents[1] / "cases"
CASES = [
    pytest.param(case, id=f"{path.stem}/{case['id']}")
    for path in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(path.read_text("utf-8"))["cases"]
]
VERDICTS = {"owed": Verdict.OWED, "disputed": Verdict.DISPUTED, "not_owed": Verdict.NOT_OWED,
            "unknown": Verdict.UNKNOWN}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_case_comes_out_as_the_historian_says(case: dict[str, Any]) -> None:
    scenario = scenario_of({k: case[k] for k in ("id", "on", "events")} | case.get("more", {}))
    for wanted in case["expect"]:
        # a treaty that is not signed yet answers when it is asked for by name
        put = replace(scenario, ask=Ask(treaty=wanted["treaty"]))
        answers = ask(put, depth=case.get("depth", 0))
        keys = ("bearer", "treaty", "clause")
        found = [a for a in answers if all(getattr(a, k) == wanted[k] for k in keys)]
        assert len(found) == 1, f"{wanted}: {len(found)} answers"
        assert found[0].verdict is VERDICTS[wanted["verdict"]], found[0]
        assert set(wanted.get("terms", [])) <= {t.split("/")[-1] for t in found[0].terms}
        assert set(wanted.get("facts", [])) <= set(found[0].facts)
        assert wanted.get("failed", "") in found[0].failed


def test_every_treaty_has_a_case_that_fires_and_one_that_does_not() -> None:
    fires: dict[str, set[bool]] = {}
    for parameter in CASES:
        case: Any = parameter.values[0]
        for wanted in case["expect"]:
            fires.setdefault(wanted["treaty"], set()).add(wanted["verdict"] != "not_owed")
    missing = [t.id for t in library().treaties if fires.get(t.id) != {True, False}]
    assert missing == []

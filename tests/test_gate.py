"""The gate: what lies below a floor fails it, floors only rise, and this tree is above them."""

import json
from pathlib import Path

import pytest

from bench.gate import FLOORS, README, failures, raised, table
from bench.measures import MEASURES

# what a busy machine makes slower is no test
TIMED = (
    "speed", "quotes_speed", "events_speed", "what_ifs", "pairs", "atop_what_if", "against_clingo",
    "panels", "stories_speed",
)  # fmt: skip
LIMITS = {"quotes.all": {"floor": 0.5, "tolerance": 0.01}, "speed.ratio": {"ceiling": 1.5}}


def test_a_number_below_its_floor_or_above_its_ceiling_fails() -> None:
    assert failures(LIMITS, {"quotes": {"all": 0.49}, "speed": {"ratio": 1.6}}) == [
        "quotes.all: 0.49 is below the floor of 0.5",
        "speed.ratio: 1.6 is above the ceiling of 1.5",
    ]
    assert failures(LIMITS, {"quotes": {"all": 0.5}, "speed": {"ratio": 1.5}}) == []


def test_a_measure_that_did_not_run_fails_nothing() -> None:
    assert failures(LIMITS, {"speed": {"ratio": 1.0}}) == []


def test_floors_only_rise() -> None:
    assert raised(LIMITS, {"quotes": {"all": 0.6}})["quotes.all"]["floor"] == 0.59
    assert raised(LIMITS, {"quotes": {"all": 0.4}})["quotes.all"]["floor"] == 0.5


def test_every_floor_names_a_measure() -> None:
    assert {key.split(".")[0] for key in json.loads(FLOORS.read_text("utf-8"))} <= set(MEASURES)


def test_the_table_names_value_and_limit() -> None:
    assert "| quotes | all | 0.6123 | 0.5 |  |" in table(LIMITS, {"quotes": {"all": 0.61234}})


def test_the_page_has_the_table_of_every_measure() -> None:
    page = README.read_text("utf-8")
    assert all(f"| {name} |" in page for name in MEASURES)


@pytest.mark.slow
@pytest.mark.shared
@pytest.mark.parametrize("name", [name for name in MEASURES if name not in TIMED])
def test_this_tree_is_above_its_floors(name: str, shared: Path) -> None:
    floors = json.loads(FLOORS.read_text("utf-8"))
    assert failures(floors, {name: MEASURES[name](shared)}) == []

"""The two founding reports: the pact, the visits, both ways of the exchange, and nothing else's."""

from typing import Any

import pytest

from foedus.api import annotate
from tests.conftest import SHARED

Row = dict[str, Any]
REPORTS = sorted((SHARED / "seeds").glob("*.txt"))
STATES = {"RUS", "PRK", "VNM", "UKR", "USA", "KOR", "CHN"}

pytestmark = pytest.mark.skipif(not REPORTS, reason="no founding reports in ../shared/data/seeds")


@pytest.fixture(scope="module")
def events() -> list[Row]:
    rows = [{"id": path.name, "text": path.read_text("utf-8")} for path in REPORTS]
    found = [e for row in annotate("events", rows) for e in row["events"]]
    return [e for e in found if e["type"] != "STATEMENT"]


def sides(event: Row) -> tuple[list[str], list[str]]:
    source, target = ([party["code"] for party in event[side]] for side in ("source", "target"))
    return source, target


def of_type(events: list[Row], *types: str) -> list[Row]:
    return [event for event in events if event["type"] in types]


def test_the_pact_is_signed_by_both(events: list[Row]) -> None:
    signed = [e for e in of_type(events, "SUPPORT") if sides(e) == (["RUS", "PRK"], [])]
    assert len(signed) >= 3
    assert all(e["mood"] == "asserted" for e in signed)


def test_the_visits_have_guest_and_host(events: list[Row]) -> None:
    visits = [sides(e) for e in of_type(events, "CONSULT")]
    assert (["RUS"], ["PRK"]) in visits
    assert (["RUS"], ["VNM"]) in visits
    assert (["RUS", "PRK"], []) in visits  # the summit


def test_the_exchange_goes_both_ways_with_mood(events: list[Row]) -> None:
    given = [(*sides(e), e["mood"]) for e in of_type(events, "AID", "COOPERATE")]
    assert (["PRK"], ["RUS"], "asserted") in given
    assert (["RUS"], ["PRK"], "rumoured") in given


def test_what_is_believed_has_its_voices(events: list[Row]) -> None:
    chains = [[voice["name"] for voice in event["voice"]] for event in events]
    assert ["John Kirby", "US government"] in chains


def test_no_event_is_of_another_story(events: list[Row]) -> None:
    codes = {code for event in events for side in sides(event) for code in side}
    assert codes - {None} <= STATES

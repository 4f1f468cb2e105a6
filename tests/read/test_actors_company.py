"""Names that may mean a state or something else: what stands beside them decides."""

import pytest

from foedus.read.actors import find_actors
from foedus.read.sentences import parse, plain_reading


def states(text: str) -> set[str]:
    cast = find_actors(parse(plain_reading(text)))
    return {e.actor for e in cast.entities if e.kind.value == "state" and e.actor}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Oslo and Warsaw said that they would build the port.", {"NOR", "POL"}),
        ("Kenya signed a pact with Santiago and La Paz.", {"KEN", "CHL", "BOL"}),
        ("Moscow and Minsk have agreed on a price.", {"RUS", "BLR"}),
        ("Turkey has sold drones to Mali.", {"TUR", "MLI"}),
        ("South Korea said that the North had fired a rocket.", {"KOR", "PRK"}),
    ],
)
def test_a_state_in_the_company_of_states_is_one(text: str, codes: set[str]) -> None:
    assert states(text) == codes


@pytest.mark.parametrize(
    "text",
    ["Chad and Mary left early.", "Lima said that she was tired.", "They flew to Rome and Athens."],
)
def test_a_name_in_other_company_is_no_state(text: str) -> None:
    assert states(text) == set()

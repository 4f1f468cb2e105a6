"""Tables that are no scenarios: what is wrong, where, and what to do."""

from typing import Any

import pytest

from foedus.model.errors import InputError
from foedus.reason import scenario_of

GOOD: dict[str, Any] = {
    "on": "2024-08-06",
    "events": [{"kind": "attack", "by": ["UKR"], "on": ["RUS"], "place": "Kursk"}],
}
EVENT: dict[str, Any] = GOOD["events"][0]


def test_a_scenario_may_leave_out_all_but_day_and_events() -> None:
    scenario = scenario_of(GOOD, "kursk")
    assert (scenario.id, scenario.on.isoformat()) == ("kursk", "2024-08-06")
    assert scenario.events[0].by == ("UKR",)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({**GOOD, "evnts": []}, "unknown field `evnts`. Did you mean 'events'?"),
        ({"on": "2024-08-06"}, "`events` is missing; give at least one event"),
        ({**GOOD, "on": "yesterday"}, "`on` must be a day, as 2024-08-06"),
        ({**GOOD, "events": [{**EVENT, "kind": "atack"}]}, "Did you mean 'attack'?"),
        ({**GOOD, "events": [{**EVENT, "by": "UKR"}]}, "event 1: `by` must be a list of texts"),
        ({**GOOD, "events": [{**EVENT, "by": []}]}, "event 1: `by` is missing; name who does it"),
        ({**GOOD, "assume": {"provoked": "yes"}}, "`provoked` must be true or false"),
        ({**GOOD, "ask": {"state": "PRK"}}, "ask: unknown field `state`"),
        ({**GOOD, "readings": {"state_of_wr": "in-fact"}}, "no term `state_of_wr`. Did you mean"),
        ({**GOOD, "readings": {"state_of_war": "fact"}}, "has no reading 'fact'; one of: in-fact"),
        ({**GOOD, "contest": "provoked"}, "`contest` must be a list of texts"),
    ],
)
def test_a_mistake_is_named_with_its_place(table: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError) as raised:
        scenario_of(table, "kursk.toml")
    assert message in str(raised.value)
    assert str(raised.value).startswith("kursk.toml")

"""A state and its JSON: whole again when it is read, and refused where it is damaged."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from foedus.ledger import Snapshot, Status, snapshot_of_json
from foedus.ledger.snapshots import KeptFact, KeptPrediction, KeptVoice, Place
from foedus.model.document import Span
from foedus.model.prediction import Outcome

A, B = "a" * 64, "b" * 64
STATE = Snapshot(
    datetime(2024, 6, 20, 12, tzinfo=UTC),
    ("d" * 64, "e" * 64),
    {A: Place("d" * 64, Span(0, 5)), B: Place("e" * 64, Span(3, 9))},
    (
        KeptFact(
            "exchange actual ARC > BOR",
            Status.CONTESTED,
            1,
            (
                KeptVoice("", "this document", "for", (A,)),
                KeptVoice("ada vole", "Ada Vole", "against", (B,)),
            ),
            (("number", ("40", "60")),),
        ),
    ),
    (
        KeptPrediction((A,), date(2024, 6, 30), None),
        KeptPrediction((B,), None, Outcome.VOID),
    ),
)


def test_a_state_is_whole_again_from_its_json() -> None:
    assert snapshot_of_json(json.loads(json.dumps(STATE.as_json()))) == STATE


def test_a_state_says_its_schema() -> None:
    assert STATE.as_json()["schema"] == 1


def changed(change: Callable[[dict[str, Any]], object]) -> Any:
    body = json.loads(json.dumps(STATE.as_json()))
    change(body)
    return body


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda body: body.pop("schema"), "no schema"),
        (lambda body: body.update(schema=2), "schema 2, this foedus knows 1"),
        (lambda body: body.pop("facts"), "facts"),
        (lambda body: body.update(made="yesterday"), "yesterday"),
        (lambda body: body.update(made="0001-01-01T00:00:00+14:00"), "OverflowError"),
        (lambda body: body["documents"].append("d"), "'d' is no id"),
        (lambda body: body["claims"][0].__setitem__(1, 7), "out of range"),
        (lambda body: body["claims"][0].__setitem__(1, -1), "-1"),
        (lambda body: body["claims"][0].__setitem__(3, True), "True"),
        (lambda body: body["claims"][1].__setitem__(2, 10), "from 10 to 9"),
        (lambda body: body["facts"][0].update(status="true"), "true"),
        (lambda body: body["facts"][0].update(key=7), "7 is no text"),
        (lambda body: body["facts"][0]["voices"][0].__setitem__(2, "maybe"), "maybe"),
        (lambda body: body["facts"][0]["voices"][0].__setitem__(3, [9]), "out of range"),
        (lambda body: body["predictions"][0].update(outcome="perhaps"), "perhaps"),
    ],
)
def test_a_damaged_state_is_refused_with_what_is_wrong(
    change: Callable[[dict[str, Any]], object], told: str
) -> None:
    with pytest.raises(ValueError, match=told):
        snapshot_of_json(changed(change))


@pytest.mark.parametrize("body", [None, [], "state", 1])
def test_what_is_no_state_is_refused(body: Any) -> None:
    with pytest.raises(ValueError, match="no schema"):
        snapshot_of_json(body)

"""What a modal only weighs, advises or picks out is no prediction; what it foresees is one."""

import pytest

from tests.read.assessments.stage import Said, assess, predictions, readings, words


@pytest.mark.parametrize(
    "text",
    [
        "The speech could be a hint of a new course.",
        "The move may represent a compromise between the two camps.",
        "The rise might reflect the cold winter.",
        "Feasts may be fine for kings but not for farmers.",
        "Dr Cole said the box is likely a copy.",
    ],
)
def test_what_a_thing_may_stand_for_is_no_prediction(text: str) -> None:
    assert predictions(assess(text)) == []


@pytest.mark.parametrize(
    "text",
    ["Mr Reyes might want to think twice.", "I do not expect you to pay for the port."],
)
def test_advice_and_demands_are_no_predictions(text: str) -> None:
    assert predictions(assess(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Guests who might agree with the mayor left early.",
        "They sold maps that could be useful to sailors.",
        "They asked whether it holds papers that could be useful to spies.",
    ],
)
def test_a_clause_that_picks_out_is_no_prediction(text: str) -> None:
    assert predictions(assess(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Mr Reyes rejected the idea that the port could be lost.",
        "People are losing their belief that things will get better.",
        "Dr Cole dismissed fears that the row would spread.",
    ],
)
def test_what_is_put_aside_is_nobodys_prediction(text: str) -> None:
    assert predictions(assess(text)) == []


def test_what_only_one_thing_could_do_is_no_prediction() -> None:
    assert predictions(assess("Only a wall could stop the river.")) == []


def test_what_a_bill_lays_down_is_no_prediction_also_with_its_exception() -> None:
    assert predictions(assess("The bill would ban boats unless owners pay a fee.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "If the raid had been real, the port could be empty by now.",
        "If they had paid, prices would rise.",
    ],
)
def test_what_hangs_on_what_was_not_is_no_prediction(text: str) -> None:
    assert predictions(assess(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "There were talks that could fail.",
        "They made a law, which could be harmful to the port.",
        "There were fears that the dam might burst.",
        "The war could be long.",
        "The raid could be the first of many.",
        "The plan could represent a threat to the port.",
        "The bill would fail if Peru voted against it.",
        "Troops who could be sent to the coast wait in Lima.",
        "The news could reflect badly on Peru.",
    ],
)
def test_what_may_come_of_it_stays_a_prediction(text: str) -> None:
    assert len(predictions(assess(text))) == 1


def test_a_partys_convention_is_no_instrument() -> None:
    assert readings(assess("The convention is a bold step for the party.")) == []


@pytest.mark.parametrize(
    "name", ["The Convention on Ports", "The convention between Peru and Chile"]
)
def test_a_convention_of_states_is_one(name: str) -> None:
    (claim,) = readings(assess(f"{name} is a bold step."))
    assert words(claim, "gist") == "a bold step"


def test_a_source_within_a_body_is_not_the_body() -> None:
    text = "A source within Peru said the dam might burst."
    (claim,) = assess(text, Said("A source within Peru", "the dam might burst"))
    assert [voice.actor for voice in claim.voice] == [None]

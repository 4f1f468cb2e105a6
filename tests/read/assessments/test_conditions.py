"""What-ifs: the condition apart from its consequence, in whatever order they stand."""

import pytest

from foedus.model.claim import Mood
from tests.read.assessments.stage import Said, assess, hedges, predictions, readings, words

SAID = Said("Dr Cole", "the port could fall")


@pytest.mark.parametrize(
    ("condition", "event"),
    [
        ("Were Peru to attack Chile", "the pact would draw Brazil into the war"),
        ("Should Peru attack", "Chile could lose the port"),
        ("Unless Peru sends ships", "the port may fall"),
        ("Without help from Peru", "the port could fall within days"),
        ("Absent a truce", "the dam could burst"),
        ("But for the truce", "the dam would burst"),
        ("Were it not for the truce", "the dam would burst"),
        ("In that case", "the war would spread"),
        ("Under those circumstances", "exports could double"),
        ("If not", "the port will fall"),
        ("Otherwise", "the pact will fail"),
        ("Provided that Peru agrees", "the talks are likely to succeed"),
        ("Assuming that the truce holds", "exports could double"),
        ("As long as Peru waits", "the truce will hold"),
    ],
)
def test_a_condition_before_the_consequence(condition: str, event: str) -> None:
    (claim,) = assess(f"{condition}, {event}.")
    assert (words(claim, "condition"), words(claim, "event")) == (condition, event)
    assert claim.mood is Mood.CONDITIONAL


@pytest.mark.parametrize(
    ("event", "condition"),
    [
        ("The row could spread, ", "were the port to fall"),
        ("The row could spread, ", "should the port fall"),
        ("The port might fall ", "in the absence of a truce"),
        ("The talks are likely to succeed ", "provided that Peru agrees"),
        ("The truce will hold ", "as long as Peru waits"),
        ("The port could be lost ", "unless ships arrive soon"),
    ],
)
def test_a_condition_behind_the_consequence(event: str, condition: str) -> None:
    (claim,) = assess(f"{event}{condition}.")
    assert (words(claim, "event"), words(claim, "condition")) == (event.strip(" ,"), condition)


def test_a_second_half_stands_on_the_condition_that_it_names() -> None:
    (claim,) = assess("Peru has to pay, or else the pact could fail.")
    assert words(claim, "condition") == "or else"


@pytest.mark.parametrize("hedge", ["probably", "possibly"])
def test_the_consequence_keeps_its_own_word_of_likelihood(hedge: str) -> None:
    text = f"Should the port fall, the row would {hedge} spread."
    (claim,) = assess(text)
    assert hedge in hedges(claim, text)


def test_likely_above_the_consequence_is_one_prediction_with_its_condition() -> None:
    text = "If Chile were to leave, it is likely that the pact would fail."
    (claim,) = assess(text)
    assert (words(claim, "condition"), hedges(claim, text)) == (
        "If Chile were to leave",
        ["likely"],
    )


def test_an_inverted_condition_is_no_reading_of_the_instrument_in_it() -> None:
    assert readings(assess("Were the pact to bind Chile, Peru would lose the port.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "If the port falls, will the row spread?",
        "What would happen if the port fell?",
        "Would Peru fight if Chile were attacked?",
        "Should the port fall, would the row spread?",
    ],
)
def test_a_question_foresees_nothing(text: str) -> None:
    assert predictions(assess(text)) == []


@pytest.mark.parametrize(
    "text",
    ["It would be odd if Peru refused.", "It would be a mistake if Chile paid for the port."],
)
def test_a_judgement_of_an_act_foresees_nothing(text: str) -> None:
    assert predictions(assess(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Without naming Peru, Dr Cole said the port could fall.",
        "Mr Reyes should pay, and Dr Cole said the port could fall.",
        "They had a port, and Dr Cole said the port could fall.",
    ],
)
def test_what_only_stands_beside_is_no_condition(text: str) -> None:
    (claim,) = predictions(assess(text, SAID))
    assert words(claim, "condition") is None

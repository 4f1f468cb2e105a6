"""What must come first, what comes all the same, and what only measures, beside a prediction."""

import pytest

from foedus.model.claim import Mood
from foedus.model.statement import StatementKind
from tests.read.assessments.stage import Said, assess, predictions, words


def foreseen(content: str) -> list[tuple[str | None, str | None]]:
    """Event and condition of what Dr Cole says in indirect speech."""
    said = Said("Dr Cole", content, "said")
    claims = predictions(assess(f"Dr Cole said {content}.", said))
    return [(words(c, "event"), words(c, "condition")) for c in claims]


@pytest.mark.parametrize(
    ("condition", "event"),
    [
        ("once the troops leave", "the truce could collapse"),
        ("when the oil runs out", "Chile will lose its leverage"),
        ("once the oil ran out", "Chile would lose its leverage"),
        ("whenever a ship is lost", "prices will probably rise"),
        ("even if it is ratified", "the pact will fail"),
        ("even when both sides agree", "the truce will probably break"),
    ],
)
def test_what_comes_first_or_all_the_same_is_told_apart(condition: str, event: str) -> None:
    assert foreseen(f"{condition}, {event}") == [(event, condition)]
    assert foreseen(f"{event} {condition}") == [(event, condition)]


def test_what_comes_all_the_same_hangs_on_nothing() -> None:
    said = Said("Dr Cole", "the pact will fail even if it is ratified", "said")
    (claim,) = predictions(assess(f"Dr Cole said {said.content}.", said))
    assert claim.mood is Mood.ASSERTED


@pytest.mark.parametrize(
    "text",
    [
        "The president will speak when he arrives in Lima.",
        "When he arrives in Lima, the president will speak.",
        "When the fair opens, visitors will see ships.",
    ],
)
def test_a_plan_or_a_programme_stays_one_whenever_it_begins(text: str) -> None:
    assert predictions(assess(text)) == []


def test_what_once_was_is_no_condition() -> None:
    content = "the truce may hold, as it did when the monitors left"
    assert [condition for _, condition in foreseen(content)] == [None]


@pytest.mark.parametrize(
    "content",
    [
        "Peru cannot be an ally in any sense that a lawyer would accept",
        "it is no treaty in a form that a court would recognise",
        "it is a pledge in words that any child might read",
        "it is a text of a kind that no envoy would sign",
    ],
)
def test_what_only_measures_a_thing_is_no_prediction(content: str) -> None:
    assert foreseen(content) == []


@pytest.mark.parametrize(
    "content", ["it carries risks that could cost Peru its fleet", "the pact could cost Peru"]
)
def test_what_a_thing_may_do_is_a_prediction(content: str) -> None:
    assert len(foreseen(content)) == 1


@pytest.mark.parametrize(
    "event", ['"assistance" could arrive too late', 'the "shield" could break within a week']
)
def test_an_event_that_opens_with_a_quoted_word_keeps_its_marks_and_leaves_the_cue(
    event: str,
) -> None:
    said = Said("Dr Cole", f"that {event}", "said", StatementKind.MIXED)
    claims = predictions(assess(f"Dr Cole said that {event}.", said))
    assert [words(c, "event") for c in claims] == [event]


def test_a_subject_before_its_condition_stays_with_the_event() -> None:
    content = "The pact, if the senate rejects it, could collapse"
    claims = predictions(assess(f"{content}, Dr Cole said.", Said("Dr Cole", content, "said")))
    assert [words(c, "event") for c in claims] == [content]

"""What nobody knows of a text is told as unknown, never as a reading or a prediction of it."""

import pytest

from foedus.model.claim import Predicate
from tests.read.assessments.stage import assess, words

SIGNED = "Peru and Chile signed a pact. "


@pytest.mark.parametrize(
    "text",
    [
        "No details were given.",
        "The two sides gave no details.",
        "Neither side disclosed the terms.",
        "Its terms were not disclosed.",
        "Little is known about its terms.",
        "Officials did not say how it would be enforced.",
        "What it contains is anybody's guess.",
        "Its wording is being kept under wraps.",
    ],
)
def test_what_is_not_told_is_unknown_of_the_pact_just_signed(text: str) -> None:
    (claim,) = assess(SIGNED + text)
    assert (claim.predicate, words(claim, "instrument")) == (Predicate.UNSEEN, "a pact")


@pytest.mark.parametrize(
    "text",
    [
        "The ministry declined to release the text.",
        "The ministry refused to say what the pact contains.",
        "The ministry failed to make the text public.",
        "The text of the document was withheld.",
        "The full text is yet to be made public.",
        "A copy of the pact was not made available.",
        "Mr Reyes did not elaborate on the pact.",
        "Mr Reyes did not explain how the treaty would be enforced.",
        "It is an open question whether the treaty covers raids.",
        "It remains unclear what the treaty obliges Peru to do.",
        "The treaty has never been made public.",
        "It was not clear when the text would be released.",
    ],
)
def test_a_refusal_or_a_gap_is_unknown(text: str) -> None:
    assert [c.predicate for c in assess(SIGNED + text)] == [Predicate.UNSEEN]


@pytest.mark.parametrize("text", ["The treaty is secret.", "The pact is not public."])
def test_a_text_that_is_closed_is_unknown_and_no_reading(text: str) -> None:
    assert [c.predicate for c in assess(text)] == [Predicate.UNSEEN]


@pytest.mark.parametrize(
    "text",
    [
        "Police gave no details of the raid.",
        "It rained in Lima. Police gave no details.",
        "Peru did not release the prisoners.",
        "The ministry did not say how it would pay for the ships.",
        "Mr Reyes declined to release the terms of his loan.",
        "Mr Reyes did not say whether Peru would leave the pact.",
        "The details of the treaty were published.",
        "The treaty has not been shown to work.",
        "The treaty failed to specify terms.",
        "The pact is public.",
    ],
)
def test_what_is_not_told_of_other_things_is_nothing_unseen(text: str) -> None:
    assert assess(SIGNED + text) == ()


@pytest.mark.parametrize(
    "text", ["The treaty is vague.", "The treaty does not say who pays.", "The pact is no secret."]
)
def test_a_judgement_of_the_text_stays_a_reading(text: str) -> None:
    assert [c.predicate for c in assess(text)] == [Predicate.READING]


@pytest.mark.parametrize(
    "text",
    [
        "Neither government has published the pact.",
        "No one has released the pact.",
        "Nobody outside the cabinet has seen it.",
        "None of the parties has shown it to parliament.",
        "Neither side shared it with reporters.",
        "It has not been published.",
        "It was never made public.",
    ],
)
def test_a_pact_that_nobody_has_shown_is_unseen(text: str) -> None:
    (claim,) = assess(SIGNED + text)
    assert (claim.predicate, words(claim, "instrument")) in (
        (Predicate.UNSEEN, "a pact"),
        (Predicate.UNSEEN, "the pact"),
    )


def test_a_plan_that_was_signed_and_not_published_is_unseen() -> None:
    (claim,) = assess("Peru and Chile signed a plan. Neither government has published the plan.")
    assert (claim.predicate, words(claim, "instrument")) == (Predicate.UNSEEN, "the plan")


@pytest.mark.parametrize(
    "text",
    [
        "Both governments have published it.",
        "No government has rejected it.",
        "Neither army has disclosed its losses.",
        "Nobody outside the palace has read the map.",
        "The army has not published the plan for its parade.",
        "Nobody saw it coming.",
        "Neither government announced the pact.",
    ],
)
def test_what_is_kept_back_of_other_things_or_only_refused_is_nothing_unseen(text: str) -> None:
    assert assess(SIGNED + text) == ()


def test_it_after_another_thing_is_not_the_pact_that_is_unseen() -> None:
    assert assess("Peru signed a pact and lost a tank. It has not been seen since.") == ()

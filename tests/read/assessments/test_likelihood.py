"""The hedge of an assessment: every word of likelihood, and nothing else."""

import pytest

from foedus.model.claim import Mood
from tests.read.assessments.stage import Said, assess, hedges, predictions, readings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The truce could collapse.", ["could"]),
        ("Prices are likely to rise.", ["likely"]),
        ("The truce is set to collapse.", ["is set to"]),
        ("The talks are bound to fail.", ["are bound to"]),
        ("There are fears that the dam might burst.", ["fears", "might"]),
        ("Fears grew that the bank could fail.", ["Fears", "could"]),
        ("There is little chance that the truce will last.", ["little chance"]),
        ("The river is expected to flood.", ["expected"]),
        ("Exports will probably double.", ["probably"]),
        ("The risk is that the talks could fail.", ["risk", "could"]),
        ("The quarrel will ruin the port.", []),
    ],
)
def test_the_words_of_likelihood_are_kept_as_found(text: str, expected: list[str]) -> None:
    claims = predictions(assess(text))
    assert [hedges(claim, text) for claim in claims][-1:] == [expected]


def test_the_telling_is_no_hedge() -> None:
    text = "Scholars suggest that the clause is unlikely to mean guards."
    (claim,) = readings(assess(text, Said("Scholars", "the clause is unlikely to mean guards")))
    assert hedges(claim, text) == ["unlikely"]


def test_another_clause_does_not_hedge_this_one() -> None:
    text = "The text is likely to raise doubts, with papers writing that the pact is a shield."
    (claim,) = readings(assess(text))
    assert hedges(claim, text) == []


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("Peru might be asked to send ships.", Mood.POSSIBLE),
        ("If the port is shut, Peru might be asked to send ships.", Mood.CONDITIONAL),
        ("There are fears that the dam might burst.", Mood.FEARED),
        ("The truce is set to collapse.", Mood.POSSIBLE),
    ],
)
def test_the_mood_is_that_of_its_own_words(text: str, mood: Mood) -> None:
    assert predictions(assess(text))[-1].mood is mood


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There is a risk that the deal will unravel.", ["risk"]),
        ("A scholar considered it improbable that troops would cross the river.", ["improbable"]),
        ("An envoy found it likely that Chile would test the clause.", ["likely"]),
    ],
)
def test_what_somebody_holds_likely_or_not_is_a_prediction(text: str, expected: list[str]) -> None:
    (claim,) = predictions(assess(text))
    assert hedges(claim, text) == expected


def test_a_word_of_certainty_is_a_hedge_but_does_not_make_it_only_possible() -> None:
    text = "The quarrel will undoubtedly ruin the port."
    (claim,) = predictions(assess(text))
    assert (hedges(claim, text), claim.mood) == (["undoubtedly"], Mood.ASSERTED)


@pytest.mark.parametrize("hedge", ["not likely", "less likely", "highly unlikely"])
def test_a_degree_or_a_negation_belongs_to_the_word(hedge: str) -> None:
    text = f"A strike is {hedge} to succeed."
    assert hedges(predictions(assess(text))[0], text) == [hedge]


def test_the_likelihood_of_the_next_clause_is_not_this_one() -> None:
    text = "Peru could send ships; guards are unlikely."
    assert [hedges(claim, text) for claim in predictions(assess(text))] == [["could"], ["unlikely"]]

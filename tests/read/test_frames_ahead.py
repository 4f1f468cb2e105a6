"""What stands behind "before", "once" or "until" beside something still to come is open too."""

import pytest

from foedus.model.claim import Mood, Predicate
from tests.read.frames_stage import claims, only


@pytest.mark.parametrize(
    ("text", "predicate", "word"),
    [
        (
            "The accord must be ratified by Japan's Diet before it enters into force.",
            Predicate.AGREEMENT_IN_FORCE,
            "before",
        ),
        (
            "The pact will be published once it takes effect.",
            Predicate.AGREEMENT_IN_FORCE,
            "once",
        ),
        (
            "Before the treaty enters into force, Mali must destroy its mines.",
            Predicate.AGREEMENT_IN_FORCE,
            "Before",
        ),
        (
            "The treaty could be amended until it comes into force.",
            Predicate.AGREEMENT_IN_FORCE,
            "until",
        ),
        (
            "The maps are to be handed over when the treaty takes effect.",
            Predicate.AGREEMENT_IN_FORCE,
            "when",
        ),
        (
            "Parliament has to approve the treaty before Mali ratifies it.",
            Predicate.AGREEMENT_RATIFIED,
            "before",
        ),
        (
            "Poland cannot sell the jets before Japan has signed the agreement.",
            Predicate.AGREEMENT_SIGNED,
            "before",
        ),
        (
            "Neither side may move troops until both have signed the truce and ratified it.",
            Predicate.AGREEMENT_RATIFIED,
            "until",
        ),
    ],
)
def test_what_something_still_to_come_waits_for_is_open(
    text: str, predicate: Predicate, word: str
) -> None:
    claim = only(predicate, text)
    assert (claim.mood, [w.of(text) for w in claim.mood_words]) == (Mood.CONDITIONAL, [word])


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        (
            "Mali closed its bases after the treaty entered into force.",
            Predicate.AGREEMENT_IN_FORCE,
        ),
        ("The bases were closed once the treaty took effect.", Predicate.AGREEMENT_IN_FORCE),
        (
            "Mali has been importing oil since the pact took effect.",
            Predicate.AGREEMENT_IN_FORCE,
        ),
        (
            "Mali will pay Chad, although the treaty entered into force in May.",
            Predicate.AGREEMENT_IN_FORCE,
        ),
        ("Mali will pay Chad because the treaty is in force.", Predicate.AGREEMENT_IN_FORCE),
        ("The treaty was signed before it was published.", Predicate.AGREEMENT_PUBLISHED),
        ("The treaty must be kept secret, though Chad signed it.", Predicate.AGREEMENT_SIGNED),
    ],
)
def test_what_has_come_about_waits_for_nothing(text: str, predicate: Predicate) -> None:
    found = [c.mood for c in claims(text) if c.predicate is predicate]
    assert found == [Mood.ASSERTED]

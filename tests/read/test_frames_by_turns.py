"""Clauses kept apart, terms by "its terms", sides by who signed, and what only should be done."""

import pytest

from foedus.model.claim import Mood, Predicate
from tests.read.frames_stage import actors, claims, only, shown


def terms(text: str) -> list[str]:
    found = [c for c in claims(text) if c.predicate is Predicate.PROVISION]
    return sorted(f.text for c in found for f in c.fillers("provision"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chad and Ghana made a deal. It obliges them to move guns and allows envoys to visit.",
            ["envoys to visit", "to move guns"],
        ),
        (
            "The pact requires Mali to open its ports and allows Chad to close roads.",
            ["Chad to close roads", "to open its ports"],
        ),
        (
            "Mali and Chad signed a truce. Under its terms, each side must free its prisoners.",
            ["each side must free its prisoners"],
        ),
        (
            "Mali and Chad signed a lease in May. The lease bars Mali from storing arms there.",
            ["bars Mali from storing arms there"],
        ),
        ("The pact requires Mali to open and close its ports.", ["to open and close its ports"]),
        ("Mali signed a lease for a shop. The lease bars Mali from selling beer.", []),
        ("Mali has a port. Under its terms, each side must pay.", []),
    ],
)
def test_each_clause_is_its_own_term(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


def test_each_side_is_who_signed_and_not_who_stands_surety() -> None:
    text = (
        "Mali and Chad signed a truce and named Japan and India as guarantors. Japan and India are"
        " far away. Under its terms, each side must free its prisoners."
    )
    assert actors(only(Predicate.PROVISION, text), "source") == ["MLI", "TCD"]


@pytest.mark.parametrize(
    ("text", "predicate", "mood", "word"),
    [
        (
            "Chad should withdraw from the treaty.",
            Predicate.AGREEMENT_DENOUNCED,
            Mood.PROPOSED,
            "should",
        ),
        (
            "Ghana should leave Lake Union.",
            Predicate.AGREEMENT_DENOUNCED,
            Mood.PROPOSED,
            "should",
        ),
        (
            "The agreement must be approved by Chad's parliament.",
            Predicate.AGREEMENT_RATIFIED,
            Mood.INTENDED,
            "must",
        ),
        ("Japan should sign the treaty.", Predicate.AGREEMENT_SIGNED, Mood.PROPOSED, "should"),
        (
            "Should Ghana withdraw from the treaty, Chad would protest.",
            Predicate.AGREEMENT_DENOUNCED,
            Mood.CONDITIONAL,
            "Should",
        ),
    ],
)
def test_what_should_or_must_be_done_is_not_done(
    text: str, predicate: Predicate, mood: Mood, word: str
) -> None:
    claim = only(predicate, text)
    assert (claim.mood, [w.of(text) for w in claim.mood_words]) == (mood, [word])


@pytest.mark.parametrize(
    "text",
    [
        "Chad promised last year to train the coast guard of Ghana.",
        "Chad promised in May to train the coast guard of Ghana.",
        "Chad promised on Monday to train the coast guard of Ghana.",
    ],
)
def test_a_date_between_the_promise_and_its_deed_does_not_part_them(text: str) -> None:
    found = shown(only(Predicate.INTENT, text))
    assert found["topic"] == ["to train the coast guard of Ghana"]

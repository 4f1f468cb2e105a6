"""A step not taken may be told by a word of the noun alone, and is kept in that passage."""

import pytest

from foedus.model.claim import Mood, Predicate
from tests.read.frames_stage import actors, claims, only, shown

SIGNED, RATIFIED = Predicate.AGREEMENT_SIGNED, Predicate.AGREEMENT_RATIFIED


@pytest.mark.parametrize(
    ("text", "predicate", "words"),
    [
        ("The pact between Mali and Ghana remains unsigned.", SIGNED, "unsigned"),
        ("The pact between Mali and Ghana is still unsigned.", SIGNED, "unsigned"),
        ("Aides showed an unsigned agreement between Mali and Ghana.", SIGNED, "unsigned"),
        ("The unratified treaty between Mali and Ghana is short.", RATIFIED, "unratified"),
        ("The pact between Mali and Ghana is yet to be signed.", SIGNED, "yet"),
        ("The pact between Mali and Ghana, yet to be ratified, is short.", RATIFIED, "yet"),
        ("The pact between Mali and Ghana remains to be ratified.", RATIFIED, "remains"),
        ("The pact between Mali and Ghana still awaits ratification.", RATIFIED, "awaits"),
        ("The pact between Mali and Ghana is awaiting signature.", SIGNED, "awaiting"),
        (
            "The pact between Mali and Ghana, not yet in force, bans mines.",
            Predicate.AGREEMENT_IN_FORCE, "not",
        ),
        (
            "The pact between Mali and Ghana is still unpublished.",
            Predicate.AGREEMENT_PUBLISHED, "unpublished",
        ),
    ],
)  # fmt: skip
def test_a_step_that_was_not_taken_is_negated(text: str, predicate: Predicate, words: str) -> None:
    claim = only(predicate, text)
    told = [span.of(text) for span in claim.mood_words]
    assert (claim.negated, claim.mood, told) == (True, Mood.ASSERTED, [words])


def test_signed_but_never_ratified_is_both() -> None:
    text = "The pact between Mali and Ghana was signed in May but never ratified."
    assert not only(SIGNED, text).negated
    assert only(RATIFIED, text).negated


def test_neither_of_a_pair_ratified_the_treaty_told_of() -> None:
    assert only(RATIFIED, "Neither country has ratified the treaty.").negated


def test_whose_parliament_a_treaty_awaits_is_told() -> None:
    text = "The treaty between Mali and Ghana awaits ratification by the Ghanaian parliament."
    claim = only(RATIFIED, text, names={"Ghanaian": "Ghana"})
    assert actors(claim, "source") == ["GHA"]


def test_an_unsigned_draft_is_that_of_the_agreement_before() -> None:
    text = "Mali and Ghana discussed a fishing accord. The draft is unsigned."
    assert shown(only(SIGNED, text))["instrument"] == ["fishing accord"]


def test_that_it_is_unsigned_is_no_reading_of_it() -> None:
    found = claims("The pact between Mali and Ghana remains unsigned.")
    assert Predicate.READING not in {c.predicate for c in found}


@pytest.mark.parametrize(
    ("text", "doubter"),
    [
        ("Kowalska could not verify the text of the pact between Mali and Ghana.", ["Kowalska"]),
        ("The text of the pact with Ghana, which Kowalska could not verify, is short.",
         ["Kowalska"]),
        ("The draft of the pact with Ghana could not be verified.", []),
        ("Kowalska was unable to verify the draft of the pact with Ghana.", ["Kowalska"]),
    ],
)  # fmt: skip
def test_a_text_that_somebody_could_not_verify(text: str, doubter: list[str]) -> None:
    claim = only(Predicate.AGREEMENT_UNVERIFIED, text)
    assert shown(claim)["instrument"] == ["pact"]
    assert [v.span.of(text) for v in claim.voice if v.span] == doubter


def test_it_that_nobody_could_verify_is_the_agreement_before() -> None:
    text = "Mali and Ghana agreed on a water pact. Kowalska could not verify it."
    assert shown(only(Predicate.AGREEMENT_UNVERIFIED, text))["instrument"] == ["water pact"]


@pytest.mark.parametrize(
    "text",
    [
        "The unsigned article in a newspaper angered Mali and Ghana.",
        "Kowalska could not verify the reports.",
        "Kowalska could not verify compliance with the pact between Mali and Ghana.",
        "Kowalska verified the text of the pact between Mali and Ghana.",
        "The pact between Mali and Ghana may remain unsigned.",
        "The pact between Mali and Ghana is no longer unsigned.",
        "The treaty between Mali and Ghana would await ratification.",
    ],
)
def test_what_tells_no_open_step(text: str) -> None:
    steps = [c for c in claims(text) if c.predicate.value.startswith("agreement.")]
    assert steps == []


def test_it_is_the_draft_of_the_sentence_before() -> None:
    text = (
        "Mali and Ghana discussed a fishing accord. The draft is short. Petit could not verify it."
    )
    assert shown(only(Predicate.AGREEMENT_UNVERIFIED, text))["instrument"] == ["fishing accord"]

"""The gist of a reading: what can be shown after the reader's name."""

import pytest

from foedus.model.statement import StatementKind
from tests.read.assessments.stage import Said, assess, readings, words


def gist(text: str, *said: Said) -> str | None:
    (claim,) = readings(assess(text, *said))
    return words(claim, "gist")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pact is rather loose and hasty.", "rather loose and hasty"),
        ("The accord is a paper shield.", "a paper shield"),
        ("The deal is not aimed at anybody.", "not aimed at anybody"),
        ("The treaty is believed to include a secret annex.", "believed to include a secret annex"),
        ("The treaty (or what was shown of it) is merely a gesture.", "merely a gesture"),
    ],
)
def test_after_a_bare_copula_it_is_the_complement(text: str, expected: str) -> None:
    assert gist(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pact binds neither side to fight.", "binds neither side to fight"),
        ("Article 4 does not oblige Peru to send guards.", "does not oblige Peru to send guards"),
        ("The clause hardly commits anybody.", "hardly commits anybody"),
        ("The deal isn't a guarantee.", "isn't a guarantee"),
        ("The clause could simply refer to radios.", "could simply refer to radios"),
        ("The accord would be a shield for both.", "would be a shield for both"),
        ("The treaty really amounts to an alliance.", "really amounts to an alliance"),
    ],
)
def test_else_it_is_the_verb_phrase_with_its_negation_and_modal(text: str, expected: str) -> None:
    assert gist(text) == expected


@pytest.mark.parametrize(
    "reading",
    [
        "nothing in the pact obliges Peru to fight",
        "under the charter, help would mean radios",
        "perhaps the pact is a trap",
        "if the port is attacked, the pact is a trap",
    ],
)
def test_a_subject_negation_hedge_or_condition_before_the_verb_stays(reading: str) -> None:
    said = Said("Dr Cole", reading, "said")
    assert gist(f"The pact is new. Dr Cole said that {reading}.".replace("is new", "was signed"),
                said) == reading  # fmt: skip


def test_what_told_speech_puts_in_the_past_is_the_complement_too() -> None:
    text = "Dr Cole said the pact was a gesture."
    assert gist(text, Said("Dr Cole", "the pact was a gesture", "said")) == "a gesture"


def test_what_a_speaker_himself_puts_in_the_past_stays_past() -> None:
    text = "“The pact was a gesture,” Dr Cole said."
    said = Said("Dr Cole", "“The pact was a gesture,”", "said", StatementKind.DIRECT)
    assert gist(text, said) == "was a gesture"


def test_seeming_goes_from_the_gist_into_the_hedge() -> None:
    text = "Dr Cole said the pact appeared close to the old one."
    (claim,) = assess(text, Said("Dr Cole", "the pact appeared close to the old one", "said"))
    assert words(claim, "gist") == "close to the old one"
    assert [hedge.of(text) for hedge in claim.hedge] == ["appeared"]


def test_a_long_one_ends_where_a_clause_that_only_adds_begins() -> None:
    assert gist(
        "The pact is a bold and costly step in relations between the two coasts that crowns"
        " the work of many long years."
    ) == "a bold and costly step in relations between the two coasts"  # fmt: skip


def test_no_clause_that_negates_falls_away() -> None:
    long = (
        "a bold and costly step in relations between the two coasts that does not bind anybody"
        " to anything"
    )
    assert gist(f"The pact is {long}.") == long


def test_a_clause_that_picks_out_the_thing_does_not_fall_away() -> None:
    long = (
        "the very same promise on ships and on harbours and on pilots that both coasts made in"
        " the spring"
    )
    assert gist(f"The pact is {long}.") == long


def test_marks_around_the_whole_of_it_fall_away() -> None:
    said = Said("Dr Cole", "the pact “does not commit to the use of force”", "said")
    text = "Dr Cole said the pact “does not commit to the use of force”."
    assert gist(text, said) == "does not commit to the use of force"


def test_marks_within_it_stay_in_pairs() -> None:
    assert gist("The accord is a “loud but hollow” promise.") == "a “loud but hollow” promise"


def test_what_an_instrument_is_called_is_its_own_gist() -> None:
    assert gist("Mr Reyes called the accord a “sham”.") == "a “sham”"

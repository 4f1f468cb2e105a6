"""The gist of a reading: what can be shown after the reader's name."""

import pytest

from foedus.model.statement import StatementKind
from tests.read.assessments.stage import Said, assess, hedges, readings, words


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


def test_seeming_stays_in_the_gist_and_is_the_hedge() -> None:
    text = "Dr Cole said the pact appeared close to the old one."
    (claim,) = assess(text, Said("Dr Cole", "the pact appeared close to the old one", "said"))
    assert words(claim, "gist") == "appeared close to the old one"
    assert [hedge.of(text) for hedge in claim.hedge] == ["appeared"]


@pytest.mark.parametrize(
    "text",
    [
        "In theory the accord binds both sides",
        "To some extent the pact is a promise",
        "For the most part the pact is a promise",
        "As far as anybody can tell, the pact is a promise",
        "Supposedly the pact is an alliance",
    ],
)
def test_what_weakens_it_before_the_verb_keeps_the_whole(text: str) -> None:
    assert gist(f"{text}.") == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pact, in theory, obliges Peru to fight.", "in theory, obliges Peru to fight"),
        ("The pact is partly aimed at Peru.", "partly aimed at Peru"),
        (
            "The pact is, at least on paper, a promise to fight.",
            "at least on paper, a promise to fight",
        ),
        ("The treaty seems vague.", "seems vague"),
        (
            "The pact is a bold and costly promise on ships and harbours, as far as anybody in"
            " either of the two capitals can tell.",
            "a bold and costly promise on ships and harbours, as far as anybody in"
            " either of the two capitals can tell",
        ),
    ],
)
def test_what_weakens_it_beside_the_verb_stays(text: str, expected: str) -> None:
    assert gist(text) == expected


@pytest.mark.parametrize(
    ("text", "aside", "expected"),
    [
        ("The treaty (or what was shown of it) is merely a gesture.", "or what was shown of it",
         "merely a gesture"),
        ("The treaty, or what is known of it, does not oblige Peru to fight.",
         "or what is known of it", "does not oblige Peru to fight"),
        ("The pact (at least in the draft) is a promise.", "at least in the draft", "a promise"),
    ],
)  # fmt: skip
def test_what_narrows_the_name_of_the_instrument_is_a_hedge(
    text: str, aside: str, expected: str
) -> None:
    (claim,) = readings(assess(text))
    assert (words(claim, "gist"), hedges(claim, text)) == (expected, [aside])


def test_a_bracket_that_only_dates_is_no_hedge() -> None:
    (claim,) = readings(assess("The pact (signed in Lima) is a promise."))
    assert claim.hedge == ()


@pytest.mark.parametrize("opening", ["On Monday", "However,", "In her view"])
def test_what_only_places_it_does_not_keep_the_subject(opening: str) -> None:
    assert gist(f"{opening} the pact is a promise.") == "a promise"


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

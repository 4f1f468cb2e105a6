"""The event of a prediction: only what is foreseen, and its gist where it is long."""

import pytest

from foedus.model.claim import Mood
from foedus.model.statement import StatementKind
from tests.read.assessments.stage import Said, assess, predictions, words


def event(text: str, *said: Said) -> str | None:
    (claim,) = predictions(assess(text, *said))
    return words(claim, "event")


@pytest.mark.parametrize(
    "opening",
    ["On the other hand, ", "However, ", "So ", "But ", "In the end, ", "Second, ", "And yet, "],
)
def test_no_word_that_links_it_to_what_stands_before(opening: str) -> None:
    assert event(f"{opening}the truce could collapse.") == "the truce could collapse"


def test_no_cue_of_the_speaker_before_it() -> None:
    text = "If the port is shut, the scholar said, Peru could be asked for boats."
    said = Said(
        "the scholar", "If the port is shut", "said", also="Peru could be asked for boats"
    )  # fmt: skip
    (claim,) = predictions(assess(text, said))
    assert words(claim, "event") == "Peru could be asked for boats"
    assert words(claim, "condition") == "If the port is shut"
    assert claim.mood is Mood.CONDITIONAL


def test_a_cue_within_leaves_the_subject_as_source() -> None:
    text = "The truce, Dr Cole said, could collapse."
    (claim,) = predictions(
        assess(text, Said("Dr Cole", "The truce", "said", also="could collapse"))
    )
    assert (words(claim, "source"), words(claim, "event")) == ("The truce", "could collapse")


def test_a_relative_clause_takes_the_noun_that_it_is_said_of() -> None:
    assert event("They opened talks that could fail.") == "talks that could fail"


def test_a_date_that_stands_between_is_not_what_it_is_said_of() -> None:
    assert event("The port took in 300 crates since March, which might hold grain.") == (
        "300 crates since March, which might hold grain"
    )


def test_a_noun_that_does_not_agree_is_not_what_it_is_said_of() -> None:
    assert event("They took a step between two coasts that is likely to please nobody.") == (
        "a step between two coasts that is likely to please nobody"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There is little chance that the truce will last.",
         "little chance that the truce will last"),
        ("He doubts that the dam would hold.", "doubts that the dam would hold"),
    ],
)  # fmt: skip
def test_a_word_that_turns_the_event_round_stays_with_it(text: str, expected: str) -> None:
    assert event(text) == expected


def test_quotation_marks_come_in_pairs() -> None:
    text = "“However, the ‘friendship’ could sour,” Dr Cole said."
    content = "“However, the ‘friendship’ could sour,”"
    said = Said("Dr Cole", content, "said", StatementKind.DIRECT)
    assert event(text, said) == "the ‘friendship’ could sour"


def test_a_short_event_has_no_gist_of_its_own() -> None:
    (claim,) = predictions(assess("The truce could collapse."))
    assert claim.filler("gist") is None


def test_the_gist_of_a_long_event_ends_at_a_clause_end() -> None:
    long = "The clause could give the younger of the two coasts a pretext to send guards"
    (claim,) = predictions(assess(f"{long} to help the elder in its long quarrel over fish."))
    assert words(claim, "gist") == long


def test_what_is_feared_is_a_prediction_of_its_own() -> None:
    outer, inner = predictions(
        assess("The news will heighten fears in the region that Peru could arm the islands.")
    )
    assert (outer.mood, inner.mood) == (Mood.ASSERTED, Mood.FEARED)
    assert words(inner, "event") == "Peru could arm the islands"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A deal is unlikely this year.", "A deal is unlikely this year"),
        ("What is likely is more of the haggling.", "more of the haggling"),
        ("Dr Cole thought it unlikely that Peru would send guards.",
         "unlikely that Peru would send guards"),
        ("If a strike breaks out, Chile could plead that its ships are busy.",
         "Chile could plead that its ships are busy"),
        ("Nobody can rule it out – it is always a possibility.", "it is always a possibility"),
    ],
)  # fmt: skip
def test_what_may_come_however_it_is_put(text: str, expected: str) -> None:
    assert event(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mr Reyes hoped that Chile would seize the chance.",
        "There are rules that could and should be changed.",
        "Among the guests will be the old envoy of Chile.",
    ],
)
def test_wishes_calls_for_change_and_programmes_are_no_predictions(text: str) -> None:
    assert predictions(assess(text)) == []


def test_what_is_said_beside_after_a_comma_is_not_in_the_gist() -> None:
    long = "The clause could lead to a sharing of costly radar and fleets"
    (claim, *_) = predictions(
        assess(f"{long}, which a few officers believe may start a new race on the coast.")
    )
    assert words(claim, "gist") == long


def test_what_remains_to_be_seen_is_no_prediction() -> None:
    assert predictions(assess("Whether the dam will hold would remain to be seen.")) == []


def test_the_gist_does_not_end_where_its_measure_stands() -> None:
    text = (
        "The vow will do little to calm the fishermen of the northern coast and their many"
        " friends in the old capital."
    )
    (claim,) = predictions(assess(text))
    assert claim.filler("gist") is None


def test_an_aside_behind_a_dash_is_not_in_the_gist() -> None:
    (claim,) = predictions(assess("The deal could open the coast – a claim that both deny."))
    assert words(claim, "gist") == "The deal could open the coast"


def test_the_would_of_a_telling_is_no_condition() -> None:
    text = "Dr Cole said the treaty would ruin the port."
    (claim,) = predictions(assess(text, Said("Dr Cole", "the treaty would ruin the port")))
    assert claim.mood is Mood.ASSERTED

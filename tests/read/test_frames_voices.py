"""Who asserts what happened: only who said it, and only within the same clause."""

import re

import pytest

from foedus.model.claim import Claim, Mood, Predicate
from foedus.read.frames.assemble import find_claims
from foedus.read.quotes import find_statements
from foedus.read.sentences import parse, plain_reading
from tests.read.frames_stage import cast_of, shown


def read(text: str, predicate: Predicate) -> list[Claim]:
    """The claims of one kind, with the statements that the text really has."""
    parsed = parse(plain_reading(re.sub(r"\s+", " ", text)))
    found = find_claims(parsed, cast_of(text, {}), find_statements(parsed), None)
    return [claim for claim in found if claim.predicate is predicate]


def voices(claim: Claim) -> list[str]:
    return [voice.name for voice in claim.voice]


@pytest.mark.parametrize(
    "text",
    [
        "Jean Petit did not say that France had sold tanks to Mali.",
        "Jean Petit should say that France will sell tanks to Mali.",
        "Jean Petit could argue that France sold tanks to Mali.",
        "Neither Poland nor Japan has said that France sold tanks to Mali.",
        "Nobody expects France to sell tanks to Mali.",
        "Jean Petit does not deny that France sold tanks to Mali.",
    ],
)
def test_nobody_asserts_what_was_not_said(text: str) -> None:
    (claim,) = read(text, Predicate.EXCHANGE)
    assert (voices(claim), claim.mood) == ([], Mood.HYPOTHETICAL)


def test_what_was_not_said_is_no_intent() -> None:
    assert not read("Jean Petit did not say that France would leave.", Predicate.INTENT)


def test_a_clause_behind_a_semicolon_is_not_said_by_the_speaker_before_it() -> None:
    text = "Ken Sato said last week that France had delivered 36 tanks to Mali; Mali has found 24."
    (claim,) = read(text, Predicate.EXCHANGE)
    assert voices(claim) == ["Ken Sato"]


def test_what_happened_behind_a_semicolon_is_the_reports_own() -> None:
    text = "Ken Sato says the pact is a trap; Chad attacked Sudan on Monday."
    (claim,) = read(text, Predicate.ASSAULT)
    assert voices(claim) == []


def test_a_pronoun_that_names_nobody_is_no_voice() -> None:
    (claim,) = read("He said that France had sold tanks to Mali.", Predicate.EXCHANGE)
    assert voices(claim) == []


def test_what_would_have_been_keeps_its_condition() -> None:
    text = "Had the guards not come, Chad would have attacked Sudan."
    (claim,) = read(text, Predicate.ASSAULT)
    assert claim.mood is Mood.HYPOTHETICAL
    assert shown(claim)["condition"] == ["Had the guards not come"]


def test_a_question_asserts_nothing() -> None:
    (claim,) = read("Has Chad attacked Sudan?", Predicate.ASSAULT)
    assert claim.mood is Mood.HYPOTHETICAL


def test_when_it_will_be_sold_was_not_said() -> None:
    (claim,) = read("Ken Sato has not said when Japan will sell the ships.", Predicate.EXCHANGE)
    assert claim.mood is Mood.HYPOTHETICAL


def test_a_right_under_a_pact_is_provided_for() -> None:
    (claim,) = read("Under the accord, Japan may use the port.", Predicate.PROVISION)
    assert (claim.mood, claim.hedge) == (Mood.ASSERTED, ())


def test_a_second_that_behind_a_semicolon_goes_on_with_the_speaker() -> None:
    text = "Ken Sato said that the pact was dead; and that Chad had attacked Sudan."
    (claim,) = read(text, Predicate.ASSAULT)
    assert voices(claim) == ["Ken Sato"]

"""Who holds an assessment that "both" hold."""

from foedus.model.claim import Claim
from tests.read.assessments.stage import Said, assess

LOOSE, STRONG = "the pact is loose", "the pact is strong"


def holders(claims: tuple[Claim, ...], words: str) -> list[list[str]]:
    return [
        [voice.name for voice in claim.voice]
        for claim in claims
        if any(filler.text == words for _, filler in claim.roles)
    ]


def test_both_are_the_two_who_spoke_just_before() -> None:
    text = f"Dr Cole said {LOOSE}. Mr Reyes said {STRONG}. Both said the truce could fail."
    claims = assess(
        text, Said("Dr Cole", LOOSE), Said("Mr Reyes", STRONG), Said("Both", "the truce could fail")
    )
    assert holders(claims, "the truce could fail") == [["Ada Cole"], ["Tom Reyes"]]


def test_both_stay_both_where_nobody_knows_who_they_are() -> None:
    text = "Peru and Chile met. Both said the truce could fail."
    claims = assess(text, Said("Both", "the truce could fail"))
    assert holders(claims, "the truce could fail") == [["Both"]]


def test_one_of_whom_no_statement_was_made_is_still_the_holder() -> None:
    claims = assess("Mr Reyes sees little chance that the truce will last.")
    assert holders(claims, "little chance that the truce will last") == [["Tom Reyes"]]


def test_a_statement_that_was_made_has_its_speaker_once() -> None:
    text = f"Dr Cole said {LOOSE}."
    assert holders(assess(text, Said("Dr Cole", LOOSE, "said")), LOOSE) == [["Ada Cole"]]


def test_for_somebody_opens_a_sentence_of_their_view() -> None:
    text = (
        "Article 7 of the pact speaks of help. For Tom Reyes, who teaches law, the phrase rules out"
        " any war."
    )
    assert holders(assess(text), "rules out any war") == [["Tom Reyes"]]


def test_those_words_are_those_of_the_article_before() -> None:
    text = "Article 7 speaks of help. Dr Cole reads those words as leaving the door open to war."
    assert holders(assess(text), "leaving the door open to war") == [["Ada Cole"]]

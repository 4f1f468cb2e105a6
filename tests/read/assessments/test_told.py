"""Who holds a reading where the text parts, titles or denies its holder; what is no reading."""

import pytest

from foedus.model.claim import Predicate
from foedus.model.statement import StatementKind
from tests.read.assessments.stage import Said, assess, predictions, readings, words


def held(text: str, *said: Said) -> list[tuple[str | None, list[str]]]:
    claims = readings(assess(text, *said))
    return [(words(c, "gist"), [v.name for v in c.voice]) for c in claims]


def test_a_reading_that_its_cue_cuts_behind_the_subject_is_read() -> None:
    text = "The pact, Dr Cole said, complements the charter and replaces nothing."
    said = Said("Dr Cole", "complements the charter and replaces nothing", "said", also="The pact")
    assert held(text, said)[0] == ("complements the charter and replaces nothing", ["Ada Cole"])


def test_what_a_minister_said_behind_it_is_the_ministers() -> None:
    text = "The memorandum is not legally binding, Energy Minister Ana Ruiz said."
    assert held(text) == [("not legally binding", ["Energy Minister Ana Ruiz"])]


@pytest.mark.parametrize("doer", ["no court", "nobody", "no lawyer"])
def test_what_nobody_would_take_it_for_is_the_speakers_own_word(doer: str) -> None:
    content = f"{doer} would read the treaty as a surrender"
    found = held(f"Dr Cole said {content}.", Said("Dr Cole", content, "said"))
    assert found == [(content, ["Ada Cole"])]


def test_what_somebody_calls_the_text_is_told_of_the_pact_before() -> None:
    text = "The pact is short. Dr Cole described the text as generous to Chile."
    assert "generous to Chile" in [gist for gist, _ in held(text)]


def test_what_a_word_means_is_asked_and_not_told() -> None:
    assert readings(assess('Peru signed the pact. What does "met" mean?')) == []


def test_a_quoted_word_that_opens_a_reading_keeps_its_marks() -> None:
    text = 'The treaty is new. "Joint" in Article 4 means equal, Dr Cole said.'
    said = Said("Dr Cole", '"Joint" in Article 4 means equal', "said", StatementKind.MIXED)
    assert held(text, said)[-1][0] == '"Joint" in Article 4 means equal'


@pytest.mark.parametrize("noun", ["nine articles", "two paragraphs", "the last word"])
def test_a_number_of_articles_and_the_last_word_are_no_instruments(noun: str) -> None:
    assert readings(assess(f"Peru has seen the pact. The house liked {noun}. It binds us.")) == []


def test_what_is_true_of_whoever_has_read_it_is_no_prediction() -> None:
    assert predictions(assess("Nobody who has read the pact will talk about it.")) == []


def test_a_price_kept_back_is_unseen() -> None:
    (claim,) = assess("Peru signed the pact. Neither side disclosed the price.")
    assert claim.predicate is Predicate.UNSEEN


def test_a_lease_is_an_instrument_where_one_was_signed() -> None:
    text = "Peru signed a lease agreement. Dr Cole said the lease does not bind Chile."
    assert held(text, Said("Dr Cole", "the lease does not bind Chile", "said")) == [
        ("does not bind Chile", ["Ada Cole"])
    ]


def test_a_lease_of_a_house_is_none() -> None:
    assert held("The tenant paid. The lease does not bind him.") == []


def test_an_article_by_its_ordinal_is_a_part_of_the_pact() -> None:
    text = "Peru has seen the pact. Its second article is a promise to help."
    assert [gist for gist, _ in held(text)] == ["a promise to help"]

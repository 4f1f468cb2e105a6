"""What an agreement lays down, apart from what may come of it and from what is said of it."""

import pytest

from foedus.model.claim import Mood, Predicate
from tests.read.frames_stage import claims, only, shown


def told(text: str) -> list[Predicate]:
    return [c.predicate for c in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The deal would allow Ghana to become the richest port of the coast.",
        "The deal could allow Ghana to buy cheaper grain.",
    ],
)
def test_what_would_come_of_a_deal_is_no_term_of_it(text: str) -> None:
    assert Predicate.PROVISION not in told(text)
    assert Predicate.PREDICTION in told(text)


def test_what_the_text_says_is_a_term_wherever_the_saying_stands() -> None:
    text = "Mali signed a pact with Chad. Chad would help Mali if it were attacked, the text says."
    claim = only(Predicate.PROVISION, text)
    assert shown(claim)["condition"] == ["if it were attacked"]


def test_according_to_the_document_opens_a_term_and_no_promise() -> None:
    text = "According to the treaty, Mali undertakes to hold consultations with Chad."
    assert told(text) == [Predicate.PROVISION]


def test_a_duty_on_a_condition_in_the_next_sentence_goes_on() -> None:
    text = (
        "Under the pact, Mali must share its maps. In the event of an attack, Chad will inform"
        " Mali within a day."
    )
    found = [c for c in claims(text) if c.predicate is Predicate.PROVISION]
    assert [c.filler("condition") is not None for c in found] == [False, True]


def test_each_clause_under_an_article_is_a_term() -> None:
    text = (
        "Under Article 3 of the pact, an attack on one is considered an attack on all, and each"
        " party must help."
    )
    found = [c for c in claims(text) if c.predicate is Predicate.PROVISION]
    assert len(found) == 2


def test_an_agreement_giving_access_provides_it() -> None:
    claim = only(
        Predicate.PROVISION, "Mali and Chad signed a pact giving Chad access to three ports."
    )
    assert shown(claim)["provision"] == ["access to three ports"]


def test_no_obligation_imposed_is_a_term_denied() -> None:
    text = "The agreement imposes no obligation on Poland to send troops."
    assert only(Predicate.PROVISION, text).negated


def test_when_a_treaty_enters_into_force_is_no_prediction() -> None:
    text = "The treaty will enter into force only after both have ratified it."
    assert Predicate.PREDICTION not in told(text)


def test_a_planned_present_is_intended() -> None:
    text = "Kowalska is to meet Sato in Tokyo in July."
    assert only(Predicate.MEETING, text).mood is Mood.INTENDED


def test_an_upcoming_visit_has_not_been_paid() -> None:
    text = "The upcoming visit of Kowalska to Japan was discussed at length."
    assert only(Predicate.VISIT, text).mood is Mood.INTENDED


def test_a_postponed_visit_is_not_dated_by_its_postponing() -> None:
    claim = only(Predicate.VISIT, "A planned visit by Kowalska to Japan was postponed in May.")
    assert claim.negated
    assert claim.time.said is None


def test_talks_with_two_are_no_meeting_of_these_two() -> None:
    text = "He said that talks with Poland and Japan were under way."
    assert Predicate.MEETING not in told(text)


def test_a_leaked_copy_tells_the_terms_of_the_treaty() -> None:
    text = (
        "The treaty with Chad has not been tabled. A copy says that neither side may conclude a"
        " pact with a third country."
    )
    claim = only(Predicate.PROVISION, text)
    assert shown(claim)["instrument"] == ["treaty"]

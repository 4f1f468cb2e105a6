"""What a pact lays down, sentence after sentence, and what is given back for what."""

import pytest

from foedus.model.claim import Predicate
from tests.read.frames_stage import actors, claims, only, shown


def test_what_a_treaty_says_is_told_by_it_in_the_next_sentence() -> None:
    text = (
        "The river treaty that Mali and Chad signed in May does not contain a defence clause. "
        "It says that if one party is attacked the other shall not help the aggressor."
    )
    found = [c for c in claims(text) if c.predicate is Predicate.PROVISION]
    assert shown(found[-1])["provision"] == [
        "if one party is attacked the other shall not help the aggressor"
    ]


def test_the_treaty_that_two_signed_was_signed_by_the_two() -> None:
    text = (
        "Mali and Chad quarrelled. The river treaty that the two countries signed in Bamako in "
        "May does not contain a defence clause."
    )
    assert actors(only(Predicate.AGREEMENT_SIGNED, text), "source") == ["MLI", "TCD"]


def test_the_article_that_lays_it_down_is_named() -> None:
    text = "Article 7 of the Lagoon Treaty says that Mali shall consult Chad before it digs."
    assert shown(only(Predicate.PROVISION, text))["article"] == ["Article 7"]


def test_the_article_after_under_is_named() -> None:
    text = (
        "Mali and Chad signed the Lagoon Treaty. Under Article 3 the parties shall consult "
        "before they dig."
    )
    claim = only(Predicate.PROVISION, text)
    assert shown(claim)["article"] == ["Article 3"]
    assert shown(claim)["instrument"] == ["Lagoon Treaty"]


def test_each_side_is_bound_by_the_pact_that_the_paragraph_tells_of() -> None:
    text = "The river pact is short. Each side must destroy its mines within a year."
    claim = only(Predicate.PROVISION, text)
    assert shown(claim)["instrument"] == ["river pact"]
    assert shown(claim)["provision"] == ["Each side must destroy its mines within a year"]


def test_what_no_side_may_do_is_laid_down_not_denied() -> None:
    text = "The river pact is short. No heavy guns may be placed within 10 km of the border."
    assert not only(Predicate.PROVISION, text).negated


def test_each_side_of_a_strike_is_bound_by_no_pact() -> None:
    text = "The miners met on Monday. Each side must name its speakers."
    assert [c for c in claims(text) if c.predicate is Predicate.PROVISION] == []


def test_what_is_owed_in_return_belongs_to_the_same_pact() -> None:
    text = "Under the pact Mali will return two islands to Chad. In return Chad will free miners."
    found = [c for c in claims(text) if c.predicate is Predicate.PROVISION]
    assert [actors(c, "source") for c in found] == [["MLI"], ["TCD"]]


def test_a_states_own_part_stands_right_behind_what_the_pact_provides() -> None:
    text = "The river pact runs until 2040. Mali will pay about 9 million dollars a year."
    assert shown(only(Predicate.PROVISION, text))["provision"] == [
        "Mali will pay about 9 million dollars a year"
    ]


def test_what_a_state_will_do_beside_a_signing_is_no_term_of_the_pact() -> None:
    text = "Mali and Chad signed a river pact. Mali will pay its soldiers in May."
    assert [c for c in claims(text) if c.predicate is Predicate.PROVISION] == []


def test_a_limit_is_told_with_its_verb() -> None:
    claim = only(Predicate.PROVISION, "The pact limits each side to 40 boats.")
    assert shown(claim)["provision"] == ["limits each side to 40 boats"]


def test_a_question_lays_nothing_down() -> None:
    found = [c.predicate for c in claims("What did the pact require?")]
    assert Predicate.PROVISION not in found


def test_it_stands_for_the_pact_behind_a_sentence_without_a_subject() -> None:
    text = "What did the pact require? Less than is thought. It obliges Mali to consult Chad."
    assert shown(only(Predicate.PROVISION, text))["instrument"] == ["pact"]


def test_who_lets_others_stay_is_who_gave() -> None:
    text = "Mali let the soldiers stay and gave Chad fuel, intelligence and air support."
    claim = only(Predicate.EXCHANGE, text)
    assert actors(claim, "source") == ["MLI"]
    assert shown(claim)["goods"] == ["fuel", "intelligence", "air support"]


def test_goods_keep_what_they_are_for() -> None:
    claim = only(Predicate.EXCHANGE, "Mali received technology for weather satellites from Japan.")
    assert shown(claim)["goods"] == ["technology for weather satellites"]
    assert actors(claim, "source") == ["JPN"]


@pytest.mark.parametrize("opening", ["In return", "In exchange"])
def test_what_is_given_in_return_goes_to_who_gave_before(opening: str) -> None:
    text = f"Poland shipped 90 tanks to Japan. {opening}, Japan will deliver 20 jets."
    last = [c for c in claims(text) if c.predicate is Predicate.EXCHANGE][-1]
    assert (actors(last, "source"), actors(last, "target")) == (["JPN"], ["POL"])


def test_a_third_who_gives_in_return_gives_to_nobody_known() -> None:
    text = "Poland shipped 90 tanks to Japan. In return, Brazil will deliver 20 jets."
    last = [c for c in claims(text) if c.predicate is Predicate.EXCHANGE][-1]
    assert actors(last, "target") == []


def test_a_particle_is_no_part_of_a_number() -> None:
    text = "Poland shipped 90 tanks to Japan. In exchange Japan will hand over 20 jets."
    last = [c for c in claims(text) if c.predicate is Predicate.EXCHANGE][-1]
    assert shown(last)["goods"] == ["20 jets"]

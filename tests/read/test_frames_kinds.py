"""A predecessor keeps its own noun, entry into force its days; what one asks is no plan."""

from datetime import date

import pytest

from foedus.model.claim import Mood, Predicate
from tests.read.frames_stage import actors, claims, only, shown


@pytest.mark.parametrize(
    ("olds", "predecessors"),
    [
        ("a 2008 framework agreement", ["2008 framework agreement"]),
        ("the exchange of notes of 1988", ["exchange of notes of 1988"]),
        ("the 1994 statement of principles", ["1994 statement of principles"]),
        ("a non-binding arrangement of 2010", ["non-binding arrangement of 2010"]),
        ("two memoranda from 2011", ["two memoranda from 2011"]),
        (
            "a 2012 joint declaration and an exchange of letters from 1975",
            ["2012 joint declaration", "exchange of letters from 1975"],
        ),
    ],
)
def test_each_predecessor_is_what_the_text_calls_it(olds: str, predecessors: list[str]) -> None:
    claim = only(Predicate.AGREEMENT_REPLACED, f"The pact between Mali and Ghana replaces {olds}.")
    assert shown(claim)["predecessor"] == predecessors


@pytest.mark.parametrize("old", ["a minister", "the statement", "an exchange of prisoners"])
def test_what_is_no_arrangement_is_no_predecessor(old: str) -> None:
    found = claims(f"The pact between Mali and Ghana replaced {old}.")
    assert Predicate.AGREEMENT_REPLACED not in {c.predicate for c in found}


@pytest.mark.parametrize(
    "condition",
    [
        "30 days after both parliaments approve it",
        "a month after it is ratified",
        "90 days after ratification",
        "on the tenth day after the last signature",
        "three months after the exchange of letters",
        "once both have voted",
        "only after ratification",
    ],
)
def test_the_days_belong_to_the_condition(condition: str) -> None:
    text = f"The pact between Mali and Ghana will enter into force {condition}."
    claim = only(Predicate.AGREEMENT_IN_FORCE, text)
    assert (claim.mood, shown(claim)["condition"]) == (Mood.CONDITIONAL, [condition])


def test_the_days_after_a_step_do_not_date_the_step() -> None:
    text = "The pact between Mali and Ghana will enter into force 60 days after it is ratified."
    assert only(Predicate.AGREEMENT_RATIFIED, text).time.said is None


def test_a_day_of_the_week_dates_a_step_in_an_after_clause() -> None:
    text = "The talks ended after Mali ratified the pact with Ghana on Monday."
    found = [c for c in claims(text, published=date(2024, 5, 8)) if c.time.said]
    assert [c.time.said for c in found if c.predicate is Predicate.AGREEMENT_RATIFIED] == [
        "on Monday"
    ]


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("The pact will take effect when Mali ratifies the pact.", Mood.CONDITIONAL),
        ("The pact takes effect when Mali ratifies the pact.", Mood.CONDITIONAL),
        ("Crowds cheered when Mali ratified the pact.", Mood.ASSERTED),
    ],
)
def test_a_step_that_the_force_waits_for_is_open(text: str, mood: Mood) -> None:
    assert only(Predicate.AGREEMENT_RATIFIED, text).mood is mood


@pytest.mark.parametrize("verb", ["urged", "pressed", "encouraged", "implored"])
def test_who_is_pressed_to_sign_has_not_signed(verb: str) -> None:
    claim = only(Predicate.AGREEMENT_SIGNED, f"Mali {verb} Ghana to sign a treaty with Chad.")
    assert claim.mood is Mood.PROPOSED


@pytest.mark.parametrize(
    "text",
    [
        "Mali asked Ghana to accept a deal with Chad.",
        "Ghana was asked by Mali last year to accept a deal with Chad.",
    ],
)
def test_what_one_asks_of_another_is_a_request_and_no_plan(text: str) -> None:
    found = claims(text)
    assert [c.predicate for c in found] == [Predicate.REQUEST]
    assert (actors(found[0], "source"), actors(found[0], "target")) == (["MLI"], ["GHA"])
    assert shown(found[0])["topic"] == ["to accept a deal with Chad"]


def test_who_plans_intends() -> None:
    text = "Kowalska plans to visit Ghana in May."
    claim = only(Predicate.VISIT, text)
    assert (claim.mood, [w.of(text) for w in claim.mood_words]) == (Mood.INTENDED, ["plans"])

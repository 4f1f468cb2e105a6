"""Who is bound to what: by "commits X to", "under which", "under it", and by a text alone."""

import pytest

from foedus.model.claim import Mood, Predicate
from tests.read.frames_stage import actors, claims, only, shown


def told(text: str) -> list[Predicate]:
    return [c.predicate for c in claims(text)]


def terms(text: str) -> list[str]:
    found = [c for c in claims(text) if c.predicate is Predicate.PROVISION]
    return [f.text for c in found for f in c.fillers("provision")]


@pytest.mark.parametrize(
    ("text", "term", "condition"),
    [
        (
            "The pact, called the Volta charter, commits the three to help each other, including"
            " by force, in case of an attack on any of them.",
            "to help each other, including by force",
            ["in case of an attack on any of them"],
        ),
        (
            "The charter, signed in Paris, obliges Mali and Chad to arm each other if either is"
            " attacked.",
            "to arm each other if either is attacked",
            ["if either is attacked"],
        ),
        (
            "The pact binds both to confer whenever one is threatened.",
            "to confer whenever one is threatened",
            ["whenever one is threatened"],
        ),
        ("The treaty requires the four to share their maps.", "to share their maps", []),
        (
            "Mali and Chad have a treaty by which each must warn the other if it is attacked.",
            "each must warn the other if it is attacked",
            ["if it is attacked"],
        ),
        (
            "Poland and Japan signed a treaty whereby each must consult the other.",
            "each must consult the other",
            [],
        ),
        (
            "The treaty builds on the Volta charter of 2011, under which an attack on the soil of"
            " one of the three is considered an aggression against all.",
            "an attack on the soil of one of the three is considered an aggression against all",
            ["an attack on the soil of one of the three"],
        ),
    ],
)
def test_what_binds_is_a_term_with_its_condition(
    text: str, term: str, condition: list[str]
) -> None:
    claim = only(Predicate.PROVISION, text)
    assert (shown(claim)["provision"], shown(claim).get("condition", [])) == ([term], condition)


def test_three_without_their_names_are_the_three() -> None:
    text = "The pact commits the three to help each other."
    assert shown(only(Predicate.PROVISION, text))["source"] == ["the three"]


@pytest.mark.parametrize(
    "text",
    [
        "Mali and Chad signed a pact. Under it, Mali will buy Chadian grain and Chad will send"
        " pilots to Mali.",
        "Mali and Chad signed a pact. Under it Mali will host a camp and Chad will pay for it.",
    ],
)
def test_under_it_each_clause_is_a_term_of_the_agreement_before(text: str) -> None:
    found = [c for c in claims(text) if c.predicate is Predicate.PROVISION]
    assert [actors(c, "source") for c in found] == [["MLI"], ["TCD"]]
    assert [shown(c)["instrument"] for c in found] == [["pact"], ["pact"]]


def test_who_stands_before_the_second_will_sends_it() -> None:
    text = "Mali will buy Chadian grain and Chad will sell boats to Mali."
    found = [c for c in claims(text) if shown(c).get("goods") == ["boats"]]
    assert [actors(c, "source") for c in found] == [["TCD"]]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("The accord lets Japanese ships refuel in Ghana.", "lets Japanese ships refuel in Ghana"),
        (
            "Mali and Chad signed a deal that will let each side's pilots train abroad.",
            "let each side's pilots train abroad",
        ),
    ],
)
def test_what_is_let_keeps_its_verb(text: str, term: str) -> None:
    assert terms(text) == [term]


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        (
            "A leaked text was printed in Paris. The document, which nobody confirmed, provides"
            ' that Mali "shall come to the aid of Chad".',
            Mood.PROPOSED,
        ),
        (
            "The document obliges Mali to host Polish troops. It has not been signed.",
            Mood.PROPOSED,
        ),
        ("The leaked text stipulates that Mali must host Polish troops.", Mood.PROPOSED),
        ("The text, seen by reporters, requires France to consult Chad.", Mood.ASSERTED),
    ],
)
def test_a_text_alone_lays_down_and_unsigned_proposes(text: str, mood: Mood) -> None:
    assert only(Predicate.PROVISION, text).mood is mood


@pytest.mark.parametrize(
    "text",
    [
        "The document requires ministries to spend less.",
        "The document says that Mali is poor.",
        "A document on trade requires Mali to open its ports.",
        "Mali and Chad signed a treaty by the river.",
        "Mali and Chad signed a pact. By it stood the ministers of both.",
        "Mali has a port. Under it, Chad will dig a tunnel.",
        "The law, under which Mali will pay teachers, was praised.",
        "The teacher commits the three to memory.",
    ],
)
def test_what_binds_no_party_is_no_term(text: str) -> None:
    assert Predicate.PROVISION not in told(text)

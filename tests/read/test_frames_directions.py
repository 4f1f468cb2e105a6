"""Who gives and who gets, where the words say it in passing or by a pronoun."""

import pytest

from foedus.model.claim import Mood, Predicate
from tests.read.frames_stage import actors, claims, only, said, shown


@pytest.mark.parametrize(
    "text",
    [
        "French missiles used by Mali sank a ship.",
        "Mali has bought French missiles.",
        "Mali fired French missiles.",
    ],
)
def test_goods_named_for_their_country_come_from_it(text: str) -> None:
    claim = only(Predicate.EXCHANGE, text)
    assert (actors(claim, "source"), actors(claim, "target")) == (["FRA"], ["MLI"])


def test_a_receiver_in_front_of_the_goods_is_no_part_of_them() -> None:
    claim = only(Predicate.EXCHANGE, "Japan has given Ghana nine patrol boats since 2013.")
    assert actors(claim, "target") == ["GHA"]
    assert shown(claim)["goods"] == ["nine patrol boats"]


def test_a_receiver_behind_the_price_is_found() -> None:
    text = "Japan agreed to provide five radars worth 600 million yen to Ghana."
    assert actors(only(Predicate.EXCHANGE, text), "target") == ["GHA"]


def test_what_aid_includes_is_given_too() -> None:
    text = "Japan has given Ghana military aid, including 50 trucks and eight howitzers."
    goods = shown(only(Predicate.EXCHANGE, text))["goods"]
    assert "50 trucks" in goods
    assert "eight howitzers" in goods


def test_it_in_a_second_clause_is_who_got_the_first() -> None:
    text = "France delivered 50 trucks to Mali and sold it three radars."
    found = [c for c in claims(text) if c.predicate is Predicate.EXCHANGE]
    assert [actors(c, "target") for c in found] == [["MLI"], ["MLI"]]


def test_it_in_a_denial_is_who_denies() -> None:
    claim = only(Predicate.ASSAULT, "Chad denies that it attacked Sudan.")
    assert (actors(claim, "source"), claim.mood) == (["TCD"], Mood.DENIED)


def test_each_clause_keeps_its_own_condition_and_date() -> None:
    text = "Japan has given Ghana ten boats since 2013, and Tokyo will send rice if Ghana asks."
    first = next(c for c in claims(text) if c.predicate is Predicate.EXCHANGE)
    assert first.mood is Mood.ASSERTED
    assert first.filler("condition") is None


def test_a_question_whether_asserts_nothing() -> None:
    text = "Asked whether Poland would provide Ghana with rockets, she smiled."
    assert only(Predicate.EXCHANGE, text).mood is Mood.HYPOTHETICAL


def test_what_a_cause_may_lead_to_is_only_possible() -> None:
    text = "The vote could lead Poland to send rockets to Ghana."
    assert only(Predicate.EXCHANGE, text).mood is Mood.POSSIBLE


def test_a_package_of_sanctions_is_adopted_by_its_imposer() -> None:
    claim = only(Predicate.MEASURE, "Poland adopted a new package of sanctions against Chad.")
    assert (actors(claim, "source"), actors(claim, "target")) == (["POL"], ["TCD"])


def test_the_return_that_opens_a_sentence_is_no_place() -> None:
    text = "In return, Poland has stationed 500 troops in Ghana."
    assert shown(only(Predicate.MOBILIZE, text))["place"] == ["Ghana"]


def test_a_states_own_word_on_what_it_will_do_is_an_intention() -> None:
    text = "Poland will close its ports, Kowalska said."
    statement = said(text, "Kowalska", "Poland will close its ports")
    assert only(Predicate.INTENT, text, statement).mood is Mood.INTENDED


def test_anothers_word_on_it_is_none() -> None:
    text = "Poland will close its ports, Sato said."
    statement = said(text, "Sato", "Poland will close its ports")
    assert Predicate.INTENT not in [c.predicate for c in claims(text, statement)]


def test_access_to_a_base_is_given() -> None:
    claim = only(Predicate.EXCHANGE, "Ghana granted Japan access to two naval bases.")
    assert shown(claim)["goods"] == ["access to two naval bases"]


def test_the_parts_of_a_list_are_whole() -> None:
    text = "Japan has shipped machine tools, microchips and drone engines to Ghana."
    goods = shown(only(Predicate.EXCHANGE, text))["goods"]
    assert "drone" not in goods
    assert "microchips" in goods


@pytest.mark.parametrize(
    "text",
    [
        "Mali was sold 12 boats by France.",
        "Mali was supplied with shells by France.",
        "Mali obtained shells from France.",
        "Mali has been procuring shells from France.",
        "Shells were procured for Mali from France.",
        "Mali took delivery of 12 boats from France.",
        "The boats that Mali bought from France sank.",
        "France exported boats to Mali.",
        "Mali's purchase of boats from France was approved.",
        "France's sale of boats to Mali was approved.",
    ],
)
def test_who_sells_and_who_buys(text: str) -> None:
    claim = only(Predicate.EXCHANGE, text)
    assert (actors(claim, "source"), actors(claim, "target")) == (["FRA"], ["MLI"])


@pytest.mark.parametrize(
    ("text", "target"),
    [("Boats were sold to Mali.", ["MLI"]), ("Mali was given boats.", ["MLI"])],
)
def test_a_giver_who_is_not_named_stays_unknown(text: str, target: list[str]) -> None:
    claim = only(Predicate.EXCHANGE, text)
    assert (actors(claim, "source"), actors(claim, "target")) == ([], target)


def test_a_sale_of_nobody_to_nobody_is_no_exchange() -> None:
    found = claims("The frigate sale angered Mali.")
    assert [c for c in found if c.predicate is Predicate.EXCHANGE] == []


WILLING = [
    "Chad was rumoured to have been willing to send troops to Mali.",
    "Chad is said to be ready to send troops to Mali.",
    "Chad was reported to have offered to send troops to Mali.",
    "Chad is reportedly prepared to send troops to Mali.",
]


@pytest.mark.parametrize("text", WILLING)
def test_a_rumour_of_a_will_is_only_a_possibility(text: str) -> None:
    claim = only(Predicate.EXCHANGE, text)
    assert (claim.mood, claim.voice) == (Mood.POSSIBLE, ())


def test_who_relays_a_rumour_of_a_will_is_its_only_voice() -> None:
    text = "Kowalska said that Chad was once rumoured to have been willing to send troops to Mali."
    claim = only(Predicate.EXCHANGE, text, said(text, "Kowalska", text[14:-1]))
    assert (claim.mood, [v.name for v in claim.voice]) == (Mood.POSSIBLE, ["Maria Kowalska"])
    assert [s.of(text) for s in claim.hedge] == ["rumoured"]


@pytest.mark.parametrize(
    "text",
    [
        "Chad has been willing to send troops to Mali.",
        "Chad had been prepared to send troops to Mali.",
        "Chad was to send troops to Mali.",
    ],
)
def test_a_will_is_no_deed(text: str) -> None:
    assert only(Predicate.EXCHANGE, text).mood is Mood.INTENDED


def test_what_is_told_in_passing_is_not_believed_only() -> None:
    text = "Analysts believe that the pact signed by France and Mali is weak."
    claim = only(Predicate.AGREEMENT_SIGNED, text)
    assert claim.mood is Mood.ASSERTED


def test_evidence_is_no_voice() -> None:
    text = "Evidence suggests that Chad has sent shells to Mali."
    assert only(Predicate.EXCHANGE, text, said(text, "Evidence", text[22:-1])).voice == ()

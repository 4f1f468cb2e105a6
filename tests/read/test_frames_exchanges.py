"""Who gives what to whom: by verb and by noun, in return for what, and who only believes it."""

import pytest

from foedus.model.claim import Mood, Predicate
from tests.read.frames_stage import actors, claims, only, shown

TORN_LIST = (
    "Poland has been giving Chad rifles, in exchange for oil, gold and – two bankers say – loans."
)


@pytest.mark.parametrize(
    ("text", "giver", "receiver", "goods"),
    [
        ("France supplied Mali with rifles.", "FRA", "MLI", ["rifles"]),
        ("Mali was supplied with rifles by France.", "FRA", "MLI", ["rifles"]),
        ("France gave Mali two helicopters.", "FRA", "MLI", ["two helicopters"]),
        ("India bought tanks from Poland.", "POL", "IND", ["tanks"]),
        ("Fuel and rice were sent to Chad by Sudan.", "SDN", "TCD", ["Fuel", "rice"]),
        ("Arms shipments from Brazil to Ghana doubled.", "BRA", "GHA", ["Arms"]),
        ("Poland halted its deliveries of shells to Japan.", "POL", "JPN", ["shells"]),
        ("Chad used missiles supplied by Sudan.", "SDN", None, ["missiles"]),
        ("Japan has been providing shells for India’s use in its war.", "JPN", "IND", ["shells"]),
        ("By shipping grain to Mali, France won friends.", "FRA", "MLI", ["grain"]),
    ],
)
def test_a_transfer_has_a_giver_a_receiver_and_goods(
    text: str, giver: str, receiver: str | None, goods: list[str]
) -> None:
    claim = only(Predicate.EXCHANGE, text, names={"its": "Poland"})
    assert (actors(claim, "source"), shown(claim)["goods"]) == ([giver], goods)
    assert actors(claim, "target") == ([receiver] if receiver else [])


def test_what_goes_the_other_way_is_a_claim_of_its_own() -> None:
    there, back = [
        c for c in claims("Japan shipped rice to Sudan in return for oil.")
        if c.predicate is Predicate.EXCHANGE
    ]  # fmt: skip
    assert (actors(there, "source"), shown(there)["in-return-for"]) == (["JPN"], ["oil"])
    assert (actors(back, "source"), shown(back)["goods"]) == (["SDN"], ["oil"])


def test_an_item_in_the_mouth_of_a_believer_is_the_believers_alone() -> None:
    believed = [c for c in claims(TORN_LIST) if c.voice]
    assert [(shown(c)["goods"], c.voice[0].name) for c in believed] == [(["loans"], "two bankers")]


def test_a_believed_item_is_not_asserted() -> None:
    assert [c.mood for c in claims(TORN_LIST) if c.voice] == [Mood.RUMOURED]


def test_a_possible_sale_is_possible() -> None:
    assert only(Predicate.EXCHANGE, "France may sell helicopters to India.").mood is Mood.POSSIBLE


def test_a_believed_delivery_is_a_rumour() -> None:
    text = "Chad is believed to have received drones from Sudan."
    assert only(Predicate.EXCHANGE, text).mood is Mood.RUMOURED


def test_the_modal_of_the_cause_bears_on_what_it_brings_about() -> None:
    text = "The clause could provide a reason for Brazil to send soldiers to Ghana."
    assert only(Predicate.EXCHANGE, text).mood is Mood.POSSIBLE


def test_the_condition_of_a_transfer_is_kept() -> None:
    text = "Brazil could send troops to Chad if the talks fail."
    assert shown(only(Predicate.EXCHANGE, text))["condition"] == ["if the talks fail"]


def test_a_refusal_to_sell_is_negated() -> None:
    assert only(Predicate.EXCHANGE, "Ghana did not sell missiles to Chad.").negated


def test_an_unsaid_giver_is_not_guessed() -> None:
    claim = only(Predicate.EXCHANGE, "Mali was supplied with Polish rockets last year.")
    assert actors(claim, "source") == []


def test_the_number_of_the_goods_is_a_quantity() -> None:
    claim = only(Predicate.EXCHANGE, "India bought 40 tanks from Poland.")
    assert shown(claim)["quantity"] == ["40"]


@pytest.mark.parametrize(
    "text",
    [
        "The company sold rifles to a hunter.",
        "Petit sent flowers to his mother.",
        "The pact gave France an excuse.",
        "Japan sent a message to India.",
        "Poland held rounds of talks with Chad.",
    ],
)
def test_what_is_no_transfer_between_powers_is_left_alone(text: str) -> None:
    assert not [c for c in claims(text) if c.predicate is Predicate.EXCHANGE]


def test_the_accused_not_the_accuser_is_the_giver() -> None:
    claim = only(Predicate.EXCHANGE, "Japan accused Sudan of sending rifles to Chad.")
    assert (actors(claim, "source"), actors(claim, "target")) == (["SDN"], ["TCD"])


def test_a_denied_trade_is_denied() -> None:
    claim = only(Predicate.EXCHANGE, "Mali and Chad deny any trade in arms.")
    assert (claim.mood, actors(claim, "source")) == (Mood.DENIED, ["MLI", "TCD"])


def test_a_banned_export_is_no_transfer() -> None:
    text = "The measures include a ban on Mali's exports of gold."
    assert not [c for c in claims(text) if c.predicate is Predicate.EXCHANGE]


def test_suspended_deliveries_do_not_arrive() -> None:
    claim = only(Predicate.EXCHANGE, "France suspended food supplies to Mali.")
    assert (claim.negated, actors(claim, "source")) == (True, ["FRA"])


@pytest.mark.parametrize(
    ("text", "shown_by"),
    [
        ("Satellite images show that Poland has shipped grain to Chad.", "Satellite images show"),
        ("Figures suggest that Poland supplied Chad with more rifles.", "Figures suggest"),
    ],
)
def test_what_a_report_rests_on_evidence_is_hedged_and_has_no_voice(
    text: str, shown_by: str
) -> None:
    claim = only(Predicate.EXCHANGE, text)
    assert claim.voice == ()
    assert [span.of(text) for span in claim.hedge] == [shown_by]

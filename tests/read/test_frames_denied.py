"""What is denied, dismissed or said not to be is told as that, and never as a fact."""

import pytest

from foedus.model.claim import Mood, Predicate
from tests.read.frames_stage import actors, claims, only, said, shown


@pytest.mark.parametrize(
    "text",
    [
        "Ghana dismissed reports that Mali had sold rockets to Chad.",
        "Ghana rejected the claim that Mali had sold rockets to Chad.",
        "The allegation that Mali sold rockets to Chad is baseless, Ghana said.",
        "Reports that Mali sold rockets to Chad are not true, Ghana said.",
        "Reports that Mali had sold rockets to Chad were dismissed by Ghana.",
        "Ghana dismissed as fiction reports that Mali had sold rockets to Chad.",
        'Ghana dismissed as "pure fiction" a report that Mali had given it rockets.',
    ],
)
def test_who_rejects_the_report_denies_what_it_tells(text: str) -> None:
    assert only(Predicate.EXCHANGE, text).mood is Mood.DENIED


def test_a_report_alone_is_a_rumour() -> None:
    claim = only(Predicate.EXCHANGE, "Ghana was angered by reports that Mali sold rockets to Chad.")
    assert claim.mood is Mood.RUMOURED


def test_who_does_not_reject_a_report_denies_nothing() -> None:
    text = "Ghana did not dismiss reports that Mali had sold rockets to Chad."
    assert only(Predicate.EXCHANGE, text).mood not in (Mood.DENIED, Mood.ASSERTED)


def test_a_report_is_rejected_of_whom_it_tells() -> None:
    claim = only(Predicate.AGREEMENT_SIGNED, "Ghana dismissed a report that it signed a pact "
                                             "with Chad.")  # fmt: skip
    assert actors(claim, "source") == ["GHA", "TCD"]


@pytest.mark.parametrize(
    "text", ["Ghana denied that it had offered Chad a port.", "Ghana denied offering Chad a port."]
)
def test_a_denied_offer_is_denied(text: str) -> None:
    claim = only(Predicate.EXCHANGE, text)
    assert (claim.mood, shown(claim)["goods"]) == (Mood.DENIED, ["port"])


def test_a_port_may_be_offered_as_goods_are() -> None:
    claim = only(Predicate.EXCHANGE, "Ghana offered Chad a naval base on Tuesday.")
    assert (claim.mood, actors(claim, "target")) == (Mood.PROPOSED, ["TCD"])


@pytest.mark.parametrize(
    "text", ["Ghana offered Chad a basis for talks.", "Ghana rebuilt the port near Chad."]
)
def test_a_place_that_nobody_gives_is_no_gift(text: str) -> None:
    assert [c for c in claims(text) if c.predicate is Predicate.EXCHANGE] == []


def test_what_was_never_offered_is_no_offer() -> None:
    claim = only(Predicate.EXCHANGE, "Ghana never offered Chad a port.")
    assert (claim.mood, claim.negated) == (Mood.ASSERTED, True)


def test_goods_that_were_not_given_are_named_without_the_no() -> None:
    claim = only(Predicate.EXCHANGE, "No port was offered to Chad by Ghana.")
    assert (shown(claim)["goods"], claim.negated) == (["port"], True)


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        ("Kowalska said no such pact existed.", "such pact"),
        ("Kowalska said there was no treaty with Ghana.", "treaty"),
        ("Mali has no defence pact with Ghana.", "defence pact"),
    ],
)
def test_an_agreement_that_is_said_not_to_be_is_negated(text: str, instrument: str) -> None:
    claim = only(Predicate.AGREE, text)
    assert (claim.negated, shown(claim)["instrument"]) == (True, [instrument])


@pytest.mark.parametrize(
    "text",
    [
        "Mali denied the existence of a pact with Ghana.",
        "Mali denied any deal with Ghana.",
        "Reports of a treaty between Mali and Ghana are false.",
        "Mali dismissed reports of a treaty with Ghana.",
    ],
)
def test_an_agreement_of_which_the_being_is_denied(text: str) -> None:
    assert only(Predicate.AGREE, text).mood is Mood.DENIED


@pytest.mark.parametrize(
    "text",
    [
        "Mali has no objection to the treaty with Ghana.",
        "There is no new deal between Mali and Ghana.",
        "Mali rejected a treaty with Ghana.",
        "Mali did not deny the existence of a pact with Ghana.",
    ],
)
def test_what_does_not_say_that_an_agreement_is_not(text: str) -> None:
    assert [c for c in claims(text) if c.predicate is Predicate.AGREE] == []


@pytest.mark.parametrize(
    "text",
    [
        "Mali sold rockets to Chad, Kowalska said. Mali denies the report.",
        "Mali sold rockets to Chad, Kowalska said, but Mali rejects the claim.",
        "Mali sold rockets to Chad, Kowalska said; Mali denies this.",
        "Mali sold rockets to Chad, Kowalska said. Mali called the claim a lie.",
    ],
)
def test_who_denies_the_report_before_denies_its_events(text: str) -> None:
    statement = said(text, "Kowalska", "Mali sold rockets to Chad")
    found = [c for c in claims(text, statement) if c.predicate is Predicate.EXCHANGE]
    assert {(c.voice[-1].actor, c.mood) for c in found} == {
        ("person/maria-kowalska", Mood.ASSERTED), ("MLI", Mood.DENIED)
    }  # fmt: skip


def test_the_denial_stands_in_its_own_sentence() -> None:
    text = "Mali sold rockets to Chad, Kowalska said. Mali denies the report."
    statement = said(text, "Kowalska", "Mali sold rockets to Chad")
    denied = [c for c in claims(text, statement) if c.mood is Mood.DENIED]
    assert [c.passage.of(text) for c in denied] == ["Mali denies the report."]


def test_a_claim_that_somebody_denied_is_denied() -> None:
    text = "Mali has threatened to shut its ports, a claim that Ghana denied."
    moods = {c.mood for c in claims(text) if c.predicate is Predicate.INTENT}
    assert moods == {Mood.THREATENED, Mood.DENIED}


@pytest.mark.parametrize(
    "text",
    [
        "Mali sold rockets to Chad, Kowalska said. Mali denied visas to her staff.",
        "Mali sold rockets to Chad, Kowalska said. Mali did not deny the report.",
        "Mali sold rockets to Chad, Kowalska said. Mali could deny the report.",
        "Mali sold rockets to Chad, Kowalska said. Mali neither confirmed nor denied the report.",
        "Mali sold rockets to Chad, Kowalska said. Mali rejected the treaty.",
    ],
)
def test_what_is_no_denial_of_the_report_denies_nothing(text: str) -> None:
    statement = said(text, "Kowalska", "Mali sold rockets to Chad")
    assert Mood.DENIED not in {c.mood for c in claims(text, statement)}


@pytest.mark.parametrize(
    "text",
    [
        "The draft treaty obliges Mali to defend Chad.",
        "Under the draft, Mali would supply Chad with water.",
        "Under a proposed pact, Mali would supply Chad with water.",
        "A draft of the pact between Mali and Chad provides for joint patrols.",
    ],
)
def test_what_a_draft_lays_down_is_proposed(text: str) -> None:
    assert only(Predicate.PROVISION, text).mood is Mood.PROPOSED


def test_what_is_given_under_a_draft_is_proposed() -> None:
    text = "Under the draft, Mali would supply Chad with rockets."
    assert only(Predicate.EXCHANGE, text).mood is Mood.PROPOSED


def test_a_treaty_that_was_drafted_lays_down() -> None:
    text = "Under the treaty, drafted in May, Mali will supply Chad with water."
    assert only(Predicate.PROVISION, text).mood is Mood.ASSERTED


@pytest.mark.parametrize(
    "text", ["Mali agreed a lease with Ghana in May.", "Mali agreed to a truce with Ghana."]
)
def test_what_two_agree_to_is_agreed(text: str) -> None:
    assert actors(only(Predicate.AGREE, text), "source") == ["MLI", "GHA"]


@pytest.mark.parametrize(
    "text", ["There is no deal.", "The party agreed to a deal.", "Kowalska said there was no deal."]
)
def test_a_deal_of_nobody_in_particular_is_none_between_states(text: str) -> None:
    assert [c for c in claims(text) if c.predicate is Predicate.AGREE] == []


def test_an_offer_that_is_only_said_to_be_is_a_rumour_whatever_it_hangs_on() -> None:
    text = "Mali is said to have offered Ghana a loan if it stayed."
    claim = only(Predicate.EXCHANGE, text)
    assert (claim.mood, [w.of(text) for w in claim.mood_words]) == (Mood.RUMOURED, ["said"])


def test_an_advance_of_money_is_given() -> None:
    text = "Kowalska believes that Mali has paid Ghana an advance of ten million dollars."
    assert actors(only(Predicate.EXCHANGE, text), "target") == ["GHA"]


def test_a_draft_of_something_else_lays_nothing_down() -> None:
    found = claims("The first draft of the talking points said that Mali knew of the raid.")
    assert Predicate.PROVISION not in {c.predicate for c in found}


def test_what_was_not_signed_is_named_without_the_no() -> None:
    claim = only(Predicate.AGREEMENT_SIGNED, "Kowalska said that no pact had been signed.")
    assert (claim.negated, shown(claim)["instrument"]) == (True, ["pact"])


def test_a_term_is_not_of_an_agreement_that_there_is_not() -> None:
    text = (
        "Mali and Ghana discussed a water accord. Kowalska said there was no such treaty. "
        "The text obliges Mali to defend Ghana."
    )
    assert shown(only(Predicate.PROVISION, text))["instrument"] == ["water accord"]

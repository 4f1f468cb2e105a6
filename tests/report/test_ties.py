"""The ties that are drawn: what is told as done or said, never what merely might be."""

import pytest

from foedus.read.gazetteer import Gazetteer
from foedus.report.desk import Desk
from foedus.report.pictures import Tie
from foedus.report.sections.instruments import instruments
from foedus.report.sections.ties import ties
from tests.report.conftest import dossier_of


def drawn(*texts: str) -> list[Tie]:
    desk = Desk(dossier_of(*(f"News\n\n{text}" for text in texts)), Gazetteer.load())
    return ties(desk, instruments(desk))


def of_kind(found: list[Tie], kind: str) -> list[tuple[str, str, str, bool]]:
    return [(t.source, t.target, t.label, t.doubtful) for t in found if t.kind == kind]


def test_a_signed_pact_is_drawn_both_ways_as_fact() -> None:
    (tie,) = drawn("Norway and Poland signed a pact on mutual assistance.")
    assert (tie.kind, tie.mutual, tie.doubtful) == ("agreement", True, False)
    assert {tie.source, tie.target} == {"Norway", "Poland"}


def test_goods_told_as_given_are_solid() -> None:
    found = drawn("Poland has supplied Norway with ammunition.")
    assert of_kind(found, "exchange") == [("Poland", "Norway", "ammunition", False)]


def test_goods_that_somebody_says_are_given_are_dashed() -> None:
    found = drawn("Poland has supplied Norway with ammunition, said Anna Berg, a scholar.")
    assert of_kind(found, "exchange") == [("Poland", "Norway", "ammunition", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Poland might supply Norway with ammunition.",
        "Poland could supply Norway with ammunition if it is attacked.",
    ],
)
def test_goods_that_might_be_given_are_not_drawn(text: str) -> None:
    assert of_kind(drawn(text), "exchange") == []


def test_a_denied_gift_is_not_drawn() -> None:
    assert of_kind(drawn("Poland has not supplied Norway with ammunition."), "exchange") == []


def test_a_visit_goes_from_the_visitors_state() -> None:
    found = drawn("Polish President Andrzej Duda visited Norway on 3 May 2023.")
    assert of_kind(found, "visit") == [("Poland", "Norway", "visit", False)]


def test_a_house_is_no_actor() -> None:
    found = drawn("Polish President Andrzej Duda visited Willow House on 3 May 2023.")
    assert of_kind(found, "visit") == []

"""Which instrument lays a duty down, where the text also refers to another."""

import pytest

from foedus.model.claim import Predicate
from tests.read.frames_stage import actors, claims, only, said, shown

SIGNED = "Mali and Chad signed a treaty in Tokyo. "


@pytest.mark.parametrize(
    "text",
    [
        "It refers to the UN Charter. Under Article 3, the two must consult at once.",
        "It cites the Charter of the United Nations. Under Article 3, the two must consult.",
        "In line with the UN Charter it bans force. Article 3 says that they must consult.",
    ],
)
def test_an_article_is_of_the_treaty_not_of_what_it_refers_to(text: str) -> None:
    found = [c for c in claims(SIGNED + text) if c.predicate is Predicate.PROVISION]
    assert shown(found[-1])["instrument"] == ["treaty"]


@pytest.mark.parametrize(
    "text",
    [
        "Under the UN Charter, Mali may defend itself.",
        "Under international law, Mali must take them in.",
        "Under Article 51 of the UN Charter, Mali may defend itself.",
    ],
)
def test_what_binds_everybody_is_no_pact_of_the_report(text: str) -> None:
    assert [c for c in claims(text) if c.predicate is Predicate.PROVISION] == []


def test_a_text_that_says_what_each_must_do_names_its_bearers() -> None:
    text = SIGNED + "It says that each must help the other, in line with the UN Charter."
    claim = only(Predicate.PROVISION, text)
    assert shown(claim)["instrument"] == ["treaty"]
    assert actors(claim, "source") == ["MLI", "TCD"]


def test_the_text_of_a_treaty_is_no_voice() -> None:
    text = SIGNED + "According to the text, both will help each other."
    told = said(text, "the text", "both will help each other")
    assert only(Predicate.PROVISION, text, told).voice == ()

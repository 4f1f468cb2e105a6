"""Rights and uses that an agreement gives, leave to quit it, and "it" for what replaces another."""

import pytest

from foedus.model.claim import Predicate
from tests.read.frames_stage import claims, only, shown


@pytest.mark.parametrize(
    ("text", "term"),
    [
        (
            "The treaty gives Chad two thirds of the disputed waters.",
            "gives Chad two thirds of the disputed waters",
        ),
        (
            "The pact gives the French navy the use of two piers.",
            "gives the French navy the use of two piers",
        ),
        (
            "The treaty grants Ghanaian trawlers the right to fish there until 2040.",
            "grants Ghanaian trawlers the right to fish there until 2040",
        ),
        (
            "Mali and Chad signed a pact. Any party may leave it on a year's notice.",
            "Any party may leave it on a year's notice",
        ),
        (
            "Mali and Chad signed a pact. Either side may terminate it in May.",
            "Either side may terminate it in May",
        ),
    ],
)
def test_what_an_agreement_entitles_to_is_a_term(text: str, term: str) -> None:
    assert shown(only(Predicate.PROVISION, text))["provision"] == [term]


@pytest.mark.parametrize(
    "text",
    [
        "The treaty gives Chad hope.",
        "The pact gives the French navy a headache.",
        "The law gives Chad the use of two piers.",
        "The deal could give Chad control of the river.",
        "Mali and Chad signed a pact. Any party may win it.",
        "Mali has a coalition. Any party may leave it.",
    ],
)
def test_what_it_brings_or_what_another_gives_is_none(text: str) -> None:
    assert Predicate.PROVISION not in {c.predicate for c in claims(text)}


def test_it_replaces_the_older_one() -> None:
    text = "Mali and Chad signed a treaty. It replaces a 2009 pact that neither had ratified."
    found = shown(only(Predicate.AGREEMENT_REPLACED, text))
    assert (found["instrument"], found["predecessor"]) == (["treaty"], ["2009 pact"])


def test_it_of_a_machine_replaces_no_agreement() -> None:
    text = "Mali bought a pump. It replaces an older one."
    assert Predicate.AGREEMENT_REPLACED not in {c.predicate for c in claims(text)}

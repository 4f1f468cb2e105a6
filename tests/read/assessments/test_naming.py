"""By which words a reading tells of which instrument it is, where the text has several."""

import pytest

from tests.read.assessments.stage import assess, readings, words

NEWS = "Chile and Peru signed a defence pact in Lima on Friday.\nIt rained.\nCrowds sang.\n"


def last(text: str) -> str | None:
    return words(readings(assess(NEWS + text))[-1], "instrument")


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        (
            "Under a protocol signed in 1999, Peru lends ships. The protocol names no enemy.",
            "a protocol signed in 1999",
        ),
        (
            "They had agreed on an accord in 2009. The accord binds neither side to help.",
            "an accord in 2009",
        ),
        (
            "Ministers spoke of the charter of 1911. They ate. The charter is a promise to fight.",
            "the charter of 1911",
        ),
        (
            "Under a separate protocol, Peru lends ships. The protocol does not say who pays.",
            "a separate protocol",
        ),
        (
            "Peru has a naval pact with Bolivia. The pact is an alliance in all but name.",
            "a naval pact with Bolivia",
        ),
        (
            "The pact resembles the charter of 1911. The charter names no enemy. It binds both.",
            "the charter of 1911",
        ),
        (
            "The former charter was secret. Article 4 does not oblige Peru to fight.",
            "The former charter",
        ),
        ("A protocol signed in 1999 is longer.", "A protocol signed in 1999"),
    ],
)
def test_a_reading_of_another_instrument_names_it_as_the_text_does(
    text: str, instrument: str
) -> None:
    assert last(text) == instrument


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        ("The pact resembles the pact of 1911. The pact names no enemy.", "The pact"),
        ("Peru has a pact with Bolivia. The men met. The pact is a promise.", "The pact"),
        ("Peru made a pact with Chile. The pact is a promise.", "The pact"),
        (
            "A charter of 1911 was lost. The text of the pact names no enemy.",
            "The text of the pact",
        ),
        (
            "The charter of 1911 was lost. They ate. Article 4 does not oblige Peru to fight.",
            "Article 4",
        ),
        (
            "The pact, which replaces a 2008 accord, does not oblige either side to fight.",
            "The pact",
        ),
    ],
)
def test_a_reading_of_the_one_that_is_news_keeps_its_name(text: str, instrument: str) -> None:
    assert last(text) == instrument


def test_the_first_paragraphs_bring_the_one_that_is_news_also_with_its_year() -> None:
    text = "Chile and Peru made a pact signed in 2024.\nIt rained.\nThe pact is a promise."
    assert words(readings(assess(text))[-1], "instrument") == "The pact"


def test_a_clause_on_another_instrument_beside_it_dates_nothing() -> None:
    text = "The pact, which replaces a 2008 accord, made Chile a ward of Peru."
    assert readings(assess(NEWS + text)) == []

"""A body called by what it is, right behind its name, is that body."""

from datetime import date

import pytest

from tests.read.cast_of import cast_of, entity, said_of


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("NATO wants more money. The alliance said that it was poor.",
         "North Atlantic Treaty Organization", "The alliance"),
        ("The World Bank lent more.\nThe bank denied that it was in haste.", "World Bank",
         "The bank"),
        ("The Riverside Tribune reported it first. The newspaper said that it had the letter.",
         "Riverside Tribune", "The newspaper"),
    ],
)  # fmt: skip
def test_the_bare_noun_behind_a_name_is_the_body(text: str, name: str, said: str) -> None:
    assert said in said_of(cast_of(text), text, name)


@pytest.mark.parametrize(
    "text",
    [
        "The World Bank wrote to NATO. The organisation denied it.",
        "The World Bank lent more. Many were glad. The organisation denied it.",
        "The World Bank lent more. The Peruvian organisation denied it.",
        "The World Bank lent more. The newspaper denied it.",
        "The World Bank lent more. Ana Duarte of the Ports Union said the organisation denied it.",
        "Thousands wrote to the World Bank. The organisation denied it.",
    ],
)
def test_where_another_may_be_meant_the_noun_stays_open(text: str) -> None:
    assert said_of(cast_of(text), text, "World Bank") == ["World Bank"]


def test_a_name_that_ends_as_a_bodys_is_no_persons() -> None:
    cast = cast_of("Christian News Service reported that the pact was dead.")
    assert entity(cast, "Christian News Service").kind == "media"


def test_a_surname_with_an_apostrophe_is_led_to_its_bearer() -> None:
    text = "James O'Neill came late. O'Neill said that the road was closed."
    assert said_of(cast_of(text), text, "James O'Neill") == ["James O'Neill", "O'Neill"]


def test_a_word_that_opens_a_sentence_is_no_first_name_before_a_known_surname() -> None:
    text = "Anna Holm came late. Injecting Holm's name into the debate was his latest effort."
    assert said_of(cast_of(text), text, "Anna Holm") == ["Anna Holm", "Holm"]


def test_a_president_is_who_leads_the_state_and_no_relative_of_that_name() -> None:
    text = "Melania Trump left the United States. President Trump said that it was late."
    assert said_of(cast_of(text, date(2018, 5, 1)), text, "Donald Trump") == ["President Trump"]

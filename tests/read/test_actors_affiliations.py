"""The office or affiliation of a person, as the text gives it and where it gives it."""

from datetime import date

import pytest

from foedus.model.document import Span
from tests.read.cast_of import cast_of, entity


@pytest.mark.parametrize(
    ("text", "name", "given"),
    [
        (
            "Ana Duarte, director of the Harbour Institute in Lisbon, disagreed.",
            "Ana Duarte",
            "director of the Harbour Institute in Lisbon",
        ),
        (
            "The Norwegian foreign minister, Lars Hedlund, disagreed.",
            "Lars Hedlund",
            "Norwegian foreign minister",
        ),
        ("Ghanaian President Kofi Danso disagreed.", "Kofi Danso", "Ghanaian President"),
        (
            "Defence Ministry spokeswoman Ines Prado disagreed.",
            "Ines Prado",
            "Defence Ministry spokeswoman",
        ),
        ("Peter Voss of the World Bank disagreed.", "Peter Voss", "World Bank"),
        (
            "A spokesman for the Norwegian defence ministry, Lars Hedlund, disagreed.",
            "Lars Hedlund",
            "spokesman for the Norwegian defence ministry",
        ),
        ("Peter Voss, of the World Bank, disagreed.", "Peter Voss", "World Bank"),
        (
            "Ruth Adeyemi, who heads the Lagos Policy Centre, disagreed.",
            "Ruth Adeyemi",
            "heads the Lagos Policy Centre",
        ),
        (
            "Secretary of State Robert Calloway disagreed.",
            "Robert Calloway",
            "Secretary of State",
        ),
        ("Sen. Alice Brandt disagreed.", "Alice Brandt", "Sen."),
        ("Norway disagreed, said Lars Hedlund, its foreign minister.", "Lars Hedlund",
         "foreign minister"),
    ],
)  # fmt: skip
def test_the_office_is_given_in_the_words_of_the_text(text: str, name: str, given: str) -> None:
    assert [a.text for a in entity(cast_of(text), name).affiliations] == [given]


def test_an_affiliation_is_cut_from_the_text_at_its_span() -> None:
    text = "Ana Duarte, director of the Harbour Institute, disagreed."
    affiliation = entity(cast_of(text), "Ana Duarte").affiliations[0]
    assert affiliation.span.of(text) == affiliation.text


@pytest.mark.parametrize(
    "text", ["Dr Ana Duarte disagreed.", "Mr Lars Hedlund, 58, disagreed.", "Ana Duarte came home."]
)
def test_a_form_of_address_or_an_age_is_no_office(text: str) -> None:
    assert not any(e.affiliations for e in cast_of(text).entities)


def test_an_office_known_only_from_the_gazetteer_is_not_given_as_the_texts() -> None:
    assert not entity(cast_of("Angela Merkel disagreed."), "Angela Merkel").affiliations


def test_the_place_of_a_dispatch_is_no_part_of_the_title() -> None:
    cast = cast_of("ACCRA - President Kofi Danso left on Monday.")
    assert [a.text for a in entity(cast, "Kofi Danso").affiliations] == ["President"]


def test_the_office_says_state_and_sector() -> None:
    person = entity(cast_of("Ghanaian President Kofi Danso disagreed."), "Kofi Danso")
    assert (person.country, person.sector) == ("GHA", "GOV")


def test_an_apposition_is_a_mention_of_the_person() -> None:
    text = "Ana Duarte, director of the Harbour Institute, disagreed."
    cast = cast_of(text)
    mention = cast.at(Span(0, text.index(", disagreed")))
    assert mention and cast.entity_of(mention).name == "Ana Duarte"


def test_an_office_that_goes_on_as_the_subject_is_not_that_of_the_name_before_it() -> None:
    text = "After talks with Lars Hedlund, the Ghanaian President said that it was over."
    assert entity(cast_of(text), "Lars Hedlund").affiliations == ()


def test_an_office_that_goes_on_behind_the_subject_itself_is_its_own() -> None:
    text = "Lars Hedlund, the mayor of Bergen, said that it was over."
    assert [a.text for a in entity(cast_of(text), "Lars Hedlund").affiliations] == [
        "mayor of Bergen"
    ]


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("Chad's foreign minister, Idriss Tomal, disagreed.", "Idriss Tomal", "TCD"),
        ("He met his Norwegian counterpart, Lars Hedlund.", "Lars Hedlund", "NOR"),
        ("Lars Hedlund, his Norwegian colleague, disagreed.", "Lars Hedlund", "NOR"),
        ("Ambassador to Peru Lars Hedlund disagreed.", "Lars Hedlund", ""),
        ("Norwegian ambassador to Peru Lars Hedlund disagreed.", "Lars Hedlund", "NOR"),
        ("Nigerian Foreign Minister Emmanuel Macron disagreed.", "Emmanuel Macron", "NGA"),
        ("Former Nigerian minister Emmanuel Macron disagreed.", "Emmanuel Macron", "FRA"),
    ],
)
def test_the_state_is_the_one_that_the_text_gives_with_the_office(
    text: str, name: str, state: str
) -> None:
    assert entity(cast_of(text, date(2020, 5, 4)), name).country == state


def test_before_taking_office_nobody_stands_for_the_organisation() -> None:
    text = "Ursula von der Leyen disagreed."
    before, after = (
        entity(cast_of(text, day), "Ursula von der Leyen").country
        for day in (date(2012, 5, 4), date(2022, 5, 4))
    )
    assert (before, after) == ("DEU", "EUR")


def test_the_office_in_the_text_goes_before_the_sector_of_the_gazetteer() -> None:
    text = "Foreign Minister Augusto Santos Silva disagreed."
    assert entity(cast_of(text, date(2019, 5, 2)), "Augusto Santos Silva").sector == "GOV"


def parts(text: str) -> tuple[list[str], list[str]]:
    """The words that name an office, and those that name a body, of the first actor's."""
    (given,) = cast_of(text).entities[0].affiliations
    return [s.of(text) for s in given.office], [s.of(text) for s in given.body]


@pytest.mark.parametrize(
    ("text", "office", "body"),
    [
        ("Ana Duarte, Korea Chair at the Centre for Maritime Studies, disagreed.",
         ["Korea Chair"], ["Centre for Maritime Studies"]),
        ("Ana Duarte, a Russia expert at the World Bank, disagreed.",
         ["Russia expert"], ["World Bank"]),
        ("Ana Duarte, professor of law at Lund University, disagreed.",
         ["professor of law"], ["Lund University"]),
        ("Ana Duarte, a spokeswoman for the navy, disagreed.", ["spokeswoman"], ["navy"]),
        ("Ana Duarte, minister for trade and industry, disagreed.",
         ["minister for trade and industry"], []),
        ("Ana Duarte of the World Bank disagreed.", [], ["World Bank"]),
        ("Ana Duarte, who heads the Lagos Policy Centre, disagreed.",
         ["heads the Lagos Policy Centre"], ["Lagos Policy Centre"]),
        ("Ana Duarte, founder and director of the World Bank, disagreed.",
         ["founder and director"], ["World Bank"]),
        ("Ana Duarte, a fellow at the World Bank and a former envoy to Peru, disagreed.",
         ["fellow", "former envoy to Peru"], ["World Bank"]),
    ],
)  # fmt: skip
def test_the_office_and_the_body_that_it_is_of_are_told_apart(
    text: str, office: list[str], body: list[str]
) -> None:
    assert parts(text) == (office, body)


@pytest.mark.parametrize(
    ("text", "office", "body"),
    [
        ("Norway's foreign minister Lars Hedlund disagreed.", ["foreign minister"], ["Norway"]),
        ("Former Mexican Foreign Minister Lars Hedlund disagreed.",
         ["Former", "Foreign Minister"], ["Mexican"]),
        ("Secretary of State Lars Hedlund disagreed.", ["Secretary of State"], []),
    ],
)  # fmt: skip
def test_the_state_before_an_office_is_what_it_is_of(
    text: str, office: list[str], body: list[str]
) -> None:
    given = entity(cast_of(text), "Lars Hedlund").affiliations[0]
    assert [s.of(text) for s in given.office] == office
    assert [s.of(text) for s in given.body] == body


def test_the_daughter_of_a_nominee_is_no_nominee() -> None:
    text = "Ana Duarte, the Republican nominee's eldest daughter, spoke."
    assert "nominee" not in {a.text for a in entity(cast_of(text), "Ana Duarte").affiliations}

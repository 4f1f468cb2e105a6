"""Who and what a text names."""

from datetime import date

import pytest

from foedus.model.actor import ActorKind, MentionForm
from foedus.model.document import Span
from foedus.read.actors import find_actors
from foedus.read.sentences import parse, plain_reading
from tests.read.cast_of import cast_of, entity, said_of


def test_a_state_is_one_actor_by_name_demonym_and_seat() -> None:
    text = "Norway protested. Oslo recalled its envoy, and Norwegian ships turned back."
    assert said_of(cast_of(text), text, "Norway") == ["Norway", "Oslo", "Norwegian"]


def test_a_capital_where_something_happens_is_no_actor() -> None:
    text = "The talks were held in Oslo on Monday."
    assert not cast_of(text).mentions


def test_an_organisation_goes_by_its_acronym_too() -> None:
    text = "The Organization for Security and Co-operation in Europe met. The OSCE then adjourned."
    cast = cast_of(text)
    assert len([m for m in cast.mentions if cast.entity_of(m).actor == "org/osce"]) == 2


def test_an_unknown_organisation_is_known_again_by_the_acronym_in_brackets() -> None:
    text = "The Harbour Research Institute (HRI) published it. Later the HRI withdrew it."
    assert said_of(cast_of(text), text, "Harbour Research Institute")[-1] == "HRI"


def test_a_lower_case_word_is_no_acronym() -> None:
    assert not cast_of("He told us that who came first did not matter to us.").mentions


def test_a_square_named_after_a_person_is_no_person() -> None:
    text = "Crowds filled Kim Il Sung Square on Friday."
    assert all(e.kind is not ActorKind.PERSON for e in cast_of(text).entities)


def test_experts_are_a_group_that_the_text_only_describes() -> None:
    text = "Western experts doubted the figures."
    cast = cast_of(text)
    assert [(e.kind, cast.mentions[0].form) for e in cast.entities] == [
        (ActorKind.GROUP, MentionForm.DESCRIPTION)
    ]


def test_a_government_carries_the_id_of_its_state() -> None:
    cast = cast_of("The Danish government denied it.")
    assert entity(cast, "Danish government").actor == "DNK"


def test_a_ministry_belongs_to_the_state_that_the_phrase_names() -> None:
    cast = cast_of("Portugal's defence ministry confirmed the order.")
    assert [e.country for e in cast.entities if e.kind is ActorKind.ORGANISATION] == ["PRT"]


def test_the_guard_of_one_state_is_not_that_of_another() -> None:
    cast = cast_of("Kenya's National Guard was put on alert.")
    assert {e.country for e in cast.entities} == {"KEN"}


def test_a_mention_covers_the_title_and_the_name() -> None:
    text = "On Friday Dr Marta Lindqvist declined to comment."
    assert said_of(cast_of(text), text, "Marta Lindqvist") == ["Dr Marta Lindqvist"]


def test_the_actor_at_a_speaker_phrase_is_the_person_not_the_office() -> None:
    text = "White House economic adviser Paula Renn said no."
    cast = cast_of(text)
    mention = cast.at(Span(0, text.index(" said")))
    assert mention and cast.entity_of(mention).name == "Paula Renn"


def test_every_mention_slices_to_words_without_space_around_them() -> None:
    text = "“We wait,” said Ms Orla Finn of the World Bank. U.S.-EU talks, she added, go on."
    for mention in cast_of(text).mentions:
        words = mention.span.of(text)
        assert words and words == words.strip()


def test_a_name_that_the_gazetteer_knows_is_its_person() -> None:
    cast = cast_of("Emmanuel Macron arrived late.", date(2023, 5, 1))
    assert entity(cast, "Emmanuel Macron").country == "FRA"


def test_an_empty_text_has_no_cast() -> None:
    assert find_actors(parse(plain_reading(""))).entities == ()


def test_the_place_of_a_dispatch_is_no_part_of_the_name_after_the_dash() -> None:
    text = "LUSAKA - Zambia will halt its exports to Malawi, the minister said."
    assert said_of(cast_of(text), text, "Zambia") == ["Zambia"]


@pytest.mark.parametrize(
    "text",
    [
        "The Ankara agreement lapsed.",
        "The Ottawa process has failed.",
        "The Treaty of Oslo lapsed.",
        'He met the "Nairobi Five" on Monday.',
        "The Canberra Club met on Monday.",
        "They met for the Riga talks on Monday.",
    ],
)
def test_a_capital_in_the_name_of_something_else_is_no_state(text: str) -> None:
    assert not {e.country for e in cast_of(text).entities} & {
        "TUR",
        "CAN",
        "NOR",
        "KEN",
        "AUS",
        "LVA",
    }


def test_a_capital_that_acts_beside_an_agreement_stands_for_its_state() -> None:
    found = {e.country for e in cast_of("Canberra denounced the Ankara accords.").entities}
    assert found & {"AUS", "TUR"} == {"AUS"}


@pytest.mark.parametrize(
    ("text", "name", "last"),
    [
        ("Sir Owen Marsh spoke. Sir Owen was tired.", "Owen Marsh", "Sir Owen"),
        ("Leila Farah spoke. It is odd, Dr Farah said.", "Leila Farah", "Dr Farah"),
        ('Zhao Lijuan spoke. "Never," Zhao said.', "Zhao Lijuan", "Zhao"),
        ("Tom Bridge, a retired judge, said no.", "Tom Bridge", "retired judge"),
    ],
)
def test_a_person_is_found_by_title_first_name_or_family_name(
    text: str, name: str, last: str
) -> None:
    assert said_of(cast_of(text), text, name)[-1] == last

"""A ministry has one name, whatever the order of the words, and is its state's."""

import pytest

from foedus.model.actor import Entity
from tests.read.cast_of import cast_of


def ministries(text: str) -> list[Entity]:
    return [e for e in cast_of(text).entities if "inistry" in e.name]


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        ("China's Foreign Ministry", "The Foreign Ministry of China", "Chinese Foreign Ministry"),
        ("The Chinese ministry of foreign affairs", "China's foreign ministry",
         "Chinese Foreign Ministry"),
        ("Peru's Defense Ministry", "The Peruvian Ministry of Defence",
         "Peruvian Defence Ministry"),
        ("Chad's Ministry of Foreign Affairs", "The Chadian Foreign Ministry",
         "Chadian Foreign Ministry"),
        ("The foreign ministry in Lima", "The Foreign Ministry of Peru",
         "Peruvian Foreign Ministry"),
        ("The Ministry of Defence of the United Arab Emirates", "The Emirati defence ministry",
         "Emirati Defence Ministry"),
    ],
)  # fmt: skip
def test_one_ministry_has_one_name(one: str, other: str, name: str) -> None:
    found = ministries(f"{one} said that the pact was dead.\n{other} said that it was late.")
    assert [e.name for e in found] == [name]


def test_two_states_have_two_ministries() -> None:
    text = "Russia's Foreign Ministry said no. Norway's Foreign Ministry said yes."
    found = {(e.name, e.country) for e in ministries(text)}
    assert found == {("Russian Foreign Ministry", "RUS"), ("Norwegian Foreign Ministry", "NOR")}


def test_two_ministries_of_a_state_are_two() -> None:
    text = "Norway's foreign ministry said no. Norway's defence ministry said yes."
    assert len(ministries(text)) == 2


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The Norwegian Foreign Ministry spoke.\nA week passed.\nShips came.\nThe Foreign Ministry "
         "said that it was over.", "NOR"),
        ("Norway's Foreign Ministry said no. Peru's Foreign Ministry said yes.\nA week passed.\n"
         "Ships came.\nThe Foreign Ministry said that it was over.", ""),
        ("The Foreign Ministry said that it was over.", ""),
    ],
)  # fmt: skip
def test_a_ministry_without_an_owner_is_that_of_the_one_that_is_named(
    text: str, country: str
) -> None:
    assert ministries(text)[-1].country == country


def test_a_state_of_a_shared_adjective_is_named_in_full() -> None:
    text = "The foreign ministry of the Republic of the Congo said that it was late."
    assert [e.name for e in ministries(text)] == ["Foreign Ministry of Republic of the Congo"]


def test_a_ministry_named_before_its_owner_stays_open() -> None:
    text = "The Foreign Ministry said that it was over. The French foreign ministry wept."
    assert [e.country for e in ministries(text)] == ["", "FRA"]

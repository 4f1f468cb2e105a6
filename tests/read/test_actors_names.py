"""One person under a longer and a shorter name."""

import pytest

from foedus.model.actor import ActorKind
from tests.read.cast_of import cast_of


def people(text: str) -> list[str]:
    return [e.name for e in cast_of(text).entities if e.kind is ActorKind.PERSON]


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Abdoulkader Houssein Omar said no. Later Houssein Omar said yes.",
        "Houssein Omar said no. Later the foreign minister, Abdoulkader Houssein Omar, said yes.",
        "General Abdoulkader Houssein Omar said no. Gen. Houssein Omar left.",
    ],
)
def test_a_name_without_its_first_word_is_the_same_persons(text: str) -> None:
    assert people(text) == ["Abdoulkader Houssein Omar"]


@pytest.mark.parametrize(
    "text",
    [
        "Judge Carlos Alberto Ruiz said no. The singer was paid. President Alberto Ruiz said yes.",
        "Carlos Alberto Ruiz met Alberto Ruiz in Lima.",
        "Maria Alberto Ruiz said no. Mr Alberto Ruiz said yes.",
        "Carlos Alberto Ruiz said no. Alberto Sosa Ruiz said yes.",
    ],
)
def test_two_of_like_names_stay_two(text: str) -> None:
    assert len(people(text)) == 2


def test_a_name_begins_with_its_first_word_though_the_parser_lacks_it() -> None:
    text = "Abdoulkader Houssein Omar, the foreign minister of Djibouti, denied it."
    assert people(text) == ["Abdoulkader Houssein Omar"]


@pytest.mark.parametrize("before", ["Yesterday", "Minister", "Police", "Reuters", "Harbour Bridge"])
def test_no_other_word_before_a_name_is_part_of_it(before: str) -> None:
    assert people(f"{before} Peter Holm said that the port was shut.")[:1] == ["Peter Holm"]

"""An actor string and the country and sector that it is coded with."""

import pytest

from foedus.model.errors import InputError
from foedus.read.actors import annotate_actors


def coded(actor: str, context: str = "", day: str = "") -> tuple[str, str]:
    (row,) = annotate_actors([{"id": 1, "actor": actor, "context": context, "date": day}])
    return row["country"], row["role"]


@pytest.mark.parametrize(
    ("actor", "country", "role"),
    [
        ("Portugal", "PRT", ""),
        ("Lisbon", "PRT", "GOV"),
        ("two Peruvian policemen", "PER", "COP"),
        ("Filipino rebel commanders", "PHL", "REB"),
        ("Denmark's finance ministry", "DNK", "GOV"),
        ("a former Bolivian minister", "BOL", "ELI"),
        ("striking miners in Zambia", "ZMB", "LAB"),
        ("the ambassador of Chile to Japan", "CHL", "GOV"),
        ("Kenya's high court", "KEN", "JUD"),
        ("students of the University of Ghana", "GHA", "EDU"),
        ("an Austrian newspaper", "AUT", "JRN"),
        ("members of the Swedish parliament", "SWE", "LEG"),
        ("World Health Organization", "IGO", "IGO"),
        ("Syrian refugees", "SYR", "REF"),
    ],
)
def test_the_words_of_an_actor_give_its_country_and_sector(
    actor: str, country: str, role: str
) -> None:
    assert coded(actor) == (country, role)


@pytest.mark.parametrize("actor", ["fifty farmers", "Zzyzxq", "a bus driver", "Kurds"])
def test_where_nothing_says_the_country_it_stays_open(actor: str) -> None:
    assert coded(actor)[0] == ""


def test_the_context_decides_where_the_name_does_not() -> None:
    assert coded("the National Guard", "Tunisia")[0] == "TUN"


def test_a_surname_that_is_also_a_city_says_no_country() -> None:
    assert coded("Senator Ivo Toledo")[0] == ""


def test_a_backer_is_not_the_home_of_the_backed() -> None:
    assert coded("Iranian-backed fighters in Iraq")[0] == "IRQ"


def test_an_office_ends_with_its_day() -> None:
    assert coded("Angela Merkel", day="2015-06-01") == ("DEU", "GOV")
    assert coded("Angela Merkel", day="2023-06-01") == ("DEU", "ELI")


def test_a_text_gives_its_mentions_with_their_offsets() -> None:
    text = "\n  Ghanaian President Kofi Danso arrived.\n\nHe left on Friday."
    (row,) = annotate_actors([{"id": 7, "text": text}])
    assert row["id"] == 7
    assert [m["text"] for m in row["mentions"]] == [
        text[m["start"] : m["end"]] for m in row["mentions"]
    ]
    assert row["mentions"][-1]["entity"] == "Kofi Danso"


def test_a_row_without_actor_or_text_is_refused_by_number() -> None:
    with pytest.raises(InputError, match="row 2"):
        list(annotate_actors([{"actor": "Peru"}, {"id": 2}]))


@pytest.mark.parametrize(
    ("actor", "country"),
    [("Afganistan", "AFG"), ("the Phillippines", "PHL"), ("Uzbeksitan's army", "UZB")],
)
def test_a_long_name_may_be_misspelt_by_a_letter(actor: str, country: str) -> None:
    assert coded(actor)[0] == country


@pytest.mark.parametrize("actor", ["Chadd", "Mal", "afganistan", "Ausrtia", "Albanistan"])
def test_a_short_name_or_another_word_is_no_misspelling(actor: str) -> None:
    assert coded(actor)[0] == ""

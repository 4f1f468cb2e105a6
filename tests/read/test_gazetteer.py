"""What the gazetteer answers, and how it refuses a record that is wrong."""

import doctest
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from foedus.model.errors import LibraryError
from foedus.read.gazetteer import Form, Gazetteer, Sense, normal

ATLANTIS = """
id = "ATL"
kind = "state"
name = "Atlantis"
since = "1950"
capital = "Poseidonis"
demonyms = ["Atlantean", "Atlanteans"]
names = [{ name = "Old Atlantis", also = ["Isle of Atlas"], until = "1970" }]
bodies = [{ name = "Conclave", sector = "LEG" }]
ambiguous = ["Conclave"]

[[office]]
title = "Archon"
role = "head of government"
aliases = ["Atlantean leader"]

[[office.holder]]
name = "Cleito Euenor"
also = ["Kleito Euenor"]
gender = "female"
since = "1999-05"
until = "2004-06-01"

[[office.holder]]
name = "Gadeirus Euenor"
gender = "male"
since = "2004-06-01"
"""

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes one record into a folder of the user's own, and names the folder."""

    def to_folder(text: str) -> Path:
        (tmp_path / "ATL.toml").write_text(text, encoding="utf-8")
        return tmp_path

    return to_folder


@pytest.fixture
def atlas(write: Write) -> Gazetteer:
    """The library with the invented state of Atlantis on top."""
    return Gazetteer.load([write(ATLANTIS)])


@pytest.fixture(scope="session")
def library() -> Gazetteer:
    """The library as it is shipped."""
    return Gazetteer.load()


def actors(senses: list[Sense]) -> set[str]:
    return {sense.actor for sense in senses}


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("the Kremlin’s", "kremlin"),
        ("U.S.", "us"),
        ("Côte d’Ivoire", "cote divoire"),
        ("Cote d'Ivoire", "cote divoire"),
        ("Kim Jong-un", "kim jong un"),
        ("Sana'a", "sanaa"),
        ("Ankara  ", "ankara"),
    ],
)
def test_names_are_compared_without_marks_case_and_article(written: str, compared: str) -> None:
    assert normal(written) == compared


def test_a_curly_apostrophe_does_not_move_a_state(library: Gazetteer) -> None:
    assert actors(library.lookup("Democratic People’s Republic of Korea")) == {"PRK"}


def test_a_seat_of_government_names_its_state(library: Gazetteer) -> None:
    sense = library.lookup("the Kremlin")[0]
    assert (sense.actor, sense.form) == ("RUS", Form.METONYM)


def test_without_a_day_the_state_that_exists_comes_first(library: Gazetteer) -> None:
    assert library.lookup("Moscow")[0].actor == "RUS"


def test_with_a_day_only_states_that_existed_are_meant(library: Gazetteer) -> None:
    assert actors(library.lookup("Moscow", date(1985, 3, 1))) == {"SUN"}


def test_a_name_before_independence_keeps_its_country(library: Gazetteer) -> None:
    assert actors(library.lookup("Oran", date(1955, 1, 1))) == {"DZA"}


def test_a_name_of_several_things_says_so(library: Gazetteer) -> None:
    senses = library.lookup("Georgia")
    assert {"GEO", "USA"} <= actors(senses) and all(sense.ambiguous for sense in senses)


def test_a_body_brings_its_sector(library: Gazetteer) -> None:
    assert [(s.actor, s.sector) for s in library.lookup("Bundestag")] == [("DEU", "LEG")]


def test_a_short_name_in_capitals_wants_capitals(library: Gazetteer) -> None:
    sense = library.lookup("US")[0]
    assert sense.fits("US") and not sense.fits("us")


def test_a_demonym_wants_its_capital_letter(library: Gazetteer) -> None:
    sense = library.lookup("Polish")[0]
    assert sense.fits("Polish") and not sense.fits("polish")


def test_an_unknown_name_means_nothing(library: Gazetteer) -> None:
    assert library.lookup("Ruritania") == []


@pytest.mark.parametrize(
    ("state", "role", "on", "holder"),
    [
        ("GBR", "head of government", date(2019, 8, 1), "Boris Johnson"),
        ("RUS", "head of state", date(2010, 1, 1), "Dmitry Medvedev"),
        ("USA", "head of state", date(2021, 1, 21), "Joe Biden"),
        ("USA", "head of government", date(2021, 1, 21), "Joe Biden"),
        ("PRK", "supreme leader", date(2024, 6, 19), "Kim Jong-un"),
        ("JPN", "head of government", date(2011, 3, 11), "Naoto Kan"),
        ("DEU", "foreign minister", date(2015, 7, 14), "Frank-Walter Steinmeier"),
    ],
)
def test_who_held_the_office_on_a_day(
    library: Gazetteer, state: str, role: str, on: date, holder: str
) -> None:
    assert [held.name for held in library.holders(state, role, on)] == [holder]


def test_on_the_day_of_a_handover_both_are_named(atlas: Gazetteer) -> None:
    held = atlas.holders("ATL", "head of government", date(2004, 6, 1))
    assert [holder.name for holder in held] == ["Cleito Euenor", "Gadeirus Euenor"]


def test_a_date_of_a_month_covers_the_month(atlas: Gazetteer) -> None:
    assert atlas.holders("ATL", "head of government", date(1999, 5, 1))
    assert not atlas.holders("ATL", "head of government", date(1999, 4, 30))


def test_a_person_is_one_over_offices(library: Gazetteer) -> None:
    titles = {office.title for office, _ in library.offices_of("person/vladimir-putin")}
    assert {"President", "Prime Minister"} <= titles


def test_the_offices_of_a_person_on_a_day(library: Gazetteer) -> None:
    held = library.offices_of("person/jens-stoltenberg", date(2010, 1, 1))
    assert [(office.record, office.title) for office, _ in held] == [("NOR", "Prime Minister")]


def test_a_spelling_of_a_person_is_the_person(atlas: Gazetteer) -> None:
    assert actors(atlas.lookup("Kleito Euenor")) == {"person/cleito-euenor"}


def test_a_surname_alone_is_not_enough(atlas: Gazetteer) -> None:
    senses = atlas.lookup("Euenor")
    assert len(senses) == 2
    assert all(sense.form is Form.SURNAME and sense.ambiguous for sense in senses)


def test_all_names_can_be_walked(atlas: Gazetteer) -> None:
    names = dict(atlas.names())
    assert names["isle of atlas"][0].actor == "ATL"


def test_a_folder_of_the_user_overrides_a_record(write: Write) -> None:
    own = ATLANTIS.replace('"ATL"', '"FRA"').replace('"Atlantis"', '"Gaul"')
    assert Gazetteer.load([write(own)]).records["FRA"].name == "Gaul"


def test_a_folder_of_the_user_extends_a_record(write: Write) -> None:
    own = 'id = "FRA"\nextends = true\nkind = "state"\ndemonyms = ["Gaul"]\n'
    gazetteer = Gazetteer.load([write(own)])
    assert actors(gazetteer.lookup("Gaul")) == actors(gazetteer.lookup("Frenchman")) == {"FRA"}


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        (
            'capital = "P',
            'captial = "P',
            "no field of it. Did you mean 'capital'",
        ),
        ('kind = "state"', 'kind = "sate"', "`kind` names 'sate'"),
        ('since = "1950"', "since = 1950", "`since` must be a text, not 1950"),
        ('since = "1950"', 'since = "1950-13"', "`since` must be a date"),
        ('since = "1950"', 'since = "1950-02-30"', "`since` must be a date"),
        ('sector = "LEG"', 'sector = "LAW"', "bodies 1: `sector` names 'LAW'"),
        ('role = "head of government"', 'role = "head of goverment"', "'head of government'?"),
        ('until = "2004-06-01"', 'until = "1998"', "`until` (1998) lies before `since` (1999-05)"),
        ('ambiguous = ["Conclave"]', 'ambiguous = ["Enclave"]', "Did you mean 'Conclave'?"),
        ('gender = "female"', 'gender = "woman"', "`gender` names 'woman'"),
        ('name = "Atlantis"', 'name = ""', "`name` is missing or empty"),
        ('demonyms = ["Atlantean", "Atlanteans"]', "demonyms = [1]", "a table is needed here"),
        ('id = "ATL"', "", "`id` is missing"),
        ('id = "ATL"', "id = ATL", "this is not TOML"),
    ],
)
def test_a_wrong_record_is_refused_with_file_and_field(
    write: Write, right: str, wrong: str, said: str
) -> None:
    with pytest.raises(LibraryError) as caught:
        Gazetteer.load([write(ATLANTIS.replace(right, wrong, 1))])
    assert "ATL.toml" in str(caught.value) and said in str(caught.value)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="no such folder"):
        Gazetteer.load([tmp_path / "nowhere"])


def test_extending_what_is_not_there_is_refused(write: Write) -> None:
    with pytest.raises(LibraryError, match="which no earlier folder holds"):
        Gazetteer.load([write('id = "ATL"\nextends = true\nkind = "state"\n')])


def test_the_examples_of_the_guide_hold() -> None:
    guide = Path(__file__).parents[2] / "docs" / "gazetteer.md"
    assert doctest.testfile(str(guide), module_relative=False).failed == 0

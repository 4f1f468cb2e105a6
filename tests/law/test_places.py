"""Places as data: who holds a place on a day, where it lies, and how every mistake is named."""

import json
from datetime import date
from pathlib import Path

import pytest

from foedus.law import library
from foedus.law.format import format_record
from foedus.law.places import (
    FOLDER,
    administered_by,
    areas_of,
    controlled_by,
    holder_on,
    load_place,
    place_of,
    places,
    read_place,
)
from foedus.model.errors import LibraryError
from foedus.model.term import Held
from foedus.model.term import Place as PlaceRecord
from foedus.model.treaty import PartialDate

SHIPPED = sorted(FOLDER.glob("*.toml"))

GOOD = """id = "far-rock"
names = ["Far Rock", "Île du Roc"]
status = "unverified"
latitude = "12.50"
longitude = "-40.00"
areas = ["wide-sea"]
controlled = [
  { actor = "XAA", since = "1900-01-01", until = "1950" },
  { actor = "XBB", since = "1950" },
]
"""
SEA = 'id = "wide-sea"\nnames = ["Wide Sea"]\nstatus = "unverified"\n'


def name(path: Path) -> str:
    return path.stem


def place(called: str) -> PlaceRecord:
    found = place_of(called)
    assert found is not None, called
    return found


def folder_with(folder: Path, *texts: str) -> Path:
    for text in texts:
        id_ = text.split('"')[1]
        (folder / f"{id_}.toml").write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("path", SHIPPED, ids=name)
def test_a_place_is_byte_for_byte_what_the_formatter_writes(path: Path) -> None:
    assert format_record(load_place(path)).encode() == path.read_bytes()


@pytest.mark.parametrize(
    "called",
    ["reunion", "Réunion", "REUNION", "la reunion", "nagorno karabakh", "the Falkland Islands"],
)
def test_a_place_is_found_whatever_its_case_and_accents(called: str) -> None:
    assert place_of(called) is not None


def test_a_place_that_nobody_has_recorded_is_none() -> None:
    assert place_of("Far Rock") is None


@pytest.mark.parametrize(
    ("day", "who"),
    [
        (date(1899, 12, 31), ()),
        (date(1900, 1, 1), ("XAA",)),
        (date(1949, 12, 31), ("XAA",)),
        (date(1950, 6, 1), ("XAA", "XBB")),
        (date(1951, 1, 1), ("XBB",)),
    ],
)
def test_who_holds_a_place_turns_on_the_day(day: date, who: tuple[str, ...]) -> None:
    assert holder_on(read_place(GOOD, "places/far-rock.toml").controlled, day) == who


def test_a_holder_is_gone_on_the_day_named_as_the_end() -> None:
    held = (Held("XAA", until=PartialDate("1982-04-02")),)
    assert holder_on(held, date(1982, 4, 1)) == ("XAA",)
    assert holder_on(held, date(1982, 4, 2)) == ()


def test_the_falklands_were_held_by_argentina_in_may_1982() -> None:
    assert controlled_by(place("Falklands"), date(1982, 5, 1)) == ("ARG",)
    assert controlled_by(place("Falklands"), date(1983, 5, 1)) == ("GBR",)


def test_the_senkakus_went_back_to_japanese_administration() -> None:
    senkaku = place("Senkaku Islands")
    assert administered_by(senkaku, date(1960, 6, 23)) == ("USA",)
    assert administered_by(senkaku, date(2026, 6, 1)) == ("JPN",)
    assert senkaku.recognised == ()


def test_karabakh_was_azerbaijani_by_law_and_held_by_others() -> None:
    karabakh = place("Nagorno-Karabakh")
    assert holder_on(karabakh.recognised, date(2020, 9, 27)) == ("AZE",)
    assert controlled_by(karabakh, date(2020, 9, 27)) == ("NKR",)


def test_where_nothing_else_is_recorded_the_owner_administers_and_controls() -> None:
    assert administered_by(place("Gotland"), date(2024, 3, 7)) == ("SWE",)
    assert controlled_by(place("Gotland"), date(2024, 3, 7)) == ("SWE",)


def test_seoul_is_administered_by_the_south_today_and_was_held_by_the_north_in_1950() -> None:
    assert administered_by(place("Seoul"), date(2026, 6, 1)) == ("KOR",)
    assert controlled_by(place("Seoul"), date(1950, 7, 15)) == ("PRK",)


@pytest.mark.parametrize(
    ("called", "area", "inside"),
    [
        ("New York", "north-america", True),
        ("Falkland Islands", "north-atlantic-area", False),
        ("Falkland Islands", "rio-region", True),
        ("Azores", "north-atlantic-area", True),
        ("Algerian departments of France", "north-atlantic-area", True),
        ("Hawaii", "north-america", False),
        ("Guam", "pacific-area", True),
        ("Ceuta", "europe", False),
        ("Puerto Rico", "north-atlantic-area", False),
        ("French Guiana", "europe", False),
        ("Taiwan", "taiwan", True),
        ("Quemoy", "taiwan", False),
        ("Hong Kong", "manila-treaty-area", False),
        ("Belgrade", "europe", True),
        ("Diego Garcia", "pacific-area", False),
    ],
)
def test_a_place_lies_in_the_areas_of_the_treaties(called: str, area: str, inside: bool) -> None:
    assert (area in areas_of(place(called))) is inside


def test_an_area_that_lies_around_a_place_holds_it_too(tmp_path: Path) -> None:
    cove = SEA.replace("wide-sea", "cove").replace("Wide Sea", "Cove") + 'within = "far-rock"\n'
    folder = folder_with(tmp_path, GOOD, SEA, cove)
    assert areas_of(places(folder)["cove"], folder) == {"cove", "far-rock", "wide-sea"}


def test_the_border_of_syunik_was_not_delimited_and_that_of_kursk_was() -> None:
    assert "border-not-delimited" in place("Syunik").facts
    assert "border-not-delimited" not in place("Kursk").facts


def test_the_areas_that_treaties_name_are_places() -> None:
    named = {area for t in library().treaties for c in t.clauses for area in c.scope}
    assert {area for area in named if not area.startswith("territory-")} <= set(places())


def test_who_holds_a_place_is_somebody_in_the_gazetteer() -> None:
    known = {path.stem for path in (FOLDER.parent / "actors").glob("*/*.toml")}
    held = [
        held.actor
        for record in places().values()
        for held in (
            *record.recognised, *record.controlled, *record.administered, *record.claimed
        )
    ]  # fmt: skip
    assert set(held) <= known


def test_a_record_of_control_that_begins_goes_on_to_this_day() -> None:
    """Nobody is recorded for Gaza since 2005, and for lands that are several states' today."""
    day = date(2026, 1, 1)
    ended = {
        record.id
        for record in places().values()
        for helds in (record.controlled, record.administered)
        if helds and not holder_on(helds, day)
    }
    assert ended == {"bessarabia", "czechoslovakia", "gaza", "poland-eastern-provinces"}


@pytest.mark.shared
def test_the_places_of_the_questions_are_known(shared: Path) -> None:
    lines = (shared / "casus" / "dev.jsonl").read_text("utf-8").splitlines()
    events = [event for line in lines for event in json.loads(line)["scenario"]["events"]]
    named = {event["place"] for event in events if event.get("place")}
    assert named
    assert {called for called in named if place_of(called) is None} == set()


def test_the_good_example_is_good() -> None:
    assert format_record(read_place(GOOD, "places/far-rock.toml")) == GOOD


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("far-rock", "Far Rock"), "`id` has 'Far Rock'; it must be written like"),
        (("latitude", "lattitude"), "unknown field `lattitude`. Did you mean 'latitude'?"),
        (("12.50", "95.00"), "`latitude` has '95.00'; write degrees to 90"),
        (("12.50", "12.5"), "`latitude` has '12.5'; write degrees"),
        (('longitude = "-40.00"\n', ""), "`latitude` and `longitude` go together"),
        (('"XBB"', '"Xbb"'), "`controlled` has 'Xbb'; it must be an id such as RUS"),
        (('"unverified"', '"verified"'), "`status` verified and a `source` go together"),
        (("until = \"1950\"", 'until = "1850"'), "`controlled` by XAA ends before it begins"),
        (("1900-01-01", "1900-13-01"), "`since`: '1900-13-01' is no date"),
        (
            ('["wide-sea"]', '["wide-sea"]\nfacts = ["border-not-delimitted"]'),
            "`facts` has no fact 'border-not-delimitted'. Did you mean 'border-not-delimited'?",
        ),
        (('["Far Rock", "Île du Roc"]', "[]"), "`names` is empty"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_place(change: tuple[str, str], problem: str) -> None:
    wrong = GOOD.replace(*change)
    assert wrong != GOOD
    with pytest.raises(LibraryError) as caught:
        read_place(wrong, "places/far-rock.toml")
    assert str(caught.value).startswith("places/far-rock.toml")
    assert problem in str(caught.value)


def test_an_area_that_is_not_recorded_is_named_with_the_nearest(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, GOOD.replace('["wide-sea"]', '["wide-see"]'), SEA)
    with pytest.raises(LibraryError, match=r"`areas` names 'wide-see'\. Did you mean 'wide-sea'"):
        places(folder)


def test_a_place_cannot_lie_within_itself(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, GOOD, SEA + 'within = "wide-sea"\n')
    with pytest.raises(LibraryError, match="`within` leads from wide-sea back to wide-sea"):
        places(folder)


def test_a_name_may_not_stand_for_two_places(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, GOOD, SEA.replace("Wide Sea", "ile du roc"))
    with pytest.raises(LibraryError, match="stands for far-rock already"):
        place_of("Far Rock", folder)


def test_the_file_is_named_after_the_place(tmp_path: Path) -> None:
    (tmp_path / "rock.toml").write_text(GOOD, "utf-8")
    with pytest.raises(LibraryError, match=r"so the file must be far-rock\.toml"):
        load_place(tmp_path / "rock.toml")

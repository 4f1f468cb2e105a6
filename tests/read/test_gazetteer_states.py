"""The shipped records of states: complete, sane in their dates, in the one layout."""

import tomllib
from collections.abc import Iterator
from importlib import resources
from itertools import combinations

import pytest

from foedus.model.actor import ActorKind
from foedus.read.gazetteer import Form, Gazetteer, Office, Record, format_record
from foedus.read.gazetteer.canonical import table_of
from foedus.read.gazetteer.records import earliest, latest

FOLDER = resources.files("foedus") / "data" / "actors" / "states"
FILES = sorted(entry.name for entry in FOLDER.iterdir() if entry.name.endswith(".toml"))
LEADERS = ("head of state", "head of government", "supreme leader")

MOST_IN_THE_NEWS = """
USA RUS CHN GBR FRA DEU UKR PRK KOR JPN IND PAK IRN IRQ ISR SAU TUR EGY SYR LBN JOR YEM ARE QAT
KWT OMN BHR AFG POL ITA ESP NLD BEL SWE FIN NOR DNK EST LVA LTU HUN CZE SVK ROU BGR GRC SRB BLR
GEO ARM AZE KAZ CAN MEX BRA ARG VEN CUB COL AUS NZL PHL VNM THA MMR IDN MYS SGP NGA ETH SDN LBY
ZAF KEN COD RWA
""".split()  # fmt: skip


def states() -> list[Record]:
    return [r for r in Gazetteer.load().records.values() if r.kind is ActorKind.STATE]


def offices() -> Iterator[tuple[Record, Office]]:
    for record in states():
        for office in record.offices:
            yield record, office


@pytest.mark.parametrize("file", FILES)
def test_a_file_is_what_the_formatter_writes(file: str) -> None:
    text = (FOLDER / file).read_text("utf-8")
    assert format_record(tomllib.loads(text)) == text


@pytest.mark.parametrize("file", FILES)
def test_the_fast_reader_reads_what_toml_says(file: str) -> None:
    text = (FOLDER / file).read_text("utf-8")
    assert table_of(text) == tomllib.loads(text)


@pytest.mark.parametrize("file", FILES)
def test_a_file_is_named_for_its_record(file: str) -> None:
    assert tomllib.loads((FOLDER / file).read_text("utf-8"))["id"] == file.removesuffix(".toml")


def test_every_state_has_a_demonym() -> None:
    assert [r.id for r in states() if Form.DEMONYM not in {name.form for name in r.names}] == []


def test_every_state_has_a_capital_but_the_one_that_has_none() -> None:
    assert [r.id for r in states() if not r.capital] == ["ATA"]


def test_every_state_of_today_has_its_iso_code_but_the_disputed_ones() -> None:
    without = {r.id for r in states() if not r.until and not r.code("iso2")}
    assert without == {"ABK", "PMR", "SML", "SOT", "TRNC"}


@pytest.mark.parametrize("scheme", ["iso2", "cow", "gw"])
def test_no_two_states_share_a_code_at_one_time(scheme: str) -> None:
    def together(one: Record, other: Record) -> bool:
        last = min(latest(one.until), latest(other.until))
        return (last - max(earliest(one.since), earliest(other.since))).days > 1

    coded = [r for r in states() if r.code(scheme)]
    clashes = [
        (one.id, other.id)
        for one, other in combinations(coded, 2)
        if one.code(scheme) == other.code(scheme) and together(one, other)
    ]
    assert clashes == []


def test_the_states_most_in_the_news_have_leaders() -> None:
    records = Gazetteer.load().records
    led = {r.id for r, office in offices() if office.holders and any(map(office.is_a, LEADERS))}
    assert [s for s in MOST_IN_THE_NEWS if s not in led] == []
    assert [s for s in MOST_IN_THE_NEWS if not records[s].as_of] == []


def test_holders_stand_in_the_order_of_their_dates() -> None:
    unordered = [
        (record.id, office.title)
        for record, office in offices()
        if (dates := [h.since for h in office.holders]) != sorted(dates)
    ]
    assert unordered == []


def test_no_two_leaders_overlap_by_more_than_a_day() -> None:
    clashes = []
    for record, office in offices():
        if not any(map(office.is_a, LEADERS)):
            continue
        firm = [h for h in office.holders if not h.acting and not h.uncertain]
        for one, other in combinations(firm, 2):
            surely = (earliest(one.until) if one.until else latest("")) - latest(other.since)
            if surely.days > 1:
                clashes.append((record.id, office.title, one.name, other.name))
    assert clashes == []


def test_only_the_last_holder_of_leading_offices_is_open() -> None:
    clashes = [
        (record.id, office.title, holder.name)
        for record, office in offices()
        if any(map(office.is_a, LEADERS))
        for holder in [h for h in office.holders if not h.acting][:-1]
        if not holder.until
    ]
    assert clashes == []


def test_every_holder_has_a_source_a_gender_and_a_date() -> None:
    gazetteer = Gazetteer.load()
    lacking = [
        (record.id, holder.name)
        for record, office in offices()
        for holder in office.holders
        if not (holder.source and holder.since and gazetteer.persons[holder.person].gender)
    ]
    assert lacking == []


def test_a_surname_is_part_of_a_name() -> None:
    gazetteer = Gazetteer.load()
    stray = [
        person.id
        for record in states()
        for person in record.persons
        if not any(person.surname in name for name in (person.name, *person.also))
    ]
    assert stray == [] and gazetteer.persons


def test_no_name_holds_a_mark_that_no_name_has() -> None:
    names = [text for person in Gazetteer.load().persons.values()
             for text in (person.name, *person.also)]  # fmt: skip
    assert [text for text in names if set(text) & set("~|;{}[]")] == []

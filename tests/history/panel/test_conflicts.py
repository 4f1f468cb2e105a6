"""Disputes, wars and the years of peace between them."""

from pathlib import Path

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.history import dyad_years, state_years
from foedus.history.panel.peace import with_spells
from foedus.history.panel.units import dyad_years as dyads
from foedus.model.errors import InputError
from tests.history.panel.tables import Row, baseline, dispute
from tests.history.panel.test_sources import row


def whole(number: int, **given: int) -> Row:
    names = ("styear", "stmon", "outcome", "settle", "fatality", "mindur", "maxdur", "hiact")
    plain = {**dict.fromkeys(names, 1), "hostlev": 3, "recip": 0, "styear": 1901}
    return {"dispnum": number, **plain, **given}


def test_of_several_disputes_in_a_year_an_onset_stands_before_what_goes_on(tmp_path: Path) -> None:
    rows = [
        *dispute(1, 301, 302, 1901, disponset=0, hostlev1=5),
        *dispute(2, 301, 302, 1901, hostlev1=3, sidea1=1),
    ]
    told = row(dyad_years(baseline(tmp_path, mid=rows)).with_disputes(), 301, 302, 1901)
    assert (told["dispnum"], told["cowmidongoing"], told["cowmidonset"]) == (2, 1, 1)
    assert (told["sidea1"], told["sidea2"], told["hostlev1"]) == (1, 0, 3)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"fatality": 2}, {"hostlev": 5, "fatality": 1}),
        ({"hostlev": 5}, {"hostlev": 4, "mindur": 99}),
        ({"mindur": 9}, {"mindur": 8, "recip": 1}),
        ({"recip": 1}, {"recip": 0, "stmon": 1}),
        ({"stmon": 2, "recip": 0}, {"stmon": 6, "recip": 0}),
    ],
)
def test_of_several_onsets_the_graver_stands(
    first: dict[str, int], second: dict[str, int], tmp_path: Path
) -> None:
    rows = [*dispute(1, 301, 302, 1901), *dispute(2, 301, 302, 1901)]
    disputes = [whole(1, **second), whole(2, **first)]
    world = baseline(tmp_path, mid=rows, mid_disputes=disputes)
    told = row(dyad_years(world).with_disputes(), 301, 302, 1901)
    assert told["dispnum"] == 2


def test_two_that_are_alike_are_told_apart_by_their_number(tmp_path: Path) -> None:
    rows = [*dispute(4, 301, 302, 1901), *dispute(3, 301, 302, 1901)]
    world = baseline(tmp_path, mid=rows, mid_disputes=[whole(4), whole(3)])
    assert row(dyad_years(world).with_disputes(), 302, 301, 1901)["dispnum"] == 3


def test_a_year_without_a_dispute_is_one_and_a_year_beyond_the_source_is_not(
    tmp_path: Path,
) -> None:
    panel = dyad_years(baseline(tmp_path, mid=dispute(1, 301, 302, 1903))).with_disputes()
    assert row(panel, 301, 302, 1901)["cowmidongoing"] == 0
    assert row(panel, 301, 302, 1905)["cowmidongoing"] is None


def test_of_one_state_its_disputes_are_counted_each_once(tmp_path: Path) -> None:
    rows = [
        *dispute(1, 301, 302, 1901), *dispute(1, 301, 11, 1901),
        *dispute(2, 301, 11, 1901, disponset=0),
    ]  # fmt: skip
    told = row(state_years(baseline(tmp_path, mid=rows)).with_disputes(), 301, 1901)
    assert told == {"cowmidongoing": 2, "cowmidonset": 1}


def took_part(number: int, state: int, side: int, start: str, end: str) -> Row:
    """A row of COW's participants of disputes; the day "1901-05--9" is one that is not known."""
    parts: dict[str, object] = {}
    for edge, told in (("st", start), ("end", end)):
        year, month, day = told.split("-", 2)
        parts |= {f"{edge}year": year, f"{edge}mon": month, f"{edge}day": day}
    own = {"sidea": side, "hiact": 7, "orig": 1, "hostlev": 3, "fatality": 0}
    return {"dispnum": number, "ccode": state, **parts, **own}


def test_the_owners_participants_make_dyads_of_those_on_different_sides(tmp_path: Path) -> None:
    rows = [
        took_part(1, 301, 1, "1901-12-03", "1902-02-01"),
        took_part(1, 302, 0, "1901-12-03", "1902-02-01"),
        took_part(1, 11, 0, "1902-01--9", "1902-01--9"),
        took_part(1, 801, 0, "1904-01-01", "1904-01-02"),
    ]
    panel = dyad_years(baseline(tmp_path, midb=rows)).with_disputes()
    begun, later = row(panel, 301, 302, 1901), row(panel, 302, 301, 1902)
    assert (begun["cowmidonset"], begun["sidea1"], begun["sidea2"]) == (1, 1, 0)
    assert (later["cowmidongoing"], later["cowmidonset"], later["hostlev1"]) == (1, 0, 3)
    assert row(panel, 301, 11, 1902)["cowmidonset"] == 1
    assert row(panel, 302, 11, 1902)["cowmidongoing"] == 0, "they stood on one side"
    assert row(panel, 301, 801, 1904)["cowmidongoing"] == 0, "they missed each other"


def test_both_lists_of_disputes_stand_beside_each_other(tmp_path: Path) -> None:
    own = dispute(1, 301, 302, 1901)
    names = {"dispongoing": "midongoing", "disponset": "midonset"}
    other = [{names.get(k, k): v for k, v in one.items()} for one in own]
    world = baseline(tmp_path, mid=own, gml=[{**one, "dispnum": 9} for one in other])
    told = row(dyad_years(world).with_disputes().with_disputes("gml"), 301, 302, 1901)
    assert (told["dispnum"], told["gml_dispnum"], told["gmlmidonset"]) == (1, 9, 1)


def test_a_list_of_disputes_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no disputes 'icb'; one of: cow, gml"):
        dyad_years(baseline(tmp_path)).with_disputes("icb")


def participant(war: int, state: int, side: int, start: str, end: str, **given: int) -> Row:
    """A row of COW's inter-state wars; the day "1901-05-?" is one that is not known."""
    parts: dict[str, object] = {}
    for spell in "12":
        for edge, told in (("start", start), ("end", end)):
            year, month, day = told.split("-") if spell == "1" else ("-8", "-8", "-8")
            named = {f"{edge}year{spell}": year, f"{edge}month{spell}": month}
            parts |= {**named, f"{edge}day{spell}": day if day != "?" else "-9"}
    own = {"wherefought": 2, "initiator": 2, "outcome": 1, "batdeath": -9, **given}
    return {"warnum": war, "warname": "w", "ccode": state, "side": side, **parts, **own}


def test_two_are_at_war_who_fight_on_two_sides_on_one_day(tmp_path: Path) -> None:
    rows = [
        participant(1, 301, 1, "1901-05-03", "1903-02-01", initiator=1, batdeath=500),
        participant(1, 302, 2, "1901-05-03", "1902-06-30"),
        participant(1, 11, 2, "1902-07-01", "1903-02-01"),
    ]
    world = baseline(tmp_path, wars=rows)
    panel = dyad_years(world).with_wars()
    begun = row(panel, 301, 302, 1901)
    assert (begun["cowinterongoing"], begun["cowinteronset"], begun["warnum"]) == (1, 1, 1)
    assert (begun["initiator1"], begun["batdeath1"], begun["batdeath2"]) == (1, 500, None)
    assert row(panel, 301, 302, 1902)["cowinteronset"] == 0
    assert row(panel, 301, 302, 1903)["cowinterongoing"] == 0
    assert row(panel, 302, 11, 1902)["cowinterongoing"] == 0, "they fought on one side"
    assert row(panel, 301, 11, 1902)["cowinteronset"] == 1
    assert row(state_years(world).with_wars(), 301, 1902) == {
        "cowinterongoing": 1, "cowinteronset": 0,
    }  # fmt: skip


def test_a_day_that_is_not_known_is_any_day_of_its_month(tmp_path: Path) -> None:
    rows = [
        participant(1, 301, 1, "1901-05-?", "1901-08-20"),
        participant(1, 302, 2, "1901-05-01", "1901-05-?"),
    ]
    panel = dyad_years(baseline(tmp_path, wars=rows)).with_wars()
    assert row(panel, 301, 302, 1901)["cowinterongoing"] == 1


def test_years_of_peace_are_counted_to_the_dispute_and_anew_after_it(tmp_path: Path) -> None:
    rows = [*dispute(1, 301, 11, 1902), *dispute(2, 301, 11, 1903), *dispute(3, 301, 302, 1908)]
    panel = dyad_years(baseline(tmp_path, mid=rows)).with_disputes().with_spells()
    frame = panel.collect()
    told = frame.filter(pl.col("ccode1") == 301, pl.col("ccode2") == 11)["cowmidspell"].to_list()
    assert told == [0, 1, 2, 0, 0, 1, 2, 3, 4]


def test_a_state_that_comes_back_begins_anew(tmp_path: Path) -> None:
    panel = dyad_years(baseline(tmp_path, mid=dispute(1, 11, 301, 1910))).with_disputes()
    frame = panel.with_spells().collect()
    told = frame.filter(pl.col("ccode1") == 301, pl.col("ccode2") == 302)["cowmidspell"].to_list()
    assert told == [0, 1, 2, 3, 0, 1, 2, 3, 4, 5]


def test_beyond_the_source_the_years_of_peace_are_not_known(tmp_path: Path) -> None:
    panel = dyad_years(baseline(tmp_path, mid=dispute(1, 11, 301, 1903))).with_disputes()
    assert row(panel.with_spells(), 301, 302, 1905)["cowmidspell"] is None


def test_without_a_conflict_there_is_no_peace_to_count(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no conflict to count years of peace from"):
        with_spells(dyads(baseline(tmp_path)))


@given(st.lists(st.sampled_from([0, 1]), min_size=1, max_size=30))
def test_the_count_is_the_rows_since_the_last_conflict(events: list[int]) -> None:
    from foedus.history.panel.peace import years_before

    begins = np.array([True] + [False] * (len(events) - 1))
    found = years_before(pl.Series(events, dtype=pl.Int8), begins).tolist()
    expected, count = [], 0
    for event in events:
        expected.append(count)
        count = 0 if event else count + 1
    assert found == expected

"""The rows of a panel: who shared a day with whom, in whose numbers, and how far the list goes."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from foedus.history import dyad_days, dyad_years, leader_years, state_years
from foedus.model.errors import InputError
from tests.history.panel.tables import STATES, baseline

GW = [
    {"gwcode": 340, "gw_abb": "SER", "gw_name": "S", "start": "1900-01-01", "end": "1910-12-31"},
    {"gwcode": 711, "gw_abb": "TBT", "gw_name": "T", "start": "1900-01-01", "end": "1910-12-31"},
]
SERBIA = {"ccode": 345, "cw_abb": "YUG", "cw_name": "Y", "start": "1900-01-01", "end": "1910-12-31"}
LEADERS = [
    {
        "obsid": "S-1", "gwcode": 340, "leadid": "x", "leader": "One", "yrborn": 1850,
        "gender": "F",
        "startdate": "1901-05-01", "enddate": "1903-02-01", "entry": "Regular", "exit": "Regular",
    },
    {
        "obsid": "T-1", "gwcode": 711, "leadid": "y", "leader": "Two", "yrborn": "", "gender": "M",
        "startdate": "1899-05-01", "enddate": "1901-02-01", "entry": "Regular", "exit": "Regular",
    },
]  # fmt: skip


@pytest.fixture
def world(tmp_path: Path) -> Path:
    return baseline(tmp_path)


def years(frame: pl.DataFrame, one: int, two: int) -> list[int]:
    return frame.filter(pl.col("ccode1") == one, pl.col("ccode2") == two)["year"].to_list()


def test_a_pair_has_a_row_for_each_year_in_which_the_two_shared_a_day(world: Path) -> None:
    frame = dyad_years(world).collect()
    assert years(frame, 301, 302) == [1900, 1901, 1902, 1903, *range(1905, 1911)]


def test_two_that_missed_each_other_by_a_day_are_no_pair_in_that_year(world: Path) -> None:
    frame = dyad_years(world).collect()
    assert years(frame, 302, 801) == list(range(1905, 1911))


def test_the_rows_are_in_order_of_states_and_year_and_each_stands_once(world: Path) -> None:
    frame = dyad_years(world).collect()
    keys = ["ccode1", "ccode2", "year"]
    assert frame.rows() == frame.sort(keys).unique(keys, maintain_order=True).rows()


def test_an_undirected_pair_stands_once_the_lower_number_first(world: Path) -> None:
    both, once = dyad_years(world).collect(), dyad_years(world, directed=False).collect()
    assert both.height == 2 * once.height
    assert once.filter(pl.col("ccode1") > pl.col("ccode2")).is_empty()


def test_the_last_members_count_on_after_the_list_ends_and_the_panel_says_so(world: Path) -> None:
    panel = dyad_years(world, 1910, 1912)
    assert years(panel.collect(), 301, 801) == [1910, 1911, 1912]
    assert years(panel.collect(), 301, 11) == []
    assert "ends on 1910-12-31" in panel.notes[0]
    assert "counts as one to the end of 1912" in panel.notes[0]


def test_within_the_list_there_is_nothing_to_say(world: Path) -> None:
    assert dyad_years(world, 1900, 1910).notes == ()


def test_states_are_those_of_the_first_side_and_of_either_side_of_an_undirected_pair(
    world: Path,
) -> None:
    directed = dyad_years(world, 1901, 1901, states=[302]).collect()
    assert directed.rows() == [(302, 11, 1901), (302, 301, 1901)]
    once = dyad_years(world, 1901, 1901, states=[302], directed=False).collect()
    assert once.rows() == [(11, 302, 1901), (301, 302, 1901)]


def test_a_state_that_is_none_is_named(world: Path) -> None:
    with pytest.raises(InputError, match="has no state 999; name the number of one"):
        dyad_years(world, states=[999])


def test_years_that_run_backwards_are_refused(world: Path) -> None:
    with pytest.raises(InputError, match="1905 to 1901 run backwards"):
        state_years(world, 1905, 1901)


def test_a_baseline_without_a_list_of_states_says_what_to_import(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no table 'gw-states' in it \(Gleditsch and Ward's"):
        dyad_years(baseline(tmp_path), codes="gw")


def test_a_list_that_nobody_keeps_is_refused(world: Path) -> None:
    with pytest.raises(InputError, match="no list of states 'iso'; one of: cow, gw"):
        dyad_years(world, codes="iso")


def test_a_state_has_a_row_for_each_year_with_a_day_of_membership(world: Path) -> None:
    frame = state_years(world, states=[302]).collect()
    assert frame["year"].to_list() == [1900, 1901, 1902, 1903, *range(1905, 1911)]
    assert frame.columns == ["ccode", "year"]


def test_the_owners_own_list_gives_the_same_rows(tmp_path: Path, world: Path) -> None:
    def parts(edge: str, day: str) -> dict[str, int]:
        year, month, number = map(int, day.split("-"))
        short = "st" if edge == "start" else "end"
        return {f"{short}year": year, f"{short}month": month, f"{short}day": number}

    own = [
        {
            "stateabb": s["cw_abb"], "ccode": s["ccode"], "statenme": s["cw_name"],
            **parts("start", str(s["start"])), **parts("end", str(s["end"])), "version": 2016,
        }
        for s in STATES
    ]  # fmt: skip
    other = baseline(tmp_path / "own", states=own)
    assert dyad_years(other).collect().equals(dyad_years(world).collect())


def test_days_are_those_that_two_states_shared(world: Path) -> None:
    panel = dyad_days(world, date(1903, 6, 29), date(1903, 7, 2), states=[302])
    days = panel.collect().filter(pl.col("ccode2") == 301)["day"].to_list()
    assert days == [date(1903, 6, 29), date(1903, 6, 30)]


def test_days_before_1970_are_days_too(world: Path) -> None:
    frame = dyad_days(world, date(1900, 12, 31), date(1901, 1, 1), states=[301]).collect()
    assert frame.filter(pl.col("ccode2") == 302)["year"].to_list() == [1900, 1901]


def test_days_that_run_backwards_are_refused(world: Path) -> None:
    with pytest.raises(InputError, match="run backwards"):
        dyad_days(world, date(1903, 7, 2), date(1903, 7, 1))


def test_in_numbers_of_gleditsch_and_ward_the_numbers_of_cow_stand_beside(tmp_path: Path) -> None:
    world = baseline(tmp_path, states=[*STATES, SERBIA], gw=GW)
    frame = dyad_years(world, 1901, 1901, codes="gw").with_cow_codes().collect()
    assert frame.columns == ["gwcode1", "gwcode2", "year", "ccode1", "ccode2"]
    assert frame.rows() == [(340, 711, 1901, 345, None), (711, 340, 1901, None, 345)]


def test_a_leader_has_a_row_for_each_year_with_a_day_in_office(tmp_path: Path) -> None:
    world = baseline(tmp_path, states=[*STATES, SERBIA], gw=GW, leaders=LEADERS)
    frame = leader_years(world, 1900).collect()
    told = frame.select("leader", "ccode", "year", "yrinoffice", "leaderage").rows()
    assert told == [
        ("One", 345, 1901, 1, 51),
        ("One", 345, 1902, 2, 52),
        ("One", 345, 1903, 3, 53),
        ("Two", None, 1900, 2, None),
        ("Two", None, 1901, 3, None),
    ]

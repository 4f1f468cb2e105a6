"""The columns of each other source: what no row means, what a mark means, where the source ends."""

from pathlib import Path

import polars as pl
import pytest

from foedus.history import Panel, dyad_years, state_years
from foedus.model.errors import InputError
from tests.history.panel.tables import Row, baseline, capability


def row(panel: Panel, *keys: int) -> dict[str, object]:
    """The row with these keys, which stand first in it."""
    frame = panel.collect()
    names = frame.columns[: len(keys)]
    (found,) = frame.filter(pl.col(n) == k for n, k in zip(names, keys, strict=True)).to_dicts()
    return {name: value for name, value in found.items() if name not in names}


def spell(**given: object) -> Row:
    return {"begin": 190101, "end": 190312, **given}


def test_capabilities_stand_for_each_side(tmp_path: Path) -> None:
    rows = [capability(301, 1901, 0.2), capability(302, 1901, 0.05)]
    panel = dyad_years(baseline(tmp_path, nmc=rows)).with_capabilities()
    told = row(panel, 301, 302, 1901)
    assert (told["cinc1"], told["cinc2"], told["milex1"]) == (0.2, 0.05, None)


def test_the_capability_ratio_is_the_weaker_over_the_stronger(tmp_path: Path) -> None:
    rows = [capability(301, 1901, 0.2), capability(302, 1901, 0.05), capability(11, 1901, "")]
    panel = dyad_years(baseline(tmp_path, nmc=rows)).with_capability_ratio()
    assert row(panel, 301, 302, 1901)["capratio"] == row(panel, 302, 301, 1901)["capratio"] == 0.25
    assert row(panel, 301, 11, 1901)["capratio"] is None


def test_a_figure_marked_as_not_known_is_missing(tmp_path: Path) -> None:
    world = baseline(tmp_path, nmc=[capability(301, 1901, -9)])
    assert row(state_years(world).with_capabilities(), 301, 1901)["cinc"] is None


def test_a_major_power_is_one_in_every_year_of_its_spell(tmp_path: Path) -> None:
    spells = {
        "ccode": 301, "styear": 1902, "stmonth": 8, "stday": 13,
        "endyear": 1904, "endmonth": 1, "endday": 2,
    }  # fmt: skip
    panel = dyad_years(baseline(tmp_path, majors=[spells]), 1900, 1906).with_majors()
    told = {year: row(panel, 301, 11, year)["cowmaj1"] for year in (1901, 1902, 1904, 1905)}
    assert told == {1901: 0, 1902: 1, 1904: 1, 1905: None}
    assert row(panel, 301, 11, 1902)["cowmaj2"] == 0


def test_contiguity_holds_both_ways_and_the_nearest_type_stands(tmp_path: Path) -> None:
    rows = [
        spell(statelno=301, statehno=302, conttype=4),
        spell(statelno=301, statehno=302, conttype=1, begin=190206),
        spell(statelno=11, statehno=301, conttype=5, end=191012),
    ]
    world = baseline(tmp_path, contiguity=rows)
    panel = dyad_years(world).with_contiguity()
    assert row(panel, 302, 301, 1901)["conttype"] == 4
    assert row(panel, 301, 302, 1902)["conttype"] == 1
    assert row(panel, 301, 302, 1905)["conttype"] == 0
    assert row(state_years(world).with_contiguity(), 301, 1902) == {"land": 1, "sea": 1}


def test_trade_turns_round_with_the_pair_and_what_is_not_told_is_not_known(tmp_path: Path) -> None:
    rows = [
        {"ccode1": 301, "ccode2": 302, "year": 1901, "flow1": 5, "flow2": -9},
        {"ccode1": 11, "ccode2": 301, "year": 1901, "flow1": 2, "flow2": 3},
    ]
    world = baseline(tmp_path, trade=rows)
    panel = dyad_years(world).with_trade()
    assert row(panel, 302, 301, 1901) == {"flow1": None, "flow2": 5.0}
    assert row(panel, 301, 302, 1902) == {"flow1": None, "flow2": None}
    assert row(state_years(world).with_trade(), 301, 1901) == {"imports": 8.0, "exports": 2.0}
    assert row(state_years(world).with_trade(), 302, 1901) == {"imports": None, "exports": 5.0}


def test_organisations_are_shared_both_ways(tmp_path: Path) -> None:
    shared = [{"ccode1": 301, "ccode2": 302, "year": 1901, "dyadigos": 3}]
    sums = dict.fromkeys(("full", "associate", "observer", "anytype"), 7)
    own = [{"ccode": 301, "year": 1901, **{f"sum_igo_{k}": v for k, v in sums.items()}}]
    world = baseline(tmp_path, shared=shared, own=own)
    assert row(dyad_years(world).with_igos(), 302, 301, 1901) == {"dyadigos": 3}
    assert row(dyad_years(world).with_igos(), 302, 301, 1902) == {"dyadigos": None}
    assert row(state_years(world).with_igos(), 301, 1901)["sum_igo_full"] == 7


def test_the_distance_is_that_of_the_capitals_at_the_end_of_the_year(tmp_path: Path) -> None:
    def capital(state: int, since: str, until: str, lat: float, lng: float) -> Row:
        named = {"ccode": state, "statenme": "x", "capital": "y", "stdate": since, "enddate": until}
        return {**named, "lat": lat, "lng": lng}

    rows = [
        capital(301, "1900-01-01", "1902-05-05", 0, 0),
        capital(301, "1902-05-06", "1910-12-31", 0, 90),
        capital(302, "1900-01-01", "1910-12-31", 90, 0),
        capital(11, "1900-01-01", "1910-12-31", 0, 180),
    ]
    panel = dyad_years(baseline(tmp_path, capitals=rows)).with_distance()
    quarter = 6371.0088 * 3.141592653589793 / 2
    assert row(panel, 301, 302, 1901)["capdist"] == pytest.approx(quarter)
    assert row(panel, 301, 11, 1901)["capdist"] == pytest.approx(2 * quarter)
    assert row(panel, 301, 11, 1902)["capdist"] == pytest.approx(quarter)
    assert row(panel, 301, 801, 1904)["capdist"] is None
    assert "lat1" not in panel.collect().columns


def test_a_distance_is_one_of_two(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no distance for state-years; there are some for dyad"):
        state_years(baseline(tmp_path)).with_distance()


def test_a_rivalry_stands_in_all_its_years_with_its_kinds(tmp_path: Path) -> None:
    marks = {"positional": 1, "spatial": "", "ideological": "", "interventionary": 1}
    rows = [
        {"tssr_id": 7, "rivalry": "A-B", "ccode1": 301, "ccode2": 302, "start": 1890, "end": 1902},
        {"tssr_id": 8, "rivalry": "A-D", "ccode1": 11, "ccode2": 301, "start": 1902, "end": 1905},
    ]
    world = baseline(tmp_path, rivalries=[{**one, **marks} for one in rows])
    panel = dyad_years(world).with_rivalry()
    told = row(panel, 302, 301, 1902)
    assert (told["ongoingrivalry"], told["tssr_id"], told["spatial"]) == (1, 7, 0)
    assert row(panel, 302, 301, 1903)["ongoingrivalry"] == 0
    assert row(panel, 302, 301, 1906)["ongoingrivalry"] is None
    assert row(state_years(world).with_rivalry(), 301, 1902)["ongoingrivalry"] == 2


def test_democracy_stands_for_each_side(tmp_path: Path) -> None:
    rows = [{"ccode": 301, "year": 1901, "polity2": -7, "v2x_polyarchy": "0.25"}]
    told = row(dyad_years(baseline(tmp_path, polity=rows)).with_democracy(), 302, 301, 1901)
    assert told == {
        "polity21": None, "v2x_polyarchy1": None, "polity22": -7.0, "v2x_polyarchy2": 0.25,
    }  # fmt: skip


def test_ideal_points_are_found_by_the_short_names_of_states(tmp_path: Path) -> None:
    def point(short: str, year: int, value: float) -> Row:
        named = {"Year": year, "CountryAbb": short, "CountryName": f"{short}{year}"}
        return {**named, "idealpoint": value}

    # the list of states ends in 1910, so that its last members vote in 1946
    rows = [point("XAA", 1946, 1.5), point("XBB", 1946, -0.5), point("ZZZ", 1946, 0)]
    panel = dyad_years(baseline(tmp_path, points=rows), 1946, 1947).with_ideal_points()
    told = row(panel, 301, 302, 1946)
    assert told == {"idealpoint1": 1.5, "idealpoint2": -0.5, "absidealdiff": 2.0}
    assert row(panel, 301, 302, 1947)["absidealdiff"] is None


def test_sanctions_go_from_the_sender_to_the_target(tmp_path: Path) -> None:
    def case(number: int, sender: object, target: int, since: int, until: int) -> Row:
        years = {"startyear": since, "sancstartyear": since, "endyear": until}
        sides = {"primarysender": sender, "sender1": sender, "targetstate": target}
        return {"caseid": number, **years, **sides, "finaloutcome": ""}

    rows = [
        case(1, 301, 302, 1950, 1952),
        case(2, 302, 801, 1953, 3000),
        case(3, "", 801, 1953, 1954),
    ]
    world = baseline(tmp_path, ties=rows)
    panel = dyad_years(world, 1946, 1960).with_sanctions()
    assert row(panel, 301, 302, 1950) == {"sanctionongoing": 1, "sanctiononset": 1}
    assert row(panel, 301, 302, 1951) == {"sanctionongoing": 1, "sanctiononset": 0}
    assert row(panel, 302, 301, 1951) == {"sanctionongoing": 0, "sanctiononset": 0}
    assert row(panel, 302, 801, 1953)["sanctionongoing"] == 1
    assert row(panel, 302, 801, 1954)["sanctionongoing"] is None
    once = dyad_years(world, 1946, 1960, directed=False).with_sanctions()
    assert row(once, 301, 302, 1951)["sanctionongoing"] == 1

"""On the real tables: the rows that peacesciencer has, and ATOP's own totals, year by year."""

import csv
import gzip
from collections import Counter
from pathlib import Path

import polars as pl
import pytest

from foedus.history import alliance_differences, dyad_years, import_tables, state_years
from foedus.history.panel.tables import FLAGS

pytestmark = pytest.mark.shared
FILES = (
    "cow_system_dates.csv.gz",
    "cow_states_2016.csv.gz",
    "atop_5_1_directed_dyad_year.csv.gz",
    "atop_4_01_member_level.csv.gz",
    "cow_nmc_7_0.csv.gz",
    "cow_mid_5_0_directed_dyadic_dispute_year.csv.gz",
    "cow_mid_5_0_disputes.csv.gz",
)


@pytest.fixture(scope="module")
def world(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("baseline")
    done = import_tables([shared / "alliances" / name for name in FILES], folder)
    assert done.failed == ()
    return folder


def test_there_are_as_many_directed_dyad_years_as_the_peer_has(world: Path) -> None:
    assert dyad_years(world, 1816, 2025).collect().height == 2_252_760


def test_there_are_as_many_undirected_dyad_years_as_the_peer_has(world: Path) -> None:
    assert dyad_years(world, 1816, 2014, directed=False).collect().height == 918_315


def test_there_is_a_state_year_for_each_row_of_the_capabilities(world: Path) -> None:
    years = state_years(world, 1816, 2022).with_capabilities().collect()
    assert years.height == 17_121
    assert years["tpop"].null_count() < years.height


def test_atop_s_promises_add_up_to_those_of_its_own_file_in_every_year(
    world: Path, shared: Path
) -> None:
    frame = dyad_years(world, 1816, 2018).with_alliances().collect()
    members = set(frame.select("ccode1", "ccode2", "year").iter_rows())
    own: Counter[tuple[int, str]] = Counter()
    with gzip.open(shared / "alliances" / FILES[2], "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if (int(row["ccode1"]), int(row["ccode2"]), int(row["year"])) in members:
                own.update((int(row["year"]), flag) for flag in FLAGS if row[flag] == "1")
    sums = frame.group_by("year").agg(pl.col(flag).cast(pl.Int64).sum() for flag in FLAGS)
    found = {(row["year"], flag): row[flag] for row in sums.iter_rows(named=True) for flag in FLAGS}
    assert {key: count for key, count in found.items() if count} == dict(own)


def test_the_member_level_has_nearly_all_promises_of_the_dyad_years(world: Path) -> None:
    told = alliance_differences(world)
    for row in told.iter_rows(named=True):
        assert row["only_dyad_year"] + row["only_member"] < 0.06 * row["both"]


def test_every_dispute_of_two_members_is_in_the_panel(world: Path, shared: Path) -> None:
    frame = dyad_years(world, 1816, 2014).with_disputes().collect()
    members = set(frame.select("ccode1", "ccode2", "year").iter_rows())
    with gzip.open(shared / "alliances" / FILES[5], "rt", encoding="utf-8") as file:
        rows = [
            tuple(int(r[k]) for k in ("ccode1", "ccode2", "year")) for r in csv.DictReader(file)
        ]
    assert frame["cowmidongoing"].sum() == len(members & set(rows))

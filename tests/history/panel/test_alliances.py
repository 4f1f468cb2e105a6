"""Promises in a panel: by year and by day, missing beyond the source, with the treaties behind."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from foedus.history import (
    Panel,
    alliance_differences,
    allies,
    dyad_days,
    dyad_years,
    member_spells,
    state_years,
)
from foedus.model.errors import InputError
from tests.history.panel.tables import ALLIANCES, MEMBERS, baseline


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return baseline(tmp_path_factory.mktemp("world"), alliances=ALLIANCES, members=MEMBERS)


def cell(panel: Panel, column: str, *keys: int) -> object:
    """The cell of the row with these keys, which stand first in it."""
    frame = panel.collect()
    names = frame.columns[: len(keys)]
    found = frame.filter(pl.col(n) == k for n, k in zip(names, keys, strict=True))
    return found[column].item()


def test_a_promise_is_the_first_state_s_to_the_second(world: Path) -> None:
    panel = dyad_years(world).with_alliances()
    assert cell(panel, "atop_defense", 301, 302, 1901) == 1
    assert cell(panel, "atop_defense", 302, 301, 1901) == 0


def test_a_pair_without_a_treaty_promises_nothing(world: Path) -> None:
    assert cell(dyad_years(world).with_alliances(), "atop_consul", 301, 302, 1905) == 0


def test_after_the_source_ends_a_promise_is_missing_and_not_none(world: Path) -> None:
    panel = dyad_years(world).with_alliances()
    assert cell(panel, "atop_neutral", 301, 302, 1909) is None
    assert any("tells to 1908; missing after" in note for note in panel.notes)


def test_in_an_undirected_pair_the_promise_of_either_stands(world: Path) -> None:
    panel = dyad_years(world, directed=False).with_alliances()
    assert cell(panel, "atop_defense", 301, 302, 1901) == 1
    assert cell(panel, "atop_consul", 301, 302, 1901) == 1


def test_of_one_state_the_partners_are_counted(world: Path) -> None:
    panel = state_years(world).with_alliances()
    assert cell(panel, "atop_defense", 301, 1901) == 1
    assert cell(panel, "atop_defense", 11, 1901) == 0


def test_the_treaties_behind_a_row_are_named(world: Path) -> None:
    frame = dyad_years(world).with_alliances(treaties=True).collect()
    behind = {row[:3]: row[-1] for row in frame.iter_rows()}
    assert behind[301, 302, 1902] == [9001]
    assert behind[11, 801, 1908] == [9002]
    assert behind[301, 302, 1905] == []


def test_where_the_two_files_of_atop_differ_is_counted(world: Path) -> None:
    told = {row["promise"]: row for row in alliance_differences(world).iter_rows(named=True)}
    # the member level has 302's promise to consult in 1902 too, and 801's of non-aggression
    assert told["atop_consul"] == {
        "promise": "atop_consul", "both": 1, "only_dyad_year": 0, "only_member": 1,
    }  # fmt: skip
    assert told["atop_neutral"]["only_dyad_year"] == 1
    panel = dyad_years(world).with_alliances(treaties=True)
    assert any("atop_consul 0 and 1" in note for note in panel.notes)


def test_by_the_day_a_promise_begins_and_ends_on_its_day(world: Path) -> None:
    days = dyad_days(world, date(1901, 3, 4), date(1902, 6, 10), states=[301])
    frame = days.with_alliances(treaties=True).collect().filter(pl.col("ccode2") == 302)
    bound = frame.filter(pl.col("atop_defense") == 1)["day"]
    assert (bound.min(), bound.max()) == (date(1901, 3, 5), date(1902, 6, 9))
    assert frame["atop_ids"].to_list()[0] == []
    assert frame["atop_ids"].to_list()[1] == [9001]


def test_the_days_of_an_undirected_pair_have_the_promises_of_either(world: Path) -> None:
    days = dyad_days(world, date(1901, 5, 1), date(1901, 5, 1), directed=False)
    frame = days.with_alliances().collect().filter(pl.col("ccode2") == 302)
    assert frame.filter(pl.col("ccode1") == 301).select("atop_defense", "atop_consul").rows() == [
        (1, 1)
    ]


def test_an_entry_of_which_only_the_year_is_coded_is_marked_as_not_exact(world: Path) -> None:
    spells = member_spells(world).filter(pl.col("atopid") == 9002)
    assert spells["start"].to_list() == [date(1904, 1, 1)] * 2
    assert spells["exact"].to_list() == [False, False]
    assert spells["end"].to_list() == [None, None]


def test_the_allies_of_a_state_are_those_that_promise_it_something(world: Path) -> None:
    assert allies(world, 302, 1901)["ccode1"].to_list() == [301]
    assert allies(world, 302, 1905).is_empty()


def test_allies_of_a_year_that_nobody_coded_are_unknown_and_not_none(world: Path) -> None:
    with pytest.raises(InputError, match="tells of 1815 to 1908, and not of 1909"):
        allies(world, 302, 1909)


def test_a_panel_without_the_table_says_what_to_import(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no table 'atop-dyad-year' in it"):
        dyad_years(baseline(tmp_path)).with_alliances()


def test_one_source_is_asked_for_once(world: Path) -> None:
    panel = dyad_years(world).with_alliances()
    with pytest.raises(InputError, match="has a column 'atop_defense' already"):
        panel.with_alliances()


def test_a_column_that_no_source_has_is_named_with_those_there_are(world: Path) -> None:
    with pytest.raises(InputError, match="no columns 'weather' for a panel; one of: alliances, "):
        dyad_years(world).with_columns_of("weather")


def test_a_panel_says_whom_to_cite(world: Path) -> None:
    cited = dyad_years(world).with_alliances().citations()
    assert [work.id for work in cited.works] == ["cow-states", "atop"]
    assert "@article{atop,\n  author = {Leeds, Brett Ashley and " in cited.bibtex()
    assert cited.csl()[1]["container-title"] == "International Interactions"
    assert "International Interactions 28(3): 237-260." in str(cited)


def test_the_sources_of_a_panel_are_named_with_their_versions(world: Path) -> None:
    assert dyad_years(world).with_alliances().sources == (
        "COW State System Membership",
        "ATOP 9",
    )

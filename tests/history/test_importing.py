"""An import takes what it knows by its columns, names the rest, and never harms what is there."""

import zipfile
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from foedus.history import Imported, import_tables, kept_in
from foedus.history.baseline import MANIFEST, frame_of
from foedus.history.tables import kinds
from foedus.model.errors import InputError
from tests.history.invented import pair, row, text, written


@pytest.fixture
def baseline(tmp_path: Path) -> Path:
    return tmp_path / "baseline"


def imported(path: Path, baseline: Path) -> Imported:
    return import_tables([path], baseline)


def refused(rows: list[dict[str, Any]], tmp_path: Path) -> str:
    """The reason for which a table of these rows is refused."""
    done = imported(written(tmp_path / "atop.csv", rows), tmp_path / "baseline")
    assert done.taken == ()
    (reason,) = done.failed
    return reason


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_table_is_known_by_its_columns_whatever_its_name(tmp_path: Path, baseline: Path) -> None:
    done = imported(written(tmp_path / "my-download.csv", pair()), baseline)
    assert [kept.kind for kept in done.taken] == ["atop-member"]


def test_a_gzipped_table_is_read_as_the_plain_one(tmp_path: Path, baseline: Path) -> None:
    (kept,) = imported(written(tmp_path / "a.csv.gz", pair()), baseline).taken
    assert frame_of(baseline, kept)["member"].to_list() == [301, 302]


def test_the_version_and_the_last_day_told_are_kept(tmp_path: Path, baseline: Path) -> None:
    (kept,) = imported(written(tmp_path / "a.csv", pair()), baseline).taken
    assert (kept.version, kept.coded_until) == ("4.01", "2016-12-31")


def test_a_version_not_known_tells_to_the_end_of_its_latest_year(
    tmp_path: Path, baseline: Path
) -> None:
    (kept,) = imported(written(tmp_path / "a.csv", pair(), version="9.0"), baseline).taken
    assert kept.coded_until == "1940-12-31"


def test_the_citation_that_the_owners_ask_for_is_kept(tmp_path: Path, baseline: Path) -> None:
    imported(written(tmp_path / "a.csv", pair()), baseline)
    assert "International Interactions" in kept_in(baseline)["atop-member"].citation


def test_an_import_a_second_time_changes_nothing(tmp_path: Path, baseline: Path) -> None:
    path = written(tmp_path / "a.csv", pair())
    imported(path, baseline)
    before = contents(baseline)
    done = imported(path, baseline)
    assert (done.taken, len(done.unchanged)) == ((), 1)
    assert contents(baseline) == before


def test_another_version_takes_the_place_of_the_first(tmp_path: Path, baseline: Path) -> None:
    imported(written(tmp_path / "a.csv", pair()), baseline)
    imported(written(tmp_path / "b.csv", [*pair(), row(801)], version="5.1"), baseline)
    assert [kept.rows for kept in kept_in(baseline).values()] == [3]
    assert len(list(baseline.glob("*.parquet"))) == 1


def test_a_column_that_is_missing_is_named_with_the_nearest_that_is_there(tmp_path: Path) -> None:
    rows = [{("defence" if k == "defense" else k): v for k, v in one.items()} for one in pair()]
    reason = refused(rows, tmp_path)
    assert "member level" in reason
    assert "lacks defense (it has 'defence')" in reason


def test_a_cell_that_is_no_number_is_named_by_row_and_column(tmp_path: Path) -> None:
    reason = refused([row(301), {**row(302), "defense": "yes"}], tmp_path)
    assert reason == "atop.csv, row 2: `defense` has 'yes'; it must be 0 or 1"


def test_a_flag_is_0_or_1(tmp_path: Path) -> None:
    assert "`offense` has '2'" in refused([row(301, offense=2)], tmp_path)


def test_an_empty_cell_is_refused_where_nothing_may_be_missing(tmp_path: Path) -> None:
    assert "`neutral` is empty" in refused([{**row(301), "neutral": ""}], tmp_path)


def test_an_empty_day_is_a_day_not_known(tmp_path: Path, baseline: Path) -> None:
    done = imported(written(tmp_path / "a.csv", [{**row(301), "dayent": ""}]), baseline)
    assert len(done.taken) == 1


def test_a_year_out_of_reach_is_refused(tmp_path: Path) -> None:
    assert "`yrent` has '30'; it must be a year from" in refused([row(301, yrent=30)], tmp_path)


def test_a_member_may_not_stand_twice_with_one_entry(tmp_path: Path) -> None:
    reason = refused([row(301), row(302), row(301)], tmp_path)
    assert reason.startswith("atop.csv, row 3: a second row for atopid 9001, member 301")


def test_a_table_that_nobody_knows_is_told_what_was_expected(tmp_path: Path) -> None:
    reason = refused([{"country": 1, "rainfall": 2}], tmp_path)
    assert "it has country, rainfall" in reason
    assert "expected a table of: ATOP; " in reason


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "the file is empty"),
        (b"a\xff\xfe\x00", "not UTF-8"),
        (b"a,b\n1,2,3\n", "no table in CSV"),
        (b"a,A\n1,2\n", "two columns have one name"),
        (b"a,a\n1,2\n", "two columns have one name"),
    ],
)
def test_a_file_that_is_no_table_says_why(
    content: bytes, problem: str, tmp_path: Path, baseline: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    assert problem in imported(path, baseline).failed[0]


def test_a_table_without_a_row_is_refused(tmp_path: Path, baseline: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(text([row(301)]).splitlines()[0] + "\n", "utf-8")
    assert "no row" in imported(path, baseline).failed[0]


def test_a_file_named_gz_that_is_not_is_refused(tmp_path: Path, baseline: Path) -> None:
    path = tmp_path / "a.csv.gz"
    path.write_text(text(pair()), "utf-8")
    assert "not gzip" in imported(path, baseline).failed[0]


def test_a_gzipped_file_that_is_cut_off_is_refused(tmp_path: Path, baseline: Path) -> None:
    path = written(tmp_path / "a.csv.gz", pair())
    path.write_bytes(path.read_bytes()[:-20])
    assert "cut off" in imported(path, baseline).failed[0]


def test_of_a_folder_what_is_known_goes_in_and_the_rest_is_named(
    tmp_path: Path, baseline: Path
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    written(folder / "members.csv", pair())
    (folder / "rain.csv").write_text("country,rainfall\n1,2\n", "utf-8")
    done = imported(folder, baseline)
    assert (len(done.taken), done.failed) == (1, ())
    assert done.left[0].startswith("rain.csv: no table that foedus knows")


def test_a_folder_without_a_table_file_fails(tmp_path: Path, baseline: Path) -> None:
    assert "a folder without" in imported(tmp_path, baseline).failed[0]


def test_a_wrong_table_beside_a_right_one_stops_nothing(tmp_path: Path, baseline: Path) -> None:
    paths = [tmp_path / "gone.csv", written(tmp_path / "a.csv", pair())]
    done = import_tables(paths, baseline)
    assert (len(done.taken), len(done.failed)) == (1, 1)


def test_two_tables_of_one_kind_at_once_are_one_too_many(tmp_path: Path, baseline: Path) -> None:
    one = written(tmp_path / "a.csv", pair())
    other = written(tmp_path / "b.csv", [row(301)])
    done = import_tables([one, other], baseline)
    assert (done.taken[0].rows, done.failed) == (
        2,
        ("b.csv: a second table of atop-member beside a.csv; import one of them",),
    )


def test_a_wrong_table_leaves_what_was_imported_as_it_was(tmp_path: Path, baseline: Path) -> None:
    imported(written(tmp_path / "a.csv", pair()), baseline)
    before = contents(baseline)
    imported(written(tmp_path / "a.csv", [row(301, offense=2)]), baseline)
    assert contents(baseline) == before


def test_a_failure_while_writing_leaves_the_baseline_as_it_was(
    tmp_path: Path, baseline: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(written(tmp_path / "a.csv", pair()), baseline)
    before = contents(baseline)

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(InputError, match="cannot be written"):
        imported(written(tmp_path / "b.csv", [row(301)]), baseline)
    assert contents(baseline) == before


def test_a_manifest_that_is_none_is_named(baseline: Path) -> None:
    baseline.mkdir()
    (baseline / MANIFEST).write_text("[]", "utf-8")
    with pytest.raises(InputError, match="no manifest of a baseline"):
        kept_in(baseline)


def test_a_manifest_that_names_a_file_outside_its_folder_is_none(
    tmp_path: Path, baseline: Path
) -> None:
    imported(written(tmp_path / "a.csv", pair()), baseline)
    manifest = baseline / MANIFEST
    manifest.write_text(manifest.read_text("utf-8").replace("atop-member-", "../x-"), "utf-8")
    with pytest.raises(InputError, match="no file of this folder"):
        kept_in(baseline)


def test_a_table_whose_file_is_gone_is_put_back_by_importing_again(
    tmp_path: Path, baseline: Path
) -> None:
    path = written(tmp_path / "a.csv", pair())
    (kept,) = imported(path, baseline).taken
    (baseline / kept.table).unlink()
    assert len(imported(path, baseline).taken) == 1


def states(**given: object) -> list[dict[str, object]]:
    """One row of the dated list of states."""
    plain = {"ccode": 2, "cw_abb": "x", "cw_name": "x", "start": "1900-01-01", "end": "1910-12-31"}
    return [{**plain, **given}]


def test_the_tables_of_a_zip_are_read_as_if_they_lay_in_a_folder(
    tmp_path: Path, baseline: Path
) -> None:
    path = tmp_path / "owner.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("data/members.csv", text(pair()))
        packed.writestr("data/rain.csv", "country,rainfall\n1,2\n")
        packed.writestr("readme.txt", "hello")
    done = imported(path, baseline)
    assert [kept.file for kept in done.taken] == ["owner.zip/members.csv"]
    assert done.left[0].startswith("owner.zip/rain.csv: no table that foedus knows")


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.zip", b"PK\x03\x04 cut off", "no zip that can be opened"),
        ("a.zip", b"PK\x05\x06" + bytes(18), "no CSV in it"),
        ("a.parquet", b"PAR1 cut off", "no Parquet"),
        ("a.xlsx", b"anything", "no table by its name; export it as .csv or .csv.gz or .parquet"),
    ],
)
def test_a_file_of_another_form_says_what_is_wrong_with_it(
    name: str, content: bytes, problem: str, tmp_path: Path, baseline: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert problem in imported(path, baseline).failed[0]


def test_a_parquet_file_is_read_as_the_csv_is(tmp_path: Path, baseline: Path) -> None:
    row = {"ccode1": 2, "ccode2": 20, "year": 1901, "flow1": 1.5, "flow2": -9.0}
    pl.DataFrame([row]).write_parquet(tmp_path / "a.parquet")
    (kept,) = imported(tmp_path / "a.parquet", baseline).taken
    assert frame_of(baseline, kept).select("flow1", "flow2").rows() == [(1.5, None)]


def test_letters_of_an_older_download_are_read_as_they_were_written(
    tmp_path: Path, baseline: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(text(states(cw_name="Côte d'Or")).encode("cp1252"))
    (kept,) = imported(path, baseline).taken
    assert frame_of(baseline, kept)["cw_name"].to_list() == ["Côte d'Or"]


def test_a_date_is_one(tmp_path: Path) -> None:
    reason = refused(states(start="1900-13-01"), tmp_path)
    assert reason == (
        "atop.csv, row 1: `start` has '1900-13-01'; it must be a date (YYYY-MM-DD) "
        "from 1816 to 2100"
    )


def disputes(**given: object) -> list[dict[str, object]]:
    """One row of a list of disputes, the same for both owners."""
    names = ("stmon", "outcome", "settle", "fatality", "mindur", "maxdur", "hiact", "hostlev")
    return [{"dispnum": 1, "styear": 1901, **dict.fromkeys(names, 1), "recip": -9, **given}]


@pytest.mark.parametrize(
    ("name", "kind"), [("MIDA 5.0.csv", "cow-disputes"), ("gml-mid.csv", "gml-disputes")]
)
def test_tables_of_one_shape_are_told_apart_by_the_name_of_the_file(
    name: str, kind: str, tmp_path: Path, baseline: Path
) -> None:
    path = tmp_path / name
    path.write_text(text(disputes()), "utf-8")
    assert [kept.kind for kept in imported(path, baseline).taken] == [kind]


def test_a_version_that_no_column_tells_comes_from_the_last_year_and_the_name(
    tmp_path: Path, baseline: Path
) -> None:
    row = {"ccode1": 2, "ccode2": 20, "year": 2014, "dyadigos": 3}
    for name, version in (("igo.csv", "3.0"), ("igo_3_01.csv", "3.01"), ("igo-2.1.csv", "3.0")):
        path = tmp_path / name
        path.write_text(f"{','.join(row)}\n{','.join(map(str, row.values()))}\n", "utf-8")
        (kept,) = import_tables([path], tmp_path / name.removesuffix(".csv")).taken
        assert (name, kept.version) == (name, version)


def test_rows_that_contradict_each_other_are_left_out_where_a_release_is_known_for_them(
    tmp_path: Path, baseline: Path
) -> None:
    rows = [
        {"year": 2000, "countryabb": "NAU", "countryname": name, "idealpoint": value}
        for name, value in (("Nauru", 0.1), ("Nauru", 0.2), ("Tonga", 0.3))
    ]
    (kept,) = imported(written(tmp_path / "a.csv", rows), baseline).taken
    assert (kept.rows, kept.left_out) == (1, 2)


def test_a_column_of_another_release_goes_by_the_name_here(tmp_path: Path, baseline: Path) -> None:
    flags = dict.fromkeys(("defense", "offense", "neutral", "nonagg", "consul"), 1)
    rows = [{"stateA": 2, "stateB": 20, "year": 1901, **flags}]
    (kept,) = imported(written(tmp_path / "a.csv", rows, version="5.1"), baseline).taken
    assert kept.kind == "atop-dyad-year"
    assert frame_of(baseline, kept)["atop_defense"].to_list() == [1]


def test_every_kind_of_table_cites_a_work_and_has_a_key_of_its_own_columns() -> None:
    for kind in kinds().values():
        assert kind.citation
        assert set(kind.key) <= set(kind.columns)

"""The folder of imported history: its manifest and its tables, written whole or not at all.

A table is a Parquet file named by its content; the manifest says which are in use. It is written
last and put in place at once, so that what was there stays readable whatever happens.
"""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import polars as pl

from foedus.history.tables import Sort, TableKind
from foedus.model.errors import InputError

MANIFEST = "manifest.json"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """One table of the baseline: from which file, which version, until when it tells, whom to cite.

    `sha256` is that of the file as the user gave it; `table` the name of its Parquet file;
    `left_out` counts rows that stood under a key of others, so that none of them can be trusted.
    """

    kind: str
    dataset: str
    version: str
    file: str
    sha256: str
    rows: int
    coded_until: str
    citation: str
    table: str
    left_out: int = 0


def kept_in(folder: Path) -> dict[str, Kept]:
    """The tables of the baseline by kind; none where the folder holds no manifest yet."""
    path = folder / MANIFEST
    try:
        told = json.loads(path.read_bytes())
        found = {row["kind"]: Kept(**row) for row in told["tables"]}
        outside = [one.table for one in found.values() if Path(one.table).name != one.table]
        if outside:
            raise ValueError(f"it names {outside[0]}, which is no file of this folder")
        return found
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); name a baseline") from error
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"{path}: no manifest of a baseline ({error}); remove it and import again"
        ) from error


def frame_of(folder: Path, kept: Kept) -> pl.DataFrame:
    """The table itself. Raises InputError where its file is gone or broken."""
    path = folder / kept.table
    try:
        return pl.read_parquet(path)
    except (OSError, pl.exceptions.PolarsError) as error:
        told = str(error).splitlines()[0]
        raise InputError(f"{path}: cannot be read ({told}); import {kept.file} again") from error


def last_day_told(frame: pl.DataFrame, kind: TableKind, version: str) -> str:
    """The last day that the table tells of: as its version says, else that of its latest year.

    "" for a table without years.
    """
    known = kind.coded_until.get(version.partition(".")[0])
    if known:
        return known
    latest = last_year_told(frame, kind)
    return f"{latest}-12-31" if latest else ""


def last_year_told(frame: pl.DataFrame, kind: TableKind) -> int | None:
    """The latest year in the columns that hold years or dates; None without such a column."""
    years: list[int] = []
    for name, sort in kind.columns.items():
        column = frame[name]
        if sort is Sort.DATE:
            column = column.dt.year()
        elif sort is Sort.YEAR_AND_MONTH:
            column = column // 100
        elif sort not in (Sort.YEAR, Sort.OPEN_YEAR, Sort.MAYBE_YEAR):
            continue
        if column.null_count() < len(column):
            years.append(int(str(column.max())))
    return max(years, default=None)


def keep(folder: Path, frames: Mapping[str, pl.DataFrame], rows: Mapping[str, Kept]) -> None:
    """Put the tables into the baseline: each beside the others, then the manifest that names them.

    A table of the same kind is replaced. Raises InputError where the folder cannot be written;
    the baseline is then as it was.
    """
    path = folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for kind, frame in frames.items():
            path = folder / rows[kind].table
            _put(path, frame.write_parquet)
        before = kept_in(folder)
        after = {**before, **rows}
        path = folder / MANIFEST
        text = _manifest(after)
        _put(path, lambda waiting: waiting.write_bytes(text.encode("utf-8")))
        for gone in {one.table for one in before.values()} - {one.table for one in after.values()}:
            (folder / gone).unlink(missing_ok=True)
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); name another") from error


def _put(path: Path, write: Callable[[Path], object]) -> None:
    """Write to a file beside it, then take its place at once."""
    waiting = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        write(waiting)
        waiting.replace(path)
    finally:
        waiting.unlink(missing_ok=True)


def _manifest(tables: Mapping[str, Kept]) -> str:
    rows = [asdict(tables[kind]) for kind in sorted(tables)]
    return json.dumps({"format": _FORMAT, "tables": rows}, indent=2, ensure_ascii=False) + "\n"

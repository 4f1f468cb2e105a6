"""A baseline folder in; out, its tables as lazy frames, with the years that each tells of."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import polars as pl

from foedus.history.baseline import MANIFEST, Kept, kept_in
from foedus.history.tables import PROMISES, kinds
from foedus.model.errors import InputError

FLAGS = tuple(f"atop_{promise}" for promise in PROMISES)  # the promises, as columns of a panel


@dataclass(frozen=True, slots=True)
class Source:
    """One table of a baseline: what it is, and its rows, read when they are asked for."""

    kept: Kept
    path: Path

    @property
    def rows(self) -> pl.LazyFrame:
        """The rows, lazily. Raises InputError where the file is gone."""
        if not self.path.is_file():
            raise InputError(f"{self.path}: it is gone; import {self.kept.file} again")
        return pl.scan_parquet(self.path)

    @property
    def last(self) -> int:
        """The last year that the table tells of."""
        return int(self.kept.coded_until[:4])

    @property
    def named(self) -> str:
        """ "ATOP 5.1"."""
        return f"{self.kept.dataset} {self.kept.version}".strip()

    @property
    def cite(self) -> tuple[str, ...]:
        """The ids of the works to cite."""
        return kinds()[self.kept.kind].cite


def source(baseline: str | Path, *wanted: str) -> Source:
    """The first of these kinds of table that the baseline holds.

    Raises InputError where it holds none of them, saying what to import.
    """
    found = source_if_any(baseline, *wanted)
    if found is None:
        titles = "; or ".join(kinds()[kind].title for kind in wanted)
        raise InputError(
            f"{baseline}: no table '{wanted[0]}' in it ({titles}); "
            f"'foedus import FILE --baseline {baseline}' reads yours"
        )
    return found


def source_if_any(baseline: str | Path, *wanted: str) -> Source | None:
    """The first of these kinds of table that the baseline holds; None where it holds none."""
    folder = Path(baseline)
    held = _held(folder)
    for kind in wanted:
        if kind in held:
            return Source(held[kind], folder / held[kind].table)
    return None


def _held(baseline: Path) -> Mapping[str, Kept]:
    try:
        told = (baseline / MANIFEST).stat()
    except OSError:
        return kept_in(baseline)
    return _read(baseline.resolve(), told.st_mtime_ns, told.st_ino)


@lru_cache(maxsize=8)
def _read(baseline: Path, _changed: int, _file: int) -> Mapping[str, Kept]:
    """The manifest, read anew when its file is another."""
    return kept_in(baseline)

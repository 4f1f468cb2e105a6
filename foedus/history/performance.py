"""A baseline and a treaty's ATOP numbers in; out, how its promises fared in wars that called them.

A case is one treaty in one war. A promise was called where the coders found it honoured or
violated; whether one would be called, or kept, in another war is not said by that.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from foedus.history.baseline import frame_of, kept_in
from foedus.history.tables import CODINGS, PERFORMANCE


@dataclass(frozen=True, slots=True)
class Honour:
    """Of `listed` cases the promise was called in `called`, and honoured in `honoured` of these.

    `other` is how many were honoured of how many called by the other coding of the same cases;
    `all_honoured` of `all_called` the same for all treaties of the table.
    """

    listed: int
    called: int
    honoured: int
    other: tuple[int, int]
    all_honoured: int
    all_called: int
    citation: str


def honour(baseline: Path, numbers: Iterable[str]) -> Honour | None:
    """The record of the treaty with these ATOP numbers; None without a table, or without a case."""
    kept = kept_in(baseline).get(PERFORMANCE.id)
    wanted = [int(number) for number in numbers if number.isdigit()]
    if kept is None or not wanted:
        return None
    frame = frame_of(baseline, kept)
    mine = frame.filter(pl.col("atopid").is_in(wanted))
    if not mine.height:
        return None
    called, honoured = _counted(mine, "main")
    other_called, other_honoured = _counted(mine, "other")
    all_called, all_honoured = _counted(frame, "main")
    return Honour(
        mine.height, called, honoured, (other_honoured, other_called), all_honoured, all_called,
        kept.citation,
    )  # fmt: skip


def _counted(frame: pl.DataFrame, coding: str) -> tuple[int, int]:
    """In how many cases the promise was called, and in how many of these it was honoured."""
    kept, broken = (frame[name].fill_null(0) == 1 for name in CODINGS[coding])
    return int((kept | broken).sum()), int(kept.sum())

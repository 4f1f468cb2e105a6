"""A baseline, a state and a year in; out, the states bound to it, and by which promises."""

from pathlib import Path

import polars as pl

from foedus.history.panel.tables import FLAGS, source
from foedus.model.errors import InputError


def allies(baseline: str | Path, state: int, year: int) -> pl.DataFrame:
    """The states that promised the state something in the year: `ccode1, ccode2, year`, promises.

    `ccode2` is the state. Raises InputError where ATOP's dyad-years are not in the baseline, or do
    not tell of the year: unknown is not none.
    """
    held = source(baseline, "atop-dyad-year")
    if not 1815 <= year <= held.last:
        raise InputError(
            f"{held.named} tells of 1815 to {held.last}, and not of {year}; name a year"
        )
    of_state = (pl.col("ccode2") == state) & (pl.col("year") == year)
    promised = pl.any_horizontal(pl.col(flag) == 1 for flag in FLAGS)
    return held.rows.filter(of_state & promised).sort("ccode1").collect()

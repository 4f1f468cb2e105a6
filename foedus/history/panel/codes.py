"""Two lists of states in; out, which number of the one is which of the other, year by year.

The lists of COW and of Gleditsch and Ward agree on most numbers. Where they do not, the difference
stands below; a state that only one of them counts has no number in the other.
"""

from dataclasses import replace
from pathlib import Path

import numpy as np
import polars as pl

from foedus.history.panel.membership import states_by_year, system
from foedus.history.panel.panel import Panel, with_source
from foedus.history.panel.scope import Codes, Scope, Unit

# Number of Gleditsch and Ward, first and last year, number of COW: read off the two lists, by the
# names and dates that they give. In the year of a union the number from then on.
_DIFFERENT = (
    (260, 1949, 1989, 260),  # the Federal Republic of Germany,
    (260, 1990, 9999, 255),  # which is Germany again to COW from 1990
    (340, 1816, 9999, 345),  # Serbia, which COW counts with Yugoslavia
    (678, 1816, 1989, 678),  # the Yemen of Sanaa,
    (678, 1990, 9999, 679),  # united
    (970, 1816, 9999, 946),  # Kiribati
    (971, 1816, 9999, 970),  # Nauru
    (972, 1816, 9999, 955),  # Tonga
    (973, 1816, 9999, 947),  # Tuvalu
)


def gw_of_cow(baseline: str | Path, first: int, last: int) -> pl.LazyFrame:
    """`gwcode, year, ccode` for every state that both lists count in a year, each pair once.

    Raises InputError where the baseline lacks one of the lists.
    """
    cow, gw = (_by_year(baseline, codes, first, last) for codes in (Codes.COW, Codes.GW))
    number = pl.col("gwcode")
    for code, since, until, other in _DIFFERENT:
        here = (pl.col("gwcode") == code) & pl.col("year").is_between(since, until)
        number = pl.when(here).then(pl.lit(other, pl.Int16)).otherwise(number)
    named = gw.with_columns(ccode=number)
    both = named.join(cow, on=["ccode", "year"], how="semi")
    return both.unique(["ccode", "year"], keep="last", maintain_order=True).lazy()


def inverse(codes: pl.LazyFrame) -> pl.LazyFrame:
    """The same as a table to look COW's numbers up in: `gwcode, year` are its keys."""
    return codes.select("gwcode", "year", "ccode").unique(["gwcode", "year"], keep="last")


def with_cow_codes(panel: Panel) -> Panel:
    """The panel of Gleditsch and Ward's states with `ccode` beside `gwcode`, once for each side."""
    names = panel.frame.collect_schema().names()
    if f"ccode{panel.scope.sides[0]}" in names:
        return panel
    codes = inverse(gw_of_cow(panel.baseline, panel.scope.first, panel.scope.last)).collect().lazy()
    frame = panel.frame
    for side in panel.scope.sides:
        told = codes.rename({"gwcode": f"gwcode{side}", "ccode": f"ccode{side}"})
        frame = frame.join(told, on=[f"gwcode{side}", "year"], how="left", maintain_order="left")
    held = system(panel.baseline, Codes.COW).source
    return with_source(replace(panel, frame=frame), held.named, held.cite)


def _by_year(baseline: str | Path, codes: Codes, first: int, last: int) -> pl.DataFrame:
    scope = Scope(Unit.STATE_YEAR, codes, first, last, frozenset())
    state, year = states_by_year(system(baseline, codes).until(last), scope)
    kinds = {codes.column: pl.Int16, "year": pl.Int16}
    return pl.DataFrame(
        {codes.column: state.astype(np.int16), "year": year.astype(np.int16)}, kinds
    )

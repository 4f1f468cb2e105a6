"""A panel with ongoing conflicts in; out, how many years of peace lay before each row.

The count of Beck, Katz and Tucker (1998, "Taking Time Seriously", American Journal of Political
Science 42: 1260-1288): 0 in the first year of a pair, then one more with each year, and 0 again in
the year after one with a conflict. A gap in the membership of one of the two starts it anew.
Before the first year of the panel nothing is counted: name an early first year.
"""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import polars as pl

from foedus.history.panel.panel import Panel
from foedus.history.panel.scope import Unit
from foedus.model.errors import InputError

_SPELLS = {
    "cowmidongoing": "cowmidspell",
    "gmlmidongoing": "gmlmidspell",
    "cowinterongoing": "cowinterspell",
}


def with_spells(panel: Panel) -> Panel:
    """See `Panel.with_spells`."""
    panel.need(Unit.DYAD_YEAR, Unit.STATE_YEAR, what="spells")
    there = panel.frame.collect_schema().names()
    found = [name for name in _SPELLS if name in there]
    if not found:
        raise InputError(
            "no conflict to count years of peace from; ask for disputes, disputes-gml or wars first"
        )
    states = panel.scope.names

    def counted(frame: pl.DataFrame) -> pl.DataFrame:
        begins = _begins(frame, states)
        return frame.with_columns(
            pl.Series(_SPELLS[name], years_before(frame[name], begins)).set(
                frame[name].is_null(), None
            )
            for name in found
        )

    schema = {**panel.frame.collect_schema(), **{_SPELLS[name]: pl.Int16() for name in found}}
    frame = panel.frame.map_batches(counted, predicate_pushdown=False, schema=schema)
    return replace(panel, frame=frame)


def _begins(frame: pl.DataFrame, states: tuple[str, ...]) -> npt.NDArray[np.bool_]:
    """Whether a row is not the year after the row before it, of the same states."""
    new = np.ones(frame.height, bool)
    year = frame["year"].to_numpy().astype(np.int32)
    new[1:] = year[1:] != year[:-1] + 1
    for state in states:
        code = frame[state].to_numpy()
        new[1:] |= code[1:] != code[:-1]
    return new


def years_before(ongoing: pl.Series, begins: npt.NDArray[np.bool_]) -> npt.NDArray[np.int16]:
    """How many rows without a conflict lie before each, since the begin or the last conflict."""
    place = np.arange(len(begins), dtype=np.int32)
    after = np.zeros(len(begins), bool)
    after[1:] = (ongoing.fill_null(0).to_numpy() > 0)[:-1]
    anew = np.where(begins | after, place, 0)
    return (place - np.maximum.accumulate(anew)).astype(np.int16)

"""A panel of pairs in; out, how alike the promises or the votes of the two are."""

from dataclasses import replace
from pathlib import Path

import polars as pl

from foedus.history.panel.joining import Columns, join_pairs
from foedus.history.panel.membership import states_by_year, system
from foedus.history.panel.panel import Panel, in_cow, with_note, with_source
from foedus.history.panel.scope import Codes, Scope, Unit
from foedus.history.panel.tables import FLAGS, source, source_if_any
from foedus.history.panel.voters import numbered_votes
from foedus.history.similarity import Progress, alliance_similarity, vote_similarity
from foedus.model.errors import InputError


def with_similarity(panel: Panel, of: str, progress: Progress) -> Panel:
    """See `Panel.with_similarity`. The measures are worked out at once, for the panel's years."""
    panel.need(Unit.DYAD_YEAR, Unit.DYAD_DAY, what="similarity")
    if of == "alliances":
        return _of_alliances(panel, progress)
    if of == "votes":
        return _of_votes(panel, progress)
    raise InputError(f"no similarity of '{of}'; one of: alliances, votes")


def _of_alliances(panel: Panel, progress: Progress) -> Panel:
    held = source(panel.baseline, "atop-dyad-year")
    shares = source_if_any(panel.baseline, "capabilities")
    first, last = max(panel.scope.first, 1816), min(panel.scope.last, held.last)
    years = pl.col("year").is_between(first, last)
    ties = held.rows.filter(years).select("ccode1", "ccode2", "year", *FLAGS).collect()
    weights = None
    if shares is not None:
        weights = shares.rows.filter(years).select("ccode", "year", "cinc").collect()
    rows = alliance_similarity(ties, _members(panel.baseline, first, last), weights, progress)
    if shares:
        panel = with_source(panel, shares.named, shares.cite)
    else:
        panel = with_note(panel, "No capabilities imported: weighted measures are missing.")
    return _joined(panel, Columns(held, rows.lazy(), 1816, held.last))


def _of_votes(panel: Panel, progress: Progress) -> Panel:
    held, calls = source(panel.baseline, "un-votes"), source(panel.baseline, "un-roll-calls")
    votes = numbered_votes(held, calls).filter(
        pl.col("year").is_between(panel.scope.first, panel.scope.last)
    )
    rows = vote_similarity(votes, progress)
    last = calls.last
    return _joined(panel, Columns(held, rows.lazy(), 1946, last))


def _members(baseline: str | Path, first: int, last: int) -> pl.DataFrame:
    """The members of COW's system: `ccode, year`."""
    scope = Scope(Unit.STATE_YEAR, Codes.COW, first, last, frozenset())
    code, year = states_by_year(system(baseline, Codes.COW).until(last), scope)
    return pl.DataFrame({"ccode": code, "year": year}).cast(pl.Int16)


def _joined(panel: Panel, columns: Columns) -> Panel:
    """The measures are the same both ways: a directed panel looks them up turned round too."""
    panel = in_cow(panel)
    rows = columns.rows
    if panel.scope.directed:
        turned = rows.rename({"ccode1": "ccode2", "ccode2": "ccode1"})
        rows = pl.concat([rows, turned.select(rows.collect_schema().names())])
    return join_pairs(panel, replace(columns, rows=rows))

"""Militarized interstate disputes in; out, whether a pair or state had one in a year, and which.

A dyad may have several disputes in a year and a panel one row for it. The one that stands is found
as peacesciencer finds it (S. V. Miller, "How peacesciencer coerces dispute-year data into dyad-year
data"): an onset before what goes on; then the most deaths, the highest hostility, the longest
least duration, the reciprocated, the earliest to start; last the lowest number.
"""

import polars as pl

from foedus.history.panel.expanding import coded_day, years_between
from foedus.history.panel.joining import Columns, join_pairs, join_states
from foedus.history.panel.panel import Panel, with_note
from foedus.history.panel.tables import Source, source, source_if_any
from foedus.model.errors import InputError

_PAIR_YEAR = ("ccode1", "ccode2", "year")
_OF = {"cow": ("dispongoing", "disponset"), "gml": ("midongoing", "midonset")}
_SIDED = ("sidea", "fatality", "hiact", "hostlev", "orig")


def with_disputes(panel: Panel, of: str) -> Panel:
    """See `Panel.with_disputes`."""
    if of not in _OF:
        raise InputError(f"no disputes '{of}'; one of: {', '.join(_OF)}")
    held = source(panel.baseline, f"{of}-disputes-dyadic", f"{of}-disputes-participants")
    ongoing, onset = _OF[of]
    named = {ongoing: f"{of}midongoing", onset: f"{of}midonset"}
    none = dict.fromkeys(named.values(), 0)
    if held.kept.kind.endswith("participants"):
        rows = _dyads(held.rows.collect(), *named.values())
        panel = with_note(panel, f"{held.named}: dyads of participants on different sides.")
    else:
        rows = held.rows.rename(named)
    if not panel.scope.unit.of_two:
        return join_states(panel, Columns(held, _counted(rows, *none), 1816, held.last, none))
    first = _ranked(rows, panel, held, of).unique(_PAIR_YEAR, keep="first", maintain_order=True)
    there = first.collect_schema().names()
    names = [f"{name}{side}" for name in _SIDED for side in "12"]
    sided = [pl.col(name).cast(pl.Int8) for name in names if name in there]
    number = pl.col("dispnum").cast(pl.Int32)
    own = [number, *map(_known, sided)]
    if "dispnum" in panel.frame.collect_schema():  # those of the other list of disputes
        own = [column.name.prefix(f"{of}_") for column in own]
    told = first.select(*_PAIR_YEAR, *none, *own)
    return join_pairs(panel, Columns(held, told, 1816, held.last, none))


def _ranked(rows: pl.LazyFrame, panel: Panel, held: Source, of: str) -> pl.LazyFrame:
    """The disputes of each dyad-year, the one that is to stand first."""
    if not panel.scope.directed:
        rows = rows.filter(pl.col("ccode1") < pl.col("ccode2"))
    whole = source_if_any(panel.baseline, f"{of}-disputes")
    falling = [pl.col(f"{of}midonset")]
    rising = []
    if whole is not None:
        own = ("fatality", "hostlev", "mindur", "recip", "stmon")
        disputes = whole.rows.select("dispnum", *(pl.col(name).alias(f"_{name}") for name in own))
        rows = rows.join(disputes, on="dispnum", how="left")
        falling += [pl.col(f"_{name}") for name in own[:-1]]
        rising.append(pl.col("_stmon"))
    else:
        both = [("fatality1", "fatality2"), ("hostlev1", "hostlev2")]
        there = rows.collect_schema().names()
        falling += [pl.max_horizontal(*pair) for pair in both if pair[0] in there]
    by = [*falling, *rising, pl.col("dispnum")]
    down = [True] * len(falling) + [False] * (len(rising) + 1)
    return rows.sort(by, descending=down, nulls_last=True, maintain_order=True)


def _dyads(participants: pl.DataFrame, ongoing: str, onset: str) -> pl.LazyFrame:
    """Directed dyad-years of those who stood on different sides of a dispute on one day or more.

    A day that is not known (-9) is the first, or the last, of its month.
    """
    own = [name for name in _SIDED if name in participants.columns]
    spells = participants.lazy().select(
        "dispnum",
        "ccode",
        *own,
        start=coded_day("styear", "stmon", "stday", latest=False),
        end=coded_day("endyear", "endmon", "endday", latest=True),
    )
    one = spells.rename({name: f"{name}1" for name in ("ccode", "start", "end", *own)})
    two = spells.rename({name: f"{name}2" for name in ("ccode", "start", "end", *own)})
    met = one.join(two, on="dispnum").with_columns(
        start=pl.max_horizontal("start1", "start2"), end=pl.min_horizontal("end1", "end2")
    )
    against = met.filter(pl.col("sidea1") != pl.col("sidea2"), pl.col("start") <= pl.col("end"))
    begun = pl.col("start").min().over("dispnum", "ccode1", "ccode2").dt.year()
    years = years_between(against.with_columns(_begun=begun).collect(), "start", "end")
    return (
        years.lazy()
        .with_columns(
            pl.lit(1, pl.Int8).alias(ongoing),
            (pl.col("year") == pl.col("_begun")).cast(pl.Int8).alias(onset),
        )
        .unique(["dispnum", *_PAIR_YEAR], keep="first", maintain_order=True)
    )


def _counted(rows: pl.LazyFrame, ongoing: str, onset: str) -> pl.LazyFrame:
    """Of one state: in how many disputes it was, and how many of them began."""
    own = rows.group_by("dispnum", ccode="ccode1", year="year").agg(pl.col(ongoing, onset).max())
    return own.group_by("ccode", "year").agg(
        pl.col(name).cast(pl.Int16).sum() for name in (ongoing, onset)
    )


def _known(column: pl.Expr) -> pl.Expr:
    """The column, missing where it is coded as not known (-9)."""
    return pl.when(column >= 0).then(column)

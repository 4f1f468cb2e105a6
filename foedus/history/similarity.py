"""Portfolios in, how alike those of every two states are out: all pairs of a year at once.

A portfolio is what a state holds towards every state of the system: promises, or votes. All
measures follow from one table for each pair: how often the first holds *c* where the second holds
*d*. The tables of all pairs come from products of matrices, one for each pair of values.

Values of promises are those of Chiba, Johnson and Leeds as fpsim (S. V. Miller) uses them: 3
defence or offence, 2 neutrality or consultation, 1 nonaggression alone, 0 none; towards itself a
state holds 3. Columns are named as fpsim names them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

import numpy as np
import numpy.typing as npt
import polars as pl

Progress = Callable[[str], None]
Matrix = npt.NDArray[np.float64]
_HIGHEST = 3
_NOTHING = 1e-12  # what rounding may leave of a divisor that is 0
_VOTES = {"yes": 0, "abstain": 1, "no": 2}
ALLIANCE_MEASURES = (
    "taub", "sallyvs", "sallyva", "sallybs", "sallyba",
    "sallyvws", "sallyvwa", "sallybws", "sallybwa", "pallyv", "pallyb", "kallyv", "kallyb",
)  # fmt: skip
VOTE_MEASURES = ("svotevs", "svoteva", "pvotev", "kvotev", "jointvotes")


@dataclass(frozen=True, slots=True)
class Tables:
    """For every pair of states how often the first holds one value where the second holds another.

    `counts[c, d, i, j]`: the sum of weights (1 each, or those given) of the places at which state
    i holds c and state j holds d. Values are 0, 1, ... in order.
    """

    counts: npt.NDArray[np.float64]

    @property
    def values(self) -> int:
        """How many values there are."""
        return len(self.counts)

    @property
    def total(self) -> Matrix:
        """The weight of all places at which both states hold a value."""
        found: Matrix = self.counts.sum(axis=(0, 1))
        return found

    def distance(self, power: int) -> Matrix:
        """The sum of weighted distances of the two values, each to the power."""
        apart = np.abs(np.subtract.outer(np.arange(self.values), np.arange(self.values)))
        found: Matrix = np.einsum("cd,cdij->ij", apart.astype(float) ** power, self.counts)
        return found

    def binary(self) -> "Tables":
        """The same with every value above the lowest taken as one."""
        held = np.empty((2, 2, *self.counts.shape[2:]))
        held[0, 0] = self.counts[0, 0]
        held[0, 1] = self.counts[0, 1:].sum(axis=0)
        held[1, 0] = self.counts[1:, 0].sum(axis=0)
        held[1, 1] = self.counts[1:, 1:].sum(axis=(0, 1))
        return Tables(held)


def tables_of(values: npt.NDArray[np.int8], count: int, weights: Matrix | None = None) -> Tables:
    """The tables of portfolios in rows (states) and columns (places); -1 is no value there."""
    held = [(values == value).astype(np.float64) for value in range(count)]
    counts = np.empty((count, count, len(values), len(values)))
    for one, two in product(range(count), repeat=2):
        if one > two:
            counts[one, two] = counts[two, one].T
        else:
            left = held[one] if weights is None else held[one] * weights
            counts[one, two] = left @ held[two].T
    return Tables(counts)


def s_score(tables: Tables, power: int) -> Matrix:
    """Signorino and Ritter's S: 1 - 2 * (sum of distances) / (largest that it could be).

    Distances are absolute (`power` 1, as they proposed) or squared (2); NaN without a common place.
    C. S. Signorino and J. M. Ritter 1999, "Tau-b or Not Tau-b: Measuring the Similarity of Foreign
    Policy Positions", International Studies Quarterly 43: 115-144.
    """
    largest = tables.total * float(tables.values - 1) ** power
    return 1 - 2 * _over(tables.distance(power), largest)


def scott_pi(tables: Tables) -> Matrix:
    """Scott's pi: (agreement - expected) / (1 - expected), expected from the margins of both.

    NaN where both hold one and the same value everywhere. W. A. Scott 1955, "Reliability of Content
    Analysis", Public Opinion Quarterly 19: 321-325.
    """
    total = tables.total
    agreed = _over(np.einsum("ccij->ij", tables.counts), total)
    margins = (tables.counts.sum(axis=1) + tables.counts.sum(axis=0)) / 2
    expected = (_over(margins, total) ** 2).sum(axis=0)
    return _over(agreed - expected, 1 - expected)


def cohen_kappa(tables: Tables) -> Matrix:
    """Cohen's kappa with squared weights: 1 - (observed distance) / (expected from the margins).

    NaN where no distance is to be expected. J. Cohen 1968, "Weighted Kappa", Psychological Bulletin
    70: 213-220.
    """
    apart = np.subtract.outer(np.arange(tables.values), np.arange(tables.values)) ** 2.0
    first, second = tables.counts.sum(axis=1), tables.counts.sum(axis=0)
    expected = np.einsum("cd,cij,dij->ij", apart, first, second)
    return 1 - _over(tables.distance(2) * tables.total, expected)


def tau_b(tables: Tables) -> Matrix:
    """Kendall's tau-b: (concordant - discordant) / sqrt((pairs untied in one) (untied in other)).

    NaN where one of the two holds the same everywhere. M. G. Kendall 1938, "A New Measure of Rank
    Correlation", Biometrika 30: 81-93; ties as in Kendall 1945, Biometrika 33: 239-251.
    """
    counts, total = tables.counts, tables.total
    agree = np.zeros_like(total)
    for one, two in product(range(tables.values), repeat=2):
        above = counts[one + 1 :, two + 1 :].sum(axis=(0, 1))
        below = counts[one + 1 :, :two].sum(axis=(0, 1))
        agree += counts[one, two] * (above - below)
    pairs = total * (total - 1) / 2
    tied = [
        (margin * (margin - 1) / 2).sum(axis=0)
        for margin in (counts.sum(axis=1), counts.sum(axis=0))
    ]
    return _over(agree, np.sqrt((pairs - tied[0]) * (pairs - tied[1])))


def alliance_similarity(
    ties: pl.DataFrame,
    members: pl.DataFrame,
    weights: pl.DataFrame | None = None,
    progress: Progress = lambda _: None,
) -> pl.DataFrame:
    """How alike the alliance portfolios of every two members of the system are, year by year.

    `ties` has `ccode1, ccode2, year` and the promises `atop_defense, ...` of the first to the
    second (0 or 1); `members` has `ccode, year`; `weights` has `ccode, year, cinc`. Out come
    `ccode1, ccode2, year` with the lower number first, and: `taub`; `sally` with `v`alued or
    `b`inary, `w` where weighted by the third state's capabilities, `s`quared or `a`bsolute,
    Signorino and Ritter's S; `pallyv`, `pallyb`, Scott's pi; `kallyv`, `kallyb`, Cohen's kappa.
    What is not defined is missing. Members without a weight are left out of the weighted measures.
    """
    parts = []
    by_year = {year: rows for (year,), rows in ties.group_by("year")}
    shares = {} if weights is None else {y: rows for (y,), rows in weights.group_by("year")}
    for (year,), rows in members.unique().sort("year").group_by("year", maintain_order=True):
        progress(str(year))
        codes = np.sort(rows["ccode"].to_numpy())
        values = _portfolios(codes, by_year.get(year))
        plain = tables_of(values, _HIGHEST + 1)
        found = _alliance_measures(plain, _weighted(values, codes, shares.get(year)))
        parts.append(_pairs(codes, int(str(year)), found))
    return pl.concat(parts) if parts else _pairs(np.array([], np.int64), 0, {})


def vote_similarity(votes: pl.DataFrame, progress: Progress = lambda _: None) -> pl.DataFrame:
    """How alike every two states vote, year by year, over the roll calls in which both did.

    `votes` has `rcid, year, ccode, vote` with yes, abstain or no, which lie in this order. Out come
    `ccode1, ccode2, year` and Signorino and Ritter's S (`svotevs`, `svoteva`), Scott's pi
    (`pvotev`), Cohen's kappa (`kvotev`), and `jointvotes`, in how many roll calls both voted.
    """
    parts = []
    for (year,), rows in votes.sort("year").group_by("year", maintain_order=True):
        progress(str(year))
        codes, calls = (np.unique(rows[name].to_numpy()) for name in ("ccode", "rcid"))
        values = np.full((len(codes), len(calls)), -1, np.int8)
        told = rows["vote"].replace_strict(_VOTES, return_dtype=pl.Int8).to_numpy()
        place = [np.searchsorted(*pair) for pair in ((codes, rows["ccode"]), (calls, rows["rcid"]))]
        values[place[0], place[1]] = told
        tables = tables_of(values, len(_VOTES))
        found = {
            "svotevs": s_score(tables, 2), "svoteva": s_score(tables, 1),
            "pvotev": scott_pi(tables), "kvotev": cohen_kappa(tables), "jointvotes": tables.total,
        }  # fmt: skip
        parts.append(_pairs(codes, int(str(year)), found))
    return pl.concat(parts)


def value_of(promises: Mapping[str, pl.Expr]) -> pl.Expr:
    """What a promisor holds: 3 defence or offence, 2 neutrality or consultation, 1, 0."""
    held = {name: promises[name] == 1 for name in promises}
    return (
        pl.when(held["atop_defense"] | held["atop_offense"]).then(_HIGHEST)
        .when(held["atop_neutral"] | held["atop_consul"]).then(2)
        .when(held["atop_nonagg"]).then(1)
        .otherwise(0)
        .cast(pl.Int8)
    )  # fmt: skip


def _portfolios(codes: npt.NDArray[np.int64], ties: pl.DataFrame | None) -> npt.NDArray[np.int8]:
    """What each state (row) holds towards each (column): itself the highest."""
    values = np.zeros((len(codes), len(codes)), np.int8)
    if ties is not None:
        held = ties.filter(pl.col("ccode1").is_in(codes), pl.col("ccode2").is_in(codes))
        flags = {name: pl.col(name) for name in held.columns if name.startswith("atop_")}
        worth = held.select(value_of(flags)).to_series().to_numpy()
        one, two = (np.searchsorted(codes, held[name].to_numpy()) for name in ("ccode1", "ccode2"))
        values[one, two] = worth
    np.fill_diagonal(values, _HIGHEST)
    return values


def _weighted(
    values: npt.NDArray[np.int8], codes: npt.NDArray[np.int64], shares: pl.DataFrame | None
) -> Tables | None:
    """The tables weighted by the share of the state towards which a value is held."""
    if shares is None:
        return None
    known = dict(shares.select("ccode", "cinc").drop_nulls().iter_rows())
    weights = np.array([known.get(code, 0.0) for code in codes.tolist()])
    return tables_of(values, _HIGHEST + 1, weights) if weights.any() else None


def _alliance_measures(plain: Tables, weighted: Tables | None) -> dict[str, Matrix]:
    binary = plain.binary()
    unknown = np.full(plain.total.shape, np.nan)
    found = {
        "taub": tau_b(plain),
        "sallyvs": s_score(plain, 2), "sallyva": s_score(plain, 1),
        "sallybs": s_score(binary, 2), "sallyba": s_score(binary, 1),
        **dict.fromkeys(("sallyvws", "sallyvwa", "sallybws", "sallybwa"), unknown),
        "pallyv": scott_pi(plain), "pallyb": scott_pi(binary),
        "kallyv": cohen_kappa(plain), "kallyb": cohen_kappa(binary),
    }  # fmt: skip
    if weighted is not None:
        pairs = (("v", weighted), ("b", weighted.binary()))
        for (kind, tables), (letter, power) in product(pairs, (("s", 2), ("a", 1))):
            found[f"sally{kind}w{letter}"] = s_score(tables, power)
    return found


def _pairs(codes: npt.NDArray[np.int64], year: int, measures: Mapping[str, Matrix]) -> pl.DataFrame:
    """The upper halves of the matrices as rows; what is not a number is missing."""
    one, two = np.triu_indices(len(codes), 1)
    columns: Iterator[pl.Series] = (
        pl.Series(name, matrix[one, two], pl.Float64).fill_nan(None)
        for name, matrix in measures.items()
    )
    return pl.DataFrame(
        [
            pl.Series("ccode1", codes[one], pl.Int16),
            pl.Series("ccode2", codes[two], pl.Int16),
            pl.Series("year", np.full(len(one), year), pl.Int16),
            *columns,
        ]
    )


def _over(part: Matrix, whole: Matrix) -> Matrix:
    """The quotient; NaN where the divisor is nothing."""
    empty = np.full(np.broadcast(part, whole).shape, np.nan)
    found: Matrix = np.divide(part, whole, out=empty, where=np.abs(whole) > _NOTHING)
    return found

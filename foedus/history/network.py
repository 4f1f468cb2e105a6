"""Ties between states in; out, who stands in the middle, who stands together, what is in balance.

A tie is a pair of states, the lower number first: whoever promises whom. Networks of promises are
taken as they stood on a day (member level) or in a year (dyad-years).
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl
import rustworkx as rx

from foedus.history.panel.alliances import either_way, promises
from foedus.history.panel.tables import FLAGS, source
from foedus.model.errors import InputError

FIGHTING = ("atop_defense", "atop_offense")  # promises to fight beside another
_STEPS = 10_000  # of the power method, which ends long before


@dataclass(frozen=True, slots=True)
class Bloc:
    """States that promises to fight link, directly or through others.

    `density` is the share of its pairs that are tied (1: everybody with everybody); `core` are the
    members that are tied to all others.
    """

    members: tuple[int, ...]
    density: float
    core: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """Triads of states that are all friends or foes of each other, by how many ties are friendly.

    Balanced are those of three or one: the friend of a friend is a friend, the foe of a friend a
    foe. D. Cartwright and F. Harary 1956, "Structural Balance: A Generalization of Heider's
    Theory", Psychological Review 63: 277-293.
    """

    friends_3: int
    friends_2: int
    friends_1: int
    friends_0: int

    @property
    def share(self) -> float | None:
        """The share of triads in balance; None where there is none."""
        balanced = self.friends_3 + self.friends_1
        total = balanced + self.friends_2 + self.friends_0
        return balanced / total if total else None


def ties_on(baseline: str | Path, on: date) -> pl.DataFrame:
    """The pairs bound on a day and by what: `ccode1, ccode2`, and the promises (1: of either).

    From ATOP's member level. Raises InputError where it is not imported, or tells not of the day.
    """
    held = source(baseline, "atop-member")
    if on > date.fromisoformat(held.kept.coded_until):
        raise InputError(
            f"{held.named} tells to {held.kept.coded_until}, and not of {on}; name a day"
        )
    stood = promises(baseline).filter(
        (pl.col("start") <= on) & (pl.col("end").is_null() | (pl.col("end") >= on))
    )
    return _pairs(stood.with_columns(year=pl.lit(on.year, pl.Int16)).lazy())


def ties_in(baseline: str | Path, year: int) -> pl.DataFrame:
    """The pairs bound in a year and by what, from ATOP's dyad-years; else as `ties_on`."""
    held = source(baseline, "atop-dyad-year")
    if not 1815 <= year <= held.last:
        raise InputError(
            f"{held.named} tells of 1815 to {held.last}, and not of {year}; name a year"
        )
    return _pairs(held.rows.filter(pl.col("year") == year))


def centrality(ties: pl.DataFrame, promise: tuple[str, ...] = FLAGS) -> pl.DataFrame:
    """How central each state is among those tied by one of the promises.

    `ccode`, `degree` (how many it is tied to), `betweenness`, `closeness` (both from 0 to 1; L. C.
    Freeman 1979, "Centrality in Social Networks", Social Networks 1: 215-239), `eigenvector` (P.
    Bonacich 1987, American Journal of Sociology 92: 1170-1182; of each connected part by itself and
    of length 1 there), most central first.
    """
    graph, codes = _graph(ties, promise)
    between = rx.betweenness_centrality(graph)
    close = rx.closeness_centrality(graph)
    rows = {
        "ccode": codes,
        "degree": [graph.degree(node) for node in range(len(codes))],
        "betweenness": [between[node] for node in range(len(codes))],
        "closeness": [close[node] for node in range(len(codes))],
        "eigenvector": _eigenvector(graph),
    }
    kinds = {"ccode": pl.Int16, "degree": pl.Int16}
    frame = pl.DataFrame(rows, schema_overrides=kinds)
    return frame.sort("degree", "eigenvector", "ccode", descending=[True, True, False])


def blocs(ties: pl.DataFrame, promise: tuple[str, ...] = FIGHTING) -> tuple[Bloc, ...]:
    """The blocs that the promises make, the largest first."""
    graph, codes = _graph(ties, promise)
    found = []
    for part in rx.connected_components(graph):
        size = len(part)
        degrees = {node: graph.degree(node) for node in part}
        density = sum(degrees.values()) / (size * (size - 1))
        core = sorted(codes[node] for node, degree in degrees.items() if degree == size - 1)
        found.append(Bloc(tuple(sorted(codes[node] for node in part)), density, tuple(core)))
    return tuple(sorted(found, key=lambda one: (-len(one.members), one.members)))


def balance(friends: pl.DataFrame, foes: pl.DataFrame) -> Balance:
    """The triads of friends and foes; a pair that is both is neither.

    Both have `ccode1, ccode2`. Counted by products of the matrices of friends P and of foes N: tr
    PPP / 6, tr PPN / 2, tr PNN / 2 and tr NNN / 6.
    """
    pairs = [
        {(min(row), max(row)) for row in frame.select("ccode1", "ccode2").iter_rows()}
        for frame in (friends, foes)
    ]
    both = pairs[0] & pairs[1]
    codes = sorted({code for held in pairs for pair in held for code in pair})
    place = {code: number for number, code in enumerate(codes)}
    positive, negative = (np.zeros((len(codes), len(codes)), np.int64) for _ in pairs)
    for matrix, held in ((positive, pairs[0] - both), (negative, pairs[1] - both)):
        for one, two in held:
            matrix[place[one], place[two]] = matrix[place[two], place[one]] = 1
    friendly, hostile = positive @ positive, negative @ negative
    return Balance(
        int((friendly * positive).sum()) // 6,
        int((friendly * negative).sum()) // 2,
        int((hostile * positive).sum()) // 2,
        int((hostile * negative).sum()) // 6,
    )


def _pairs(rows: pl.LazyFrame) -> pl.DataFrame:
    told = either_way(rows.select("ccode1", "ccode2", "year", *FLAGS))
    tied = pl.any_horizontal(pl.col(flag) == 1 for flag in FLAGS)
    return told.filter(tied).drop("year").sort("ccode1", "ccode2").collect()


def _graph(
    ties: pl.DataFrame, promise: tuple[str, ...]
) -> tuple["rx.PyGraph[int, None]", list[int]]:
    """The network of pairs tied by one of the promises, and the states in order of its nodes."""
    held = ties.filter(pl.any_horizontal(pl.col(name) == 1 for name in promise))
    codes = sorted({*held["ccode1"].to_list(), *held["ccode2"].to_list()})
    place = {code: number for number, code in enumerate(codes)}
    graph: rx.PyGraph[int, None] = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(codes)
    graph.add_edges_from_no_data(
        [(place[one], place[two]) for one, two in held.select("ccode1", "ccode2").iter_rows()]
    )
    return graph, codes


def _eigenvector(graph: "rx.PyGraph[int, None]") -> list[float]:
    """The centrality of each node within its connected part."""
    found = [0.0] * graph.num_nodes()
    for part in rx.connected_components(graph):
        nodes = sorted(part)
        told = rx.eigenvector_centrality(graph.subgraph(nodes), max_iter=_STEPS)
        for number, node in enumerate(nodes):
            found[node] = abs(told[number])
    return found

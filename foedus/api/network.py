"""A baseline and a day in; out, who is central, which blocs there are, what is in balance."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foedus.api.pictures import state_name
from foedus.history.network import FIGHTING, Balance, Bloc, balance, blocs, centrality, ties_on
from foedus.history.panel.tables import source, source_if_any

if TYPE_CHECKING:
    import polars

_MOST, _MEMBERS = 10, 8  # states and members that the screen names


@dataclass(frozen=True, slots=True)
class Network:
    """The network of promises on a day: `central` has a row a state, most central first.

    `friends` of the triads are pairs that promise to fight for each other, foes are strategic
    rivals; `triads` is None where no rivalries are imported, or tell of the year.
    """

    on: date
    pairs: int
    central: "polars.DataFrame"
    blocs: tuple[Bloc, ...]
    triads: Balance | None
    sources: tuple[str, ...]
    cite: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """The network for a reader."""
        yield f"{self.on}: {self.pairs} pairs bound by a promise, {self.central.height} states."
        yield "Most tied:"
        for row in self.central.head(_MOST).iter_rows(named=True):
            yield (
                f"  {state_name(row['ccode'], self.on)}: {row['degree']} ties, between others "
                f"{row['betweenness']:.2f}, eigenvector {row['eigenvector']:.2f}"
            )
        yield "Blocs, by promises to fight:"
        yield from (f"  {self._bloc(bloc)}" for bloc in self.blocs)
        if self.triads is not None and self.triads.share is not None:
            share = round(100 * self.triads.share)
            told = asdict(self.triads)
            yield (
                f"Triads of friends and rivals: {sum(told.values())}, {share} % in balance "
                f"({told['friends_3']} of three friends, {told['friends_1']} of two allied against "
                "one)."
            )
        yield from (f"Please cite: {work}" for work in self.cite)

    def row(self) -> dict[str, Any]:
        """The network as JSON."""
        return {
            "on": self.on.isoformat(),
            "pairs": self.pairs,
            "states": [
                {**row, "name": state_name(row["ccode"], self.on)}
                for row in self.central.iter_rows(named=True)
            ],
            "blocs": [asdict(bloc) for bloc in self.blocs],
            "triads": {**asdict(self.triads), "share": self.triads.share} if self.triads else None,
            "sources": list(self.sources),
        }

    def _bloc(self, bloc: Bloc) -> str:
        names = [state_name(code, self.on) for code in bloc.members]
        more = f" and {len(names) - _MEMBERS} more" if len(names) > _MEMBERS else ""
        return (
            f"{len(names)} states, {round(100 * bloc.density)} % of their pairs bound: "
            f"{', '.join(names[:_MEMBERS])}{more}"
        )


def network(baseline: str | Path, on: date) -> Network:
    """The network of promises on a day.

    Raises InputError where ATOP's member level is not imported, or tells not of the day.
    """
    folder = Path(baseline)
    held = source(folder, "atop-member")
    ties = ties_on(folder, on)
    rivals = source_if_any(folder, "rivalries")
    triads, used = None, [held]
    if rivals is not None and on.year <= rivals.last:
        import polars as pl

        foes = rivals.rows.filter(pl.col("start") <= on.year, pl.col("end") >= on.year).collect()
        friends = ties.filter(pl.any_horizontal(pl.col(name) == 1 for name in FIGHTING))
        triads = balance(friends, foes)
        used.append(rivals)
    return Network(
        on,
        ties.height,
        centrality(ties),
        blocs(ties),
        triads,
        tuple(one.named for one in used),
        tuple(one.kept.citation for one in used),
    )

"""Rows by state, pair and time in; the same rows with the columns of one source after another out.

Rows and sources are lazy: nothing is read before `collect`, and only for the rows asked for. Where
a source does not tell of a year, its columns are missing there, never 0.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from foedus.history.panel.scope import Codes, Scope, Unit
from foedus.history.works import Citations, citations
from foedus.model.errors import InputError

if TYPE_CHECKING:
    from foedus.history.similarity import Progress


@dataclass(frozen=True, slots=True)
class Panel:
    """A table by state, pair and time.

    `frame` has a row for each unit, in order; `sources` names each source with its version;
    `notes` says what a reader of the table must know; `cite` are the ids of the works to cite.
    Each `with_` gives a new panel with more columns; where the baseline lacks the table, or the
    unit has no such column, it raises InputError.
    """

    frame: pl.LazyFrame
    scope: Scope
    baseline: Path
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    cite: tuple[str, ...] = ()

    def collect(self) -> pl.DataFrame:
        """The table, read and put together now."""
        return self.frame.collect()

    def filter(self, *conditions: pl.Expr) -> "Panel":
        """The panel with only the rows for which all conditions hold."""
        return replace(self, frame=self.frame.filter(*conditions))

    def citations(self) -> Citations:
        """The works to cite for this table: `str()` of it, `.bibtex()` or `.csl()`."""
        return citations(self.cite)

    def with_columns_of(self, *names: str, progress: "Progress" = lambda _: None) -> "Panel":
        """The panel with the columns of several sources, by the names of `foedus panel --with`.

        `progress` is told of every step of what takes long.
        """
        from foedus.history.panel.adding import ADDED

        found = self
        if names and self.scope.unit is Unit.MEMBER_SPELL:
            raise InputError(f"no columns for {self.scope.unit}s, whose promises are all there is")
        for name in names:
            if name not in ADDED:
                known = ", ".join(sorted(ADDED))
                raise InputError(f"no columns '{name}' for a panel; one of: {known}")
            found = ADDED[name](found, progress)
        return found

    def with_alliances(self, treaties: bool = False) -> "Panel":
        """ATOP's promises: `atop_defense`, `_offense`, `_neutral`, `_nonagg`, `_consul`.

        In a directed dyad each is 1 where the first state promises it to the second, in an
        undirected one where either does; alone, a state has the number of states that it promises
        it to. Days come from the member level. With `treaties` a dyad also has `atop_ids`, the
        treaties behind the row.
        """
        from foedus.history.panel.alliances import with_alliances

        return with_alliances(self, treaties)

    def with_capabilities(self) -> "Panel":
        """COW capabilities: `milex`, `milper`, `irst`, `pec`, `tpop`, `upop`, `cinc`."""
        from foedus.history.panel.states import with_capabilities

        return with_capabilities(self)

    def with_capability_ratio(self) -> "Panel":
        """The weaker's share of the stronger's capabilities: `capratio`, from 0 to 1.

        The lesser `cinc` over the greater, of capabilities asked for before or now; missing where
        one is not known or the greater is 0. The ratio of S. A. Bremer 1992, "Dangerous Dyads",
        Journal of Conflict Resolution 36: 309-341, turned over so that 1 is parity.
        """
        from foedus.history.panel.states import with_capability_ratio

        return with_capability_ratio(self)

    def with_majors(self) -> "Panel":
        """Whether each state was a major power in the year: `cowmaj`."""
        from foedus.history.panel.states import with_majors

        return with_majors(self)

    def with_democracy(self) -> "Panel":
        """Democracy scores of each state: `polity2`, `v2x_polyarchy`, `euds`, `aeuds`."""
        from foedus.history.panel.states import with_democracy

        return with_democracy(self)

    def with_ideal_points(self) -> "Panel":
        """Ideal points from votes in the UN: `idealpoint`; in a dyad also `absidealdiff`."""
        from foedus.history.panel.states import with_ideal_points

        return with_ideal_points(self)

    def with_igos(self) -> "Panel":
        """International organisations: `dyadigos` that two share; `sum_igo_...` of one state."""
        from foedus.history.panel.dyads import with_igos

        return with_igos(self)

    def with_trade(self) -> "Panel":
        """COW trade in millions of US dollars: `flow1`, `flow2`, what each imports of the other.

        Of one state `imports` and `exports`, the sums of its flows that are known.
        """
        from foedus.history.panel.dyads import with_trade

        return with_trade(self)

    def with_contiguity(self) -> "Panel":
        """COW direct contiguity: `conttype`, 1 (land) to 5, 0 where there is none.

        Of one state `land` and `sea`, the numbers of its neighbours.
        """
        from foedus.history.panel.dyads import with_contiguity

        return with_contiguity(self)

    def with_distance(self) -> "Panel":
        """The distance of the capitals on 31 December in kilometres: `capdist`."""
        from foedus.history.panel.dyads import with_distance

        return with_distance(self)

    def with_rivalry(self) -> "Panel":
        """Strategic rivalries: `ongoingrivalry`, `tssr_id` and its kinds."""
        from foedus.history.panel.dyads import with_rivalry

        return with_rivalry(self)

    def with_sanctions(self) -> "Panel":
        """Sanctions of the first state on the second: `sanctionongoing`, `sanctiononset`."""
        from foedus.history.panel.dyads import with_sanctions

        return with_sanctions(self)

    def with_disputes(self, of: str = "cow") -> "Panel":
        """Militarized disputes of COW (`of="cow"`) or Gibler, Miller and Little (`"gml"`).

        `cowmidongoing` and `cowmidonset` (`gmlmid...`), with the columns of the one dispute that
        stands for a dyad-year of several. Of one state, how many disputes it was in.
        """
        from foedus.history.panel.disputes import with_disputes

        return with_disputes(self, of)

    def with_wars(self) -> "Panel":
        """COW inter-state wars: `cowinterongoing`, `cowinteronset`; in a dyad the war's columns."""
        from foedus.history.panel.wars import with_wars

        return with_wars(self)

    def with_spells(self) -> "Panel":
        """Years of peace before each row: `cowmidspell`, `gmlmidspell` and `cowinterspell`.

        For every ongoing conflict that the panel has a column of already.
        """
        from foedus.history.panel.peace import with_spells

        return with_spells(self)

    def with_similarity(
        self, of: str = "alliances", progress: "Progress" = lambda _: None
    ) -> "Panel":
        """How alike the two are, by their promises (`of="alliances"`) or votes in the UN ("votes").

        Columns as in `alliance_similarity` and `vote_similarity`. Worked out when asked for, year
        by year, with `progress` told of each.
        """
        from foedus.history.panel.similarity import with_similarity

        return with_similarity(self, of, progress)

    def with_cow_codes(self) -> "Panel":
        """Where the rows have numbers of Gleditsch and Ward: those of COW beside them."""
        from foedus.history.panel.codes import with_cow_codes

        return with_cow_codes(self)

    def need(self, *units: Unit, what: str) -> None:
        """Raise InputError where a row of the panel is none of these units."""
        if self.scope.unit not in units:
            known = " and ".join(f"{unit}s" for unit in units)
            raise InputError(f"no {what} for {self.scope.unit}s; there are some for {known}")


def with_note(panel: Panel, *notes: str) -> Panel:
    """The panel with notes, each once."""
    return replace(panel, notes=tuple(dict.fromkeys((*panel.notes, *notes))))


def with_source(panel: Panel, named: str, cite: Iterable[str]) -> Panel:
    """The panel with one more source."""
    return replace(
        panel,
        sources=tuple(dict.fromkeys((*panel.sources, named))),
        cite=tuple(dict.fromkeys((*panel.cite, *cite))),
    )


def in_cow(panel: Panel) -> Panel:
    """The panel with COW's numbers of its states, which most sources are joined by."""
    return panel if panel.scope.codes is Codes.COW else panel.with_cow_codes()

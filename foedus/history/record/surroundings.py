"""A baseline in; out, what stands around a case: the war's year, who was bound, how strong each.

Each is asked of the user's own tables; what none of them tells is None or empty, and never guessed.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from foedus.history.panel.tables import source_if_any

Bound = tuple[int, int, int]
_OPEN = 9999
_YEAR, _MEMBER = re.compile(r"\d{4}"), re.compile(r"mem\d+")
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The tables beside the cases, by what they are asked for.

    `treaties` are ATOP's rows by treaty; `bound` who was bound from which year to which;
    `begun` and `begun_cow` the first year of a war, by Interstate War Data's number and by COW's;
    `shares` a state's share of the world's capabilities (CINC) by its number and the year.
    """

    treaties: Mapping[int, Row]
    bound: Mapping[int, list[Bound]]
    begun: Mapping[int, int]
    begun_cow: Mapping[int, int]
    shares: Mapping[tuple[int, int], float]

    def year_of(self, case: Row) -> int | None:
        """The war's first year: that in its name, else that of the wars' tables."""
        told = _YEAR.search(str(case.get("warname") or ""))
        if told:
            return int(told[0])
        return self.begun.get(case["warid"]) or self.begun_cow.get(case.get("cowwarid") or 0)

    def members_in(self, treaty: int, year: int | None) -> tuple[int, ...]:
        """Who was bound in the year; where that is nobody, or not known, all that ever were."""
        spells = self.bound.get(treaty, [])
        then = [member for member, since, until in spells if year and since <= year <= until]
        return tuple(dict.fromkeys(then)) or _ever(self.treaties.get(treaty, {}))

    def unequal(self, treaties: Iterable[int]) -> bool | None:
        """Whether their members promise unequal things (ATOP's `asymm`); None where none is coded.

        None, too, where the numbers of one treaty differ.
        """
        coded = {self.treaties.get(number, {}).get("asymm") for number in treaties} - {None}
        return coded.pop() == 1 if len(coded) == 1 else None

    def ratio(self, members: Iterable[int], year: int | None) -> float | None:
        """How many times the share of the weakest the strongest had in the year.

        None where fewer than two are bound, or the share of one of them is not known or 0.
        """
        held = [self.shares.get((member, year or 0)) for member in members]
        known = [share for share in held if share]
        return max(known) / min(known) if len(held) == len(known) > 1 else None


def surroundings(baseline: str | Path) -> Surroundings:
    """What the baseline tells around the cases; empty for each table that is not imported."""
    return Surroundings(
        treaties={row["atopid"]: row for row in _rows(baseline, "atop-alliance")},
        bound=_bound(baseline),
        begun=_first(baseline, "interstate-war-data", "larger_war_id", "year"),
        begun_cow=_first(baseline, "interstate-wars", "warnum", "startyear1"),
        shares={
            (row["ccode"], row["year"]): row["cinc"]
            for row in _rows(baseline, "capabilities", "ccode", "year", "cinc")
        },
    )


def _rows(baseline: str | Path, kind: str, *columns: str) -> Iterable[dict[str, Any]]:
    held = source_if_any(baseline, kind)
    if held is None:
        return ()
    rows = held.rows.select(columns) if columns else held.rows
    return rows.collect().iter_rows(named=True)


def _bound(baseline: str | Path) -> Mapping[int, list[Bound]]:
    """By treaty who was bound from which year to which, the members in order."""
    found: dict[int, list[Bound]] = defaultdict(list)
    for row in _rows(baseline, "atop-member", "atopid", "member", "yrent", "yrexit"):
        found[row["atopid"]].append((row["member"], row["yrent"], row["yrexit"] or _OPEN))
    return {treaty: sorted(spells) for treaty, spells in found.items()}


def _first(baseline: str | Path, kind: str, number: str, year: str) -> Mapping[int, int]:
    """The first year of each war by its number; years below 0 stand for unknown ones."""
    held = source_if_any(baseline, kind)
    if held is None:
        return {}
    known = held.rows.filter(pl.col(year) > 0).group_by(number).agg(pl.col(year).min())
    return {row[number]: row[year] for row in known.collect().iter_rows(named=True)}


def _ever(treaty: Row) -> tuple[int, ...]:
    """All that ever were members, by ATOP's row of the treaty."""
    names = (name for name in treaty if _MEMBER.fullmatch(name))
    return tuple(int(treaty[name]) for name in names if treaty[name])

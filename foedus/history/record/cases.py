"""A baseline in; out, the promises that wars called, by war and treaty, and how they fared.

The cases are those of the table of performance (Berkemeier and Fuhrmann 2018), what was promised
and by whom is ATOP's.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from foedus.history.panel.tables import source, source_if_any
from foedus.history.tables import CODINGS, PROMISES

Bound = tuple[int, int, int]
_OPEN = 9999
_YEAR, _MEMBER = re.compile(r"\d{4}"), re.compile(r"mem\d+")
_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d{4})")


@dataclass(frozen=True, slots=True)
class Called:
    """One promise that was called: a treaty in a war.

    `kinds` are the promises of the treaty, ATOP's words, the weightiest first; `early` whether the
    war began before 1945; `honoured` by the main coding, `other` by the second (None: not called).
    `asymmetric` (ATOP: the promises are unequal), `wartime` and `since` are None where ATOP's
    treaties are not in the baseline. `year` is the first that the war's name gives; `members` are
    the COW numbers of those bound in that year by ATOP's member level, else of all that ever were;
    empty where neither is in the baseline.
    """

    war: int
    war_name: str
    atopid: int
    kinds: tuple[str, ...]
    early: bool
    multilateral: bool
    honoured: bool | None
    other: bool | None
    asymmetric: bool | None = None
    wartime: bool | None = None
    since: int | None = None
    year: int | None = None
    members: tuple[int, ...] = ()


def called_cases(baseline: Path) -> tuple[Called, ...]:
    """The called promises, by war and treaty. Raises InputError where the table is not imported.

    Called is a case that a coding found honoured or violated; the reasons for which others were
    not called overlap and are not used.
    """
    held = source(baseline, "alliance-performance")
    frame = held.rows.sort("warid", "atopid").collect()
    alliances = source_if_any(baseline, "atop-alliance")
    known = {}
    if alliances is not None:
        rows = alliances.rows.collect()
        known = {row["atopid"]: row for row in rows.iter_rows(named=True)}
    bound = _bound(baseline)
    cases = (_case(row, known.get(row["atopid"], {}), bound) for row in frame.iter_rows(named=True))
    return tuple(one for one in cases if one.honoured is not None or one.other is not None)


def _bound(baseline: Path) -> Mapping[int, list[Bound]]:
    """By treaty who was bound from which year to which, in order; nothing without the table."""
    held = source_if_any(baseline, "atop-member")
    found: dict[int, list[Bound]] = defaultdict(list)
    if held is not None:
        rows = held.rows.select("atopid", "member", "yrent", "yrexit").sort("member").collect()
        for atopid, member, since, until in rows.iter_rows():
            found[atopid].append((member, since, until or _OPEN))
    return found


def _case(row: dict[str, Any], treaty: dict[str, Any], bound: Mapping[int, list[Bound]]) -> Called:
    kinds = tuple(name for name in PROMISES if row.get(name) == 1)
    main, other = (_outcome(row, coding) for coding in CODINGS)
    told = _YEAR.search(str(row.get("warname") or ""))
    year = int(told[0]) if told else None
    spells = bound.get(row["atopid"], [])
    then = [member for member, since, until in spells if year and since <= year <= until]
    return Called(
        war=row["warid"],
        war_name=_words(str(row.get("warname") or f"war {row['warid']}")),
        atopid=row["atopid"],
        kinds=kinds,
        early=row["sample"] == 1,
        multilateral=row.get("multilateral") == 1,
        honoured=main,
        other=other,
        asymmetric=_flag(treaty.get("asymm")),
        wartime=_flag(treaty.get("wartime")),
        since=treaty.get("begyr"),
        year=year,
        members=tuple(dict.fromkeys(then)) or _ever(treaty),
    )


def _ever(treaty: dict[str, Any]) -> tuple[int, ...]:
    """All that ever were members, by ATOP's row of the treaty."""
    names = (name for name in treaty if _MEMBER.fullmatch(name))
    return tuple(int(treaty[name]) for name in names if treaty[name])


def _outcome(row: dict[str, Any], coding: str) -> bool | None:
    """Honoured, violated, or not called by this coding."""
    honoured, violated = (row[name] == 1 for name in CODINGS[coding])
    return honoured if honoured or violated else None


def _flag(value: object) -> bool | None:
    return None if value is None else value == 1


def _words(name: str) -> str:
    """ "FirstWar_1901-02" as words: "First War 1901-02"."""
    return " ".join(_JOINED.sub(" ", name.replace("_", " ")).split())


def table(cases: tuple[Called, ...]) -> pl.DataFrame:
    """The cases as a table, a row each; kinds and members with semicolons between."""
    return pl.DataFrame(
        [
            {
                "war": one.war,
                "war_name": one.war_name,
                "atopid": one.atopid,
                "kinds": ";".join(one.kinds),
                "early": one.early,
                "asymmetric": one.asymmetric,
                "multilateral": one.multilateral,
                "honoured": one.honoured,
                "honoured_other": one.other,
                "members": ";".join(map(str, one.members)),
            }
            for one in cases
        ]
    )

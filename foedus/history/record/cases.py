"""A baseline in; out, the promises that wars called, by war and treaty, and how they fared.

The cases are those of the table of performance (Berkemeier and Fuhrmann 2018), what was promised
and by whom is ATOP's.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from foedus.history.panel.tables import source
from foedus.history.record.surroundings import Row, Surroundings, surroundings
from foedus.history.tables import CODINGS, PROMISES

ERAS_PART = 1945  # the first year of the later era, as the table of cases has it
GREAT_GAP = 10  # from so many times the weakest member's share on, the strongest is far stronger
_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d{4})")


@dataclass(frozen=True, slots=True)
class Called:
    """One promise that was called: a treaty in a war.

    `kinds` are the promises of the treaty, ATOP's words, the weightiest first (which of them the
    war called is not coded); `early` whether the war began before 1945; `honoured` by the main
    coding, `other` by the second (None: not called). `asymmetric` (ATOP: the promises are unequal),
    `wartime` and `since` are None where ATOP's treaties are not in the baseline. `year` is the
    first of the war, by its name or else by a table of wars; `members` are the COW numbers of those
    bound in that year by ATOP's member level, else of all that ever were; empty where neither is in
    the baseline. `ratio` is how many times the weakest member's share of capabilities (CINC) the
    strongest had in that year, None where the share of one of them is not known.
    """

    war: int
    war_name: str
    atopid: int
    kinds: tuple[str, ...]
    early: bool | None
    multilateral: bool | None
    honoured: bool | None
    other: bool | None
    asymmetric: bool | None = None
    wartime: bool | None = None
    since: int | None = None
    year: int | None = None
    members: tuple[int, ...] = ()
    ratio: float | None = None

    @property
    def great_gap(self) -> bool | None:
        """Whether the strongest member has `GREAT_GAP` times the share of the weakest, or more."""
        return None if self.ratio is None else self.ratio >= GREAT_GAP


def called_cases(baseline: str | Path) -> tuple[Called, ...]:
    """The called promises, by war and treaty.

    Called is a case that a coding found honoured or violated; the reasons for which others were
    not called overlap and are not used, and a row without any mark is one not called, or not coded.
    Raises InputError where the table is not imported.
    """
    held = source(baseline, "alliance-performance")
    frame = held.rows.sort("warid", "atopid").collect()
    around = surroundings(baseline)
    cases = (_case(row, around) for row in frame.iter_rows(named=True))
    return tuple(one for one in cases if one.honoured is not None or one.other is not None)


def _case(row: Row, around: Surroundings) -> Called:
    treaty = around.treaties.get(row["atopid"], {})
    main, other = (_outcome(row, coding) for coding in CODINGS)
    year = around.year_of(row)
    members = around.members_in(row["atopid"], year)
    era = _flag(row.get("sample"))
    return Called(
        war=row["warid"],
        war_name=_words(str(row.get("warname") or f"war {row['warid']}")),
        atopid=row["atopid"],
        kinds=_kinds(row) or _kinds(treaty),
        early=era if era is not None or year is None else year < ERAS_PART,
        multilateral=_flag(row.get("multilateral")),
        honoured=main,
        other=other,
        asymmetric=_flag(treaty.get("asymm")),
        wartime=_flag(treaty.get("wartime")),
        since=treaty.get("begyr"),
        year=year,
        members=members,
        ratio=around.ratio(members, year),
    )


def _kinds(row: Row) -> tuple[str, ...]:
    """What the treaty promises, by the table of cases or by ATOP's row of the treaty."""
    return tuple(name for name in PROMISES if row.get(name) == 1)


def _outcome(row: Row, coding: str) -> bool | None:
    """Honoured, violated, or None: not called by this coding, or marked as both."""
    honoured, violated = (row[name] == 1 for name in CODINGS[coding])
    return honoured if honoured != violated else None


def _flag(value: Any) -> bool | None:
    return None if value is None else value == 1


def _words(name: str) -> str:
    """ "FirstWar_1901-02" as words: "First War 1901-02"."""
    return " ".join(_JOINED.sub(" ", name.replace("_", " ")).split())

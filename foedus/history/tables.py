"""The tables of others that foedus can read: their columns, keys, versions and citations.

A table is known by its columns, whatever its file is called. The treaties of ATOP and the record of
their performance, of which the code speaks column by column, stand here; all other kinds in
`data/tables.toml`. A new kind is one more record there. Nothing of the data stands in either.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from foedus.history.works import cited


class Sort(StrEnum):
    """What a column may hold. `open-year`: a year, or 0 for what had not ended."""

    NUMBER = "a whole number"
    STATE = "the number of a state"
    YEAR = "a year"
    OPEN_YEAR = "a year, or 0"
    MAYBE_YEAR = "a year, or empty"
    MONTH = "a month (1 to 12; 0 or empty where not known)"
    DAY = "a day (1 to 31; 0 or empty where not known)"
    FLAG = "0 or 1"
    MARK = "1, 0 or empty"
    NAMED_STATE = "the number of a state, 0 or empty for none"
    WHOLE = "a whole number, or empty"
    DECIMAL = "a number, or empty"
    TEXT = "text"
    DATE = "a date (YYYY-MM-DD)"
    YEAR_AND_MONTH = "a year and month (YYYYMM)"
    CONTIGUITY = "1 (by land) to 5 (up to 400 miles of water)"


@dataclass(frozen=True, slots=True)
class TableKind:
    """One kind of table: what it must have, what tells two rows apart, whom to cite.

    `coded_until` is the last day that a version tells of, by the first part of its number;
    `versions` the version of a table that gives none, by the last year it tells of. `also` are
    columns that may be missing; `renamed` gives the name here of a column of another release;
    `missing` are marks for what is not known. Of kinds with the same columns the file's name
    decides: it has `named`, and not `not_named`. Rows of one key are an error, or left out and
    counted with `leave_out_twice`.
    """

    id: str
    dataset: str
    title: str
    columns: Mapping[str, Sort]
    key: tuple[str, ...]
    years: tuple[int, int]
    cite: tuple[str, ...]
    version_column: str = ""
    coded_until: Mapping[str, str] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)
    also: Mapping[str, Sort] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    named: str = ""
    not_named: str = ""
    leave_out_twice: bool = False

    @property
    def citation(self) -> str:
        """What the owners of the data ask to be cited, as one text."""
        return " ".join(cited(work).text for work in self.cite)


PROMISES: Mapping[str, str] = MappingProxyType(
    {"defense": "def", "offense": "off", "neutral": "neu", "nonagg": "", "consul": "con"}
)
# how each promise may be limited, by the first letters of its columns
LIMITS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "def": ("coadv", "coloc", "cocon", "conum", "codem", "conpr"),
        "off": ("coadv", "coloc", "cocon", "conum", "codem"),
        "neu": ("coadv", "coloc", "cocon", "conum", "codem", "conpr", "coatt"),
        "con": ("coadv", "coloc", "cocon", "coreq"),
    }
)
_LIMIT_COLUMNS = [f"{start}{limit}" for start, limits in LIMITS.items() for limit in limits]

_ATOP_UNTIL = MappingProxyType({"4": "2016-12-31", "5": "2018-12-31"})

MEMBERS = TableKind(
    id="atop-member",
    dataset="ATOP",
    title="ATOP, member level: one row a treaty, member and phase",
    columns=MappingProxyType(
        {
            "atopid": Sort.NUMBER,
            "member": Sort.STATE,
            "yrent": Sort.YEAR,
            "moent": Sort.MONTH,
            "dayent": Sort.DAY,
            "yrexit": Sort.OPEN_YEAR,
            "moexit": Sort.MONTH,
            "dayexit": Sort.DAY,
            "phase": Sort.NUMBER,
            **dict.fromkeys(PROMISES, Sort.FLAG),
            **dict.fromkeys(_LIMIT_COLUMNS, Sort.FLAG),
            "statthr1": Sort.NAMED_STATE,
            "statthr2": Sort.NAMED_STATE,
        }
    ),
    key=("atopid", "member", "phase", "yrent", "moent", "dayent"),
    years=(1648, 2100),
    cite=("atop",),
    version_column="version",
    coded_until=_ATOP_UNTIL,
)

ALLIANCES = TableKind(
    id="atop-alliance",
    dataset="ATOP",
    title="ATOP, alliance level: one row a treaty",
    columns=MappingProxyType(
        {
            "atopid": Sort.NUMBER,
            "begyr": Sort.YEAR,
            "begmo": Sort.MONTH,
            "begday": Sort.DAY,
            "endyr": Sort.OPEN_YEAR,
            "endmo": Sort.MONTH,
            "endday": Sort.DAY,
            **dict.fromkeys(PROMISES, Sort.FLAG),
            "mem1": Sort.STATE,
            "mem2": Sort.NAMED_STATE,
        }
    ),
    key=("atopid",),
    years=(1648, 2100),
    cite=("atop",),
    version_column="version",
    coded_until=_ATOP_UNTIL,
)

# how each case came out, by the coding that is used and by the other one
CODINGS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"main": ("honorllm", "violatellm"), "other": ("honorbf", "violatebf")}
)

PERFORMANCE = TableKind(
    id="alliance-performance",
    dataset="Alliance performance in war",
    title="Alliance performance: one row a war and treaty, with what became of the promise",
    columns=MappingProxyType(
        {
            "warid": Sort.NUMBER,
            "atopid": Sort.NUMBER,
            **dict.fromkeys((name for pair in CODINGS.values() for name in pair), Sort.MARK),
        }
    ),
    key=("warid", "atopid"),
    years=(1816, 2100),
    cite=("alliance-performance",),
    coded_until=MappingProxyType({"": "2003-12-31"}),
)

_SORTS = {
    "text": Sort.TEXT,
    "date": Sort.DATE,
    "state": Sort.STATE,
    "named state": Sort.NAMED_STATE,
    "year": Sort.YEAR,
    "maybe year": Sort.MAYBE_YEAR,
    "month": Sort.MONTH,
    "day": Sort.DAY,
    "year and month": Sort.YEAR_AND_MONTH,
    "type of contiguity": Sort.CONTIGUITY,
    "flag": Sort.FLAG,
    "mark": Sort.MARK,
    "whole": Sort.WHOLE,
    "number": Sort.DECIMAL,
}


@cache
def kinds() -> Mapping[str, TableKind]:
    """Every kind of table that foedus can read, by its id."""
    text = (resources.files("foedus") / "data" / "tables.toml").read_text("utf-8")
    others = map(_kind, tomllib.loads(text)["table"])
    return MappingProxyType({k.id: k for k in (MEMBERS, ALLIANCES, PERFORMANCE, *others)})


def _kind(row: Mapping[str, Any]) -> TableKind:
    first, last = row["years"]
    return TableKind(
        id=row["id"],
        dataset=row["dataset"],
        title=row["title"],
        columns={name: _SORTS[sort] for name, sort in row["columns"].items()},
        key=tuple(row["key"]),
        years=(first, last),
        cite=tuple(row["cite"]),
        version_column=row.get("version_column", ""),
        versions=row.get("versions", {}),
        coded_until=row.get("told_until", {}),
        also={name: _SORTS[sort] for name, sort in row.get("also", {}).items()},
        renamed=row.get("renamed", {}),
        missing=tuple(row.get("missing", ())),
        named=row.get("named", ""),
        not_named=row.get("not_named", ""),
        leave_out_twice=row.get("leave_out_twice", False),
    )

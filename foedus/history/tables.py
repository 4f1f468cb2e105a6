"""The tables of others that foedus can read: their columns, keys, versions and citations.

A table is known by its columns, whatever its file is called. Each kind stands here once; nothing of
the data does. A new kind is one more `TableKind` in `KINDS`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Sort(StrEnum):
    """What a column may hold. `open-year`: a year, or 0 for what had not ended."""

    NUMBER = "a whole number"
    STATE = "the number of a state"
    YEAR = "a year"
    OPEN_YEAR = "a year, or 0"
    MONTH = "a month (1 to 12; 0 or empty where not known)"
    DAY = "a day (1 to 31; 0 or empty where not known)"
    FLAG = "0 or 1"
    MARK = "1, 0 or empty"
    NAMED_STATE = "the number of a state, 0 or empty for none"


@dataclass(frozen=True, slots=True)
class TableKind:
    """One kind of table: what it must have, what tells two rows apart, whom to cite.

    `coded_until` is the last day that a version tells of, by the first part of its number.
    """

    id: str
    dataset: str
    title: str
    columns: Mapping[str, Sort]
    key: tuple[str, ...]
    years: tuple[int, int]
    citation: str
    version_column: str = ""
    coded_until: Mapping[str, str] = field(default_factory=dict)


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

_ATOP = (
    "Leeds, Brett Ashley, Jeffrey M. Ritter, Sara McLaughlin Mitchell and Andrew G. Long. 2002. "
    '"Alliance Treaty Obligations and Provisions, 1815-1944." International Interactions 28: '
    "237-260."
)
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
    citation=_ATOP,
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
    citation=_ATOP,
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
    citation=(
        'Berkemeier, Molly, and Matthew Fuhrmann. 2018. "Reassessing the fulfillment of alliance '
        'commitments in war." Research & Politics 5(2).'
    ),
    coded_until=MappingProxyType({"": "2003-12-31"}),
)

KINDS: tuple[TableKind, ...] = (MEMBERS, ALLIANCES, PERFORMANCE)

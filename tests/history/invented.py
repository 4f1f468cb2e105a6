"""Rows of a member level that we made up, and the tables and treaties made of them."""

import gzip
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from foedus.history.baseline import Kept
from foedus.history.coarse import coarse_treaty
from foedus.history.spells import StateOf
from foedus.history.tables import MEMBERS
from foedus.model.treaty import Treaty

# numbers and names that no state has, two in Europe, one in Asia, one in the Americas; and one real
NAMES = {301: "XAA", 302: "XBB", 801: "XCC", 11: "XDD", 732: "KOR"}


def state_of(number: int, day: date) -> str:
    """XCC is called XCE from 1950 on; all others keep their name."""
    if number == 801 and day >= date(1950, 7, 1):
        return "XCE"
    return NAMES.get(number, f"cow/{number}")


def row(member: int, **given: int) -> dict[str, int]:
    """A member's row: bound by treaty 9001 from 3 May 1930 to 9 June 1940, promising nothing."""
    plain = dict.fromkeys(MEMBERS.columns, 0)
    bound = {"atopid": 9001, "yrent": 1930, "moent": 5, "dayent": 3}
    left = {"yrexit": 1940, "moexit": 6, "dayexit": 9}
    return {**plain, **bound, **left, "member": member, **given}


def pair(**given: int) -> list[dict[str, int]]:
    """The rows of two members in Europe who promise the same."""
    return [row(301, **given), row(302, **given)]


def still_bound(**given: int) -> list[dict[str, int]]:
    """The same two, still bound as the coding ended."""
    return pair(yrexit=0, moexit=0, dayexit=0, **given)


def coded(rows: Iterable[Mapping[str, int]], named: StateOf = state_of) -> Treaty:
    """The coarse treaty of the rows, as coded to the end of 2016."""
    kept = Kept("atop-member", "ATOP", "4.01", "a.csv", "0", 2, "2016-12-31", "", "a.parquet")
    return coarse_treaty(list(rows), kept, named)


def text(rows: Iterable[Mapping[str, object]], version: str = "4.01") -> str:
    """The rows as CSV, with their columns in the first line."""
    held = [{**one, "version": version} for one in rows]
    lines = [",".join(held[0]), *(",".join(map(str, one.values())) for one in held)]
    return "\n".join(lines) + "\n"


def written(path: Path, rows: Iterable[Mapping[str, object]], version: str = "4.01") -> Path:
    """A CSV file of the rows, gzipped where its name says so."""
    content = text(rows, version).encode("utf-8")
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path

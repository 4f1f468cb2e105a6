"""A small world that we made up, as the owners of the tables would have it, imported and ready.

Four states, in COW's numbers: 301 from 1900 on, 302 from 1900 to 1903-06-30 and again from
1905-01-01, 801 from 1903-07-01 on, 11 from 1900 to 1910, which is where the list ends.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from foedus.history import import_tables
from tests.history.invented import row, written

STATES = [
    {"ccode": 301, "cw_abb": "XAA", "cw_name": "A", "start": "1900-01-01", "end": "1910-12-31"},
    {"ccode": 302, "cw_abb": "XBB", "cw_name": "B", "start": "1900-01-01", "end": "1903-06-30"},
    {"ccode": 302, "cw_abb": "XBB", "cw_name": "B", "start": "1905-01-01", "end": "1910-12-31"},
    {"ccode": 801, "cw_abb": "XCC", "cw_name": "C", "start": "1903-07-01", "end": "1910-12-31"},
    {"ccode": 11, "cw_abb": "XDD", "cw_name": "D", "start": "1900-01-01", "end": "1908-12-31"},
]
Row = Mapping[str, object]


def promise(one: int, two: int, year: int, **given: int) -> Row:
    """A row of ATOP's directed dyad-years, promising nothing but what is given."""
    flags = ("defense", "offense", "neutral", "nonagg", "consul")
    told = {f"atop_{flag}": given.get(flag, 0) for flag in flags}
    return {"ccode1": one, "ccode2": two, "year": year, **told}


ALLIANCES = [
    promise(301, 302, 1901, defense=1),
    promise(302, 301, 1901, consul=1),
    promise(301, 302, 1902, defense=1),
    promise(11, 801, 1904, nonagg=1),
    promise(301, 11, 1908, neutral=1),
]
MEMBERS = [
    row(301, yrent=1901, moent=3, dayent=5, yrexit=1902, moexit=6, dayexit=9, defense=1),
    row(302, yrent=1901, moent=3, dayent=5, yrexit=1902, moexit=6, dayexit=9, consul=1),
    {**row(11, yrent=1904, moent=0, dayent=0, nonagg=1), "atopid": 9002, "yrexit": 0},
    {**row(801, yrent=1904, moent=0, dayent=0, nonagg=1), "atopid": 9002, "yrexit": 0},
]


def capability(state: int, year: int, cinc: float | str) -> Row:
    """A row of capabilities with nothing but a share."""
    parts = dict.fromkeys(("milex", "milper", "irst", "pec", "tpop", "upop"), "")
    return {"ccode": state, "year": year, **parts, "cinc": cinc}


def dispute(number: int, one: int, two: int, year: int, **given: int) -> list[Row]:
    """A dispute of two states in a year, both ways, as COW's directed file has it."""
    plain = dict.fromkeys(
        f"{name}{side}"
        for name in ("sidea", "fatality", "hiact", "hostlev", "orig")
        for side in "12"
    )
    held = dict.fromkeys(plain, 0)
    begun = given.get("disponset", 1)
    turned = {f"{k[:-1]}{'21'[int(k[-1]) - 1]}": v for k, v in given.items() if k[-1] in "12"}
    start = {"dispnum": number, "year": year, "dispongoing": 1, "disponset": begun}
    sides = {k: v for k, v in given.items() if k[-1] in "12"}
    return [
        {**start, "ccode1": one, "ccode2": two, **held, **sides},
        {**start, "ccode1": two, "ccode2": one, **held, **turned},
    ]


def baseline(folder: Path, **tables: Iterable[Row]) -> Path:
    """A baseline of these tables, each under the name of its file, beside the list of states."""
    source = folder / "source"
    source.mkdir(parents=True, exist_ok=True)
    for name, rows in {"states": STATES, **tables}.items():
        # ATOP 4.01 tells to 2016; a version that nobody knows to the last year of its rows
        version = "4.01" if name == "members" else "9"
        written(source / f"{name}.csv", list(rows), version)
    done = import_tables([source], folder / "baseline")
    assert done.failed == ()
    assert done.left == ()
    return folder / "baseline"

"""Votes with names and ISO codes of states in, the same with COW's numbers and years out.

A name stands for the state that bore it on the day: numbers, codes and names come from the records
of states that foedus ships.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

import polars as pl

from foedus.history.panel.tables import Source

# Names that the votes give and COW counts under a number that no ISO code leads to.
_NAMED = {
    "Federal Republic of Germany": 260,
    "German Democratic Republic": 265,
    "Yemen Arab Republic": 678,
    "Yemen People's Republic": 680,
    "Zanzibar": 511,
    "Czechoslovakia": 315,
    "Yugoslavia": 345,
}


def numbered_votes(votes: Source, calls: Source) -> pl.DataFrame:
    """`rcid, year, ccode, vote` of every vote whose state has a number; the rest is left out."""
    by_code = pl.col("country_code").replace_strict(_numbers(), default=None, return_dtype=pl.Int16)
    by_name = pl.col("country").replace_strict(_NAMED, default=None, return_dtype=pl.Int16)
    years = calls.rows.select("rcid", year=pl.col("date").dt.year().cast(pl.Int16))
    cast = votes.rows.with_columns(ccode=pl.coalesce(by_name, by_code)).join(years, on="rcid")
    known = cast.filter(
        pl.col("ccode").is_not_null(), pl.col("vote").is_in(["yes", "abstain", "no"])
    )
    once = known.unique(["rcid", "ccode"], keep="first", maintain_order=True)
    return once.select("rcid", "year", "ccode", "vote").collect()


@cache
def _numbers() -> Mapping[str, int]:
    """COW's numbers by ISO code of two letters; of several states with one code, of today's."""
    found: dict[str, tuple[bool, int]] = {}
    folder = resources.files("foedus") / "data" / "actors" / "states"
    for file in folder.iterdir():
        head, _, _ = file.read_text("utf-8").partition("\n[[")
        record = tomllib.loads(head)
        codes = record.get("codes", {})
        if "iso2" in codes and "cow" in codes:
            today = "until" not in record
            if today or codes["iso2"] not in found:
                found[codes["iso2"]] = today, codes["cow"]
    return {code: number for code, (_, number) in found.items()}

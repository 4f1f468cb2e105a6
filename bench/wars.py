"""Tables of wars in, what happened in them out: who attacked or joined against whom, when, where.

Interstate War Data gives the dyads with their days, COW's interstate wars the sides and the regions
in which each state fought, COW's militarised disputes what is in neither.
"""

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from foedus.api.baseline import state_of
from foedus.model.scenario import Event, EventKind

Row = dict[str, str]

DYADS = "interstate_war_data_iwd_1.csv.gz"
SIDES = "cow_war_interstate_4_0.csv.gz"
DISPUTES = "cow_dyadic_mid_4_02.csv.gz"

# the wars that neither table of wars has, by the number of COW's militarised dispute, with the
# cases' number and the region: Italy and Albania 1939, China and Taiwan 1950, China and Vietnam
# 1984, Bizerte 1961, Malaysia 1963-1966
_AS_DISPUTES = {
    "108": ("90", "europe"),
    "633": ("91", "asia"),
    "3639": ("92", "asia"),
    "28": ("93", "middle-east"),
    "1070": ("94", "asia"),
}

# COW's codes of where a state fought, as places of the library
_WHERE = {
    1: ("western-hemisphere",),
    2: ("europe",),
    4: ("africa",),
    6: ("middle-east",),
    7: ("asia",),
    9: ("oceania",),
    11: ("europe", "middle-east"),
    12: ("europe", "asia"),
    13: ("western-hemisphere", "asia"),
    14: ("europe", "africa", "middle-east"),
    15: ("europe", "africa", "middle-east", "asia"),
    16: ("africa", "middle-east", "asia", "oceania"),
    17: ("asia", "oceania"),
    18: ("africa", "middle-east"),
    19: ("europe", "africa", "middle-east", "asia", "oceania"),
}


@dataclass(frozen=True, slots=True)
class Dyad:
    """One state opens war on another, or joins one against it, from day to day."""

    by: int
    on: int
    since: date
    until: date
    joins: bool


def rows_of(path: Path) -> list[Row]:
    """The rows of a gzipped CSV file."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def dyads_of(rows: Iterable[Row]) -> dict[str, list[Dyad]]:
    """The dyads of each larger war: rows of single years put together by war, states and part."""
    years: dict[tuple[str, str, int, int], list[Row]] = defaultdict(list)
    for row in rows:
        key = (
            row["larger_war_id"], row["init_war_id"],
            int(row["init_ccode"]), int(row["target_ccode"]),
        )  # fmt: skip
        years[key].append(row)
    found: dict[str, list[Dyad]] = defaultdict(list)
    for (war, _, by, on), held in years.items():
        since = min(_day(row, "entry") for row in held)
        until = max(_day(row, "exit") for row in held)
        joins = any(row["joiner"] == "1" for row in held)
        found[war].append(Dyad(by, on, since, max(since, until), joins))
    return found


def _day(row: Row, which: str) -> date:
    """The day of entry or exit in the row's year; what is not known counts from or to the edge."""
    first = which == "entry"
    month = int(row[f"month_{which}"] or 0) or (1 if first else 12)
    day = int(row[f"day_{which}"] or 0)
    year = int(row["year"])
    if day:
        return date(year, month, min(day, _last(year, month)))
    return date(year, month, 1 if first else _last(year, month))


def _last(year: int, month: int) -> int:
    return ((date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)).day


def disputed_dyads(rows: Iterable[Row]) -> dict[str, list[Dyad]]:
    """The dyads of the wars that are known as disputes only, by the cases' number of the war.

    Who enters on the target's side joins against the initiator.
    """
    found: dict[str, dict[Dyad, None]] = defaultdict(dict)
    for row in rows:
        if row["disno"] not in _AS_DISPUTES or row["sideaa"] != "1":
            continue
        war, _ = _AS_DISPUTES[row["disno"]]
        since, until = (
            date(*(int(row[f"{edge}{part}"]) for part in parts))
            for edge, parts in (("strt", ("yr", "mnth", "day")), ("end", ("year", "mnth", "day")))
        )
        one, other = int(row["statea"]), int(row["stateb"])
        first, second = (one, other) if row["dyad_rolea"] == "1" else (other, one)
        joins = "1" not in (row["rolea"], row["roleb"]) or "4" in (row["rolea"], row["roleb"])
        found[war][Dyad(first, second, since, until, joins)] = None
    return {war: list(dyads) for war, dyads in found.items()}


@dataclass(frozen=True, slots=True)
class Sides:
    """What COW says of one war: on which sides each state fought, and where (else `for_all`)."""

    of: Mapping[int, frozenset[str]]
    where: Mapping[int, tuple[str, ...]]
    for_all: tuple[str, ...] = ("",)

    def together(self, one: int, other: int) -> bool:
        """Whether both fought, and on one and the same side throughout."""
        sides = self.of.get(one, frozenset()) | self.of.get(other, frozenset())
        return one in self.of and other in self.of and len(sides) == 1


def sides_of(rows: Iterable[Row]) -> dict[str, Sides]:
    """The sides of each war by COW's number."""
    sides: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    where: dict[str, dict[int, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for row in rows:
        state = int(row["ccode"])
        sides[row["WarNum"]][state].add(row["Side"])
        for place in _WHERE.get(int(row["WhereFought"]), ()):
            where[row["WarNum"]][state][place] = None
    return {
        war: Sides(
            {state: frozenset(on) for state, on in held.items()},
            {state: tuple(places) for state, places in where[war].items()},
        )
        for war, held in sides.items()
    }


def righted(dyads: Iterable[Dyad], sides: Sides) -> Iterator[Dyad]:
    """The dyads without those between states that COW has on one side throughout.

    Where such a one is all that tells of a state that joins, the state joins against the other
    side: against those whom its friends then fight.
    """
    held = list(dyads)
    kept = [d for d in held if not sides.together(d.by, d.on)]
    placed = {state for d in kept for state in (d.by, d.on)}
    yield from kept
    for slip in held:
        if slip.joins and slip.by not in placed:
            foes = {
                foe
                for d in kept if d.since <= slip.since <= d.until
                for friend, foe in ((d.by, d.on), (d.on, d.by))
                if sides.together(friend, slip.by) and not sides.together(foe, slip.by)
            }  # fmt: skip
            yield from (replace(slip, on=foe) for foe in sorted(foes))


def events_of(dyad: Dyad, day: date, sides: Sides) -> Iterator[Event]:
    """The dyad as events of that day, one for each region in which the victim fought."""
    event = Event(
        EventKind.JOIN if dyad.joins else EventKind.ATTACK,
        (state_of(dyad.by, day),),
        (state_of(dyad.on, day),),
        since=dyad.since,
        until=dyad.until,
    )
    for place in sides.where.get(dyad.on, sides.for_all):
        yield replace(event, place=place)


@dataclass(frozen=True, slots=True)
class Wars:
    """All wars: the dyads by the cases' number of the war, the sides by COW's."""

    dyads: Mapping[str, list[Dyad]]
    sides: Mapping[str, Sides]

    def of(self, war: str, cow: str) -> tuple[list[Dyad], Sides]:
        """The dyads of a war, slips righted, and its sides."""
        regions = dict(_AS_DISPUTES.values())
        sides = self.sides.get(cow, Sides({}, {}, (regions.get(war, ""),)))
        return list(righted(self.dyads.get(war, ()), sides)), sides


def wars_in(data: Path) -> Wars:
    """The wars of a folder that holds the three tables."""
    disputed = disputed_dyads(rows_of(data / DISPUTES))
    fought = dyads_of(rows_of(data / DYADS))
    return Wars({**disputed, **fought}, sides_of(rows_of(data / SIDES)))

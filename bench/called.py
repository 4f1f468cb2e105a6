"""Cases of treaty and war in, whether a promise of the treaty was called out, by the engine.

    python bench/called.py CASES.csv.gz --data DIR [--out ANSWERS.jsonl]

`DIR` holds ATOP's member level, Interstate War Data, COW's interstate wars and dyadic disputes. Of
each war the engine is told who attacked or joined against whom, from when to when and where; of the
treaty it knows what is coded. No label of a case is read before its answer is given.
"""

import argparse
import csv
import gzip
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from foedus.api.baseline import state_of
from foedus.api.importing import import_files
from foedus.history import coarse_treaties
from foedus.history.limits import CONFLICT, PLACE
from foedus.model.scenario import Answer, Event, EventKind, Scenario, Verdict
from foedus.model.treaty import Article, Treaty, Trigger
from foedus.model.treaty_words import Beneficiary, Duty, Modality, TriggerBy, TriggerKind
from foedus.reason import reason

Row = dict[str, str]

MEMBERS = "atop_4_01_member_level.csv.gz"
DYADS = "interstate_war_data_iwd_1.csv.gz"
SIDES = "cow_war_interstate_4_0.csv.gz"
DISPUTES = "cow_dyadic_mid_4_02.csv.gz"
CASES = "alliance_performance_cases_labelled_half.csv.gz"
WORLD_WARS = ("106", "139")  # COW's numbers of the two World Wars
# to consult is never a promise to be kept in war itself
CALLING = (Duty.DEFENCE, Duty.OFFENCE, Duty.NEUTRALITY, Duty.NONAGGRESSION)
# a promise that may be called counts as called: what is open is open because the data set flags a
# limit without naming it, and most limits were drawn for the war that came
COUNTED = (Verdict.OWED, Verdict.DISPUTED)
# a treaty for one conflict was made in it, or in the weeks before it
FOR_ONE_CONFLICT = timedelta(days=60)

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


@dataclass(frozen=True, slots=True)
class Called:
    """The answer to one case: whether a promise was called, on which day, by which answers."""

    case: Row
    called: bool
    day: date | None
    answers: tuple[Answer, ...]


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


@dataclass(frozen=True, slots=True)
class Record:
    """All that is known of wars and of treaties."""

    dyads: Mapping[str, list[Dyad]]
    sides: Mapping[str, Sides]
    treaties: Mapping[str, Treaty]


@cache
def record(data: Path) -> Record:
    """The record of a folder: wars as events, and the coarse treaties by their ATOP id."""
    with tempfile.TemporaryDirectory() as folder:
        import_files([data / MEMBERS], folder)
        coarse = coarse_treaties(Path(folder), state_of)
    return Record(
        {**disputed_dyads(rows_of(data / DISPUTES)), **dyads_of(rows_of(data / DYADS))},
        sides_of(rows_of(data / SIDES)),
        {treaty.ids.atop[0]: treaty for treaty in coarse},
    )


def called(case: Row, known: Record) -> Called:
    """Whether a promise of the case's treaty was called in the case's war."""
    treaty = known.treaties.get(case["atopid"])
    if treaty is None:
        return Called(case, False, None, ())
    read = with_implied(treaty)
    for scenario in questions(case, treaty, known):
        answers = reason(scenario, [read], depth=0)
        counted = tuple(a for a in answers if counts(a, read))
        if counted:
            return Called(case, True, scenario.on, counted)
    return Called(case, False, None, ())


def counts(answer: Answer, treaty: Treaty) -> bool:
    """Whether the answer says that a promise was called: owed, or open for a limit not named.

    Not an offence that is limited to a place and to nothing else: what is defended lies at home,
    but a place to fight for may lie anywhere, so the members' own regions say nothing of it.
    """
    if answer.duty not in CALLING or answer.verdict not in COUNTED:
        return False
    clause = next(clause for clause in treaty.clauses if clause.id == answer.clause)
    only_by_place = [condition.note for condition in clause.conditions] == [PLACE]
    named = clause.trigger.by is TriggerBy.NAMED
    return not (clause.duty is Duty.OFFENCE and only_by_place and not named)


def with_implied(treaty: Treaty) -> Treaty:
    """The treaty with what a promise of defence against anybody implies: not to attack oneself.

    No limit of place or of provocation excuses that, so the implied clause has none. ATOP does not
    code it apart; the coders of the cases count it as a promise broken.
    """
    implied = tuple(
        replace(
            clause,
            id=f"{clause.id}-implied",
            duty=Duty.NONAGGRESSION,
            modality=Modality.PROHIBITION,
            owed_to=Beneficiary.OTHER_PARTIES,
            scope=(),
            conditions=(),
            trigger=Trigger(TriggerKind.ANY_TIME),
        )
        for clause in treaty.clauses
        if clause.duty is Duty.DEFENCE and clause.trigger.by is TriggerBy.ANYONE
    )
    return replace(treaty, articles=(*treaty.articles, Article("implied", implied)))


def questions(case: Row, treaty: Treaty, known: Record) -> Iterator[Scenario]:
    """What is put to the engine: for each day that matters, the war of each party, in two ways.

    A party that has itself opened the war by that day is not attacked unprovoked, whoever joins
    against it. The second way leaves out what the parties do to each other: a promise that its
    bearer breaks is a promise called all the same.
    """
    regions = dict(_AS_DISPUTES.values())
    unknown = Sides({}, {}, (regions.get(case["warid"], ""),))
    sides = known.sides.get(case["cowwarid"], unknown)
    dyads = list(righted(known.dyads.get(case["warid"], ()), sides))
    for day in days_that_matter(treaty, dyads):
        live = [d for d in dyads if d.since <= day <= d.until]
        opened = {state_of(d.by, d.since) for d in dyads if d.since <= day}
        events = tuple(event for dyad in live for event in events_of(dyad, day, sides))
        apart = tuple(e for e in events if not {*e.by, *e.on} <= {*treaty.actors})
        for party in treaty.actors:
            for told in dict.fromkeys((events, apart)):
                own = tuple(event for event in told if party in (*event.by, *event.on))
                if own:
                    yield Scenario(
                        id=f"{case['warid']}-{case['atopid']}-{party}",
                        on=day,
                        events=own,
                        assume={
                            "unprovoked": party not in opened,
                            f"{treaty.id} {CONFLICT}": made_for(treaty, dyads),
                        },
                    )


def righted(dyads: Iterable[Dyad], sides: Sides) -> Iterator[Dyad]:
    """The dyads without those between states that COW has on one side throughout.

    Where such a one joins, it joins against the other side: those whom its friends then fight.
    """
    held = list(dyads)
    kept = [d for d in held if not sides.together(d.by, d.on)]
    yield from kept
    for slip in held:
        if slip.joins and slip not in kept:
            foes = {
                foe
                for d in kept if d.since <= slip.since <= d.until
                for friend, foe in ((d.by, d.on), (d.on, d.by))
                if sides.together(friend, slip.by) and not sides.together(foe, slip.by)
            }  # fmt: skip
            yield from (replace(slip, on=foe) for foe in sorted(foes))


def days_that_matter(treaty: Treaty, dyads: Iterable[Dyad]) -> list[date]:
    """The days on which something new may be owed: a war opens, somebody is bound, a phase begins."""
    held = list(dyads)
    if not held:
        return []
    first, last = min(d.since for d in held), max(d.until for d in held)
    bound = [fact.day.last for fact in treaty.dated_facts() if fact.day]
    phases = [clause.since.last for clause in treaty.clauses if clause.since]
    return sorted({d.since for d in held} | {d for d in (*bound, *phases) if first <= d <= last})


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


def made_for(treaty: Treaty, dyads: Iterable[Dyad]) -> bool:
    """Whether the treaty was made in this war, or in the weeks before it."""
    held = list(dyads)
    begun = min(fact.day.first for fact in treaty.in_force if fact.day)
    first, last = min(d.since for d in held), max(d.until for d in held)
    return first - FOR_ONE_CONFLICT <= begun <= last


def label(case: Row, coding: str = "LLM") -> bool | None:
    """Whether the coders hold that a promise was called; None where the file does not say."""
    if f"honor{coding}" not in case:
        return None
    return "1" in (case[f"honor{coding}"], case[f"violate{coding}"])


def scores(results: Iterable[Called], coding: str = "LLM") -> dict[str, float]:
    """Precision, recall and F1 of "called" against the labels."""
    held = [(one.called, label(one.case, coding)) for one in results]
    both = sum(found and bool(gold) for found, gold in held)
    found_, gold_ = sum(found for found, _ in held), sum(bool(gold) for _, gold in held)
    precision = both / found_ if found_ else 0.0
    recall = both / gold_ if gold_ else 0.0
    total = precision + recall
    f1 = 2 * precision * recall / total if total else 0.0
    return {"precision": precision, "recall": recall, "f1": f1}

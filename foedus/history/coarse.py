"""Rows of ATOP's member level in, coarse treaties out: coded, not read.

One treaty an ATOP id; one clause for each promise, phase and set of limits, borne by those whose
rows have just these. What the data set flags without naming stays open (`limits.py`); a treaty
in force when its coding ended is unknown from then on.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from foedus.history.baseline import Kept, frame_of, kept_in
from foedus.history.limits import Limits, conditions_of, limits_of, trigger_of
from foedus.history.regions import regions_of
from foedus.history.spells import (
    Spell,
    StateOf,
    coded_date,
    ids_within,
    joined_up,
    party,
)
from foedus.history.tables import MEMBERS, PROMISES
from foedus.model.treaty import (
    Article,
    Clause,
    DatedFact,
    PartialDate,
    Party,
    RegistryIds,
    Treaty,
)
from foedus.model.treaty_words import (
    Bearer,
    Beneficiary,
    Duty,
    Modality,
    Nature,
    RecordStatus,
    TextStatus,
)

Row = Mapping[str, Any]

_DUTIES = {
    "defense": (Duty.DEFENCE, "to defend the others when they are attacked"),
    "offense": (Duty.OFFENCE, "to fight beside the others in a war of theirs"),
    "neutral": (Duty.NEUTRALITY, "to stay neutral in a war of the others"),
    "nonagg": (Duty.NONAGGRESSION, "not to use force against the others"),
    "consul": (Duty.CONSULTATION, "to consult with the others in a crisis"),
}
_FEW = 3


@dataclass(frozen=True, slots=True)
class _Coding:
    """What the rows rest on: the data set, the last day that it tells of, the names of states."""

    source: str
    end: date
    state_of: StateOf

    def ids(self, number: int, since: PartialDate, until: PartialDate | None) -> tuple[str, ...]:
        """The ids that the state with this number had within these days, in order."""
        parts = ids_within(number, Spell(since, until), self.end, self.state_of)
        return tuple(dict.fromkeys(id_ for id_, _ in parts))


@dataclass(frozen=True, slots=True)
class _Member:
    """One row: who, when, and the ids that the state had meanwhile."""

    row: Row
    number: int
    spell: Spell
    ids: tuple[str, ...]


def coarse_treaties(baseline: Path, state_of: StateOf) -> tuple[Treaty, ...]:
    """The treaties of the imported member level, by id; none where none has been imported.

    `state_of` gives the id of the state that has a COW number on a day. Raises InputError where
    the baseline cannot be read.
    """
    kept = kept_in(baseline).get(MEMBERS.id)
    return _treaties(baseline.resolve(), kept, state_of) if kept else ()


@lru_cache(maxsize=2)
def _treaties(baseline: Path, kept: Kept, state_of: StateOf) -> tuple[Treaty, ...]:
    rows: dict[int, list[Row]] = defaultdict(list)
    frame = frame_of(baseline, kept).select(MEMBERS.columns.keys())
    for row in frame.iter_rows(named=True):
        rows[row["atopid"]].append(row)
    return tuple(coarse_treaty(rows[id_], kept, state_of) for id_ in sorted(rows))


def coarse_treaty(rows: Iterable[Row], kept: Kept, state_of: StateOf) -> Treaty:
    """The treaty that the rows of one ATOP id tell of."""
    coding = _Coding(
        f"as coded in {kept.dataset} {kept.version}".strip(),
        date.fromisoformat(kept.coded_until),
        state_of,
    )
    members = [_member(row, coding) for row in rows]
    number = str(members[0].row["atopid"])
    life = _span([one.spell for one in members])
    opened = (DatedFact(RecordStatus.UNVERIFIED, life.since, note=coding.source),)
    ended = life.ended and DatedFact(RecordStatus.UNVERIFIED, life.ended, note=coding.source)
    parties = _parties(members, life.since, coding)
    names = list(dict.fromkeys(one.actor for one in parties))
    return Treaty(
        id=f"atop-{number}",
        title=f"Alliance of {_listed(names)}, {life.since.first.year} (ATOP {number})",
        nature=Nature.TREATY,
        text_status=TextStatus.CODED,
        seen=f"nothing of the text; {coding.source}",
        note="Coded, not read: promises and their limits, no words.",
        known_until=None if ended else PartialDate(kept.coded_until),
        signed=opened,
        in_force=opened,
        ended=(ended,) if ended else (),
        ids=RegistryIds(atop=(number,)),
        parties=parties,
        articles=_articles(members, life, coding),
    )


def _member(row: Row, coding: _Coding) -> _Member:
    since = coded_date(row["yrent"], row["moent"], row["dayent"])
    until = coded_date(row["yrexit"], row["moexit"], row["dayexit"]) if row["yrexit"] else None
    return _Member(row, row["member"], Spell(since, until), coding.ids(row["member"], since, until))


def _span(spells: Iterable[Spell]) -> Spell:
    """From the first begin to the last end; open where one is open."""
    held = list(spells)
    since = min((one.since for one in held), key=lambda day: (day.first, day.last))
    untils = [one.until for one in held if one.until]
    if len(untils) < len(held):
        return Spell(since, None)
    return Spell(since, max(untils, key=lambda day: (day.last, day.first)))


def _parties(members: Iterable[_Member], begin: PartialDate, coding: _Coding) -> tuple[Party, ...]:
    spells: dict[int, list[Spell]] = defaultdict(list)
    for one in members:
        spells[one.number].append(one.spell)
    return tuple(
        party(id_, part, begin, coding.source)
        for number, held in spells.items()
        for spell in joined_up(held)
        for id_, part in ids_within(number, spell, coding.end, coding.state_of)
    )


def _articles(members: list[_Member], life: Spell, coding: _Coding) -> tuple[Article, ...]:
    """The clauses, an article a phase; where a treaty has but one, the article is "coded"."""
    # where a limit to a place may lie: at home, and wherever a party holds land of its own
    scope = ("territory-of-the-parties", *regions_of(one.number for one in members))
    phases: dict[int, list[_Member]] = defaultdict(list)
    for one in members:
        phases[one.row["phase"]].append(one)
    found, count = [], Counter[Duty]()
    for phase, bound in sorted(phases.items()):
        clauses = []
        for limits, bearers in _promises(bound):
            duty = _DUTIES[limits.promise][0]
            count[duty] += 1
            id_ = duty.value if count[duty] == 1 else f"{duty.value}-{count[duty]}"
            named = tuple(i for n in limits.threats for i in coding.ids(n, life.since, life.until))
            clause = _clause(id_, limits, named, bearers)
            when = _span([one.spell for one in bearers]) if phase else None
            clauses.append(
                replace(
                    clause,
                    scope=scope if "coloc" in limits.flags else (),
                    since=when.since if when else None,
                    until=when.until if when else None,
                )
            )
        if clauses:
            found.append(Article(f"phase {phase}" if phase else "coded", tuple(clauses)))
    return tuple(found)


def _promises(members: Iterable[_Member]) -> list[tuple[Limits, list[_Member]]]:
    """What is promised in one phase, each with those who promise it so and not otherwise."""
    found: dict[Limits, list[_Member]] = defaultdict(list)
    for promise in PROMISES:
        for one in members:
            if one.row[promise]:
                found[limits_of(one.row, promise)].append(one)
    return list(found.items())


def _clause(id_: str, limits: Limits, named: tuple[str, ...], bearers: list[_Member]) -> Clause:
    duty, told = _DUTIES[limits.promise]
    forbids = duty is Duty.NONAGGRESSION
    to_all = duty in (Duty.NONAGGRESSION, Duty.CONSULTATION)
    against = f" ({', '.join(named)})" if named else ""
    return Clause(
        id=id_,
        duty=duty,
        modality=Modality.PROHIBITION if forbids else Modality.DUTY,
        bearer=Bearer.NAMED,
        owed_to=Beneficiary.OTHER_PARTIES if to_all else Beneficiary.AFFECTED_PARTY,
        summary=f"Coded, not read: {told}{limits.told and ', ' + limits.told}{against}.",
        status=RecordStatus.UNVERIFIED,
        bearers=tuple(dict.fromkeys(i for one in bearers for i in one.ids)),
        trigger=trigger_of(limits, named),
        conditions=conditions_of(limits, named),
    )


def _listed(names: list[str]) -> str:
    if len(names) <= _FEW:
        return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
    return f"{', '.join(names[:2])} and {len(names) - 2} others"

"""Treaties and a day in; out, those that concern the states of a question, as they stand then.

What depends on treaty and day alone is worked out once and kept for the next question: which
treaties are in force, who is a party, which duties stand still.
"""

from collections import OrderedDict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from foedus.law.standing import happened_by, party_on, standing
from foedus.model.scenario import Answer, Step
from foedus.model.treaty import Clause, Party, Treaty
from foedus.model.treaty_words import (
    Duty,
    Membership,
    TextStatus,
    TreatyStatus,
    TriggerOn,
)
from foedus.reason.extent import Axis, where
from foedus.reason.parts import Part
from foedus.reason.trail import Steps, Trail

KEPT = 64  # so many days are kept at once


class Record:
    """A treaty as it stands on one day."""

    def __init__(self, treaty: Treaty, parts: tuple[Part, ...], day: date) -> None:
        self.treaty, self.day = treaty, day
        self.in_force = _in_force(treaty, day)
        self.signed = happened_by(treaty.signed, day) is not False
        self.unpublished = treaty.text_status is TextStatus.UNPUBLISHED
        self.parts = tuple((part, _in_time(part.clause, day)) for part in parts)
        days = [fact.day.last for fact in treaty.in_force if fact.day]
        self.started = min(days) if days else None
        # whether it matters to whose sake a duty stands still
        self.selective = any(still.towards for p in treaty.parties for still in p.suspended)
        self.closed: dict[tuple[Part, str, tuple[str, ...]], Answer] = {}
        self._party: dict[str, tuple[bool | None, str]] = {}
        self._bound: dict[tuple[str, str], Trail] = {}

    @property
    def stands(self) -> bool:
        """Whether it may be in force."""
        return not self.in_force.extent.never

    def party(self, actor: str) -> tuple[bool | None, str]:
        """Whether a state is a party, and why not, or why that is not known."""
        if actor not in self._party:
            self._party[actor] = _party(self.treaty, actor, self.day)
        return self._party[actor]

    def bound(self, bearer: str, victim: str) -> Trail:
        """Whether the bearer is a party, and its duties towards the victim do not stand still."""
        key = (bearer, victim)
        if key not in self._bound:
            steps = Steps()
            held, because = self.party(bearer)
            if steps.check(f"{bearer} is bound", held, because):
                if held is None:  # told alike of all of whom it is not known
                    steps.missing[-1] = f"whether it is a party: {because}"
                _not_suspended(steps, self.treaty, bearer, victim, self.day)
            self._bound[key] = steps.trail()
        return self._bound[key]


class Docket:
    """Treaties as they stand on one day, found by the states that they concern."""

    def __init__(self, shelf: "Shelf", day: date) -> None:
        self.day = day
        self._shelf = shelf
        self._records: dict[int, Record] = {}
        self._allied: dict[tuple[str, str], tuple[str, ...]] = {}

    def concerning(self, states: Iterable[str], also: str = "") -> list[Record]:
        """The treaties that concern any of the states, and the one with the id `also`, in order."""
        found = {number for state in states for number in self._shelf.by_state.get(state, ())}
        if also in self._shelf.by_id:
            found.add(self._shelf.by_id[also])
        return [self.record(number) for number in sorted(found)]

    def all(self) -> list[Record]:
        """All treaties, in order."""
        return [self.record(number) for number in range(len(self._shelf.treaties))]

    def record(self, number: int) -> Record:
        """The treaty with this number on the shelf."""
        if number not in self._records:
            treaty, parts = self._shelf.treaties[number], self._shelf.parts[number]
            self._records[number] = Record(treaty, parts, self.day)
        return self._records[number]

    def allied(self, one: str, other: str) -> tuple[str, ...]:
        """The ids of the treaties in force that bind the two states to defend each other."""
        key = (one, other)
        if key not in self._allied:
            self._allied[key] = tuple(
                record.treaty.id
                for record in self.concerning((one,))
                if any(c.duty is Duty.DEFENCE for c in record.treaty.clauses)
                and record.stands
                and not record.in_force.missing
                and party_on(record.treaty, one, self.day)
                and party_on(record.treaty, other, self.day)
            )
        return self._allied[key]


@dataclass(frozen=True, eq=False)
class Shelf:
    """Treaties in order, with what follows from their words on any day."""

    treaties: tuple[Treaty, ...]

    @cached_property
    def parts(self) -> tuple[tuple[Part, ...], ...]:
        """The clauses of each treaty that something can set off."""
        return tuple(
            tuple(
                part
                for article in treaty.articles
                for clause in article.clauses
                if (part := Part(treaty, article, clause)).kinds
            )
            for treaty in self.treaties
        )

    @cached_property
    def by_id(self) -> dict[str, int]:
        """The number of each treaty."""
        return {treaty.id: number for number, treaty in enumerate(self.treaties)}

    @cached_property
    def by_state(self) -> dict[str, list[int]]:
        """For each state the treaties for which it matters what happens to it."""
        found: dict[str, list[int]] = {}
        for number, treaty in enumerate(self.treaties):
            for state in concerned(treaty):
                found.setdefault(state, []).append(number)
        return found


_shelves: OrderedDict[int, Shelf] = OrderedDict()
_dockets: OrderedDict[tuple[int, date], Docket] = OrderedDict()


def docket(treaties: Sequence[Treaty], day: date) -> Docket:
    """The treaties on that day. One tuple of treaties, given again, is not worked out again."""
    held = treaties if isinstance(treaties, tuple) else tuple(treaties)
    shelf = _shelves.get(id(held))
    if shelf is None or shelf.treaties is not held:
        shelf = _shelves[id(held)] = Shelf(held)
        _forget(_shelves)
    key = (id(shelf), day)
    known = _dockets.get(key)
    if known is None or known._shelf is not shelf:
        known = _dockets[key] = Docket(shelf, day)
        _forget(_dockets)
    return known


def _forget(kept: OrderedDict[Any, Any]) -> None:
    while len(kept) > KEPT:
        kept.popitem(last=False)


def concerned(treaty: Treaty) -> Collection[str]:
    """The states to which something must happen for the treaty to matter."""
    continued = (party.continued_by for party in treaty.parties)
    states = {*treaty.actors, *treaty.candidates, *continued} - {""}
    for clause in treaty.clauses:
        states |= {*clause.trigger.on_named, *clause.beneficiaries}
        if clause.trigger.on is TriggerOn.ANYONE:
            states |= {*clause.trigger.by_named}
    return states


def _in_force(treaty: Treaty, day: date) -> Trail:
    steps = Steps()
    stands = standing(treaty, day)
    when = " or ".join(dict.fromkeys(f.day.text for f in stands.because if f.day))
    match stands.status:
        case TreatyStatus.NOT_YET_IN_FORCE:
            steps.check("in force", False, f"not in force until {when or 'a day not known'}")
        case TreatyStatus.ENDED:
            steps.check("in force", False, f"ended {when}")
        case TreatyStatus.UNKNOWN if treaty.known_until and day > treaty.known_until.last:
            steps.check("in force", None, f"the record ends on {treaty.known_until.last}")
        case TreatyStatus.UNKNOWN:
            steps.check("in force", None, f"the sources differ or are silent: {when}")
        case _:
            begun = " or ".join(dict.fromkeys(f.day.text for f in treaty.in_force if f.day))
            steps.check("in force", True, f"since {begun}")
    return steps.trail()


def _in_time(clause: Clause, day: date) -> Trail:
    """Whether a clause that was added or dropped later is in the text on that day."""
    steps = Steps()
    if clause.since and day < clause.since.first:
        steps.check("clause in force", False, f"not before {clause.since.text}")
    elif clause.until and day > clause.until.last:
        steps.check("clause in force", False, f"until {clause.until.text}")
    return steps.trail()


def _party(treaty: Treaty, actor: str, day: date) -> tuple[bool | None, str]:
    answer = party_on(treaty, actor, day)
    if answer is False:
        continued = [_continues(p, day) for p in treaty.parties if p.continued_by == actor]
        if True in continued:
            return True, "carries the treaty on"
    if answer is None:
        partial = treaty.membership is Membership.PARTIAL
        return None, "the record lists not all parties" if partial else "the dates differ"
    return answer, "" if answer else f"{actor} is no party on that day"


def _continues(party: Party, day: date) -> bool | None:
    return happened_by(party.left, day) if party.left else None


def suspension(treaty: Treaty, bearer: str) -> Axis:
    """Whether the bearer's duties stand still, where that is in dispute."""
    return Axis(f"fact/{bearer} suspended under {treaty.id}", ("true", "false"))


def _not_suspended(steps: Steps, treaty: Treaty, bearer: str, victim: str, day: date) -> None:
    for party in treaty.parties:
        if party.actor != bearer:
            continue
        for still in party.suspended:
            over = still.until is not None and still.until.last < day
            towards = not still.towards or victim in still.towards
            if still.since.first <= day and not over and towards:
                told = f"suspended since {still.since.text}"
                if not still.contested:
                    steps.check("not suspended", False, told)
                    return
                axis = suspension(treaty, bearer)
                step = Step("not suspended", None, f"{told}, as some hold", axis.name)
                steps.take(where(axis, ("false",)), step)
                return

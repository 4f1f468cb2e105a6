"""A treaty and a day in, where it stands out; the same for one of its parties.

Three-valued: rival sources and vague dates give "unknown" for the days on which they disagree.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from foedus.model.treaty import DatedFact, Party, Treaty
from foedus.model.treaty_words import Membership, TreatyStatus


@dataclass(frozen=True, slots=True)
class Standing:
    """A treaty, where it stands on a day, and the dated facts on which that rests."""

    treaty: Treaty
    day: date
    status: TreatyStatus
    because: tuple[DatedFact, ...]


def happened_by(facts: Iterable[DatedFact], day: date) -> bool | None:
    """Whether it had happened on that day: by all sources, by none (False), or None: they differ.

    False where there are no facts at all. On the day itself it counts as happened.
    """
    answers = {_one(fact, day) for fact in facts}
    return answers.pop() if len(answers) == 1 else (None if answers else False)


def _one(fact: DatedFact, day: date) -> bool | None:
    if fact.day is None or day < fact.day.first:
        return False
    return True if day >= fact.day.last else None


def status_on(treaty: Treaty, day: date) -> TreatyStatus:
    """Where the treaty stands on that day."""
    return standing(treaty, day).status


def standing(treaty: Treaty, day: date) -> Standing:
    """Where the treaty stands on that day, with the facts that say so."""
    ended = happened_by(treaty.ended, day)
    if ended:
        return Standing(treaty, day, TreatyStatus.ENDED, treaty.ended)
    if treaty.known_until and day > treaty.known_until.last:
        return Standing(treaty, day, TreatyStatus.UNKNOWN, treaty.in_force)
    if happened_by(treaty.signed, day) is False:
        return Standing(treaty, day, TreatyStatus.NOT_YET_IN_FORCE, treaty.signed)
    if not treaty.in_force:
        return Standing(treaty, day, TreatyStatus.UNKNOWN, treaty.signed)
    started = happened_by(treaty.in_force, day)
    if started is False:
        return Standing(treaty, day, TreatyStatus.NOT_YET_IN_FORCE, treaty.in_force)
    if started is None or ended is None:
        doubt = treaty.in_force if started is None else treaty.ended
        return Standing(treaty, day, TreatyStatus.UNKNOWN, doubt)
    return Standing(treaty, day, TreatyStatus.IN_FORCE, (*treaty.in_force, *treaty.ended))


def party_on(treaty: Treaty, actor: str, day: date) -> bool | None:
    """Whether the state was a party on that day; None where the dates differ or are vague.

    An original party counts from the signing on. Suspension does not end membership. A record
    that does not list all parties cannot say that a state was none.
    """
    answers = {_within(party, treaty, day) for party in treaty.parties if party.actor == actor}
    if not answers and treaty.membership is Membership.PARTIAL:
        return False if treaty.candidates and actor not in treaty.candidates else None
    return True if True in answers else (None if None in answers else False)


def _within(party: Party, treaty: Treaty, day: date) -> bool | None:
    joined = happened_by(party.joined or treaty.signed, day)
    left = happened_by(party.left, day)
    if left or joined is False:
        return False
    return None if left is None or joined is None else True

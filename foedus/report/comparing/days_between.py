"""Clauses of two reports that no rule takes for one thing in, the days that they put it on out.

"The talks ended in Bandung on 3 May, after seven rounds", "a draft was agreed on 5 May at the
seventh and last of the talks in Bandung": of all clauses of both reports nearest to each other,
with the same place, person or number twice. The days are then of one thing, or too near to it not
to be told.
"""

import re
from collections.abc import Iterator

from foedus.ledger.amounts import amount
from foedus.model.dates import Granularity, Tense, Time
from foedus.report.comparing.meeting import Near, clauses_of, nearest_of
from foedus.report.comparing.sides import One, about, compared, side_of_assertion, telling
from foedus.report.desk import Desk
from foedus.report.items import Item
from foedus.report.naming import day_words

_NEAR = 0.3  # likeness below which the nearest is far
_LIKE, _SHARED = 0.43, 2  # likeness, and words beside the names, where one anchor is enough
_OFTEN = 5  # clauses: who is named in more of a report is in all that it tells
_MOST_OF = 0.45  # of the words of the shorter one
_ANCHORS = 2  # places, persons, numbers in common
_CAPITALS = re.compile(r"(?<!^)\b[A-Z][\w-]+(?: [A-Z][\w-]+)*")
_STATE = re.compile(r"[A-Z]{3}")
_MOST = 31  # days between the two: further apart they are hardly of one event


def days_between(desk: Desk) -> Iterator[Item]:
    """One happening that two reports put on two days, told in other words."""
    for near in nearest_of(desk):
        if near.likeness < _NEAR or any(clause.quoted for _, clause in near.ones):
            continue
        days = [day for one in near.ones if (day := _day(one))]
        of_one = _of_one(*near.ones) or _is_one_act(near)
        if len(days) == len(near.ones) and _apart(*days) and of_one:
            sides = [
                side_of_assertion(desk, source, clause, day_words(day.since))
                for (source, clause), day in zip(near.ones, days, strict=True)
                if day.since
            ]
            had = ", ".join(f"{telling(one)} has “{one['value']}”" for one in sides)
            yield compared("date", f"{about(near.ones[0])}: {had}", sides)


def _day(one: One) -> Time | None:
    """The one day that the clause gives, or a clause within it; None where it gives none or two."""
    source, clause = one
    days = {
        within.time.since: within.time
        for within in clauses_of(source)
        if clause.span.covers(within.span) and within.time.granularity is Granularity.DAY
    }
    return next(iter(days.values())) if len(days) == 1 else None


def _apart(one: Time, other: Time) -> bool:
    """Whether the two are different days, near enough to be of one event, both past or ahead."""
    if not (one.since and other.since) or one.since != one.until or other.since != other.until:
        return False
    ahead = [time.tense is Tense.FUTURE for time in (one, other)]
    return ahead[0] == ahead[1] and 0 < abs((one.since - other.since).days) <= _MOST


def _of_one(one: One, other: One) -> bool:
    """Whether they name the same; a day that only a clause within gives wants a number too."""
    denied = one[1].denies or other[1].denies
    shared = _anchors(one) & _anchors(other)
    own = all(clause.time.granularity is Granularity.DAY for _, clause in (one, other))
    counted = any(isinstance(anchor, tuple) for anchor in shared)
    return not denied and len(shared) >= _ANCHORS and (own or counted)


def _is_one_act(near: Near) -> bool:
    """Whether place or person and two more words are the same, each day being the clause's own."""
    (_, one), (_, other) = near.ones
    if one.denies or other.denies or near.likeness < _LIKE:
        return False
    own = all(clause.time.granularity is Granularity.DAY for clause in (one, other))
    shared = set(one.words) & set(other.words)
    most = len(shared) >= _MOST_OF * min(len(one.words), len(other.words))
    named = _anchors(near.ones[0]) & _anchors(near.ones[1])
    return own and most and bool(named) and len(shared - one.names - other.names) >= _SHARED


def _anchors(one: One) -> set[object]:
    """Whom and what place the clause names, states left out, and the numbers in it."""
    source, clause = one
    # "Religious Freedom Restoration Act" is one name
    runs = (run.lower().split() for run in _CAPITALS.findall(source.words(clause.span)))
    named: set[object] = {word for run in runs for word in run[-1:] if word in clause.words}
    known = {name for name in clause.names if not _STATE.fullmatch(name)}
    often = {n for n in known if sum(n in c.names for c in clauses_of(source)) > _OFTEN}
    named = (named | known) - often
    given = (amount(c.span.of(source.document.text)) for c in clause.counted)
    return named | {(a.low, a.high) for a in given if a}

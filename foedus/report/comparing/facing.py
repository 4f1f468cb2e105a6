"""Clauses of one thing in, what the reports differ in out: number, date, denial, certainty."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from foedus.ledger.amounts import amount
from foedus.model.dates import Time
from foedus.read.assertions import Assertion, Counted, one_meaning
from foedus.report.comparing.denied import contradiction, differ_in_truth
from foedus.report.comparing.firmness import firmness, mood
from foedus.report.comparing.meeting import Met
from foedus.report.comparing.sides import (
    One,
    Side,
    about,
    compared,
    differing,
    names_of,
    side,
    side_of_assertion,
    telling,
)
from foedus.report.desk import Desk
from foedus.report.dossier import plain
from foedus.report.items import Item
from foedus.report.naming import day_words, listed


def faced(desk: Desk, groups: list[Met]) -> Iterator[Item]:
    """The differences, and what is told alike, group by group."""
    for group in groups:
        found = [item for of in _KINDS if (item := of(desk, group)) is not None]
        yield from found or filter(None, [_agree(desk, group)])


def _number(desk: Desk, group: Met) -> Item | None:
    for first, second in combinations(group.ones, 2):
        pair = _numbers_apart(first, second)
        if pair is None:
            continue
        sides = [
            side(desk, source, one.span, names_of(desk, one.voice), counted.span.of(text))
            for (source, one), counted in zip((first, second), pair, strict=True)
            for text in [source.document.text]
        ]
        shorter = min((first, second), key=_length)
        return compared("number", f"{about(shorter)}: {_said(sides)}", sides)
    return None


def _numbers_apart(first: One, second: One) -> tuple[Counted, Counted] | None:
    """The two numbers of one thing that cannot both be right, where neither report has both."""
    texts = [source.document.text for source, _ in (first, second)]
    given = [
        [(c, found) for c in one.counted if (found := amount(c.span.of(text)))]
        for (_, one), text in zip((first, second), texts, strict=True)
    ]
    for mine, found in given[0]:
        for theirs, other in given[1]:
            if not one_meaning(mine.unit, theirs.unit):
                continue
            bounds = (found.low, found.high), (other.low, other.high)
            told_too = any((o.low, o.high) == bounds[0] for _, o in given[1]) or any(
                (o.low, o.high) == bounds[1] for _, o in given[0]
            )
            if found.clashes(other) and not told_too:
                return mine, theirs
    return None


def _date(desk: Desk, group: Met) -> Item | None:
    found = differing(group.ones, _days_apart)
    if found is None:
        return None
    sides = [side_of_assertion(desk, s, a, _day(a.time)) for s, a in found]
    return compared("date", f"{about(found[0])}: {_said(sides)}", sides)


def _days_apart(first: Assertion, second: Assertion) -> bool:
    """Whether the times cannot both be right: windows without a common day, or other weekdays.

    "Today" in a speaker's own words is the day of the speech, whenever a report tells of it.
    """
    one, other = first.time, second.time
    if first.quoted or second.quoted:
        return False
    if plain(one.said or "") == plain(other.said or "") and one.resolved_from and one.said:
        return False  # "in August", of two papers in two years
    if one.since and other.since and _begins(one) and _begins(other):
        return one.since != other.since and one.granularity is other.granularity
    if one.since and one.until and other.since and other.until:
        return one.since > other.until or other.since > one.until
    if one.since or other.since or not (one.said and other.said):
        return False
    days = [_weekday(time.said or "") for time in (one, other)]
    return all(days) and days[0] != days[1]


def _begins(time: Time) -> bool:
    """ "Since 2002": the day is that on which it began."""
    return (time.said or "").lower().startswith("since ")


def _weekday(words: str) -> str:
    week = (f"{date(2024, 1, n):%A}".lower() for n in range(1, 8))  # 1 January was a Monday
    return next((day for day in week if day in words.lower().split()), "")


def _day(time: Time) -> str:
    if time.since and time.since == time.until:
        return day_words(time.since)
    return f"“{time.said}”"


def _agree(desk: Desk, group: Met) -> Item | None:
    """What the reports tell alike, in the words of the one that says it shortest."""
    firm = [firmness(one) for one in group.ones]
    first = group.ones[0][1]
    if len(set(firm)) > 1 or any(differ_in_truth(first, one) for _, one in group.ones):
        return None
    sides = [side_of_assertion(desk, s, a) for s, a in group.ones]
    labels = listed(dict.fromkeys(one["label"] for one in sides))
    return compared("agree", f"{labels}: {about(min(group.ones, key=_length))}", sides)


def _length(one: One) -> tuple[bool, int]:
    return not one[1].main, one[1].span.end - one[1].span.start


def _said(sides: list[Side]) -> str:
    return ", ".join(f"{telling(one)} has {_marked(one['value'])}" for one in sides)


def _marked(value: str) -> str:
    return value if value.startswith("“") else f"“{value}”"


_KINDS = (_number, _date, contradiction, mood)

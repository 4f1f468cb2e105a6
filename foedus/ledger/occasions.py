"""Claims about one thing in, the occasions on which it happened out, told apart by place and time.

Two claims are of one occasion only where nothing between them clashes: another place, or times
that cannot both hold, part them for good ("nine months after" is another time than a day). And
they need something in common: a time that meets or an equal place. A claim that gives neither
joins where there is just one occasion. A step in the life of an agreement happens once, so there
one occasion that does not clash is enough. Where several occasions would do, any could be meant:
the claim stays with its like.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from foedus.ledger.keys import name_key
from foedus.ledger.said import AGREEMENT, Said

# Days within which two dates are rather a disagreement than two occasions: these are one fact, and
# contested. Meetings and deliveries may come again within days, a step of an agreement does not.
_NEAR_ONCE, _NEAR = 45, 3
_WIDTHS = (7, 31, 366)  # days: windows are grouped from the narrowest up
_SAID_ONLY, _UNDATED = len(_WIDTHS) + 1, len(_WIDTHS) + 2

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"\b({'|'.join(_DAYS)})\b")
_OFFSET = re.compile(
    r"\b(?:week|fortnight|month|year|decade)s?\s+(?:after|before|since|earlier|later|ago|from)\b"
)


def unresolved(claim: Said) -> str:
    """What the words say of a time that no date is known of: a weekday, or how long from what.

    "" where they say nothing that could tell two occasions apart ("a day after", "recently").
    """
    words = name_key(claim.row["time"]["said"] or "")
    if claim.dated or not words:
        return ""
    day = _WEEKDAY.search(words)
    return words if _OFFSET.search(words) else day[1] if day else ""


@dataclass(slots=True)
class _Occasion:
    """Claims of one occasion. `since` and `until` bound the dated claims that it began with."""

    claims: list[Said]
    since: date
    until: date

    @property
    def dated(self) -> bool:
        return any(claim.dated for claim in self.claims)

    @property
    def place(self) -> str:
        return next((claim.place for claim in self.claims if claim.place), "")

    @property
    def words(self) -> str:
        return next(filter(None, map(unresolved, self.claims)), "")


def by_occasion(claims: list[Said]) -> list[list[Said]]:
    """The claims in groups of one occasion each, whatever their order; members sorted by id.

    From the most exact times to none, and at each step those with a place before those without.
    """
    once = claims[0].key.predicate.startswith(AGREEMENT)
    steps: dict[tuple[int, bool], list[Said]] = defaultdict(list)
    for claim in claims:
        steps[_exactness(claim, once), not claim.place].append(claim)
    found: list[_Occasion] = []
    for step in sorted(steps):
        found += _settled(steps[step], found, once)
    return [sorted(one.claims, key=lambda claim: claim.id) for one in found]


def _exactness(claim: Said, once: bool) -> int:
    if claim.dated:
        return sum((claim.until - claim.since).days >= width for width in _WIDTHS)
    return _SAID_ONLY if unresolved(claim) and not once else _UNDATED


def _settled(claims: list[Said], known: list[_Occasion], once: bool) -> list[_Occasion]:
    """Put each claim to the one occasion that it fits; the others found occasions of their own."""
    joining: dict[int, list[Said]] = defaultdict(list)
    left = []
    for claim in claims:
        fitting = _fitting(claim, known, once)
        if len(fitting) == 1:
            joining[fitting[0]].append(claim)
        else:
            left.append(claim)
    for index, alike in joining.items():
        if _at_odds(alike):
            left += alike
        else:
            known[index].claims.extend(alike)
    return list(_founded(left, once))


def _at_odds(claims: list[Said]) -> bool:
    """Whether the claims could not all be of the one occasion that each of them fits."""
    return any(
        len({*filter(None, map(of, claims))}) > 1 for of in (lambda claim: claim.place, unresolved)
    )


def _fitting(claim: Said, known: list[_Occasion], once: bool) -> list[int]:
    """The occasions that the claim may be of: those that meet its days, else those near them."""
    for gap in sorted({0, _gap(claim, once)}):
        if found := [n for n, one in enumerate(known) if _fits(claim, one, gap, once)]:
            return found
    return []


def _fits(claim: Said, one: _Occasion, gap: int, once: bool) -> bool:
    here = claim.place == one.place if claim.place and one.place else None
    then = None if once and not (claim.dated and one.dated) else _times_meet(claim, one, gap)
    bare = not (claim.place or claim.dated or unresolved(claim))
    return False not in (here, then) and (True in (here, then) or bare or once)


def _times_meet(claim: Said, one: _Occasion, gap: int) -> bool | None:
    """Whether both can hold; None where one of them says nothing of when."""
    words = unresolved(claim)
    if claim.dated and one.dated:
        return _meet(claim, one.since, one.until, gap)
    if words and one.dated:
        return _falls_on(words, one.since, one.until)
    return words == one.words if words and one.words else None


def _falls_on(words: str, since: date, until: date) -> bool | None:
    """Whether the weekday is among these days; None where each is. Any other words are not."""
    if words not in _DAYS:
        return False
    length = (until - since).days + 1
    if length >= len(_DAYS):
        return None
    return _DAYS.index(words) in {(since + timedelta(n)).weekday() for n in range(length)}


def _gap(claim: Said, once: bool) -> int:
    width = _exactness(claim, once)
    if once:
        return _NEAR_ONCE if width <= 1 else 0
    return _NEAR if width == 0 else 0


def _meet(claim: Said, since: date, until: date, gap: int) -> bool:
    return (claim.since - until).days <= gap and (since - claim.until).days <= gap


def _founded(claims: list[Said], once: bool) -> Iterator[_Occasion]:
    """New occasions of claims that are alike in place, and in the words of an unknown time."""
    words: Callable[[Said], str] = (lambda _: "") if once else unresolved
    alike: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for claim in claims:
        alike[claim.place, words(claim)].append(claim)
    for _, group in sorted(alike.items()):
        yield from _swept(group, once)


def _swept(claims: Iterable[Said], once: bool) -> Iterator[_Occasion]:
    """Claims whose windows touch, or lie near each other, as one occasion."""
    current: _Occasion | None = None
    for claim in sorted(claims, key=lambda claim: (claim.since, claim.until, claim.id)):
        if current and _meet(claim, current.since, current.until, _gap(claim, once)):
            current.claims.append(claim)
            current.until = max(current.until, claim.until)
        else:
            if current:
                yield current
            current = _Occasion([claim], claim.since, claim.until)
    if current:
        yield current

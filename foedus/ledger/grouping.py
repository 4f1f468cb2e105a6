"""Claim rows in, groups of claims about one thing out, whatever the order in which they came.

First by what must be equal (predicate, mode, who, whom, class of the instrument and the goods),
then by content (most words in common), then by time. A claim that leaves content or time open
joins a group only where just one could be meant. A claim about several kinds of goods is in one
group for each.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from foedus.ledger.amounts import thing_classes
from foedus.ledger.keys import name_key, who_key
from foedus.ledger.origins import Groups
from foedus.model.claim import Mood
from foedus.model.dates import Tense
from foedus.model.reading import Row

MUTUAL = {"agree", "consult", "cooperate", "relation", "meeting.held"}  # who and whom as one
CLASSED_ROLES = ("instrument", "predecessor")
GOODS = "goods"
CONTENT_ROLES = ("kind", "provision", "term", "reading", "event", "topic", "consequence")
AGREEMENT, PERSON = "agreement.", "person/"
ACTUAL, FUTURE = "actual", "future"
_UNSURE = {Mood.POSSIBLE.value, Mood.RUMOURED.value}
_ABOUT_IT = {Mood.ASSERTED.value, Mood.DENIED.value} | _UNSURE

_ALIKE = 0.5  # Dice coefficient of content words
_STEM = 6  # letters of a word that are compared: assist, assistance; aggression, aggressor
_EMPTY = frozenset(
    "a an the of in on at to for from by with and or as that this these those which is are was "
    "were be been being it its their his her they he she will would shall should may might can "
    "could not no any other both each between case event under into about than more".split()
)
# Days within which two dates are rather a disagreement than two events. A step in the life of an
# agreement happens once; meetings and deliveries may come again within days.
_NEAR_ONCE, _NEAR = 45, 3
_WIDTHS = (7, 31, 366)  # days: windows are grouped from the narrowest up


@dataclass(frozen=True, slots=True)
class Key:
    """What must be equal for two claims to be about one thing."""

    predicate: str
    mode: str
    who: tuple[str, ...]
    whom: tuple[str, ...]
    classes: tuple[tuple[str, tuple[str, ...]], ...]

    def __str__(self) -> str:
        parts = [self.predicate, self.mode, "+".join(self.who) or "?"]
        parts += ["> " + "+".join(self.whom)] if self.whom else []
        return " ".join(parts + [f"{role}={'+'.join(kinds)}" for role, kinds in self.classes])


@dataclass(frozen=True, slots=True)
class Said:
    """One claim as facts compare it. `stance` is for, against or unsure."""

    row: Row
    key: Key
    content: frozenset[str]
    since: date
    until: date
    stance: str

    @property
    def id(self) -> str:
        """The claim's id."""
        return str(self.row["id"])

    @property
    def width(self) -> int:
        """The class of the window's width, 0 the narrowest."""
        days = (self.until - self.since).days + 1
        return sum(days > width for width in _WIDTHS)


def said(row: Row, same: Mapping[str, str]) -> Iterator[Said]:
    """The claim row with its key, once for each kind of goods (once, where there are none).

    `same` leads a name to the one that stands for it.
    """
    since, until = row["time"]["since"], row["time"]["until"]
    mode, stance = mode_and_stance(row)
    for part in _by_goods(row):
        yield Said(
            part,
            _key(part, mode, same),
            content_words(part),
            date.fromisoformat(since) if since else date.min,
            date.fromisoformat(until) if until else date.max,
            stance,
        )


def _by_goods(row: Row) -> Iterator[Row]:
    goods = row["roles"].get(GOODS, [])
    kinds = frozenset[str]().union(*(thing_classes(filler["name"]) for filler in goods))
    if not kinds:
        yield {**row, GOODS: None}
    for kind in sorted(kinds):
        of_kind = [filler for filler in goods if kind in thing_classes(filler["name"])]
        yield {**row, GOODS: kind, "roles": {**row["roles"], GOODS: of_kind}}


def _key(row: Row, mode: str, same: Mapping[str, str]) -> Key:
    predicate, roles = row["predicate"], row["roles"]
    who, whom = (
        {same.get(name, name) for name in map(who_key, roles.get(role, ()))}
        for role in ("source", "target")
    )
    if predicate in MUTUAL or predicate.startswith(AGREEMENT):
        who, whom = who | whom, set()
        # Persons act for their states there: where states are named, they are the parties.
        who = {name for name in who if not name.startswith(PERSON)} or who
    classes = [
        (role, tuple(sorted({kind for f in roles[role] for kind in thing_classes(f["name"])})))
        for role in CLASSED_ROLES
        if role in roles
    ] + ([(GOODS, (row[GOODS],))] if row[GOODS] else [])
    return Key(predicate, mode, tuple(sorted(who)), tuple(sorted(whom)), tuple(classes))


def mode_and_stance(row: Row) -> tuple[str, str]:
    """Is it about what is, or what is promised, threatened, ...; and is the voice for or against?

    A denial, a rumour and an assertion are about the same fact; a promise is about another.
    """
    mood, future = row["mood"], row["time"]["tense"] == Tense.FUTURE.value
    denies = row["negated"] != (mood == Mood.DENIED.value)
    stance = "against" if denies else "for"
    if mood not in _ABOUT_IT or (future and mood in _UNSURE):
        return mood, stance
    if mood in _UNSURE:
        return ACTUAL, "unsure"
    return (FUTURE if future else ACTUAL), stance


def content_words(row: Row) -> frozenset[str]:
    """The beginnings of the words that say what is claimed, beyond who, whom and with what."""
    # Of an agreement the kind is the class of the instrument, which is compared already.
    left_out = {"kind"} if row["predicate"].startswith(AGREEMENT) else set()
    roles = [role for role in CONTENT_ROLES if role not in left_out]
    text = " ".join(filler["name"] for role in roles for filler in row["roles"].get(role, ()))
    words = re.findall(r"[\w-]+", name_key(text))
    return frozenset(word[:_STEM] for word in words if word not in _EMPTY)


def groups(claims: Iterable[Said]) -> list[list[Said]]:
    """The claims in groups that are each about one thing; groups and members sorted by id."""
    by_key: dict[Key, list[Said]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.id):
        by_key[claim.key].append(claim)
    found = [
        group
        for alike in by_key.values()
        for meant in by_content(alike)
        for group in by_time(meant)
    ]
    return sorted(found, key=lambda group: group[0].id)


def by_content(claims: list[Said]) -> list[list[Said]]:
    """Claims whose content has most words in common, each chained to the next."""
    contents = sorted({claim.content for claim in claims if claim.content}, key=sorted)
    names = {content: str(n) for n, content in enumerate(contents)}
    joined = Groups(names.values())
    for one, other in combinations(contents, 2):
        if 2 * len(one & other) > _ALIKE * (len(one) + len(other)):
            joined.join(names[one], names[other])
    group_of = {name: n for n, group in enumerate(joined.all()) for name in group}
    clusters: dict[int, list[Said]] = defaultdict(list)
    open_ones = []
    for claim in claims:
        if claim.content:
            clusters[group_of[names[claim.content]]].append(claim)
        else:
            open_ones.append(claim)
    found = list(clusters.values())
    if len(found) == 1:
        return [sorted((*found[0], *open_ones), key=lambda claim: claim.id)]
    return found + ([open_ones] if open_ones else [])


def by_time(claims: list[Said]) -> list[list[Said]]:
    """Claims whose windows of time meet, from the narrowest windows to the open ones.

    A wider window joins the one narrower group that it meets; where it meets several, any could be
    meant, so it stays with its like.
    """
    once = claims[0].key.predicate.startswith(AGREEMENT)
    found: list[list[Said]] = []
    for width in range(len(_WIDTHS) + 1):
        gap = (_NEAR_ONCE if width <= 1 else 0) if once else (_NEAR if width == 0 else 0)
        narrower = [(_extent(group), group) for group in found]
        left = []
        for claim in (claim for claim in claims if claim.width == width):
            meets = [group for extent, group in narrower if _meet(claim, extent, gap)]
            if len(meets) == 1:
                meets[0].append(claim)
            else:
                left.append(claim)
        found += _sweep(left, gap)
    return [sorted(group, key=lambda claim: claim.id) for group in found]


def _extent(group: list[Said]) -> tuple[date, date]:
    return min(claim.since for claim in group), max(claim.until for claim in group)


def _meet(claim: Said, extent: tuple[date, date], gap: int) -> bool:
    since, until = extent
    return (claim.since - until).days <= gap and (since - claim.until).days <= gap


def _sweep(claims: list[Said], gap: int) -> list[list[Said]]:
    """Claims in groups whose windows touch, or lie at most `gap` days apart."""
    found: list[list[Said]] = []
    for claim in sorted(claims, key=lambda claim: (claim.since, claim.until, claim.id)):
        if found and _meet(claim, _extent(found[-1]), gap):
            found[-1].append(claim)
        else:
            found.append([claim])
    return found

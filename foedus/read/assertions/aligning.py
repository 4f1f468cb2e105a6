"""Assertions of several documents in, groups that say one thing out, one of each document at most.

Words propose (`likeness.py`); verb, subject and names decide. Number, date, mood and negation are
left out of this on purpose: two reports that give another number tell of one thing still.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from foedus.read.assertions.assertion import Assertion
from foedus.read.assertions.likeness import Words, alike, opposed

# Chosen on BASIL, whose 50 events have three reports each (bench/README.md, "aligned facts"): below
# the first, a quarter of what is aligned is of one subject and not of one fact; with the same verb
# of the same speaker or actor the second is enough.
ALIKE, ALIKE_OF_ONE, ALIKE_OF_ONE_ACT = 0.8, 0.65, 0.45
_FEWEST = 3  # words; less says too little to be told from something else
# "Peru opposes it", "Chile opposes it": of two actors, hardly ever one thing
ALIKE_OF_TWO, NEVER = 0.97, 2.0
_TELLING, _MANY = 4, 6  # words of each
_IN_COMMON = 0.2  # share of words, below which no two of BASIL are of one thing
_NEAREST = 20  # by the words in common, of which one is the most alike
_FEW, _IN_SIGHT = 6, 0.08
_SHARED = 2  # words beside the names, the verb among them
_NEAR = 0.6  # of two verbs
_SAME = 0.75  # of two verbs, or of what is acted on
# what two do together, whoever is named first
_JOINT = frozenset(
    "agree be conclude confer cooperate coordinate discuss establish exchange form forge have hold"
    " launch meet negotiate open reach restore resume share sign speak strike talk trade"
    " work".split()
)
_NAMES = 0.5  # of the names of the one that has fewer


@dataclass(frozen=True, slots=True)
class Aligned:
    """Assertions of one thing, in the order of the documents; `likeness` of the least alike."""

    assertions: tuple[Assertion, ...]
    likeness: float


@dataclass(frozen=True, slots=True, order=True)
class _Pair:
    """Two assertions that may be of one thing, by document and number; the most alike first."""

    apart: float
    first: tuple[int, int]
    second: tuple[int, int]


def aligned(documents: Sequence[Sequence[Assertion]]) -> list[Aligned]:
    """The groups of what two documents or more assert, in order of the text of the first.

    `documents` has the assertions of each document. Each assertion stands in one group at most,
    and of a clause within a clause only one does. Pairs are joined from the most alike down.
    """
    groups: list[tuple[dict[int, Assertion], list[float]]] = []
    for pair in sorted(_pairs(documents)):
        places = (pair.first, pair.second)
        ones = [documents[n][at] for n, at in places]
        homes = [_home(groups, one) for one in ones]
        if homes == [None, None]:
            if not any(_taken(groups, one) for one in ones):
                group = {n: documents[n][at] for n, at in places}
                groups.append((group, [1 - pair.apart]))
        elif None in homes:
            home = next(home for home in homes if home is not None)
            (number, _), one = places[homes.index(None)], ones[homes.index(None)]
            if number not in groups[home][0] and not _taken(groups, one):
                groups[home][0][number] = one
                groups[home][1].append(1 - pair.apart)
    found = [
        Aligned(tuple(group[n] for n in sorted(group)), min(likeness)) for group, likeness in groups
    ]
    return sorted(found, key=lambda one: [(a.document, a.span) for a in one.assertions][:1])


def nearest(ones: Sequence[Assertion], others: Sequence[Assertion]) -> list[float]:
    """For each of the first, how alike the nearest of the others is, from 0 to 1."""
    words = Words((*ones, *others))
    found = []
    for place, one in enumerate(ones):
        shared = words.shared(place)[len(ones) :]
        near = [int(n) for n in np.argsort(-shared, kind="stable")[:_NEAREST] if shared[n] > 0]
        found.append(max((words.likeness(one, others[n]) for n in near), default=0.0))
    return found


def mutually_nearest(
    ones: Sequence[Assertion], others: Sequence[Assertion], wanted: Callable[[Assertion], bool]
) -> Iterator[tuple[Assertion, Assertion, float]]:
    """The pairs of which each is the other's nearest, by likeness from 0 to 1, in order of `ones`.

    One of the two at least is `wanted`.
    """
    every, split = [*ones, *others], len(ones)
    words = Words(every)
    sides = range(split), range(split, len(every))
    known: dict[int, int | None] = {}

    def nearest_to(place: int) -> int | None:
        if place not in known:
            known[place] = _nearest(words, place, every, sides[place < split])
        return known[place]

    found = set()
    for place, one in enumerate(every):
        other = nearest_to(place) if wanted(one) else None
        if other is not None and nearest_to(other) == place:
            found.add((min(place, other), max(place, other)))
    for place, other in sorted(found):
        yield every[place], every[other], words.likeness(every[place], every[other])


def _nearest(words: Words, place: int, every: Sequence[Assertion], among: range) -> int | None:
    """The place of the clause that is the most alike, among those by the words in common."""
    shared = words.shared(place)[among.start : among.stop]
    near = [
        int(n)
        for n in np.argsort(-shared, kind="stable")[:_FEW]
        if shared[n] >= _IN_SIGHT and len(every[among.start + int(n)].words) >= _FEWEST
    ]
    likeness = [(words.likeness(every[place], every[among.start + n]), -n) for n in near]
    return among.start - max(likeness)[1] if likeness else None


def _home(groups: list[tuple[dict[int, Assertion], list[float]]], one: Assertion) -> int | None:
    return next((n for n, (group, _) in enumerate(groups) if one in group.values()), None)


def _taken(groups: list[tuple[dict[int, Assertion], list[float]]], one: Assertion) -> bool:
    """Whether a clause around it, or within it, stands in a group already."""
    return any(
        other.document == one.document and other.span.overlaps(one.span)
        for group, _ in groups
        for other in group.values()
    )


def _pairs(documents: Sequence[Sequence[Assertion]]) -> Iterator[_Pair]:
    places = [(n, i) for n, document in enumerate(documents) for i in range(len(document))]
    every = [one for document in documents for one in document]
    words = Words(every)
    for index, (n, i) in enumerate(places):
        shared = words.shared(index)
        for other in np.flatnonzero(shared[index + 1 :] >= _IN_COMMON) + index + 1:
            m, j = places[int(other)]
            one, theirs = every[index], every[int(other)]
            if m == n or not comparable(one, theirs):
                continue
            likeness = words.likeness(one, theirs)
            if likeness >= _needed(one, theirs):
                yield _Pair(1 - likeness, (n, i), (m, j))


def _needed(one: Assertion, other: Assertion) -> float:
    if _does_one_thing(one, other):
        return ALIKE_OF_ONE_ACT
    if _of_one(one, other):
        return ALIKE_OF_ONE
    return _needed_of_two(one, other) if _of_two(one, other) else ALIKE


def _of_two(one: Assertion, other: Assertion) -> bool:
    """Whether two who are known, and not the same, act."""
    both = one.subject and other.subject and one.subject != other.subject
    return bool(both) and alike(one.subject, other.subject) < _NEAR


def _needed_of_two(one: Assertion, other: Assertion) -> float:
    """What another's act wants to be the same: many words, and nearly all of them."""
    fewest = min(len(one.words), len(other.words))
    if not (one.stated and other.stated):
        return ALIKE if fewest >= _TELLING else NEVER
    if one.subject in other.words and other.subject in one.words:
        return ALIKE
    return ALIKE_OF_TWO if fewest >= _MANY else NEVER


def _does_one_thing(one: Assertion, other: Assertion) -> bool:
    """Whether the same actor does the same to the same."""
    if not (one.subject and one.object) or one.subject != other.subject:
        return False
    return alike(one.verb, other.verb) >= _SAME and alike(one.object, other.object) >= _SAME


def _of_one(one: Assertion, other: Assertion) -> bool:
    """Whether one speaker says it, or one actor does it, with the same verb."""
    if one.verb != other.verb or len(_plain(one) & _plain(other)) < _SHARED:
        return False
    if one.voice and other.voice:
        return voice_key(one) == voice_key(other)
    return bool(one.subject) and one.subject == other.subject


def _plain(one: Assertion) -> set[str]:
    """The words that name nobody."""
    return set(one.words) - one.names


def voice_key(one: Assertion) -> str:
    """By what two speakers are the same: the actor's id, else the name; "" for the document."""
    if not one.voice:
        return ""
    return one.voice[-1].actor or one.voice[-1].name.lower()


def comparable(one: Assertion, other: Assertion) -> bool:
    """Whether the two can be of one thing at all: by their verbs, by whom they name."""
    if min(len(one.words), len(other.words)) < _FEWEST:
        return False
    if opposed(one, other) and (one.subject or other.subject) != (other.subject or one.subject):
        return False  # what rises and what falls are two things
    return _verbs_meet(one, other) and _subjects_meet(one, other) and _names_meet(one, other)


def _verbs_meet(one: Assertion, other: Assertion) -> bool:
    if one.verb in other.words or other.verb in one.words:
        return True
    return alike(one.verb, other.verb) >= _NEAR


def _subjects_meet(one: Assertion, other: Assertion) -> bool:
    """Not where two known actors are different, and neither is named in the other clause."""
    if not one.subject or not other.subject or one.subject == other.subject:
        return True
    if one.subject in one.names and other.subject in other.names:
        in_other, in_one = one.subject in other.names, other.subject in one.names
        if in_other and in_one:  # "Peru sued Chile" is not "Chile sued Peru"
            return one.verb in _JOINT or other.verb in _JOINT
        return in_other or in_one
    return True


def _names_meet(one: Assertion, other: Assertion) -> bool:
    fewer = min(len(one.names), len(other.names))
    return not fewer or len(one.names & other.names) >= _NAMES * fewer

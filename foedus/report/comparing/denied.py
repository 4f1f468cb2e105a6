"""Clauses in, those that contradict each other out: one says that it is so, another that it is not.

A denial in other words is found where whoever denies it is accused of it: "Chile said Peru had sent
boats into the bay", "Peru denied that any boat had entered the bay".
"""

import re
from collections.abc import Iterator, Sequence

from foedus.model.claim import Mood
from foedus.read.assertions import Assertion, alike, opposed, voice_key
from foedus.report.comparing.meeting import Met, clauses_of
from foedus.report.comparing.sides import (
    DENIED,
    OPPOSITE,
    One,
    about,
    compared,
    differing,
    side_of_assertion,
    telling,
)
from foedus.report.desk import Desk
from foedus.report.items import Item

# Of the words of a denial that the other clause must have too, and how many at least; in all: the
# names with them. Of the 939 denials of BASIL none passes.
_SHARE, _SHARED, _SHARED_IN_ALL = 0.6, 2, 2.5
_SAME = 0.75  # of two verbs
_ALL = re.compile(r"\b(?:single|any|anything|ever|never|nothing|none|no)\b", re.IGNORECASE)


def contradiction(desk: Desk, group: Met) -> Item | None:
    """The first two clauses of one thing of which one says that it is not so."""
    found = differing(group.ones, _deny_each_other)
    return _contradicting(desk, found) if found else None


def denied_otherwise(desk: Desk) -> Iterator[Item]:
    """What one report has somebody say or do, and another has denied in other words."""
    originals = [source for source in desk.sources() if not source.copy_of]
    clauses: list[list[One]] = [[(s, one) for one in clauses_of(s)] for s in originals]
    for told, others in ((a, b) for a in clauses for b in clauses if a is not b):
        for denial in told:
            if denial[1].denies and _states_surely(denial[1]):
                share, best = max(
                    ((_share(denial, one[1]), n) for n, one in enumerate(others)), default=(0.0, 0)
                )
                if share >= _SHARE:
                    yield _contradicting(desk, (others[best], denial))


def _share(denial: One, other: Assertion) -> float:
    """What share of the words of the denial the other clause has too; 0 where it is not denied."""
    one = denial[1]
    by_two = voice_key(one) != voice_key(other)
    if other.denies or not by_two or not _states_surely(other):
        return 0.0
    named = len(one.names & other.names)
    if one.mood is Mood.DENIED:
        accused = voice_key(one) or one.subject
        does = bool(accused) and other.subject == accused
        met = _met(one, other) if does or named else 0.0
        if does and met >= _SHARED:
            return met / len(set(one.words) - one.names)
        of_one = named and met >= 1 and met + named >= _SHARED_IN_ALL
        return (met + named) / len(one.words) if of_one else 0.0
    same = bool(other.voice) and one.subject == other.subject
    at_all = same and _does(one, other) and _denies_all(denial)
    return (_met(one, other) + named) / len(one.words) if at_all else 0.0


def _met(one: Assertion, other: Assertion) -> float:
    """How many words, names aside, the other has too."""
    own, others = (set(x.words) - x.names for x in (one, other))
    return sum(max((alike(word, its) for its in others), default=0.0) for word in own)


def _denies_all(denial: One) -> bool:
    """ "Did not fire a single round": whatever the other says was fired."""
    source, one = denial
    return one.subject in one.names and bool(_ALL.search(source.words(one.span)))


def _does(one: Assertion, other: Assertion) -> bool:
    """Whether both tell of one act, by a verb that tells something: "have" and "be" do not."""
    return one.verb in one.words and alike(one.verb, other.verb) >= _SAME


def _contradicting(desk: Desk, found: Sequence[One]) -> Item:
    ordered = sorted(found, key=lambda one: one[1].denies)
    denied = ordered[0][1].denies != ordered[1][1].denies
    values = ("said", DENIED if denied else OPPOSITE)
    sides = [
        side_of_assertion(desk, s, a, value) for (s, a), value in zip(ordered, values, strict=True)
    ]
    so, not_so = map(telling, sides)
    other = "has that it is not so" if denied else f"has the opposite: {about(ordered[1])}"
    words = f"{about(ordered[0])}: so {so}; {not_so} {other}"
    return compared("contradiction", words, sides)


def _deny_each_other(one: Assertion, other: Assertion) -> bool:
    same = bool(one.voice and other.voice) and voice_key(one) == voice_key(other)
    stated = _states_surely(one) and _states_surely(other)
    return stated and not same and differ_in_truth(one, other)


def _states_surely(one: Assertion) -> bool:
    """Whether it says so, and not that it may be or should be so."""
    sure = one.mood in (Mood.ASSERTED, Mood.PROMISED, Mood.DENIED) and not one.hedge
    return one.stated and sure


def differ_in_truth(one: Assertion, other: Assertion) -> bool:
    """Whether one says that it is so and the other that it is not; two such marks cancel out."""
    return (one.denies != other.denies) != opposed(one, other)

"""Clauses in, those that contradict each other out: one says that it is so, another that it is not.

A denial in other words is found where whoever denies it is accused of it: "Chile said Peru had sent
boats into the bay", "Peru denied that any boat had entered the bay".
"""

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

# Of the words of a denial that the accusation must have too, and how many at least. Of the 939
# denials of BASIL none passes.
_SHARE, _SHARED = 0.6, 2


def contradiction(desk: Desk, group: Met) -> Item | None:
    """The first two clauses of one thing of which one says that it is not so."""
    found = differing(group.ones, _deny_each_other)
    return _contradicting(desk, found) if found else None


def denied_otherwise(desk: Desk) -> Iterator[Item]:
    """What a report's source accuses somebody of, and another has them deny in other words."""
    originals = [source for source in desk.sources() if not source.copy_of]
    clauses: list[list[One]] = [[(s, one) for one in clauses_of(s)] for s in originals]
    for told, others in ((a, b) for a in clauses for b in clauses if a is not b):
        for denial in told:
            accused = _who_denies(denial[1])
            if accused and denial[1].denies and _states_surely(denial[1]):
                share, best = max(
                    ((_share(denial[1], one), n) for n, (_, one) in enumerate(others)
                     if _accuses(one, accused)),
                    default=(0.0, 0),
                )  # fmt: skip
                if share >= _SHARE:
                    yield _contradicting(desk, (others[best], denial))


def _who_denies(one: Assertion) -> str:
    """The key of whoever denies it, or says that they did not; "" where it is only not so."""
    if one.mood is Mood.DENIED:
        return voice_key(one) or one.subject
    return voice_key(one) if one.subject == voice_key(one) else ""


def _accuses(one: Assertion, accused: str) -> bool:
    """Whether another says of the accused that they did it."""
    own = voice_key(one)
    by_another = bool(own) and own != accused
    return one.subject == accused and by_another and not one.denies and _states_surely(one)


def _share(denial: Assertion, one: Assertion) -> float:
    """What share of the words of the denial, names aside, the other clause has too."""
    own, others = (set(x.words) - x.names for x in (denial, one))
    met = [max((alike(word, other) for other in others), default=0.0) for word in own]
    return sum(met) / len(own) if sum(met) >= _SHARED else 0.0


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

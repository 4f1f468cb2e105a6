"""The looks of a page in, for each paragraph whether it is the article out.

A page is read as a sequence: what comes before the article, the article, what stands between
its paragraphs, what comes after. Each paragraph speaks for each of the four by the sum of the
weights of its features, each step from one to the next has its own weight, and the sequence
with the highest sum is taken (a linear-chain model, decoded exactly).
"""

from enum import IntEnum

from foedus.read.clean.features import Look, anchor
from foedus.read.clean.hints import Hint
from foedus.read.clean.weights import ARTICLE, BIAS, ELSEWHERE, ENDS, STEPS


class Place(IntEnum):
    """Where a paragraph stands to the article."""

    BEFORE = 0
    ARTICLE = 1
    BETWEEN = 2
    AFTER = 3


_OUTSIDE = (Place.BEFORE, Place.BETWEEN, Place.AFTER)
_NEVER = float("-inf")
# For and against a line that trafilatura takes, or does not take, for main text. Set by hand: the
# labelled pages have no markup. It outweighs the looks of a line, but not those of a row of lines.
MAIN = 2.0


def places(looks: list[Look]) -> list[Place]:
    """The place of every paragraph; one that is set aside takes the place of its surroundings."""
    rest = [at for at, seen in enumerate(looks) if not seen.aside]
    chain = _best([looks[at] for at in rest])
    known = dict(zip(rest, chain, strict=True))
    found: list[Place] = []
    for at in range(len(looks)):
        if at in known:
            found.append(known[at])
        else:
            previous = found[-1] if found else Place.BEFORE
            found.append(Place.BETWEEN if previous is Place.ARTICLE else previous)
    last = max((at for at, place in enumerate(found) if place is Place.ARTICLE), default=-1)
    return [
        Place.AFTER if at > last and place is Place.BETWEEN else place
        for at, place in enumerate(found)
    ]


def _best(looks: list[Look]) -> list[Place]:
    """The sequence of places with the highest sum (Viterbi)."""
    if not looks:
        return []
    fixed = anchor(looks)
    marked = any(Hint.MAIN in seen.hints for seen in looks)
    sums = [ENDS["first"].get(place.name, _NEVER) for place in Place]
    back: list[list[int]] = []
    for at, seen in enumerate(looks):
        scores = _scores(seen)
        if marked:
            scores[Place.ARTICLE] += MAIN if Hint.MAIN in seen.hints else -MAIN
        if at == fixed:
            scores = [score if p == Place.ARTICLE else _NEVER for p, score in enumerate(scores)]
        if at:
            come = [max(range(4), key=lambda old: sums[old] + STEPS[old][new]) for new in range(4)]
            sums = [sums[old] + STEPS[old][new] for new, old in enumerate(come)]
            back.append(come)
        sums = [total + score for total, score in zip(sums, scores, strict=True)]
    sums = [total + ENDS["last"].get(p.name, _NEVER) for total, p in zip(sums, Place, strict=True)]
    path = [max(range(4), key=sums.__getitem__)]
    for come in reversed(back):
        path.append(come[path[-1]])
    return [Place(place) for place in reversed(path)]


def _scores(seen: Look) -> list[float]:
    scores = list(BIAS)
    for feature in seen.features:
        scores[Place.ARTICLE] += ARTICLE.get(feature, 0.0)
        for place, weight in zip(_OUTSIDE, ELSEWHERE.get(feature, ()), strict=False):
            scores[place] += weight
    return scores

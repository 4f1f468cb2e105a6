"""The looks of a page in, for each paragraph whether it is the article out.

A page is read as a sequence: what comes before the article, the article, what stands between
its paragraphs, what comes after. Each paragraph speaks for each of the four by the sum of the
weights of its features, and each step from one to the next has its own weight; so every sequence
has a probability. A paragraph is the article's where the sequences that say so have more than half
of it (a linear-chain conditional random field, by forward and backward sums).
"""

from collections.abc import Sequence
from enum import IntEnum
from math import exp, inf

from foedus.read.clean.core import anchor
from foedus.read.clean.hints import Hint
from foedus.read.clean.look import Look
from foedus.read.clean.weights import ARTICLE, BIAS, ELSEWHERE, ENDS, STEPS


class Place(IntEnum):
    """Where a paragraph stands to the article."""

    BEFORE = 0
    ARTICLE = 1
    BETWEEN = 2
    AFTER = 3


# For and against a line that trafilatura takes, or does not take, for main text. Set by hand: the
# labelled pages have no markup. It outweighs the looks of a line, but not those of a row of lines.
MAIN = 2.0
HALF = 0.5  # on unseen publishers .3, .4, .5, .6 gave .957, .955, .959, .957 (4-token shingle F1)
_OF_PAGES = frozenset({
    "share", "subscribe", "legal", "menu", "comment", "related", "advert", "ago", "more", "trust",
})  # fmt: skip
_OUTSIDE = (Place.BEFORE, Place.BETWEEN, Place.AFTER)

Row = Sequence[float]


def places(looks: list[Look]) -> list[Place]:
    """The place of every paragraph."""
    rest = [at for at, seen in enumerate(looks) if not seen.aside]
    if _is_plain(looks):
        return [_plain_place(seen) for seen in looks]
    chances = article_chances(_scores([looks[at] for at in rest]), STEPS, *ENDS)
    body = {at for at, chance in zip(rest, chances, strict=True) if chance > HALF}
    if not body:
        return [Place.BEFORE] * len(looks)
    first, last = min(body), max(body)
    return [
        Place.ARTICLE if at in body
        else Place.BEFORE if at < first else Place.AFTER if at > last else Place.BETWEEN
        for at in range(len(looks))
    ]  # fmt: skip


def _is_plain(looks: list[Look]) -> bool:
    """Whether nothing shows that the text was a page: then all of it is the article."""
    return not any(
        seen.kinds & _OF_PAGES or Hint.MAIN in seen.hints or "said before" in seen.features
        for seen in looks
    )


def _plain_place(seen: Look) -> Place:
    stated = seen.kinds & {"byline", "date", "credit"} and not seen.prose
    return Place.BETWEEN if seen.aside or stated else Place.ARTICLE


def article_chances(
    scores: Sequence[Row], steps: Sequence[Row], first: Row, last: Row
) -> list[float]:
    """For each paragraph the probability that it is the article's.

    `scores[t][place]`, `steps[from][to]`, `first[place]` and `last[place]` are logarithms, minus
    infinity for never.
    """
    if not scores:
        return []
    ways = [[exp(weight) for weight in row] for row in steps]
    own = [[exp(score - max(row)) for score in row] for row in scores]
    ahead = [_share([a * exp(b) for a, b in zip(own[0], first, strict=True)])]
    for row in own[1:]:
        come = ahead[-1]
        ahead.append(
            _share([row[to] * sum(come[of] * ways[of][to] for of in range(4)) for to in range(4)])
        )
    behind = [exp(weight) for weight in last]
    chances = []
    for t in range(len(own) - 1, -1, -1):
        both = _share([a * b for a, b in zip(ahead[t], behind, strict=True)])
        chances.append(both[Place.ARTICLE])
        heard = [a * b for a, b in zip(own[t], behind, strict=True)]
        behind = _share([sum(ways[of][to] * heard[to] for to in range(4)) for of in range(4)])
    return chances[::-1]


def _share(row: list[float]) -> list[float]:
    total = sum(row)
    return [part / total for part in row] if total else row


def _scores(looks: list[Look]) -> list[list[float]]:
    fixed = anchor(looks)
    marked = any(Hint.MAIN in seen.hints for seen in looks)
    rows = []
    for at, seen in enumerate(looks):
        row = list(BIAS)
        for feature in seen.features:
            row[Place.ARTICLE] += ARTICLE.get(feature, 0.0)
            for place, weight in zip(_OUTSIDE, ELSEWHERE.get(feature, ()), strict=False):
                row[place] += weight
        if marked:
            row[Place.ARTICLE] += MAIN if Hint.MAIN in seen.hints else -MAIN
        if at == fixed:
            row = [score if place == Place.ARTICLE else -inf for place, score in enumerate(row)]
        rows.append(row)
    return rows

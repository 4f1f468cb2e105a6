"""Two assertions in, how alike they are out: the share of their words that the other has too.

A word counts for more the fewer assertions have it, as in `read/stories/likeness.py`. Words of one
meaning are alike by the cosine of the parser's word vectors: these propose that two clauses say one
thing; names, verbs and whoever acts decide (`aligning.py`).
"""

import tomllib
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from math import log

import numpy as np
import numpy.typing as npt

from foedus.read.assertions.assertion import Assertion
from foedus.read.sentences import pipeline

Vector = npt.NDArray[np.float32]
Share = npt.NDArray[np.float64]
# as if so many clauses had been read before, each word in one of them
_BEFORE = 200
_STEM = 6  # letters by which "defend" and "defence" are one word
_STEMMED = 0.9
_ONE = 0.75
_ALIKE = 0.6  # cosine from which two words count as near in meaning


class Words:
    """Assertions side by side, with how much each of their words counts."""

    def __init__(self, assertions: Sequence[Assertion]) -> None:
        self._known = assertions
        places: dict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(assertions):
            for word in one.words:
                places[word].append(place)
        count = len(assertions) + _BEFORE
        self._weights = {word: log(count / (len(at) + 1)) for word, at in places.items()}
        self._places = {word: np.array(at) for word, at in places.items()}
        self._sums = np.array([sum(self._weights[w] for w in one.words) for one in assertions])

    def shared(self, place: int) -> Share:
        """What share of its words each assertion has in common with the one at `place`, 0 to 1."""
        found = np.zeros(len(self._known))
        for word in self._known[place].words:
            found[self._places[word]] += self._weights[word]
        both = self._sums + self._sums[place]
        share: Share = np.divide(2 * found, both, out=np.zeros_like(found), where=both > 0)
        return share

    def likeness(self, one: Assertion, other: Assertion) -> float:
        """From 0, no word in common, to 1, the same words."""
        if not one.words or not other.words:
            return 0.0
        near = np.array([[alike(a, b) for b in other.words] for a in one.words])
        mine = np.array([self._weights[word] for word in one.words])
        theirs = np.array([self._weights[word] for word in other.words])
        met = mine @ near.max(axis=1) + theirs @ near.max(axis=0)
        return float(met / (mine.sum() + theirs.sum()))


def opposed(one: Assertion, other: Assertion) -> bool:
    """Whether one says the opposite of the other by one of its words: "approved", "rejected"."""
    mine, theirs = set(one.words) - set(other.words), set(other.words) - set(one.words)
    return sum(frozenset((a, b)) in opposites() for a in mine for b in theirs) % 2 == 1


@cache
def opposites() -> frozenset[frozenset[str]]:
    """The pairs of words that say the opposite of each other (`data/words/opposites.toml`)."""
    text = files("foedus").joinpath("data/words/opposites.toml").read_text("utf-8")
    return frozenset(frozenset(pair) for pair in tomllib.loads(text)["pairs"])


@lru_cache(maxsize=1 << 16)
def alike(one: str, other: str) -> float:
    """How near two words are: 1 the same, 0 not near."""
    if one == other:
        return 1.0
    if frozenset((one, other)) in opposites():
        return _STEMMED  # of one thing, as a clause and its denial are
    named = " " in one or " " in other  # the keys of actors are no words
    if not named and min(len(one), len(other)) >= _STEM and one[:_STEM] == other[:_STEM]:
        return _STEMMED
    mine, theirs = _vector(one), _vector(other)
    if mine is None or theirs is None:
        return 0.0
    cosine = float(mine @ theirs)
    return cosine if cosine >= _ALIKE else 0.0


def one_meaning(one: str, other: str) -> bool:
    """Whether two words, lemmas both, can name one thing."""
    return alike(one, other) >= _ONE


@lru_cache(maxsize=1 << 15)
def _vector(word: str) -> Vector | None:
    vector = np.asarray(pipeline().vocab[word].vector, np.float32)
    length = float(np.linalg.norm(vector))
    return (vector / np.float32(length)) if length else None

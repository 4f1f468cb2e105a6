"""Words of likelihood in, the range that a published scale gives them out.

The scales are data (`foedus/data/probability.toml`): each names its source and year. What a
scale does not list has no range: no number is ever invented for a writer's word.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from foedus.model.errors import LibraryError

_DEGREES = frozenset(
    "not no less more most least very highly quite rather fairly too so as extremely increasingly"
    " almost nearly hardly than equally".split()
)


@dataclass(frozen=True, slots=True)
class Probability:
    """A range of probability, both ends inclusive, in hundredths; the term and scale it is from."""

    low: int
    high: int
    term: str
    scale: str


@cache
def scales() -> dict[str, dict[str, Probability]]:
    """Every scale: its id, then term in lower case -> range."""
    raw = tomllib.loads((files("foedus") / "data" / "probability.toml").read_text("utf-8"))
    return {name: _terms(name, scale["band"]) for name, scale in raw["scale"].items()}


def _terms(name: str, bands: list[dict[str, object]]) -> dict[str, Probability]:
    terms: dict[str, Probability] = {}
    for band in bands:
        low, high, listed = band["low"], band["high"], band["terms"]
        if not (isinstance(low, int) and isinstance(high, int) and isinstance(listed, list)):
            raise LibraryError(f"probability.toml, scale {name}: a band needs low, high and terms")
        for term in map(str, listed):
            if term in terms:
                raise LibraryError(f"probability.toml, scale {name}: '{term}' is in two bands")
            terms[term] = Probability(low, high, term, name)
    return terms


def probability_of(words: str, scale: str) -> Probability | None:
    """The range of the scale's longest term that the words are or contain, else None.

    `scale` is an id of `scales()`; an unknown one raises LibraryError, naming those that exist.

    >>> probability_of("very likely", "icd-203")
    Probability(low=80, high=95, term='very likely', scale='icd-203')
    """
    if scale not in scales():
        raise LibraryError(f"no scale of probability '{scale}'; one of: {', '.join(scales())}")
    said = words.lower().split()
    hits = [p for term, p in scales()[scale].items() if _says(said, term.split())]
    return max(hits, key=lambda p: len(p.term), default=None)


def _says(said: list[str], term: list[str]) -> bool:
    """Whether the words hold the term without a word of degree that makes another term of it."""
    for at in range(len(said) - len(term) + 1):
        if said[at : at + len(term)] == term:
            return at == 0 or said[at - 1] not in _DEGREES
    return False

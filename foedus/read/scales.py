"""Words of likelihood in, the range of probability that a published scale gives them out.

A scale is data (`foedus/data/scales/*.toml`, or a file of the user's own in the same form) with
its source. What a scale does not list has no range: no number is made up for anybody's word.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from foedus.model.document import Span
from foedus.model.errors import InputError, LibraryError
from foedus.model.reading import Row, span_of

_TEXTS = ("id", "source")
_ADJECTIVES = {"probably": "probable", "improbably": "improbable", "certainly": "certain"}
_CHANCES = frozenset({"chance", "chances", "possibility", "probability", "likelihood"})
_NOT = frozenset({"not", "no", "n't", "n’t", "never", "neither", "nor", "nobody", "nothing"})


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale of verbal probability. `bands`: term in lower case -> low and high, in hundredths.

    `seen` tells where its figures were checked.
    """

    id: str
    source: str
    year: int | None
    seen: str
    bands: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Likelihood:
    """How probable a scale takes what is told to be, in hundredths, both ends inclusive.

    It is of the event itself: of "will probably not sign" it is the signing. `complement`: the
    scale gives the term for the opposite, and the ends are turned round.
    """

    low: int
    high: int
    term: str
    scale: str
    complement: bool = False

    def row(self) -> Row:
        return {"low": self.low, "high": self.high, "term": self.term, "scale": self.scale,
                "complement": self.complement}  # fmt: skip


@cache
def scales() -> tuple[Scale, ...]:
    """The scales that come with foedus, by year."""
    folder = files("foedus") / "data" / "scales"
    found = [read_scale(f.read_text("utf-8"), f"data/scales/{f.name}") for f in folder.iterdir()]
    return tuple(sorted(found, key=lambda scale: (scale.year or 0, scale.id)))


def scale(name: str) -> Scale:
    """The scale of that id, or the one in the user's file of that path (ending in .toml).

    Raises InputError where there is neither, LibraryError where the file is wrong.
    """
    known = {one.id: one for one in scales()}
    if name in known:
        return known[name]
    path = Path(name)
    if path.suffix != ".toml":
        near = get_close_matches(name, known, n=1)
        guess = f" Did you mean '{near[0]}'?" if near else ""
        raise InputError(
            f"no scale '{name}'; one of: {', '.join(known)}, or the path of a file of your own"
            f" (.toml).{guess}"
        )
    try:
        return read_scale(path.read_text("utf-8"), name)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{name}: cannot be read ({error}); give a TOML file in UTF-8") from error


def read_scale(text: str, place: str) -> Scale:
    """The scale that a TOML text gives; LibraryError says what is wrong in it, and where."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LibraryError(f"{place}: this is no TOML ({error}); mend the line") from error
    for name in _TEXTS:
        if not isinstance(raw.get(name), str) or not raw[name].strip():
            raise LibraryError(f'{place}: `{name}` is missing; write {name} = "..." at the top')
    bands: dict[str, tuple[int, int]] = {}
    for term, low, high in _bands(raw.get("band"), place):
        if term in bands:
            raise LibraryError(f"{place}: '{term}' stands in two bands; keep one of them")
        bands[term] = (low, high)
    year = raw.get("year")
    if year is not None and not isinstance(year, int):
        raise LibraryError(f"{place}: `year` is {year!r}; give a whole number, or leave it out")
    return Scale(raw["id"], raw["source"], year, str(raw.get("seen", "")), bands)


def _bands(raw: Any, place: str) -> Iterator[tuple[str, int, int]]:
    if not isinstance(raw, list) or not raw:
        raise LibraryError(f"{place}: no bands; write [[band]] with low, high and terms")
    for number, band in enumerate(raw, 1):
        where = f"{place}, band {number}"
        low, high = (band.get("low"), band.get("high")) if isinstance(band, dict) else (None, None)
        if type(low) is not int or type(high) is not int or not 0 <= low <= high <= 100:
            raise LibraryError(
                f"{where}: `low` and `high` must be whole hundredths, 0 <= low <= high <= 100"
            )
        terms = band.get("terms")
        if not isinstance(terms, list) or not terms or not all(isinstance(t, str) for t in terms):
            raise LibraryError(f'{where}: `terms` must be a list of words, such as ["likely"]')
        for term in terms:
            yield _plain(term), low, high


def likelihood(words: str, on: Scale) -> Likelihood | None:
    """The range of the words themselves: the whole of them must be a term of the scale.

    "Probably" counts for "probable", "a remote chance" for "remote", and "likely not" for the
    opposite of "likely"; "not likely" is a term of its own, and unknown where it is not listed.

    >>> likelihood("very likely", scale("icd-203"))
    Likelihood(low=80, high=95, term='very likely', scale='icd-203', complement=False)
    """
    said = _plain(words)
    term = _term(said, on)
    if term is not None:
        return Likelihood(*on.bands[term], term, on.id)
    bare = said.removesuffix(" not")
    term = _term(bare, on) if bare != said else None
    return None if term is None else _turned(Likelihood(*on.bands[term], term, on.id))


def likelihood_of(manner: Row, text: str, on: Scale) -> Likelihood | None:
    """The range of what a clause tells, by its row (`manner_row`) and its document's text.

    None where the scale has no term for its words, where two of them have different ranges, or
    where it is not clear whether a "not" falls on the likelihood or on the event.
    """
    hedges = [span_of(bounds) for bounds in manner.get("hedge", ())]
    found = {_of_hedge(hedge, hedges, manner, text, on) for hedge in hedges} - {None}
    return found.pop() if len(found) == 1 else None


def _of_hedge(
    hedge: Span, hedges: list[Span], manner: Row, text: str, on: Scale
) -> Likelihood | None:
    found = likelihood(hedge.of(text), on)
    if found is None or not manner["negated"]:
        return found
    shown = [span_of(bounds) for bounds in manner["mood_words"]]
    apart = [s for s in shown if _plain(s.of(text)) in _NOT and not any(map(s.overlaps, hedges))]
    if not apart:
        return found if _NOT & set(_plain(hedge.of(text)).split()) else None
    if len(apart) > 1 or apart[0].start < hedge.end:
        return None
    listed = on.bands.get(f"{_plain(hedge.of(text))} not")  # Kent has "probably not" itself
    return likelihood(f"{hedge.of(text)} not", on) if listed else _turned(found)


def _turned(found: Likelihood) -> Likelihood:
    return Likelihood(100 - found.high, 100 - found.low, found.term, found.scale, True)


def _term(said: str, on: Scale) -> str | None:
    """The scale's term that the words are, as they stand or as the adjective of the adverb."""
    head, _, last = said.rpartition(" ")
    forms = [said, f"{head} {_ADJECTIVES[last]}".strip()] if last in _ADJECTIVES else [said]
    forms += [head] if last in _CHANCES else []
    return next((form for form in forms if form in on.bands), None)


def _plain(words: str) -> str:
    return " ".join(words.lower().split())

"""Readings of the instrument and open terms in, who reads which term how out, by words alone.

A reader is placed under a reading of a term only where the words name the term and, without a
denial or a hedge, say just what that one reading is called. Whoever cannot be placed keeps the
own words: nobody is put to a reading by guess.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from foedus.law.terms import open_readings
from foedus.model.claim import Mood
from foedus.model.term import Term
from foedus.report.desk import Desk
from foedus.report.dossier import Told, plain
from foedus.report.sections.readings import readings

STEM, ENDING = 6, 5  # letters that two forms of one word share, and may differ by
_DENIED = frozenset("not no never nobody nothing none neither nor without whether hardly".split())
_SMALL = frozenset({"a", "an", "the"})


@dataclass(frozen=True, slots=True)
class Placed:
    """One reader on one term: under `reading`, or under none ("") where the words do not say."""

    holder: str
    told: Told
    term: str
    reading: str


def placed(desk: Desk, treaty: str, terms: Sequence[Term]) -> list[Placed]:
    """Every reading of the instrument that names one of the terms, placed where it can be."""
    return [
        Placed(holder, told, term.id, _reading_of(told, term, treaty))
        for holder, group in readings(desk)
        for told in group
        for term in terms
        if _names(told, term)
    ]


def readers(desk: Desk) -> list[str]:
    """All who read the instrument, by name, in order of first mention."""
    return list(dict.fromkeys(holder.rstrip(",") for holder, _ in readings(desk)))


def _names(told: Told, term: Term) -> bool:
    """Whether the words name the term; a short word only where it is spoken of as a word."""
    said = _words(told, "instrument", "reading", "gist", "condition", "term")
    spoken_of = _words(told, "instrument", "term")
    for name in _spellings(term):
        long = len(name) > 1 or len(name[0]) >= STEM
        if any(_found(said if long else spoken_of, name)):
            return True
    return False


def _reading_of(told: Told, term: Term, treaty: str) -> str:
    """The one reading of the term that the words say; "" for none, several, or in doubt."""
    if told.claim.negated or told.claim.hedge or told.claim.mood is not Mood.ASSERTED:
        return ""
    words = _words(told, "instrument", "reading", "gist", "condition")
    for name in _spellings(term):  # the term itself says nothing of how it is read
        for start in list(_found(words, name)):
            words[start : start + len(name)] = [""] * len(name)
    fitting = []
    for reading in open_readings(term, treaty):
        name = _split(reading.id)
        rest = list(words)
        for start in _found(words, name):
            rest[start : start + len(name)] = [""] * len(name)
            if not _denies(rest):
                fitting.append(reading.id)
                break
    return fitting[0] if len(fitting) == 1 else ""


def _denies(words: Iterable[str]) -> bool:
    return any(word in _DENIED or word.endswith("n't") for word in words)


def _spellings(term: Term) -> list[list[str]]:
    return [_split(name) for name in (term.id, *term.merges)]


def _split(name: str) -> list[str]:
    return [word for word in re.split(r"[_-]", name) if word not in _SMALL]


def _words(told: Told, *roles: str) -> list[str]:
    """The words of the claim in these roles, one role after the other, each apart."""
    found: list[str] = []
    for role in roles:
        for filler in told.claim.fillers(role):
            text = told.words(filler).translate({0x2019: "'"}).casefold()
            found += [w for w in re.findall(r"[\w']+", text) if w not in _SMALL] + ["."]
    return found


def _found(words: Sequence[str], name: Sequence[str]) -> Iterator[int]:
    """Where the name stands in the words, each word in any of its forms."""
    for start in range(len(words) - len(name) + 1):
        if all(map(_alike, words[start : start + len(name)], name)):
            yield start


def _alike(word: str, other: str) -> bool:
    """ "declared" and "declaration", "troop" and "troops"; short words only as they are."""
    one, two = plain(word).replace(" ", ""), plain(other)
    if one == two or one == f"{two}s":
        return True
    shared = next(
        (i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b),
        min(len(one), len(two)),
    )
    return shared >= STEM and max(len(one), len(two)) - shared <= ENDING

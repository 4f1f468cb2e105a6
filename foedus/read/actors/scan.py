"""A text in, every gazetteer name in it out: the longest name at each place, with its senses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from foedus.read.actors.lexicon import body_vocabulary, person_words, sector_words
from foedus.read.gazetteer import Form, Gazetteer, Sense, normal

WORD = re.compile(r"[^\W_]+(?:['’.&][^\W_]+)*")
_GAP = re.compile(r"['’]?[ \u00a0\u2009\u202f]|[-–‐‑]|\. |, ?")
# Surnames and titles of offices name nobody by themselves; other steps look them up.
_NEVER = frozenset({Form.SURNAME, Form.OFFICE})


@dataclass(frozen=True, slots=True)
class Hit:
    """One gazetteer name in a text: its characters, and what it may mean, likeliest first."""

    start: int
    end: int
    senses: tuple[Sense, ...]


@lru_cache(maxsize=65536)
def word_key(word: str) -> tuple[str, str]:
    """The word as it is compared: within a name, and as its last word (without "'s")."""
    return normal(word + " |").removesuffix("|").rstrip(), normal(word)


class Scanner:
    """The names of a gazetteer, ready to be found in texts."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._senses: dict[str, tuple[Sense, ...]] = {}
        self._longest: dict[str, int] = {}
        for name, senses in gazetteer.names():
            usable = tuple(sense for sense in senses if sense.form not in _NEVER)
            if name in body_vocabulary() and name not in sector_words().bodies:
                usable = tuple(s for s in usable if s.form not in (Form.BODY, Form.FORCES))
            keys = [word_key(word[0]) for word in WORD.finditer(name)]
            if usable and keys:
                known = self._senses.get(_joined(keys), ())
                self._senses[_joined(keys)] = (*known, *usable)
                first = keys[0][len(keys) == 1]
                self._longest[first] = max(len(keys), self._longest.get(first, 0))

    def scan(self, text: str) -> Iterator[Hit]:
        """The names in the text from left to right, none within another."""
        words = list(WORD.finditer(text))
        keys = [word_key(word[0]) for word in words]
        at = 0
        while at < len(words):
            found = self._at(text, words, keys, at)
            if found:
                size, hit = found
                yield hit
                at += size
            else:
                at += 1

    def _at(
        self, text: str, words: list[re.Match[str]], keys: list[tuple[str, str]], at: int
    ) -> tuple[int, Hit] | None:
        inner, ending = keys[at]
        longest = max(self._longest.get(inner, 0), self._longest.get(ending, 0))
        if not longest:
            return None
        reach = self._reach(text, words, at, longest)
        for size in range(reach, 0, -1):
            senses = self._senses.get(_joined(keys[at : at + size]))
            if senses:
                start, end = words[at].start(), _end(text, words[at + size - 1])
                fitting = tuple(sense for sense in senses if _fits(sense, text[start:end]))
                if fitting:
                    return size, Hit(start, end, fitting)
        return None

    @staticmethod
    def _reach(text: str, words: list[re.Match[str]], at: int, longest: int) -> int:
        """How many words from here on one name may join."""
        size = 1
        while size < longest and at + size < len(words):
            gap = text[words[at + size - 1].end() : words[at + size].start()]
            if gap != " " and not _GAP.fullmatch(gap):
                break
            size += 1
        return size


def _joined(keys: list[tuple[str, str]]) -> str:
    """The words of a name as one key: the last one without its possessive."""
    if len(keys) == 1:
        return keys[0][1]
    return " ".join([*(key[0] for key in keys[:-1]), keys[-1][1]])


def _fits(sense: Sense, text: str) -> bool:
    """Whether the case fits; "Nato" and "Opec" are written so too."""
    mixed = len(sense.name) <= 4 and sum(map(str.isupper, sense.name)) > 1
    if mixed and not sense.name.isupper() and "/" in sense.actor:
        return text == sense.name  # "LeT" is not "Let"
    acronym = len(text) == len(sense.name) == 4 and sense.name.isupper() and "/" in sense.actor
    return sense.fits(text) or (
        acronym and text.istitle() and text.casefold() not in person_words().genders
    )


def _end(text: str, word: re.Match[str]) -> int:
    """The end of a name: with the last dot of "U.S.", without a possessive "'s"."""
    end = word.end()
    if "." in word[0] and text[end : end + 1] == ".":
        return end + 1
    return end - 2 if word[0][-2:] in ("'s", "’s") else end

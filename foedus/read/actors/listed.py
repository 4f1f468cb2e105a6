"""A string in, what the word lists know of its parts out: institutions, cities, peoples; and how a
hyphen ties a state's name to what follows ("US-backed", "Berlin-based").
"""

import re

from foedus.read.actors.lexicon import name_lists, sector_words
from foedus.read.actors.scan import WORD
from foedus.read.gazetteer import normal


def tie_of(text: str, start: int, end: int) -> str:
    """How a hyphen ties the name: "never" the actor's state, "seat" where nothing better is, ""."""
    before = text[:start].casefold()
    if before.endswith(("anti-", "pro-", "anti ", "non-", "ex-soviet ")):
        return "never"
    after = re.match(r"[- ]([a-z]+)", text[end:].casefold())
    if not after:
        return ""
    if after[1] in sector_words().seated:
        return "seat"
    hyphen = text[end : end + 1] == "-"
    strong = after[1] in (
        "member",
        "backed",
        "occupied",
        "allied",
        "brokered",
        "sponsored",
        "controlled",
    )
    return "never" if after[1] in sector_words().tied and (hyphen or strong) else ""


def listed_states(text: str) -> list[tuple[int, int, str]]:
    """Institutions, cities and peoples of the word lists, with their state."""
    return [(start, end, state) for start, end, (_, _, state) in _in_lists(text)]


def listed_bodies(text: str) -> list[tuple[int, int, str]]:
    """Institutions of the word lists, with their sector."""
    return [
        (start, end, sector)
        for start, end, (_, sector, _) in _in_lists(text)
        if sector not in ("CVL", "people")
    ]


def _in_lists(text: str) -> list[tuple[int, int, tuple[str, str, str]]]:
    lists, words, found, at = name_lists(), list(WORD.finditer(text)), [], 0
    while at < len(words):
        for size in range(min(6, len(words) - at), 0, -1):
            start, end = words[at].start(), words[at + size - 1].end()
            entry = lists.get(normal(text[start:end]))
            if entry and text[start].isupper():
                if text[:end].endswith("'s"):
                    end -= 2
                found.append((start, end, entry))
                at += size - 1
                break
        at += 1
    return found

"""The word lists of `foedus/data/events` in, what decides an event's type out."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from foedus.model.event import EventType

ANY = frozenset({"*"})
_OF_OTHERS = frozenset({"noun", "near", "inner", "purpose", "ended", "none"})
_FLAGS = (
    "purpose",
    "clause",
    "bare",
    "naming",
    "person",
    "open",
    "infinitive",
    "active",
    "intransitive",
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a verb tells in this company; an empty field asks for nothing."""

    type: str
    verbs: frozenset[str] = frozenset()
    not_verbs: frozenset[str] = frozenset()
    particle: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    below: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    state: frozenset[str] = frozenset()
    governs: frozenset[str] = frozenset()
    noun: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    inner: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    purpose: bool = False
    clause: bool = False
    bare: bool = False
    naming: bool = False
    person: bool = False
    open: bool = False
    infinitive: bool = False
    active: bool = False
    intransitive: bool = False
    wide: bool = False

    @property
    def parts(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """The parts of the company that must tell an event, and of which types."""
        asked = (("noun", self.noun), ("near", self.near), ("inner", self.inner))
        purpose = (("purpose", ANY),) if self.purpose else ()
        return (*((part, types) for part, types in asked if types), *purpose)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Types of verbs and nouns alone; patterns by verb, those of statements apart; `after` last."""

    verbs: dict[str, EventType]
    nouns: dict[str, EventType]
    patterns: dict[str, tuple[Pattern, ...]]
    statements: dict[str, tuple[Pattern, ...]]
    after: tuple[Pattern, ...]


@cache
def lexicon() -> Lexicon:
    """The lexicon of the package."""
    patterns = _table("patterns.toml")
    return Lexicon(
        _by_word(word_rows("verbs")), _by_word(word_rows("nouns")),
        _by_verb((*_idioms(), *map(_pattern, patterns["pattern"]))),
        _by_verb(_statement(row) for row in _table("statements.toml")["statement"]),
        tuple(map(_pattern, patterns["after"])),
    )  # fmt: skip


def word_rows(part: str) -> dict[EventType, list[str]]:
    """The words alone, "verbs" or "nouns", by their type; ValueError for what is no type."""
    return {EventType(kind): words.split() for kind, words in _table("words.toml")[part].items()}


def idiom_lines() -> Iterator[tuple[EventType, frozenset[str], frozenset[str], frozenset[str]]]:
    """Each idiom: its type, verbs, the words beside them, the particles; empty asks for nothing."""
    for kind, lines in _table("idioms.toml").items():
        for line in lines.strip().splitlines():
            verbs, beside, particles = map(_set, (*line.split("/"), "", "")[:3])
            yield EventType(kind), verbs, beside, particles


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((files("foedus") / "data" / "events" / name).read_text("utf-8"))


def _by_word(rows: dict[EventType, list[str]]) -> dict[str, EventType]:
    return {word: kind for kind, words in rows.items() for word in words}


def _by_verb(patterns: Iterable[Pattern]) -> dict[str, tuple[Pattern, ...]]:
    found: dict[str, tuple[Pattern, ...]] = {}
    for pattern in patterns:
        for verb in pattern.verbs:
            found[verb] = (*found.get(verb, ()), pattern)
    return found


def _idioms() -> list[Pattern]:
    """Those that ask for more come first."""
    found = [
        Pattern(kind.value, verbs, beside=beside, particle=particles, wide=True)
        for kind, verbs, beside, particles in idiom_lines()
    ]
    return sorted(found, key=lambda one: not (one.beside and one.particle))


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _pattern(row: dict[str, Any]) -> Pattern:
    given = str(row["type"])
    if given not in _OF_OTHERS:
        EventType(given)  # a ValueError names what is no type
    return _made(given, row)


def _statement(row: dict[str, Any]) -> Pattern:
    return _made(str(row["cameo"]), row)


def _made(given: str, row: dict[str, Any]) -> Pattern:
    fields: dict[str, Any] = {}
    for key, value in row.items():
        if key in _FLAGS:
            fields[key] = bool(value)
        elif key not in ("type", "cameo"):
            fields["beside" if key == "with" else key] = frozenset(str(value).split())
    return Pattern(given, **fields)

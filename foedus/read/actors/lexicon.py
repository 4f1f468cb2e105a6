"""The word lists of the actors reader (`data/words/*.toml`), loaded once."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from foedus.read.gazetteer import normal

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class PersonWords:
    """How English names persons. First names and honorifics are lower case, without dots."""

    honorifics: dict[str, str]
    plain: Words
    royal: Words
    suffixes: Words
    particles: Words
    first_surnames: Words
    nicknames: dict[str, frozenset[int]]
    not_persons: Words
    genders: dict[str, str]
    open_roles: Words
    leading: Words
    heading: Words
    saying: Words
    alike: dict[str, Words]
    no_actors: Words


@dataclass(frozen=True, slots=True)
class SectorWords:
    """Which sector a noun puts an actor in: persons and their plurals, bodies, adjectives."""

    persons: dict[str, str]
    bodies: dict[str, str]
    adjectives: dict[str, str]
    things: dict[str, str]
    female: Words
    male: Words
    open_heads: Words
    parts: Words
    tied: Words
    seated: Words
    quantifiers: Words
    former: Words
    communal: Words
    collective: Words
    parents: dict[str, str]
    name_only: Words


def _table(name: str) -> dict[str, Any]:
    folder = resources.files("foedus") / "data" / "words"
    return tomllib.loads((folder / name).read_text("utf-8"))


@cache
def person_words() -> PersonWords:
    """The words of `persons.toml`."""
    table = _table("persons.toml")
    names, honorifics = table["names"], table["honorifics"]
    nicknames: dict[str, frozenset[int]] = {}
    for number, group in enumerate(names["nicknames"]):
        for name in map(str.casefold, group):
            nicknames[name] = nicknames.get(name, frozenset()) | {number}
    gender_of: dict[str, str] = {}
    for gender in ("male", "female"):
        for first in table["genders"][gender].split():
            # A name that both men and women bear says nothing.
            gender_of[first.casefold()] = "" if first.casefold() in gender_of else gender
    return PersonWords(
        honorifics={
            word.casefold(): "" if gender == "any" else gender
            for gender in ("male", "female", "any")
            for word in honorifics[gender]
        },
        plain=_folded(honorifics["plain"]),
        royal=_folded(honorifics["royal"]),
        suffixes=_folded(names["suffixes"]),
        particles=_folded(names["particles"]),
        first_surnames=_folded(names["first_surnames"]),
        nicknames=nicknames,
        not_persons=_folded(names["not_persons"]),
        genders=gender_of,
        open_roles=_folded(table["roles"]["open"]),
        leading=_folded(table["roles"]["leading"]),
        heading=_folded(table["roles"]["heading"]),
        saying=_folded(table["verbs"]["saying"]),
        alike=_alike(table["roles"]["alike"]),
        no_actors=_folded(table["names"]["no_actors"]),
    )


@cache
def sector_words() -> SectorWords:
    """The words of `sectors.toml`."""
    table = _table("sectors.toml")
    return SectorWords(
        persons=_sectors(table["persons"]),
        bodies=_sectors(table["bodies"]),
        adjectives=_sectors(table["adjectives"]),
        things=_sectors(table["things"]),
        female=_folded(table["gender"]["female"]),
        male=_folded(table["gender"]["male"]),
        open_heads=_folded(table["heads"]["open"]),
        parts=_folded(table["heads"]["parts"]),
        tied=_folded(table["heads"]["tied"]),
        seated=_folded(table["heads"]["seated"]),
        quantifiers=_folded(table["heads"]["quantifiers"]),
        former=_folded(table["heads"]["former"]),
        communal=_folded(table["heads"]["communal"]),
        collective=_folded(table["heads"]["collective"]),
        parents=table["parents"],
        name_only=_folded(table["heads"]["name_only"]),
    )


def _folded(words: list[str]) -> Words:
    return frozenset(map(str.casefold, words))


def _alike(groups: list[list[str]]) -> dict[str, Words]:
    """Every role with those that can stand for it."""
    found: dict[str, Words] = {}
    for group in groups:
        for role in group:
            found[role] = found.get(role, frozenset()) | frozenset(group)
    return found


def _sectors(table: dict[str, list[str]]) -> dict[str, str]:
    return {normal(word): sector for sector, words in table.items() for word in words}


@cache
def name_lists() -> dict[str, tuple[str, str, str]]:
    """Names of institutions, cities and peoples: normalised name -> (name, sector, state)."""
    found: dict[str, tuple[str, str, str]] = {}
    for sector, states in _table("institutions.toml").items():
        for state, names in states.items():
            found.update((normal(name), (name, sector, state)) for name in names)
    for state, names in _table("cities.toml")["cities"].items():
        found.update((normal(name), (name, "CVL", state)) for name in names)
    for state, names in _table("peoples.toml")["peoples"].items():
        found.update((normal(name), (name, "people", state)) for name in names)
    return found


@cache
def body_vocabulary() -> Words:
    """Every word of which names of bodies are made that any state may have."""
    words = sector_words()
    phrases = (*words.bodies, *words.adjectives, *_table("sectors.toml")["heads"]["departments"])
    return frozenset(word for phrase in phrases for word in normal(phrase).split())

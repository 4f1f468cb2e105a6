"""The values of the gazetteer: a record, its names, its offices and who held them, and a sense.

Dates are ISO 8601 and may be partial ("1991", "1991-12"); an empty date is not known, or open.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, lru_cache

from foedus.model.actor import ActorKind


class Form(StrEnum):
    """In what way a string names an actor."""

    NAME = "name"
    DEMONYM = "demonym"
    METONYM = "metonym"
    CAPITAL = "capital"
    PLACE = "place"
    BODY = "body"
    FORCES = "forces"
    OFFICE = "office"
    PERSON = "person"
    SURNAME = "surname"


SECTORS = (
    "GOV", "LEG", "JUD", "MIL", "SPY", "COP", "PTY", "OPP", "REB", "CRM", "CVL", "BUS", "LAB",
    "EDU", "JRN", "REL", "AGR", "MED", "JEW", "MUS", "REF", "IGO", "NGO", "NGM", "MNC", "UAF",
    "ELI", "PRM", "SOC",
)  # fmt: skip

ROLES = (
    "head of state and government", "head of state", "head of government",
    "deputy head of state", "deputy head of government",
    "supreme leader", "heir", "foreign minister", "defence minister", "interior minister",
    "finance minister", "minister", "security adviser", "chief of staff", "spokesperson",
    "speaker of parliament", "legislator", "party leader", "military chief", "commander",
    "intelligence chief", "judge", "ambassador", "envoy", "central banker", "regional leader",
    "head", "deputy head", "editor", "founder", "expert", "leader",
)  # fmt: skip

_MARKS = str.maketrans({
    "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'", "–": " ", "—": " ", "-": " ",
    "‐": " ", "‑": " ", "\u00a0": " ", "\u2009": " ", "\u202f": " ", ".": "", ",": " ",
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae",
    "Æ": "Ae", "ð": "d", "þ": "th", "œ": "oe",
    "&": " and ",
})  # fmt: skip


_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*").fullmatch


@lru_cache(maxsize=1 << 16)
def normal(text: str) -> str:
    """The form in which names are compared: no case, accents, dots, hyphens, apostrophes, article.

    Curly and straight apostrophes are one, "U.S." is "us", "the Kremlin’s" is "kremlin".
    """
    plain = text.translate(_MARKS)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(mark for mark in plain if not unicodedata.combining(mark))
    plain = " ".join(plain.split()).casefold().removesuffix("'s").replace("'", "")
    return plain.removeprefix("the ")


def slug(name: str) -> str:
    """The last part of an id: "Kim Jong-un" is "kim-jong-un"."""
    key = normal(name)
    plain = key.replace(" ", "-")
    return plain if _SLUG(plain) else re.sub(r"[^a-z0-9]+", "-", key).strip("-")


@cache
def earliest(partial: str) -> date:
    """The first day that a partial date can mean; the empty date is the first of all days."""
    if not partial:
        return date.min
    year, month, day = [*map(int, partial.split("-")), 1, 1][:3]
    return date(year, month, day)


@cache
def latest(partial: str) -> date:
    """The last day that a partial date can mean; the empty date is the last of all days."""
    if not partial:
        return date.max
    first = earliest(partial)
    if partial.count("-") == 2:
        return first
    if partial.count("-") == 0:
        return date(first.year, 12, 31)
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def within(since: str, until: str, on: date | None) -> bool:
    """Whether the day may lie between the two partial dates; without a day, always."""
    return on is None or earliest(since) <= on <= latest(until)


@dataclass(frozen=True, slots=True)
class Name:
    """One string that names a record: how, in which sector, and whether it means more than that."""

    text: str
    form: Form
    sector: str = ""
    ambiguous: bool = False
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person, shared by all offices. `also` are other spellings, `known_as` a role in words."""

    id: str
    name: str
    also: tuple[str, ...] = ()
    gender: str = ""
    surname: str = ""
    sector: str = ""
    known_as: str = ""


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in an office. No `until`: in office on the record's `as_of`, unless `uncertain`."""

    person: str
    name: str
    since: str = ""
    until: str = ""
    acting: bool = False
    uncertain: bool = False
    source: str = ""

    def serves(self, on: date | None) -> bool:
        return within(self.since, self.until, on)


@dataclass(frozen=True, slots=True)
class Office:
    """An office of a record. `role` is one of `ROLES`; `title` is what the office is called."""

    record: str
    title: str
    role: str
    aliases: tuple[str, ...] = ()
    sector: str = "GOV"
    since: str = ""
    until: str = ""
    holders: tuple[Holder, ...] = ()

    def is_a(self, role: str) -> bool:
        """Whether the office has the role: a US president is head of state and of government."""
        both = self.role == "head of state and government"
        return role == self.role or (both and role in ("head of state", "head of government"))


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an organisation or bloc, with the dates of its membership."""

    actor: str
    since: str = ""
    until: str = ""

    def belongs(self, on: date | None) -> bool:
        return within(self.since, self.until, on)


@dataclass(frozen=True, slots=True)
class Record:
    """One state, organisation, bloc, medium or group. `as_of`: until when its holders are known."""

    id: str
    kind: ActorKind
    name: str
    official: str = ""
    since: str = ""
    until: str = ""
    as_of: str = ""
    country: str = ""
    sector: str = ""
    parent: str = ""
    capital: str = ""
    codes: tuple[tuple[str, str | int], ...] = ()
    names: tuple[Name, ...] = ()
    members: tuple[Member, ...] = ()
    offices: tuple[Office, ...] = ()
    persons: tuple[Person, ...] = ()
    source: str = ""
    file: str = ""

    def code(self, scheme: str) -> str | int | None:
        """The record's code in a scheme (iso2, cow, cow_abbreviation, gw), if it has one."""
        return dict(self.codes).get(scheme)

    def exists(self, on: date | None) -> bool:
        return within(self.since, self.until, on)


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a string may mean.

    `actor` is the id of the record or person meant, `record` the record that says so, `name` the
    string as the record writes it, `country` the state it belongs to. An `ambiguous` sense needs
    more evidence than the string. `role` is that of the office (for the form OFFICE).
    """

    actor: str
    record: str
    form: Form
    name: str
    country: str
    sector: str = ""
    ambiguous: bool = False
    role: str = ""

    def fits(self, text: str) -> bool:
        """Whether the case of `text` allows this sense: "us" is not "US", "polish" not "Polish"."""
        letters = [mark for mark in text if mark.isalpha()]
        if self.form is Form.OFFICE or not letters:
            return True
        name = [mark for mark in self.name if mark.isalpha()]
        if len(name) <= 4 and all(map(str.isupper, name)):
            return all(map(str.isupper, letters))
        return any(map(str.isupper, letters)) or not any(map(str.isupper, name))

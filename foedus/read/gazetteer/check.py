"""A table as TOML gives it in, a checked record out; a wrong one is refused with file and field."""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NoReturn, TypeVar

from foedus.model.actor import ActorKind
from foedus.model.errors import LibraryError
from foedus.read.gazetteer.records import (
    ROLES,
    SECTORS,
    Form,
    Holder,
    Member,
    Name,
    Office,
    Person,
    Record,
    earliest,
    latest,
    slug,
)

Table = Mapping[str, Any]
_T = TypeVar("_T")

NAME_LISTS = {
    "names": Form.NAME,
    "demonyms": Form.DEMONYM,
    "metonyms": Form.METONYM,
    "bodies": Form.BODY,
    "forces": Form.FORCES,
    "places": Form.PLACE,
}
RECORD_KEYS = (
    "id", "kind", "name", "official", "since", "until", "as_of", "extends", "country", "sector",
    "parent", "source", "codes", "capital", "family_name_first", *NAME_LISTS, "ambiguous",
    "members", "office", "person",
)  # fmt: skip
CODE_KEYS = ("iso2", "iso3", "cow", "cow_abbreviation", "gw")
NAME_KEYS = ("name", "also", "sector", "since", "until")
OFFICE_KEYS = ("title", "role", "aliases", "sector", "since", "until", "holder")
HOLDER_KEYS = (
    "name", "also", "gender", "surname", "person", "since", "until", "acting", "uncertain",
    "source",
)  # fmt: skip
PERSON_KEYS = ("name", "also", "gender", "surname", "person", "sector", "known_as")
MEMBER_KEYS = ("actor", "since", "until")
KINDS = tuple(kind.value for kind in ActorKind if kind is not ActorKind.UNKNOWN)
GENDERS = ("female", "male", "nonbinary")

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "I", "II", "III", "IV", "V", "VI"})
_DEFAULT_SECTOR = {Form.BODY: "GOV", Form.FORCES: "MIL", Form.METONYM: "GOV"}


class Reader:
    """One table of one file: takes its fields, and names file and place where one is wrong."""

    def __init__(self, table: Any, file: str, place: str, keys: tuple[str, ...]) -> None:
        self.table, self.file, self.place = table, file, place
        if not isinstance(table, Mapping):
            self.fail("a table is needed here")
        if not table.keys() <= _key_set(keys):
            for key in sorted(map(str, table.keys() - _key_set(keys))):
                self.fail(f"`{key}` is no field of it.{nearest(key, keys)}")

    def fail(self, problem: str) -> NoReturn:
        raise LibraryError(f"{self.file}, {self.place}: {problem}")

    def get(self, key: str, kind: type[_T], default: _T) -> _T:
        value = self.table.get(key, default)
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self.fail(f"`{key}` must be {_ARTICLE[kind]}, not {value!r}")
        return value

    def text(self, key: str, needed: bool = False) -> str:
        if key not in self.table and not needed:
            return ""
        value = self.get(key, str, "")
        if needed and not value:
            self.fail(f"`{key}` is missing or empty; give it a text")
        return value

    def one_of(self, key: str, words: Sequence[str], needed: bool = False) -> str:
        value = self.text(key, needed)
        if value and value not in words:
            self.fail(
                f"`{key}` names {value!r}; one of: {', '.join(words)}.{nearest(value, words)}"
            )
        return value

    def flag(self, key: str) -> bool:
        return key in self.table and self.get(key, bool, False)

    def texts(self, key: str) -> tuple[str, ...]:
        if key not in self.table:
            return ()
        values = self.get(key, list, [])
        for value in values:
            if not isinstance(value, str) or not value.strip():
                self.fail(f"`{key}` must be a list of texts; {value!r} is none")
        return tuple(values)

    def day(self, key: str) -> str:
        value = self.text(key)
        if value and not is_date(value):
            self.fail(f"`{key}` must be a date such as '2001', '2001-05' or '2001-05-07' "
                      f"in quotation marks, not {value!r}")  # fmt: skip
        return value

    def period(self) -> tuple[str, str]:
        since, until = self.day("since"), self.day("until")
        if since and until and earliest(since) > latest(until):
            self.fail(f"`until` ({until}) lies before `since` ({since})")
        return since, until

    def tables(self, key: str, label: str, keys: tuple[str, ...]) -> Iterable["Reader"]:
        for number, value in enumerate(self.get(key, list, []), 1):
            yield Reader(value, self.file, f"{self.place}{label} {number}", keys)


@cache
def _key_set(keys: tuple[str, ...]) -> frozenset[str]:
    return frozenset(keys)


_ARTICLE: dict[type, str] = {
    str: "a text", bool: "true or false", list: "a list", dict: "a table", int: "a number",
}  # fmt: skip


@cache
def is_date(text: str) -> bool:
    """Whether the text is an ISO date, whole or partial."""
    try:
        return bool(_DATE.fullmatch(text) and earliest(text))
    except ValueError:
        return False


def nearest(word: str, words: Sequence[str]) -> str:
    """ "Did you mean ...?" with the nearest right word, where there is one."""
    found = difflib.get_close_matches(word.casefold(), words, 1)
    return f" Did you mean {found[0]!r}?" if found else ""


def record_of(table: Any, file: str) -> Record:
    """The record that a table says.

    Raises LibraryError, which names the file, the field and the nearest right word.
    """
    read = Reader(table, file, "record", RECORD_KEYS)
    identity = read.text("id", needed=True)
    read.place = identity
    kind = ActorKind(read.one_of("kind", KINDS, needed=True))
    since, until = read.period()
    names = tuple(_names(read))
    family_first = read.get("family_name_first", bool, False)
    people: dict[str, Person] = {}
    offices = tuple(_offices(read, identity, family_first, people))
    for entry in read.tables("person", ", person", PERSON_KEYS):
        _keep(people, _person(entry, family_first))
    return Record(
        id=identity,
        kind=kind,
        name=read.text("name", needed=True),
        official=read.text("official"),
        since=since,
        until=until,
        as_of=read.day("as_of"),
        country=read.text("country") or (identity if kind is ActorKind.STATE else ""),
        sector=read.one_of("sector", SECTORS),
        parent=read.text("parent"),
        capital=read.text("capital"),
        codes=_codes(read),
        names=names,
        members=tuple(_members(read)),
        offices=offices,
        persons=tuple(people.values()),
        source=read.text("source"),
        file=file,
    )


def _codes(read: Reader) -> tuple[tuple[str, str | int], ...]:
    table = read.get("codes", dict, {})
    codes = Reader(table, read.file, f"{read.place}, codes", CODE_KEYS)
    return tuple(
        (key, codes.get(key, int, 0) if key in ("cow", "gw") else codes.text(key, needed=True))
        for key in table
    )


def _names(read: Reader) -> Iterable[Name]:
    ambiguous = frozenset(read.texts("ambiguous"))
    seen: set[tuple[str, Form]] = set()
    for name in _all_names(read):
        if (name.text, name.form) not in seen:
            seen.add((name.text, name.form))
            flagged = name.text in ambiguous
            yield Name(name.text, name.form, name.sector, flagged, name.since, name.until)
    unknown = ambiguous - {text for text, _ in seen}
    if unknown:
        word = min(unknown)
        read.fail(f"`ambiguous` names {word!r}, which is none of the record's names."
                  + nearest(word, [text for text, _ in seen]))  # fmt: skip


def _all_names(read: Reader) -> Iterable[Name]:
    for key in ("name", "official"):
        if read.text(key):
            yield Name(read.text(key), Form.NAME)
    if read.text("capital"):
        yield Name(read.text("capital"), Form.CAPITAL)
    for key, form in NAME_LISTS.items():
        for number, value in enumerate(read.get(key, list, []), 1):
            if isinstance(value, str) and value:
                yield Name(value, form, _DEFAULT_SECTOR.get(form, ""))
                continue
            entry = Reader(value, read.file, f"{read.place}, {key} {number}", NAME_KEYS)
            since, until = entry.period()
            sector = entry.one_of("sector", SECTORS) or _DEFAULT_SECTOR.get(form, "")
            for text in (entry.text("name", needed=True), *entry.texts("also")):
                yield Name(text, form, sector, False, since, until)


def _members(read: Reader) -> Iterable[Member]:
    for number, value in enumerate(read.get("members", list, []), 1):
        if isinstance(value, str):
            value = {"actor": value}
        entry = Reader(value, read.file, f"{read.place}, member {number}", MEMBER_KEYS)
        yield Member(entry.text("actor", needed=True), *entry.period())


def _offices(
    read: Reader, identity: str, family_first: bool, people: dict[str, Person]
) -> Iterable[Office]:
    for entry in read.tables("office", ", office", OFFICE_KEYS):
        title = entry.text("title", needed=True)
        entry.place = f"{identity}, office {title!r}"
        holders = []
        for held in entry.tables("holder", ", holder", HOLDER_KEYS):
            person = _person(held, family_first)
            _keep(people, person)
            since, until = held.period()
            acting, uncertain = held.flag("acting"), held.flag("uncertain")
            source = held.text("source")
            holders.append(Holder(person.id, person.name, since, until, acting, uncertain, source))
        since, until = entry.period()
        yield Office(
            record=identity,
            title=title,
            role=entry.one_of("role", ROLES, needed=True),
            aliases=entry.texts("aliases"),
            sector=entry.one_of("sector", SECTORS) or "GOV",
            since=since,
            until=until,
            holders=tuple(holders),
        )


def _person(read: Reader, family_first: bool) -> Person:
    name = read.text("name", needed=True)
    surname = read.text("surname") or surname_of(name, family_first)
    return Person(
        id=f"person/{read.text('person') or slug(name)}",
        name=name,
        also=read.texts("also"),
        gender=read.one_of("gender", GENDERS),
        surname=surname,
        sector=read.one_of("sector", SECTORS),
        known_as=read.text("known_as"),
    )


def surname_of(name: str, family_first: bool = False) -> str:
    """The surname by position: not "Jr.", not the "Jordan" of "Rania of Jordan"."""
    words = name.partition(" of ")[0].split()
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    return words[0 if family_first else -1]


def _keep(people: dict[str, Person], person: Person) -> None:
    """Keep one value a person: what one entry leaves open, another of the same person may say."""
    first = people.get(person.id)
    people[person.id] = merged(first, person) if first else person


def merged(first: Person, second: Person) -> Person:
    """One person of two entries: the first one's word, else the second one's; all spellings."""
    spellings = dict.fromkeys((*first.also, second.name, *second.also))
    spellings.pop(first.name, None)
    return Person(
        id=first.id,
        name=first.name,
        also=tuple(spellings),
        gender=first.gender or second.gender,
        surname=first.surname or second.surname,
        sector=first.sector or second.sector,
        known_as=first.known_as or second.known_as,
    )

"""A table as TOML gives it in, a checked record out; a wrong one is refused with file and field."""

from collections.abc import Iterable
from typing import Any

from foedus.model.actor import ActorKind
from foedus.model.errors import LibraryError
from foedus.read.gazetteer.fields import Reader, nearest
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
    slug,
)

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
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "I", "II", "III", "IV", "V", "VI"})
_DEFAULT_SECTOR = {Form.BODY: "GOV", Form.FORCES: "MIL", Form.METONYM: "GOV"}


def extends(table: dict[str, Any], file: str) -> bool:
    """Whether the table only adds to an earlier record; takes the mark out of it.

    Raises LibraryError where `extends` is neither true nor false.
    """
    marked = table.pop("extends", False)
    if not isinstance(marked, bool):
        raise LibraryError(f"{file}, record: `extends` is {marked!r}; write true or false")
    return marked


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

"""Records in, answers out: which actors a string may name, and who held which office when."""

import gc
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from foedus.model.actor import ActorKind
from foedus.model.errors import LibraryError
from foedus.read.gazetteer.canonical import table_of
from foedus.read.gazetteer.check import extends, merged, record_of, surname_of
from foedus.read.gazetteer.records import (
    Form,
    Holder,
    Office,
    Person,
    Record,
    Sense,
    normal,
)

_FORM_RANK = {form: rank for rank, form in enumerate(Form)}


class Gazetteer:
    """All records of the library, indexed by id and by name."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.records: dict[str, Record] = {}
        for record in records:
            known = self.records.get(record.id)
            if known:
                raise LibraryError(
                    f"{record.file}: the id {record.id!r} is taken by {known.file}; choose another"
                )
            self.records[record.id] = record
        self.persons: dict[str, Person] = {}
        self._one_person_one_id()
        self._senses: dict[str, list[Sense]] = {}
        self._seen: set[tuple[str, str, str, Form, str]] = set()
        self._offices: dict[str, list[tuple[Office, Holder]]] = {}
        for record in self.records.values():
            self._index(record)
        for record in _states_first(self.records.values()):
            self._index_persons(record)
        for senses in self._senses.values():
            if len(senses) > 1:
                senses.sort(key=self._rank)

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> "Gazetteer":
        """The packaged records, and those of the folders in `extra`, which come on top.

        Without `extra` those of the folders that `use` names, if any: made once.
        A record of the same id in a later folder takes the place of the earlier one; with
        `extends = true` it adds to it. Raises LibraryError for the first record that is wrong.
        """
        if not extra:
            return _in_use[0] if _in_use else _packaged()
        records = dict(_packaged().records)
        added: dict[str, dict[str, Any]] = {}
        for folder in extra:
            if not folder.is_dir():
                raise LibraryError(f"{folder}: no such folder; name one that holds TOML records")
            for table, file in _tables(folder, tomllib.loads):
                if extends(table, file):
                    table = _extended(added, table, file)
                added[table["id"]] = table
                records[table["id"]] = record_of(table, file)
        return cls(records.values())

    def lookup(self, text: str, on: date | None = None) -> list[Sense]:
        """What the string may name, likeliest first.

        With a day, only records that existed on it; where none of them did ("Algeria" in 1955),
        all, so that the country is not lost: `Record.exists` tells.
        """
        senses = self._senses.get(normal(text), [])
        return [s for s in senses if self.records[s.record].exists(on)] or list(senses)

    def names(self) -> Iterator[tuple[str, tuple[Sense, ...]]]:
        """Every normalised name with its senses: what a matcher is built of."""
        for name, senses in self._senses.items():
            yield name, tuple(senses)

    def record(self, identity: str) -> Record | None:
        return self.records.get(identity)

    def person(self, identity: str) -> Person | None:
        return self.persons.get(identity)

    def country_of(self, actor: str, on: date | None = None) -> str:
        """The code of the state (or of the kind of body, such as IGO) that an actor is coded with.

        `actor` is an id; "" where the gazetteer does not know it.
        """
        record, person = self.records.get(actor), self.persons.get(actor)
        name = record.name if record else person.name if person else ""
        return next((s.country for s in self.lookup(name, on) if s.actor == actor), "")

    def holders(self, record: str, role: str, on: date | None = None) -> list[Holder]:
        """Who held an office of this role on the day; on the day of a handover, both.

        A holder without `until` served when the record was last looked over (`as_of`).
        """
        found = self.records.get(record)
        offices = found.offices if found else ()
        return [h for o in offices if o.is_a(role) for h in o.holders if h.serves(on)]

    def offices_of(self, person: str, on: date | None = None) -> list[tuple[Office, Holder]]:
        """The offices that a person (by id) held on the day, or ever."""
        return [pair for pair in self._offices.get(person, []) if pair[1].serves(on)]

    def members(self, record: str, on: date | None = None) -> list[str]:
        """The ids of the members of an organisation or bloc on the day."""
        found = self.records.get(record)
        return [m.actor for m in found.members if m.belongs(on)] if found else []

    def _one_person_one_id(self) -> None:
        """Persons of one country who share a name of two words or more are one person.

        What the files of states say of a person comes first, then the other files.
        """
        known: dict[tuple[str, str], str] = {}
        same: dict[str, str] = {}
        for record in _states_first(self.records.values()):
            for person in record.persons:
                keys = [(record.country, normal(name)) for name in (person.name, *person.also)
                        if " " in name]  # fmt: skip
                found = person.id if person.id in self.persons else ""
                found = found or next((known[key] for key in keys if key in known), person.id)
                if found != person.id:
                    same[person.id] = found
                first = self.persons.get(found)
                self.persons[found] = merged(first, person) if first else person
                known.update((key, found) for key in keys if key not in known)
        if same:
            self.records = {key: _renamed(r, same) for key, r in self.records.items()}

    def _index(self, record: Record) -> None:
        for name in record.names:
            sector = name.sector or record.sector
            self._add(name.text, record.id, record, name.form, (sector, name.ambiguous, ""))
        for office in record.offices:
            for title in (office.title, *office.aliases):
                traits = (office.sector, True, office.role)
                self._add(title, record.id, record, Form.OFFICE, traits)
            for holder in office.holders:
                self._offices.setdefault(holder.person, []).append((office, holder))

    def _index_persons(self, record: Record) -> None:
        for identity in dict.fromkeys(person.id for person in record.persons):
            person = self.persons[identity]
            held = self._offices.get(identity, [])
            sector = person.sector or next((o.sector for o, _ in held), "")
            for name in (person.name, *person.also):
                self._add(name, identity, record, Form.PERSON, (sector, False, ""))
            for surname in surnames(person):
                self._add(surname, identity, record, Form.SURNAME, (sector, True, ""))

    def _add(
        self, text: str, actor: str, record: Record, form: Form, traits: tuple[str, bool, str]
    ) -> None:
        key = normal(text)
        sector, ambiguous, role = traits
        whose = record.country if form in (Form.PERSON, Form.SURNAME) else record.id
        seen = (key, actor, whose, form, role)
        if seen not in self._seen:
            self._seen.add(seen)
            sense = Sense(actor, record.id, form, text, record.country, sector, ambiguous, role)
            self._senses.setdefault(key, []).append(sense)

    def _rank(self, sense: Sense) -> tuple[bool, int, bool, int]:
        record = self.records[sense.record]
        serving = sense.form in (Form.PERSON, Form.SURNAME) and not any(
            not holder.until for _, holder in self._offices.get(sense.actor, [])
        )
        state = record.kind is not ActorKind.STATE
        return bool(record.until), _FORM_RANK[sense.form], serving, int(state)


_in_use: "list[Gazetteer]" = []  # the one that `use` made, if any


def use(folders: Sequence[Path]) -> None:
    """Let `Gazetteer.load()` give the records of these folders on top of the packaged ones.

    Raises LibraryError for the first record that is wrong, and then changes nothing.
    """
    made = [Gazetteer.load(folders)] if folders else []
    _in_use[:] = made


def _root() -> Traversable:
    return resources.files("foedus") / "data" / "actors"


@cache
def _packaged() -> Gazetteer:
    collecting = gc.isenabled()
    gc.disable()  # 60,000 values that all stay: looking through them for garbage takes a fifth
    try:
        return Gazetteer(record_of(table, file) for table, file in _tables(_root(), table_of))
    finally:
        if collecting:
            gc.enable()


def _states_first(records: Iterable[Record]) -> list[Record]:
    return sorted(records, key=lambda record: record.kind is not ActorKind.STATE)


def _renamed(record: Record, same: Mapping[str, str]) -> Record:
    """The record with every person under the one id that stands for it."""
    if not any(person.id in same for person in record.persons):
        return record
    offices = tuple(
        replace(
            o, holders=tuple(replace(h, person=same.get(h.person, h.person)) for h in o.holders)
        )
        for o in record.offices
    )
    persons = tuple(replace(p, id=same.get(p.id, p.id)) for p in record.persons)
    return replace(record, offices=offices, persons=persons)


def surnames(person: Person) -> set[str]:
    """What the person is called for short: the surname, also as the other spellings have it."""
    found = {person.surname, person.surname.removeprefix("al-").removeprefix("el-")}
    if surname_of(person.name) == person.surname:
        last = {surname_of(name) for name in person.also if " " in name}
        found |= {word for word in last if len(word) > 3 and word[0].isupper()}
    whole = {person.name, *person.also}
    return {word for word in found if word and word not in whole}


def _tables(
    folder: Traversable, parse: Callable[[str], dict[str, Any]]
) -> Iterator[tuple[dict[str, Any], str]]:
    """Every TOML file of the folder and its folders, in order of name, with its name."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _tables(entry, parse)
        elif entry.name.endswith(".toml"):
            file = f"{folder.name}/{entry.name}" if folder.name else entry.name
            try:
                table = parse(entry.read_text("utf-8"))
            except OSError as error:
                raise LibraryError(f"{file}: it cannot be read: {error.strerror}") from error
            except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
                raise LibraryError(f"{file}: this is not TOML in UTF-8: {error}") from error
            if not isinstance(table.get("id"), str):
                raise LibraryError(f"{file}, record: `id` is missing; give it a text")
            yield table, file


def _extended(
    added: Mapping[str, dict[str, Any]], table: dict[str, Any], file: str
) -> dict[str, Any]:
    """The earlier table of the same id with what this one adds: lists grow, values are replaced."""
    identity = table["id"]
    shipped = (known for known, _ in _tables(_root(), table_of) if known["id"] == identity)
    base = dict(added.get(identity) or next(shipped, {}))
    if not base:
        raise LibraryError(
            f"{file}: it extends {identity!r}, which no earlier folder holds; "
            "leave out `extends` for a new record"
        )
    for key, value in table.items():
        grows = isinstance(value, list) and isinstance(base.get(key), list)
        base[key] = base[key] + value if grows else value
    return base

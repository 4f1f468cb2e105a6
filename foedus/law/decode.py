"""A parsed TOML table in, a frozen value out; every mistake named with its place and nearest word.

Generic over the value types of `model/treaty.py` and `model/term.py`: their annotations are the
schema. This checks one record by itself, field by field; `law/check.py`, `law/terms.py` and
`law/places.py` check what fields mean together.
"""

import types
from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from foedus.model.errors import LibraryError
from foedus.model.term import TermReading
from foedus.model.treaty import Article, Clause, PartialDate, Party

T = TypeVar("T")
Table = dict[str, Any]

# The tables that a message names by their key field.
_LABELS: dict[type, tuple[str, str]] = {
    Article: ("article", "number"),
    Clause: ("clause", "id"),
    Party: ("party", "actor"),
    TermReading: ("reading", "id"),
}
_SCALARS = {str: "a text in quotation marks", int: "a whole number", bool: "true or false"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where in which file a value stands."""

    file: str
    within: str = "header"

    def fail(self, problem: str) -> LibraryError:
        return LibraryError(f"{self.file}, {self.within}: {problem}")


def nearest(word: str, options: list[str]) -> str:
    """ " Did you mean 'x'?" for the option most like `word`, or nothing."""
    close = get_close_matches(word, options, n=1, cutoff=0.5)
    return f". Did you mean '{close[0]}'?" if close else ""


def decode(kind: Callable[..., T], table: Table, place: Place) -> T:
    """The table as a value of the dataclass `kind`. Raises LibraryError for the first mistake."""
    place = _labelled(kind, table, place)
    schema, hints = _schema(kind)
    for key in table:
        if key not in schema:
            raise place.fail(f"unknown field `{key}`{nearest(key, list(schema))}")
    values: Table = {}
    for name, slot in schema.items():
        if name in table:
            values[name] = _value(hints[name], table[name], name, place)
        elif slot.default is MISSING:
            raise place.fail(f"`{name}` is missing")
    return kind(**values)


def _labelled(kind: Any, table: Table, place: Place) -> Place:
    if kind not in _LABELS:
        return place
    word, key = _LABELS[kind]
    return Place(place.file, f"{word} {table.get(key, '?')}")


@cache
def _schema(kind: Any) -> tuple[dict[str, Field[Any]], dict[str, Any]]:
    """The fields of a dataclass by name, and what each takes."""
    return {slot.name: slot for slot in fields(kind)}, get_type_hints(kind)


def _value(kind: Any, raw: object, name: str, place: Place) -> object:
    if get_origin(kind) in (Union, types.UnionType):
        kind = next(option for option in get_args(kind) if option is not types.NoneType)
    if get_origin(kind) is tuple:
        if not isinstance(raw, list):
            raise place.fail(f"`{name}` must be a list in square brackets")
        return tuple(_value(get_args(kind)[0], item, name, place) for item in raw)
    if is_dataclass(kind) and kind is not PartialDate:
        if not isinstance(raw, dict):
            raise place.fail(f"`{name}` must be a table")
        record: Any = kind
        return decode(record, raw, place)
    return _scalar(kind, raw, name, place)


def _scalar(kind: type, raw: object, name: str, place: Place) -> object:
    if kind in _SCALARS:
        if type(raw) is not kind or (raw == "" and kind is str):
            raise place.fail(f"`{name}` must be {_SCALARS[kind]}, and not empty")
        return raw
    if not isinstance(raw, str):
        raise place.fail(f"`{name}` must be a text in quotation marks")
    if issubclass(kind, StrEnum):
        return _word(kind, raw, name, place)
    try:
        return PartialDate(raw)
    except ValueError as problem:
        raise place.fail(f"`{name}`: {problem}") from None


def _word(kind: type[StrEnum], raw: str, name: str, place: Place) -> StrEnum:
    options = [member.value for member in kind]
    if raw not in options:
        listed = ", ".join(options)
        raise place.fail(f"`{name}` names '{raw}'; one of: {listed}{nearest(raw, options)}")
    return kind(raw)

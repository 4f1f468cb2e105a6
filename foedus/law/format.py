"""A record in, its TOML out: one way to write each record, so that files differ only in fact.

Fields come in the order of the model; those at their default are left out. Parties,
articles and what they hold get a heading; a smaller value is an inline table on its own line.
There are no comments: what needs saying goes into `note`, where it is data.
"""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any

from foedus.model.term import TermReading
from foedus.model.treaty import (
    Article,
    Clause,
    PartialDate,
    Party,
    Provision,
    RegistryIds,
    Reservation,
    Treaty,
)

_HEADED = (Article, Clause, Party, Provision, RegistryIds, Reservation, TermReading)


def format_treaty(treaty: Treaty) -> str:
    """The record as the text of its file."""
    return format_record(treaty)


def format_record(record: Any) -> str:
    """Any record of the library (treaty, term, place) as the text of its file."""
    return "\n".join(_table(record, "")) + "\n"


def treaty_table(treaty: Treaty) -> dict[str, Any]:
    """The record as plain values: what a reader of its file has, and what JSON can hold."""
    table: dict[str, Any] = tomllib.loads(format_treaty(treaty))
    return table


def _table(value: Any, path: str) -> Iterator[str]:
    headed = []
    for name, held in _given(value):
        if isinstance(_first(held), _HEADED):
            headed.append((f"{path}.{name}".lstrip("."), held))
        else:
            yield f"{name} = {_inline(held)}"
    for inner, held in headed:
        many = isinstance(held, tuple)
        for item in held if many else (held,):
            yield f"\n[[{inner}]]" if many else f"\n[{inner}]"
            yield from _table(item, inner)


def _given(value: Any) -> Iterator[tuple[str, Any]]:
    """The fields that are not at their default, in order."""
    for slot in fields(value):
        held = getattr(value, slot.name)
        if held != slot.default:
            yield slot.name, held


def _first(held: Any) -> Any:
    return held[0] if isinstance(held, tuple) and held else held


def _inline(held: Any) -> str:
    if isinstance(held, tuple):
        if is_dataclass(_first(held)):
            return "[\n" + "".join(f"  {_inline(item)},\n" for item in held) + "]"
        return "[" + ", ".join(map(_inline, held)) + "]"
    if isinstance(held, PartialDate):
        return _inline(held.text)
    if is_dataclass(held):
        return "{ " + ", ".join(f"{name} = {_inline(item)}" for name, item in _given(held)) + " }"
    text = json.dumps(held.value if isinstance(held, StrEnum) else held, ensure_ascii=False)
    return text.replace("\x7f", "\\u007f")  # TOML, unlike JSON, wants this one escaped

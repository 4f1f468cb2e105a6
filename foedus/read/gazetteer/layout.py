"""A table in, the TOML text of its record out: the one layout that every shipped file has."""

from collections.abc import Mapping, Sequence
from typing import Any

from foedus.read.gazetteer.check import (
    CODE_KEYS,
    HOLDER_KEYS,
    MEMBER_KEYS,
    NAME_KEYS,
    OFFICE_KEYS,
    PERSON_KEYS,
    RECORD_KEYS,
)

WIDTH = 100
_ORDERS = {"codes": CODE_KEYS, "members": MEMBER_KEYS}
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})


def format_record(table: Mapping[str, Any]) -> str:
    """The record's table as TOML: keys in one order, lists wrapped, one blank line a table.

    Formatting what `tomllib` reads of a formatted text gives the same text again.
    """
    lines = [f"{key} = {_value(table[key], key)}" for key in _present(table, RECORD_KEYS)
             if key not in ("office", "person")]  # fmt: skip
    for office in table.get("office", ()):
        lines += ["", "[[office]]", *_lines(office, OFFICE_KEYS, "holder")]
        for holder in office.get("holder", ()):
            lines += ["", "[[office.holder]]", *_lines(holder, HOLDER_KEYS)]
    for person in table.get("person", ()):
        lines += ["", "[[person]]", *_lines(person, PERSON_KEYS)]
    return "\n".join(lines) + "\n"


def _present(table: Mapping[str, Any], order: Sequence[str]) -> list[str]:
    return [key for key in order if key in table]


def _lines(table: Mapping[str, Any], order: Sequence[str], skip: str = "") -> list[str]:
    return [f"{key} = {_value(table[key], key)}" for key in _present(table, order) if key != skip]


def _value(value: Any, key: str = "") -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Mapping):
        order = _ORDERS.get(key, NAME_KEYS)
        return "{ " + ", ".join(f"{k} = {_inline(value[k])}" for k in _present(value, order)) + " }"
    if isinstance(value, str):
        return f'"{value.translate(_ESCAPES)}"'
    return _list(value, key)


def _inline(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return _value(value)


def _list(values: Sequence[Any], key: str) -> str:
    items = [_value(value, key) for value in values]
    flat = "[" + ", ".join(items) + "]"
    tables = any(isinstance(value, Mapping) for value in values)
    if not tables and len(key) + 3 + len(flat) <= WIDTH:
        return flat
    lines: list[str] = []
    for item, value in zip(items, values, strict=True):
        room = lines and not isinstance(value, Mapping) and not lines[-1].startswith("  {")
        if room and len(lines[-1]) + len(item) + 2 <= WIDTH:
            lines[-1] += f" {item},"
        else:
            lines.append(f"  {item},")
    return "[\n" + "\n".join(lines) + "\n]"

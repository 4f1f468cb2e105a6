"""A table as TOML gives it in, its fields out one by one; a wrong one is refused with its place."""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NoReturn, TypeVar

from foedus.model.errors import LibraryError
from foedus.read.gazetteer.records import earliest, latest

_T = TypeVar("_T")

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


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

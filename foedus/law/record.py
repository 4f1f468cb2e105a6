"""One TOML file in, one value of the model out: what treaties, terms and places have in common."""

import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from foedus.law.decode import Place, decode
from foedus.model.errors import LibraryError

T = TypeVar("T")


def read_record(kind: Callable[..., T], text: str, name: str) -> T:
    """The value of `kind` that the TOML `text` records; `name` is how messages call the file."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise LibraryError(f"{name}: not valid TOML: {problem}") from None
    return decode(kind, table, Place(name))


def read_text(path: Path) -> str:
    """The text of a file of the library."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as problem:
        raise LibraryError(f"{path}: {problem.strerror}; name a file of records") from None
    except UnicodeDecodeError as problem:
        raise LibraryError(
            f"{called(path)}: not UTF-8 at byte {problem.start}; save it so"
        ) from None


def called(path: Path) -> str:
    """How messages call a file: its folder and its name."""
    return "/".join(path.parts[-2:])


def check_id(given: str, path: Path) -> None:
    """Raise LibraryError unless the file is named after the record that it holds."""
    if given != path.stem:
        raise Place(called(path)).fail(f"`id` is '{given}', so the file must be {given}.toml")


def files_of(folder: Path) -> Iterable[Path]:
    """The records of a folder, by name."""
    return sorted(folder.glob("*.toml"))

"""TOML files in, checked treaties out. A wrong record raises LibraryError and says what to do."""

import tomllib
from collections.abc import Iterable
from pathlib import Path

from foedus.law.check import check_treaty
from foedus.law.decode import Place, decode
from foedus.law.format import format_treaty
from foedus.model.errors import LibraryError
from foedus.model.treaty import Treaty

FOLDER = Path(__file__).resolve().parents[1] / "data" / "treaties"


def read_treaty(text: str, name: str) -> Treaty:
    """The treaty that the TOML `text` records; `name` is how messages call the file.

    Raises LibraryError with file, place, field and, where there is one, the nearest right word.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise LibraryError(f"{name}: not valid TOML: {problem}") from None
    place = Place(name)
    treaty = decode(Treaty, table, place)
    check_treaty(treaty, place)
    return treaty


def load_treaty(path: Path) -> Treaty:
    """The treaty of one file, which must be named `<id>.toml`."""
    name = _called(path)
    try:
        treaty = read_treaty(path.read_bytes().decode("utf-8"), name)
    except OSError as problem:
        raise LibraryError(f"{path}: {problem.strerror}; name a file of treaty records") from None
    except UnicodeDecodeError as problem:
        raise LibraryError(f"{name}: not UTF-8 at byte {problem.start}; save it so") from None
    if treaty.id != path.stem:
        raise Place(name).fail(f"`id` is '{treaty.id}', so the file must be {treaty.id}.toml")
    return treaty


def _called(path: Path) -> str:
    """How messages call a file: its folder and its name."""
    return "/".join(path.parts[-2:])


def load_treaties(folder: Path = FOLDER) -> tuple[Treaty, ...]:
    """All treaties of a folder, by id."""
    return tuple(load_treaty(path) for path in sorted(folder.glob("*.toml")))


def lint(paths: Iterable[Path]) -> tuple[str, ...]:
    """What is wrong with the files: errors, and files that are not as the formatter writes them."""
    return tuple(problem for path in paths if (problem := _lint_one(path)))


def _lint_one(path: Path) -> str:
    try:
        treaty = load_treaty(path)
    except LibraryError as error:
        return str(error)
    if format_treaty(treaty).encode("utf-8") == path.read_bytes():
        return ""
    return f"{_called(path)}: not as the formatter writes it; run `foedus treaty format {path}`"

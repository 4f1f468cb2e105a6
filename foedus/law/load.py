"""TOML files in, checked treaties out. A wrong record raises LibraryError and says what to do."""

from collections.abc import Iterable
from pathlib import Path

from foedus.law.check import check_treaty
from foedus.law.decode import Place
from foedus.law.format import format_treaty
from foedus.law.record import called, check_id, files_of, read_record, read_text
from foedus.model.errors import LibraryError
from foedus.model.treaty import Treaty

FOLDER = Path(__file__).resolve().parents[1] / "data" / "treaties"


def read_treaty(text: str, name: str) -> Treaty:
    """The treaty that the TOML `text` records; `name` is how messages call the file.

    Raises LibraryError with file, place, field and, where there is one, the nearest right word.
    """
    treaty = read_record(Treaty, text, name)
    check_treaty(treaty, Place(name))
    return treaty


def load_treaty(path: Path) -> Treaty:
    """The treaty of one file, which must be named `<id>.toml`."""
    treaty = read_treaty(read_text(path), called(path))
    check_id(treaty.id, path)
    return treaty


def load_treaties(folder: Path = FOLDER) -> tuple[Treaty, ...]:
    """All treaties of a folder, by id."""
    return tuple(load_treaty(path) for path in files_of(folder))


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
    return f"{called(path)}: not as the formatter writes it; run `foedus treaty format {path}`"

"""The user's own tables in, checked and kept in a baseline folder; what was left, with reasons."""

from collections.abc import Iterable
from pathlib import Path

from foedus.history import Imported, Kept, import_tables
from foedus.history.importing import Progress, files_in

__all__ = ["Imported", "Kept", "import_files", "table_files"]


def import_files(
    paths: Iterable[str | Path], baseline: str | Path, progress: Progress = lambda _: None
) -> Imported:
    """Read the tables in files and folders into the baseline folder (made where it is missing).

    A table is known by its columns. Importing twice changes nothing; what one file has wrong stops
    no other. Raises InputError where the baseline cannot be read or written.
    """
    return import_tables(map(Path, paths), Path(baseline), progress)


def table_files(paths: Iterable[str | Path]) -> list[Path]:
    """The files that an import of these files and folders would read."""
    return files_in(map(Path, paths))

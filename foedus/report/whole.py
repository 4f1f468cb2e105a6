"""A path in, a file to write beside it out, which takes its place once it is written to the end."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from foedus.model.errors import InputError

if TYPE_CHECKING:
    import polars

TABLES = (".csv", ".parquet")


def write_frame(frame: "polars.DataFrame", path: Path) -> Path:
    """Write a table as CSV or Parquet, by the ending of the name; the file is whole or not there.

    Lists stand in a CSV with a semicolon between. Raises InputError for another ending, or where
    the file cannot be written.
    """
    if path.suffix not in TABLES:
        raise InputError(f"{path}: tables are written as {' or '.join(TABLES)}; end it so")
    with whole_file(path) as waiting:
        if path.suffix == ".csv":
            _flat(frame).write_csv(waiting)
        else:
            frame.write_parquet(waiting)
    return path


def _flat(frame: "polars.DataFrame") -> "polars.DataFrame":
    import polars

    lists = [name for name, kind in frame.schema.items() if isinstance(kind, polars.List)]
    told = (polars.col(name).cast(polars.List(polars.String)).list.join(";") for name in lists)
    return frame.with_columns(told)


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """Where to write: the target changes only if all goes well.

    Raises InputError where the file cannot be written.
    """
    if not target.parent.is_dir():
        raise InputError(f"{target}: there is no folder {target.parent}; make it, or name another")
    waiting = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        yield waiting
        waiting.replace(target)
    except OSError as error:
        problem = error.strerror or str(error)
        raise InputError(f"{target}: cannot be written ({problem}); name another") from error
    finally:
        waiting.unlink(missing_ok=True)

"""A path in, a file to write beside it out, which takes its place once it is written to the end."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from foedus.model.errors import InputError


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

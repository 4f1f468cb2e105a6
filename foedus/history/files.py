"""A file of the user in, its table out: CSV, plain or gzipped, every cell as the text it is."""

import gzip
import hashlib
import re
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import polars as pl

from foedus.model.errors import InputError

ENDINGS = (".csv", ".csv.gz")
MOST_BYTES = 1 << 30
_TWICE = re.compile(r"_duplicated_\d+$")  # as Polars names a second column of one name
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class RawTable:
    """The table of a file with all cells as text, and the hash of the file's bytes."""

    name: str
    sha256: str
    frame: pl.DataFrame


def read_table(path: Path) -> RawTable:
    """The table of the file. Raises InputError where it cannot be read as one."""
    if path.is_dir():
        raise InputError(
            f"{path}: a folder without a CSV file ({' or '.join(ENDINGS)}); name another"
        )
    if not path.name.lower().endswith(ENDINGS):
        raise InputError(f"{path}: no CSV by its name; export the table as {' or '.join(ENDINGS)}")
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); name a CSV file") from error
    text = _unpacked(raw, path)
    if not text.strip():
        raise InputError(f"{path}: the file is empty; a table begins with the names of its columns")
    try:
        text.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 at byte {error.start}; save it so") from error
    try:
        frame = pl.read_csv(text, infer_schema=False, truncate_ragged_lines=False)
    except pl.exceptions.PolarsError as error:
        told = str(error).splitlines()[0]
        raise InputError(f"{path}: no table in CSV ({told}); export it again") from error
    plain = [name.strip().lstrip("\ufeff").lower() for name in frame.columns]
    if len(set(plain)) < len(plain) or any(map(_TWICE.search, plain)):
        raise InputError(f"{path}: two columns have one name; give each its own")
    frame.columns = plain
    return RawTable(path.name, hashlib.sha256(raw).hexdigest(), frame)


def _unpacked(raw: bytes, path: Path) -> bytes:
    """The bytes of the text, unzipped where the file says that it is zipped."""
    if path.suffix.lower() != ".gz" and not raw.startswith(_GZIP):
        return raw
    try:
        with gzip.GzipFile(fileobj=BytesIO(raw)) as unzipped:
            text = unzipped.read(MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(
            f"{path}: not gzip, or cut off ({error}); download it again, or name it .csv"
        ) from error
    if len(text) > MOST_BYTES:
        raise InputError(
            f"{path}: more than {MOST_BYTES >> 30} GiB unpacked; that is no such table"
        )
    return text

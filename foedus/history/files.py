"""A file of the user in, its tables out: CSV (plain, gzipped or zipped) or Parquet.

The cells of a CSV stay the text that they are; those of a Parquet file keep their type.
"""

import gzip
import hashlib
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import polars as pl

from foedus.model.errors import InputError

ENDINGS = (".csv", ".csv.gz", ".parquet", ".zip")
MOST_BYTES = 1 << 30
_TOO_LARGE = f"more than {MOST_BYTES >> 30} GiB unpacked; that is no such table"
_TWICE = re.compile(r"_duplicated_\d+$")  # as Polars names a second column of one name
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class RawTable:
    """The table of a file with all cells as text, and the hash of the file's bytes."""

    name: str
    sha256: str
    frame: pl.DataFrame


def read_tables(path: Path) -> Iterator[RawTable]:
    """The table of the file, or of each CSV of a zip. Raises InputError where it is none."""
    if path.is_dir():
        raise InputError(f"{path}: a folder without a table ({' or '.join(ENDINGS)}); name another")
    name = path.name.lower()
    if not name.endswith(ENDINGS):
        raise InputError(f"{path}: no table by its name; export it as {' or '.join(ENDINGS)}")
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); name a table") from error
    if name.endswith(".zip"):
        yield from _zipped(raw, path)
    elif name.endswith(".parquet"):
        yield _table(path.name, raw, _parquet(raw, path))
    else:
        yield _table(path.name, raw, _csv(_unpacked(raw, path), path))


def _zipped(raw: bytes, path: Path) -> Iterator[RawTable]:
    """Every CSV in the zip, named for both."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as packed:
            inside = [one for one in packed.infolist() if one.filename.lower().endswith(".csv")]
            if any(one.file_size > MOST_BYTES for one in inside):
                raise InputError(f"{path}: {_TOO_LARGE}")
            texts = [(Path(one.filename).name, packed.read(one)) for one in inside]
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, zlib.error) as error:
        raise InputError(f"{path}: no zip that can be opened ({error}); unpack it") from error
    if not texts:
        raise InputError(f"{path}: no CSV in it; unpack it and export its table as .csv")
    for name, text in texts:
        yield _table(f"{path.name}/{name}", raw, _csv(text, path / name))


def _parquet(raw: bytes, path: Path) -> pl.DataFrame:
    try:
        return pl.read_parquet(BytesIO(raw))
    except pl.exceptions.PolarsError as error:
        told = str(error).splitlines()[0]
        raise InputError(f"{path}: no Parquet ({told}); download it again") from error


def _csv(text: bytes, path: Path) -> pl.DataFrame:
    if not text.strip():
        raise InputError(f"{path}: the file is empty; a table begins with the names of its columns")
    try:
        text.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in text:
            raise InputError(f"{path}: not UTF-8 at byte {error.start}; save it so") from error
        text = text.decode("cp1252", errors="replace").encode("utf-8")  # as older downloads are
    try:
        return pl.read_csv(text, infer_schema=False, truncate_ragged_lines=False)
    except pl.exceptions.PolarsError as error:
        told = str(error).splitlines()[0]
        raise InputError(f"{path}: no table in CSV ({told}); export it again") from error


def _table(name: str, raw: bytes, frame: pl.DataFrame) -> RawTable:
    """The table with its columns in small letters. Raises InputError where two have one name."""
    plain = [column.strip().lstrip("\ufeff").lower() for column in frame.columns]
    if len(set(plain)) < len(plain) or any(map(_TWICE.search, plain)):
        raise InputError(f"{name}: two columns have one name; give each its own")
    frame.columns = plain
    return RawTable(name, hashlib.sha256(raw).hexdigest(), frame)


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
        raise InputError(f"{path}: {_TOO_LARGE}")
    return text

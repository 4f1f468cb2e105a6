"""Files and folders of the user in, their tables in the baseline out; the rest named with reasons.

Importing twice changes nothing. What is wrong with one file stops no other.
"""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from foedus.history.baseline import Kept, keep, kept_in, last_day_told, last_year_told
from foedus.history.files import ENDINGS, RawTable, read_tables
from foedus.history.recognise import recognise, typed
from foedus.history.tables import TableKind
from foedus.model.errors import InputError

Progress = Callable[[str], None]
_HASH = 12
# "v7_0", "_4.01", "-5.1": a version in a file's name, and no year or range of years
_NUMBERED = re.compile(
    r"(?<![0-9])v?([0-9]{1,2})[._]([0-9]{1,2})(?:[._]([0-9]{1,2}))?(?![0-9])", re.I
)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: tables taken, tables that were there already, files left, files failed.

    `left` are files of a folder that are none of the tables known; `failed` what was asked for by
    name and could not be taken, and tables that are wrong. Both are sentences that say why.
    """

    taken: tuple[Kept, ...]
    unchanged: tuple[Kept, ...]
    left: tuple[str, ...]
    failed: tuple[str, ...]


def import_tables(
    paths: Iterable[str | Path], baseline: str | Path, progress: Progress = lambda _: None
) -> Imported:
    """Read the tables of files and folders into the baseline folder.

    Raises InputError where the baseline cannot be read or written; it is then as it was.
    """
    baseline = Path(baseline)
    before = kept_in(baseline)
    found: dict[str, tuple[Kept, pl.DataFrame]] = {}
    left: list[str] = []
    failed: list[str] = []
    for path, named in _files(map(Path, paths)):
        progress(path.name)
        try:
            tables = list(read_tables(path))
        except InputError as error:
            (failed if named else left).append(str(error))
            continue
        for raw in tables:
            try:
                kind = recognise(raw)
            except InputError as error:
                (failed if named and len(tables) == 1 else left).append(str(error))
                continue
            try:
                kept, frame = _checked(raw, kind)
                _not_two(found, kept)
                found[kept.kind] = kept, frame
            except InputError as error:
                failed.append(str(error))
    rows = {kind: kept for kind, (kept, _) in found.items() if not _there(before, kept, baseline)}
    if rows:
        keep(baseline, {kind: found[kind][1] for kind in rows}, rows)
    unchanged = (kept for kind, (kept, _) in found.items() if kind not in rows)
    return Imported(tuple(rows.values()), tuple(unchanged), tuple(left), tuple(failed))


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files that an import of these paths would read."""
    return [path for path, _ in _files(paths)]


def _files(paths: Iterable[Path]) -> list[tuple[Path, bool]]:
    """Each file once, and whether it was named itself (else it lay in a folder that was)."""
    found: dict[Path, bool] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.name.lower().endswith(ENDINGS))
            found |= {file: found.get(file, False) for file in inside}
            if not inside:
                found[path] = True
        else:
            found[path] = True
    return list(found.items())


def _checked(raw: RawTable, kind: TableKind) -> tuple[Kept, pl.DataFrame]:
    frame = typed(raw, kind)
    version = _version(raw, kind, frame)
    kept = Kept(
        kind=kind.id,
        dataset=kind.dataset,
        version=version,
        file=raw.name,
        sha256=raw.sha256,
        rows=frame.height,
        coded_until=last_day_told(frame, kind, version),
        citation=kind.citation,
        table=f"{kind.id}-{_mark(raw, kind)}.parquet",
        left_out=raw.frame.height - frame.height,
    )
    return kept, frame


def _mark(raw: RawTable, kind: TableKind) -> str:
    """A mark of the file and of how it was read: read otherwise, it is another table."""
    return hashlib.sha256(f"{raw.sha256} {kind}".encode()).hexdigest()[:_HASH]


def _version(raw: RawTable, kind: TableKind, frame: pl.DataFrame) -> str:
    """The version that the table gives itself, else that of its last year.

    The name of the file may make that more exact ("4" to "4.01"), or stands alone where no year
    tells. "" where none of them does.
    """
    if kind.version_column in raw.frame.columns:
        given = raw.frame[kind.version_column].drop_nulls().unique().cast(pl.String).to_list()
        if len(given) == 1:
            return str(given[0])
    known = kind.versions.get(str(last_year_told(frame, kind)), "")
    found = _NUMBERED.search(raw.name)
    named = ".".join(part for part in found.groups() if part) if found else ""
    return named if not known or named.partition(".")[0] == known.partition(".")[0] else known


def _not_two(found: dict[str, tuple[Kept, pl.DataFrame]], kept: Kept) -> None:
    other = found.get(kept.kind)
    if other and other[0].sha256 != kept.sha256:
        raise InputError(
            f"{kept.file}: a second table of {kept.kind} beside {other[0].file}; import one of them"
        )


def _there(before: dict[str, Kept], kept: Kept, baseline: Path) -> bool:
    """Whether just this table is in the baseline already, its file included."""
    held = before.get(kept.kind)
    return held is not None and held.table == kept.table and (baseline / held.table).is_file()

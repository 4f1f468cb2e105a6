"""A table in, the kind that it is by its columns and its cells as numbers out.

What a column may not hold is refused with the row; what no kind fits is refused with the nearest.
"""

from difflib import get_close_matches

import polars as pl

from foedus.history.files import RawTable
from foedus.history.tables import KINDS, Sort, TableKind
from foedus.model.errors import InputError

_SHOWN, _LONG = 6, 40  # names of columns in a message, and letters of each
_LIMITS: dict[Sort, tuple[int, int]] = {
    Sort.NUMBER: (0, 10**9),
    Sort.STATE: (1, 9999),
    Sort.NAMED_STATE: (0, 9999),
    Sort.MONTH: (0, 12),
    Sort.DAY: (0, 31),
    Sort.FLAG: (0, 1),
    Sort.MARK: (0, 1),
}
_MAY_BE_EMPTY = (Sort.MONTH, Sort.DAY, Sort.NAMED_STATE, Sort.MARK)


def recognise(table: RawTable) -> TableKind:
    """The kind whose columns the table has. Raises InputError, naming the nearest kind."""
    columns = set(table.frame.columns)
    fitting = [kind for kind in KINDS if kind.columns.keys() <= columns]
    if fitting:
        return max(fitting, key=lambda kind: len(kind.columns))
    near = max(KINDS, key=lambda kind: len(kind.columns.keys() & columns) / len(kind.columns))
    known = near.columns.keys() & columns
    if not known:
        expected = "; ".join(kind.title for kind in KINDS)
        raise InputError(
            f"{table.name}: no table that foedus knows (it has {_some(table.frame.columns)}); "
            f"expected one of: {expected}"
        )
    missing = [_missed(name, columns) for name in near.columns if name not in columns]
    raise InputError(
        f"{table.name}: no table that foedus knows; nearest is '{near.title}', of which it has "
        f"{len(known)} of {len(near.columns)} columns and lacks {_some(missing)}"
    )


def typed(table: RawTable, kind: TableKind) -> pl.DataFrame:
    """The table with the columns of the kind as whole numbers, checked; the others as they fit.

    Raises InputError with the row and the column where a cell, a year or a key is wrong.
    """
    frame = table.frame
    if frame.height == 0:
        raise InputError(f"{table.name}: it has columns and no row; export it again")
    for name, sort in kind.columns.items():
        frame = frame.with_columns(_numbers(table, frame[name], sort, kind))
    _check_keys(table, frame, kind)
    others = [name for name in frame.columns if name not in kind.columns]
    return frame.with_columns([_as_it_fits(frame[name]) for name in others])


def _numbers(table: RawTable, column: pl.Series, sort: Sort, kind: TableKind) -> pl.Series:
    """The column as whole numbers, within the limits of its sort."""
    text = column.str.strip_chars()
    whole = text.str.replace(r"\.0+$", "")  # R writes 200 as 200.0 where a cell is missing
    numbers = whole.cast(pl.Int64, strict=False)
    empty = text.is_null() | text.is_in(["", "NA", "."])
    least, most = _LIMITS.get(sort, kind.years)
    fits = numbers.is_between(least, most)
    if sort is Sort.OPEN_YEAR:
        fits = fits | (numbers == 0)
    fits = fits.fill_null(False)
    if sort in _MAY_BE_EMPTY:
        fits = fits | empty
    wrong = (~fits).arg_true()
    if len(wrong):
        row = int(wrong[0])
        has = "is empty" if empty[row] else f"has '{text[row]}'"
        years = f" from {least} to {most}" if "year" in sort.value else ""
        raise InputError(
            f"{table.name}, row {row + 1}: `{column.name}` {has}; it must be {sort.value}{years}"
        )
    return numbers


def _check_keys(table: RawTable, frame: pl.DataFrame, kind: TableKind) -> None:
    twice = frame.select(kind.key).is_duplicated().arg_true()
    if len(twice):
        row = int(twice[-1])
        cells = ", ".join(f"{name} {frame[name][row]}" for name in kind.key)
        raise InputError(
            f"{table.name}, row {row + 1}: a second row for {cells}; each may stand once"
        )


def _as_it_fits(column: pl.Series) -> pl.Series:
    """The column as whole numbers, as numbers, or as the text that it is."""
    for type_ in (pl.Int64, pl.Float64):
        numbers = column.cast(type_, strict=False)
        if numbers.null_count() == column.null_count():
            return numbers
    return column


def _missed(name: str, columns: set[str]) -> str:
    near = get_close_matches(name, columns, n=1, cutoff=0.8)
    return f"{name} (it has '{near[0]}')" if near else name


def _some(names: list[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f"{', '.join(name[:_LONG] for name in names[:_SHOWN])}{more}"

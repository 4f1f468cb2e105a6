"""A table in, the kind that it is by its columns and its cells as numbers and dates out.

What a column may not hold is refused with the row; what no kind fits is refused with the nearest.
"""

from difflib import get_close_matches

import polars as pl

from foedus.history.files import RawTable
from foedus.history.tables import Sort, TableKind, kinds
from foedus.model.errors import InputError

_NEAR = 0.4  # of the columns of a kind, for its name to be a help
_SHOWN, _LONG = 6, 40  # names of columns in a message, and letters of each
_LIMITS: dict[Sort, tuple[int, int]] = {
    Sort.NUMBER: (0, 10**9),
    Sort.STATE: (1, 9999),
    Sort.NAMED_STATE: (0, 9999),
    Sort.MONTH: (0, 12),
    Sort.DAY: (0, 31),
    Sort.FLAG: (0, 1),
    Sort.MARK: (0, 1),
    Sort.WHOLE: (-(10**15), 10**15),
    Sort.YEAR_AND_MONTH: (100000, 999912),
    Sort.CONTIGUITY: (1, 5),
}
_MAY_BE_EMPTY = (
    Sort.MONTH,
    Sort.DAY,
    Sort.NAMED_STATE,
    Sort.MARK,
    Sort.WHOLE,
    Sort.DECIMAL,
    Sort.MAYBE_YEAR,
)
_EMPTY = ("", "NA", ".")
_SMALL = {Sort.FLAG: pl.Int8, Sort.STATE: pl.Int16, Sort.YEAR: pl.Int16}


def recognise(table: RawTable) -> TableKind:
    """The kind whose columns the table has. Raises InputError, naming the nearest kind."""
    columns = set(table.frame.columns)
    known_kinds = kinds().values()
    fitting = [kind for kind in known_kinds if kind.columns.keys() <= _named_here(columns, kind)]
    fitting = [kind for kind in fitting if _by_name(kind, table.name)]
    if fitting:
        return max(fitting, key=lambda kind: len(kind.columns))
    near = max(known_kinds, key=lambda kind: len(kind.columns.keys() & columns) / len(kind.columns))
    known = near.columns.keys() & columns
    if len(known) < _NEAR * len(near.columns):
        expected = "; ".join(dict.fromkeys(kind.dataset for kind in known_kinds))
        raise InputError(
            f"{table.name}: no table that foedus knows (it has {_some(table.frame.columns)}); "
            f"expected a table of: {expected}"
        )
    missing = [_missed(name, columns) for name in near.columns if name not in columns]
    raise InputError(
        f"{table.name}: no table that foedus knows; nearest is '{near.title}', of which it has "
        f"{len(known)} of {len(near.columns)} columns and lacks {_some(missing)}"
    )


def _named_here(columns: set[str], kind: TableKind) -> set[str]:
    return {kind.renamed.get(name, name) for name in columns}


def _by_name(kind: TableKind, file: str) -> bool:
    """Whether the name of the file agrees, where it must tell two kinds of one shape apart."""
    name = file.lower()
    return kind.named in name and not (kind.not_named and kind.not_named in name)


def typed(table: RawTable, kind: TableKind) -> pl.DataFrame:
    """The table with the columns of the kind as what they are, checked; the others as they fit.

    Raises InputError with the row and the column where a cell, a year or a key is wrong.
    """
    frame = table.frame
    if frame.height == 0:
        raise InputError(f"{table.name}: it has columns and no row; export it again")
    there = {old: new for old, new in kind.renamed.items() if new not in frame.columns}
    frame = frame.rename(there, strict=False)
    sorts = {**kind.columns, **{n: s for n, s in kind.also.items() if n in frame.columns}}
    frame = frame.with_columns(
        [_cells(table, frame[name], sort, kind) for name, sort in sorts.items()]
    )
    frame = _with_keys_once(table, frame, kind)
    others = [name for name in frame.columns if name not in sorts]
    return frame.with_columns([_as_it_fits(frame[name]) for name in others])


def _cells(table: RawTable, column: pl.Series, sort: Sort, kind: TableKind) -> pl.Series:
    """The column as what its sort says, each cell within its limits."""
    if sort is Sort.TEXT:
        return column.cast(pl.String).str.strip_chars()
    if column.dtype.is_integer() or column.dtype.is_float():
        text, empty = column, column.is_null() | column.cast(pl.String).is_in(kind.missing)
    else:
        text = column.cast(pl.String).str.strip_chars()
        empty = text.is_null() | text.is_in([*_EMPTY, *kind.missing])
    values = _values(text, sort).set(empty, None)
    fits = values.is_not_null()
    least, most = _LIMITS.get(sort, kind.years)
    if sort is Sort.DATE:
        fits = values.dt.year().is_between(*kind.years)
    elif sort is not Sort.DECIMAL:
        fits = values.is_between(least, most)
    if sort is Sort.OPEN_YEAR:
        fits = fits | (values == 0)
    fits = fits.fill_null(False)
    if sort in _MAY_BE_EMPTY:
        fits = fits | empty
    wrong = (~fits).arg_true()
    if len(wrong):
        row = int(wrong[0])
        has = "is empty" if empty[row] else f"has '{text[row]}'"
        years = f" from {least} to {most}" if "year" in sort.value or sort is Sort.DATE else ""
        raise InputError(
            f"{table.name}, row {row + 1}: `{column.name}` {has}; it must be {sort.value}{years}"
        )
    return values.cast(_SMALL[sort]) if sort in _SMALL else values


def _values(cells: pl.Series, sort: Sort) -> pl.Series:
    """The cells as numbers or dates; null where they are none."""
    if sort is Sort.DATE:
        if cells.dtype.is_temporal():
            return cells.cast(pl.Date)
        return cells.cast(pl.String).str.to_date("%Y-%m-%d", strict=False)
    if sort is Sort.DECIMAL:
        return cells.cast(pl.Float64, strict=False)
    if cells.dtype.is_integer():
        return cells.cast(pl.Int64)
    if cells.dtype.is_float():
        whole = cells.cast(pl.Int64, strict=False)
        return whole.set(cells != whole, None)
    # R writes 200 as 200.0 where a cell is missing
    return cells.str.replace(r"\.0+$", "").cast(pl.Int64, strict=False)


def _with_keys_once(table: RawTable, frame: pl.DataFrame, kind: TableKind) -> pl.DataFrame:
    """The rows whose key no other has. Raises InputError where that would leave out any."""
    twice = frame.select(kind.key).is_duplicated()
    if twice.any() and not kind.leave_out_twice:
        row = int(twice.arg_true()[-1])
        cells = ", ".join(f"{name} {frame[name][row]}" for name in kind.key)
        raise InputError(
            f"{table.name}, row {row + 1}: a second row for {cells}; each may stand once"
        )
    return frame.filter(~twice)


def _as_it_fits(column: pl.Series) -> pl.Series:
    """The column as whole numbers, as numbers, or as the text that it is."""
    if column.dtype != pl.String:
        return column
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

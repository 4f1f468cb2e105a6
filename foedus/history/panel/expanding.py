"""Rows that hold for a span of time in; out, a row for each year of it, and days as coded."""

import numpy as np
import polars as pl


def years_between(frame: pl.DataFrame, first: str, last: str) -> pl.DataFrame:
    """A row for each year from the one in `first` to the one in `last`, both included: `year`.

    The two columns hold years, or dates. A row whose last year lies before its first gives none.
    """
    since, until = (_years(frame[name]) for name in (first, last))
    count = np.maximum(until - since + 1, 0)
    index = np.repeat(np.arange(frame.height), count)
    step = np.arange(len(index)) - np.repeat(np.cumsum(count) - count, count)
    year = pl.Series("year", since[index] + step, pl.Int16)
    return frame[index].with_columns(year)


def coded_day(year: str, month: str, day: str, *, latest: bool) -> pl.Expr:
    """The day in these columns; where month or day is not coded (0 or less), the first it can be.

    With `latest` the last that it can be. A day beyond the end of its month is that end.
    """
    months, days = (pl.col(name).fill_null(0).cast(pl.Int32) for name in (month, day))
    known = pl.when(months > 0).then(months).otherwise(12 if latest else 1)
    first = pl.date(pl.col(year), known, 1)
    end = first.dt.month_end()
    placed = pl.min_horizontal(first + pl.duration(days=days - 1), end).cast(pl.Date)
    return pl.when((months > 0) & (days > 0)).then(placed).otherwise(end if latest else first)


def _years(column: pl.Series) -> "np.typing.NDArray[np.int64]":
    years = column.dt.year() if column.dtype.is_temporal() else column
    return years.cast(pl.Int64).to_numpy()

"""Rows of reports in, rows of the story of each out, the same whatever order they come in."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from foedus.model.errors import InputError
from foedus.read.stories.grouping import grouped
from foedus.read.stories.report import Report, report_of

Row = dict[str, Any]


def annotate_stories(rows: Iterable[Row]) -> Iterator[Row]:
    """For each row `{"id", "text"}`, perhaps with `date` and `title`, a row `{"id", "cluster"}`.

    In the order of the rows; two rows with one `cluster` tell of one event. A cluster is named for
    the first of its reports by day and id. All rows are read before the first is given. Raises
    InputError for a date that is none, or an id that stands twice.
    """
    held = list(rows)
    reports = [_report(row, number) for number, row in enumerate(held, 1)]
    seen: set[str] = set()
    for number, report in enumerate(reports, 1):
        if report.id in seen:
            raise InputError(
                f"row {number}: a second row with the id '{report.id}'; give each its own"
            )
        seen.add(report.id)
    story = {one.id: told[0].id for told in grouped(reports) for one in told}
    return iter([{"id": row["id"], "cluster": story[str(row["id"])]} for row in held])


def _report(row: Row, number: int) -> Report:
    title = row.get("title")
    words = title if isinstance(title, str) else ""
    return report_of(str(row["id"]), words, row["text"], _day(row.get("date"), number))


def _day(told: object, number: int) -> date | None:
    """The day of "2021-04-22" or "2021-04-22T10:00:00Z"; None where there is none."""
    if told is None or told == "":
        return None
    try:
        return datetime.fromisoformat(str(told)).date()
    except ValueError:
        raise InputError(
            f"row {number}: `date` has '{told}'; write it as 2021-04-22, or leave it out"
        ) from None

"""A ledger in, its events as a table out: rows, a Polars frame, CSV or Parquet."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from foedus.api.shown import Table
from foedus.ledger import Ledger, Question
from foedus.model.errors import InputError
from foedus.model.event import EventType
from foedus.model.reading import Row
from foedus.read.gazetteer import Gazetteer
from foedus.report.event_table import COLUMNS, Known, event_rows
from foedus.report.whole import write_frame

if TYPE_CHECKING:
    import polars

_SHOWN = ("event_date", "event_type", "actor_name", "recipient_name", "mood", "words")


class EventTable(Table):
    """Events as rows; `columns` are those that a notebook shows, `frame` has all."""

    def __init__(self, rows: Iterable[Row]) -> None:
        super().__init__(rows, _SHOWN)

    def frame(self) -> "polars.DataFrame":
        """All columns as a Polars frame, which hands itself to Arrow, pandas, R and DuckDB."""
        import polars

        whole = {"quad_code", "passage_start", "passage_end"}
        truth = {"reciprocal", "negated"}
        schema = {
            column: polars.Int64 if column in whole else
            polars.Boolean if column in truth else polars.String
            for column in COLUMNS
        }  # fmt: skip
        return polars.DataFrame(list(self), schema=schema, orient="row")

    def write(self, path: str | Path) -> Path:
        """Write CSV or Parquet, by the ending of the name; the file is whole or not there.

        Raises InputError for another ending, or where the file cannot be written.
        """
        return write_frame(self.frame(), Path(path))


def events_of(
    ledger: Ledger, question: Question, kinds: Iterable[str], facts: dict[str, str]
) -> EventTable:
    """The events among the claims that the question asks for; of these types, if any are named.

    `facts` leads a claim to the fact that it is part of. Raises InputError for a type that PLOVER
    does not have.
    """
    wanted = {_kind(name) for name in kinds}
    gazetteer = Gazetteer.load()

    @cache
    def country(actor: str, on: date | None) -> str:
        return gazetteer.country_of(actor, on)

    @cache
    def published(document: str) -> date | None:
        days = [receipt.published for receipt in ledger.receipts(document) if receipt.published]
        return min(days, default=None)

    @cache
    def name(actor: str) -> str:
        known = gazetteer.record(actor) or gazetteer.person(actor)
        return known.name if known else ""

    text = cache(lambda document: ledger.document(document).text)
    rows = event_rows(ledger.claims(question), Known(name, country, text, published, facts))
    return EventTable(row for row in rows if not wanted or row["event_type"] in wanted)


_ONE = {EventType.CONCEDE: EventType.YIELD, EventType.RETREAT: EventType.YIELD}


def _kind(name: str) -> str:
    """The type as the table has it: of CONCEDE and RETREAT the two together."""
    try:
        kind = EventType(name.upper())
        if kind is EventType.STATEMENT:
            raise ValueError(name)
        return _ONE.get(kind, kind).value
    except ValueError:
        told = (k for k in EventType if k not in _ONE and k is not EventType.STATEMENT)
        known = ", ".join(kind.value for kind in told)
        raise InputError(f"no event type '{name}'; one of: {known}") from None

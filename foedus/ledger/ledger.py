"""Readings in, rows out: one file that only grows; every question can be put to its past.

with Ledger.open(Path("foedus.db")) as ledger:
    ledger.add(read(document), receipt)
    ledger.claims(Question(predicate="agreement.signed", since=date(2024, 6, 1)))
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, select

from foedus.ledger import asking, deciding, merging, resolving
from foedus.ledger.adding import Added, add_reading
from foedus.ledger.asking import ANYTHING, Question
from foedus.ledger.auditing import problems
from foedus.ledger.finding import resolve, whole_row
from foedus.ledger.judging import Judgement, Judgements, Kind
from foedus.ledger.searching import Found, search
from foedus.ledger.storage import open_engine
from foedus.ledger.tables import DOCUMENT
from foedus.model.actor import Cast
from foedus.model.document import Document, Line, Receipt
from foedus.model.prediction import Outcome
from foedus.model.reading import Reading, Row


def utc_now() -> datetime:
    """The clock that a ledger goes by unless it is given another."""
    return datetime.now(UTC)


class Ledger:
    """An open ledger. Every method raises LedgerError where the file cannot be read or written."""

    def __init__(self, engine: Engine, path: Path | None, clock: Callable[[], datetime]) -> None:
        self.path = path
        self._engine = engine
        self._clock = clock

    @classmethod
    def open(
        cls,
        path: Path | str | None = None,
        *,
        create: bool = True,
        wait: float = 30.0,
        clock: Callable[[], datetime] = utc_now,
    ) -> Self:
        """Open the ledger at `path`, or a temporary one in memory.

        `create`: make the file where there is none. `wait`: seconds to wait while another process
        writes. `clock` gives the time of recording. An older schema is brought up to date.
        """
        place = None if path is None else Path(path)
        return cls(open_engine(place, wait, create), place, clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __repr__(self) -> str:
        return f"Ledger({self.path or 'in memory'}, {len(self.documents())} documents)"

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._engine.connect().execution_options(write=True) as connection, connection.begin():
            yield connection

    # Adding ---------------------------------------------------------------------------------

    def add(self, reading: Reading, receipt: Receipt) -> Added:
        """Store what one run read from one document, all of it or nothing.

        Twice changes nothing. A known document with a new receipt adds the receipt. A run that
        found something else, or of another version, becomes the newest of its reader.
        """
        with self._writing() as connection:
            return add_reading(connection, reading, receipt, self._clock())

    def merge(self, other: Path | str) -> Added:
        """Add all rows of another ledger that this one does not have."""
        with (
            Ledger.open(other, create=False) as second,
            second._reading() as source,
            self._writing() as connection,
        ):
            return merging.merge(connection, source)

    # Asking ---------------------------------------------------------------------------------

    def documents(self, known_on: datetime | None = None) -> tuple[Row, ...]:
        """All documents that stand, in the order of adding, without their texts.

        Each row: id, characters, converter, raw_hash, and `receipts`, how many. `known_on` asks
        as of that recorded time.
        """
        with self._reading() as connection:
            known = asking.judgements(connection, known_on)
            return asking.documents(connection, known, known_on)

    def document(self, prefix: str) -> Document:
        """The document whose id begins so."""
        with self._reading() as connection:
            _, row = resolve(connection, prefix, (DOCUMENT,))
            columns = (DOCUMENT.c.text, DOCUMENT.c.converter, DOCUMENT.c.raw_hash)
            return Document(*connection.execute(select(*columns).where(DOCUMENT.c.id == row)).one())

    def receipts(self, document: str | None = None) -> tuple[Receipt, ...]:
        """Where the document (an id or its beginning; None: every document) came from."""
        with self._reading() as connection:
            withdrawn = asking.judgements(connection).withdrawn
            found = asking.receipts(connection, self._document_id(connection, document))
            return tuple(receipt for receipt in found if receipt.id not in withdrawn)

    def page(self, document: str) -> tuple[tuple[Line, ...], Cast]:
        """The lines of the document with their roles, and its cast, as last read."""
        with self._reading() as connection:
            row, known = (
                resolve(connection, document, (DOCUMENT,))[1],
                asking.judgements(connection),
            )
            return asking.page(connection, row, known)

    def runs(self, document: str) -> tuple[Row, ...]:
        """Every run over the document, oldest first: id, run, recorded, ids of the rows `found`."""
        with self._reading() as connection:
            return asking.runs(connection, resolve(connection, document, (DOCUMENT,))[1])

    def claims(self, question: Question = ANYTHING) -> tuple[Row, ...]:
        """The current claims that fit, in order of document and place (see `claim_row`)."""
        return self._answer(asking.claims, question)

    def statements(self, question: Question = ANYTHING) -> tuple[Row, ...]:
        """The current statements that fit, in order of document and place (see `statement_row`)."""
        return self._answer(asking.statements, question)

    def _answer(
        self,
        answer: Callable[[Connection, Question, Judgements], tuple[Row, ...]],
        question: Question,
    ) -> tuple[Row, ...]:
        with self._reading() as connection:
            document = self._document_id(connection, question.document)
            known = asking.judgements(connection, question.known_on)
            return answer(connection, replace(question, document=document), known)

    def speakers(self) -> dict[str, str]:
        """Whoever speaks in the current statements: id or key, with a name as a text has it."""
        with self._reading() as connection:
            return asking.speakers(connection, asking.judgements(connection))

    def actors(self) -> dict[str, str]:
        """Whoever is party to a current claim: id or key, with a name as a text has it."""
        with self._reading() as connection:
            return asking.actors(connection, asking.judgements(connection))

    def row(self, prefix: str) -> Row:
        """The row whose id begins so, of whatever kind (`row` names it), current or not."""
        with self._reading() as connection:
            return whole_row(connection, *resolve(connection, prefix))

    def search(self, query: str, limit: int = 20, *, statements: bool = False) -> tuple[Found, ...]:
        """Where the words stand in the documents (or in current statements), best first.

        Words, "a phrase", beginning*, -without, OR. Raises InputError for a query without a word.
        """
        with self._reading() as connection:
            withdrawn = asking.judgements(connection).withdrawn
            return tuple(search(connection, query, limit, statements, withdrawn))

    def check(self) -> tuple[str, ...]:
        """What is wrong with the file or its rows, one line each; nothing for a sound ledger.

        Reads everything: some seconds for 100,000 claims.
        """
        with self._reading() as connection:
            return tuple(problems(connection))

    # Judging --------------------------------------------------------------------------------

    def withdraw(self, row: str, by: str, why: str) -> Judgement:
        """Let the row (an id or its beginning) no longer count. It stays, and can be restored.

        With a document goes all that was read from it. Without its newest run what the run before
        it found is current again. To withdraw a judgement undoes it.
        """
        return self._judge(Kind.WITHDRAW, row, None, by, why)

    def restore(self, row: str, by: str, why: str) -> Judgement:
        """Let a withdrawn row count again."""
        return self._judge(Kind.RESTORE, row, None, by, why)

    def same(self, first: str, second: str, by: str, why: str) -> Judgement:
        """Take two for the same from now on: actors (ids or names), or documents of one origin."""
        return self._judge(Kind.SAME, first, second, by, why)

    def different(self, first: str, second: str, by: str, why: str) -> Judgement:
        """Keep two apart that are, or might be, taken for the same."""
        return self._judge(Kind.DIFFERENT, first, second, by, why)

    def resolve(
        self, prediction: str, outcome: Outcome, *, evidence: str, by: str, on: date
    ) -> Judgement:
        """Keep what became of a prediction (a claim's id or its beginning), by whom and why.

        `on` is the day on which it came out. To resolve anew, or to withdraw the judgement, is a
        new row: of those that stand the newest counts.
        """
        with self._writing() as connection:
            settled = resolving.Settled(prediction, Kind(outcome.value), evidence, by, on)
            return resolving.resolve_prediction(connection, settled, self._clock())

    def now(self) -> datetime:
        """The moment by the ledger's clock."""
        return self._clock()

    def today(self) -> date:
        """The day by the ledger's clock."""
        return self.now().date()

    def judgements(self, known_on: datetime | None = None) -> Judgements:
        """All judgements, with what they amount to: `withdrawn`, `identity`."""
        with self._reading() as connection:
            return asking.judgements(connection, known_on)

    def _judge(self, kind: Kind, subject: str, other: str | None, by: str, why: str) -> Judgement:
        with self._writing() as connection:
            case = deciding.Case(kind, subject, other, by, why)
            return deciding.judge(connection, case, self._clock())

    @staticmethod
    def _document_id(connection: Connection, prefix: str | None) -> str | None:
        return None if prefix is None else resolve(connection, prefix, (DOCUMENT,))[1]

"""The whole of foedus in a dozen functions: open a ledger, read into it, ask it, write the brief.

>>> import foedus
>>> desk = foedus.open()                      # a temporary ledger; give a path to keep it
>>> outcome = desk.read("a.txt", "b.html")    # doctest: +SKIP
>>> desk.brief().write("brief")               # doctest: +SKIP
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from foedus.ledger import Fact, Found, Ledger, copies_of, facts
from foedus.model.document import KEPT_ROLES, Receipt
from foedus.model.errors import DocumentError, InputError, LedgerError
from foedus.model.reading import Reading, Row
from foedus.read.decoding import whole
from foedus.read.extracting import MAX_CHARACTERS
from foedus.read.gazetteer import Gazetteer
from foedus.read.pipeline import read as read_document
from foedus.read.receive import Received, receive
from foedus.report.compose import compose
from foedus.report.dossier import Dossier, Source, said_of_row, told_of_row, with_full_names
from foedus.report.inert import html_text
from foedus.report.items import Brief
from foedus.report.writing import write_brief

TASKS = ("lines", "actors", "quotes")
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One file that was read: its name, its document, how much was new in the ledger."""

    name: str
    document: str
    new: bool
    lines: int
    kept: int
    statements: int
    claims: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call of `read` did: files read, and files that could not be, each with its reason."""

    read: tuple[ReadFile, ...]
    failed: tuple[DocumentError, ...]

    def as_json(self) -> dict[str, Any]:
        """The outcome as JSON."""
        return {
            "read": [
                {name: getattr(one, name) for name in ReadFile.__slots__} for one in self.read
            ],
            "failed": [
                {"name": e.name, "code": e.code, "problem": e.problem, "remedy": e.remedy}
                for e in self.failed
            ],
        }

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{html_text(one.name)}</td><td>{one.kept} of {one.lines} lines</td>"
            f"<td>{one.statements} statements</td><td>{one.claims} claims</td></tr>"
            for one in self.read
        )
        rows += "".join(f"<tr><td colspan=4>{html_text(str(e))}</td></tr>" for e in self.failed)
        return f"<table>{rows}</table>"


class Table(Sequence[Row]):
    """Rows of a ledger as a list that shows itself as a table in a notebook."""

    def __init__(self, rows: Iterable[Row], columns: tuple[str, ...]) -> None:
        self._rows = tuple(rows)
        self.columns = columns

    def __getitem__(self, index: Any) -> Any:
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __repr__(self) -> str:
        return f"Table({len(self)} rows: {', '.join(self.columns)})"

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{html_text(name)}</th>" for name in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{html_text(_cell(row, c))}</td>" for c in self.columns) + "</tr>"
            for row in self._rows
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(row: Row, column: str) -> str:
    value = row.get(column, "")
    return str(value.get("name", value)) if isinstance(value, dict) else str(value)


class Foedus:
    """An open ledger with everything that can be done to it. Use as a context manager, or close."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

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
        """Let go of the ledger's file."""
        self.ledger.close()

    def __repr__(self) -> str:
        return f"Foedus({self.ledger!r})"

    def _repr_html_(self) -> str:
        return Table(self.ledger.documents(), ("id", "characters", "receipts"))._repr_html_()

    def read(
        self,
        *files: str | Path,
        published: date | None = None,
        publisher: str | None = None,
        url: str | None = None,
        progress: Progress | None = None,
    ) -> Outcome:
        """Read files into the ledger, each in one transaction; a bad one stops no other.

        `published` prevails over what a page says of itself when one file is named; among several
        it stands in for those that give no date. `publisher` and `url` apply to all.
        `progress` is called with the name of each file as it is begun.
        """
        done, failed = [], []
        for name in map(str, files):
            if progress:
                progress(name)
            try:
                received = receive(
                    name,
                    published=published if len(files) == 1 else None,
                    publisher=publisher,
                    url=url,
                )
                done.append(self._take(_dated(received, published)))
            except DocumentError as error:
                failed.append(error)
        return Outcome(tuple(done), tuple(failed))

    def _take(self, received: Received) -> ReadFile:
        name = received.receipt.name
        try:
            reading = read_document(received.document, received.receipt.published, received.hints)
        except Exception as error:
            # whatever a reader stumbles over, the other files are read, and this one is named
            raise _our_mistake(name, error) from error
        try:
            added = self.ledger.add(reading, received.receipt)
        except LedgerError as error:
            raise DocumentError(name, "not-kept", *_in_two(str(error))) from error
        return _read_file(reading, received.receipt, bool(added.documents))

    def facts(self, *, predicate: str | None = None, actor: str | None = None) -> tuple[Fact, ...]:
        """The facts: claims that agree, taken together (settled, contested or single-voiced)."""
        return facts(self.ledger, predicate=predicate, actor=actor)

    def claims(self, **question: Any) -> Table:
        """The claims that fit (see `Ledger.claims` for the questions)."""
        return Table(self.ledger.claims(**question), ("predicate", "mood", "passage", "document"))

    def statements(self, *, speaker: str | None = None, document: str | None = None) -> Table:
        """The statements that fit: who said what, in which document."""
        rows = self.ledger.statements(speaker=speaker, document=document)
        return Table(rows, ("speaker", "words", "kind", "document"))

    def search(self, query: str, limit: int = 20) -> tuple[Found, ...]:
        """Where the words stand in the documents, best first."""
        return self.ledger.search(query, limit)

    def brief(self, documents: Iterable[str] | None = None, *, pictures: bool = True) -> "Written":
        """The brief of the documents (ids or their beginnings; default: all)."""
        ids = list(documents) if documents is not None else None
        dossier = self.dossier(ids)
        if not dossier.sources:
            raise InputError("no document to brief on: the ledger is empty; read a file first")
        return Written(compose(dossier, Gazetteer.load(), pictures))

    def dossier(self, documents: Sequence[str] | None = None) -> Dossier:
        """Everything that the ledger holds of the documents, ready to compose from."""
        ids = documents or [str(row["id"]) for row in self.ledger.documents()]
        sources = self._sources(ids)
        told = tuple(
            told_of_row(row, source)
            for source in sources
            for row in self.ledger.claims(document=source.document.id)
        )
        said = tuple(
            said_of_row(row, source)
            for source in sources
            for row in self.ledger.statements(document=source.document.id)
        )
        return Dossier(sources, told, with_full_names(said))

    def _sources(self, prefixes: Iterable[str]) -> tuple[Source, ...]:
        documents = {found.id: found for found in map(self.ledger.document, prefixes)}
        letters = {id_: letter(index) for index, id_ in enumerate(documents)}
        first: dict[str, str] = {}
        for group in copies_of(self.ledger, documents, self.ledger.judgements().identity):
            ordered = [id_ for id_ in documents if id_ in group]
            first.update(dict.fromkeys(ordered[1:], letters[ordered[0]]))
        return tuple(
            Source(
                document,
                self.ledger.receipts(id_),
                self.ledger.page(id_)[0],
                letters[id_],
                first.get(id_, ""),
            )
            for id_, document in documents.items()
        )


class Written:
    """A brief that shows itself in a notebook and writes itself to a folder."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief

    def __repr__(self) -> str:
        return f"Brief({self.brief.title!r}, {len(self.brief.passages)} passages)"

    def _repr_html_(self) -> str:
        return self.brief._repr_html_()

    def as_json(self) -> dict[str, Any]:
        """The brief as JSON."""
        return self.brief.as_json()

    def write(self, folder: str | Path) -> tuple[Path, ...]:
        """Write brief.html, brief.md and brief.json; all three or, on an error, none."""
        return write_brief(self.brief, Path(folder))


def letter(index: int) -> str:
    """A, B, ..., Z, AA, AB, ...: the letter of the report at this place."""
    return (letter(index // 26 - 1) if index >= 26 else "") + chr(ord("A") + index % 26)


def _dated(received: Received, published: date | None) -> Received:
    """The received with the user's day where the page itself gives none."""
    if published is None or received.receipt.published is not None:
        return received
    receipt = replace(received.receipt, published=published, published_from="user")
    return replace(received, receipt=receipt)


def _read_file(reading: Reading, receipt: Receipt, new: bool) -> ReadFile:
    text = reading.document.text
    filled = [line for line in reading.lines if line.span.of(text).strip()]
    return ReadFile(
        name=receipt.name,
        document=reading.document.id,
        new=new,
        lines=len(filled),
        kept=sum(line.role in KEPT_ROLES for line in filled),
        statements=len(reading.statements),
        claims=len(reading.claims),
    )


def _our_mistake(name: str, error: Exception) -> DocumentError:
    problem = f"foedus failed on it ({type(error).__name__}: {str(error)[:200]})"
    return DocumentError(name, "failed", problem, "report this, with the file if you may")


def _in_two(message: str) -> tuple[str, str]:
    """What is wrong with the ledger, and what to do."""
    problem, _, remedy = message.partition("; ")
    return f"the ledger took nothing of it: {problem}", remedy or "check the ledger"


def open_ledger(path: str | Path | None = None) -> Foedus:
    """Open the ledger at `path` (made where there is none), or a temporary one."""
    return Foedus(Ledger.open(path))


def annotate(task: str, rows: Iterable[Row]) -> Iterator[Row]:
    """Run one reader over many texts: rows with `id` and `text` in, gold-format rows out.

    `task` is one of `TASKS`; for "actors" a row may carry `actor` instead of `text`. A NUL and
    half of a surrogate pair are read as U+FFFD, offsets stay. Raises InputError for a row that
    has not what the task needs, or holds more characters than can be read.
    """
    if task not in TASKS:
        raise InputError(f"no task '{task}'; one of: {', '.join(TASKS)}")
    rows = (readable(task, row, f"row {number}") for number, row in enumerate(rows, 1))
    if task == "lines":
        from foedus.read.clean import annotate_lines

        return annotate_lines(rows)
    if task == "actors":
        from foedus.read.actors import annotate_actors

        return annotate_actors(rows)
    from foedus.read.quotes import annotate_quotes

    return annotate_quotes(rows)


def readable(task: str, row: Row, place: str) -> Row:
    """The row with texts that can be read; `place` is what an error calls the row."""
    needed = ("actor", "text") if task == "actors" else ("text",)
    if "id" not in row:
        raise InputError(f"{place}: a row needs an `id`")
    if not any(isinstance(row.get(name), str) for name in needed):
        also = " (or an `actor`)" if "actor" in needed else ""
        raise InputError(f"{place}: a row needs a `text`{also}")
    for name in needed:
        length = len(row[name]) if isinstance(row.get(name), str) else 0
        if length > MAX_CHARACTERS:
            raise InputError(
                f"{place}: its `{name}` holds {length:,} characters, more than"
                f" {MAX_CHARACTERS:,}; split it"
            )
    return {
        key: whole(value) if key != "id" and isinstance(value, str) else value
        for key, value in row.items()
    }

"""A path in, an engine over a sound ledger file out: schema, guards, migrations, clear errors.

Everything that only SQLite knows is here: pragmas, triggers, full-text tables, error codes.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from time import monotonic, sleep

from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.dialects import sqlite
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool
from sqlalchemy.schema import CreateIndex, CreateTable

from foedus.ledger.tables import METADATA
from foedus.model.errors import LedgerError

APPLICATION = 0x666F6564  # "foed": marks the file as a ledger
SCHEMA = 1
Steps = Mapping[int, tuple[str, ...]]
MIGRATIONS: Steps = {}  # MIGRATIONS[n]: the SQL that leads from schema n to n + 1

_FULL_TEXT = "USING fts5({column}, content='{table}', content_rowid='seq', tokenize='{tokens}')"
_SEARCHED = {"document": "text", "statement": "words"}
_TOKENS = "porter unicode61 remove_diacritics 2"

_MEANING = {
    "SQLITE_NOTADB": ("is not a foedus ledger", "name another file with --ledger"),
    "SQLITE_CORRUPT": ("is damaged", "restore a copy, or read the documents into a new ledger"),
    "SQLITE_FULL": ("cannot grow: the disk is full", "free some space and read again"),
    "SQLITE_BUSY": ("is locked: another program is writing to it", "wait for it and try again"),
    "SQLITE_READONLY": ("cannot be written", "copy it to a folder that you may write to"),
    "SQLITE_CANTOPEN": (
        "cannot be opened",
        "check that its folder exists and that you may write there",
    ),
    "SQLITE_IOERR": ("could not be read or written", "check the disk and its free space"),
    "SQLITE_AUTH": ("may not be used", "check the rights on the file"),
}


def open_engine(path: Path | None, wait: float, create: bool) -> Engine:
    """An engine over the ledger at `path` (None: in memory), its schema made or brought up to date.

    `wait` is how many seconds to wait while another process writes. Raises LedgerError when the
    file is no ledger, is newer than this program, is damaged, or cannot be opened.
    """
    if path is None:
        engine = create_engine(
            "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
        )
        _listen(engine, "the ledger in memory")
        with engine.connect() as connection:
            prepare(_driver(connection), "the ledger in memory")
        return engine
    _look_at(path, create)
    try:
        with closing(sqlite3.connect(path, timeout=wait, isolation_level=None)) as driver:
            prepare(driver, str(path), wait)
    except sqlite3.Error as error:
        raise explained(error, str(path)) from error
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": wait})
    _listen(engine, str(path))
    return engine


def _look_at(path: Path, create: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"{path} is a folder; name a file for the ledger")
    if not path.exists() and not create:
        raise LedgerError(f"{path}: there is no such ledger; check the name")
    if not path.parent.is_dir():
        raise LedgerError(f"{path}: the folder {path.parent} does not exist; make it first")


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        raise TypeError(f"expected a connection of sqlite3, not {type(driver).__name__}")
    return driver


def _listen(engine: Engine, name: str) -> None:
    """Set every connection's pragmas, begin transactions ourselves, explain every error."""

    @event.listens_for(engine, "connect")
    def connected(driver: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        driver.isolation_level = None  # else sqlite3 begins and commits on its own
        for pragma in ("foreign_keys=ON", "synchronous=NORMAL", "recursive_triggers=ON"):
            driver.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        # A write takes its lock at once: two that both began by reading would deadlock.
        write = connection.get_execution_options().get("write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    @event.listens_for(engine, "handle_error")
    def failed(context: ExceptionContext) -> BaseException | None:
        error = context.original_exception
        if isinstance(error, sqlite3.Error) and hasattr(error, "sqlite_errorname"):
            return explained(error, name)
        return None  # not from SQLite itself: our own mistake


def explained(error: sqlite3.Error, name: str) -> LedgerError:
    """The error of SQLite in words that say what to do."""
    code = getattr(error, "sqlite_errorname", None) or ""
    for known, (problem, remedy) in _MEANING.items():
        if code.startswith(known):
            return LedgerError(f"{name} {problem}; {remedy} (SQLite: {error})")
    return LedgerError(f"{name} refused a change: {error}")


def _write_ahead(driver: sqlite3.Connection, wait: float) -> None:
    """Switch the file to its write-ahead log, waiting while another process opens it too.

    SQLite does not heed the connection's time-out for this one change: it fails at once.
    """
    deadline = monotonic() + wait
    while True:
        try:
            driver.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY" or monotonic() > deadline:
                raise
            sleep(0.01)
        else:
            return


def prepare(driver: sqlite3.Connection, name: str, wait: float = 0.0) -> None:
    """Make the schema in a new file; check and, where older, migrate an existing one."""
    if _pragma(driver, "user_version") < SCHEMA or not _is_ledger(driver):
        _write_ahead(driver, wait)
        driver.execute("BEGIN IMMEDIATE")
        try:  # looked at again under the lock: another process may have been first
            if _is_empty(driver):
                for statement in schema():
                    driver.execute(statement)
                driver.execute(f"PRAGMA application_id={APPLICATION}")
                driver.execute(f"PRAGMA user_version={SCHEMA}")
            elif _is_ledger(driver):
                migrate(driver)
            else:
                raise LedgerError(
                    f"{name} is a database of another program; name another file with --ledger"
                )
        except BaseException:
            driver.execute("ROLLBACK")
            raise
        driver.execute("COMMIT")
    version = _pragma(driver, "user_version")
    if version > SCHEMA:
        raise LedgerError(
            f"{name} has schema {version}, this foedus knows up to {SCHEMA}; install a newer foedus"
        )


def migrate(driver: sqlite3.Connection, steps: Steps = MIGRATIONS, to: int = SCHEMA) -> None:
    """Bring an older ledger to schema `to`, step by step, within the caller's transaction."""
    for version in range(_pragma(driver, "user_version"), to):
        for statement in steps[version]:
            driver.execute(statement)
        driver.execute(f"PRAGMA user_version={version + 1}")


def _pragma(driver: sqlite3.Connection, name: str) -> int:
    return int(driver.execute(f"PRAGMA {name}").fetchone()[0])


def _is_ledger(driver: sqlite3.Connection) -> bool:
    return _pragma(driver, "application_id") == APPLICATION


def _is_empty(driver: sqlite3.Connection) -> bool:
    return not _is_ledger(driver) and not _pragma(driver, "schema_version")


def schema() -> Iterator[str]:
    """The SQL of the current schema: tables, indexes, full-text search, guards."""
    dialect = sqlite.dialect()
    for table in METADATA.sorted_tables:
        yield str(CreateTable(table).compile(dialect=dialect))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            yield str(CreateIndex(index).compile(dialect=dialect))
        yield from guards(table.name, [column.name for column in table.primary_key])
    for name, column in _SEARCHED.items():
        options = _FULL_TEXT.format(column=column, table=name, tokens=_TOKENS)
        yield f"CREATE VIRTUAL TABLE {name}_search {options}"
        into = f"{name}_search(rowid, {column}) VALUES (new.seq, new.{column})"
        copied = f"INSERT INTO {into}"
        yield f"CREATE TRIGGER {name}_searchable AFTER INSERT ON {name} BEGIN {copied}; END"


def guards(table: str, key: list[str]) -> Iterator[str]:
    """Triggers that refuse to change or delete a row, and pass over one that is there already."""
    for change in ("UPDATE", "DELETE"):
        yield (
            f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} BEGIN "
            f"SELECT RAISE(ABORT, 'rows of {table} are never changed: withdraw it instead'); END"
        )
    same = " AND ".join(f"{column} = new.{column}" for column in key)
    if key == ["seq"]:
        same += " OR id = new.id"
    there = f"EXISTS (SELECT 1 FROM {table} WHERE {same})"  # noqa: S608 - our own names
    yield (
        f"CREATE TRIGGER {table}_once BEFORE INSERT ON {table} WHEN {there} "
        "BEGIN SELECT RAISE(IGNORE); END"
    )

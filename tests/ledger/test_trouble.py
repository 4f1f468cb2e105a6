"""Wrong files, full disks, killed processes: a clear error, and nothing half-stored."""

import os
import re
import resource
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from foedus.ledger import Added, Ledger
from foedus.model.errors import LedgerError
from tests.ledger.invented import PACT, pact, reading, receipt

LONG = "\n".join(f"Arcadia met Borduria for the {n}th time, and said so." for n in range(5_000))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger with one document."""
    with Ledger.open(tmp_path / "l.db") as ledger:
        ledger.add(pact(), receipt(PACT))
    return tmp_path / "l.db"


def opened(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.claims()


# Opening ------------------------------------------------------------------------------------


def test_a_text_file_is_no_ledger_and_stays_as_it_is(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Arcadia and Borduria. " * 100)
    with pytest.raises(LedgerError, match=r"notes\.txt is not a foedus ledger; name another file"):
        opened(notes)
    assert notes.read_text() == "Arcadia and Borduria. " * 100


def test_the_database_of_another_program_is_refused_and_stays_as_it_is(tmp_path: Path) -> None:
    other = tmp_path / "mail.db"
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE mail (body TEXT)")
    database.close()
    with pytest.raises(LedgerError, match="a database of another program"):
        opened(other)
    with sqlite3.connect(other) as database:
        assert database.execute("SELECT name FROM sqlite_master").fetchall() == [("mail",)]
    database.close()


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "new.db").touch()
    opened(tmp_path / "new.db")


def test_a_newer_schema_asks_for_a_newer_foedus(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version=99")
    database.close()
    with pytest.raises(LedgerError, match=r"has schema 99, .*install a newer foedus"):
        opened(path)


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="is a folder; name a file"):
        opened(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"the folder .*nowhere does not exist"):
        opened(tmp_path / "nowhere" / "l.db")


def test_a_missing_ledger_is_not_made_where_none_is_wanted(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no such ledger"):
        Ledger.open(tmp_path / "l.db", create=False)


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder nobody can write to")
def test_a_folder_that_cannot_be_written_is_named() -> None:
    with pytest.raises(LedgerError, match=r"l\.db cannot be opened; .*may write there"):
        opened(Path("/proc/self/l.db"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write to read-only folders")
def test_a_ledger_in_a_read_only_folder_says_so(path: Path) -> None:
    path.parent.chmod(0o500)
    try:
        with pytest.raises(LedgerError, match="cannot be"), Ledger.open(path) as ledger:
            ledger.add(reading("More."), receipt("More."))
    finally:
        path.parent.chmod(0o700)


@pytest.mark.parametrize("start", [0, 4096, 3 * 4096])
def test_a_damaged_file_says_so(path: Path, start: int) -> None:
    with path.open("r+b") as file:
        file.seek(start)
        file.write(b"\xff" * (path.stat().st_size - start))
    with pytest.raises(LedgerError, match=r"is damaged|is not a foedus ledger"):
        opened(path)


def test_a_file_cut_short_says_so(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)
    with pytest.raises(LedgerError, match="is damaged"), Ledger.open(path) as ledger:
        ledger.claims()
        ledger.search("pact")
        ledger.statements()


# Append-only --------------------------------------------------------------------------------

TABLES = ("document", "receipt", "run", "statement", "claim", "party", "found", "judgement")


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """The file as another program would open it."""
    database = sqlite3.connect(path)
    try:
        yield database
    finally:
        database.close()


@pytest.fixture
def judged(path: Path) -> Path:
    with Ledger.open(path) as ledger:
        ledger.withdraw(ledger.claims()[0]["id"], "ada", "misread")
    return path


@pytest.mark.parametrize("table", TABLES)
def test_no_program_can_delete_a_row(judged: Path, table: str) -> None:
    with raw(judged) as file, pytest.raises(sqlite3.IntegrityError, match="never changed"):
        file.execute(f"DELETE FROM {table}")


@pytest.mark.parametrize("table", TABLES)
def test_no_program_can_change_a_row(judged: Path, table: str) -> None:
    with raw(judged) as file, pytest.raises(sqlite3.IntegrityError, match="never changed"):
        column = file.execute(f"SELECT name FROM pragma_table_info('{table}')").fetchall()[-1][0]
        file.execute(f"UPDATE {table} SET '{column}' = 'x'")


@pytest.mark.parametrize("table", TABLES)
def test_no_program_can_replace_a_row(judged: Path, table: str) -> None:
    with raw(judged) as file:
        before = file.execute(f"SELECT * FROM {table}").fetchall()
        last = [*before[0][:-1], "forged"] if table not in ("party", "found") else before[0]
        file.execute(f"REPLACE INTO {table} VALUES ({','.join('?' * len(last))})", last)
        assert file.execute(f"SELECT * FROM {table}").fetchall() == before


# Writing ------------------------------------------------------------------------------------


@contextmanager
def on_connect(pragma: str) -> Iterator[None]:
    """Set the pragma on every connection that is made meanwhile."""

    def connected(driver: sqlite3.Connection, _entry: object) -> None:
        driver.execute(f"PRAGMA {pragma}").fetchall()

    event.listen(Engine, "connect", connected)
    try:
        yield
    finally:
        event.remove(Engine, "connect", connected)


def test_a_full_disk_stores_nothing_of_the_document_and_says_so(path: Path) -> None:
    with raw(path) as file:
        pages = file.execute("PRAGMA page_count").fetchone()[0]
    with (
        on_connect(f"max_page_count={pages + 5}"),
        Ledger.open(path) as ledger,
        pytest.raises(LedgerError, match="cannot grow: the disk is full; free some space"),
    ):
        ledger.add(reading(LONG), receipt(LONG))
    with Ledger.open(path) as ledger:
        assert (len(ledger.documents()), ledger.search("time")) == (1, ())
        assert ledger.add(reading(LONG), receipt(LONG)) == Added(1, 1, 1)


def in_process(path: Path, body: str, **more: int) -> subprocess.Popen[str]:
    """Run Python lines with `path` and the invented reports at hand."""
    imports = (
        "from tests.ledger.invented import *",
        "from pathlib import Path",
        "from foedus.ledger import Ledger",
    )
    lines = "\n".join((*imports, body))
    folder = str(Path(__file__).parents[2])
    return subprocess.Popen(
        [sys.executable, "-c", lines, str(path)],
        env={**os.environ, "PYTHONPATH": folder},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (more["limit"],) * 2))
        if more
        else None,
    )


def test_a_file_that_may_not_grow_says_so_and_stores_nothing(path: Path) -> None:
    process = in_process(
        path,
        "import sys\nfrom foedus.model.errors import LedgerError\n"
        "text = 'Arcadia met Borduria. ' * 100_000\n"
        "with Ledger.open(Path(sys.argv[1])) as ledger:\n"
        "    try: ledger.add(reading(text), receipt(text))\n"
        "    except LedgerError as error: print(error)\n",
        limit=path.stat().st_size + 50_000,
    )
    out, err = process.communicate(timeout=60)
    assert "check the disk and its free space" in out or "the disk is full" in out, err
    with Ledger.open(path) as ledger:
        assert len(ledger.documents()) == 1


@pytest.mark.parametrize("table", ["document", "claim", "found"])
def test_a_process_killed_while_writing_leaves_nothing_half_stored(
    tmp_path: Path, table: str
) -> None:
    path = tmp_path / "l.db"
    process = in_process(
        path,
        "import os, signal, sys\nfrom sqlalchemy import Engine, event\n"
        "@event.listens_for(Engine, 'after_cursor_execute')\n"
        "def kill(connection, cursor, statement, *rest):\n"
        f"    if statement.startswith('INSERT INTO {table}'):\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "Ledger.open(Path(sys.argv[1])).add(pact(), receipt(PACT))\n",
    )
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    with Ledger.open(path) as ledger:
        assert (ledger.documents(), ledger.search("pact"), ledger.claims()) == ((), (), ())
        assert ledger.add(pact(), receipt(PACT)) == Added(1, 1, 1, 1, 2)


def test_two_processes_may_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    body = (
        "import sys\n"
        "with Ledger.open(Path(sys.argv[1])) as ledger:\n"
        "    for n in range(40):\n"
        "        text = f'{n} of %d: Arcadia met Borduria.'\n"
        "        ledger.add(reading(text), receipt(text))\n"
        "        ledger.add(pact(), receipt(PACT))\n"
    )
    processes = [in_process(path, body % number) for number in (1, 2)]
    errors = [process.communicate(timeout=120)[1] for process in processes]
    assert errors == ["", ""]
    with Ledger.open(path) as ledger:
        assert len(ledger.documents()) == 81


def test_a_new_ledger_that_another_process_is_just_making_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    other.execute("CREATE TABLE begun (x)")
    letting_go = threading.Timer(0.3, lambda: other.execute("ROLLBACK"))
    letting_go.start()
    with Ledger.open(path, wait=10) as ledger:
        assert ledger.documents() == ()
    letting_go.join()
    other.close()


def test_a_ledger_that_stays_locked_says_so(path: Path) -> None:
    with raw(path) as file, Ledger.open(path, wait=0.05) as ledger:
        file.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="another program is writing to it"):
            ledger.add(reading("More."), receipt("More."))


def test_a_locked_ledger_can_still_be_read(path: Path) -> None:
    with raw(path) as file, Ledger.open(path, wait=0.05) as ledger:
        file.execute("BEGIN IMMEDIATE")
        assert len(ledger.claims()) == 2


# Checking -----------------------------------------------------------------------------------


def test_a_sound_ledger_has_no_problems(judged: Path) -> None:
    with Ledger.open(judged) as ledger:
        assert ledger.check() == ()


@pytest.mark.parametrize(
    ("forgery", "problem"),
    [
        ("UPDATE document SET text = 'Arcadia rests.'", "document .* not the one that was stored"),
        ("UPDATE claim SET body = replace(body, 'pact', 'war')", "claim .* not the one that was"),
        ("DELETE FROM run", "refers to a row of run that is not there"),
    ],
)
def test_what_was_forged_behind_the_guards_is_found(path: Path, forgery: str, problem: str) -> None:
    with raw(path) as file:
        table = forgery.split()[1 if forgery.startswith("UPDATE") else 2]
        file.executescript(f"DROP TRIGGER {table}_no_update; DROP TRIGGER {table}_no_delete")
        file.executescript(forgery)
    with Ledger.open(path) as ledger:
        assert any(re.search(problem, found) for found in ledger.check())

"""Disks that fill and processes that are killed: what was read stays whole, the rest can be read.

These run the command in a process of its own, as only a process can be limited or killed.
"""

import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

import foedus as package
from tests.trouble.conftest import PACT, VISIT

COMMAND = [sys.executable, "-c", "from foedus.cli import main; main()"]
KILLED_AFTER = 2  # documents


def command(*arguments: str | Path, limit: int | None = None) -> subprocess.Popen[str]:
    """The command in its own process; `limit` is how many bytes its files may have."""
    return subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
        if limit
        else None,
    )


def documents(path: Path) -> int:
    """How many documents another program sees in the ledger; none while it is being made."""
    try:
        database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            return int(database.execute("SELECT count(*) FROM document").fetchone()[0])
        finally:
            database.close()
    except sqlite3.OperationalError:
        return 0


def rows(path: Path) -> tuple[set[str], set[str], set[str]]:
    """The ids of all documents, claims and statements; the ledger must be sound."""
    with package.open(path) as desk:
        assert desk.ledger.check() == ()
        found = (desk.ledger.documents(), desk.claims(), desk.statements())
        assert all(len(part) == len({row["id"] for row in part}) for part in found)
        first, second, third = ({str(row["id"]) for row in part} for part in found)
        return first, second, third


@pytest.fixture
def many(tmp_path: Path) -> list[Path]:
    """Reports enough that a process is killed in the middle of them."""
    paths = [tmp_path / f"{number}.txt" for number in range(16)]
    for number, path in enumerate(paths):
        path.write_text(PACT.replace("Monday", f"{number + 1} May 2024") * 9, "utf-8")
    return paths


def test_kill_9_in_the_middle_leaves_whole_documents_and_the_rest_can_be_read(
    many: list[Path], tmp_path: Path
) -> None:
    path, clean = tmp_path / "l.db", tmp_path / "clean.db"
    process = command("read", *many, "--ledger", path)
    while documents(path) < KILLED_AFTER and process.poll() is None:
        time.sleep(0.005)
    process.kill()
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    before = len(rows(path)[0])
    assert KILLED_AFTER <= before < len(many)
    with package.open(path) as desk:
        outcome = desk.read(*many)
        assert [one.new for one in outcome.read] == [n >= before for n in range(len(many))]
        assert len(desk.ledger.receipts()) == len(many)
    with package.open(clean) as desk:
        desk.read(*many)
    assert rows(path) == rows(clean)


def test_a_disk_that_fills_while_reading_costs_only_the_file_that_does_not_fit(
    good: tuple[Path, Path], tmp_path: Path
) -> None:
    path, large = tmp_path / "l.db", tmp_path / "large.txt"
    large.write_text("a" * 900_000, "utf-8")
    process = command("read", good[0], large, good[1], "--ledger", path, limit=600_000)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert [line.split(": ")[0] for line in out.splitlines()] == list(map(str, good))
    (line,) = err.splitlines()
    assert line.startswith(f"foedus: {large}: the ledger took nothing of it: {path} ")
    assert "free space" in line or "disk is full" in line
    assert len(rows(path)[0]) == 2


def test_a_disk_that_is_full_from_the_start_is_one_clear_line(
    good: tuple[Path, Path], tmp_path: Path
) -> None:
    process = command("read", good[0], "--ledger", tmp_path / "l.db", limit=8192)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (2, "")
    assert [line.split(" ")[:2] for line in err.splitlines()] == [
        ["foedus:", str(tmp_path / "l.db")]
    ]


def test_a_disk_that_fills_while_the_brief_is_written_leaves_the_old_one(
    good: tuple[Path, Path], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "brief.html").write_text("the old brief")
    process = command("brief", good[0], "--out", out, limit=4096)
    shown, err = process.communicate(timeout=60)
    assert (process.returncode, shown) == (2, "")
    (line,) = err.splitlines()
    assert line.startswith(f"foedus: {out}: the brief cannot be written (")
    assert line.endswith("name another folder with --out")
    assert [path.name for path in out.iterdir()] == ["brief.html"]
    assert (out / "brief.html").read_text() == "the old brief"


def test_a_reader_of_the_output_that_leaves_early_is_no_crash(
    good: tuple[Path, Path], tmp_path: Path
) -> None:
    with package.open(tmp_path / "l.db") as desk:
        desk.read(*good)
    process = command("statements", "--ledger", tmp_path / "l.db")
    assert process.stdout
    process.stdout.close()
    assert process.stderr
    assert "Traceback" not in process.stderr.read()
    process.stderr.close()
    process.wait(timeout=60)


def test_a_terminal_that_lacks_the_letters_shows_escapes(tmp_path: Path) -> None:
    path = tmp_path / "pact.txt"
    path.write_text(VISIT, "utf-8")
    with package.open(tmp_path / "l.db") as desk:
        desk.read(path)
    ended = subprocess.run(
        [*COMMAND, "statements", "--ledger", str(tmp_path / "l.db")],
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=True,
    )
    assert b"\\u201cWe came to listen,\\u201d" in ended.stdout

"""What watching knows of its feeds from one run to the next: one JSON file beside the ledger.

It can be lost without losing a report: all items count as new then, and reading them again changes
nothing in the ledger. A file that cannot be read is an error, and is never written over.
"""

import json
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, Self
from uuid import UUID

from foedus.model.errors import LedgerError
from foedus.model.news import News

FORMAT = 1
MAX_SEEN = 10_000  # ids of items of one feed: ten times as many as one reading takes up
MAX_CHANGES = 2_000
_FIRST_WAIT = 60.0  # seconds after the first failure; twice as long after each further one
_LONGEST_WAIT = 86_400.0
_JITTER = 0.25  # of the wait, at most: feeds that failed together are not asked together again


@dataclass(frozen=True, slots=True)
class Watched:
    """What is known of one feed: the host's marks of the version that we have, how often in a row
    it failed, before when it is not asked again, and which items were read, the newest last."""

    etag: str | None = None
    modified: str | None = None
    failures: int = 0
    until: datetime | None = None
    seen: tuple[str, ...] = ()

    def is_due(self, now: datetime) -> bool:
        """Whether it may be asked now."""
        return self.until is None or self.until <= now

    def with_seen(self, items: Iterable[str]) -> Self:
        """With these items read last; the oldest beyond `MAX_SEEN` are forgotten."""
        newest = tuple(dict.fromkeys(items))
        known = set(newest)
        kept = (*(one for one in self.seen if one not in known), *newest)
        return replace(self, seen=kept[-MAX_SEEN:])

    def succeeded(self, etag: str | None, modified: str | None) -> Self:
        """After an answer that could be read."""
        return replace(self, etag=etag, modified=modified, failures=0, until=None)

    def failed(self, now: datetime, random: Random, asked: float | None = None) -> Self:
        """After a failure: wait twice as long each time, and as long as the host asked (seconds).

        Exponential backoff with jitter, after R. M. Metcalfe and D. R. Boggs 1976, "Ethernet",
        Communications of the ACM 19: 395-404.
        """
        doubled = min(_FIRST_WAIT * 2 ** min(self.failures, 20), _LONGEST_WAIT)
        wait = max(doubled * (1 + random.uniform(0, _JITTER)), asked or 0.0)
        until = now + timedelta(seconds=wait)
        return replace(self, failures=self.failures + 1, until=until)


@dataclass(slots=True)
class Watch:
    """All that watching keeps for one ledger.

    `id` names its feed of changes for good; up to the recorded time `told` the changes of the
    ledger have been told, of which `changes` has the newest, the newest last.
    """

    id: UUID
    told: datetime
    feeds: dict[str, Watched] = field(default_factory=dict)
    changes: list[News] = field(default_factory=list)

    def tell(self, changes: Iterable[News], moment: datetime) -> None:
        """Take up new changes; one that was told before stands with its newest telling."""
        merged = {change.key: change for change in self.changes}
        for change in changes:
            merged.pop(change.key, None)
            merged[change.key] = change
        self.changes, self.told = list(merged.values())[-MAX_CHANGES:], moment


def watch_path(ledger: Path) -> Path:
    """Where the state of a ledger's watching stands: beside it."""
    return ledger.with_name(f"{ledger.name}.watch.json")


def load_watch(path: Path) -> Watch | None:
    """The state in the file; None where there is none. Raises LedgerError for any other file."""
    try:
        table = json.loads(path.read_text("utf-8"))
        if table["foedus-watch"] > FORMAT:
            raise LedgerError(
                f"{path} has format {table['foedus-watch']}, this foedus knows up to {FORMAT}; "
                "install a newer foedus"
            )
        return Watch(
            id=UUID(table["id"]),
            told=datetime.fromisoformat(table["told"]),
            feeds={str(name): _watched(row) for name, row in table["feeds"].items()},
            changes=[News.of_row(row) for row in table["changes"]],
        )
    except FileNotFoundError:
        return None
    except OSError as error:
        raise LedgerError(
            f"{path} cannot be opened ({error.strerror}); check the rights on the file"
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise LedgerError(
            f"{path} is not what foedus watch wrote, or is damaged ({type(error).__name__}: "
            f"{error}); restore a copy, or move it away: all items count as new then"
        ) from error


def save_watch(path: Path, watch: Watch) -> None:
    """Write the state: whole, or not at all. Raises LedgerError where it cannot be written."""
    table = {
        "foedus-watch": FORMAT,
        "id": str(watch.id),
        "told": watch.told.isoformat(),
        "feeds": {name: _row(one) for name, one in watch.feeds.items()},
        "changes": [change.row() for change in watch.changes],
    }
    waiting = ""
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="ascii", dir=path.parent, prefix=f".{path.name}-", delete=False
        ) as file:
            waiting = file.name
            json.dump(table, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        Path(waiting).replace(path)
    except OSError as error:
        raise LedgerError(
            f"{path} cannot be written ({error.strerror or error}); check the folder and the disk"
        ) from error
    finally:
        with suppress(OSError):  # it is in its place, or was never made
            Path(waiting).unlink(missing_ok=True) if waiting else None


def _row(one: Watched) -> dict[str, Any]:
    until = one.until.isoformat() if one.until else None
    return {**asdict(one), "until": until, "seen": list(one.seen)}


def _watched(row: dict[str, Any]) -> Watched:
    until = row["until"]
    return Watched(
        etag=row["etag"],
        modified=row["modified"],
        failures=int(row["failures"]),
        until=datetime.fromisoformat(until) if until else None,
        seen=tuple(map(str, row["seen"])),
    )

"""A day, a moment or an earlier brief in, the state of the ledger to compare with out."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from foedus.ledger import Ledger, Snapshot, snapshot_of_json
from foedus.model.errors import InputError, LedgerError
from foedus.report.naming import day_words

Since = str | date | Path | Mapping[str, Any]
_MOMENT = re.compile(r"\d{4}-\d\d?-\d\d?(?:[T ]\d\d:\d\d.*)?")
_GIVE = "give a day (2024-06-20) or the brief.json of an earlier brief"
_SHOWN = 5  # of the documents that a ledger lacks


@dataclass(frozen=True, slots=True)
class Then:
    """With what to compare: `words` for a sentence; a recorded moment, or a state kept whole."""

    words: str
    moment: datetime
    state: Snapshot | None = None


def then_of(ledger: Ledger, since: Since) -> Then:
    """What is meant by a day (its end, UTC), a moment, a brief.json or its contents.

    Raises InputError for a day to come, a file that is no brief, a brief that does not say what it
    rests on, and one that rests on documents that the ledger lacks.
    """
    if isinstance(since, Mapping):
        return _brief(ledger, since, "the brief")
    if isinstance(since, str):
        since = _day_or_path(since)
    return _day(ledger, since) if isinstance(since, date) else _file(ledger, since)


def is_day(since: Since | None) -> bool:
    """Whether a day or a moment is meant, of which only a kept ledger knows anything."""
    return isinstance(since, date) or (isinstance(since, str) and bool(_MOMENT.fullmatch(since)))


def _day_or_path(given: str) -> date | Path:
    if not _MOMENT.fullmatch(given):
        return Path(given)
    try:
        return (
            date.fromisoformat(given)
            if len(given) <= 10
            else _in_utc(datetime.fromisoformat(given))
        )
    except (ValueError, OverflowError):
        raise InputError(f"--since {given}: there is no such day; {_GIVE}") from None


def _day(ledger: Ledger, since: date) -> Then:
    now = _in_utc(ledger.now())
    if isinstance(since, datetime):
        moment = _in_utc(since)
        words = f"{day_words(moment.date())}, {moment:%H:%M} UTC"
        to_come = moment > now
    else:
        moment = datetime.combine(since, time.max, UTC)
        words = f"the end of {day_words(since)} (UTC)"
        to_come = since > now.date()
    if to_come:
        raise InputError(f"--since {since}: that is still to come; {_GIVE}")
    return Then(words, moment)


def _in_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _file(ledger: Ledger, path: Path) -> Then:
    try:
        body = json.loads(path.read_text("utf-8"))
    except OSError as error:
        problem = error.strerror or str(error)
        raise InputError(f"--since {path}: it cannot be read ({problem}); {_GIVE}") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path} is no brief: it is not JSON ({error}); {_GIVE}") from error
    return _brief(ledger, body, str(path))


def _brief(ledger: Ledger, body: Any, name: str) -> Then:
    if not isinstance(body, Mapping) or not {"as_of", "sources", "passages"} <= body.keys():
        raise InputError(f"{name} is no brief that foedus wrote; {_GIVE}")
    if "state" not in body:
        raise InputError(
            f"{name} was written by an older foedus and does not keep what it rests on; "
            "give the day on which it was made instead (--since 2024-06-20)"
        )
    try:
        state = snapshot_of_json(body["state"])
    except ValueError as error:
        raise InputError(
            f"{name}: its state cannot be used ({error}); give the day on which the brief was made "
            "instead (--since 2024-06-20)"
        ) from error
    _check(ledger, state, _names(body), name)
    words = f"the brief of {day_words(state.day)}, {state.made:%H:%M} UTC"
    return Then(words, state.made, state)


def _names(body: Mapping[str, Any]) -> dict[str, str]:
    """What the brief calls its documents, by id."""
    names = {}
    sources = body["sources"] if isinstance(body["sources"], list) else []
    for item in sources:
        if isinstance(item, Mapping) and isinstance(item.get("files"), list) and item["files"]:
            names[str(item.get("document"))] = str(item["files"][0])
    return names


def _check(ledger: Ledger, state: Snapshot, names: Mapping[str, str], name: str) -> None:
    """Refuse a brief of documents that the ledger lacks, or of passages that they do not have."""
    lengths: dict[str, int] = {}
    lacking = []
    for id_ in state.documents:
        try:
            lengths[id_] = len(ledger.document(id_).text)
        except LedgerError:
            lacking.append(f"{names[id_]} ({id_[:10]})" if id_ in names else id_[:10])
    if lacking:
        more = f" and {len(lacking) - _SHOWN} more" if len(lacking) > _SHOWN else ""
        raise InputError(
            f"{name} rests on documents that this ledger lacks: {', '.join(lacking[:_SHOWN])}"
            f"{more}; read them too, or name the ledger of that brief with --ledger"
        )
    if any(place.span.end > lengths[place.document] for place in state.claims.values()):
        raise InputError(
            f"{name}: its state cannot be used (a passage ends behind its document); give the day "
            "on which the brief was made instead (--since 2024-06-20)"
        )

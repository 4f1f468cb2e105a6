"""Tables (TOML, JSON) in, scenarios out; every mistake with its place and the nearest word."""

from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from fractions import Fraction
from typing import Any

from foedus.law.terms import term_of, terms
from foedus.model.errors import InputError
from foedus.model.scenario import Ask, Event, EventKind, Scenario
from foedus.reason.tally import Weights

_FIELDS = ("id", "on", "events", "assume", "contest", "readings", "ask")
_EVENT = ("kind", "by", "on", "place", "since", "until", "means")
_ASK = ("bearer", "treaty", "article", "duty")


def scenario_of(table: Mapping[str, Any], name: str = "scenario") -> Scenario:
    """The scenario that a table tells. Raises InputError for the first mistake."""
    if not isinstance(table, Mapping):
        raise InputError(f"{name}: not a table; write id, on and events")
    _known(table, _FIELDS, name)
    events = table.get("events", [])
    if not isinstance(events, list) or not events:
        raise InputError(f"{name}: `events` is missing; give at least one event")
    ask = _table(table.get("ask", {}), f"{name}, ask")
    _known(ask, _ASK, f"{name}, ask")
    return Scenario(
        id=_text(table.get("id", name), "id", name),
        on=_day(table.get("on"), "on", name),
        events=tuple(_event(e, f"{name}, event {n}") for n, e in enumerate(events, 1)),
        assume=_assumed(_table(table.get("assume", {}), f"{name}, assume"), name),
        contest=_texts(table.get("contest", []), "contest", name),
        readings=_readings(_table(table.get("readings", {}), f"{name}, readings"), name),
        ask=Ask(**{key: _text(value, key, f"{name}, ask") for key, value in ask.items()}),
    )


def _event(table: object, name: str) -> Event:
    table = _table(table, name)
    _known(table, _EVENT, name)
    kinds = [kind.value for kind in EventKind]
    kind = table.get("kind")
    if kind not in kinds:
        raise InputError(
            f"{name}: `kind` is '{kind}'; one of: {', '.join(kinds)}{_near(kind, kinds)}"
        )
    by = _texts(table.get("by", []), "by", name)
    if not by:
        raise InputError(f'{name}: `by` is missing; name who does it, as ["RUS"]')
    return Event(
        kind=EventKind(str(kind)),
        by=by,
        on=_texts(table.get("on", []), "on", name),
        place=_text(table.get("place", ""), "place", name),
        since=_day(table["since"], "since", name) if table.get("since") else None,
        until=_day(table["until"], "until", name) if table.get("until") else None,
        means=_text(table.get("means", ""), "means", name),
    )


def _readings(table: Mapping[str, Any], name: str) -> dict[str, str]:
    """Terms bound to readings; one that nobody knows would make every clause with it fail."""
    for word, reading in table.items():
        term = term_of(word.rpartition("/")[2])
        if term is None:
            raise InputError(f"{name}, readings: no term `{word}`{_near(word, list(terms()))}")
        known = [one.id for one in term.readings]
        if reading not in known:
            raise InputError(
                f"{name}, readings: `{word}` has no reading '{reading}'; one of:"
                f" {', '.join(known)}{_near(reading, known)}"
            )
    return dict(table)


def weights_of(table: Mapping[str, Any], name: str = "weights") -> Weights:
    """Weights of readings by term: `{"state_of_war": {"in-fact": 2, "declared": 1}}`.

    A reading that a term's table leaves out counts nothing. Raises InputError for a term or a
    reading that nobody knows, for a weight that is no number from 0 up, and where all are 0.
    """
    found: dict[str, dict[str, Fraction]] = {}
    for word, given in table.items():
        given = _table(given, f"{name}, {word}")
        term = term_of(word.rpartition("/")[2])
        if term is None:
            raise InputError(f"{name}: no term `{word}`{_near(word, list(terms()))}")
        known = [reading.id for reading in term.readings]
        for reading, weight in given.items():
            if reading not in known:
                raise InputError(
                    f"{name}, {word}: no reading '{reading}'; one of: {', '.join(known)}"
                    f"{_near(reading, known)}"
                )
            if isinstance(weight, bool) or not isinstance(weight, int | float) or weight < 0:
                raise InputError(f"{name}, {word}: '{reading}' must be a number from 0 up")
        if not any(given.values()):
            raise InputError(f"{name}, {word}: no reading counts; give one a weight above 0")
        within = word.rpartition("/")[0]
        key = f"{within}/{term.id}" if within else term.id
        found[key] = {reading: Fraction(weight) for reading, weight in given.items()}
    return found


def _assumed(table: Mapping[str, Any], name: str) -> dict[str, bool]:
    for key, value in table.items():
        if not isinstance(value, bool):
            raise InputError(f"{name}, assume: `{key}` must be true or false")
    return dict(table)


def _known(table: Mapping[str, Any], fields: tuple[str, ...], name: str) -> None:
    for key in table:
        if key not in fields:
            raise InputError(f"{name}: unknown field `{key}`{_near(key, list(fields))}")


def _near(word: object, options: list[str]) -> str:
    close = get_close_matches(str(word), options, n=1, cutoff=0.5)
    return f". Did you mean '{close[0]}'?" if close else ""


def _table(value: object, name: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise InputError(f"{name}: must be a table")
    return value


def _text(value: object, field: str, name: str) -> str:
    if not isinstance(value, str):
        raise InputError(f"{name}: `{field}` must be a text")
    return value


def _texts(value: object, field: str, name: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise InputError(f'{name}: `{field}` must be a list of texts, as ["RUS"]')
    return tuple(value)


def _day(value: object, field: str, name: str) -> date:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise InputError(f"{name}: `{field}` must be a day, as 2024-08-06") from None

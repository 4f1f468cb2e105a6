"""A baseline and a treaty in; out, what comparable promises did when a war called them."""

from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from foedus.api.baseline import treaties_with
from foedus.api.honoured import DUTY_OF, Honoured, RecordTable
from foedus.history import kept_in
from foedus.history.record import (
    ERAS_PART,
    FEWEST,
    Called,
    Estimate,
    Make,
    called_cases,
    estimate,
    rates_by,
    record,
    surroundings,
)
from foedus.law import library
from foedus.model.errors import InputError
from foedus.model.treaty import Treaty
from foedus.model.treaty_words import Bearer, Modality

ERAS = {"before-1945": True, "since-1945": False}
_CASES = "alliance-performance"
_USED = (_CASES, "atop-alliance", "atop-member", "capabilities")
_USED_FOR_YEARS = ("interstate-war-data", "interstate-wars")


def record_of(
    baseline: str | Path, treaty: str, kind: str | None = None, era: str | None = None
) -> Honoured:
    """What promises like those of a treaty did when called, of the library or "atop-NNNN".

    `kind` ("defence", ...) is by default the weightiest that the treaty has, `era` ("before-1945",
    "since-1945") that in which it stands. Raises InputError where the table of cases is not
    imported, or the treaty has no such promise.
    """
    folder = Path(baseline)
    held = _treaty(treaty, folder)
    make, reasons = _make_of(held, kind, era, folder)
    return _recorded(folder, held, make, reasons)


def record_like(baseline: str | Path, kind: str | None = None, era: str | None = None) -> Honoured:
    """The record of all promises of a kind and era, of no treaty in particular."""
    make = Make(_kind(kind) if kind else None, _era(era) if era else None)
    return _recorded(Path(baseline), None, make, ())


def record_table(baseline: str | Path) -> RecordTable:
    """The whole record, by kind, era and terms, in both codings."""
    folder = Path(baseline)
    return RecordTable(tuple(rates_by(called_cases(folder))), _cite(folder))


def recorded(
    baseline: str | Path, treaty: str | None, kind: str | None = None, era: str | None = None
) -> Honoured | RecordTable:
    """The record that is asked for: of a treaty's make, of a kind or era, or the whole table."""
    if treaty:
        return record_of(baseline, treaty, kind, era)
    return record_like(baseline, kind, era) if kind or era else record_table(baseline)


def _recorded(
    folder: Path, treaty: Treaty | None, make: Make, reasons: tuple[str, ...]
) -> Honoured:
    cases = called_cases(folder)
    numbers = {int(n) for n in treaty.ids.atop if n.isdigit()} if treaty else set()
    comparable = record(cases, make)
    model, no_model = None, f"under {FEWEST} comparable cases nothing is told but they"
    if comparable.main.share is not None:
        model, no_model = _model(cases, make)
    return Honoured(
        treaty,
        make,
        reasons,
        comparable,
        tuple(case for case in cases if case.atopid in numbers),
        model,
        _cite(folder),
        record(cases, replace(make, whole=True)).main if treaty else None,
        no_model,
    )


def _cite(folder: Path) -> tuple[str, ...]:
    """Whom to cite for the tables that the record rests on."""
    kept = kept_in(folder)
    used = (kept[kind].citation for kind in (*_USED, *_USED_FOR_YEARS) if kind in kept)
    return tuple(dict.fromkeys(used))


def _model(cases: tuple[Called, ...], make: Make) -> tuple[Estimate | None, str]:
    """What the model makes of it, or why there is none."""
    if find_spec("sklearn") is None:
        return None, "it needs scikit-learn (pip install 'foedus[model]')"
    found = estimate(cases, make)
    return found, "" if found else "too few cases or wars to learn from"


def _treaty(name: str, folder: Path) -> Treaty:
    if not name.startswith("atop-"):
        return library().get(name)
    found = {one.id: one for one in treaties_with(folder)}
    numbered = {f"atop-{number}": one for one in found.values() for number in one.ids.atop}
    if name not in numbered:
        raise InputError(f"no treaty '{name}' in the baseline; give its ATOP number, as atop-3150")
    return numbered[name]


def _make_of(
    treaty: Treaty, kind: str | None, era: str | None, folder: Path
) -> tuple[Make, tuple[str, ...]]:
    """Of what make the promises of a treaty are, and why so, in words."""
    owed = (Modality.DUTY, Modality.PROHIBITION)
    duties = {clause.duty for clause in treaty.clauses if clause.modality in owed}
    kinds = [name for name, duty in DUTY_OF.items() if duty in duties]
    if not kinds:
        raise InputError(f"{treaty.id}: none of its duties is of a kind that the cases tell apart")
    chosen = _kind(kind) if kind else kinds[0]
    if chosen not in kinds:
        raise InputError(f"{treaty.id}: it has no duty of {kind}; one of: {_listed(kinds)}")
    early, why = (_era(era), "as asked") if era else _era_of(treaty)
    unequal, terms = _terms(treaty, chosen, folder)
    beside = tuple(name for name in kinds if name != chosen)
    reasons = (
        f"kind: {DUTY_OF[chosen].value}, {'as asked' if kind else 'the weightiest of its duties'}",
        f"era: {why}{_after_the_cases(treaty, folder)}",
        f"terms: {terms}",
    )
    return Make(chosen, early, unequal, beside), reasons


def _after_the_cases(treaty: Treaty, folder: Path) -> str:
    """That the treaty began when the table of cases had ended, where that is so."""
    held = kept_in(folder).get(_CASES)
    begun = [fact.day.first for fact in (*treaty.in_force, *treaty.signed) if fact.day]
    if held is None or not begun or min(begun) <= date.fromisoformat(held.coded_until):
        return ""
    return f"; the cases end with {held.coded_until[:4]}, before it began"


def _era_of(treaty: Treaty) -> tuple[bool | None, str]:
    """Whether the wars that can call the treaty are those before 1945."""
    ended = [fact.day for fact in treaty.ended if fact.day]
    if ended and min(day.last.year for day in ended) < ERAS_PART:
        return True, "it ended before 1945"
    begun = [fact.day for fact in (*treaty.in_force, *treaty.signed) if fact.day]
    if begun and min(day.first.year for day in begun) >= ERAS_PART:
        return False, "it stands since 1945 or later"
    return None, "not matched on: it stood in both eras, or its dates are not known"


def _terms(treaty: Treaty, kind: str, folder: Path) -> tuple[bool | None, str]:
    """Whether the promise is made on unequal terms, and how that is known."""
    unequal = surroundings(folder).unequal(int(n) for n in treaty.ids.atop if n.isdigit())
    if unequal is not None:
        return unequal, f"{'unequal' if unequal else 'equal'}, as ATOP codes it"
    clauses = [clause for clause in treaty.clauses if clause.duty is DUTY_OF[kind]]
    named = [clause for clause in clauses if clause.bearer is Bearer.NAMED]
    if not named:
        return False, "equal: every party owes it, as the record has it"
    bearers = {actor for clause in named for actor in clause.bearers}
    if len(named) == len(clauses) and bearers and bearers < set(treaty.actors):
        return True, "unequal: only some parties owe it, as the record has it"
    return None, "not matched on: the record does not tell"


def _kind(name: str) -> str:
    """ATOP's word for a duty. Raises InputError where it has none."""
    named = {duty.value: kind for kind, duty in DUTY_OF.items()}
    if name not in named:
        raise InputError(f"no kind of promise '{name}'; one of: {', '.join(named)}")
    return named[name]


def _era(name: str) -> bool:
    if name not in ERAS:
        raise InputError(f"no era '{name}'; one of: {', '.join(ERAS)}")
    return ERAS[name]


def _listed(kinds: list[str]) -> str:
    return ", ".join(DUTY_OF[kind].value for kind in kinds)


__all__ = [
    "ERAS",
    "Honoured",
    "RecordTable",
    "record_like",
    "record_of",
    "record_table",
    "recorded",
]

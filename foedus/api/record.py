"""A baseline and a treaty in; out, what comparable promises did when a war called them."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from foedus.api.baseline import treaties_with
from foedus.api.pictures import state_name
from foedus.history import kept_in
from foedus.history.record import (
    Called,
    Estimate,
    Make,
    Rate,
    Record,
    Rule,
    called_cases,
    estimate,
    rates_by,
    record,
)
from foedus.law import library
from foedus.model.errors import InputError
from foedus.model.treaty import Treaty
from foedus.model.treaty_words import Bearer, Duty, Modality

_KIND = {
    Duty.DEFENCE: "defense",
    Duty.OFFENCE: "offense",
    Duty.NEUTRALITY: "neutral",
    Duty.NONAGGRESSION: "nonagg",
    Duty.CONSULTATION: "consul",
}
_DUTY = {kind: duty for duty, kind in _KIND.items()}
_WAR = 1945  # the first year of the later era, as the table of cases has it
_NAMED = 3  # members that a line names
_NO_CHANCE = "This counts how promises were kept. It is no chance that anybody will fight."
ERAS = {"before-1945": True, "since-1945": False}


@dataclass(frozen=True, slots=True)
class Honoured:
    """The record of comparable promises: for a treaty, or by make for all of the table.

    `own` are the cases of the treaty itself; `model` what the model makes of it, where there are
    enough cases; `cite` whom to cite.
    """

    treaty: Treaty | None
    make: Make
    reasons: tuple[str, ...]
    record: Record
    own: tuple[Called, ...]
    model: Estimate | None
    cite: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """The record for a reader, line by line."""
        if self.treaty:
            yield f"{self.treaty.title} ({self.treaty.id})"
        yield f"Compared with {self.record.rule.told}."
        yield from (f"  {reason}" for reason in self.reasons)
        yield f"{_told(self.record.main)}. By the other coding {_count(self.record.other)}."
        yield f"All called promises of the table: {_told(self.record.all)}."
        yield from _model_lines(self.model)
        yield "Cases:"
        yield from (f"  {_case_line(case)}" for case in self.record.cases)
        if self.treaty:
            yield "Cases of the treaty itself:" if self.own else "No case of the treaty itself."
            yield from (f"  {_case_line(case)}" for case in self.own)
        yield _NO_CHANCE
        yield from (f"Please cite: {work}" for work in self.cite)

    def row(self) -> dict[str, Any]:
        """The record as JSON."""
        return {
            "treaty": self.treaty.id if self.treaty else None,
            "make": asdict(self.make),
            "reasons": list(self.reasons),
            "rule": self.record.rule.told,
            "main": _rate_row(self.record.main),
            "other": _rate_row(self.record.other),
            "all": _rate_row(self.record.all),
            "model": asdict(self.model) if self.model else None,
            "cases": [_case_row(case) for case in self.record.cases],
            "own": [_case_row(case) for case in self.own],
            "note": _NO_CHANCE,
            "cite": list(self.cite),
        }


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


def record_table(baseline: str | Path) -> "RecordTable":
    """The whole record, by kind, era and terms, in both codings."""
    return RecordTable(tuple(rates_by(called_cases(Path(baseline)))))


def recorded(
    baseline: str | Path, treaty: str | None, kind: str | None = None, era: str | None = None
) -> "Honoured | RecordTable":
    """The record that is asked for: of a treaty's make, of a kind or era, or the whole table."""
    if treaty:
        return record_of(baseline, treaty, kind, era)
    return record_like(baseline, kind, era) if kind or era else record_table(baseline)


@dataclass(frozen=True, slots=True)
class RecordTable:
    """The rates of every make: the make, the main coding, the other."""

    rates: tuple[tuple[Make, Rate, Rate], ...]

    def lines(self) -> Iterator[str]:
        """The table for a reader, a line for each make."""
        for make, main, other in self.rates:
            yield f"{Rule(make).told}: {_told(main)}; by the other coding {_count(other)}"
        yield _NO_CHANCE

    def row(self) -> dict[str, Any]:
        """The table as JSON."""
        rows = [
            {
                "rule": Rule(make).told,
                "kind": make.kind,
                "early": make.early,
                "asymmetric": make.asymmetric,
                "main": _rate_row(main),
                "other": _rate_row(other),
            }
            for make, main, other in self.rates
        ]
        return {"rates": rows, "note": _NO_CHANCE}


def _recorded(
    folder: Path, treaty: Treaty | None, make: Make, reasons: tuple[str, ...]
) -> Honoured:
    cases = called_cases(folder)
    numbers = {int(n) for n in treaty.ids.atop if n.isdigit()} if treaty else set()
    kept = kept_in(folder)
    used = (kept[kind] for kind in ("alliance-performance", "atop-alliance") if kind in kept)
    return Honoured(
        treaty,
        make,
        reasons,
        record(cases, make),
        tuple(case for case in cases if case.atopid in numbers),
        _model(cases, make),
        tuple(dict.fromkeys(one.citation for one in used)),
    )


def _model(cases: tuple[Called, ...], make: Make) -> Estimate | None:
    """What the model makes of it; None where its library is not installed."""
    from importlib.util import find_spec

    return estimate(cases, make) if find_spec("sklearn") else None


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
    kinds = [name for duty, name in _KIND.items() if duty in duties]
    if not kinds:
        raise InputError(f"{treaty.id}: none of its duties is of a kind that the cases tell apart")
    chosen = _kind(kind) if kind else kinds[0]
    if chosen not in kinds:
        raise InputError(f"{treaty.id}: it has no duty of {kind}; one of: {_listed(kinds)}")
    early, why = (_era(era), "as asked") if era else _era_of(treaty)
    unequal, terms = _terms(treaty, chosen, folder)
    beside = tuple(name for name in kinds if name != chosen)
    reasons = (
        f"kind: {_DUTY[chosen].value}, {'as asked' if kind else 'the weightiest of its duties'}",
        f"era: {why}",
        f"terms: {terms}",
    )
    return Make(chosen, early, unequal, beside), reasons


def _era_of(treaty: Treaty) -> tuple[bool | None, str]:
    """Whether the wars that can call the treaty are those before 1945."""
    ended = [fact.day for fact in treaty.ended if fact.day]
    if ended and min(day.last.year for day in ended) < _WAR:
        return True, "it ended before 1945"
    begun = [fact.day for fact in (*treaty.in_force, *treaty.signed) if fact.day]
    if begun and min(day.first.year for day in begun) >= _WAR:
        return False, "it stands since 1945 or later"
    return None, "not matched on: it stood in both eras, or its dates are not known"


def _terms(treaty: Treaty, kind: str, folder: Path) -> tuple[bool | None, str]:
    """Whether the promise is made on unequal terms, and how that is known."""
    numbers = {int(n) for n in treaty.ids.atop if n.isdigit()}
    coded = {
        case.asymmetric
        for case in called_cases(folder)
        if case.atopid in numbers and case.asymmetric is not None
    }
    if len(coded) == 1:
        unequal = coded.pop()
        return unequal, f"{'unequal' if unequal else 'equal'}, as ATOP codes it"
    clauses = [clause for clause in treaty.clauses if clause.duty is _DUTY[kind]]
    named = [clause for clause in clauses if clause.bearer is Bearer.NAMED]
    if not named:
        return False, "equal: every party owes it, as the record has it"
    bearers = {actor for clause in named for actor in clause.bearers}
    if len(named) == len(clauses) and bearers and bearers < set(treaty.actors):
        return True, "unequal: only some parties owe it, as the record has it"
    return None, "not matched on: the record does not tell"


def _kind(name: str) -> str:
    """ATOP's word for a duty. Raises InputError where it has none."""
    named = {duty.value: kind for duty, kind in _KIND.items()}
    if name not in named:
        raise InputError(f"no kind of promise '{name}'; one of: {', '.join(named)}")
    return named[name]


def _era(name: str) -> bool:
    if name not in ERAS:
        raise InputError(f"no era '{name}'; one of: {', '.join(ERAS)}")
    return ERAS[name]


def _listed(kinds: list[str]) -> str:
    return ", ".join(_DUTY[kind].value for kind in kinds)


def _count(rate: Rate) -> str:
    return f"{rate.honoured} of {rate.n}"


def _told(rate: Rate) -> str:
    """ "14 of 44 were honoured (32 %, 95 % interval 20 to 47 %)"; no rate of few cases."""
    verb = "was" if rate.n == 1 else "were"
    told = f"{_count(rate)} {verb} honoured"
    if rate.share is None or rate.interval is None:
        return f"{told} (too few for a rate)"
    low, high = (round(100 * edge) for edge in rate.interval)
    return f"{told} ({round(100 * rate.share)} %, 95 % interval {low} to {high} %)"


def _model_lines(model: Estimate | None) -> Iterator[str]:
    if model is None:
        return
    scores = (
        f"Brier score {model.brier:.3f} on wars it had not seen; base rate "
        f"{model.base_brier:.3f}, with hindsight {model.base_brier_all:.3f}; "
        f"{model.cases} cases, {model.wars} wars"
    )
    if model.share is None:
        yield f"A small model does not beat the base rate and is not shown ({scores})."
    else:
        share = round(100 * model.share)
        yield f"A small model puts the share honoured of such promises at {share} % ({scores})."


def _case_line(case: Called) -> str:
    outcome = {True: "honoured", False: "violated", None: "not called"}
    other = "" if case.other == case.honoured else f" ({outcome[case.other]} by the other coding)"
    terms = ", unequal terms" if case.asymmetric else ""
    kinds = ", ".join(_DUTY[kind].value for kind in case.kinds)
    return (
        f"{outcome[case.honoured]:<10} {case.war_name}: ATOP {case.atopid}{_members(case)}; "
        f"{kinds}{terms}{other}"
    )


def _members(case: Called) -> str:
    """ " of 1907, France, Japan and 3 others"; nothing where they are not known."""
    if not case.members or case.since is None:
        return ""
    on = date(case.year or case.since, 7, 1)
    names = [state_name(number, on) for number in case.members]
    rest = len(names) - _NAMED
    told = names if rest <= 0 else [*names[:_NAMED], f"{rest} other{'s' if rest > 1 else ''}"]
    joined = f"{', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else told[0]
    return f" of {case.since}, {joined}"


def _rate_row(rate: Rate) -> dict[str, Any]:
    low, high = rate.interval or (None, None)
    return {**asdict(rate), "share": rate.share, "low": low, "high": high}


def _case_row(case: Called) -> dict[str, Any]:
    return {**asdict(case), "members": list(case.members), "kinds": list(case.kinds)}


__all__ = [
    "ERAS",
    "Honoured",
    "RecordTable",
    "record_like",
    "record_of",
    "record_table",
    "recorded",
]

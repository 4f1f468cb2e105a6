"""The record of honour as the faces show it: lines for a reader, rows for JSON."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from foedus.api.pictures import state_name
from foedus.history.record import GREAT_GAP, Called, Estimate, Make, Rate, Record, Rule
from foedus.model.treaty import Treaty
from foedus.model.treaty_words import Duty

DUTY_OF = {
    "defense": Duty.DEFENCE,
    "offense": Duty.OFFENCE,
    "neutral": Duty.NEUTRALITY,
    "nonagg": Duty.NONAGGRESSION,
    "consul": Duty.CONSULTATION,
}
_NAMED = 3  # members that a line names
_NO_CHANCE = "This counts how promises were kept. It is no chance that anybody will fight."
_ALL_KINDS = (
    "A case counts for every kind that its treaty promises; which of them the war called is not "
    "coded."
)


@dataclass(frozen=True, slots=True)
class Honoured:
    """The record of comparable promises: for a treaty, or by make for all of the table.

    `alike` counts those of the comparable cases whose treaty promises just what this one does, or
    what it may be to consult (None without a treaty); `own` are the cases of the treaty itself.
    `model` is what the model makes of it, else `no_model` says why there is none; `cite` whom to
    cite.
    """

    treaty: Treaty | None
    make: Make
    reasons: tuple[str, ...]
    record: Record
    own: tuple[Called, ...]
    model: Estimate | None
    cite: tuple[str, ...]
    alike: Rate | None = None
    no_model: str = ""

    def lines(self) -> Iterator[str]:
        """The record for a reader, line by line."""
        if self.treaty:
            yield f"{self.treaty.title} ({self.treaty.id})"
        yield f"Compared with {self.record.rule.told}."
        yield from (f"  {reason}" for reason in self.reasons)
        main = _told(self.record.main)
        yield f"{main[0].upper()}{main[1:]}. By the other coding {_count(self.record.other)}."
        if self.alike:
            yield f"Where the treaty promised just these kinds: {_told(self.alike)}."
        yield f"All called promises of the table: {_told(self.record.all)}."
        yield from _model_lines(self.model, self.no_model)
        yield "Cases:"
        yield from (f"  {_case_line(case)}" for case in self.record.cases)
        if self.treaty:
            yield "Cases of the treaty itself:" if self.own else "No case of the treaty itself."
            yield from (f"  {_case_line(case)}" for case in self.own)
        yield from _caveats(self.record.cases)
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
            "alike": _rate_row(self.alike) if self.alike else None,
            "model": asdict(self.model) if self.model else None,
            "no_model": self.no_model,
            "cases": [_case_row(case) for case in self.record.cases],
            "own": [_case_row(case) for case in self.own],
            "notes": list(_caveats(self.record.cases)),
            "note": _NO_CHANCE,
            "cite": list(self.cite),
        }


@dataclass(frozen=True, slots=True)
class RecordTable:
    """The rates of every make: the make, the main coding, the other; and whom to cite."""

    rates: tuple[tuple[Make, Rate, Rate], ...]
    cite: tuple[str, ...] = ()

    def lines(self) -> Iterator[str]:
        """The table for a reader, a line for each make."""
        for make, main, other in self.rates:
            yield f"{Rule(make).told}: {_told(main)}; by the other coding {_count(other)}"
        yield _ALL_KINDS
        yield _NO_CHANCE
        yield from (f"Please cite: {work}" for work in self.cite)

    def row(self) -> dict[str, Any]:
        """The table as JSON."""
        rows = [
            {
                "rule": Rule(make).told,
                "kind": make.kind,
                "early": make.early,
                "asymmetric": make.asymmetric,
                "beside": list(make.beside),
                "whole": make.whole,
                "great_gap": make.great_gap,
                "main": _rate_row(main),
                "other": _rate_row(other),
            }
            for make, main, other in self.rates
        ]
        told = {"notes": [_ALL_KINDS], "note": _NO_CHANCE, "cite": list(self.cite)}
        return {"rates": rows, **told}


def _count(rate: Rate) -> str:
    return f"{rate.honoured} of {rate.n}"


def _told(rate: Rate) -> str:
    """ "14 of 44 were honoured (32 %, 95 % interval 20 to 47 %)"; no rate of few cases."""
    if not rate.n:
        return "none was called"
    verb = "was" if rate.n == 1 else "were"
    told = f"{_count(rate)} {verb} honoured"
    if rate.share is None or rate.interval is None:
        return f"{told} (too few for a rate)"
    low, high = (round(100 * edge) for edge in rate.interval)
    return f"{told} ({round(100 * rate.share)} %, 95 % interval {low} to {high} %)"


def _caveats(cases: tuple[Called, ...]) -> Iterator[str]:
    """What the numbers do not say."""
    wars = len({case.war for case in cases})
    if wars < len(cases):
        yield (
            f"The {len(cases)} cases come from {wars} war{'s' if wars > 1 else ''} and are not "
            "independent: the true interval is wider."
        )
    if any(case.great_gap for case in cases):
        yield (
            f"Great gap: the strongest member had {GREAT_GAP} times the weakest's share of "
            "capabilities (CINC) in the war's first year, or more."
        )
    yield _ALL_KINDS


def _model_lines(model: Estimate | None, reason: str) -> Iterator[str]:
    if model is None:
        yield f"No small model beside it: {reason}."
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
    gap = ", great gap" if case.great_gap else ""
    terms = (", unequal terms" if case.asymmetric else "") + gap
    kinds = ", ".join(DUTY_OF[kind].value for kind in case.kinds)
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
    more = {"members": list(case.members), "kinds": list(case.kinds), "great_gap": case.great_gap}
    return {**asdict(case), **more}

"""The ledger of predictions: what is foretold, what became of it, and who foretells well.

>>> import foedus
>>> foedus.predictions("pact.db", speaker="Ada Vole")                       # doctest: +SKIP
>>> foedus.resolve("pact.db", "1f1b11c4", "yes", evidence="https://...")    # doctest: +SKIP
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from foedus.api.predicted import PREDICTIONS, predictions_in, sources_of, unplaced
from foedus.api.shown import Table
from foedus.api.who import keys_of
from foedus.history.forecasts import Calibration, Case, bins, calibrations
from foedus.ledger import Ledger
from foedus.model.errors import InputError, LedgerError
from foedus.model.prediction import Bar, Outcome, Prediction
from foedus.read.foretelling import Told, told_of
from foedus.read.scales import scale

if TYPE_CHECKING:
    from foedus.api.pictures import Picture

DEFAULT_SCALE = "icd-203"
State = Literal["open", "resolved"]
_SHOWN = ("id", "said", "speaker", "event", "hedge", "scorable", "outcome")
# a document's id or its beginning; "20240620" is a day, and a text like any other
_DOCUMENT = re.compile(r"(?=.*\d)(?=.*[a-f])[0-9a-f]{8,64}")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which predictions are wanted; None asks nothing.

    `due`: the horizon ends on that day or before. `state`: "open" or "resolved". `id`: the
    beginning of the id of one, or of any claim that tells it.
    """

    speaker: str | None = None
    due: date | None = None
    state: State | None = None
    id: str | None = None


class Predictions(Table):
    """Predictions as rows that show themselves as a table; `found` are the values.

    `scale` names the scale that words of likelihood were read by; `unplaced` are claims that were
    resolved and that no current reading tells any more.
    """

    def __init__(
        self, found: Iterable[Prediction], scale: str, unplaced: tuple[str, ...] = ()
    ) -> None:
        self.found = tuple(found)
        self.scale = scale
        self.unplaced = unplaced
        super().__init__((one.row() for one in self.found), _SHOWN)

    def cases(self) -> tuple[Case, ...]:
        """Those that have a score, as speaker, probability and what came."""
        return tuple(
            Case(one.id, one.speaker.name, one.chance.probability, now.outcome is Outcome.YES)
            for one in self.found
            if one.score and one.chance and (now := one.resolution)
        )

    def calibration(self) -> tuple[Calibration, ...]:
        """Over all, then by speaker; below 10 cases no rate is told."""
        return calibrations(self.cases())

    def draw(self) -> "Picture":
        """How often what was called so likely came about, with n.

        Raises InputError where no bin holds the 10 cases that a rate needs.
        """
        from foedus.api.pictures import Picture
        from foedus.report.pictures.reliability import reliability_picture

        held = bins(self.cases())
        if not any(one.cases.enough for one in held):
            most = max((one.cases.n for one in held), default=0)
            raise InputError(
                f"too few scored predictions to draw: the fullest tenth holds {most}, and under 10 "
                "no rate is told; resolve more of them ('foedus predictions --open')"
            )
        return Picture(reliability_picture(held, self.scale), [_bin_row(one) for one in held])


def _bin_row(one: Any) -> dict[str, Any]:
    return {"low": one.low, "high": one.high, **calibration_row(one.cases)}


def calibration_row(one: Calibration) -> dict[str, Any]:
    """The calibration as JSON; rates are null below 10 cases, which are given one by one."""
    return {
        "speaker": one.speaker or None,
        "n": one.n,
        "enough": one.enough,
        "stated": one.stated,
        "came_about": one.share,
        "came_about_interval": one.share_interval,
        "brier": one.brier,
        "brier_interval": one.brier_interval,
        "log": one.log,
        "cases": [{"id": c.id, "probability": c.probability, "came": c.came} for c in one.cases],
    }


def predictions_of(
    ledger: Ledger, wanted: Wanted | None = None, name: str = DEFAULT_SCALE
) -> Predictions:
    """The predictions of an open ledger that are wanted, read by the scale of that name.

    Raises InputError for a speaker whom nobody means, for an id that no prediction has and for an
    unknown scale.
    """
    on, asked = scale(name), wanted or Wanted()
    found = predictions_in(ledger, on)
    if asked.id is not None:
        found = (_one(found, asked.id),)
    if asked.speaker is not None:
        held = {one.speaker.key: one.speaker.name for one in found}
        does = "foretells anything in this ledger"
        keys = keys_of(asked.speaker, held, ledger.judgements(), does)
        found = tuple(one for one in found if one.speaker.key in keys)
    return Predictions((p for p in found if _fits(p, asked)), on.id, unplaced(ledger))


def _fits(one: Prediction, asked: Wanted) -> bool:
    if asked.due and not (one.horizon and one.horizon.until <= asked.due):
        return False
    state = "resolved" if one.resolution else "open"
    return asked.state in (None, state)


def _one(found: Iterable[Prediction], prefix: str) -> Prediction:
    """The one prediction of which a claim's id begins so."""
    wanted = prefix.strip().lower()
    if not re.fullmatch(r"[0-9a-f]{4,64}", wanted):
        raise InputError(f"{prefix!r} is no id: give at least 4 of its hexadecimal digits")
    meant = [one for one in found if any(claim.startswith(wanted) for claim in one.claims)]
    if not meant:
        raise InputError(f"no prediction has an id that begins {wanted!r}; list them without --id")
    if len(meant) > 1:
        shown = ", ".join(one.id[: len(wanted) + 8] for one in meant[:5])
        raise InputError(f"{wanted!r} is not unique ({shown}); give more digits")
    return meant[0]


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a prediction: `outcome` "yes", "no" or "void", of the event without its "not".

    `evidence` is a text, an address, or the id of a document of the ledger; `by` is by default
    the user's name on the machine, `on` (the day as of which it is settled) today. `early`: it is
    settled before the horizon's end. `condition_met`: what it hung on came about.
    """

    outcome: str
    evidence: str
    by: str | None = None
    on: date | None = None
    early: bool = False
    condition_met: bool = False


def resolve_in(ledger: Ledger, id_: str, what: Settled, name: str = DEFAULT_SCALE) -> Prediction:
    """Keep what became of a prediction; the prediction as it now stands.

    Appended, with who, when and why: to resolve anew recomputes and keeps what was. Raises
    InputError where the outcome or the day cannot be, or the horizon has not ended; LedgerError
    for an id that is unknown, not unique, or withdrawn.
    """
    outcome, today = _outcome(what.outcome), ledger.today()
    day = what.on or today
    if day > today:
        raise InputError(f"{day} is still to come; give the day on which it was settled")
    evidence = _evidence(ledger, what.evidence)
    rows = [r for r in ledger.claims(PREDICTIONS) if r["id"].startswith(id_.strip().lower())]
    if len(rows) == 1:  # else the ledger says what is wrong with the id
        said = sources_of(ledger)[rows[0]["document"]].said
        text = ledger.document(rows[0]["document"]).text
        told = told_of(rows[0], text, said, scale(name))
        _check_day(told, said, outcome, day, early=what.early)
        _check_condition(told, outcome, met=what.condition_met)
    done = ledger.resolve(id_, outcome, evidence=evidence, by=what.by or _user(), on=day)
    return _one(predictions_in(ledger, scale(name)), done.subject)


def _outcome(name: str) -> Outcome:
    try:
        return Outcome(name.strip().lower())
    except ValueError:
        raise InputError(f"no outcome '{name}'; one of: yes, no, void") from None


def _check_day(told: Told, said: date | None, outcome: Outcome, day: date, *, early: bool) -> None:
    """Refuse a day before it was foretold; one before the horizon allows it, unless `early`."""
    if said and day < said:
        raise InputError(f"it was foretold on {said}, after {day}; give the day it was settled")
    horizon = told.horizon
    if horizon is None or early or outcome is Outcome.VOID:
        return
    if outcome is Outcome.NO and day <= horizon.until:
        raise InputError(
            f"it may still come about until {horizon.until} (“{horizon.said}”); resolve it after "
            "that, or with --early where it can no longer come about"
        )
    if outcome is Outcome.YES and horizon.since and day < horizon.since:
        raise InputError(
            f"its time begins on {horizon.since} (“{horizon.said}”); resolve it then, or with "
            "--early where it is settled before"
        )


def _check_condition(told: Told, outcome: Outcome, *, met: bool) -> None:
    hangs = any(why.bar is Bar.CONDITIONAL for why in told.bars)
    if hangs and outcome is not Outcome.VOID and not met:
        raise InputError(
            f"it was foretold only on a condition (“{told.condition}”); say --condition-met where "
            "that came about, else resolve it as void"
        )


def _evidence(ledger: Ledger, given: str) -> str:
    """The evidence as given; of a document its id in full."""
    text = given.strip()
    if not text:
        raise InputError("no evidence; give a text, an address, or the id of a document")
    if not _DOCUMENT.fullmatch(text):
        return text
    try:
        return ledger.document(text).id
    except LedgerError as error:
        raise InputError(f"{text} looks like the id of a document, but {error}") from error


def _user() -> str:
    try:
        return getuser()
    except (OSError, KeyError, ImportError) as error:
        raise InputError("this machine does not tell who you are; say it with --by") from error


def predictions(
    ledger: str | Path,
    *,
    speaker: str | None = None,
    due: date | None = None,
    state: State | None = None,
    scale: str = DEFAULT_SCALE,
) -> Predictions:
    """The predictions kept in the ledger at a path; the words are those of `Wanted`.

    `scale` is the id of a scale (`foedus scales` lists them) or the path of a .toml file of one's
    own. Raises LedgerError where there is no such ledger.
    """
    with Ledger.open(ledger, create=False) as opened:
        return predictions_of(opened, Wanted(speaker, due, state), scale)


def resolve(ledger: str | Path, prediction: str, outcome: str, **found: Any) -> Prediction:
    """Keep what became of a prediction in the ledger at a path; `found` are the words of `Settled`.

    Raises what `resolve_in` raises; LedgerError where there is no such ledger.
    """
    with Ledger.open(ledger, create=False) as opened:
        return resolve_in(opened, prediction, Settled(outcome, **found))


__all__ = [
    "DEFAULT_SCALE",
    "Calibration",
    "Predictions",
    "Settled",
    "Wanted",
    "calibration_row",
    "predictions",
    "predictions_of",
    "resolve",
    "resolve_in",
]

"""`foedus predictions` and `foedus resolve`: what is foretold, what became of it, who is right."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.foretelling import calibration_lines, history_lines, prediction_lines, sum_lines
from foedus.cli.showing import emit, opened, write
from foedus.model.reading import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedus.api import Predictions, Wanted
    from foedus.api.foretold import State

LedgerPath = Annotated[
    Path, typer.Option("--ledger", envvar="FOEDUS_LEDGER", help="The ledger file (SQLite).")
]
Speaker = Annotated[str | None, typer.Option(help="Only those of this speaker: a name or an id.")]
Due = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="Only those whose time ends by that day."),
]
Open = Annotated[
    bool | None, typer.Option("--open/--resolved", help="Only those without, or with, an outcome.")
]
Id = Annotated[str | None, typer.Option("--id", help="One prediction, by the beginning of its id.")]
History = Annotated[bool, typer.Option("--history", help="Every resolution, by whom and why.")]
ScaleName = Annotated[
    str, typer.Option(help='What "likely" stands for: the id of a scale, or your .toml file.')
]
Calibrated = Annotated[bool, typer.Option("--calibration", help="Scores by speaker, with n.")]
Draw = Annotated[
    Path | None, typer.Option(metavar="FILE.svg", help="Stated against came about; FILE.json too.")
]
Json = Annotated[bool, typer.Option("--json", help="Write JSON to standard output.")]
Day = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day when settled; else today.")
]
_NONE = "no prediction here: nothing that was read into this ledger foretells what is asked for"


def predictions(
    ledger: LedgerPath = Path("foedus.db"),
    speaker: Speaker = None,
    due: Due = None,
    unresolved: Open = None,
    one: Id = None,
    history: History = False,
    scale: ScaleName = "icd-203",
    calibration: Calibrated = False,
    draw: Draw = None,
    as_json: Json = False,
) -> None:
    """What speakers foretell, each once: until when, how likely, whether it can be scored.

    Vague text is never scored: each reason against it is told. A number is that of the scale.
    """
    from foedus.api import Wanted

    wanted = Wanted(speaker, due and due.date(), _state(unresolved), one)
    found = _read(ledger, wanted, scale)
    made = found.draw().write(draw) if draw else ()
    if as_json:
        emit(_json(found, calibration))
    else:
        write([*map(str, made), *_lines(found, history, calibration)], _NONE)


def _state(unresolved: bool | None) -> "State | None":
    if unresolved is None:
        return None
    return "open" if unresolved else "resolved"


def _read(ledger: Path, wanted: "Wanted", scale: str) -> "Predictions":
    with opened(ledger, must_exist=True) as desk:
        return desk.predictions(wanted, scale=scale)


def _json(found: "Predictions", calibration: bool) -> Row:
    from foedus.api.foretold import calibration_row

    told: Row = {"scale": found.scale, "predictions": list(found), "unplaced": found.unplaced}
    if calibration:
        told["calibration"] = [calibration_row(one) for one in found.calibration()]
    return told


def _lines(found: "Predictions", history: bool, calibration: bool) -> "Iterator[str]":
    if calibration:
        yield from calibration_lines(found)
        return
    for one in found.found:
        yield from prediction_lines(one)
        yield from history_lines(one) if history else ()
    yield from sum_lines(found)


def resolve(
    prediction: Annotated[str, typer.Argument(help="The beginning of its id.")],
    outcome: Annotated[str, typer.Argument(help='yes, no or void: the event without its "not".')],
    evidence: Annotated[str, typer.Option(help="A text, an address, or a document's id.")],
    ledger: LedgerPath = Path("foedus.db"),
    by: Annotated[str | None, typer.Option(help="Who says so; else your name here.")] = None,
    on: Day = None,
    early: Annotated[bool, typer.Option("--early", help="Settled before its time ends.")] = False,
    met: Annotated[bool, typer.Option("--condition-met", help="Its condition came about.")] = False,
    as_json: Json = False,
) -> None:
    """Keep what became of a prediction, with who, when and why. Resolving anew recomputes.

    Nothing is overwritten: 'foedus predictions --id ID --history' shows every resolution.
    """
    from foedus.api import Settled

    what = Settled(outcome, evidence, by, on and on.date(), early, met)
    with opened(ledger, must_exist=True) as desk:
        found = desk.resolve(prediction, what)
    if as_json:
        emit(found.row())
    else:
        write([*prediction_lines(found), *history_lines(found)])

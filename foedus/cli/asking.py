"""`foedus ask`: a scenario from options or a file, and who owes what by it."""

import json
import shutil
import tomllib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from foedus.cli.showing import emit, opened, write
from foedus.model.errors import InputError

if TYPE_CHECKING:
    from foedus.api import Answers

BROADEST = 100  # characters of a line, however broad the terminal is
VOICES = "voices"  # what --weights takes instead of your own: one voice, one vote
_DAYS = ["%Y-%m-%d"]

File = Annotated[
    Path | None, typer.Argument(metavar="[SCENARIO]", help="A scenario in TOML or JSON.")
]
Attack = Annotated[
    tuple[str, str] | None,
    typer.Option("--attack", metavar="BY ON", help="Who attacks whom: names or codes."),
]
Kind = Annotated[str, typer.Option("--kind", help="What BY does to ON: attack, threat, ...")]
At = Annotated[str, typer.Option("--at", help="The place, such as Kursk.")]
Day = Annotated[
    datetime | None, typer.Option("--on", formats=_DAYS, help="The day asked about (today).")
]
Since = Annotated[
    datetime | None, typer.Option("--since", formats=_DAYS, help="When it began (that day).")
]
Means = Annotated[str, typer.Option("--means", help="By what means, such as cyber.")]
Assume = Annotated[
    list[str] | None, typer.Option("--assume", help="A fact held true; not:FACT for false.")
]
Contest = Annotated[
    list[str] | None, typer.Option("--contest", help="A fact on which the sides differ.")
]
Reading = Annotated[
    list[str] | None, typer.Option("--reading", metavar="TERM=READING", help="Bind a term.")
]
Depth = Annotated[int | None, typer.Option("--depth", min=0, help="Rounds of what follows (2).")]
Baseline = Annotated[
    Path | None,
    typer.Option("--baseline", envvar="FOEDUS_BASELINE", help="Ask imported history too."),
]
Why = Annotated[str, typer.Option("--why", metavar="STATE", help="The proof of its answers.")]
Turn = Annotated[str, typer.Option("--flip", metavar="STATE", help="What would turn its answers.")]
Weight = Annotated[
    list[str] | None,
    typer.Option(
        "--weight",
        "--weights",
        metavar="TERM=READING:N,...",
        help="Count readings for more; or voices[=NAME:N,...]: by those who hold them.",
    ),
]
LedgerPath = Annotated[
    Path | None,
    typer.Option("--ledger", help="Reports whose voices have a vote too, with --weights voices."),
]
Picture = Annotated[
    Path | None, typer.Option("--picture", metavar="FILE.svg", help="Draw who is drawn in.")
]
Matrix = Annotated[
    Path | None, typer.Option("--matrix", metavar="FILE.svg", help="Draw clause by reading.")
]
Everything = Annotated[bool, typer.Option("--all", help="Show all, not one screen.")]
Json = Annotated[bool, typer.Option("--json", help="Write JSON to standard output.")]


def ask(  # the options are taken from the context: they are many
    context: typer.Context,
    file: File = None,
    attack: Attack = None,
    kind: Kind = "attack",
    at: At = "",
    on: Day = None,
    since: Since = None,
    means: Means = "",
    assume: Assume = None,
    contest: Contest = None,
    reading: Reading = None,
    depth: Depth = None,
    baseline: Baseline = None,
    why: Why = "",
    flip: Turn = "",
    weight: Weight = None,
    ledger: LedgerPath = None,
    picture: Picture = None,
    matrix: Matrix = None,
    everything: Everything = False,
    as_json: Json = False,
) -> None:
    """Who owes what to whom if this happens: by which clause, what decides it, what fails."""
    _show(_put(context.params), context.params)


def _put(options: Mapping[str, Any]) -> "Answers":
    """The answers to the question that the options put."""
    from foedus.api import ask as put

    table = table_of(options["file"]) if options["file"] else None
    return put(table, options["depth"], options["baseline"], **question(options))


def question(options: Mapping[str, Any]) -> Any:
    """The words of the question that were given, as the API takes them."""
    given: dict[str, Any] = {name: options[name] for name in ("at", "means") if options[name]}
    given |= {name: options[name].date() for name in ("on", "since") if options[name]}
    if options["attack"]:
        if not options["kind"].strip():
            raise InputError("--kind is empty; give attack, threat, blockade or another event")
        given |= {"attack": options["attack"], "kind": options["kind"]}
    elif not options["file"]:
        raise InputError("nothing asked; give --attack BY ON (names or codes), or a scenario file")
    facts = options["assume"] or []
    given["assume"] = {fact.removeprefix("not:"): not fact.startswith("not:") for fact in facts}
    given["contest"] = options["contest"] or []
    given["readings"] = _readings(options["reading"] or [])
    if options["weight"]:
        weights = _weights(options["weight"])
        given |= _by_voices(weights, options) if VOICES in weights else {"weights": weights}
    return given


def _by_voices(weights: Mapping[str, Any], options: Mapping[str, Any]) -> dict[str, Any]:
    """The weights by voices, and the notes that tell whose they are."""
    from foedus.api import voice_weights

    if len(weights) > 1:
        raise InputError(f"--weights {VOICES} stands alone; leave the weights of your own out")
    if options["ledger"] is None:
        by_voices, notes = voice_weights(None, weights[VOICES])
    else:
        with opened(options["ledger"], must_exist=True) as desk:
            by_voices, notes = desk.voices(weights[VOICES])
    return {"weights": by_voices, "notes": notes}


def table_of(file: Path) -> dict[str, Any]:
    """The scenario of a file, as a table."""
    try:
        text = file.read_text(encoding="utf-8")
        table = json.loads(text) if file.suffix == ".json" else tomllib.loads(text)
    except OSError as error:
        raise InputError(f"{file}: cannot be read ({error.strerror}); name a file") from error
    except ValueError as error:
        form = "JSON" if file.suffix == ".json" else "TOML"
        raise InputError(f"{file}: not valid {form}: {error}") from error
    if not isinstance(table, dict):
        raise InputError(f"{file}: not a table; write id, on and events")
    return {**table, "id": table.get("id", file.stem)}


def _show(answers: "Answers", options: Mapping[str, Any]) -> None:
    """The pictures that were asked for, then proof, JSON or screen."""
    why, flip = options["why"], options["flip"]
    if why and flip:
        raise InputError("--why and --flip are two questions; ask one after the other")
    for draw, file in ((answers.draw_cascade, "picture"), (answers.draw_matrix, "matrix")):
        if options[file]:
            drawn = ", ".join(map(str, draw(options[file])))
            typer.echo(f"drawn: {drawn}", err=options["as_json"])
    if options["as_json"]:
        told = answers.flips(flip) if flip else answers.of(why) if why else answers
        emit(told.rows)
    else:
        write(_told(answers, options).split("\n"))


def _told(answers: "Answers", options: Mapping[str, Any]) -> str:
    """The proof, what would turn it, or the screen."""
    width = min(BROADEST, shutil.get_terminal_size().columns)
    if options["flip"]:
        return answers.flips(options["flip"]).screen(width)
    if options["why"]:
        return answers.why(options["why"], width)
    return answers.screen(width, options["everything"])


def _readings(pairs: list[str]) -> dict[str, str]:
    for pair in pairs:
        if "=" not in pair:
            raise InputError(f"--reading {pair}: write TERM=READING, as armed_attack=any-force")
    return dict(pair.split("=", 1) for pair in pairs)


def _weights(given: list[str]) -> dict[str, dict[str, float]]:
    """Weights as written: "armed_attack=any-force:2,by-a-state:1"; "voices" may have none."""
    found: dict[str, dict[str, float]] = {}
    for text in given:
        term, _, readings = text.partition("=")
        if term == VOICES:
            found[term] = {}
        for one in filter(None, readings.split(",")):
            reading, _, number = one.rpartition(":")
            try:
                found.setdefault(term, {})[reading] = float(number)
            except ValueError:
                raise InputError(
                    f"--weight {text}: '{one}' must be READING:N, as any-force:2"
                ) from None
        if term not in found:
            raise InputError(f"--weight {text}: write TERM=READING:N, as armed_attack=any-force:2")
    return found

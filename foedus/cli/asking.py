"""`foedus ask`: a scenario from options or a file, and who owes what by it."""

import json
import tomllib
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from foedus.cli.showing import emit, write
from foedus.model.errors import InputError

DAY = "%Y-%m-%d"


File = Annotated[
    Path | None, typer.Argument(metavar="[SCENARIO]", help="A scenario in TOML or JSON.")
]
Attack = Annotated[
    tuple[str, str] | None,
    typer.Option("--attack", metavar="BY ON", help="Who attacks whom: state codes."),
]
Day = Annotated[datetime | None, typer.Option("--on", formats=[DAY], help="The day asked about.")]
Assume = Annotated[
    list[str] | None, typer.Option("--assume", help="A fact held true; not:FACT for false.")
]
Contest = Annotated[
    list[str] | None, typer.Option("--contest", help="A fact on which the sides differ.")
]
Reading = Annotated[
    list[str] | None, typer.Option("--reading", metavar="TERM=READING", help="Bind a term.")
]


def ask(
    file: File = None,
    attack: Attack = None,
    at: Annotated[str, typer.Option("--at", help="The place, such as Kursk.")] = "",
    on: Day = None,
    assume: Assume = None,
    contest: Contest = None,
    reading: Reading = None,
    depth: Annotated[int, typer.Option("--depth", min=0, help="Rounds of what follows.")] = 2,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON to standard output.")] = False,
) -> None:
    """Who owes what to whom if this happens: by which clause, what decides it, what fails."""
    from foedus.api import ask as put

    table = _table(file) if file else _attack(attack, at, on)
    more: dict[str, dict[str, Any]] = {
        "assume": _assumed(assume or []),
        "readings": _readings(reading or []),
    }
    table |= {name: {**table.get(name, {}), **given} for name, given in more.items()}
    answers = put({**table, "contest": [*table.get("contest", []), *(contest or [])]}, depth)
    if as_json:
        emit(answers.rows)
    else:
        write(str(answers).split("\n"))


def _attack(attack: tuple[str, str] | None, at: str, on: datetime | None) -> dict[str, Any]:
    if attack is None:
        raise InputError("nothing asked; give --attack BY ON (state codes), or a scenario file")
    day = (on or datetime.now()).date()
    event = {"kind": "attack", "by": [attack[0].upper()], "on": [attack[1].upper()], "place": at}
    return {"id": "asked", "on": day, "events": [event]}


def _table(file: Path) -> dict[str, Any]:
    try:
        text = file.read_text(encoding="utf-8")
        table = json.loads(text) if file.suffix == ".json" else tomllib.loads(text)
    except OSError as error:
        raise InputError(f"{file}: cannot be read ({error.strerror}); name a file") from error
    except ValueError as error:
        raise InputError(f"{file}: neither TOML nor JSON as its name says ({error})") from error
    if not isinstance(table, dict):
        raise InputError(f"{file}: not a table; write id, on and events")
    return {**table, "id": table.get("id", file.stem)}


def _assumed(facts: list[str]) -> dict[str, bool]:
    return {fact.removeprefix("not:"): not fact.startswith("not:") for fact in facts}


def _readings(pairs: list[str]) -> dict[str, str]:
    for pair in pairs:
        if "=" not in pair:
            raise InputError(f"--reading {pair}: write TERM=READING, as armed_attack=any-force")
    return dict(pair.split("=", 1) for pair in pairs)

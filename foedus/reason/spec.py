"""A question in, what clingo makes of it by `spec.lp` out: the worlds, and what is owed in them.

The engine is held against this on random questions; and it proposes what would turn an answer.
"""

from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any

import clingo

from foedus.model.scenario import Scenario
from foedus.model.treaty import Treaty
from foedus.reason.docket import docket
from foedus.reason.telling import Telling

Duties = frozenset[tuple[str, str]]
World = tuple[Mapping[str, str], Duties, Duties]


def text() -> str:
    """The reference itself."""
    return files("foedus.reason").joinpath("spec.lp").read_text("utf-8")


def program(scenario: Scenario, treaties: Sequence[Treaty], depth: int, only: str = "") -> str:
    """The facts of the question, a line each: what `spec.lp` reasons from.

    `only` leaves out the clauses of all treaties but one; they still say who is allied to whom.
    """
    told = dict.fromkeys(Telling(scenario, docket(treaties, scenario.on), depth, only).facts())
    return "\n".join(f"{name}({', '.join(map(_written, values))})." for name, values in told)


def worlds(control: clingo.Control) -> Iterator[World]:
    """Each world as clingo finds it: what is picked, what is perhaps owed, what surely is.

    A duty is the pair of its clause ("treaty/clause") and its bearer.
    """
    _enumerate(control, "record")
    with control.solve(yield_=True) as found:
        for model in found:
            held = _held(model)
            yield dict(held["pick"]), held["perhaps"], held["owed"]


def in_some(control: clingo.Control) -> Duties:
    """The duties that are owed in some world, by what is known."""
    return _consequences(control, "brave")


def in_every(control: clingo.Control) -> Duties:
    """The duties that are owed in every world."""
    return _consequences(control, "cautious")


def _consequences(control: clingo.Control, mode: str) -> Duties:
    _enumerate(control, mode)
    held: Duties = frozenset()
    with control.solve(yield_=True) as found:
        for model in found:
            held = _held(model)["owed"]
    return held


def _enumerate(control: clingo.Control, mode: str) -> None:
    settings: Any = control.configuration.solve
    settings.models, settings.enum_mode = 0, mode


def _held(model: clingo.Model) -> dict[str, Duties]:
    """What the model shows, by the name of the atom."""
    found: dict[str, set[tuple[str, str]]] = {"pick": set(), "perhaps": set(), "owed": set()}
    for symbol in model.symbols(shown=True):
        one, other = symbol.arguments
        found[symbol.name].add((one.string, other.string))
    return {name: frozenset(pairs) for name, pairs in found.items()}


def grounded(facts: str, options: Sequence[str] = (), more: str = "") -> clingo.Control:
    """The reference with these facts, and with `more` rules, ready to solve."""
    control = clingo.Control([*options, "--warn=none"])
    control.add("base", [], f"{text()}\n{facts}\n{more}")
    control.ground([("base", [])])
    return control


def _written(value: object) -> str:
    if isinstance(value, int):
        return str(value)
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'

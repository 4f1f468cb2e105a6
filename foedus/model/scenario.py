"""A scenario: dated events that have happened or might, what is assumed, what is asked.

The words are those of DESIGN section 6. Actors are ids (ISO 3166-1 alpha-3 for states, the
gazetteer's for others); days are dates.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class EventKind(StrEnum):
    """What happens. `nonstate-attack`: by an armed group that is no state."""

    ATTACK = "attack"
    THREAT = "threat"
    MOBILISATION = "mobilisation"
    DECLARATION = "declaration"
    BLOCKADE = "blockade"
    JOIN = "join"
    OCCUPATION = "occupation"
    REQUEST = "request"
    FINDING = "finding"
    COUP = "coup"
    NONSTATE_ATTACK = "nonstate-attack"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happens: by whom, to whom, where, from when to when, by what means.

    `place` is a name or id of `places/*.toml`, "" where none is given; `since` None: the day asked
    about. For a finding `by` is the organ, for a request the one who asks.
    """

    kind: EventKind
    by: tuple[str, ...]
    on: tuple[str, ...] = ()
    place: str = ""
    since: date | None = None
    until: date | None = None
    means: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """Whose answers are wanted, and under which treaty; "" takes all.

    `article` and `duty` say what the question is about: all clauses of the treaty are answered.
    """

    bearer: str = ""
    treaty: str = ""
    article: str = ""
    duty: str = ""


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is put to the treaties: the events up to the day `on`.

    `assume` are facts held true or false throughout; `contest` are facts on which the sides
    differ: each becomes worlds, as an open term does; `readings` bind a term ("armed_attack", or
    "rus-prk-2024/armed_attack" for one treaty) to one of its readings.
    """

    id: str
    on: date
    events: tuple[Event, ...]
    assume: Mapping[str, bool] = field(default_factory=dict)
    contest: tuple[str, ...] = ()
    readings: Mapping[str, str] = field(default_factory=dict)
    ask: Ask = Ask()


class Verdict(StrEnum):
    """In every world, in none, in some; unknown where the records do not say enough."""

    OWED = "owed"
    NOT_OWED = "not_owed"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Step:
    """One condition of a clause: what was asked, how it came out, on what that rests.

    `held` is true, false, or None where it depends on `axis` (a term or a contested fact), which
    must then be read as one of `options`. `assumed`: nobody has raised it.
    """

    what: str
    held: bool | None
    because: str = ""
    axis: str = ""
    options: tuple[str, ...] = ()
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether one state owes one duty to another under one clause, with the reasons.

    `terms` and `facts` are what decides; `held` of `worlds` are the worlds in which it is owed (no
    measure of how likely that is); `failed` is why it is not owed where it is not; `missing` what
    the records do not say where the verdict is unknown. `round` is 0 for what the scenario itself
    sets in motion. `status` is the text status of the treaty and the status of the clause.
    `conflicts` are the duties ("treaty/clause") of the same bearer that, in some world, cannot be
    kept together with this one. `share` is the part of the worlds in which it is owed, counted by
    the weights that the question gives to readings; None where it gives none.
    """

    bearer: str
    owed_to: tuple[str, ...]
    treaty: str
    article: str
    clause: str
    duty: str
    modality: str
    verdict: Verdict
    terms: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    held: int = 0
    worlds: int = 1
    failed: str = ""
    missing: str = ""
    proof: tuple[Step, ...] = ()
    status: str = ""
    round: int = 0
    conflicts: tuple[str, ...] = ()
    share: float | None = None

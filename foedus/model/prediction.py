"""A prediction: what a voice foretells, until when, how likely, and whether that can be scored.

Derived from claims at every question and never stored; only its resolutions are, as judgements.
"""

from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from foedus.model.document import Span

STATED = "stated"  # in place of a scale, where the speaker gives the number


class Bar(StrEnum):
    """Why a prediction cannot be scored. The list is closed; docs/predictions.md has the rules."""

    UNDATED = "undated"
    NO_SPEAKER = "no-speaker"
    NOT_FORETOLD = "not-foretold"
    HYPOTHETICAL = "hypothetical"
    VAGUE = "vague-event"
    UNCLEAR_NOT = "unclear-not"
    NO_HORIZON = "no-horizon"
    PAST = "past"
    NO_LIKELIHOOD = "no-likelihood"
    CONDITIONAL = "conditional"


class Outcome(StrEnum):
    """What became of the event, its "not" set aside; void: its condition or question fell away."""

    YES = "yes"
    NO = "no"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Why:
    """One reason against scoring, and the words of the text that it rests on ("" for silence)."""

    bar: Bar
    words: str = ""

    def __str__(self) -> str:
        return f"{self.bar.value} (“{self.words}”)" if self.words else self.bar.value


@dataclass(frozen=True, slots=True)
class Horizon:
    """The days, both included, in which it is to come about; `since` None: from now on."""

    since: date | None
    until: date
    said: str


@dataclass(frozen=True, slots=True)
class Chance:
    """How probable the event is said to be, in hundredths, both ends included.

    `words` are the term of the scale, or the number as the speaker gives it (`scale` is then
    "stated"). `complement`: the scale gives the term for the opposite.
    """

    low: float
    high: float
    words: str
    scale: str
    complement: bool = False

    @property
    def probability(self) -> float:
        """The midpoint of the interval, 0 to 1: the one number that is scored."""
        return (self.low + self.high) / 200


@dataclass(frozen=True, slots=True)
class Foreteller:
    """Who foretells: the innermost voice, or the report itself. `key` is equal for the same one."""

    key: str
    name: str
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """Somebody's word on what became of it, on the day `on`; not `standing` once withdrawn."""

    id: str
    outcome: Outcome
    evidence: str
    by: str
    on: date
    recorded: str
    standing: bool = True


@dataclass(frozen=True, slots=True)
class Score:
    """How far the probability was from what came: Brier (0 to 1) and logarithm, both best at 0."""

    brier: float
    log: float


@dataclass(frozen=True, slots=True)
class Prediction:
    """One prediction of one speaker, however often it is told.

    `id` is that of the first claim that tells it, `claims` are all. `passage` is the sentence in
    the first document, `words` the sentence, `event` what is foretold, in the text's words.
    `negated`: the words say that it will not be. `when` are the words of time, also where no
    horizon can be made of them. `bars`: why it cannot be scored; none where it can.
    """

    id: str
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    document: str
    publisher: str | None
    said: date | None
    speaker: Foreteller
    passage: Span
    words: str
    event: str
    negated: bool
    hedge: tuple[str, ...]
    condition: str | None
    when: str | None
    horizon: Horizon | None
    chance: Chance | None
    bars: tuple[Why, ...]
    history: tuple[Resolution, ...] = ()
    score: Score | None = None

    @property
    def scorable(self) -> bool:
        """Whether nothing stands against scoring it."""
        return not self.bars

    @property
    def resolution(self) -> Resolution | None:
        """The newest resolution that stands."""
        return next((one for one in reversed(self.history) if one.standing), None)

    def row(self) -> dict[str, Any]:
        """The prediction as JSON; days in ISO 8601."""
        row = asdict(self)
        row["passage"] = [self.passage.start, self.passage.end]
        row["said"] = self.said.isoformat() if self.said else None
        if self.horizon:
            row["horizon"] = {
                "since": self.horizon.since.isoformat() if self.horizon.since else None,
                "until": self.horizon.until.isoformat(),
                "said": self.horizon.said,
            }
        if self.chance:
            row["chance"]["probability"] = self.chance.probability
        row["bars"] = [{"bar": why.bar.value, "words": why.words} for why in self.bars]
        row["history"] = [_resolution_row(one) for one in self.history]
        now = self.resolution
        outcome = now.outcome.value if now else None
        return {**row, "scorable": self.scorable, "outcome": outcome}


def _resolution_row(one: Resolution) -> dict[str, Any]:
    return {**asdict(one), "outcome": one.outcome.value, "on": one.on.isoformat()}

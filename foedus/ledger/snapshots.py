"""What a ledger knew at some time, as a value that can be kept beside a brief and read again.

Of facts only what later facts are compared by: key, status, and voices with their claims.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from foedus.ledger.facts import Fact, FactVoice, Status
from foedus.ledger.keys import name_key
from foedus.model.document import Span
from foedus.model.prediction import Outcome, Prediction
from foedus.model.reading import Row

SCHEMA = 1
STANCES = ("for", "against", "unsure")
ITSELF = "this document"  # the name of the outermost voice (see `claim_row`)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim stands."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class KeptVoice:
    """A voice of a fact; `who` is what stands for the speaker, "" where a report itself speaks."""

    who: str
    name: str
    stance: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeptFact:
    """A fact with its voices; `differences` are kinds with what is said, where it is contested."""

    key: str
    status: Status
    independent: int
    voices: tuple[KeptVoice, ...]
    differences: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims of all voices, each once, sorted."""
        return tuple(sorted({claim for voice in self.voices for claim in voice.claims}))


@dataclass(frozen=True, slots=True)
class KeptPrediction:
    """A prediction with the last day of its horizon and what became of it, where there is any."""

    claims: tuple[str, ...]
    until: date | None
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What was known of some documents when it was `made` (recorded time, UTC)."""

    made: datetime
    documents: tuple[str, ...]
    claims: Mapping[str, Place]
    facts: tuple[KeptFact, ...] = field(default=())
    predictions: tuple[KeptPrediction, ...] = field(default=())

    @property
    def day(self) -> date:
        """The day on which it was made."""
        return self.made.date()

    def as_json(self) -> dict[str, Any]:
        """The state as JSON. Claims are named by their place in the list `claims`."""
        index = {claim: n for n, claim in enumerate(self.claims)}
        number = {document: n for n, document in enumerate(self.documents)}
        return {
            "schema": SCHEMA,
            "made": self.made.astimezone(UTC).isoformat(),
            "documents": list(self.documents),
            "claims": [
                [claim, number[place.document], place.span.start, place.span.end]
                for claim, place in self.claims.items()
            ],
            "facts": [_fact_row(fact, index) for fact in self.facts],
            "predictions": [
                {
                    "claims": [index[claim] for claim in one.claims],
                    "until": one.until.isoformat() if one.until else None,
                    "outcome": one.outcome.value if one.outcome else None,
                }
                for one in self.predictions
            ],
        }


def _fact_row(fact: KeptFact, index: Mapping[str, int]) -> dict[str, Any]:
    return {
        "key": fact.key,
        "status": fact.status.value,
        "independent": fact.independent,
        "voices": [
            [voice.who, voice.name, voice.stance, [index[claim] for claim in voice.claims]]
            for voice in fact.voices
        ],
        "differences": [[kind, list(values)] for kind, values in fact.differences],
    }


def snapshot_of(
    rows: Iterable[Row],
    facts: Iterable[Fact],
    predictions: Iterable[Prediction],
    documents: Iterable[str],
    made: datetime,
) -> Snapshot:
    """The state that the claims of the documents amount to, with their facts and predictions."""
    ids = tuple(documents)
    held = {row["id"]: Place(row["document"], Span(*row["passage"])) for row in rows}
    return Snapshot(
        made.replace(tzinfo=UTC) if made.tzinfo is None else made.astimezone(UTC),
        ids,
        dict(sorted(held.items())),
        tuple(map(_kept_fact, facts)),
        tuple(
            KeptPrediction(
                tuple(claim for claim in one.claims if claim in held),
                one.horizon.until if one.horizon else None,
                one.resolution.outcome if one.resolution else None,
            )
            for one in predictions
            if (one.horizon or one.history) and any(claim in held for claim in one.claims)
        ),
    )


def _kept_fact(fact: Fact) -> KeptFact:
    voices = tuple(KeptVoice(_who(v), v.name, v.stance, v.claims) for v in fact.voices)
    differences = tuple(
        (one.kind, tuple(value for value, _ in one.values))
        for one in fact.differences
        if one.contests and one.kind != "denial"  # the voices tell that
    )
    return KeptFact(fact.key, fact.status, fact.independent, voices, differences)


def _who(voice: FactVoice) -> str:
    if voice.actor is None and voice.name == ITSELF:
        return ""
    return voice.actor or name_key(voice.name)


def snapshot_of_json(body: Any) -> Snapshot:
    """The state back from its JSON. Raises ValueError, which says what is wrong with it."""
    if not isinstance(body, dict) or not isinstance(body.get("schema"), int):
        raise ValueError("it has no schema")
    if body["schema"] != SCHEMA:
        raise ValueError(f"it has schema {body['schema']}, this foedus knows {SCHEMA}")
    try:
        return _state(body)
    except (KeyError, IndexError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error


def _state(body: Mapping[str, Any]) -> Snapshot:
    documents = tuple(map(_id, body["documents"]))
    places = {
        _id(claim): Place(documents[_count(document)], _span(start, end))
        for claim, document, start, end in body["claims"]
    }
    ids = tuple(places)
    made = datetime.fromisoformat(body["made"])
    return Snapshot(
        made.replace(tzinfo=UTC) if made.tzinfo is None else made.astimezone(UTC),
        documents,
        places,
        tuple(_fact(row, ids) for row in body["facts"]),
        tuple(_prediction(row, ids) for row in body["predictions"]),
    )


def _fact(row: Mapping[str, Any], ids: tuple[str, ...]) -> KeptFact:
    return KeptFact(
        _text(row["key"]),
        Status(row["status"]),
        _count(row["independent"]),
        tuple(
            KeptVoice(_text(who), _text(name), _stance(stance), _claims(claims, ids))
            for who, name, stance, claims in row["voices"]
        ),
        tuple((_text(kind), tuple(map(_text, values))) for kind, values in row["differences"]),
    )


def _prediction(row: Mapping[str, Any], ids: tuple[str, ...]) -> KeptPrediction:
    until, outcome = row["until"], row["outcome"]
    return KeptPrediction(
        _claims(row["claims"], ids),
        date.fromisoformat(until) if until is not None else None,
        Outcome(outcome) if outcome is not None else None,
    )


def _claims(given: Iterable[Any], ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(ids[_count(n)] for n in given)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no text")
    return value


def _id(value: Any) -> str:
    if len(_text(value)) != 64 or set(value) - set("0123456789abcdef"):
        raise ValueError(f"{value!r} is no id")
    return str(value)


def _stance(value: Any) -> str:
    if value not in STANCES:
        raise ValueError(f"{value!r} is no stance")
    return str(value)


def _count(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"{value!r} is no number from 0 up")
    return value


def _span(start: Any, end: Any) -> Span:
    if _count(start) > _count(end):
        raise ValueError(f"no passage runs from {start} to {end}")
    return Span(start, end)

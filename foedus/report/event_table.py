"""Claims of a ledger in, a table of events out: a row for each source and target of each claim.

Its columns are those of event data, in POLECAT's words (event type and mode, quad code, actor and
recipient), with what such data lack: the passage, the voices, the mood, and the fact that a row is
one telling of.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from typing import Any

from foedus.model.claim import Mood, Predicate
from foedus.model.event import QUAD, EventType, cameo_root, modes_of, type_of
from foedus.model.reading import Row, time_of_row

COLUMNS = (
    "event_id", "event_date", "event_date_until", "granularity", "event_type", "event_mode",
    "quad_code", "cameo_root", "predicate", "actor_id", "actor_name", "actor_country",
    "recipient_id", "recipient_name", "recipient_country", "reciprocal", "mood", "negated", "voice",
    "place", "goods", "fact", "document", "publication_date", "passage_start", "passage_end",
    "words",
)  # fmt: skip
_NOBODY: Row = {"id": None, "name": None, "country": None}


@dataclass(frozen=True, slots=True)
class Known:
    """What is looked up for the rows: an actor's name and its country on a day, a document's text
    and date, and the fact that a claim is part of."""

    name: Callable[[str], str]
    country: Callable[[str, date | None], str]
    text: Callable[[str], str]
    published: Callable[[str], date | None]
    facts: dict[str, str] = field(default_factory=dict)


def event_rows(claims: Iterable[Row], known: Known) -> Iterator[Row]:
    """The rows of all claims that PLOVER counts as events, in the order of the claims.

    A joint deed of several gives a row for each two of them, `reciprocal`; what is not known is
    None. `event_mode` are PLOVER's modes, joined by ";".
    """
    typed = [(claim, _type_of(claim)) for claim in claims]
    told = {_where(c, kind) for c, kind in typed if c["predicate"] != Predicate.INTENT.value}
    for claim, kind in typed:
        promised = claim["predicate"] == Predicate.INTENT.value
        if kind is None or (promised and _where(claim, kind) in told):
            continue  # "promised to sign a pact": the promised pact is told by itself
        roles = claim["roles"]
        shared = _shared(claim, kind, known)
        day = known.published(claim["document"])
        sources = _sides(roles.get("source", ()), day, known)
        targets = _sides(roles.get("target") or _hosts(roles), day, known)
        for source, target, joint in _dyads(sources, targets):
            row = {**shared, "reciprocal": joint}
            row |= {f"actor_{key}": value for key, value in source.items()}
            row |= {f"recipient_{key}": value for key, value in target.items()}
            yield {column: row[column] for column in COLUMNS}


def _type_of(claim: Row) -> EventType | None:
    words = {role: fillers[0]["name"] for role, fillers in claim["roles"].items() if fillers}
    return type_of(Predicate(claim["predicate"]), words, Mood(claim["mood"]))


def _where(claim: Row, kind: EventType | None) -> tuple[Any, ...]:
    return claim["document"], *claim["passage"], kind


def _shared(claim: Row, kind: EventType, known: Known) -> Row:
    """What all rows of a claim have in common."""
    time, document = time_of_row(claim["time"]), claim["document"]
    published = known.published(document)
    mood, negated = Mood(claim["mood"]), claim["negated"]
    start, end = claim["passage"]
    modes = modes_of(kind, mood, time, negated, published)
    return {
        "event_id": claim["id"],
        "event_date": time.since.isoformat() if time.since else None,
        "event_date_until": time.until.isoformat() if time.until else None,
        "granularity": time.granularity.value,
        "event_type": kind.value,
        "event_mode": ";".join(modes) or None,
        "quad_code": QUAD[kind],
        "cameo_root": cameo_root(kind),
        "predicate": claim["predicate"],
        "mood": mood.value,
        "negated": negated,
        "voice": " > ".join(voice["name"] for voice in claim["voice"][1:]) or None,
        "place": _named(claim, "place"),
        "goods": _named(claim, "goods"),
        "fact": known.facts.get(claim["id"]),
        "document": document,
        "publication_date": published.isoformat() if published else None,
        "passage_start": start,
        "passage_end": end,
        "words": " ".join(known.text(document)[start:end].split()),
    }


def _named(claim: Row, role: str) -> str | None:
    return "; ".join(filler["name"] for filler in claim["roles"].get(role, ())) or None


def _dyads(sources: list[Row], targets: list[Row]) -> Iterator[tuple[Row, Row, bool]]:
    """Each source with each target; of sources alone each two; a side that is not known is open."""
    if len(sources) > 1 and not targets:
        yield from ((one, other, True) for one, other in combinations(sources, 2))
        return
    for source in sources or [_NOBODY]:
        for target in targets or [_NOBODY]:
            if source is not _NOBODY or target is not _NOBODY:
                yield source, target, False


def _hosts(roles: Row) -> list[Row]:
    """The states that a visit goes to, where no host is named."""
    return [place for place in roles.get("place", []) if place["actor"]]


def _sides(parties: Iterable[Row], day: date | None, known: Known) -> list[Row]:
    """Id, name and country of each party; a state and who speaks for it are one side."""
    found: dict[str, Row] = {}
    for party in parties:
        actor = party["actor"]
        country = known.country(actor, day) if actor else ""
        name = (known.name(actor) if actor else "") or party["name"]
        side = {"id": actor, "name": name, "country": country or None}
        found.setdefault(country or actor or name, side)
    return list(found.values())

"""A ledger and a scale in, its predictions out: each told once, with what became of it."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from foedus.api.who import called
from foedus.history.forecasts import brier, log_score
from foedus.ledger import Judgement, Judgements, Ledger, Question, repeats
from foedus.ledger.keys import is_id
from foedus.model.claim import Predicate
from foedus.model.document import Span
from foedus.model.errors import LedgerError
from foedus.model.prediction import (
    Bar,
    Foreteller,
    Outcome,
    Prediction,
    Resolution,
    Score,
)
from foedus.model.reading import Row, span_of
from foedus.read.foretelling import told_of
from foedus.read.scales import Scale

PREDICTIONS = Question(predicate=Predicate.PREDICTION.value)


@dataclass(frozen=True, slots=True)
class Source:
    """Of one document: when it was published first, and by whom."""

    said: date | None
    publisher: str | None
    name: str


def sources_of(ledger: Ledger) -> dict[str, Source]:
    """Each document with its first day of publication, its first publisher and its name."""
    days: dict[str, list[date]] = defaultdict(list)
    publishers: dict[str, str] = {}
    names: dict[str, str] = {}
    for receipt in ledger.receipts():
        names.setdefault(receipt.document, receipt.name)
        if receipt.published:
            days[receipt.document].append(receipt.published)
        if receipt.publisher:
            publishers.setdefault(receipt.document, receipt.publisher)
    return {
        id_: Source(min(days[id_], default=None), publishers.get(id_), name)
        for id_, name in names.items()
    }


def predictions_in(
    ledger: Ledger,
    on: Scale,
    known_on: datetime | None = None,
    documents: Collection[str] | None = None,
) -> tuple[Prediction, ...]:
    """Every prediction of the current claims, by the day on which it was said; undated ones last.

    A prediction told several times goes by its first telling. `known_on` asks for the claims and
    outcomes as of that recorded time, `documents` (full ids) for what is told in those alone.
    """
    sources = sources_of(ledger)
    found_rows = ledger.claims(replace(PREDICTIONS, known_on=known_on))
    rows = [row for row in found_rows if documents is None or row["document"] in documents]
    texts = {id_: ledger.document(id_).text for id_ in {row["document"] for row in rows}}
    histories = _histories(ledger, rows, ledger.judgements(known_on))
    order = {row["id"]: place for place, row in enumerate(rows)}
    found = []
    for key, group in repeats(ledger, rows):
        by_day = sorted(group, key=lambda row: (_day(sources, row) or date.max, order[row["id"]]))
        first = by_day[0]
        one = _prediction(first, texts[first["document"]], sources, on, key)
        ids = tuple(row["id"] for row in by_day)
        history = sorted(
            {r.id: r for id_ in ids for r in histories.get(id_, ())}.values(),
            key=lambda one: (one.recorded, one.id),
        )
        documents = tuple(dict.fromkeys(row["document"] for row in by_day))
        whole = replace(one, claims=ids, documents=documents, history=tuple(history))
        found.append(scored(whole))
    place = {one.id: (one.said or date.max, order[one.id]) for one in found}
    return tuple(sorted(found, key=lambda one: place[one.id]))


def scored(one: Prediction) -> Prediction:
    """With its score where it has one.

    Yes or no on a conditional prediction says that the condition came about: then it is scored.
    """
    now = one.resolution
    if now is None or now.outcome is Outcome.VOID:
        return one
    bars = tuple(why for why in one.bars if why.bar is not Bar.CONDITIONAL)
    if bars or one.chance is None:
        return replace(one, bars=bars)
    came, probability = now.outcome is Outcome.YES, one.chance.probability
    score = Score(brier(probability, came), log_score(probability, came))
    return replace(one, bars=bars, score=score)


def unplaced(ledger: Ledger) -> tuple[str, ...]:
    """Claims that were resolved and that no current reading tells, nor one of the same words."""
    rows = ledger.claims(PREDICTIONS)
    here = {row["id"] for row in rows} | set(_moved(ledger, ledger.judgements(), rows))
    return tuple(sorted(ledger.judgements().resolved - here))


def _histories(
    ledger: Ledger, rows: Iterable[Row], known: Judgements
) -> dict[str, list[Resolution]]:
    """What was recorded on each current claim; what was on an older reading of it too."""
    held = tuple(rows)
    moved = _moved(ledger, known, held)
    current = {row["id"] for row in held}
    found: dict[str, list[Resolution]] = defaultdict(list)
    for subject in known.resolved:
        claim = subject if subject in current else moved.get(subject)
        if claim is not None:
            own = known.resolutions({subject})
            found[claim] += [resolution_of(one, known) for one in own]
    return found


def _moved(ledger: Ledger, known: Judgements, rows: Iterable[Row]) -> dict[str, str]:
    """Resolved claims of older readings to the current claim with the same event's words."""
    held = tuple(rows)
    by_event = {_place(row): row["id"] for row in held}
    current = {row["id"] for row in held}
    moved = {}
    for subject in sorted(known.resolved - current - known.withdrawn):
        try:
            old = ledger.row(subject)
        except LedgerError:
            continue  # merged in before its document: `unplaced` names it
        if (claim := by_event.get(_place(old))) is not None:
            moved[subject] = claim
    return moved


def _place(row: Row) -> tuple[str, tuple[int, ...]]:
    events = row["roles"].get("event") or [{"passage": row["passage"]}]
    return row["document"], tuple(events[0]["passage"])


def resolution_of(one: Judgement, known: Judgements) -> Resolution:
    """The judgement as what became of a prediction."""
    day = date.fromisoformat(one.other or one.recorded[:10])
    outcome = Outcome(one.kind.value)
    standing = one.id not in known.withdrawn
    return Resolution(one.id, outcome, one.why, one.by, day, one.recorded, standing)


def _day(sources: Mapping[str, Source], row: Row) -> date | None:
    return sources[row["document"]].said


def _prediction(
    row: Row, text: str, sources: Mapping[str, Source], on: Scale, key: str
) -> Prediction:
    source, passage = sources[row["document"]], span_of(row["passage"])
    told = told_of(row, text, source.said, on)
    return Prediction(
        id=row["id"],
        claims=(row["id"],),
        documents=(row["document"],),
        document=row["document"],
        publisher=source.publisher,
        said=source.said,
        speaker=_speaker(row, source, key),
        passage=passage,
        words=_line(passage, text),
        event=_with_name(told.event, row),
        negated=row["negated"],
        hedge=tuple(_line(span_of(bounds), text) for bounds in row["hedge"]),
        condition=told.condition,
        when=told.when,
        horizon=told.horizon,
        chance=told.chance,
        bars=told.bars,
    )


_PRONOUN = re.compile(r"^\[?(?:he|she|it|they)(?=['’\]]|\b)\]?", re.IGNORECASE)


def _with_name(event: str, row: Row) -> str:
    """The event with the name, in brackets, for a pronoun that its report resolves."""
    actor = next((f["actor"] for f in row["roles"].get("source", ()) if f["actor"]), None)
    name = called(actor, "") if actor else ""
    return _PRONOUN.sub(f"[{name}]", event, count=1) if name else event


def _speaker(row: Row, source: Source, key: str) -> Foreteller:
    """The innermost voice by its name, or the report by its publisher or its own name."""
    chain = row["voice"][1:]
    if not chain:
        return Foreteller(key, source.publisher or source.name)
    actor = key if is_id(key) and " in " not in key and ": " not in key else None
    name = chain[-1]["name"]
    return Foreteller(key, called(actor, name) if actor else name, actor)


def _line(span: Span, text: str) -> str:
    return " ".join(span.of(text).split())

"""Everything that one run took from one document, and the rows that the ledger keeps of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from foedus.model.actor import ActorKind, Affiliation, Cast
from foedus.model.claim import Claim, Filler, Mood, Predicate, Voice
from foedus.model.dates import Granularity, Tense, Time
from foedus.model.document import Document, Line, ReadingText, Span, join_pieces
from foedus.model.identity import content_hash
from foedus.model.statement import CueMood, Force, Manner, SpeakerKind, Statement

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """One document as read: all spans are offsets into `document.text`."""

    document: Document
    lines: tuple[Line, ...]
    cast: Cast
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    run: str


class Relocation:
    """Moves values from reading-text offsets to document offsets."""

    def __init__(self, document: Document, reading: ReadingText) -> None:
        self._text = document.text
        self._reading = reading

    def spans(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """The document's spans, neighbours joined; several where a dropped line stands between."""
        pieces = [piece for span in spans for piece in self._reading.locate(span)]
        return join_pieces(self._text, pieces)

    def span(self, span: Span) -> Span:
        """The one span of the document from the first to the last character of `span`."""
        pieces = self._reading.locate(span)
        if not pieces:
            raise ValueError(
                f"characters {span.start}-{span.end} of the reading text are in no line"
            )
        return Span(pieces[0].start, pieces[-1].end)

    def maybe(self, span: Span | None) -> Span | None:
        return None if span is None else self.span(span)

    def cast(self, cast: Cast) -> Cast:
        entities = tuple(
            replace(e, affiliations=tuple(map(self._affiliation, e.affiliations)))
            for e in cast.entities
        )
        mentions = tuple(replace(m, span=self.span(m.span)) for m in cast.mentions)
        return Cast(entities, mentions)

    def _affiliation(self, given: Affiliation) -> Affiliation:
        return replace(
            given,
            span=self.span(given.span),
            office=self.spans(given.office),
            body=self.spans(given.body),
        )

    def statement(self, statement: Statement) -> Statement:
        return replace(
            statement,
            speaker=self.spans(statement.speaker),
            cue=self.spans(statement.cue),
            content=self.spans(statement.content),
            phrase=self.spans(statement.phrase),
            nested=tuple(self.statement(inner) for inner in statement.nested),
            put=tuple(map(self.manner, statement.put)),
        )

    def manner(self, manner: Manner) -> Manner:
        return replace(
            manner,
            clause=self.spans(manner.clause),
            mood_words=self.spans(manner.mood_words),
            hedge=self.spans(manner.hedge),
            condition=self.maybe(manner.condition),
            consequence=self.spans(manner.consequence),
        )

    def time(self, time: Time) -> Time:
        return replace(time, span=self.maybe(time.span))

    def claim(self, claim: Claim) -> Claim:
        return replace(
            claim,
            passage=self.span(claim.passage),
            roles=tuple((role, replace(f, span=self.span(f.span))) for role, f in claim.roles),
            voice=tuple(replace(v, span=self.maybe(v.span)) for v in claim.voice),
            mood_words=self.spans(claim.mood_words),
            hedge=self.spans(claim.hedge),
            time=self.time(claim.time),
        )


def pair(span: Span) -> list[int]:
    """A span as JSON: [start, end]."""
    return [span.start, span.end]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def time_row(time: Time) -> Row:
    """The time as JSON; days in ISO 8601."""
    return {
        "said": time.said,
        "passage": pair(time.span) if time.span else None,
        "since": _day(time.since),
        "until": _day(time.until),
        "granularity": time.granularity.value,
        "tense": time.tense.value if time.tense else None,
        "resolved_from": _day(time.resolved_from),
    }


def _who(name: str, actor: str | None, span: Span | None) -> Row:
    return {"name": name, "actor": actor, "passage": pair(span) if span else None}


def claim_row(claim: Claim, document: str, run: str) -> Row:
    """The claim as JSON (DESIGN.md section 3). The id hashes everything but the run."""
    roles: dict[str, list[Row]] = {}
    for role, filler in claim.roles:
        roles.setdefault(role, []).append(_filler_row(filler))
    row: Row = {
        "document": document,
        "passage": pair(claim.passage),
        "voice": [_who("this document", None, None), *map(_voice_row, claim.voice)],
        "predicate": claim.predicate.value,
        "roles": roles,
        "mood": claim.mood.value,
        "mood_words": [pair(span) for span in claim.mood_words],
        "hedge": [pair(span) for span in claim.hedge],
        "negated": claim.negated,
        "time": time_row(claim.time),
    }
    return {"id": content_hash(row), **row, "run": run}


def _filler_row(filler: Filler) -> Row:
    return _who(filler.text, filler.actor, filler.span)


def _voice_row(voice: Voice) -> Row:
    return _who(voice.name, voice.actor, voice.span)


def statement_row(statement: Statement, cast: Cast, document: Document, run: str) -> Row:
    """The statement as JSON, its speaker resolved through the cast. The run is not hashed.

    Of a speaker, these are left out where unknown or not so: `kind` (see SpeakerKind), `joint`,
    `plural` ("officials"), `phrase` and `anonymous` (see Statement), and `country`, whose a person
    or body is (of whom "the President" is one); and of the whole `cue_mood` (see CueMood) where
    the words were said, and `force` (see Force) where it is unstated. How the content is put
    (`manner_row`) stands there where it has been read, of each further clause under `further`.
    """
    row: Row = {"document": document.id, **_statement_body(statement, cast, document.text)}
    return {"id": content_hash(row), **row, "run": run}


def _statement_body(statement: Statement, cast: Cast, text: str) -> Row:
    # left out where said, or unstated: a row of an older foedus has no such key, and keeps its id
    said = statement.cue_mood is CueMood.SAID
    mood: Row = {} if said else {"cue_mood": statement.cue_mood.value}
    unstated = statement.force is Force.UNSTATED
    force: Row = {} if unstated else {"force": statement.force.value}
    return {
        "speaker": _speaker_row(statement, cast, text),
        "cue": [pair(span) for span in statement.cue],
        "cue_class": statement.cue_class.value,
        "cue_lemma": statement.cue_lemma,
        **force,
        **mood,
        "content": [pair(span) for span in statement.content],
        "words": " ".join(span.of(text) for span in statement.content),
        **put_row(statement.put),
        "kind": statement.kind.value,
        "basis": statement.basis,
        "nested": [_statement_body(inner, cast, text) for inner in statement.nested],
    }


def put_row(put: tuple[Manner, ...]) -> Row:
    """How a content is put: the first clause's row, and the `further` ones; {} where unread."""
    if not put:
        return {}
    first, *others = map(manner_row, put)
    return {**first, "further": others} if others else first


def manner_row(manner: Manner) -> Row:
    """How a clause of a content is put, as JSON; `mood` is null where it is put as nothing."""
    return {
        "clause": [pair(span) for span in manner.clause],
        "mood": manner.mood.value if manner.mood else None,
        "mood_words": [pair(span) for span in manner.mood_words],
        "hedge": [pair(span) for span in manner.hedge],
        "negated": manner.negated,
        "condition": pair(manner.condition) if manner.condition else None,
        "consequence": [pair(span) for span in manner.consequence],
    }


def _speaker_row(statement: Statement, cast: Cast, text: str) -> Row:
    entity = None if statement.entity is None else cast.entities[statement.entity]
    speaker = statement.speaker
    said = " ".join(span.of(text) for span in speaker)
    first = speaker[0].of(text) if speaker else ""  # the name, where the text has one
    joint = [cast.entities[index] for index in statement.joint]
    # Left out where unknown: a row of an older foedus has none of them, and keeps its id.
    told: Row = {} if statement.speaker_kind is SpeakerKind.UNKNOWN else {
        "kind": statement.speaker_kind.value
    }  # fmt: skip
    if statement.plural:
        told["plural"] = True
    if statement.phrase:
        told["phrase"] = [pair(span) for span in statement.phrase]
    if statement.anonymous:
        told["anonymous"] = True
    if entity is not None and entity.country and entity.kind is not ActorKind.STATE:
        told["country"] = entity.country
    if joint:
        told["joint"] = [{"name": e.name, "actor": e.actor} for e in joint]
    return {
        "name": entity.name if entity else _listed([e.name for e in joint]) or first,
        "said": said,
        "actor": entity.actor if entity else None,
        **told,
        "passages": [pair(span) for span in speaker],
        "affiliations": [_affiliation_row(a) for a in (entity.affiliations if entity else ())],
    }


def _affiliation_row(given: Affiliation) -> Row:
    """As the text gives it; `office` and `body` are its pieces, left out where there are none."""
    parts = {"office": given.office, "body": given.body}
    told = {name: [pair(span) for span in spans] for name, spans in parts.items() if spans}
    return {"text": given.text, "passage": pair(given.span), **told}


def _listed(names: list[str]) -> str:
    """ "Ann", "Ann and Bea", "Ann, Bea and Cas"."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def span_of(bounds: list[int]) -> Span:
    """A span from its JSON form, [start, end]."""
    return Span(bounds[0], bounds[1])


def _maybe_span(bounds: list[int] | None) -> Span | None:
    return None if bounds is None else span_of(bounds)


def _maybe_day(day: str | None) -> date | None:
    return None if day is None else date.fromisoformat(day)


def time_of_row(row: Row) -> Time:
    """The time that `time_row` wrote."""
    return Time(
        said=row["said"],
        span=_maybe_span(row["passage"]),
        since=_maybe_day(row["since"]),
        until=_maybe_day(row["until"]),
        granularity=Granularity(row["granularity"]),
        tense=Tense(row["tense"]) if row["tense"] else None,
        resolved_from=_maybe_day(row["resolved_from"]),
    )


def claim_of_row(row: Row) -> Claim:
    """The claim that `claim_row` wrote; roles come grouped by name, each in order of the text."""
    return Claim(
        predicate=Predicate(row["predicate"]),
        passage=span_of(row["passage"]),
        roles=tuple(
            (role, Filler(f["name"], span_of(f["passage"]), f["actor"]))
            for role, fillers in row["roles"].items()
            for f in fillers
        ),
        voice=tuple(
            Voice(v["name"], _maybe_span(v["passage"]), v["actor"]) for v in row["voice"][1:]
        ),
        mood=Mood(row["mood"]),
        mood_words=tuple(map(span_of, row["mood_words"])),
        hedge=tuple(map(span_of, row["hedge"])),
        time=time_of_row(row["time"]),
        negated=row["negated"],
    )

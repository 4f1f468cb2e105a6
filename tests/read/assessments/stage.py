"""Invented people and a short way to assess a text, for the tests of assessments."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from foedus.model.actor import ActorKind, Cast, Entity, Mention, MentionForm
from foedus.model.claim import Claim, Predicate
from foedus.model.document import Span
from foedus.model.statement import CueClass, Statement, StatementKind
from foedus.read.assessments import find_assessments
from foedus.read.dates import find_times
from foedus.read.sentences import parse, plain_reading

PEOPLE = (
    Entity("Ada Cole", ActorKind.PERSON, "person/ada-cole", "NZL"),
    Entity("Tom Reyes", ActorKind.PERSON, "person/tom-reyes", "PER", "GOV"),
    Entity("Peru", ActorKind.STATE, "PER", "PER", "GOV"),
    Entity("Chile", ActorKind.STATE, "CHL", "CHL", "GOV"),
)
NAMES = {"Dr Cole": 0, "Mr Reyes": 1, "Peru": 2, "Chile": 3}


@dataclass(frozen=True)
class Said:
    """Who says which words, for a statement made by hand; `also` is what the cue parts off."""

    speaker: str
    content: str
    cue: str = ""
    kind: StatementKind = StatementKind.INDIRECT
    also: str = ""


def assess(text: str, *said: Said) -> tuple[Claim, ...]:
    """The assessments of a text with the statements that it is given."""
    parsed = parse(plain_reading(text))
    times = find_times(parsed, date(2024, 6, 27))
    return find_assessments(parsed, cast_of(text), [statement(text, s) for s in said], times)


def readings(claims: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.predicate is Predicate.READING]


def predictions(claims: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.predicate is Predicate.PREDICTION]


def words(claim: Claim, role: str) -> str | None:
    filler = claim.filler(role)
    return filler.text if filler else None


def hedges(claim: Claim, text: str) -> list[str]:
    return [hedge.of(text) for hedge in claim.hedge]


def span(text: str, part: str) -> Span:
    return Span(text.index(part), text.index(part) + len(part))


def cast_of(text: str) -> Cast:
    mentions = []
    for name, entity in NAMES.items():
        at = text.find(name)
        while at >= 0:
            mentions.append(Mention(Span(at, at + len(name)), entity, MentionForm.NAME))
            at = text.find(name, at + 1)
    return Cast(PEOPLE, tuple(sorted(mentions, key=lambda m: m.span)))


def statement(text: str, said: Said, nested: tuple[Statement, ...] = ()) -> Statement:
    cue = (span(text, said.cue),) if said.cue else ()
    content = tuple(span(text, part) for part in (said.content, said.also) if part)
    return Statement(
        (span(text, said.speaker),), cue, content, said.kind, CueClass.SAYING, nested=nested
    )

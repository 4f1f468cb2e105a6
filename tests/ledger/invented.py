"""Readings of invented reports, built by hand: the ledger's tests need no reader."""

from datetime import UTC, date, datetime
from typing import Any

from foedus.model.actor import ActorKind, Cast, Entity, Mention, MentionForm
from foedus.model.claim import Claim, Filler, Mood, Predicate, Voice
from foedus.model.dates import Granularity, Time
from foedus.model.document import Document, Line, LineRole, Receipt, Span
from foedus.model.reading import Reading
from foedus.model.statement import CueClass, Statement, StatementKind

NOON = datetime(2024, 6, 20, 12, tzinfo=UTC)
STATES = {"Arcadia": "ARC", "Borduria": "BOR", "Cathay": "CTH"}
PACT = (
    'Arcadia signed a pact with Borduria. "We shall stand together," Ada Vole said.\n'
    "Arcadia sent 40 tanks to Borduria in June."
)


class Clock:
    """A ledger's clock that the test sets; until then it is noon on 20 June 2024."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        return self.time

    def set(self, month: int, day: int) -> datetime:
        """Midnight (UTC) of that day of 2024."""
        self.time = datetime(2024, month, day, tzinfo=UTC)
        return self.time


def place(text: str, words: str) -> Span:
    """Where the words first stand in the text."""
    start = text.index(words)
    return Span(start, start + len(words))


def filler(text: str, words: str) -> Filler:
    return Filler(words, place(text, words), STATES.get(words))


def claim(text: str, passage: str, predicate: Predicate, **more: Any) -> Claim:
    """A claim in `passage`; roles (source="Arcadia") are words of the text.

    Beside roles: voice and hedge (words), mood, negated, since, until (dates), said (when).
    """
    hedge = more.pop("hedge", None)
    since, until = more.pop("since", None), more.pop("until", None)
    said = more.pop("said", None)
    time = Time(
        said, place(text, said) if said and said in text else None, since, until, Granularity.DAY
    )
    voice = more.pop("voice", None)
    mood, negated = more.pop("mood", Mood.ASSERTED), more.pop("negated", False)
    roles = tuple(
        (role.replace("_", "-"), filler(text, words))
        for role, given in more.items()
        for words in ([given] if isinstance(given, str) else given)
    )
    return Claim(
        predicate,
        place(text, passage),
        roles,
        voice=(Voice(voice, place(text, voice)),) if voice else (),
        mood=mood,
        hedge=(place(text, hedge),) if hedge else (),
        time=time,
        negated=negated,
    )


def reading(text: str, *claims: Claim, run: str = "hand/1", said: str | None = None) -> Reading:
    """A reading of the text; `said` are the words of one statement by Ada Vole."""
    offset, lines = 0, []
    for n, line in enumerate(text.split("\n"), 1):
        lines.append(Line(n, Span(offset, offset + len(line)), LineRole.BODY))
        offset += len(line) + 1
    cast = Cast((), ())
    statements: tuple[Statement, ...] = ()
    if said:
        speaker = place(text, "Ada Vole")
        entity = Entity("Ada Vole", ActorKind.PERSON, country="ARC", sector="GOV")
        cast = Cast((entity,), (Mention(speaker, 0, MentionForm.NAME),))
        content = (place(text, said),)
        statements = (Statement((speaker,), (), content, StatementKind.DIRECT, CueClass.SAYING),)
    return Reading(Document(text), tuple(lines), cast, statements, tuple(claims), run)


def receipt(text: str, name: str = "report.txt", **more: Any) -> Receipt:
    return Receipt(Document(text).id, name, more.pop("received", NOON), **more)


def pact(run: str = "hand/1") -> Reading:
    """Two claims and a statement."""
    signed = claim(
        PACT,
        "Arcadia signed a pact with Borduria.",
        Predicate.AGREEMENT_SIGNED,
        source="Arcadia",
        target="Borduria",
        instrument="a pact",
    )
    sent = claim(
        PACT,
        "Arcadia sent 40 tanks to Borduria in June.",
        Predicate.EXCHANGE,
        source="Arcadia",
        target="Borduria",
        goods="40 tanks",
        since=date(2024, 6, 1),
        until=date(2024, 6, 30),
    )
    return reading(PACT, signed, sent, run=run, said='"We shall stand together,"')

"""Events between actors: the types of PLOVER, their quad classes, and one event of a text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from foedus.model.claim import Filler, Mood, Predicate, Voice
from foedus.model.dates import Tense, Time
from foedus.model.document import Span


class EventType(StrEnum):
    """The event types of PLOVER (Open Event Data Alliance, 2016), with statements beside them.

    `YIELD` stands where CONCEDE and RETREAT are not told apart.
    """

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    YIELD = "YIELD"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    STATEMENT = "STATEMENT"


class Mode(StrEnum):
    """PLOVER's auxiliary modes of an event."""

    HISTORICAL = "historical"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


_T = EventType
_QUADS = (
    (_T.STATEMENT,),
    (_T.AGREE, _T.CONSULT, _T.SUPPORT, _T.CONCEDE),
    (_T.COOPERATE, _T.AID, _T.RETREAT, _T.YIELD),
    (_T.REQUEST, _T.ACCUSE, _T.REJECT, _T.THREATEN),
    (_T.PROTEST, _T.SANCTION, _T.MOBILIZE, _T.COERCE, _T.ASSAULT),
)
QUAD = {kind: number for number, kinds in enumerate(_QUADS) for kind in kinds}
"""0 a statement, 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict."""

CONFLICT = frozenset(kind for kind in EventType if QUAD[kind] > 2)
_CAMEO = {
    _T.AGREE: "03", _T.CONSULT: "04", _T.SUPPORT: "05", _T.COOPERATE: "06", _T.AID: "07",
    _T.CONCEDE: "08", _T.RETREAT: "08", _T.YIELD: "08", _T.REQUEST: "10", _T.ACCUSE: "11",
    _T.REJECT: "12", _T.THREATEN: "13", _T.PROTEST: "14", _T.MOBILIZE: "15", _T.SANCTION: "16",
    _T.COERCE: "17", _T.ASSAULT: "18",
}  # fmt: skip
_LIFTED = re.compile(
    r"(lift|eas|remov|waiv|relax|drop|suspend|cut|reduc|scrap|end|shelv|loosen)"
    r"(e|es|ed|ing|s|p?ped|p?ping|ting)?|roll\w* back"
)
_LIKE = {p.value: p for p in Predicate}
_P = Predicate
_TYPES = {
    **{_LIKE[t.value.lower()]: t for t in EventType if t.value.lower() in _LIKE},
    _P.AGREEMENT_PROPOSED: _T.AGREE, _P.AGREEMENT_PROMISED: _T.AGREE,
    _P.AGREEMENT_SIGNED: _T.SUPPORT, _P.AGREEMENT_RATIFIED: _T.SUPPORT,
    _P.AGREEMENT_JOINED: _T.SUPPORT, _P.AGREEMENT_EXTENDED: _T.SUPPORT,
    _P.AGREEMENT_SUSPENDED: _T.SANCTION, _P.AGREEMENT_DENOUNCED: _T.REJECT,
    _P.RETREAT: _T.YIELD, _P.VISIT: _T.CONSULT, _P.MEETING: _T.CONSULT, _P.MEASURE: _T.SANCTION,
}  # fmt: skip
_WILLS = {Mood.PROMISED: _T.AGREE, Mood.THREATENED: _T.THREATEN}
_OPEN = frozenset({Mood.POSSIBLE, Mood.CONDITIONAL, Mood.HYPOTHETICAL, Mood.FEARED, Mood.RUMOURED})
_WILLED = frozenset({Mood.PROMISED, Mood.THREATENED, Mood.PROPOSED, Mood.INTENDED})
_WORDS_GIVEN = frozenset({_T.AGREE, _T.THREATEN, _T.REQUEST})  # today, of what is to come
_STALE_DAYS = 366  # an event longer ago than a year before its report is background to it


@dataclass(frozen=True, slots=True)
class Party:
    """One side of an event.

    `code` is the country (ISO 3166-1 alpha-3, or IGO, NGO, IMG), `role` the PLOVER sector, "" where
    unknown; `actor` the gazetteer id and `name` the actor's own name, where the text tells them.
    """

    span: Span
    text: str
    code: str = ""
    role: str = ""
    actor: str | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One event that a text tells.

    A reciprocal event (talks, a joint pact) has all its parties in `sources`. `passage` is the
    sentence, `trigger` the word that tells the event. `cameo` is the CAMEO root of a statement
    ("01", or "02" for an appeal), which PLOVER keeps apart from its events. `roles` are what else
    the text tells of it, named as in `Claim`: goods, in-return-for, quantity, instrument, kind.
    """

    type: EventType
    sources: tuple[Party, ...]
    targets: tuple[Party, ...]
    trigger: Span
    passage: Span
    mood: Mood = Mood.ASSERTED
    mood_words: tuple[Span, ...] = ()
    hedge: tuple[Span, ...] = ()
    negated: bool = False
    voice: tuple[Voice, ...] = ()
    time: Time = field(default_factory=Time)
    place: Filler | None = None
    roles: tuple[tuple[str, Filler], ...] = ()
    statement_root: str = ""

    @property
    def quad(self) -> int:
        """The quad class; see `QUAD`."""
        return QUAD[self.type]

    @property
    def cameo(self) -> str:
        """The CAMEO root, as two digits."""
        return self.statement_root or _CAMEO[self.type]

    def modes(self, published: date | None = None) -> tuple[Mode, ...]:
        """PLOVER's auxiliary modes; see `modes_of`."""
        return modes_of(self.type, self.mood, self.time, self.negated, published)


def modes_of(
    kind: EventType, mood: Mood, time: Time, negated: bool, published: date | None = None
) -> tuple[Mode, ...]:
    """PLOVER's auxiliary modes of an event, as its mood and time show them.

    Historical needs a day of publication: an event that ended over a year before it.
    """
    ended = time.until or time.since
    found = []
    if published and ended and (published - ended).days > _STALE_DAYS:
        found.append(Mode.HISTORICAL)
    if kind not in _WORDS_GIVEN and (time.tense is Tense.FUTURE or mood in _WILLED):
        found.append(Mode.FUTURE)
    if mood in _OPEN:
        found.append(Mode.HYPOTHETICAL)
    if negated or mood is Mood.DENIED:
        found.append(Mode.NEGATED)
    return tuple(found)


def type_of(
    predicate: Predicate, roles: Mapping[str, str], mood: Mood = Mood.ASSERTED
) -> EventType | None:
    """The PLOVER type of what a claim tells, None of what is no event to PLOVER.

    A will is an agreement where it is promised, a threat where it is threatened.

    `roles` leads a role to its first words: goods for a price are trade, without one aid; a
    measure whose `event` is "lifted" yields.
    """
    if predicate is Predicate.MEASURE and _LIFTED.fullmatch(roles.get("event", "").lower()):
        return EventType.YIELD
    if predicate is Predicate.EXCHANGE:
        mutual = "kind" in roles or "in-return-for" in roles
        return EventType.COOPERATE if mutual else EventType.AID
    if predicate is Predicate.INTENT:
        return _WILLS.get(mood)
    return _TYPES.get(predicate)


def cameo_root(kind: EventType) -> str:
    """The CAMEO root of an event type as two digits, "" of a statement."""
    return _CAMEO.get(kind, "")

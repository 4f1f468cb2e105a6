"""Claims: what one voice says, in one passage, that one actor does to another.

We quote a claim; we never assert it. The id hashes everything but the run.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from foedus.model.dates import Time
from foedus.model.document import Span


class Mood(StrEnum):
    """How the voice puts it. Time (past, present, future) is a field of its own."""

    ASSERTED = "asserted"
    PROMISED = "promised"
    THREATENED = "threatened"
    PROPOSED = "proposed"
    INTENDED = "intended"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"
    RUMOURED = "rumoured"
    FEARED = "feared"


class Predicate(StrEnum):
    """What is claimed. Life cycle of an agreement, exchanges, meetings, measures, assessments;
    the remaining PLOVER event types stand for everything else that one actor does to another."""

    AGREEMENT_PROPOSED = "agreement.proposed"
    AGREEMENT_PROMISED = "agreement.promised"
    AGREEMENT_SIGNED = "agreement.signed"
    AGREEMENT_PUBLISHED = "agreement.published"
    AGREEMENT_RATIFIED = "agreement.ratified"
    AGREEMENT_JOINED = "agreement.joined"
    AGREEMENT_IN_FORCE = "agreement.in-force"
    AGREEMENT_EXTENDED = "agreement.extended"
    AGREEMENT_SUSPENDED = "agreement.suspended"
    AGREEMENT_DENOUNCED = "agreement.denounced"
    AGREEMENT_REPLACED = "agreement.replaced"
    AGREEMENT_LAPSED = "agreement.lapsed"
    AGREEMENT_UNVERIFIED = "agreement.unverified"
    PROVISION = "agreement.provision"
    EXCHANGE = "exchange"
    VISIT = "meeting.visit"
    MEETING = "meeting.held"
    MEASURE = "measure"
    INTENT = "intent"
    READING = "assessment.reading"
    PREDICTION = "assessment.prediction"
    UNSEEN = "assessment.text-unseen"
    RELATION = "relation"
    AGREE = "agree"
    CONSULT = "consult"
    SUPPORT = "support"
    CONCEDE = "concede"
    COOPERATE = "cooperate"
    AID = "aid"
    RETREAT = "retreat"
    REQUEST = "request"
    ACCUSE = "accuse"
    REJECT = "reject"
    THREATEN = "threaten"
    PROTEST = "protest"
    SANCTION = "sanction"
    MOBILIZE = "mobilize"
    COERCE = "coerce"
    ASSAULT = "assault"


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a role: the words, their place, and the actor (gazetteer id) where known.

    `entity` is the index into the text's `Cast`, for actors that the gazetteer does not know.
    """

    text: str
    span: Span
    actor: str | None = None
    entity: int | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of the chain of voices: a name as given, its place, the actor where known.

    The outermost voice, the document itself, is not repeated in each claim; its row names it.
    """

    name: str
    span: Span | None = None
    actor: str | None = None
    entity: int | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim. `passage` is the sentence or clause that it stands in.

    `roles` are (role, filler) pairs in order of the text; a role may come more than once.
    Roles in use: source, target, instrument, article, kind, predecessor, goods, in-return-for,
    purpose, provision, term, reading, gist, place, quantity, condition, consequence, topic,
    event, since-when. `gist` is the shortest stretch of a reading or an event that carries its
    point. An exchange with a `kind` ("trade", "swapped") is mutual: its sources are partners, and
    nothing tells who gives.
    `hedge` are the words of likelihood ("could", "unlikely"); `mood_words` show the mood.
    """

    predicate: Predicate
    passage: Span
    roles: tuple[tuple[str, Filler], ...]
    voice: tuple[Voice, ...] = ()
    mood: Mood = Mood.ASSERTED
    mood_words: tuple[Span, ...] = ()
    hedge: tuple[Span, ...] = ()
    time: Time = field(default_factory=Time)
    negated: bool = False

    def fillers(self, role: str) -> tuple[Filler, ...]:
        """Everything that fills the role, in order of the text."""
        return tuple(filler for name, filler in self.roles if name == role)

    def filler(self, role: str) -> Filler | None:
        """The first filler of the role, if any."""
        return next(iter(self.fillers(role)), None)

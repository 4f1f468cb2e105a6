"""Statements: who said what."""

from dataclasses import dataclass
from enum import StrEnum

from foedus.model.claim import Mood
from foedus.model.document import Span


class StatementKind(StrEnum):
    """Whether the content stands in quotation marks: wholly, not at all, or in part."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class CueClass(StrEnum):
    """What the cue shows: speech, an attitude (wants, fears, believes), or only an inference."""

    SAYING = "saying"
    ATTITUDE = "attitude"
    INFERRED = "inferred"


class CueMood(StrEnum):
    """How the cue stands: said in fact, denied ("did not say that"), only supposed, or asked.

    What is denied, hypothetical ("should say", "could argue", "if they announce") or questioned
    ("did they say that ...?", "whether they had said") nobody has said, as far as the text tells:
    it is no statement made, though the words to which it is put are kept.
    """

    SAID = "said"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"
    QUESTIONED = "questioned"


class Force(StrEnum):
    """What a speaker does by saying the words, as the cue has it: no judgement of ours.

    said: tells, in a word that shows no more. asked: puts a question. announced: makes known.
    argued: puts forward against doubt, or as what follows. claimed: says so where the report
    does not vouch for it. confirmed: says so of what was put forward before. admitted: says so
    against the own interest. denied: says that it is not so. agreed: shares a view, or consents.
    rejected: will not have it. warned: tells of a harm to come. threatened: tells of a harm that
    the speaker will do. promised: binds the speaker to a deed. suggested: puts forward as possible
    or advisable. demanded: wants others to do a deed, from a plea to an order. predicted: tells
    what will be. praised, supported, criticised: speaks well of a thing, stands for it, speaks
    ill of it. accused: lays a wrong to somebody. joked: says so not in earnest. described: gives a
    name or a quality. unstated: the cue shows no act of speech ("believes", "wants"), or none
    listed here.
    """

    SAID = "said"
    ASKED = "asked"
    ANNOUNCED = "announced"
    ARGUED = "argued"
    CLAIMED = "claimed"
    CONFIRMED = "confirmed"
    ADMITTED = "admitted"
    DENIED = "denied"
    AGREED = "agreed"
    REJECTED = "rejected"
    WARNED = "warned"
    THREATENED = "threatened"
    PROMISED = "promised"
    SUGGESTED = "suggested"
    DEMANDED = "demanded"
    PREDICTED = "predicted"
    PRAISED = "praised"
    SUPPORTED = "supported"
    CRITICISED = "criticised"
    ACCUSED = "accused"
    JOKED = "joked"
    DESCRIBED = "described"
    UNSTATED = "unstated"


class SpeakerKind(StrEnum):
    """What sort of speaker it is. A text, or a thing, has words ascribed to it; nobody says them.

    Unknown is also what is no speaker to be shown: "both" of whom it is not clear, "it", "the
    summit", "a Spain that wanted peace".
    """

    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    GROUP = "group"
    TEXT = "text"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Manner:
    """How one clause of a content is put by whoever says it (DESIGN.md section 3, "mood").

    `clause` is the part of the content that it tells of. `mood` is None where the words put
    nothing as anything: "the new law" in "she criticised the new law", "why they left".
    `mood_words` show the mood and may stand in the cue ("vowed", "wants"); `hedge` are the words
    of likelihood ("may", "is unlikely to"). `negated`: what the clause tells is said not to be so.
    A `condition` has its `consequence` beside it: what the clause tells, without the condition.
    """

    clause: tuple[Span, ...]
    mood: Mood | None = None
    mood_words: tuple[Span, ...] = ()
    hedge: tuple[Span, ...] = ()
    negated: bool = False
    condition: Span | None = None
    consequence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what. Spans are passages of one text; each role may be in several pieces.

    `basis` says how the speaker was found: "cue" (a cue in the text), "continued" (a quotation
    that directly continues the same speaker's paragraph; then `cue` is empty) "none"
    (unattributed; then `speaker` is empty) or "model" (a cue in the text, whose speaker only a
    tagger that the user trained gives). `nested` are statements within this content.
    `entity` is the index into the text's `Cast` of whom the speaker's words name, where known;
    where they name several ("Lima and Quito", "both"), `entity` is None and `joint` holds all.
    `plural`: the speaker's words take a verb in the plural ("officials", "the two sides").
    Of a speaker without a name `phrase` is the whole of what the text says of them, where that is
    more than `speaker` ("officials who asked not to be named"); `anonymous` where the words show
    that they would not be named.
    `put` tells how the content is put, clause by clause, in order of the text; empty where that
    has not been read. The first stands for the statement. `force` is what the cue makes of the
    words; whether they were said at all, `cue_mood` tells.
    """

    speaker: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: StatementKind
    cue_class: CueClass
    basis: str = "cue"
    cue_lemma: str = ""
    nested: tuple["Statement", ...] = ()
    entity: int | None = None
    joint: tuple[int, ...] = ()
    speaker_kind: SpeakerKind = SpeakerKind.UNKNOWN
    cue_mood: CueMood = CueMood.SAID
    plural: bool = False
    put: tuple[Manner, ...] = ()
    phrase: tuple[Span, ...] = ()
    anonymous: bool = False
    force: Force = Force.UNSTATED

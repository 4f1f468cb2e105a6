"""One clause of a document, as it is compared with those of others."""

from dataclasses import dataclass

from foedus.model.claim import Mood, Voice
from foedus.model.dates import Time
from foedus.model.document import Span


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with what it counts: "more than 40 vehicles" of the unit "vehicle"."""

    span: Span
    unit: str


@dataclass(frozen=True, slots=True)
class Assertion:
    """What one clause says, with its place: `span` are offsets into the document.

    `verb` and `words` are lemmas; `words` are those that carry the content, the verb among them.
    `subject` and `object` are who acts and who or what is acted on, also of a verb in the passive:
    the key of an actor (a gazetteer id, else the name in small letters) or a noun's lemma, ""
    where the clause has none, or a pronoun that stands for nobody known. `names` are the keys of
    all actors in it. `voice` is the chain of those who say
    it, outermost first, () for the document itself; `quoted` whether these are their own words.
    `hedge` are its words of likelihood, `mood_words` those that show the mood.
    `stated` is whether the clause says that something is so: not "to withdraw", not "whether he
    agrees". `main` is whether the clause stands on its own, or is all that somebody is said to say.
    """

    document: str
    span: Span
    verb: str
    words: tuple[str, ...]
    subject: str
    object: str
    names: frozenset[str]
    counted: tuple[Counted, ...]
    time: Time
    mood: Mood
    negated: bool
    hedge: tuple[Span, ...]
    mood_words: tuple[Span, ...]
    voice: tuple[Voice, ...]
    quoted: bool
    main: bool
    stated: bool

    @property
    def denies(self) -> bool:
        """Whether it says that something is not so."""
        return self.negated != (self.mood is Mood.DENIED)

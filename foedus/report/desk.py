"""What every section of the brief works with: the dossier, the passages, the names of actors."""

from collections.abc import Iterable, Sequence
from datetime import date

from foedus.model.claim import Filler, Voice
from foedus.model.document import LineRole
from foedus.read.gazetteer import Gazetteer
from foedus.report.dossier import Dossier, Said, Source, Told, plain
from foedus.report.naming import bare, capitalised, listed, with_article
from foedus.report.passages import Passages

PRONOUNS = frozenset(
    "he she it they him her them we us i you my this that these those which who both".split()
)

# a quotation within a quotation takes single marks
_INNER = str.maketrans({"“": "‘", "”": "’"})


class Desk:
    """The dossier with its passages and the gazetteer's names for the actors in it."""

    def __init__(self, dossier: Dossier, gazetteer: Gazetteer) -> None:
        self.dossier = dossier
        self.gazetteer = gazetteer
        self.passages = Passages(dossier)

    def name(self, filler: Filler | Voice) -> str:
        """The gazetteer's name of the filler's actor, else its own words without the article."""
        return self.actor_name(filler.actor) or bare(
            filler.text if isinstance(filler, Filler) else filler.name
        )

    def actor_name(self, actor: str | None) -> str:
        """The name of an actor by id, with the article that a sentence needs; "" when unknown."""
        if actor is None:
            return ""
        record = self.gazetteer.records.get(actor)
        if record:
            return with_article(record.name)
        person = self.gazetteer.persons.get(actor)
        return person.name if person else ""

    def state(self, actor: str | None, on: date | None = None) -> str:
        """The state behind an actor: a state itself, else the state whose office a person holds.

        "" when the actor is unknown or holds the offices of several states.
        """
        if actor is None:
            return ""
        record = self.gazetteer.records.get(actor)
        if record:
            return record.id if record.kind == "state" else ""
        states = {office.record for office, holder in self.gazetteer.offices_of(actor, on)}
        states = states or {office.record for office, _ in self.gazetteer.offices_of(actor)}
        return states.pop() if len(states) == 1 else ""

    def states(self, fillers: Iterable[Filler], on: date | None = None) -> tuple[str, ...]:
        """The states behind the fillers, each once, in order."""
        found = (self.state(filler.actor, on) for filler in fillers)
        return tuple(dict.fromkeys(state for state in found if state))

    def key(self, filler: Filler) -> str:
        """By what two fillers are the same: actor id, else the words without article and case."""
        return filler.actor or plain(bare(filler.text))

    def key_of_voice(self, voice: Voice) -> str:
        """By what two voices are the same: actor id, else the name without its marks."""
        return voice.actor or plain(voice.name)

    def read_in(self, told: Told) -> LineRole:
        """The role of the line that the claim stands in."""
        return told.source.line_at(told.claim.passage.start).role

    def reports(self, items: Sequence[Told | Said]) -> str:
        """The labels of the sources of these claims: "Report A and Report B"."""
        return listed(dict.fromkeys(item.source.label for item in items))

    def voices(self, told: Told) -> str:
        """The chain of voices in words, innermost last; the report where there is none.

        Links that name nobody ("I", "the plan") are left out where another link does.
        """
        chain = [self.name(voice) for voice in told.claim.voice]
        known = [n for n in chain if n[:1].isupper() and plain(n) not in PRONOUNS]
        return " > ".join(dict.fromkeys(known or chain[:1])) or told.source.label

    def sources(self) -> tuple[Source, ...]:
        return self.dossier.sources


def unique_ids(items: Iterable[Told | Said]) -> tuple[str, ...]:
    """The ids of claims and statements, each once, in order."""
    return tuple(dict.fromkeys(item.id for item in items))


def sentence(words: str) -> str:
    """The words as a sentence: first letter large, one full stop."""
    text = capitalised(words.strip().rstrip(" ,;:"))
    return text if text.endswith((".", "?", "!", ".”", "?”", "!”")) else f"{text}."


def trimmed(words: str, limit: int) -> str:
    """At most `limit` words, the cut shown as an ellipsis."""
    tokens = words.split()
    if len(tokens) <= limit:
        return words
    return " ".join(tokens[:limit]).rstrip(" ,;:–-") + " …"


def quoted(words: str, limit: int = 14) -> str:
    """The words between quotation marks, their own outer marks dropped, cut at `limit` words."""
    inner = words.strip()
    if inner[:1] in '“"' and inner[-1:] in '”"' and not any(m in inner[1:-1] for m in '“”"'):
        inner = inner[1:-1]
    inner = inner.strip(" ,;").translate(_INNER)
    return f"“{_closed(trimmed(inner, limit))}”"


def _closed(words: str) -> str:
    """The words with an inner quotation that the cut left open closed again."""
    return f"{words}’" if words.count("‘") > words.count("’") else words

"""What every section of the brief works with: the dossier, the passages, the names of actors."""

from collections.abc import Iterable, Sequence
from datetime import date

from foedus.ledger.origins import independent
from foedus.model.claim import Filler, Voice
from foedus.read.gazetteer import Gazetteer
from foedus.report.callings import PRONOUNS, UNOFFICIAL, called, is_named
from foedus.report.dossier import Dossier, Said, Source, Told, bare_name, full_names, plain
from foedus.report.naming import bare, capitalised, listed, says, with_article
from foedus.report.passages import Passages
from foedus.report.quoting import Quoting, Words


class Desk:
    """The dossier with its passages and the gazetteer's names for the actors in it."""

    def __init__(self, dossier: Dossier, gazetteer: Gazetteer) -> None:
        self.dossier = dossier
        self.gazetteer = gazetteer
        self.passages = Passages(dossier)
        self.quoting = Quoting(dossier.said)
        self._full_names = full_names(dossier.said, dossier.told)

    def name(self, filler: Filler | Voice) -> str:
        """The gazetteer's name of the filler's actor, else its own words without the article.

        Lawmakers, rebels and the like of a state are not the state.
        """
        if isinstance(filler, Filler) and UNOFFICIAL.search(filler.text):
            return bare(filler.text)
        return self.actor_name(filler.actor) or bare(
            filler.text if isinstance(filler, Filler) else filler.name
        )

    def voice_name(self, told: Told, voice: Voice) -> str:
        """A voice for a sentence: by name, else as the report calls it, with an article."""
        name = self._full(voice)[0] or self.name(voice)
        if voice.actor is not None:
            return name
        if name.casefold() == "unattributed":
            return "somebody unnamed"
        return called(told, voice, name)

    def _full(self, voice: Voice) -> tuple[str, str | None]:
        """The full name and the actor behind "Dr Doe", where one Doe alone speaks; else ""."""
        if voice.actor is not None or not voice.name[:1].isupper():
            return "", voice.actor
        name, actor = self._full_names.get(bare_name(voice.name), ("", None))
        return self.actor_name(actor) or name, actor

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
        name, actor = self._full(voice)
        return voice.actor or actor or bare_name(name or voice.name)

    def reports(self, items: Sequence[Told | Said]) -> str:
        """The labels of the sources of these claims, copies as one: "Report A and Report B"."""
        voices = {item.source.voice: item.source.label for item in reversed(items)}
        first = {item.source.voice: None for item in items}
        return listed(voices[voice] for voice in first)

    def all_or(self, items: Sequence[Told | Said]) -> str:
        """ "both reports", "all 3 reports", else their labels; copies count as one."""
        total = len({source.voice for source in self.sources()})
        if len({item.source.voice for item in items}) == total > 1:
            return "both reports" if total == 2 else f"all {total} reports"
        return self.reports(items)

    def filler_words(self, told: Told, filler: Filler | None, limit: int = 14) -> Words:
        """A filler's words for the brief: in marks only where they are a speaker's own."""
        if filler is None:
            return Words("", own=False, cut=False)
        return self.quoting.words(told.source, filler.span, limit)

    def independent(self, told: Sequence[Told]) -> int:
        """How many independent voices stand behind the claims.

        One speaker in many reports is one voice, as are many speakers known from one report.
        """
        return independent(
            (self.key_of_voice(t.claim.voice[-1]) if t.claim.voice else t.origin, t.origin)
            for t in told
        )

    def voices(self, told: Told) -> str:
        """The chain of voices in words, innermost first ("officials, says Jane Doe").

        The report where there is none.

        Links that name nobody ("I", "the plan") are left out where another link does.
        """
        chain = [v for v in told.claim.voice if plain(v.name) not in PRONOUNS]
        named = [v for v in chain if is_named(v)]
        names = [self.voice_name(told, voice) for voice in named or chain[:1]]
        outermost_last = list(dict.fromkeys(reversed(names)))
        first, *passing = outermost_last or [told.source.voice_label]
        return ", ".join([first, *map(says, passing)])

    def on_word_of(self, told: Sequence[Told]) -> str:
        """Whose word it is, where no report says it itself; else ""."""
        if any(not t.claim.voice for t in told):
            return ""
        return listed(dict.fromkeys(self.voices(t) for t in told))

    def sources(self) -> tuple[Source, ...]:
        return self.dossier.sources


def unique_ids(items: Iterable[Told | Said]) -> tuple[str, ...]:
    """The ids of claims and statements, each once, in order."""
    return tuple(dict.fromkeys(item.id for item in items))


def sentence(words: str) -> str:
    """The words as a sentence: first letter large, one full stop."""
    text = capitalised(words.strip().rstrip(" ,;:"))
    return text if text.endswith((".", "?", "!", "…", ".”", "?”", "!”", "…”")) else f"{text}."

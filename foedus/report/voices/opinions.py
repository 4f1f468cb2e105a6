"""Reports and a treaty of the library in, who reads which of its open terms how, out.

A reader in a report stands under a reading only where the words say just that (`placing.py`);
whoever cannot be placed keeps the own words. Those whom the library names stand beside, with its
sources.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from foedus.law.terms import open_readings, term_of
from foedus.model.claim import Predicate
from foedus.model.term import Holder, Term
from foedus.model.treaty import Treaty
from foedus.report.callings import is_name
from foedus.report.desk import Desk
from foedus.report.dossier import Told, bare_name
from foedus.report.sections.casus.placing import Placed, placed
from foedus.report.sections.instruments import Instrument, instruments
from foedus.report.sections.library import held_treaty
from foedus.report.sections.readings import reading_words, readings
from foedus.report.sections.sources import published

ANNOUNCED, REPORTED = "announced", "reported"


@dataclass(frozen=True, slots=True)
class Opinion:
    """One voice on one open term, "" where the words name none.

    `reading` is "" where the voice is unplaced. `seen` is the text that the voice had seen
    (announced, reported, published), "" where that is not known. Of a report `told` is the claim;
    of the library `source` the page or book, and `note` what it says there.
    """

    treaty: str
    term: str
    reading: str
    who: str
    key: str
    since: str = ""
    seen: str = ""
    words: str = ""
    told: Told | None = None
    source: str = ""
    note: str = ""

    @property
    def named(self) -> bool:
        """Whether it is somebody's: "officials" and the report itself have no vote."""
        return self.told is None or is_name(self.who)


def treaties_read(desk: Desk) -> list[tuple[Instrument, Treaty]]:
    """The agreements of the reports that the library holds, the most reported first."""
    found = ((one, held_treaty(desk, one)) for one in instruments(desk))
    return [(one, held.treaty) for one, held in found if held is not None]


def terms_of(treaty: Treaty) -> list[Term]:
    """The open terms of its clauses, each once, those that decide first."""
    words = [
        word
        for clause in treaty.clauses
        for word in (
            *clause.open_terms,
            *(limit.term for limit in (*clause.conditions, *clause.unless) if limit.term),
        )
    ]
    found = {term.id: term for word in words if (term := term_of(word)) is not None}
    return sorted(found.values(), key=lambda term: not term.decides)


def opinions(desk: Desk | None, treaty: Treaty) -> list[Opinion]:
    """Every opinion on the treaty: those of the reports, then those of the library."""
    terms = terms_of(treaty)
    told = list(_told(desk, treaty, terms)) if desk is not None else []
    return [*told, *(one for term in terms for one in _held(treaty, term))]


def _told(desk: Desk, treaty: Treaty, terms: Sequence[Term]) -> Iterator[Opinion]:
    found = placed(desk, treaty.id, terms)
    for one in found:
        yield _opinion(desk, treaty, one)
    on_a_term = {one.told.id for one in found}
    for holder, group in readings(desk):
        for told in group:
            if told.id not in on_a_term:
                yield _opinion(desk, treaty, Placed(holder, told, "", ""))


def _opinion(desk: Desk, treaty: Treaty, one: Placed) -> Opinion:
    day = published(one.told.source)
    who = one.holder.rstrip(",")
    return Opinion(
        treaty=treaty.id,
        term=one.term,
        reading=one.reading,
        who=who,
        key=bare_name(who),
        since=day.isoformat() if day else "",
        seen=_seen(desk, one.told, treaty, day),
        words=reading_words(desk, one.told, limit=40),
        told=one.told,
    )


def _seen(desk: Desk, told: Told, treaty: Treaty, day: date | None) -> str:
    """Which text the voice had seen, as far as the report tells.

    Before the signing it can be only what was announced; whoever says that the text is not known
    in full had it as reported. Else it is not known: a reading is moved to no later text.
    """
    signed = [fact.day.first for fact in treaty.signed if fact.day]
    if day and signed and day < min(signed):
        return ANNOUNCED
    speaker = told.claim.voice[-1] if told.claim.voice else None
    for unseen in desk.dossier.of(Predicate.UNSEEN.value):
        other = unseen.claim.voice[-1] if unseen.claim.voice else None
        same = desk.key_of_voice(other) == desk.key_of_voice(speaker) if other and speaker else (
            other is None and speaker is None
        )  # fmt: skip
        if same and unseen.source == told.source:
            return REPORTED
    return ""


def _held(treaty: Treaty, term: Term) -> Iterator[Opinion]:
    """Those whom the library names for this treaty; of others they may hold another reading."""
    for reading in open_readings(term, treaty.id):
        for holder in reading.holders:
            if holder.treaty == treaty.id:
                yield _of_library(treaty, term, reading.id, holder)


def _of_library(treaty: Treaty, term: Term, reading: str, holder: Holder) -> Opinion:
    return Opinion(
        treaty=treaty.id,
        term=term.id,
        reading=reading,
        who=holder.who,
        key=_key(holder.who),
        since=holder.since.text if holder.since else "",
        seen=holder.seen,
        source=holder.source,
        note=holder.note,
    )


def _key(who: str) -> str:
    """A person by the name alone; a body of a state by the whole."""
    name = who.split(",", maxsplit=1)[0]
    return bare_name(name) if len(name.split()) > 1 and "," in who else who.casefold()

"""What the foedus library holds on the same instrument and persons: notes set apart.

Nothing here comes from the reports; each note names its record and, where there is one, its source.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from foedus.law import library
from foedus.law.standing import Standing
from foedus.model.claim import Predicate
from foedus.model.dates import Granularity
from foedus.model.treaty import DatedFact, Treaty
from foedus.model.treaty_words import Ending
from foedus.report.desk import Desk, sentence
from foedus.report.dossier import plain
from foedus.report.items import Item
from foedus.report.naming import day_words, listed
from foedus.report.quoting import clause_cut
from foedus.report.sections.instruments import GENERIC, SURE, Instrument, predecessors
from foedus.report.sections.offices import office_notes

PREDECESSOR_YEARS = 4
_ENDED = {
    Ending.EXPIRED: "expired",
    Ending.DENOUNCED: "was denounced",
    Ending.REPLACED: "was replaced",
    Ending.TERMINATED: "was terminated",
    Ending.DISSOLVED: "was dissolved",
    Ending.BROKEN: "was broken",
    Ending.STATE_CEASED: "ended with the state",
}


def library_day() -> str:
    """The day of the newest dated fact of the treaty library, in words."""
    return day_words(library().newest_fact)


def library_notes(desk: Desk, found: tuple[Instrument, ...]) -> dict[str, list[Item]]:
    """The notes by section: one on the instrument and what it replaces, one an office."""
    main = found[0] if found else None
    held = held_treaty(desk, main) if main else None
    notes = [_note(held)] if held else []
    notes += list(_old(main, held)) if main and main.parties else []
    day = _signed_day(held.treaty) if held else None
    return {
        "instrument": [_together(notes)] if notes else [],
        "statements": list(office_notes(desk, day)),
    }


@dataclass(frozen=True, slots=True)
class Note:
    """What the library has on one treaty, and the page or book that it has it from."""

    treaty: str
    words: str
    source: str


def _together(notes: list[Note]) -> Item:
    """One note set apart: what is held on each treaty, then from where."""
    places = ", ".join(dict.fromkeys(place_named(n.source) for n in notes if n.source))
    words = [note.words for note in notes]
    told = [w.replace("the treaty of", "that of", 1) if n > 1 else w for n, w in enumerate(words)]
    text = "; ".join(told)
    # as of when stands in the brief's first line
    return Item(
        sentence(f"{text} ({places})" if places else text),
        (),
        {"treaties": [{"treaty": n.treaty, "words": n.words, "source": n.source} for n in notes]},
        library=True,
    )


def place_named(source: str) -> str:
    """The place that a source names, in short: its host, or its first words."""
    host = re.match(r"https?://(?:www\.|m\.)?([^/]+)", source)
    return host[1] if host else clause_cut(source, 8)


def held_treaty(desk: Desk, main: Instrument) -> Standing | None:
    """The library's treaty for the instrument, as of its newest fact: the same parties, and signed
    on the same day or, where the reports give no day, called by the same proper title.
    """
    if len(main.parties) < 2:
        return None
    days = _days_signed(main)
    for held in library().find(main.parties, library().newest_fact):
        known = {fact.day.first for fact in held.treaty.signed if fact.day}
        if days & known or (not days and _is_called(held.treaty, main.title)):
            return held
    return None


def _days_signed(main: Instrument) -> set[date]:
    """The days on which the reports have it signed."""
    told = main.stage(Predicate.AGREEMENT_SIGNED)
    times = [t.claim.time for t in told if t.claim.mood in SURE]
    return {t.since for t in times if t.since and t.granularity is Granularity.DAY}


def _is_called(treaty: Treaty, title: str) -> bool:
    """Whether the title has a proper word, and stands within one of the treaty's own."""
    words = plain(title)
    titles = (plain(own) for own in (treaty.title, *treaty.also_called))
    return not set(words.split()) <= GENERIC and any(words in own for own in titles)


def _note(standing: Standing) -> Note:
    """When the library has it signed, in force and ended."""
    treaty = standing.treaty
    parts = [f"signed {_days(treaty.signed)}"] if treaty.signed else []
    parts += [f"in force {_days(treaty.in_force)}"] if treaty.in_force else []
    parts += [f"ended {_days(treaty.ended)}"] if treaty.ended else []
    source = _source((*treaty.in_force, *treaty.signed, *treaty.ended))
    return Note(treaty.id, ", ".join(parts) or "no dates held", source)


def _source(facts: tuple[DatedFact, ...]) -> str:
    return next((fact.source for fact in facts if fact.source), "")


def _old(main: Instrument, held: Standing | None) -> Iterator[Note]:
    """Treaties said to be replaced that the library has ended: how, and when."""
    years = {int(y) for words, _ in predecessors(main) for y in _years(words)}
    for year in sorted(years)[:PREDECESSOR_YEARS]:
        for standing in library().find(main.parties, library().newest_fact, signed=year):
            treaty = standing.treaty
            ended = tuple(fact for fact in treaty.ended if fact.day)
            if not ended or (held and treaty.id == held.treaty.id):
                continue
            how = _ENDED.get(ended[0].how, "ended") if ended[0].how else "ended"
            words = f"the treaty of {_days(treaty.signed)} {how} {_when(ended)}"
            yield Note(treaty.id, words, _source(ended))


def _years(words: str) -> list[str]:
    return [w for w in plain(words).split() if w.isdigit() and len(w) == 4]


def _signed_day(treaty: Treaty) -> date | None:
    return next((fact.day.first for fact in treaty.signed if fact.day), None)


def _when(facts: tuple[DatedFact, ...]) -> str:
    """The day with its preposition: "on 4 December 2024", "in 1996"."""
    words = _days(facts)
    exact = len({fact.day for fact in facts}) == 1 and words.count(" ") > 1
    return f"{'on' if exact else 'in'} {words}"


def _days(facts: tuple[DatedFact, ...]) -> str:
    """The day in words, marked where not verified; where sources differ, the years they give."""
    dated = [fact for fact in facts if fact.day]
    shown = list(dict.fromkeys(map(_partial, dated)))
    if len(shown) > 1:
        years = sorted({fact.day.first.year for fact in dated if fact.day})
        return f"{listed(map(str, years), 'or')} (sources differ)"
    verified = any(fact.status.value == "verified" for fact in dated)
    return "".join(shown) + ("" if verified else " (not verified)")


def _partial(fact: DatedFact) -> str:
    text = fact.day.text if fact.day else ""
    return day_words(fact.day.first) if fact.day and text.count("-") == 2 else text

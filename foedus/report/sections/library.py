"""What the foedus library holds on the same instrument and persons: notes set apart.

Nothing here comes from the reports; each note names its record and, where there is one, its source.
"""

from collections.abc import Iterator
from datetime import date

from foedus.law import library
from foedus.law.standing import Standing
from foedus.model.treaty import DatedFact, Treaty
from foedus.report.desk import Desk, sentence
from foedus.report.dossier import plain
from foedus.report.items import Item
from foedus.report.naming import day_words, listed
from foedus.report.sections.instruments import Instrument, predecessors
from foedus.report.sections.offices import office_notes

PREDECESSOR_YEARS = 4


def library_day() -> str:
    """The day of the newest dated fact of the treaty library, in words."""
    return day_words(library().newest_fact)


def library_notes(desk: Desk, found: tuple[Instrument, ...]) -> dict[str, list[Item]]:
    """The notes by section."""
    main = found[0] if found else None
    held = _held(desk, main) if main else None
    notes = [_note(held, main)] if held and main else []
    if main and main.parties:
        notes += list(_old(main, held))
    day = _signed_day(held.treaty) if held else None
    return {"instrument": notes, "statements": list(office_notes(desk, day))}


def _held(desk: Desk, main: Instrument) -> Standing | None:
    """The library's treaty for the instrument: same parties, and same title or same day signed."""
    if len(main.parties) < 2:
        return None
    for standing in library().find(main.parties, library().newest_fact):
        titles = [plain(t) for t in (standing.treaty.title, *standing.treaty.also_called)]
        signed = {t.claim.time.since for t in main.told if t.claim.time.since}
        same_day = any(fact.day and fact.day.first in signed for fact in standing.treaty.signed)
        if same_day or any(plain(main.title) in title for title in titles):
            return standing
    return None


def _note(standing: Standing, main: Instrument) -> Item:
    treaty = standing.treaty
    parts = [f"held as {treaty.id}"]
    parts += [f"signed {_days(treaty.signed)}"] if treaty.signed else []
    parts += [f"in force {_days(treaty.in_force)}"] if treaty.in_force else []
    parts += [f"ended {_days(treaty.ended)}"] if treaty.ended else []
    source = next((f.source for f in (*treaty.in_force, *treaty.signed) if f.source), "")
    return Item(
        sentence("; ".join(parts)),
        (),
        {"treaty": treaty.id, "source": source, "status": standing.status.value},
        library=True,
    )


def _old(main: Instrument, held: Standing | None) -> Iterator[Item]:
    """Treaties said to be replaced that the library records as ended another way, or before."""
    years = {int(y) for words, _ in predecessors(main) for y in _years(words)}
    since = _signed_day(held.treaty) if held else None
    for year in sorted(years)[:PREDECESSOR_YEARS]:
        for standing in library().find(main.parties, library().newest_fact, signed=year):
            treaty = standing.treaty
            ended = [fact for fact in treaty.ended if fact.day]
            if held and treaty.id == held.treaty.id:
                continue
            early = (
                bool(ended)
                and since is not None
                and all(f.day and f.day.last < since for f in ended)
            )
            words = f"the treaty of {_days(treaty.signed)} ({treaty.id})"
            if ended:
                how = f"{ended[0].how.value} " if ended[0].how else "ended "
                words += f" is recorded as {how}{_when(treaty.ended)}"
            words += ", before the new one was signed" if early else ""
            yield Item(
                sentence(words),
                (),
                {"treaty": treaty.id, "source": ended[0].source if ended else "", "differs": early},
                library=True,
            )


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

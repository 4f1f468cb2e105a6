"""A dossier in, a brief out: every section composed, every id led to its passage."""

from foedus.read.gazetteer import Gazetteer
from foedus.report.budget import WORDS, filled, fits, measured, within_budget
from foedus.report.changes import Changed
from foedus.report.desk import Desk
from foedus.report.dossier import Dossier
from foedus.report.items import SECTIONS, Brief, Item
from foedus.report.measure import Verbatim, words_in
from foedus.report.naming import capitalised, listed
from foedus.report.pictures import svg, ties_picture, timeline_picture
from foedus.report.sections.casus.items import casus_items
from foedus.report.sections.changes import change_items, since_items
from foedus.report.sections.comparison import comparison_items
from foedus.report.sections.duties import duty_items
from foedus.report.sections.events import event_items
from foedus.report.sections.exchanges import exchange_items
from foedus.report.sections.flows import flows, in_own_words, pledges
from foedus.report.sections.instrument import instrument_items
from foedus.report.sections.instruments import Instrument, instruments
from foedus.report.sections.library import library_day, library_notes
from foedus.report.sections.possibilities import possibility_items
from foedus.report.sections.readings import gist, readings
from foedus.report.sections.sources import as_of_items, source_items
from foedus.report.sections.speakers import Place, gathered, named, speaker_items, unheard
from foedus.report.sections.ties import ties
from foedus.report.sections.timeline import dated, timeline_items, undated
from foedus.report.sections.unknowns import unknown_items
from foedus.report.sections.wordings import pairs, quotations

SILENT_WORDS = 40  # at most, for those of whom the page has only the name


def compose(
    dossier: Dossier, gazetteer: Gazetteer, pictures: bool = True, changed: Changed | None = None
) -> Brief:
    """The brief of a dossier, with what changed where there is `changed`.

    `pictures` off saves the second that drawing takes.
    """
    desk = Desk(dossier, gazetteer)
    found = instruments(desk)
    parties = found[0].parties if found else ()
    timeline = timeline_items(desk, found)
    notes = library_notes(desk, found)
    made: dict[str, list[Item]] = {
        "as_of": [*as_of_items(desk, library_day()), *(since_items(changed) if changed else ())],
        "changes": change_items(desk, changed) if changed else [],
        "events": event_items(desk, found),
        "instrument": [*instrument_items(desk, found), *notes["instrument"]],
        "duties": duty_items(desk, found),
        "exchanges": exchange_items(desk),
        "statements": [*speaker_items(desk, shown_above(desk), parties), *notes["statements"]],
        "comparison": comparison_items(desk, found),
        "possibilities": possibility_items(desk),
        "if_it_came_to_it": casus_items(desk, found),
        "timeline": timeline,
        "not_known": unknown_items(desk, found),
        "sources": source_items(desk),
    }
    title = _title(desk, found)
    fitted = _fitted(made, Verbatim(dossier.sources), title)
    sections = {name: tuple(fitted[name]) for name in SECTIONS}
    cited = desk.passages.numbered(item for name in SECTIONS for item in sections[name])
    drawn = _pictures(desk, found, timeline) if pictures else {}
    return Brief(title, sections, cited, drawn)


def _fitted(made: dict[str, list[Item]], verbatim: Verbatim, title: str) -> dict[str, list[Item]]:
    """What the page has room for, with room for the names of those whom it does not quote."""
    fitted = within_budget(made, verbatim, title)
    silent = unheard(made["statements"], fitted["statements"], _read(fitted))
    names = min(SILENT_WORDS, sum(words_in(named(item.fields)) for item in silent))
    fitted = within_budget(made, verbatim, title, WORDS - names) if names else fitted
    given, lines = made["statements"], fitted["statements"]
    told: list[Item] = []
    for item in unheard(given, lines, _read(fitted)):
        trial = {**fitted, "statements": gathered(given, lines, [*told, item])}
        if not lines[given.index(item)].behind or fits(measured(trial, verbatim, title)):
            told.append(item)
    full = {**fitted, "statements": gathered(given, lines, told)}
    # what the names did not need is for the lines of the other sections
    others = {name: items for name, items in made.items() if name != "statements"}
    return filled(full, others, verbatim, title)


def _read(fitted: dict[str, list[Item]]) -> list[str]:
    """The speakers who stand in front with a reading."""
    front = [item for item in fitted["duties"] if not item.behind]
    return [str(item.fields["holder"]) for item in front if "holder" in item.fields]


def shown_above(desk: Desk) -> list[Place]:
    """The words that stand in other sections: readings, pledges, remarks in two wordings."""
    told = [(t, gist(t)) for _, group in readings(desk) for t in group]
    told += [(t, t.claim.filler("topic")) for t in pledges(desk) if in_own_words(desk, t)]
    told += [(t, f) for flow in flows(desk) for t in flow.told for f in t.claim.fillers("goods")]
    places = [(t.source.letter, filler.span) for t, filler in told if filler]
    for pair in (p for p in pairs(quotations(desk)) if not p.same):
        places.append((pair.first.source.letter, pair.first_span))
        places.append((pair.second.source.letter, pair.second_span))
    return places


def _title(desk: Desk, found: tuple[Instrument, ...]) -> str:
    """The instrument and its parties; without one, the first report's headline."""
    if found and found[0].parties:
        parties = listed(desk.actor_name(party) for party in found[0].parties)
        return f"{capitalised(parties)}: {found[0].title}"
    headline = next((s.headline for s in desk.sources() if s.headline), "")
    return headline or f"Brief on {len(desk.sources())} reports"


def _pictures(desk: Desk, found: tuple[Instrument, ...], timeline: list[Item]) -> dict[str, str]:
    drawn = {}
    between = ties(desk, found)
    if between:
        drawn["ties"] = svg(ties_picture(between))
    events = dated(timeline)
    if events:
        drawn["timeline"] = svg(timeline_picture(events, undated(timeline)))
    return drawn

"""What the reports raise about their instrument in, the section "if it came to it" out.

What the reports say (what is raised, who reads the word that decides) stands apart from what the
library and the engine answer, which are notes from the library and from no report.
"""

from collections.abc import Iterator, Sequence

from foedus.report.desk import Desk, sentence, unique_ids
from foedus.report.items import Item
from foedus.report.naming import capitalised, listed
from foedus.report.sections.casus.casus import DEEDS, Casus, day_of, published_day
from foedus.report.sections.casus.notes import note, scenario_items, term_items
from foedus.report.sections.casus.outcomes import reading_words, term_words
from foedus.report.sections.casus.placing import Placed, readers
from foedus.report.sections.casus.whatifs import Raised, WhatIf, raised, whose
from foedus.report.sections.instruments import Instrument
from foedus.report.sections.library import held_treaty
from foedus.report.sections.readings import reading_words as told_words

RAISED_WEIGHT, READER_WEIGHT, NOBODY_WEIGHT = 94, 90, 60
NO_RECORD = "no record of this instrument; nothing is put to it"
NO_DAY = "neither the reports nor the library date it; nothing is put to it"


def casus_items(desk: Desk, found: Sequence[Instrument]) -> list[Item]:
    """The section: nothing where the reports raise no what-if about an instrument with parties."""
    main = found[0] if found else None
    if main is None or len(main.parties) < 2:
        return []
    what = raised(desk, main, published_day(desk))
    if not what.whatifs:
        return []
    first = _raised_item(desk, main, what)
    held = held_treaty(desk, main)
    if held is None:
        return [first, Item(sentence(NO_RECORD), library=True)]
    day, basis = day_of(desk, main, held.treaty)
    if day is None:
        return [first, Item(sentence(NO_DAY), library=True)]
    casus = Casus(desk, main, held.treaty, day, basis, what)
    items = [first, *_reader_items(casus), *_nobody(casus), note(casus)]
    return [*items, *scenario_items(casus), *term_items(casus), *_left(desk, what)]


def _raised_item(desk: Desk, main: Instrument, what: Raised) -> Item:
    """One line: what the reports raise, each with who does; in short, without."""
    shown = [one for one in what.whatifs if not one.going_on] or list(what.whatifs)
    groups: dict[str, list[WhatIf]] = {}
    for one in shown:
        groups.setdefault(whose(desk, one.told), []).append(one)
    parts = (f"{', '.join(_phrases(desk, main, some))} ({who})" for who, some in groups.items())
    return Item(
        sentence(f"raised: {'; '.join(parts)}"),
        unique_ids([told for one in shown for told in one.told]),
        {"raised": [_raised_row(desk, one) for one in what.whatifs]},
        short=sentence(f"raised: {', '.join(_phrases(desk, main, shown))}"),
        weight=RAISED_WEIGHT,
        short_weight=10,
    )


def _raised_row(desk: Desk, one: WhatIf) -> dict[str, object]:
    conditions = (told.words(told.claim.filler("condition")) for told in one.told)
    return {
        "kind": one.kind.value,
        "by": [list(group) for group in one.by],
        "on": list(one.on),
        "going_on": one.going_on,
        "raised_by": whose(desk, one.told),
        "words": list(dict.fromkeys(filter(None, conditions))),
        "claims": list(unique_ids(one.told)),
    }


def _phrases(desk: Desk, main: Instrument, whatifs: Sequence[WhatIf]) -> Iterator[str]:
    """Each what-if in words: "attacks by A on B", "by C on D", "on either party"."""
    said = ""
    for one in whatifs:
        deed = DEEDS[one.kind][len(whatifs) > 1]
        yield _phrase(desk, main, one, "" if deed == said else deed)
        said = deed


def _phrase(desk: Desk, main: Instrument, one: WhatIf, deed: str) -> str:
    by = listed((listed(map(desk.actor_name, group)) for group in one.by), "or")
    on = listed(map(desk.actor_name, one.on), "or")
    if len(one.on) > 1 and {*one.on} == {*main.parties}:
        on = "either party" if len(one.on) == 2 else "any party"
    means = f"by {one.means} means" if one.means else ""
    return " ".join(
        filter(None, (deed, f"by {by}" if by else "", f"{DEEDS[one.kind][2]} {on}", means))
    )


def _reader_items(casus: Casus) -> Iterator[Item]:
    """Who in the reports speaks of a term of the clauses; in front, where the term decides."""
    deciding = {t.term for one in casus.outcomes for t in one.needed}
    for one in casus.readers:
        holder, words = one.holder.rstrip(","), told_words(casus.desk, one.told)
        yield Item(
            sentence(f"{capitalised(_reads(one, holder))}: {words}"),
            (one.told.id,),
            {
                "term": one.term,
                "reading": one.reading or None,
                "reader_of_term": holder,
                "words": words,
            },
            behind=one.term not in deciding,
            weight=READER_WEIGHT + bool(one.reading),
        )


def _reads(one: Placed, holder: str) -> str:
    term = f"‘{term_words(one.term)}’"
    if one.reading:
        return f"{holder} reads {term} as ‘{reading_words(one.reading)}’"
    return f"{holder}, on {term} (which reading is not said)"


def _nobody(casus: Casus) -> Iterator[Item]:
    """That none of those who read the instrument speaks of what decides."""
    deciding = {t.term for one in casus.outcomes for t in one.needed}
    silent = sorted(deciding - {one.term for one in casus.readers})
    if silent and readers(casus.desk):
        terms = listed((f"‘{term_words(term)}’" for term in silent), "or")
        yield Item(
            sentence(f"no reader quoted here speaks of {terms}"),
            (),
            {"unplaced": readers(casus.desk), "terms": silent},
            weight=NOBODY_WEIGHT,
        )


def _left(desk: Desk, what: Raised) -> Iterator[Item]:
    """What the reports raise that says too little to be put."""
    for told in what.left:
        condition = told.claim.filler("condition")
        words = desk.filler_words(told, condition, 16)
        lead = f"not put: {words} ({whose(desk, (told,))})"
        text = f"{lead}; it does not say which state attacks which"
        yield Item(sentence(text), (told.id,), {"not_put": told.words(condition)}, behind=True)

"""Dated claims in, a timeline out: resolved dates in order, the others kept as said."""

from datetime import date

from foedus.model.claim import Claim, Mood, Predicate
from foedus.model.dates import Granularity
from foedus.report.desk import Desk, sentence, trimmed, unique_ids
from foedus.report.dossier import Told
from foedus.report.items import Item
from foedus.report.naming import capitalised, day_words, listed
from foedus.report.phrases import event_phrase
from foedus.report.pictures import Dated
from foedus.report.sections.instruments import Instrument, predecessors

DATED = ("agreement.", "meeting.", "exchange", "measure", "assault", "mobilize", "aid", "sanction")
# the date in such a claim is that of the older treaty, or of nothing that happened
UNDATED = (Predicate.PROVISION, Predicate.AGREEMENT_REPLACED)
SHOWN = 8


def timeline_items(desk: Desk, found: tuple[Instrument, ...]) -> list[Item]:
    """Items with `since`, `until`, `granularity`; undated ones say the words as they stand."""
    groups: dict[tuple[str, str], list[Told]] = {}
    for told in desk.dossier.of(*DATED):
        claim = told.claim
        if claim.predicate in UNDATED or claim.mood is not Mood.ASSERTED:
            continue
        if claim.negated or not (claim.time.since or claim.time.said):
            continue
        phrase = event_phrase(desk, told)
        if phrase:
            groups.setdefault((_when(claim), phrase), []).append(told)
    items = [_item(when, phrase, told) for (when, phrase), told in groups.items()]
    items += _old_treaties(found)
    items.sort(key=lambda item: (item.fields["since"] or "9999", item.text))
    shown = 0
    kept = []
    for item in items:
        behind = shown >= SHOWN
        shown += not behind
        kept.append(Item(item.text, item.claims, item.fields, behind=behind))
    return kept


def _when(claim: Claim) -> str:
    time = claim.time
    if time.since is None:
        return f"“{time.said}” (as said)"
    if time.granularity is Granularity.DAY:
        return day_words(time.since)
    if time.granularity is Granularity.MONTH:
        return f"{time.since:%B %Y}"
    if time.until and time.until.year != time.since.year:
        return f"{time.since.year}–{time.until.year}"
    return str(time.since.year)


def _item(when: str, phrase: str, told: list[Told]) -> Item:
    time = told[0].claim.time
    return Item(
        sentence(f"{capitalised(when)}: {phrase}"),
        unique_ids(told),
        {
            "when": when,
            "event": phrase,
            "since": time.since.isoformat() if time.since else None,
            "until": time.until.isoformat() if time.until else None,
            "granularity": time.granularity.value,
            "said": time.said,
            "reports": listed(dict.fromkeys(t.source.label for t in told)),
        },
    )


def _old_treaties(found: tuple[Instrument, ...]) -> list[Item]:
    """The treaties said to be replaced, by the years that the report gives."""
    items = []
    for _, told in predecessors(found[0]) if found else []:
        for since in told.claim.fillers("since-when"):
            span = told.words(since)
            years = [int(year) for year in span.replace("–", "-").split("-") if year.isdigit()]
            if not years:
                continue
            items.append(
                Item(
                    sentence(f"{span}: earlier treaty, said to be replaced"),
                    (told.id,),
                    {
                        "when": span,
                        "event": "earlier treaty, said to be replaced",
                        "since": date(years[0], 1, 1).isoformat(),
                        "until": date(years[-1], 12, 31).isoformat(),
                        "granularity": Granularity.YEAR.value,
                        "said": span,
                        "reports": told.source.label,
                    },
                )
            )
    return items


def dated(items: list[Item]) -> list[Dated]:
    """The resolved items as the picture needs them."""
    return [
        Dated(
            trimmed(str(item.fields["event"]), 7),
            date.fromisoformat(item.fields["since"]),
            date.fromisoformat(item.fields["until"] or item.fields["since"]),
            item.fields["granularity"] == Granularity.DAY.value,
        )
        for item in items
        if item.fields["since"]
    ]

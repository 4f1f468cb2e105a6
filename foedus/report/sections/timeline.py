"""Dated claims in, a timeline out: resolved dates in order, the others kept as said."""

from datetime import date

from foedus.model.claim import Claim, Mood, Predicate
from foedus.model.dates import Granularity
from foedus.report.desk import Desk, sentence, trimmed, unique_ids
from foedus.report.dossier import Told
from foedus.report.items import Item
from foedus.report.naming import capitalised, day_words, listed, time_words
from foedus.report.phrases import event_phrase, group_phrase
from foedus.report.pictures import Dated
from foedus.report.sections.comparison import fact_key
from foedus.report.sections.instruments import Instrument

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
            groups.setdefault((_when(claim), fact_key(desk, told) or phrase), []).append(told)
    items = [
        _item(when, group_phrase(desk, told), told) for (when, _), told in _merged(groups).items()
    ]
    items += _old_treaties(found)
    items.sort(key=lambda item: (item.fields["since"] or "9999", item.text))
    shown = 0
    kept = []
    for item in items:
        behind = shown >= SHOWN
        shown += not behind
        kept.append(Item(item.text, item.claims, item.fields, behind=behind))
    return kept


def _merged(groups: dict[tuple[str, str], list[Told]]) -> dict[tuple[str, str], list[Told]]:
    """A thing dated to the year or week by one report and to the day by another stands once."""
    kept: dict[tuple[str, str], list[Told]] = {}
    exact_first = sorted(groups.items(), key=lambda g: g[1][0].claim.time.granularity != "day")
    for key, told in exact_first:
        home = next((k for k, group in kept.items() if k[1] == key[1] and _holds(told, group)), key)
        kept.setdefault(home, []).extend(told)
    return kept


def _holds(coarse: list[Told], exact: list[Told]) -> bool:
    """Whether the coarser time has room for the exact day."""
    wide, day = coarse[0].claim.time, exact[0].claim.time
    if not (wide.since and wide.until and day.since):
        return False
    return wide.granularity != "day" and wide.since <= day.since <= wide.until


def _when(claim: Claim) -> str:
    time = claim.time
    if time.since is None:
        return f"“{time.said}” (as said)"
    if (time.said or "").lower().startswith("since"):
        return f"since {time_words(time).removeprefix('on ').removeprefix('in ')}"
    if time.granularity is Granularity.DAY:
        return day_words(time.since)
    return time_words(time).removeprefix("in ")


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
    """The treaties said to be replaced, each year or span of years once."""
    by_years: dict[str, list[Told]] = {}
    for told in found[0].stage(Predicate.AGREEMENT_REPLACED) if found else ():
        for since in told.claim.fillers("since-when"):
            by_years.setdefault(told.words(since).replace("–", "-"), []).append(told)
    items = []
    for span, group in by_years.items():
        years = [int(year) for year in span.split("-") if year.isdigit() and len(year) == 4]
        if years:
            items.append(_old_treaty(span, years, group))
    return items


def _old_treaty(span: str, years: list[int], told: list[Told]) -> Item:
    return Item(
        sentence(f"{span}: earlier treaty, said to be replaced"),
        unique_ids(told),
        {
            "when": span,
            "event": "earlier treaty, said to be replaced",
            "since": date(years[0], 1, 1).isoformat(),
            "until": date(years[-1], 12, 31).isoformat(),
            "granularity": Granularity.YEAR.value,
            "said": span,
            "reports": listed(dict.fromkeys(t.source.label for t in told)),
        },
    )


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

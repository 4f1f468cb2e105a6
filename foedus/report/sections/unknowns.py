"""What the reports leave open, and what would settle it. Unknown is said, never guessed."""

from collections.abc import Iterable

from foedus.model.claim import Predicate
from foedus.report.desk import Desk, quoted, sentence, unique_ids
from foedus.report.dossier import Told
from foedus.report.items import Item
from foedus.report.naming import listed
from foedus.report.sections.exchanges import flows
from foedus.report.sections.instruments import Instrument

LATER = (Predicate.AGREEMENT_RATIFIED, Predicate.AGREEMENT_IN_FORCE)
SHOWN = 6


def unknown_items(desk: Desk, found: tuple[Instrument, ...]) -> list[Item]:
    """Items with `settled_by`: what would have to be known for the line to fall away."""
    items = [*_stages(found), *_unseen(desk), *_flows(desk), *_dates(desk)]
    return [
        Item(_with_remedy(i), i.claims, i.fields, behind=index >= SHOWN)
        for index, i in enumerate(items)
    ]


def _with_remedy(item: Item) -> str:
    """The line with what would change it."""
    return f"{item.text.removesuffix('.')}; {item.fields['settled_by']} would settle it."


def _unseen(desk: Desk) -> Iterable[Item]:
    seen: dict[str, list[Told]] = {}
    for told in desk.dossier.of(Predicate.UNSEEN.value):
        seen.setdefault(desk.voices(told), []).append(told)
    for who, group in seen.items():
        first = group[0]
        words = first.words(first.claim.filler("reading"))
        words = words or first.source.words(first.claim.passage)
        yield Item(
            sentence(f"{who} on what is open: {quoted(words, 9)}"),
            unique_ids(group),
            {"settled_by": "the full text"},
        )


def _stages(found: tuple[Instrument, ...]) -> Iterable[Item]:
    if not found or not found[0].stage(Predicate.AGREEMENT_SIGNED):
        return
    missing = [
        word
        for p, word in zip(LATER, ("ratified", "in force"), strict=True)
        if not found[0].stage(p)
    ]
    if missing:
        yield Item(
            sentence(f"No report says whether it is {listed(missing, 'or')}"),
            unique_ids(found[0].stage(Predicate.AGREEMENT_SIGNED))[:2],
            {"settled_by": "a notice of ratification or entry into force"},
        )


def _dates(desk: Desk) -> Iterable[Item]:
    undated = [s for s in desk.sources() if not any(r.published for r in s.receipts)]
    if undated:
        names = listed(s.label for s in undated)
        yield Item(
            sentence(f"{names}: no date of publication, so that weekdays stay as said"),
            (),
            {"settled_by": "--published, or a page with its metadata"},
        )


def _flows(desk: Desk) -> Iterable[Item]:
    single = [
        flow
        for flow in flows(desk)
        if flow.giver and flow.receiver and len({t.report for t in flow.told}) == 1
    ]
    told = [t for flow in single for t in flow.told]
    if told and len(desk.sources()) > 1:
        goods = listed(dict.fromkeys(g for flow in single for g in flow.goods[:2]))
        yield Item(
            sentence(f"Exchanges that rest on one report: {goods}"),
            unique_ids(told)[:6],
            {"settled_by": "a second independent report, or a named source"},
        )

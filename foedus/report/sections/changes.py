"""What changed in, the lines of the brief that tell it out: the weightiest few in front."""

from collections.abc import Mapping
from dataclasses import replace

from foedus.ledger.snapshots import Place
from foedus.model.change import ChangeKind
from foedus.report.changes import Changed, told
from foedus.report.desk import Desk, sentence
from foedus.report.dossier import Source
from foedus.report.items import Item
from foedus.report.naming import count_words, listed

# Lines that stand in front before all others, and that may: the page is for what is the case
FIRST, FRONT = 4, 8
_ABOVE = 100  # more than any other line weighs
# of a line of each kind, and how much less each further one of the kind weighs
_WEIGHTS = {
    ChangeKind.BECAME_CONTESTED: 97,
    ChangeKind.GONE: 94,
    ChangeKind.PREDICTION_RESOLVED: 92,
    ChangeKind.PREDICTION_DUE: 90,
    ChangeKind.BECAME_SETTLED: 88,
    ChangeKind.BECAME_SINGLE_VOICED: 86,
    ChangeKind.NEW_DOCUMENT: 85,
    ChangeKind.NEW_FACT: 84,
    ChangeKind.NEW_VOICE: 80,
}
_LESS = 6
_COUNTED = {
    ChangeKind.NEW_DOCUMENT: ("new report", ""),
    ChangeKind.NEW_FACT: ("new fact", ""),
    ChangeKind.NEW_VOICE: ("new voice", ""),
    ChangeKind.PREDICTION_DUE: ("prediction", " due"),
    ChangeKind.PREDICTION_RESOLVED: ("prediction", " resolved"),
    ChangeKind.GONE: ("thing", " gone"),
}


def since_items(changed: Changed) -> list[Item]:
    """One item for the head of the brief: with what it is compared, and how much changed."""
    kinds = [one.kind for one in changed.changes]
    counts = [
        count_words(kinds.count(kind), thing) + then
        for kind, (thing, then) in _COUNTED.items()
        if kind in kinds
    ]
    became = sum(kind.value.startswith("became-") for kind in kinds)
    counts += [f"{count_words(became, 'fact')} of another standing"] if became else []
    text = f"Compared with {changed.since}: {listed(counts) or 'nothing changed'}"
    return [Item(sentence(text), (), {"since": changed.since, "changes": len(kinds)})]


def change_items(desk: Desk, changed: Changed) -> list[Item]:
    """A line a change, the weightiest in front; one that says so where nothing changed."""
    if not changed.changes:
        text = (
            f"Nothing changed since {changed.since}: no new report, fact or voice, no fact became "
            "contested or settled, and no prediction came due"
        )
        return [Item(sentence(text), (), {"since": changed.since}, weight=100)]
    sources = {source.document.id: source for source in (*desk.sources(), *changed.gone)}
    known = {t.id for t in desk.dossier.told}
    seen: dict[ChangeKind, int] = {}
    items = []
    for one in told(desk, changed):
        seen[one.kind] = seen.get(one.kind, -1) + 1
        note = "counts no more" if one.kind is ChangeKind.GONE else ""
        cited = tuple(
            claim if claim in known else _cited(desk, sources, changed.places[claim], note)
            for claim in one.claims
        ) or tuple(desk.passages.cite(sources[q.document], (q.span,), note) for q in one.passages)
        fields = {
            "kind": one.kind.value, "about": one.about, "before": one.before,
            "after": one.after, "why": one.why,
        }  # fmt: skip
        weight = _WEIGHTS[one.kind] - _LESS * seen[one.kind]
        items.append(Item(one.text, cited, fields, weight=weight))
    return _in_front(items)


def _cited(desk: Desk, sources: Mapping[str, Source], place: Place, note: str) -> str:
    return desk.passages.cite(sources[place.document], (place.span,), note)


def _in_front(items: list[Item]) -> list[Item]:
    """The weightiest few in front; what another line tells already stands behind with the rest."""
    became = {i.fields["about"] for i in items if str(i.fields["kind"]).startswith("became-")}
    gone = {i.fields["about"] for i in items if _is_document(i)}
    first = sorted(
        (i for i in range(len(items)) if not _is_told(items[i], became, bool(gone))),
        key=lambda i: (-items[i].weight, i),
    )[:FRONT]
    above = {i: replace(items[i], weight=items[i].weight + _ABOVE) for i in first[:FIRST]}
    return [above.get(i, item) if i in first else item.put_behind() for i, item in enumerate(items)]


def _is_document(item: Item) -> bool:
    return item.fields["kind"] == ChangeKind.GONE and "document" in (item.fields["before"] or {})


def _is_told(item: Item, became: set[str], document_gone: bool) -> bool:
    """Whether a heavier line tells it: the new voice of a fact that it settled, or what went with
    a whole report."""
    if item.fields["kind"] == ChangeKind.NEW_VOICE:
        return item.fields["about"] in became
    return document_gone and item.fields["kind"] == ChangeKind.GONE and not _is_document(item)

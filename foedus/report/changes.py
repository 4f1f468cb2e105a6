"""Changes in, the same changes told in sentences out, each with the passages that it rests on."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from foedus.ledger.states import Place
from foedus.model.change import Change, ChangeKind, Quote
from foedus.model.document import KEPT_ROLES, LineRole, Span
from foedus.model.prediction import Outcome, Prediction
from foedus.report.desk import Desk, sentence
from foedus.report.dossier import Source, Told
from foedus.report.items import Item
from foedus.report.naming import capitalised, count_words, day_words, listed
from foedus.report.phrases import event_phrase
from foedus.report.quoting import balanced, curled, trimmed
from foedus.report.sections.groups import mode
from foedus.report.sections.possibilities import NOBODY
from foedus.report.sections.sources import published

QUOTED = 16  # words of a passage, at most
NAMED = 3  # voices of a side, at most
# Lines that stand in front before all others, and that may: the page is for what is the case
FIRST, FRONT = 4, 8
_ABOVE = 100  # more than any other line weighs
_HEARD = {"for": "said by", "against": "denied by", "unsure": "held possible by"}
_CAME = {
    Outcome.YES: "it came about",
    Outcome.NO: "it did not come about",
    Outcome.VOID: "its question fell away",
}
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
    ChangeKind.NEW_DOCUMENT: "new report",
    ChangeKind.NEW_FACT: "new fact",
    ChangeKind.NEW_VOICE: "new voice",
    ChangeKind.PREDICTION_DUE: "prediction due",
    ChangeKind.PREDICTION_RESOLVED: "prediction resolved",
}


@dataclass(frozen=True, slots=True)
class News:
    """What changed since when (`since` in words), and what is needed to tell it.

    `gone` are documents of the changes that are not among those of the brief; `predictions` goes
    by their claims; `stories` leads a new document to those of its story that were there before;
    `places` are where the claims stand, also those that count no more.
    """

    since: str
    changes: tuple[Change, ...]
    gone: tuple[Source, ...] = ()
    predictions: Mapping[str, Prediction] = field(default_factory=dict)
    stories: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)


def told(desk: Desk, news: News) -> tuple[Change, ...]:
    """The changes with their texts and passages."""
    teller = _Teller(desk, news)
    return tuple(map(teller.told, news.changes))


def since_items(news: News) -> list[Item]:
    """One item for the head of the brief: with what it is compared, and how much changed."""
    kinds = [one.kind for one in news.changes]
    counts = [
        count_words(kinds.count(kind), thing) if not thing.startswith("prediction ")
        else f"{count_words(kinds.count(kind), 'prediction')} {thing.split()[-1]}"
        for kind, thing in _COUNTED.items()
        if kind in kinds
    ]  # fmt: skip
    became = sum(kind.value.startswith("became-") for kind in kinds)
    counts += [f"{count_words(became, 'fact')} of another standing"] if became else []
    counts += [f"{kinds.count(ChangeKind.GONE)} gone"] if ChangeKind.GONE in kinds else []
    text = f"Compared with {news.since}: {listed(counts) or 'nothing changed'}"
    return [Item(sentence(text), (), {"since": news.since, "changes": len(kinds)})]


def change_items(desk: Desk, news: News) -> list[Item]:
    """A line a change, the weightiest in front; one that says so where nothing changed."""
    if not news.changes:
        text = (
            f"Nothing changed since {news.since}: no new report, fact or voice, no fact became "
            "contested or settled, and no prediction came due"
        )
        return [Item(sentence(text), (), {"since": news.since}, weight=100)]
    sources = {source.document.id: source for source in (*desk.sources(), *news.gone)}
    known = {t.id for t in desk.dossier.told}
    seen: dict[ChangeKind, int] = {}
    items = []
    for one in told(desk, news):
        seen[one.kind] = seen.get(one.kind, -1) + 1
        note = "counts no more" if one.kind is ChangeKind.GONE else ""
        cited = tuple(
            claim if claim in known else _cited(desk, sources, news.places[claim], note)
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


class _Teller:
    """Tells a change: what the fact is, who says it, what it was before."""

    def __init__(self, desk: Desk, news: News) -> None:
        self._desk = desk
        self._news = news
        self._told = {told.id: told for told in desk.dossier.told}
        self._sources = {s.document.id: s for s in (*desk.sources(), *news.gone)}
        self._phrase = cache(self._phrase_of)

    def told(self, one: Change) -> Change:
        text = sentence(self._text(one))
        return replace(one, text=text, passages=tuple(self._passages(one)))

    def _passages(self, one: Change) -> Iterable[Quote]:
        if not one.claims:
            source = self._sources[one.about]
            spans = [(one.about, _opening(source))]
        else:
            spans = [(p.document, p.span) for p in map(self._news.places.__getitem__, one.claims)]
        for document, span in dict.fromkeys(spans):
            yield Quote(document, span, span.of(self._sources[document].document.text))

    def _text(self, one: Change) -> str:
        tellers: dict[ChangeKind, Callable[[Change], str]] = {
            ChangeKind.NEW_DOCUMENT: self._document,
            ChangeKind.NEW_FACT: self._new_fact,
            ChangeKind.NEW_VOICE: self._new_voice,
            ChangeKind.GONE: self._gone,
            ChangeKind.PREDICTION_DUE: self._due,
            ChangeKind.PREDICTION_RESOLVED: self._resolved,
        }
        return tellers.get(one.kind, self._became)(one)

    def _document(self, one: Change) -> str:
        source = self._sources[one.about]
        text = self._called(source)
        if source.copy_of:
            first = next(s.label for s in self._sources.values() if s.letter == source.copy_of)
            return f"{text}: a copy of the text of {first}, and no new voice"
        earlier = self._news.stories.get(one.about)
        if earlier:
            known = listed(self._sources[id_].label for id_ in earlier if id_ in self._sources)
            return f"{text}: the story of {known} goes on" if known else text
        return f"{text}: another story" if earlier == () else text

    def _called(self, source: Source) -> str:
        headline = f" (“{trimmed(source.headline, 6)}”)" if source.headline else ""
        day = published(source)
        return f"{source.label}{headline}" + (f", of {day_words(day)}" if day else "")

    def _new_fact(self, one: Change) -> str:
        status = (one.after or {})["status"]
        return f"{self._phrase(one.claims)} ({status}; {self._sides(one.claims)})"

    def _became(self, one: Change) -> str:
        was, now = (one.before or {})["status"], (one.after or {})["status"]
        text = f"{self._phrase(one.claims)}: {was} before, {now} now ({self._sides(one.claims)})"
        for kind, values in (one.after or {})["differences"]:
            text += f"; they differ in {kind}: {' / '.join(values)}"
        return text

    def _new_voice(self, one: Change) -> str:
        row = one.after or {}
        if row["stance"] == "against":
            return f"{self._phrase(one.claims)} ({self._voices(one.claims)}, against it)"
        n = row["independent"]
        count = f"; {n} independent voices agree" if row["stance"] == "for" and n > 1 else ""
        who = self._voices(one.claims)
        return f"{self._phrase(one.claims)}: now {_HEARD[row['stance']]} {who} too{count}"

    def _gone(self, one: Change) -> str:
        before = one.before or {}
        if "document" in before:
            return f"{self._called(self._sources[one.about])} counts no more ({one.why})"
        if "outcome" in before:
            return f"{self._foretold(one)}: the outcome “{before['outcome']}” is withdrawn"
        if "voice" in before:
            heard = _HEARD[before["stance"]]
            who = listed(self._sources[p.document].label for p in self._where(one))
            name = "" if before["voice"] == "this document" else f"{before['voice']} in "
            return f"{self._phrase(one.claims)}: no longer {heard} {name}{who} ({one.why})"
        return f"{self._phrase(one.claims)}: counts no more ({one.why})"

    def _where(self, one: Change) -> list[Place]:
        return [self._news.places[claim] for claim in one.claims]

    def _due(self, one: Change) -> str:
        until = day_words(date.fromisoformat((one.after or {})["until"]))
        return f"{self._foretold(one)}: due by {until}, and no outcome is recorded"

    def _resolved(self, one: Change) -> str:
        row = one.after or {}
        prediction = self._news.predictions.get(one.claims[0])
        done = prediction.resolution if prediction else None
        by = f", says {done.by} ({trimmed(done.evidence, QUOTED)})" if done else ""
        earlier = (one.before or {}).get("outcome")
        before = f", before: {earlier}" if earlier else ""
        return f"{self._foretold(one)}: {_CAME[Outcome(row['outcome'])]}{by}{before}"

    def _foretold(self, one: Change) -> str:
        prediction = self._news.predictions.get(one.claims[0])
        if prediction is None:
            return self._phrase(one.claims)
        return f"{capitalised(prediction.speaker.name)} foretold {_quoted(prediction.event)}"

    def _tellings(self, claims: Iterable[str]) -> list[Told]:
        """The claims that count, those of the earliest report first, whenever it was read."""
        known = [self._told[claim] for claim in claims if claim in self._told]
        return sorted(known, key=_place_in_time)

    def _phrase_of(self, claims: tuple[str, ...]) -> str:
        """What the claims say, in our words where we have any, else in those of the first."""
        tellings = self._tellings(claims)
        for one in tellings:
            if mode(one) in ("done", "ahead") and (phrase := event_phrase(self._desk, one)):
                return phrase
        plain = [one for one in tellings if mode(one) != "denied"] or tellings
        if plain:
            return _quoted(plain[0].source.words(plain[0].claim.passage))
        place = self._news.places[claims[0]]
        return _quoted(self._sources[place.document].words(place.span))

    def _sides(self, claims: tuple[str, ...]) -> str:
        """Who says so, who denies it."""
        denied = [c for c in claims if c in self._told and mode(self._told[c]) == "denied"]
        said = tuple(claim for claim in claims if claim not in denied)
        if not said:  # then it is told in words that deny it
            said, denied = claims, []
        sides = [("said by", said), ("denied by", tuple(denied))]
        return "; ".join(f"{heard} {self._voices(ids)}" for heard, ids in sides if ids)

    def _voices(self, claims: Iterable[str]) -> str:
        tellings = self._tellings(claims)
        names = list(dict.fromkeys(map(self._voice, tellings)))
        more = len(names) - NAMED
        return listed(names if more < 1 else [*names[:NAMED], f"{more} more"])

    def _voice(self, one: Told) -> str:
        label, name = one.source.label, self._desk.voices(one)
        if not one.claim.voice:
            return label
        return f"{'somebody' if name in NOBODY else name} in {label}"


def _place_in_time(one: Told) -> tuple[date, str, Span, str]:
    """When its report was published, and where in it the claim stands."""
    day = published(one.source) or date.max
    return day, one.source.document.id, one.claim.passage, one.id


def _opening(source: Source) -> Span:
    """The headline of a document, else its first line that is read."""
    text = source.document.text
    for roles in ({LineRole.HEADLINE}, KEPT_ROLES, set(LineRole)):
        for line in source.lines:
            if line.role in roles and line.span.of(text).strip():
                return line.span
    return Span(0, len(text))


def _quoted(words: str) -> str:
    return f"“{trimmed(_inner(words), QUOTED)}”"


def _inner(words: str) -> str:
    """The words within marks: their own marks are single ones then, and none where all is said."""
    own = balanced(curled(" ".join(words.split()))).strip(" .,;")
    if own.startswith("“") and own.find("”") == len(own) - 1:
        own = own.strip("“”")
    return own.replace("“", "‘").replace("”", "’").strip(" .,;")

"""Changes in, the same changes told in sentences out, each with the passages that it rests on."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from foedus.ledger.snapshots import Place
from foedus.model.change import Change, ChangeKind, Quote
from foedus.model.document import KEPT_ROLES, LineRole, Span
from foedus.model.prediction import Outcome, Prediction
from foedus.report.desk import Desk, sentence
from foedus.report.dossier import Source, Told
from foedus.report.naming import capitalised, day_words, listed
from foedus.report.phrases import event_phrase
from foedus.report.quoting import balanced, curled, trimmed
from foedus.report.sections.groups import mode
from foedus.report.sections.possibilities import NOBODY
from foedus.report.sections.sources import published

QUOTED = 16  # words of a passage, at most
NAMED = 3  # voices of a side, at most
_HEARD = {"for": "said by", "against": "denied by", "unsure": "held possible by"}
_CAME = {
    Outcome.YES: "it came about",
    Outcome.NO: "it did not come about",
    Outcome.VOID: "its question fell away",
}


@dataclass(frozen=True, slots=True)
class Changed:
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


def told(desk: Desk, changed: Changed) -> tuple[Change, ...]:
    """The changes with their texts and passages."""
    teller = _Teller(desk, changed)
    return tuple(map(teller.told, changed.changes))


class _Teller:
    """Tells a change: what the fact is, who says it, what it was before."""

    def __init__(self, desk: Desk, changed: Changed) -> None:
        self._desk = desk
        self._changed = changed
        self._told = {told.id: told for told in desk.dossier.told}
        self._sources = {s.document.id: s for s in (*desk.sources(), *changed.gone)}
        self._phrase = cache(self._phrase_of)

    def told(self, one: Change) -> Change:
        text = sentence(self._text(one))
        return replace(one, text=text, passages=tuple(self._passages(one)))

    def _passages(self, one: Change) -> Iterable[Quote]:
        if not one.claims:
            source = self._sources[one.about]
            spans = [(one.about, _opening(source))]
        else:
            spans = [(place.document, place.span) for place in self._where(one)]
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
        earlier = self._changed.stories.get(one.about)
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
        return [self._changed.places[claim] for claim in one.claims]

    def _due(self, one: Change) -> str:
        until = day_words(date.fromisoformat((one.after or {})["until"]))
        return f"{self._foretold(one)}: due by {until}, and no outcome is recorded"

    def _resolved(self, one: Change) -> str:
        row = one.after or {}
        prediction = self._changed.predictions.get(one.claims[0])
        done = prediction.resolution if prediction else None
        by = f", says {done.by} ({trimmed(done.evidence, QUOTED)})" if done else ""
        earlier = (one.before or {}).get("outcome")
        before = f", before: {earlier}" if earlier else ""
        return f"{self._foretold(one)}: {_CAME[Outcome(row['outcome'])]}{by}{before}"

    def _foretold(self, one: Change) -> str:
        prediction = self._changed.predictions.get(one.claims[0])
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
        place = self._changed.places[claims[0]]
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

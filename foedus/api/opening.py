"""A path in, an open ledger out, with everything that can be done to it: read, ask, brief."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self, Unpack

from foedus.api.asking import Answers, ask
from foedus.api.binding import Bonds, bound
from foedus.api.briefing import dossier_of
from foedus.api.changes import Changes, changes_of, compared, snapshot
from foedus.api.events import EventTable, events_of
from foedus.api.foretold import (
    DEFAULT_SCALE,
    Predictions,
    Settled,
    Wanted,
    predictions_of,
    resolve_in,
)
from foedus.api.likely import with_likelihood
from foedus.api.putting import Asked
from foedus.api.shown import Compared, Outcome, Table, Written
from foedus.api.since import Since
from foedus.api.stories import of_story, stories_of
from foedus.api.taking import dated, take
from foedus.api.timeline import Timeline
from foedus.api.voices import Readings, readings_of, voice_weights
from foedus.api.who import called, capitals, keys_of
from foedus.ledger import Fact, FactVoice, Found, Ledger, Party, Question, facts
from foedus.model.errors import DocumentError, InputError
from foedus.model.prediction import Prediction
from foedus.model.scenario import Scenario
from foedus.read.gazetteer import Gazetteer
from foedus.read.receive import receive
from foedus.report.comparing.page import side_by_side
from foedus.report.compose import compose
from foedus.report.dossier import Dossier

Progress = Callable[[str], None]


class Foedus:
    """An open ledger with everything that can be done to it. Use as a context manager, or close.

    An `actor` or a `speaker` may be given by id or by any name: "RUS", "Russia", "Moscow",
    "Kim Jong-un", a surname that one alone bears. A name that nobody has, or that several may
    have, raises InputError, which lists the nearest, or them.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the ledger's file."""
        self.ledger.close()

    def __repr__(self) -> str:
        return f"Foedus({self.ledger!r})"

    def _repr_html_(self) -> str:
        return Table(self.ledger.documents(), ("id", "characters", "receipts"))._repr_html_()

    def read(
        self,
        *files: str | Path,
        published: date | None = None,
        publisher: str | None = None,
        url: str | None = None,
        progress: Progress | None = None,
    ) -> Outcome:
        """Read files into the ledger, each in one transaction; a bad one stops no other.

        `published` prevails over what a page says of itself when one file is named; among several
        it stands in for those that give no date. `publisher` and `url` apply to all.
        `progress` is called with the name of each file as it is begun.
        """
        day = published if len(files) == 1 else None
        done, failed = [], []
        for name in map(str, files):
            if progress:
                progress(name)
            try:
                received = receive(name, published=day, publisher=publisher, url=url)
                done.append(take(self.ledger, dated(received, published)))
            except DocumentError as error:
                failed.append(error)
        return Outcome(tuple(done), tuple(failed))

    def facts(self, *, predicate: str | None = None, actor: str | None = None) -> tuple[Fact, ...]:
        """The facts: claims that agree, taken together (settled, contested or single-voiced).

        `actor` is in any role. A capital that a report names is taken for its state.
        """
        known = self.ledger.judgements()
        found = facts(self.ledger, same={**capitals(), **known.identity})
        if actor is not None:
            held = {p.key: p.name for fact in found for p in fact.parties}
            does = "is in a fact of this ledger"
            keys = {
                same for key in keys_of(actor, held, known, does) for same in known.names_of(key)
            }
            found = tuple(fact for fact in found if fact.involves(keys))
        return tuple(fact for fact in found if predicate in (None, fact.predicate))

    def claims(self, actor: str | None = None, **question: Any) -> Table:
        """The claims that fit: `actor` in any role, and the other words of a `Question`."""
        does = "is in a claim of this ledger"
        asked = Question(**question, actors=self._keys(actor, self.ledger.actors, does))
        return Table(self.ledger.claims(asked), ("predicate", "mood", "passage", "document"))

    def events(self, actor: str | None = None, *types: str, **question: Any) -> EventTable:
        """Who did what to whom: the claims that PLOVER counts as events, a row a source and target.

        `actor` is in any role; `types` are PLOVER types (none: all); the other words are those of
        a `Question`, such as `since` and `until`. The table gives a Polars `frame()` and writes
        itself as CSV or Parquet.
        """
        does = "is in a claim of this ledger"
        asked = Question(**question, actors=self._keys(actor, self.ledger.actors, does))
        facts = {claim: fact.key for fact in self.facts() for claim in fact.claims}
        return events_of(self.ledger, asked, types, facts)

    def statements(
        self,
        *,
        speaker: str | None = None,
        document: str | None = None,
        scale: str | None = None,
    ) -> Table:
        """The statements that fit: who said what, in which document, and how it is put.

        With a `scale` (an id that `foedus scales` tells, or the path of a file of one's own) each
        has its `likelihood` on it, null where the scale has no term for its words.
        """
        speakers = self._keys(speaker, self.ledger.speakers, "speaks in this ledger")
        rows = self.ledger.statements(Question(actors=speakers, document=document))
        if scale is not None:
            text_of = cache(lambda document: self.ledger.document(document).text)
            rows = tuple(with_likelihood(rows, lambda row: text_of(row["document"]), scale))
        return Table(rows, ("speaker", "words", "kind", "document"))

    def _keys(
        self, name: str | None, held: Callable[[], dict[str, str]], does: str
    ) -> tuple[str, ...]:
        """The keys of the one whom the name means; none where no name is given."""
        return () if name is None else keys_of(name, held(), self.ledger.judgements(), does)

    def stories(self, progress: Progress | None = None) -> Table:
        """Which documents tell of one event: a row a story, the newest first."""
        return stories_of(self.ledger, progress or (lambda _: None))

    def predictions(
        self, wanted: Wanted | None = None, *, scale: str = DEFAULT_SCALE
    ) -> Predictions:
        """What is foretold, each once a speaker; whether it can be scored, and what became of it.

        `scale` (an id, or the path of a file of one's own) says what words of likelihood stand for.
        """
        return predictions_of(self.ledger, wanted, scale)

    def resolve(self, prediction: str, what: Settled) -> Prediction:
        """Keep what became of a prediction, with who, when and why; it as it now stands."""
        return resolve_in(self.ledger, prediction, what)

    def search(self, query: str, limit: int = 20) -> tuple[Found, ...]:
        """Where the words stand in the documents, best first."""
        return self.ledger.search(query, limit)

    def called(self, party: Party | FactVoice) -> str:
        """The name of a party: as the reports give it if that is a name, else the gazetteer's."""
        return called(party.actor, party.name) if party.actor else party.name

    def names(self) -> dict[str, str]:
        """What the user called each document, by id: of several names the first."""
        return {receipt.document: receipt.name for receipt in reversed(self.ledger.receipts())}

    def brief(
        self,
        documents: Iterable[str] | None = None,
        *,
        since: Since | None = None,
        pictures: bool = True,
    ) -> Written:
        """The brief of the documents (ids or their beginnings; default: all).

        With `since` it opens with what changed: see `changes`.
        """
        ids = list(documents) if documents is not None else None
        if since is not None:
            basis = compared(self.ledger, since, ids)
            made = compose(basis.dossier, Gazetteer.load(), pictures, basis.changed)
            return Written(replace(made, state=basis.state.as_json()))
        dossier = self.dossier(ids)
        if not dossier.sources:
            raise InputError("no document to brief on: the ledger is empty; read a file first")
        kept = snapshot(self.ledger, [source.document.id for source in dossier.sources])
        made = compose(dossier, Gazetteer.load(), pictures)
        return Written(replace(made, state=kept.as_json()))

    def changes(self, since: Since, documents: Iterable[str] | None = None) -> Changes:
        """What changed in the documents (ids or their beginnings; default: all) since when.

        `since` is a day (as the ledger was known at its end, UTC), a moment, or an earlier brief:
        the path of its brief.json, or the contents. The documents of that brief are compared in
        any case. Raises InputError where none of these is meant, or the ledger lacks documents of
        the brief.
        """
        return changes_of(self.ledger, since, None if documents is None else list(documents))

    def compare(self, documents: Iterable[str] | None = None, story: str | None = None) -> Compared:
        """The documents (ids or their beginnings; default: all) side by side.

        `story` leaves those of one story: the id, or its beginning, that `stories` tells. Raises
        InputError for a story that is not there, and where there are not two documents.
        """
        ids = list(documents) if documents is not None else None
        ids = of_story(self.stories(), story, ids) if story else ids
        dossier = self.dossier(ids)
        if len(dossier.sources) < 2:
            held = "one document" if dossier.sources else "no document"
            raise InputError(f"{held} to compare; two are needed: read another file")
        return Compared(side_by_side(dossier, Gazetteer.load()))

    def timeline(self, documents: Iterable[str] | None = None) -> Timeline:
        """What happened when, by the documents (ids or their beginnings; default: all)."""
        return Timeline(self.dossier(list(documents) if documents is not None else None))

    def readings(
        self, treaty: str | None = None, documents: Iterable[str] | None = None
    ) -> Readings:
        """Who reads the agreement of the documents how, and whom the library names.

        `treaty` is an id of the library, where the documents do not tell which it is.
        """
        return readings_of(self.dossier(list(documents) if documents else None), treaty)

    def voices(
        self, given: Mapping[str, float] | None = None
    ) -> tuple[dict[str, dict[str, float]], dict[str, str]]:
        """What `ask` takes as weights, and notes: one voice, one vote, or those `given` by name."""
        return voice_weights(self.dossier(), given)

    def ask(
        self,
        scenario: Scenario | Mapping[str, Any] | None = None,
        depth: int | None = None,
        baseline: str | Path | None = None,
        weights: Mapping[str, Mapping[str, float]] | None = None,
        **asked: Unpack[Asked],
    ) -> Answers:
        """Put a question to the treaty library, as `foedus.ask` does."""
        return ask(scenario, depth, baseline, weights, **asked)

    def bound(
        self, actor: str, on: str | date | None = None, baseline: str | Path | None = None
    ) -> Bonds:
        """Who is bound to a state on a day, and to whom it is bound, as `foedus.bound` tells."""
        return bound(actor, on, baseline)

    def dossier(self, documents: Sequence[str] | None = None) -> Dossier:
        """Everything that the ledger holds of the documents, ready to compose from."""
        return dossier_of(self.ledger, documents)


def open_ledger(path: str | Path | None = None) -> Foedus:
    """Open the ledger at `path` (made where there is none), or a temporary one."""
    return Foedus(Ledger.open(path))

"""A ledger and what to compare it with in, what changed since out: told, and with its passages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from foedus.api.briefing import dossier_of, kept_text, letter, sources_of
from foedus.api.foretold import DEFAULT_SCALE
from foedus.api.predicted import predictions_in
from foedus.api.shown import Table
from foedus.api.since import Since, then_of
from foedus.api.stories import stories_of
from foedus.api.who import capitals
from foedus.ledger import (
    Judgements,
    Ledger,
    Question,
    Snapshot,
    changes,
    facts,
    origins_of,
    snapshot_of,
)
from foedus.model.change import Change, ChangeKind
from foedus.model.errors import InputError
from foedus.model.prediction import Prediction
from foedus.read.gazetteer import Gazetteer
from foedus.read.scales import scale
from foedus.read.stories import reprints
from foedus.report.changes import Changed, told
from foedus.report.desk import Desk
from foedus.report.dossier import Dossier, Source

_SHOWN = ("kind", "text", "why")


class Changes(Table):
    """Changes as rows that show themselves as a table; `found` are the values.

    `since` says in words with what the ledger was compared.
    """

    def __init__(self, found: Iterable[Change], since: str) -> None:
        self.found = tuple(found)
        self.since = since
        super().__init__((one.row() for one in self.found), _SHOWN)

    def of(self, *kinds: str) -> tuple[Change, ...]:
        """The changes of these kinds (see `ChangeKind`)."""
        return tuple(one for one in self.found if one.kind.value in kinds)


@dataclass(frozen=True, slots=True)
class Basis:
    """What a brief since a day or a brief is made of: the documents, their state, what is new."""

    dossier: Dossier
    state: Snapshot
    changed: Changed


def changes_of(ledger: Ledger, since: Since, documents: Sequence[str] | None = None) -> Changes:
    """What changed in the ledger, or in some of its documents, since a day or an earlier brief."""
    found = compared(ledger, since, documents)
    desk = Desk(found.dossier, Gazetteer.load())
    return Changes(told(desk, found.changed), found.changed.since)


def compared(ledger: Ledger, since: Since, documents: Sequence[str] | None = None) -> Basis:
    """The documents as they are now, beside what was known of them then.

    Since an earlier brief, its documents are compared too where only some are named. Raises
    InputError as `then_of` does, and where no document is left to brief on.
    """
    then = then_of(ledger, since)
    named = None if documents is None else {ledger.document(prefix).id for prefix in documents}
    if named is not None and then.state is not None:
        named |= set(then.state.documents)
    before = then.state or snapshot(ledger, named, then.moment)
    after = snapshot(ledger, named)
    if not after.documents:
        raise InputError("no document to compare: the ledger holds none; read a file first")
    known = ledger.judgements()
    both = dict.fromkeys((*before.documents, *after.documents))
    origin = origins_in(ledger, both, known)
    found = changes(before, after, origin, {**capitals(), **known.identity})
    none = "" if before.documents else ", when none of these reports was known"
    changed = Changed(
        then.words + none,
        tuple(_explained(found, before, known)),
        _gone(ledger, before, after),
        _by_claim(ledger, after),
        _stories(ledger, before, found),
        {**before.claims, **after.claims},
    )
    return Basis(dossier_of(ledger, after.documents), after, changed)


def _by_claim(ledger: Ledger, after: Snapshot) -> dict[str, Prediction]:
    found = predictions_in(ledger, scale(DEFAULT_SCALE), documents=after.documents)
    return {claim: one for one in found for claim in one.claims}


def _gone(ledger: Ledger, before: Snapshot, after: Snapshot) -> tuple[Source, ...]:
    """The documents that count no more, with letters that follow those of the others."""
    gone = sources_of(ledger, (id_ for id_ in before.documents if id_ not in after.documents))
    return tuple(
        replace(source, letter=letter(len(after.documents) + n), copy_of="")
        for n, source in enumerate(gone)
    )


def snapshot(
    ledger: Ledger, documents: Iterable[str] | None = None, known_on: datetime | None = None
) -> Snapshot:
    """What the ledger knows of the documents (full ids; None: all), or knew at a recorded time."""
    wanted = None if documents is None else set(documents)
    ids = [str(row["id"]) for row in ledger.documents(known_on)]
    ids = [id_ for id_ in ids if wanted is None or id_ in wanted]
    held = set(ids)
    known = ledger.judgements(known_on)
    asked = [Question(known_on=known_on)]
    if wanted is not None:
        asked = [Question(document=id_, known_on=known_on) for id_ in ids]
    claims = [row for question in asked for row in ledger.claims(question)]
    rows = [row for row in claims if row["document"] in held]
    origin = origins_in(ledger, ids, known)
    found = facts(rows, origin=origin, same={**capitals(), **known.identity})
    predictions = predictions_in(ledger, scale(DEFAULT_SCALE), known_on, held)
    return snapshot_of(rows, found, predictions, ids, known_on or ledger.now())


def origins_in(ledger: Ledger, documents: Iterable[str], known: Judgements) -> dict[str, str]:
    """The independent origin of each document; copies and reprints of one text have one."""
    ids = list(documents)
    texts = {id_: kept_text(ledger, ledger.document(id_)) for id_ in ids}
    joined = {other: group[0] for group in reprints(texts) for other in group[1:]}
    return origins_of(ledger, ids, {**known.identity, **joined})


def _explained(found: Iterable[Change], before: Snapshot, known: Judgements) -> Iterable[Change]:
    """What is gone with the reason: who withdrew it and why, or that it is read otherwise now."""
    for one in found:
        if one.kind is not ChangeKind.GONE or (one.after and "outcome" in one.after):
            yield one
            continue
        rows = [one.about, *one.claims, *(before.claims[c].document for c in one.claims)]
        reasons = [
            f"withdrawn by {judgement.by}: {judgement.why}"
            for row in rows
            if row in known.withdrawn and (judgement := known.newest_on(row))
        ]
        yield replace(one, why=next(iter(reasons), "the newest run reads it otherwise"))


def _stories(
    ledger: Ledger, before: Snapshot, found: Iterable[Change]
) -> Mapping[str, tuple[str, ...]]:
    """Each new document to the documents of its story that were there before."""
    new = {one.about for one in found if one.kind is ChangeKind.NEW_DOCUMENT}
    if not new or not before.documents:
        return {}
    rows = stories_of(ledger, documents=new | set(before.documents))
    stories = ([id_ for text in row["texts"] for id_ in text["ids"]] for row in rows)
    return {
        id_: tuple(other for other in story if other in before.documents)
        for story in stories
        for id_ in story
        if id_ in new
    }

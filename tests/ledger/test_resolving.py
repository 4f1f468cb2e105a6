"""What became of a prediction: appended, undone by another row, refused where it cannot be."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from foedus.ledger import Added, Judgement, Kind, Ledger, Question
from foedus.model.claim import Mood, Predicate
from foedus.model.errors import LedgerError
from foedus.model.prediction import Outcome
from foedus.model.reading import Reading
from tests.ledger.invented import PACT, Clock, claim, pact, reading, receipt

TEXT = "Arcadia will probably attack Borduria by June, Ada Vole said. It rained."
EVENT = "Arcadia will probably attack Borduria by June"
DAY = date(2024, 6, 30)


def foretold(run: str = "hand/1", event: str = EVENT) -> Reading:
    """A report in which Ada Vole foretells an attack."""
    found = claim(
        TEXT, TEXT.split(". ")[0], Predicate.PREDICTION, voice="Ada Vole", mood=Mood.POSSIBLE,
        hedge="probably", source="Arcadia", target="Borduria", event=event,
    )  # fmt: skip
    return reading(TEXT, found, run=run)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ledger(clock: Clock) -> Iterator[Ledger]:
    with Ledger.open(clock=clock) as opened:
        opened.add(foretold(), receipt(TEXT))
        yield opened


def prediction(ledger: Ledger) -> str:
    (row,) = ledger.claims(Question(predicate=Predicate.PREDICTION.value))
    return str(row["id"])


def resolve(
    ledger: Ledger, id_: str, outcome: Outcome = Outcome.YES, evidence: str = "it did"
) -> Judgement:
    return ledger.resolve(id_, outcome, evidence=evidence, by="ada", on=DAY)


def test_a_resolution_keeps_who_when_and_why(ledger: Ledger) -> None:
    done = resolve(ledger, prediction(ledger)[:8])
    assert ledger.judgements().resolutions({prediction(ledger)}) == (done,)
    assert (done.kind, done.by, done.why, done.other) == (Kind.YES, "ada", "it did", "2024-06-30")


def test_to_resolve_anew_appends_and_keeps_what_was(ledger: Ledger, clock: Clock) -> None:
    id_ = prediction(ledger)
    resolve(ledger, id_)
    clock.set(7, 2)
    resolve(ledger, id_, Outcome.NO)
    kinds = [done.kind for done in ledger.judgements().resolutions({id_})]
    assert kinds == [Kind.YES, Kind.NO]


def test_the_same_resolution_twice_is_stored_once(ledger: Ledger) -> None:
    first = resolve(ledger, prediction(ledger))
    assert resolve(ledger, prediction(ledger)) == first


def test_to_go_back_to_an_earlier_outcome_is_a_third_row(ledger: Ledger) -> None:
    id_ = prediction(ledger)
    for outcome in (Outcome.YES, Outcome.NO, Outcome.YES):
        resolve(ledger, id_, outcome)
    assert len(ledger.judgements().resolutions({id_})) == 3


def test_a_resolution_is_undone_by_withdrawing_it(ledger: Ledger) -> None:
    done = resolve(ledger, prediction(ledger))
    ledger.withdraw(done.id, by="ada", why="the wrong Arcadia")
    known = ledger.judgements()
    assert done.id in known.withdrawn
    assert known.resolutions({prediction(ledger)}) == (done,)


def test_what_was_known_on_a_day_leaves_later_resolutions_out(ledger: Ledger, clock: Clock) -> None:
    clock.set(8, 1)
    resolve(ledger, prediction(ledger))
    assert ledger.judgements(datetime(2024, 7, 1, tzinfo=UTC)).resolved == frozenset()


def test_resolutions_go_with_a_merged_ledger(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "one.db") as one:
        one.add(foretold(), receipt(TEXT))
        done = resolve(one, prediction(one))
    with Ledger.open() as other:
        assert other.merge(tmp_path / "one.db").judgements == 1
        assert other.judgements().resolutions({done.subject}) == (done,)


def test_a_resolution_joins_no_names(ledger: Ledger) -> None:
    resolve(ledger, prediction(ledger))
    assert (ledger.judgements().pairs, ledger.judgements().identity) == ({}, {})


@pytest.mark.parametrize(
    ("prefix", "message"),
    [("ab", "at least 4"), ("xyzw", "is no id"), ("0000000000", "no claim in this ledger")],
)
def test_an_id_that_is_none_is_refused_with_the_reason(
    ledger: Ledger, prefix: str, message: str
) -> None:
    with pytest.raises(LedgerError, match=message):
        resolve(ledger, prefix)


def test_a_claim_that_foretells_nothing_is_not_resolved(ledger: Ledger) -> None:
    ledger.add(pact(), receipt(PACT))
    (signed,) = ledger.claims(Question(predicate=Predicate.AGREEMENT_SIGNED.value))
    with pytest.raises(LedgerError, match="foretells nothing"):
        resolve(ledger, signed["id"])


@pytest.mark.parametrize("what", ["id", "document"])
def test_a_withdrawn_prediction_is_not_resolved(ledger: Ledger, what: str) -> None:
    (row,) = ledger.claims(Question(predicate=Predicate.PREDICTION.value))
    ledger.withdraw(row[what], by="ada", why="a hoax")
    with pytest.raises(LedgerError, match="withdrawn; restore it first"):
        resolve(ledger, row["id"])


def test_a_prediction_of_an_older_run_is_not_resolved(ledger: Ledger) -> None:
    old = prediction(ledger)
    assert ledger.add(foretold("hand/2", "Arcadia will probably attack"), receipt(TEXT)) == Added(
        runs=1, claims=1
    )
    with pytest.raises(LedgerError, match="older run"):
        resolve(ledger, old)


@pytest.mark.parametrize(("evidence", "by"), [(" ", "ada"), ("it did", " ")])
def test_without_evidence_or_name_nothing_is_kept(ledger: Ledger, evidence: str, by: str) -> None:
    with pytest.raises(LedgerError, match="by whom and on what evidence"):
        ledger.resolve(prediction(ledger), Outcome.YES, evidence=evidence, by=by, on=DAY)
    assert ledger.judgements().resolved == frozenset()


def test_a_judgement_of_a_later_foedus_is_named(tmp_path: Path) -> None:
    path = tmp_path / "later.db"
    with Ledger.open(path) as ledger:
        ledger.add(foretold(), receipt(TEXT))
    with closing(sqlite3.connect(path)) as file, file:
        row = ("f" * 64, "perhaps", "a" * 64, None, "ada", "x", "2024-06-20T00:00:00")
        file.execute("INSERT INTO judgement VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    with Ledger.open(path) as ledger, pytest.raises(LedgerError, match="install a newer foedus"):
        ledger.claims()

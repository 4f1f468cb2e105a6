"""The ledger of predictions in Python: from reports to scores, and what is never scored."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import pytest

import foedus
from foedus.api import Foedus, Predictions, Settled, Wanted
from foedus.ledger import Ledger
from foedus.model.claim import Predicate
from foedus.model.errors import InputError, LedgerError
from foedus.model.prediction import Bar, Outcome, Prediction
from tests.ledger.invented import claim, reading, receipt
from tests.ledger.test_resolving import TEXT, foretold

REPORT = """Talks in Oslo

Norway will probably ratify the treaty by June 2025, said Ada Vole.

"Poland is unlikely to sign the treaty by the end of the year," said Ada Vole.

If Russia attacks Norway, Poland will likely send troops in 2025, Jan Berg said.

It could lead to closer ties, Jan Berg said.

There is a 60 percent chance that Putin will visit Oslo in 2025, Jan Berg said.
"""
SAID = date(2024, 6, 20)


class Clock:
    """A ledger's clock that stands at noon of a day."""

    def __init__(self) -> None:
        self.day = date(2026, 1, 15)

    def __call__(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger into which the report was read."""
    folder = tmp_path_factory.mktemp("foretold")
    (folder / "a.txt").write_text(REPORT, "utf-8")
    with foedus.open(folder / "a.db") as desk:
        desk.read(folder / "a.txt", published=SAID, publisher="Courier")
    return folder / "a.db"


@pytest.fixture
def desk(kept: Path, tmp_path: Path) -> Iterator[Foedus]:
    """A copy of the ledger that a test may write to; its clock stands in 2026."""
    path = tmp_path / "copy.db"
    with Ledger.open(path, clock=Clock()) as ledger:
        ledger.merge(kept)
        yield Foedus(ledger)


def about(desk: Foedus, words: str) -> Prediction:
    (one,) = (p for p in desk.predictions().found if words in p.event)
    return one


def test_each_prediction_tells_who_what_when_how_likely_and_if_it_can_be_scored(
    desk: Foedus,
) -> None:
    one = about(desk, "ratify")
    assert one.speaker.name == "Ada Vole"
    assert (one.said, one.publisher) == (SAID, "Courier")
    assert REPORT[one.passage.start : one.passage.end].startswith("Norway will probably ratify")
    assert one.hedge == ("probably",)
    assert one.horizon is not None
    assert one.horizon.until == date(2025, 6, 30)
    assert one.chance is not None
    assert one.chance.probability == pytest.approx(0.675)
    assert one.scorable


def test_vague_text_is_not_scored_whatever_becomes_of_it(desk: Foedus) -> None:
    vague = about(desk, "closer ties")
    assert {why.bar for why in vague.bars} >= {Bar.VAGUE, Bar.NO_HORIZON, Bar.NO_LIKELIHOOD}
    after = desk.resolve(vague.id, Settled("yes", "they came closer", "ada"))
    assert (after.resolution and after.resolution.outcome, after.score) == (Outcome.YES, None)


def test_to_resolve_scores_and_to_resolve_anew_scores_anew(desk: Foedus) -> None:
    id_ = about(desk, "ratify").id
    first = desk.resolve(id_, Settled("yes", "https://example.org/1", "ada"))
    assert first.score is not None
    assert first.score.brier == pytest.approx(0.325**2)
    second = desk.resolve(id_, Settled("no", "it was a draft", "jan"))
    assert second.score is not None
    assert second.score.brier == pytest.approx(0.675**2)
    assert [(one.outcome, one.by) for one in second.history] == [
        (Outcome.YES, "ada"),
        (Outcome.NO, "jan"),
    ]


def test_a_withdrawn_resolution_no_longer_scores_and_stays_in_the_history(desk: Foedus) -> None:
    id_ = about(desk, "ratify").id
    done = desk.resolve(id_, Settled("yes", "said so", "ada")).history[-1]
    desk.ledger.withdraw(done.id, by="ada", why="a mistake")
    one = about(desk, "ratify")
    assert (one.resolution, one.score) == (None, None)
    assert [old.standing for old in one.history] == [False]


def test_void_scores_nothing(desk: Foedus) -> None:
    assert desk.resolve(about(desk, "ratify").id, Settled("void", "no treaty", "ada")).score is None


def test_a_conditional_prediction_is_scored_only_where_its_condition_came_about(
    desk: Foedus,
) -> None:
    id_ = about(desk, "send troops").id
    with pytest.raises(InputError, match="--condition-met"):
        desk.resolve(id_, Settled("yes", "they went", "ada"))
    assert desk.resolve(id_, Settled("void", "no attack", "ada")).score is None
    met = desk.resolve(id_, Settled("yes", "they went", "ada", condition_met=True))
    assert met.bars == ()
    assert met.score is not None


def test_an_unlikely_event_is_scored_by_the_event_itself(desk: Foedus) -> None:
    one = desk.resolve(about(desk, "unlikely").id, Settled("no", "it did not sign", "ada"))
    assert one.score is not None
    assert one.score.brier == pytest.approx(0.325**2)


def test_what_may_still_come_about_is_not_resolved_as_no(desk: Foedus) -> None:
    id_, early = about(desk, "ratify").id, date(2025, 1, 1)
    with pytest.raises(InputError, match="until 2025-06-30"):
        desk.resolve(id_, Settled("no", "rejected", "ada", on=early))
    assert desk.resolve(id_, Settled("no", "rejected", "ada", on=early, early=True)).score
    assert desk.resolve(id_, Settled("yes", "ratified", "ada", on=early)).score


@pytest.mark.parametrize(
    ("what", "message"),
    [
        (Settled("maybe", "x", "ada"), "one of: yes, no, void"),
        (Settled("yes", " ", "ada"), "no evidence"),
        (Settled("yes", "x", "ada", on=date(2030, 1, 1)), "still to come"),
        (Settled("yes", "x", "ada", on=date(2024, 1, 1)), "foretold on 2024-06-20"),
        (Settled("yes", "deadbeef1", "ada"), "looks like the id of a document"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    desk: Foedus, what: Settled, message: str
) -> None:
    with pytest.raises(InputError, match=message):
        desk.resolve(about(desk, "ratify").id, what)
    assert desk.ledger.judgements().resolved == frozenset()


def test_a_document_as_evidence_is_kept_by_its_whole_id(desk: Foedus) -> None:
    (document,) = desk.ledger.documents()
    one = desk.resolve(about(desk, "ratify").id, Settled("yes", document["id"][:10], "ada"))
    assert one.history[-1].evidence == document["id"]


def test_predictions_are_chosen_by_speaker_day_and_outcome(desk: Foedus) -> None:
    desk.resolve(about(desk, "ratify").id, Settled("yes", "x", "ada"))

    def told(**asked: object) -> int:
        return len(desk.predictions(Wanted(**asked)))  # type: ignore[arg-type]  # test's words

    assert told() == 5
    assert told(speaker="Ada Vole") == 2
    assert told(due=date(2024, 12, 31)) == 1
    assert (told(state="resolved"), told(state="open")) == (1, 4)


def test_an_unknown_speaker_is_named_with_the_nearest(desk: Foedus) -> None:
    with pytest.raises(InputError, match="Ada Vole"):
        desk.predictions(Wanted(speaker="Ada Voles"))


def test_few_cases_are_shown_without_a_rate(desk: Foedus) -> None:
    desk.resolve(about(desk, "ratify").id, Settled("yes", "x", "ada"))
    whole, ada = desk.predictions().calibration()
    assert (whole.n, ada.speaker, ada.share, len(ada.cases)) == (1, "Ada Vole", None, 1)
    with pytest.raises(InputError, match="too few scored predictions to draw"):
        desk.predictions().draw()


def test_an_outcome_whose_prediction_no_longer_stands_is_named(desk: Foedus) -> None:
    one = desk.resolve(about(desk, "ratify").id, Settled("yes", "x", "ada"))
    row = next(r for r in desk.ledger.claims() if r["id"] == one.id)
    assert desk.predictions().unplaced == ()
    desk.ledger.withdraw(row["document"], by="ada", why="a hoax")
    assert len(desk.predictions()) == 0
    assert desk.predictions().unplaced == (one.id,)


def test_an_outcome_follows_the_words_into_a_later_reading() -> None:
    before, after = foretold("hand/1"), foretold("hand/2")
    after = replace(after, claims=tuple(replace(c, voice=()) for c in after.claims))
    with Ledger.open() as ledger:
        desk = Foedus(ledger)
        ledger.add(before, receipt(TEXT, published=SAID))
        (old,) = desk.predictions().found
        desk.resolve(old.id, Settled("yes", "x", "ada"))
        ledger.add(after, receipt(TEXT, published=SAID))
        (new,) = desk.predictions().found
        assert new.id != old.id
        assert [one.evidence for one in new.history] == ["x"]
        assert desk.predictions().unplaced == ()


def test_an_empty_ledger_foretells_nothing(tmp_path: Path) -> None:
    with foedus.open(tmp_path / "new.db"):
        pass
    found = foedus.predictions(tmp_path / "new.db")
    assert isinstance(found, Predictions)
    assert (len(found), found.scale) == (0, "icd-203")


def test_the_functions_take_the_path_of_a_ledger(kept: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    path.write_bytes(kept.read_bytes())
    (one,) = (p for p in foedus.predictions(path, speaker="Ada Vole").found if "ratify" in p.event)
    done = foedus.resolve(path, one.id[:8], "yes", evidence="x", by="ada", on=date(2025, 7, 1))
    assert done.score is not None
    assert foedus.predictions(path, state="resolved")[0]["outcome"] == "yes"


def test_a_ledger_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no such ledger"):
        foedus.predictions(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_an_id_that_several_may_mean_is_refused_with_them() -> None:
    lines = [f"Arcadia will probably attack Borduria {n} times, Ada Vole said." for n in range(500)]
    text = "\n".join(lines)
    claims = [
        claim(text, line, Predicate.PREDICTION, voice="Ada Vole", event=line.split(",")[0])
        for line in lines
    ]
    with Ledger.open(clock=Clock()) as ledger:
        ledger.add(reading(text, *claims), receipt(text, published=SAID))
        ids = sorted(row["id"] for row in ledger.claims())
        shared = next(a[:4] for a, b in pairwise(ids) if a[:4] == b[:4])
        with pytest.raises(LedgerError, match="not unique"):
            Foedus(ledger).resolve(shared, Settled("yes", "x", "ada"))
        assert ledger.judgements().resolved == frozenset()

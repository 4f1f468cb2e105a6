"""Later runs, withdrawals, identity, and what the ledger knew when."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.ledger import Added, Ledger, Question, facts
from foedus.model.claim import Predicate
from foedus.model.errors import LedgerError
from foedus.model.reading import Reading
from tests.ledger.invented import PACT, Clock, claim, pact, reading, receipt

FIRST, SECOND = "Arcadia signed a pact with Borduria.", "Arcadia sent 40 tanks to Borduria in June."


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ledger(clock: Clock) -> Iterator[Ledger]:
    with Ledger.open(clock=clock) as opened:
        yield opened


def one_claim(run: str, passage: str = FIRST) -> Reading:
    """The pact's report, read with one claim."""
    found = claim(PACT, passage, Predicate.AGREE, source="Arcadia", target="Borduria")
    return reading(PACT, found, run=run)


def passages(ledger: Ledger, **asked: object) -> list[str]:
    """The words of every current claim."""
    return [PACT[slice(*row["passage"])] for row in ledger.claims(Question(**asked))]  # type: ignore[arg-type]  # the tests' own keywords


# Runs ---------------------------------------------------------------------------------------


def test_a_later_run_of_a_reader_supersedes_the_earlier(ledger: Ledger) -> None:
    ledger.add(one_claim("hand/1", FIRST), receipt(PACT))
    ledger.add(one_claim("hand/2", SECOND), receipt(PACT))
    assert passages(ledger) == [SECOND]


def test_a_run_that_finds_something_else_supersedes_though_its_version_is_the_same(
    ledger: Ledger,
) -> None:
    ledger.add(one_claim("hand/1", FIRST), receipt(PACT))
    ledger.add(one_claim("hand/1", SECOND), receipt(PACT))
    assert passages(ledger) == [SECOND]


def test_an_older_version_read_again_is_the_newest_run(ledger: Ledger) -> None:
    for run, passage in (("hand/1", FIRST), ("hand/2", SECOND), ("hand/1", FIRST)):
        ledger.add(one_claim(run, passage), receipt(PACT))
    assert passages(ledger) == [FIRST]


def test_another_reader_supersedes_nothing(ledger: Ledger) -> None:
    ledger.add(one_claim("hand/1", FIRST), receipt(PACT))
    ledger.add(one_claim("eye/1", SECOND), receipt(PACT))
    assert passages(ledger) == [FIRST, SECOND]


def test_a_superseded_claim_stays_readable(ledger: Ledger) -> None:
    ledger.add(one_claim("hand/1", FIRST), receipt(PACT))
    (old,) = ledger.claims()
    ledger.add(one_claim("hand/2", SECOND), receipt(PACT))
    assert ledger.row(old["id"])["run"] == "hand/1"


def test_every_run_is_listed_with_what_it_found(ledger: Ledger) -> None:
    ledger.add(one_claim("hand/1", FIRST), receipt(PACT))
    ledger.add(one_claim("hand/2", SECOND), receipt(PACT))
    runs = ledger.runs(one_claim("").document.id)
    assert [(run["run"], len(run["found"])) for run in runs] == [("hand/1", 1), ("hand/2", 1)]


def test_a_claim_that_two_runs_found_is_one_row_of_the_newest(ledger: Ledger) -> None:
    ledger.add(one_claim("hand/1"), receipt(PACT))
    assert ledger.add(one_claim("hand/2"), receipt(PACT)) == Added(runs=1)
    assert [row["run"] for row in ledger.claims()] == ["hand/2"]


# Two clocks ---------------------------------------------------------------------------------


def test_known_on_answers_as_the_ledger_knew_then(ledger: Ledger, clock: Clock) -> None:
    before = clock.set(7, 1)
    ledger.add(one_claim("hand/1", FIRST), receipt(PACT))
    clock.set(7, 3)
    ledger.add(one_claim("hand/2", SECOND), receipt(PACT))
    assert (passages(ledger, known_on=before), passages(ledger)) == ([FIRST], [SECOND])


def test_before_the_first_reading_nothing_was_known(ledger: Ledger, clock: Clock) -> None:
    ledger.add(pact(), receipt(PACT))
    assert (
        ledger.claims(Question(known_on=clock.set(1, 1)))
        == ledger.statements(Question(known_on=clock.time))
        == ()
    )


def test_a_withdrawal_was_not_known_before_it_was_made(ledger: Ledger, clock: Clock) -> None:
    before = clock.set(7, 1)
    ledger.add(one_claim("hand/1"), receipt(PACT))
    clock.set(7, 3)
    ledger.withdraw(ledger.claims()[0]["id"], "ada", "misread")
    assert (len(ledger.claims(Question(known_on=before))), len(ledger.claims())) == (1, 0)


def test_a_clock_that_goes_back_does_not_reorder_the_runs(ledger: Ledger, clock: Clock) -> None:
    clock.set(7, 3)
    ledger.add(one_claim("hand/1", FIRST), receipt(PACT))
    clock.set(7, 1)
    ledger.add(one_claim("hand/2", SECOND), receipt(PACT))
    assert passages(ledger) == [SECOND]


# Judgements ---------------------------------------------------------------------------------


@pytest.fixture
def kept(ledger: Ledger) -> Ledger:
    ledger.add(pact(), receipt(PACT))
    return ledger


def test_a_withdrawn_claim_no_longer_counts_and_stays_readable(kept: Ledger) -> None:
    first = kept.claims()[0]["id"]
    kept.withdraw(first[:12], "ada", "misread")
    assert first not in {row["id"] for row in kept.claims()}
    assert kept.row(first)["id"] == first


def test_a_withdrawn_claim_stays_withdrawn_when_read_again(kept: Ledger) -> None:
    kept.withdraw(kept.claims()[0]["id"], "ada", "misread")
    kept.add(pact("hand/2"), receipt(PACT))
    assert len(kept.claims()) == 1


def test_what_is_restored_counts_again(kept: Ledger) -> None:
    first = kept.claims()[0]["id"]
    kept.withdraw(first, "ada", "misread")
    kept.restore(first, "ben", "well read")
    assert len(kept.claims()) == 2


def test_a_judgement_is_undone_by_withdrawing_it(kept: Ledger) -> None:
    judged = kept.withdraw(kept.claims()[0]["id"], "ada", "misread")
    kept.withdraw(judged.id, "ben", "she was wrong")
    assert len(kept.claims()) == 2


def test_and_the_undoing_can_be_undone(kept: Ledger) -> None:
    judged = kept.withdraw(kept.claims()[0]["id"], "ada", "misread")
    undone = kept.withdraw(judged.id, "ben", "she was wrong")
    kept.withdraw(undone.id, "ada", "I was not")
    assert len(kept.claims()) == 1


def test_with_a_document_goes_all_that_was_read_from_it(kept: Ledger) -> None:
    kept.withdraw(kept.documents()[0]["id"], "ada", "a hoax")
    assert (kept.documents(), kept.claims(), kept.statements()) == ((), (), ())
    assert kept.search("pact") == ()


def test_without_the_newest_run_the_one_before_is_current_again(ledger: Ledger) -> None:
    ledger.add(one_claim("hand/1", FIRST), receipt(PACT))
    ledger.add(one_claim("hand/2", SECOND), receipt(PACT))
    ledger.withdraw(ledger.runs(one_claim("").document.id)[-1]["id"], "ada", "a bad version")
    assert passages(ledger) == [FIRST]


def test_withdrawing_twice_is_one_judgement(kept: Ledger) -> None:
    first = kept.claims()[0]["id"]
    assert kept.withdraw(first, "ada", "misread") == kept.withdraw(first, "ben", "me too")


def test_a_judgement_needs_a_name_and_a_reason(kept: Ledger) -> None:
    with pytest.raises(LedgerError, match="say by whom and why"):
        kept.withdraw(kept.claims()[0]["id"], "ada", " ")


def test_what_was_never_withdrawn_cannot_be_restored(kept: Ledger) -> None:
    with pytest.raises(LedgerError, match="nothing to restore"):
        kept.restore(kept.claims()[0]["id"], "ada", "to be sure")


def test_a_judgement_says_who_and_why(kept: Ledger) -> None:
    first = kept.claims()[0]["id"]
    kept.withdraw(first, "ada", "misread")
    assert [(j.by, j.why) for j in kept.judgements().about(first)] == [("ada", "misread")]


def test_claims_of_an_actor_come_under_every_name_judged_the_same(kept: Ledger) -> None:
    kept.same("ARC", "The Arcadian Republic", "ada", "one state")
    assert len(kept.claims(Question(actors=("Arcadian Republic",)))) == 2


def test_same_is_undone_by_different(kept: Ledger) -> None:
    kept.same("ARC", "Arcadian Republic", "ada", "one state")
    kept.different("Arcadian Republic", "ARC", "ben", "a government in exile")
    assert kept.claims(Question(actors=("Arcadian Republic",))) == ()


def test_two_judged_different_are_never_joined_through_a_third(kept: Ledger) -> None:
    kept.different("x/ann", "x/anne", "ada", "sisters")
    kept.same("x/ann", "a. vole", "ada", "initials")
    kept.same("x/anne", "a. vole", "ben", "initials")
    identity = kept.judgements().identity
    assert (identity.get("x/ann"), identity.get("x/anne")) == ("x/ann", None)


def test_a_name_is_not_compared_with_itself(kept: Ledger) -> None:
    with pytest.raises(LedgerError, match="with itself"):
        kept.same("Ada Vole", "ada vole", "ada", "of course")


# Merging ------------------------------------------------------------------------------------


def at(path: Path, *readings: Reading) -> Path:
    with Ledger.open(path) as ledger:
        for one in readings:
            ledger.add(one, receipt(one.document.text))
    return path


def test_merging_brings_what_is_missing(tmp_path: Path, ledger: Ledger) -> None:
    assert ledger.merge(at(tmp_path / "other.db", pact())) == Added(1, 1, 1, 1, 2)


def test_merging_twice_changes_nothing(tmp_path: Path, ledger: Ledger) -> None:
    other = at(tmp_path / "other.db", pact())
    ledger.merge(other)
    assert ledger.merge(other) == Added()


def test_judgements_come_along(tmp_path: Path, ledger: Ledger) -> None:
    with Ledger.open(at(tmp_path / "other.db", pact())) as other:
        other.withdraw(other.claims()[0]["id"], "ada", "misread")
    ledger.merge(tmp_path / "other.db")
    assert len(ledger.claims()) == 1


def test_merging_a_ledger_that_is_not_there_makes_none(tmp_path: Path, ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="there is no such ledger"):
        ledger.merge(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_what_was_merged_can_be_searched(tmp_path: Path, ledger: Ledger) -> None:
    ledger.merge(at(tmp_path / "other.db", pact()))
    assert len(ledger.search("pact")) == 1


def reports() -> st.SearchStrategy[list[Reading]]:
    """Runs of two versions over three texts."""
    texts = st.sampled_from([f"Arcadia met Borduria, says {name}." for name in ("A", "B", "C")])
    run = st.sampled_from(["hand/1", "hand/2"])
    predicate = st.sampled_from([Predicate.MEETING, Predicate.AGREE])
    return st.lists(
        st.builds(
            lambda text, run, predicate: reading(
                text, claim(text, text, predicate, source="Arcadia", target="Borduria"), run=run
            ),
            texts,
            run,
            predicate,
        ),
        max_size=4,
    )


@settings(max_examples=15)
@given(reports(), reports())
def test_the_order_of_merging_does_not_matter(
    tmp_path_factory: pytest.TempPathFactory, one: list[Reading], other: list[Reading]
) -> None:
    folder = tmp_path_factory.mktemp("merge")
    first, second = at(folder / "first.db", *one), at(folder / "second.db", *other)
    with Ledger.open() as forth, Ledger.open() as back:
        for path in (first, second):
            forth.merge(path)
        for path in (second, first):
            back.merge(path)
        assert {row["id"] for row in forth.claims()} == {row["id"] for row in back.claims()}
        assert facts(forth) == facts(back)

"""What the ledger keeps, and how it answers."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from foedus.ledger import Added, Ledger, Question
from foedus.model.actor import ActorKind, Cast, Entity
from foedus.model.claim import Predicate
from foedus.model.errors import LedgerError
from tests.ledger.invented import NOON, PACT, claim, pact, reading, receipt


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.open() as opened:
        yield opened


def test_a_reading_adds_its_document_receipt_run_statements_and_claims(ledger: Ledger) -> None:
    assert ledger.add(pact(), receipt(PACT)) == Added(1, 1, 1, 1, 2)


def test_adding_twice_changes_nothing(ledger: Ledger) -> None:
    ledger.add(pact(), receipt(PACT))
    assert ledger.add(pact(), receipt(PACT)) == Added()


def test_a_known_document_from_elsewhere_adds_only_a_receipt(ledger: Ledger) -> None:
    ledger.add(pact(), receipt(PACT))
    assert ledger.add(pact(), receipt(PACT, "copy.txt")) == Added(receipts=1)


def test_the_same_file_received_later_is_the_same_receipt(ledger: Ledger) -> None:
    ledger.add(pact(), receipt(PACT))
    ledger.add(pact(), receipt(PACT, received=NOON + timedelta(days=1)))
    assert [r.received for r in ledger.receipts()] == [NOON]


def test_a_receipt_comes_back_as_it_went_in(ledger: Ledger) -> None:
    given = receipt(PACT, publisher="The Courier", published=date(2024, 6, 19))
    ledger.add(pact(), given)
    assert ledger.receipts(given.document) == (given,)


def test_a_document_comes_back_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    ledger.add(pact(), receipt(PACT))
    assert ledger.document(pact().document.id[:10]) == pact().document


def test_documents_are_listed_with_their_number_of_receipts(ledger: Ledger) -> None:
    ledger.add(pact(), receipt(PACT))
    ledger.add(pact(), receipt(PACT, "copy.txt"))
    assert [(row["characters"], row["receipts"]) for row in ledger.documents()] == [(len(PACT), 2)]


def test_lines_and_cast_come_back(ledger: Ledger) -> None:
    ledger.add(pact(), receipt(PACT))
    assert ledger.page(pact().document.id) == (pact().lines, pact().cast)


def test_a_claim_names_its_run(ledger: Ledger) -> None:
    ledger.add(pact("hand/1"), receipt(PACT))
    assert {row["run"] for row in ledger.claims()} == {"hand/1"}


def test_claims_come_in_the_order_of_the_text(ledger: Ledger) -> None:
    ledger.add(pact(), receipt(PACT))
    assert [r["predicate"] for r in ledger.claims()] == ["agreement.signed", "exchange"]


def test_claims_by_predicate(ledger: Ledger) -> None:
    ledger.add(pact(), receipt(PACT))
    assert [r["predicate"] for r in ledger.claims(Question(predicate=Predicate.EXCHANGE))] == [
        "exchange"
    ]


def test_a_statement_of_two_together_is_of_each(ledger: Ledger) -> None:
    one = pact()
    cast = Cast(tuple(Entity(name, ActorKind.PERSON) for name in ("Ada Vole", "Bo Lund")), ())
    (said,) = one.statements
    ledger.add(
        replace(one, cast=cast, statements=(replace(said, entity=None, joint=(0, 1)),)),
        receipt(PACT),
    )
    asked = [Question(actors=(name,)) for name in ("Ada Vole", "Bo Lund", "Cy Berg")]
    assert [len(ledger.statements(question)) for question in asked] == [1, 1, 0]
    assert {"ada vole", "bo lund"} <= ledger.speakers().keys()


def test_claims_by_an_actor_in_any_role(ledger: Ledger) -> None:
    ledger.add(pact(), receipt(PACT))
    assert (
        len(ledger.claims(Question(actors=("BOR",)))),
        len(ledger.claims(Question(actors=("CTH",)))),
    ) == (2, 0)


def test_claims_of_one_document(ledger: Ledger) -> None:
    ledger.add(pact(), receipt(PACT))
    other = "Cathay met Borduria."
    met = claim(other, other, Predicate.MEETING, source=("Cathay", "Borduria"))
    ledger.add(reading(other, met), receipt(other))
    assert [
        r["predicate"] for r in ledger.claims(Question(document=receipt(other).document[:8]))
    ] == ["meeting.held"]


def test_a_window_of_days_finds_claims_that_touch_it(ledger: Ledger) -> None:
    ledger.add(pact(), receipt(PACT))
    found = ledger.claims(Question(since=date(2024, 6, 30), until=date(2024, 7, 31)))
    assert [r["predicate"] for r in found] == ["exchange"]


def test_a_window_of_days_passes_over_claims_that_end_before(ledger: Ledger) -> None:
    ledger.add(pact(), receipt(PACT))
    assert ledger.claims(Question(since=date(2024, 7, 1))) == ()


def test_a_claim_with_an_open_end_goes_on(ledger: Ledger) -> None:
    text = "Arcadia aids Borduria since 2020."
    aid = claim(text, text, Predicate.AID, source="Arcadia", since=date(2020, 1, 1))
    ledger.add(reading(text, aid), receipt(text))
    assert len(ledger.claims(Question(since=date(2050, 1, 1)))) == 1


def test_statements_by_speaker(ledger: Ledger) -> None:
    ledger.add(pact(), receipt(PACT))
    said = ledger.statements(Question(actors=("Ada Vole",)))
    assert [row["words"] for row in said] == ['"We shall stand together,"']


def test_a_row_is_found_by_a_unique_beginning_of_its_id(ledger: Ledger) -> None:
    ledger.add(pact(), receipt(PACT))
    whole = ledger.claims()[0]
    assert ledger.row(whole["id"][:12]) == {"row": "claim", **whole}


@pytest.mark.parametrize(
    ("prefix", "problem"),
    [
        ("xyz", "is no id"),
        ("ab", "at least 4"),
        ("0000000", "has an id that begins"),
        ("%", "no id"),
    ],
)
def test_a_wrong_id_says_what_is_wrong(ledger: Ledger, prefix: str, problem: str) -> None:
    ledger.add(pact(), receipt(PACT))
    with pytest.raises(LedgerError, match=problem):
        ledger.row(prefix)


def test_a_passage_outside_the_document_is_refused_and_nothing_is_stored(ledger: Ledger) -> None:
    long = pact()
    short = reading("Arcadia rests.", *long.claims)
    with pytest.raises(LedgerError, match="holds no words of the document"):
        ledger.add(short, receipt("Arcadia rests."))
    assert ledger.documents() == ()


def test_a_receipt_of_another_document_is_refused(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match=r"the receipt of other\.txt is for document"):
        ledger.add(pact(), receipt("Something else.", "other.txt"))


def test_half_a_surrogate_pair_is_refused_with_its_place(ledger: Ledger) -> None:
    text = "Arcadia \ud83d rests."
    with pytest.raises(LedgerError, match="character 8 is half of a surrogate pair"):
        ledger.add(reading(text), receipt(text))


def test_rows_of_a_file_outlive_its_closing(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger:
        ledger.add(pact(), receipt(PACT))
        before = ledger.claims()
    with Ledger.open(tmp_path / "l.db") as ledger:
        assert ledger.claims() == before

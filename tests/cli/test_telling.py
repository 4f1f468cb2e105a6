"""How facts read on a terminal: how sure, what, when, who, and by how many voices."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

import foedus
from foedus.api import Foedus
from foedus.cli.telling import fact_lines, facts_lines, window_words
from foedus.ledger import facts
from foedus.model.claim import Mood, Predicate
from foedus.model.dates import Tense
from foedus.model.reading import Row, claim_row
from foedus.report.predicate_words import WHAT
from tests.ledger.invented import claim, reading


@pytest.fixture(scope="module")
def desk() -> Iterator[Foedus]:
    with foedus.open() as opened:
        yield opened


def sent(outlet: str, goods: str = "40 tanks", **more: Any) -> Row:
    text = f"{outlet}: Arcadia sent Borduria {goods}, Ada Vole said, they said."
    roles = {"source": "Arcadia", "target": "Borduria", **more}
    found = claim(text, text, Predicate.EXCHANGE, **roles, goods=goods)
    return claim_row(found, reading(text).document.id, "hand/1")


def told(desk: Foedus, *rows: Row) -> list[str]:
    """The lines of the only fact; each document is called by its outlet."""
    (fact,) = facts(rows)
    names = {row["document"]: f"reports/{letter}.txt" for letter, row in zip("abc", rows)}  # noqa: B905 - fewer rows than letters
    return list(fact_lines(fact, desk, names))


def test_what_two_reports_say_is_settled_by_two_voices(desk: Foedus) -> None:
    lines = told(desk, sent("Courier"), sent("Gazette"))
    assert lines[0] == "settled: exchange"
    assert lines[2].strip().startswith("2 independent voices, said by ")


def test_one_report_is_one_voice_and_named(desk: Foedus) -> None:
    assert told(desk, sent("Courier"))[-1].strip() == "one voice, said by a.txt"


def test_a_speaker_is_named_with_the_report_that_quotes_him(desk: Foedus) -> None:
    lines = told(desk, sent("Courier", voice="Ada Vole"))
    assert lines[-1].strip() == "one voice, said by Ada Vole (a.txt)"


@pytest.mark.parametrize("how", [{"negated": True}, {"mood": Mood.DENIED}])
def test_what_is_denied_reads_as_denied(desk: Foedus, how: dict[str, Any]) -> None:
    lines = told(desk, sent("Courier", **how))
    assert lines[0] == "single-voiced, denied: exchange"
    assert lines[-1].strip() == "one voice, denied by a.txt"


def test_a_contested_fact_names_both_sides(desk: Foedus) -> None:
    lines = told(desk, sent("Courier"), sent("Gazette", mood=Mood.DENIED))
    assert lines[0] == "contested: exchange"
    assert lines[-1].strip() == "one voice, said by a.txt; denied by b.txt"


@pytest.mark.parametrize(
    "mood", [Mood.RUMOURED, Mood.POSSIBLE, Mood.PROMISED, Mood.CONDITIONAL, Mood.FEARED]
)
def test_what_is_hedged_is_told_as_such(desk: Foedus, mood: Mood) -> None:
    assert told(desk, sent("Courier", mood=mood))[0] == f"single-voiced, {mood.value}: exchange"


def test_what_is_to_come_is_told_as_such(desk: Foedus) -> None:
    row = sent("Courier")
    row["time"]["tense"] = Tense.FUTURE.value
    assert told(desk, row)[0] == "single-voiced, to come: exchange"


def test_a_promise_not_to_is_no_promise(desk: Foedus) -> None:
    lines = told(desk, sent("Courier", mood=Mood.PROMISED, negated=True))
    assert lines[0] == "single-voiced, denied (promised): exchange"


def test_a_reading_that_says_not_is_not_denied_once_more(desk: Foedus) -> None:
    text = "Ada Vole: the pact does not bind Arcadia."
    words = "does not bind Arcadia"
    found = claim(text, text, Predicate.READING, reading=words, voice="Ada Vole", negated=True)
    lines = told(desk, claim_row(found, reading(text).document.id, "hand/1"))
    assert (lines[0], lines[-1].strip()) == (
        "single-voiced: reading of an agreement",
        "one voice, said by Ada Vole (a.txt)",
    )


def test_numbers_that_differ_stand_side_by_side(desk: Foedus) -> None:
    lines = told(desk, sent("Courier"), sent("Gazette", "70 tanks"))
    assert lines[-1].strip() == "they differ in number: 40 tanks / 70 tanks"


def test_words_that_name_nobody_stand_in_quotation_marks(desk: Foedus) -> None:
    lines = told(desk, sent("Courier", source="they"))
    assert lines[1].strip().startswith("who: “they”; whom: ")


def test_a_time_that_no_date_is_known_of_is_told_in_its_words(desk: Foedus) -> None:
    assert told(desk, sent("Courier", said="last spring"))[0].endswith("exchange, “last spring”")


def test_the_last_line_counts_the_facts(desk: Foedus) -> None:
    found = facts([sent("Courier"), sent("Gazette"), sent("Herald", "wheat")])
    assert facts_lines(found, desk)[-1] == "2 facts: 1 settled, 1 single-voiced"


def test_every_predicate_has_its_words() -> None:
    assert set(WHAT) == set(Predicate)


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        (date(2024, 6, 19), date(2024, 6, 19), "on 19 June 2024"),
        (date(2024, 6, 1), date(2024, 6, 30), "in June 2024"),
        (date(2024, 2, 1), date(2024, 2, 29), "in February 2024"),
        (date(2024, 1, 1), date(2024, 12, 31), "in 2024"),
        (date(2000, 1, 1), date(2001, 12, 31), "in 2000–2001"),
        (date(2024, 4, 1), date(2024, 6, 30), "between April 2024 and June 2024"),
        (date(2024, 6, 3), date(2024, 6, 9), "between 3 June 2024 and 9 June 2024"),
        (date(2024, 6, 1), date(2024, 6, 1), "on 1 June 2024"),
        (date(2023, 9, 1), None, "since September 2023"),
        (date(2023, 1, 1), None, "since 2023"),
        (date(2023, 9, 5), None, "since 5 September 2023"),
        (None, date(2023, 9, 30), "until September 2023"),
        (None, None, ""),
    ],
)
def test_a_time_is_told_as_exactly_as_it_is_known(
    since: date | None, until: date | None, words: str
) -> None:
    assert window_words(since, until) == words

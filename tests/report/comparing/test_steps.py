"""Steps of one agreement over reports: how far each has it, and what cannot be."""

from pathlib import Path

from tests.report.comparing.compared_of import compared_of as compared
from tests.report.comparing.compared_of import texts_of


def test_a_ratification_before_the_signing_is_impossible_and_says_why(tmp_path: Path) -> None:
    found = compared(
        tmp_path,
        "Peru ratified the fisheries treaty with Chile on 3 May 2021.",
        "Peru and Chile signed the fisheries treaty on 9 June 2021.",
    )
    (row,) = found.as_json()["impossible"]
    assert row["reason"] == "the ratification of an agreement follows its signature"
    assert "ratified on 3 May 2021" in row["text"]
    assert {side["report"] for side in row["sides"]} == {"A", "B"}


def test_a_ratification_before_its_bill_is_impossible_too(tmp_path: Path) -> None:
    found = compared(
        tmp_path,
        "Peru's congress ratified the fisheries treaty with Chile on 3 May 2021.",
        "The government of Peru submitted the bill on the ratification of the fisheries treaty with"
        " Chile to congress on 10 June 2021.",
    )
    (row,) = found.as_json()["impossible"]
    assert row["reason"] == "a ratification follows the bill on it"


def test_a_bill_that_came_first_is_in_order(tmp_path: Path) -> None:
    found = compared(
        tmp_path,
        "Peru's congress ratified the fisheries treaty with Chile on 3 July 2021.",
        "The government of Peru submitted the bill on the ratification of the fisheries treaty with"
        " Chile to congress on 10 June 2021.",
    )
    assert found.as_json()["impossible"] == []


def test_steps_in_their_order_are_possible(tmp_path: Path) -> None:
    found = compared(
        tmp_path,
        "Peru ratified the fisheries treaty with Chile on 3 July 2021.",
        "Peru and Chile signed the fisheries treaty on 9 June 2021.",
    )
    assert found.as_json()["impossible"] == []


def test_signed_and_ratified_are_a_status_and_no_contradiction(tmp_path: Path) -> None:
    found = compared(
        tmp_path,
        "Peru and Chile signed the fisheries treaty.",
        "Peru has ratified the fisheries treaty with Chile.",
    )
    assert texts_of(found, "status") == [
        "Fisheries treaty: signed, says Report A; ratified, says Report B."
    ]
    assert texts_of(found, "contradiction") == []


def test_an_entry_into_force_that_lies_ahead_is_still_to_come(tmp_path: Path) -> None:
    found = compared(
        tmp_path,
        "Peru and Chile signed the fisheries treaty. The treaty enters into force on 1 July.",
        "Peru has ratified the fisheries treaty with Chile.",
    )
    assert texts_of(found, "status") == [
        "Fisheries treaty: signed, says Report A; ratified, says Report B."
    ]


def test_one_step_in_every_report_is_no_difference(tmp_path: Path) -> None:
    found = compared(
        tmp_path,
        "Peru and Chile signed the fisheries treaty.",
        "Chile and Peru have signed the fisheries treaty.",
    )
    assert texts_of(found, "status") == []


def test_two_days_of_one_signing_are_a_difference_however_they_are_told(tmp_path: Path) -> None:
    found = compared(
        tmp_path,
        "Peru and Chile signed the fisheries treaty on 9 June 2021.",
        "Peru and Chile have a fisheries treaty. The signing took place on 8 June 2021.",
    )
    (words,) = texts_of(found, "date")
    assert "9 June 2021" in words and "8 June 2021" in words


def test_a_report_with_both_days_tells_of_two_signings(tmp_path: Path) -> None:
    found = compared(
        tmp_path,
        "Peru and Chile signed the fisheries treaty on 9 June 2021.",
        "Peru and Chile signed the fisheries treaty on 9 June 2021. Peru and Chile signed the"
        " fisheries treaty on 2 May 2021.",
        "Peru and Chile signed the fisheries treaty on 2 May 2021.",
    )
    assert all("Report B" not in words for words in texts_of(found, "date"))


def test_each_party_ratifies_on_a_day_of_its_own(tmp_path: Path) -> None:
    found = compared(
        tmp_path,
        "Peru and Chile signed the fisheries treaty. Peru ratified the fisheries treaty with Chile"
        " on 9 July 2021.",
        "Peru and Chile signed the fisheries treaty. Chile ratified the fisheries treaty with Peru"
        " on 12 July 2021.",
    )
    assert not texts_of(found, "date")

"""Clauses in quite other words: the number, the day or the intent that they differ in."""

from pathlib import Path

import pytest

from tests.report.comparing.compared_of import compared_of, texts_of

SENT = "Chile will also receive six patrol boats from a shipyard in Callao in the course of 2028."
DONE = "Negotiators finished the draft in Cusco on 3 May 2021, after seven rounds of talks."


def test_what_each_report_counts_once_is_one_thing(tmp_path: Path) -> None:
    found = compared_of(
        tmp_path, SENT, "The Chilean coast guard is to get eight patrol boats, built in Callao."
    )
    (words,) = texts_of(found, "number")
    assert "six patrol boats" in words and "eight patrol boats" in words


@pytest.mark.parametrize(
    "other",
    [
        "The Chilean coast guard is to get six patrol boats, built in Callao.",
        "Peru lost eight fishing boats in a storm.",  # nothing else is alike
        "The coast guard is to get eight patrol boats from Callao. Six patrol boats are Chile's.",
        "Chile will also receive a dozen patrol cars from a yard in Callao in the year 2028.",
    ],
)
def test_other_counts_are_no_difference(tmp_path: Path, other: str) -> None:
    assert texts_of(compared_of(tmp_path, SENT, other), "number") == []


def test_sailors_and_personnel_are_counted_alike(tmp_path: Path) -> None:
    found = compared_of(
        tmp_path,
        "A first step will be a naval exercise near the Chincha islands in June, in which 2,400"
        " sailors and marines take part.",
        "The fleets will train together off the Chincha islands in June, an undertaking for which"
        " 3,200 personnel are to be mobilised.",
    )
    (words,) = texts_of(found, "number")
    assert "2,400 sailors" in words and "3,200 personnel" in words


def test_a_place_in_an_order_is_no_count(tmp_path: Path) -> None:
    found = compared_of(
        tmp_path,
        "Peru's party kept Ada Vole in the No. 2 position of the congress in Lima.",
        "Ada Vole remained in the No. 3 position of Peru's congress in Lima.",
    )
    assert texts_of(found, "number") == []


def test_a_day_is_of_one_thing_where_place_and_number_are(tmp_path: Path) -> None:
    found = compared_of(
        tmp_path,
        DONE,
        "The wording was settled at the last of seven negotiating sessions, which ended in Cusco"
        " on 1 May 2021.",
    )
    (words,) = texts_of(found, "date")
    assert "3 May 2021" in words and "1 May 2021" in words


@pytest.mark.parametrize(
    "other",
    [
        "The wording was settled at the last of seven negotiating sessions, which ended in Cusco"
        " on 3 May 2021.",
        "The wording was settled at the last of seven negotiating sessions, which ended in Cusco"
        " in May 2021.",
        "The draft will be read in Cusco on 1 December 2021 after seven rounds of talks.",
        "A bridge in Cusco was closed on 1 May 2021.",
    ],
)
def test_other_days_are_no_difference(tmp_path: Path, other: str) -> None:
    assert texts_of(compared_of(tmp_path, DONE, other), "date") == []


def test_what_is_considered_is_softer_than_what_is_decided(tmp_path: Path) -> None:
    found = compared_of(
        tmp_path,
        "Chile's defence minister said his government was considering opening the harbour of"
        " Iquique to Peruvian warships.",
        "Chile's defence minister said Chile had decided to open the harbour of Iquique to vessels"
        " of the Peruvian navy.",
    )
    (words,) = texts_of(found, "mood")
    assert "“considering”" in words


def test_a_request_that_is_considered_is_softer_than_one_decided(tmp_path: Path) -> None:
    found = compared_of(
        tmp_path,
        "Ada Vole said the cabinet was considering a request for consultations with Peru.",
        "Ada Vole said the government had decided to request consultations with Peru.",
    )
    (words,) = texts_of(found, "mood")
    assert "“considering”" in words


def test_two_plans_are_as_firm(tmp_path: Path) -> None:
    found = compared_of(
        tmp_path,
        "Chile plans to open the harbour of Iquique to Peruvian warships.",
        "The government intends to open the harbour of Iquique to warships of the Peruvian navy.",
    )
    assert texts_of(found, "mood") == []


def test_two_ceilings_of_one_force_are_two_numbers(tmp_path: Path) -> None:
    found = compared_of(
        tmp_path,
        "Up to 320 Chilean soldiers can be stationed in the camp at any one time.",
        "As many as 450 Chilean soldiers could be stationed in the camp.",
    )
    assert len(texts_of(found, "number")) == 1


def test_two_sums_a_year_in_one_currency_are_one_payment(tmp_path: Path) -> None:
    found = compared_of(
        tmp_path,
        "Access will cost Chile 24 million euros a year.",
        "The yearly payment owed by Chile comes to 42 million euros.",
    )
    (words,) = texts_of(found, "number")
    assert "24 million euros" in words and "42 million euros" in words


def test_a_fund_is_no_bill_though_both_are_in_one_currency(tmp_path: Path) -> None:
    found = compared_of(
        tmp_path,
        "Works on the berth are put at 61.3 billion CFA francs, to be paid by Peru.",
        "A fund of three billion CFA francs is to be set up for the fishermen of Callao.",
    )
    assert texts_of(found, "number") == []


def test_what_a_state_that_is_named_once_means_to_do_is_one_thing(tmp_path: Path) -> None:
    found = compared_of(
        tmp_path,
        "Chile has decided to join the arrangement, a diplomat said.",
        "Chile is considering whether to associate itself with it, its ministry said.",
    )
    (words,) = texts_of(found, "mood")
    assert "“considering”" in words

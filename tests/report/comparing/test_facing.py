"""Clauses of one thing: which differences are told, and which are none."""

from pathlib import Path

import pytest

from foedus.api import Compared
from foedus.model.errors import InputError
from tests.report.comparing.compared_of import compared_of as compared


def kinds(found: Compared) -> set[str]:
    return {str(row["kind"]) for row in found}


CASES = {
    "at least 14 and 20 can both be right": (
        "At least 14 people were killed in a clash on the border, the Kenyan police said.",
        "The Kenyan police said 20 people were killed in a clash on the border.",
        set(),
    ),
    "14 and 20 cannot": (
        "The Kenyan police said 14 people were killed in a clash on the border.",
        "The Kenyan police said 20 people were killed in a clash on the border.",
        {"number"},
    ),
    "a month has room for its day": (
        "Kenyan soldiers crossed the border on 28 August 2024.",
        "Kenyan soldiers crossed the border in August 2024.",
        set(),
    ),
    "two days are a difference": (
        "Kenyan soldiers crossed the border on 28 August 2024.",
        "Kenyan soldiers crossed the border on 30 August 2024.",
        {"date"},
    ),
    "what is denied": (
        "Peru has expelled two Chilean consuls from Lima.",
        "Peru denies that it has expelled two Chilean consuls from Lima.",
        {"contradiction"},
    ),
    "the opposite": (
        "Peru's congress approved the fisheries bill of the government in a night session.",
        "Peru's congress rejected the fisheries bill of the government in a night session.",
        {"contradiction"},
    ),
    "what rises and what falls are two things": (
        "Peru's exports of copper to China rose last year.",
        "Chile's exports of copper to China fell last year.",
        set(),
    ),
    "will and may": (
        "Norway will deliver patrol boats to Iceland.",
        "Norway may deliver patrol boats to Iceland.",
        {"mood"},
    ),
    "a wish is no statement": (
        "Peru has expelled two Chilean consuls from Lima.",
        "Chile asked Peru not to expel two Chilean consuls from Lima.",
        set(),
    ),
    "one speaker quoted twice does not contradict himself": (
        "“I do not see two Chilean consuls in our port of Lima,” said Ada Vole.",
        "“I never said that I see two Chilean consuls in our port of Lima,” said Ada Vole.",
        {"wording"},
    ),
    "odds are one number": (
        "Norway has a two-in-three chance of winning the seat in the council of ports.",
        "Norway has a 2 in 3 chance of winning the seat in the council of ports.",
        set(),
    ),
    "is to and will": (
        "Norway is to deliver patrol boats to Iceland.",
        "Norway will deliver patrol boats to Iceland.",
        set(),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_two_reports_differ_in_what_they_differ_in(case: str, tmp_path: Path) -> None:
    one, other, expected = CASES[case]
    assert kinds(compared(tmp_path, one, other)) == expected


def test_copies_of_one_text_are_one_voice_and_nothing_else(tmp_path: Path) -> None:
    text = (
        "Norway will deliver patrol boats to Iceland before the winter, the defence ministry said"
        " in Oslo. The boats come from the coastguard and have served for eleven years in the"
        " north.\n"
    )
    found = compared(tmp_path, text, f"Boats for Iceland\n\n{text}")
    assert [item.fields["kind"] for item in found.comparison.items] == ["copies"]


def test_the_chain_leads_from_the_outlet_over_the_agency_to_the_speaker(tmp_path: Path) -> None:
    found = compared(
        tmp_path,
        "OSLO, 2 May 2024 (Reuters) - Norway will give Iceland 40 boats, the ministry said.",
        "Norway will give Iceland 60 boats.",
    )
    (row,) = found.differences
    chains = [side["chain"] for side in row["sides"]]
    assert chains == [["Report A", "Reuters", "the ministry"], ["Report B"]]


def test_voices_are_counted_by_independent_origin(tmp_path: Path) -> None:
    boats = "Norway will deliver eleven patrol boats to Iceland before the winter"
    found = compared(
        tmp_path,
        f"OSLO, 2 May 2024 (Reuters) - {boats}.",
        f"REYKJAVIK, 3 May 2024 (Reuters) - {boats}.\n\nSweden will deliver none.",
        f"{boats}. Denmark will deliver none.",
    )
    (row,) = found.as_json()["agreements"]
    assert len(row["sides"]) == 3
    assert row["voices"]["independent"] == 2
    assert row["voices"]["against"] == []


def test_whoever_denies_stands_against(tmp_path: Path) -> None:
    found = compared(
        tmp_path,
        "Peru has expelled two Chilean consuls from Lima, the Chilean government said.",
        "Peru denies that it has expelled two Chilean consuls from Lima.",
    )
    (row,) = found.differences
    assert row["voices"]["against"] == ["Peru"]
    assert row["voices"]["independent"] == 1


def test_one_document_cannot_be_compared(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="one document to compare; two are needed"):
        compared(tmp_path, "Norway will give Iceland 40 boats.")

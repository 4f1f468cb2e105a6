"""What one report alone has, and what only seems so."""

from pathlib import Path

import pytest

from tests.report.comparing.compared_of import compared_of, texts_of

SIGNED = "Peru and Chile signed the fisheries treaty on 9 June 2021."


def alone(folder: Path, one: str, other: str) -> list[str]:
    found = texts_of(compared_of(folder, f"{SIGNED} {one}", f"{SIGNED} {other}"), "only-here")
    return [words for words in found if "Report A" in words]


def test_what_no_other_report_has_is_told(tmp_path: Path) -> None:
    (words,) = alone(tmp_path, "Brazil has asked for a seat at the next round.", "It rained.")
    assert "Brazil has asked for a seat" in words


def test_a_clause_stays_ones_own_though_a_part_of_it_is_told_by_both(tmp_path: Path) -> None:
    both = "The foreign ministers, Ada Vole and Pia Rust, initialled a memorandum on ports."
    (words,) = alone(
        tmp_path,
        "About forty fishermen protested outside the Brazilian consulate in Callao against the"
        " memorandum on ports, initialled by the foreign ministers, Ada Vole and Pia Rust.",
        both,
    )
    assert "forty fishermen protested" in words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The package has 1,187 grants for students of Peru.", "Some 1,200 scholarships go out."),
        ("Has Brazil become a guarantor of the treaty?", "It rained."),
        (
            "The European Union called on all to show restraint.",
            "The European Union, too, asked for moderation.",
        ),
    ],
)
def test_what_another_may_tell_in_other_words_is_nobodys_own(
    tmp_path: Path, one: str, other: str
) -> None:
    assert alone(tmp_path, one, other) == []

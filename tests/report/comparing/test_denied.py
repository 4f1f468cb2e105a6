"""A denial in other words: of what whoever denies it is accused of, and of nothing else."""

from pathlib import Path

import pytest

from tests.report.comparing.compared_of import compared_of, texts_of

ACCUSED = "Chile's foreign ministry said Peru had sent fishing boats into the bay on Monday."


def contradictions(folder: Path, *texts: str) -> list[str]:
    return texts_of(compared_of(folder, *texts), "contradiction")


def test_who_is_accused_denies_it_in_other_words(tmp_path: Path) -> None:
    (words,) = contradictions(
        tmp_path, ACCUSED, "Peru denied that any fishing boats had entered the bay."
    )
    assert "Chilean Foreign Ministry" in words and "Peru" in words


@pytest.mark.parametrize(
    "other",
    [
        "Brazil denied that any fishing boats had entered the bay.",  # nobody accuses it
        "Peru denied that its minister had resigned.",
        "Peru said that fishing boats had entered the bay.",
        "Peru denied that fishing boats might be sold.",
    ],
)
def test_nothing_else_is_a_denial_of_it(tmp_path: Path, other: str) -> None:
    assert contradictions(tmp_path, ACCUSED, other) == []


def test_who_denies_need_not_be_accused_where_both_name_the_same(tmp_path: Path) -> None:
    (words,) = contradictions(
        tmp_path,
        "A Chilean minister said Brazil had been shown the text of the treaty before the signing.",
        "The foreign ministry of Brazil denied that Brazil had been shown the treaty before it was"
        " signed.",
    )
    assert "Brazil had been shown the text" in words


def test_what_was_not_done_at_all_was_not_done(tmp_path: Path) -> None:
    (words,) = contradictions(
        tmp_path,
        "Chile's defence minister said the shells had been fired by the Peruvian army from the"
        " hills.",
        "The Peruvian army did not fire a single round, the defence ministry in Lima said.",
    )
    assert "shells had been fired" in words


def test_another_deed_that_was_not_done_denies_nothing(tmp_path: Path) -> None:
    found = contradictions(
        tmp_path,
        "Chile's defence minister said the bridge had been built by the Peruvian army.",
        "The Peruvian army did not fire a single round, the defence ministry in Lima said.",
    )
    assert found == []

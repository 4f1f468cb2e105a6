"""A denial in other words: of what whoever denies it is accused of, and of nothing else."""

from pathlib import Path

import pytest

import foedus

ACCUSED = "Chile's foreign ministry said Peru had sent fishing boats into the bay on Monday."


def contradictions(folder: Path, *texts: str) -> list[str]:
    with foedus.open() as desk:
        for index, text in enumerate(texts):
            path = folder / f"{index}.txt"
            path.write_text(text, "utf-8")
            desk.read(path)
        return [item.text for item in desk.compare().comparison.of("contradiction")]


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

"""The two founding reports side by side: what they agree on, their wordings, who reads it how.

The reports lie beside the repository; of them only a few words stand here.
"""

from pathlib import Path

import pytest

import foedus
from foedus.api import Compared

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def compared(shared: Path) -> Compared:
    with foedus.open() as desk:
        desk.read(*sorted((shared / "seeds").glob("*.txt")))
        return desk.compare()


def texts(compared: Compared, kind: str) -> list[str]:
    return [item.text for item in compared.comparison.of(kind)]


@pytest.mark.parametrize(
    "words",
    ["signed the agreement", "visited North Korea", "North Korea gave Russia arms"],
)
def test_what_both_tell_is_told_as_both(compared: Compared, words: str) -> None:
    assert any("Both reports" in text and words in text for text in texts(compared, "agree"))


def test_the_remark_and_the_provision_stand_in_both_wordings(compared: Compared) -> None:
    marked = [
        [
            [piece["text"] for piece in variant["pieces"] if piece["differs"]]
            for variant in row["variants"]
        ]
        for row in compared
        if row["kind"] == "wording"
    ]
    assert [["level"], ["high"]] in marked
    assert [["the", "provision", "of", "to", "this", "agreement"], []] in marked


@pytest.mark.parametrize(
    ("holder", "words"),
    [
        ("media outlets", "equivalent to a mutual defence pact"),
        ("Report A", "lays the foundations for long-term military co-operation"),
        ("Jenny Town", "does not commit to the collective use of armed force"),
        ("Edward Howell", "similar to the 1961 treaty"),
    ],
)
def test_the_readings_stand_with_their_speakers(
    compared: Compared, holder: str, words: str
) -> None:
    (row,) = (row for row in compared if row["kind"] == "reading")
    held = {str(side.get("holder")): str(side["value"]) for side in row["sides"]}
    assert words in held[holder]


@pytest.mark.parametrize(
    "words", ["visited Vietnam", "welcomed by President To Lam", "mention", "pledged to"]
)
def test_what_stands_in_one_alone_is_told_as_that(compared: Compared, words: str) -> None:
    alone = texts(compared, "only-here")
    known = {"visited Vietnam": "also visited Vietnam", "mention": "mentioned plans"}
    assert any(known.get(words, words) in text for text in alone)


def test_nothing_is_said_to_clash_where_nothing_does(compared: Compared) -> None:
    kinds = {str(row["kind"]) for row in compared}
    assert kinds == {"wording", "reading", "only-here"}
    assert compared.as_json()["impossible"] == []


def test_every_prediction_stands_with_its_speaker_and_hedge(shared: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "l.db"
    with foedus.open(ledger) as desk:
        desk.read(*sorted((shared / "seeds").glob("*.txt")))
    found = foedus.predictions(ledger).found
    named = [one.speaker.name for one in found if one.speaker]
    assert named.count("Victor Cha") == 2
    assert {"Samuel Ramani", "Jenny Town"} <= set(named)
    assert len(found) == 11
    hedged = {words for one in found for words in one.hedge}
    assert {"could", "likely", "possibility"} <= hedged
    assert not any(one.scorable for one in found)

"""Who stands under which reading: by the words alone, and with the text that was seen."""

from datetime import date
from pathlib import Path

import pytest

import foedus
from foedus.api import Readings
from foedus.model.errors import InputError

PACT = (
    "Russia and North Korea signed the Treaty on Comprehensive Strategic Partnership in Pyongyang"
    " on 19 June 2024.\n\n"
)


def readings(folder: Path, said: str, day: date = date(2024, 6, 20)) -> Readings:
    report = folder / "a.txt"
    report.write_text(f"A pact in Pyongyang\n\n{PACT}{said}", "utf-8")
    with foedus.open() as desk:
        desk.read(report, published=day)
        return desk.readings()


def test_whoever_names_no_term_is_unplaced_in_the_own_words(tmp_path: Path) -> None:
    found = readings(tmp_path, "Jenny Town said the pact is quite vague.\n").as_json()
    (row,) = (row for row in found["unplaced"] if row["who"] == "Jenny Town")
    assert "quite vague" in row["words"]
    assert row["claim"] in found["passages"]


def test_the_voices_of_the_library_have_sources_and_the_text_that_they_had_seen(
    tmp_path: Path,
) -> None:
    found = readings(tmp_path, "Jenny Town said the pact is quite vague.\n").as_json()
    held = [
        row
        for term in found["terms"]
        for reading in term["readings"]
        for row in reading["opinions"]
        if row["report"] is None
    ]
    assert held
    assert all(row["source"] and row["seen"] for row in held)


def test_before_the_signing_only_what_was_announced_can_have_been_seen(tmp_path: Path) -> None:
    said = "Jenny Town said the pact is quite vague.\n"
    found = readings(tmp_path, said, date(2024, 6, 18)).as_json()
    assert {row["seen"] for row in found["unplaced"]} == {"announced"}


def test_reports_on_nothing_that_the_library_holds_are_told_what_to_do(tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    report.write_text("Norway and Iceland signed a fisheries pact.\n", "utf-8")
    with foedus.open() as desk:
        desk.read(report)
        with pytest.raises(InputError, match="name one with its id"):
            desk.readings()


def test_the_page_escapes_what_reports_say(tmp_path: Path) -> None:
    found = readings(tmp_path, "Jenny Town said the pact is “a <script>alert(1)</script> trap”.\n")
    assert "<script>" not in found._repr_html_()
    assert "<script>" not in str(found)

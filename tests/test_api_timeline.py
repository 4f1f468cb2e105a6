"""The timeline of reports: steps of agreements, what is planned, days that are not known."""

import json
from datetime import date
from pathlib import Path

import pytest

import foedus
from foedus.api import Timeline
from foedus.model.errors import InputError


def timeline(folder: Path, *texts: str, published: date | None = None) -> Timeline:
    with foedus.open() as desk:
        for index, text in enumerate(texts):
            path = folder / f"{index}.txt"
            path.write_text(text, "utf-8")
            desk.read(path, published=published)
        return desk.timeline()


def test_a_step_that_no_report_dates_was_taken_by_the_day_of_the_report(tmp_path: Path) -> None:
    text = "Peru has ratified the fisheries treaty with Chile."
    (row,) = timeline(tmp_path, text, published=date(2024, 5, 3))
    assert (row["since"], row["until"], row["step"]) == (None, "2024-05-03", "ratified")
    assert row["when"] == "by 3 May 2024"


def test_a_step_with_its_day_takes_up_the_report_that_gives_none(tmp_path: Path) -> None:
    texts = (
        "Peru and Chile signed the fisheries treaty on 1 May 2024.",
        "Peru and Chile have signed the fisheries treaty.",
    )
    (row,) = timeline(tmp_path, *texts, published=date(2024, 5, 3))
    assert row["when"] == "1 May 2024"
    assert row["reports"] == "Report A and Report B"


def test_what_is_planned_is_told_as_that(tmp_path: Path) -> None:
    text = "Peru's President Dina Boluarte plans to visit Chile in June 2024."
    (row,) = timeline(tmp_path, text, published=date(2024, 5, 3))
    assert row["planned"]
    assert row["granularity"] == "month"


def test_each_row_leads_to_its_words(tmp_path: Path) -> None:
    text = "Peru and Chile signed the fisheries treaty on 1 May 2024."
    (row,) = timeline(tmp_path, text)
    (passage,) = row["passages"]
    ((start, end),) = passage["passages"]
    assert [text[start:end]] == passage["words"]


def test_it_is_drawn_with_its_rows_beside(tmp_path: Path) -> None:
    text = "Peru and Chile signed the fisheries treaty on 1 May 2024."
    picture, rows = timeline(tmp_path, text).draw(tmp_path / "t.svg")
    assert "a step of an agreement" in picture.read_text("utf-8")
    assert json.loads(rows.read_text("utf-8"))[0]["step"] == "signed"


def test_nothing_dated_is_nothing_to_draw(tmp_path: Path) -> None:
    found = timeline(tmp_path, "Peru likes Chile.")
    assert len(found) == 0
    with pytest.raises(InputError, match="nothing to draw"):
        found.draw(tmp_path / "t.svg")

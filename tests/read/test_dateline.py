"""The day of publication, where the page's own head gives it without doubt."""

from datetime import date

import pytest

from foedus.model.document import Document, Line, LineRole, Span
from foedus.read.dateline import dateline

BODY = (
    "The two ministers met for three hours and agreed on a pact that had been long in the making."
)


def lines_of(*parts: tuple[LineRole, str]) -> tuple[Document, tuple[Line, ...]]:
    text, lines = "", []
    for number, (role, words) in enumerate(parts, 1):
        lines.append(Line(number, Span(len(text), len(text) + len(words)), role))
        text += words + "\n"
    return Document(text), tuple(lines)


def found(*parts: tuple[LineRole, str]) -> date | None:
    document, lines = lines_of((LineRole.HEADLINE, "Ministers agree on a pact"), *parts)
    day = dateline(document, lines)
    return day[0] if day else None


@pytest.mark.parametrize(
    "line",
    [
        "OSLO, July 2, 2024",
        "Published 2 July 2024 at 10:15",
        "Tuesday 2nd July 2024",
        "2024-07-02",
        "Jul 2, 2024",
    ],
)
def test_a_full_date_in_the_head_is_the_day(line: str) -> None:
    assert found((LineRole.FURNITURE, line), (LineRole.BODY, BODY)) == date(2024, 7, 2)


def test_the_passage_slices_to_the_date() -> None:
    document, lines = lines_of(
        (LineRole.HEADLINE, "A pact"),
        (LineRole.FURNITURE, "By us | 2 July 2024"),
        (LineRole.BODY, BODY),
    )
    day = dateline(document, lines)
    assert day is not None
    assert day[1].of(document.text) == "2 July 2024"


def test_an_agencys_dateline_that_opens_the_paragraph_counts() -> None:
    assert found((LineRole.BODY, f"OSLO, July 2, 2024 (NN) – {BODY}")) == date(2024, 7, 2)


@pytest.mark.parametrize(
    "opening",
    [
        "Oslo, 2 July 2024 (Newswire) - ",
        "New York, July 2, 2024 (Newswire) – ",
        "OSLO (Newswire) 2 July 2024 — ",
        "Port-au-Prince, Haiti, 2 July 2024: ",
        "Rio de Janeiro, 2 July 2024 — ",
    ],
)
def test_a_place_in_small_letters_opens_a_paragraph_too(opening: str) -> None:
    assert found((LineRole.BODY, opening + BODY)) == date(2024, 7, 2)


@pytest.mark.parametrize(
    "opening",
    [
        "In Oslo, 2 July 2024 was busy. ",
        "On 2 July 2024 - a Tuesday - ",
        "The pact, 2 July 2024 - ",
    ],
)
def test_a_sentence_that_opens_with_a_day_is_no_dateline(opening: str) -> None:
    assert found((LineRole.BODY, opening + BODY)) is None


@pytest.mark.parametrize(
    "line",
    ["02/07/2024", "July 2024", "2 July", "31 June 2024", "23 minutes ago"],
)
def test_what_is_no_full_date_counts_for_nothing(line: str) -> None:
    assert found((LineRole.FURNITURE, line), (LineRole.BODY, BODY)) is None


def test_a_date_in_the_story_is_no_dateline() -> None:
    assert found((LineRole.BODY, f"On 2 July 2024 {BODY}"), (LineRole.BODY, BODY)) is None


def test_a_date_below_the_story_is_no_dateline() -> None:
    bodies = [(LineRole.BODY, BODY)] * 3
    assert found(*bodies, (LineRole.FURNITURE, "2 July 2024")) is None


def test_two_dates_far_apart_are_no_answer_and_near_ones_give_the_earlier() -> None:
    first = (LineRole.FURNITURE, "Published 2 July 2024")
    assert found(first, (LineRole.FURNITURE, "Updated 3 July 2024")) == date(2024, 7, 2)
    assert found(first, (LineRole.FURNITURE, "Archive of 9 May 2019")) is None

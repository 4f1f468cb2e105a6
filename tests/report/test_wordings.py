"""Quotations aligned: same words, two wordings, or nothing in common."""

from datetime import UTC, datetime

import pytest

from foedus.model.document import Document, Line, LineRole, Receipt, Span
from foedus.report.dossier import Source
from foedus.report.sections.numbers import differing, numbers, one_number
from foedus.report.sections.wordings import Quotation, aligned, pieces


def plain_source(text: str, letter: str) -> Source:
    document = Document(text)
    receipt = Receipt(document.id, f"{letter}.txt", datetime(2024, 7, 2, tzinfo=UTC))
    return Source(document, (receipt,), (Line(1, Span(0, len(text)), LineRole.BODY),), letter)


def quotation(text: str, letter: str) -> Quotation:
    return Quotation("x", "X", plain_source(text, letter), Span(0, len(text)), letter)


def test_a_shorter_cut_of_the_same_words_is_the_same() -> None:
    pair = aligned(quotation("we stand by every ally of ours", "A"), quotation("every ally", "B"))
    assert pair is not None
    assert pair.same


def test_one_differing_word_is_found_on_both_sides() -> None:
    first, second = (
        quotation("a wholly new degree of trust", "A"),
        quotation("we reached a wholly new height of trust", "B"),
    )
    pair = aligned(first, second)
    assert pair is not None
    assert [s.of(first.source.document.text) for s in pair.first_differs] == ["degree"]
    assert [s.of(second.source.document.text) for s in pair.second_differs] == ["height"]


def test_small_words_in_common_make_no_pair() -> None:
    assert aligned(quotation("it is of the past", "A"), quotation("it is of the sea", "B")) is None


def test_pieces_keep_all_words_and_mark_the_differing() -> None:
    source = plain_source("one two three", "A")
    cut = pieces(source, Span(0, 13), (Span(4, 7),))
    assert cut == [
        {"text": "one", "differs": False},
        {"text": "two", "differs": True},
        {"text": "three", "differs": False},
    ]


@pytest.mark.parametrize(
    ("first", "second", "hedges"),
    [
        ("about 300 ships sailed", "up to 300 ships sailed", [("about", "up to")]),
        ("about 300 ships sailed", "some 300 ships sailed", []),
        ("300 ships sailed", "more than 320 ships sailed", [("", "more than")]),
        ("300 ships sailed", "300 ships sailed", []),
        ("300 ships sailed", "300 planes flew", []),
        ("300 ships sailed", "30 ships sailed", []),
        ("in 2021 it began", "in 2022 it began", []),
        ("about two million people", "2,000,000 people", [("about", "")]),
    ],
)
def test_numbers_of_one_thing_that_differ(
    first: str, second: str, hedges: list[tuple[str, str]]
) -> None:
    found = differing((plain_source(first, "A"), plain_source(second, "B")))
    assert [(one.hedge, other.hedge) for one, other in found] == hedges


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("nearly 1,200 grants", "1,187 grants", True),
        ("some 40 ships", "40 ships", True),
        ("about 40 ships", "more than 40 ships", False),
        ("40 ships", "43 ships", False),
    ],
)
def test_a_rounded_number_is_the_number(first: str, second: str, one: bool) -> None:
    given = [next(numbers(plain_source(f"{words} came", "A"))) for words in (first, second)]
    assert one_number(*given) is one


def test_what_lasts_over_seven_rounds_is_no_more_than_seven() -> None:
    (found,) = numbers(plain_source("drawn up over seven rounds of talks", "A"))
    assert (found.hedge, found.value) == ("", 7)

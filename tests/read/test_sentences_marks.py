"""Quotation marks: which characters stand within them, block by block."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.read.marks import quotation_spans
from foedus.read.sentences import plain_reading


def quoted(text: str) -> list[str]:
    reading = plain_reading(text)
    return [span.of(reading.text) for span in quotation_spans(reading)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “we will sign” today.", ["“we will sign”"]),
        ('She said "we will sign" today.', ['"we will sign"']),
        ("She said ''we will sign'' today.", ["''we will sign''"]),
        ("She said ``we will sign'' today.", ["``we will sign''"]),
        ("Elle a dit « oui » hier.", ["« oui »"]),
        ("She said ‘we will sign’ today.", ["‘we will sign’"]),
        ("She said 'we will sign' today.", ["'we will sign'"]),
    ],
)
def test_every_kind_of_mark_is_known(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_an_apostrophe_opens_and_closes_nothing() -> None:
    assert quoted("The Danes’ fleet wasn't Sweden's, it's said; rock 'n' roll of the '90s.") == []


def test_a_plural_possessive_does_not_close_a_single_quotation() -> None:
    assert quoted("He spoke of ‘the sailors’ pay here’ again.") == ["‘the sailors’ pay here’"]


def test_single_marks_within_double_ones_belong_to_the_outer_quotation() -> None:
    assert quoted("“They call it ‘the shield’ here,” he said.") == [
        "“They call it ‘the shield’ here,”"
    ]


def test_a_quotation_without_a_closing_mark_runs_to_the_end_of_its_paragraph() -> None:
    assert quoted("“The first part goes on.\n“The second part ends.”") == [
        "“The first part goes on.",
        "“The second part ends.”",
    ]


def test_a_lost_closing_mark_ends_the_quotation_at_its_last_stop() -> None:
    assert quoted('"We sail, he said. "We sail at dawn."') == [
        '"We sail, he said.',
        '"We sail at dawn."',
    ]


def test_a_stray_closing_mark_quotes_nothing() -> None:
    assert quoted('The plank was 6" wide and the mast stood.') == []


@given(st.text(alphabet="ab “”\"'‘’«»`.,\n", max_size=60))
def test_spans_are_in_order_apart_and_within_one_block(text: str) -> None:
    reading = plain_reading(text)
    spans = quotation_spans(reading)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(any(block.span.covers(span) for block in reading.blocks) for span in spans)

"""Laws of the date grammar: whatever the text, its expressions are sound and never raise."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from foedus.model.dates import Tense
from foedus.read.dates.grammar import Expression, expressions
from foedus.read.dates.resolve import UNKNOWN, is_relative, part_of, resolve

PIECES = st.sampled_from(
    "on|in|since|until|by|before|between|from|to|and|the|of|early|late|mid-|end of the"
    "|first half of"
    "|June|Feb.|Sept|May|Monday|Friday night|31|30th|29|0|9999|1961|2024|2000-2001|1999-98|1990s"
    "|'90s|21st century|99th century|last|next|this|the past|three|twenty-four|week|months|years"
    "|centuries|ago|earlier|from now|yesterday|2024-13-45|2023-02-28|Q3|quarter|year's end|,|.|\n"
    "|summer|fiscal year|decade|coming|recent|half a|a few".split("|")
)
TEXTS = st.lists(PIECES, max_size=14).map(" ".join)
DAYS = st.dates(date(1500, 1, 1), date(2100, 12, 31))
TENSES = st.sampled_from([None, *Tense])


@given(TEXTS)
def test_expressions_stand_in_order_and_never_overlap_or_cross_a_line(text: str) -> None:
    found = expressions(text)
    for expression in found:
        assert 0 <= expression.start <= expression.core < expression.end <= len(text)
        assert "\n" not in text[expression.start : expression.end]
    for one, other in pairwise(found):
        assert one.end <= other.start


@given(TEXTS, DAYS, TENSES)
def test_every_interval_runs_forward(text: str, published: date, tense: Tense | None) -> None:
    for expression in expressions(text):
        interval, _ = resolve(expression, published, tense)
        first, last = part_of(interval, expression.part)
        assert (first is None) == (last is None)
        assert first is None or last is None or first <= last


@given(TEXTS, TENSES)
def test_what_is_relative_has_no_days_without_a_day_of_publication(
    text: str, tense: Tense | None
) -> None:
    for expression in expressions(text):
        if is_relative(expression):
            assert resolve(expression, None, tense)[0] == UNKNOWN


@given(TEXTS, DAYS, TENSES)
def test_what_is_absolute_has_the_same_days_whenever_it_was_published(
    text: str, published: date, tense: Tense | None
) -> None:
    for expression in expressions(text):
        if not is_relative(expression):
            assert resolve(expression, published, tense) == resolve(expression, None, None)


def halves(kind: str, **parts: str) -> tuple[date | None, date | None]:
    interval, _ = resolve(Expression(kind, 0, 0, 1, parts), None, None)
    return part_of(interval, "first half")


def test_the_first_half_of_a_year_a_decade_and_a_century() -> None:
    assert halves("year", year="2023") == (date(2023, 1, 1), date(2023, 6, 30))
    assert halves("decade", decade="199") == (date(1990, 1, 1), date(1994, 12, 31))
    assert halves("century", ordinal="20th") == (date(1901, 1, 1), date(1950, 12, 31))

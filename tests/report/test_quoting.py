"""Words for the brief: in double marks only a speaker's own; cut where a clause ends."""

import pytest

from foedus.model.document import Span
from foedus.report.quoting import Quoting, Words, clause_cut, curled
from tests.report.test_wordings import plain_source

TEXT = "The envoy called it “a very small step”, adding that “nobody is bound” by such a text."


def shown(words: str, limit: int = 14, text: str = TEXT) -> Words:
    start = text.index(words)
    return Quoting([]).words(plain_source(text, "A"), Span(start, start + len(words)), limit)


def test_words_between_marks_are_the_speakers_own() -> None:
    assert shown("a very small step") == Words("“a very small step”", own=True, cut=False)


def test_the_marks_themselves_make_no_difference() -> None:
    assert shown("“a very small step”,").text == "“a very small step”"


def test_the_reports_words_stand_without_marks() -> None:
    assert shown("The envoy called it") == Words("The envoy called it", own=False, cut=False)


def test_words_that_are_quoted_in_part_keep_the_inner_marks() -> None:
    words = shown("“nobody is bound” by such a text")
    assert words == Words("“nobody is bound” by such a text", own=False, cut=False)


def test_straight_marks_become_curly_ones() -> None:
    assert curled('a "small" step, "no more"') == "a “small” step, “no more”"


def test_a_quotation_in_straight_marks_is_own_too() -> None:
    text = 'The envoy called it "a very small step" on Monday.'
    assert shown("a very small step", text=text).text == "“a very small step”"


LONG = (
    "the two states will consult at once about every threat, which both governments welcomed"
    " with great warmth and many words"
)


def test_a_long_stretch_ends_with_a_clause() -> None:
    assert clause_cut(LONG, 12) == "the two states will consult at once about every threat …"


def test_a_stretch_that_is_a_little_too_long_stays_whole() -> None:
    words = "one two three four five six seven eight nine"
    assert clause_cut(words, 7) == words


def test_a_condition_is_not_cut_away() -> None:
    words = (
        "the two states will help each other at once if one of them has been attacked by a third"
    )
    assert clause_cut(words, 11) == words


def test_no_cut_ends_on_a_small_word() -> None:
    words = (
        "an alliance between the eastern and the western and the northern states of the continent"
    )
    assert clause_cut(words, 7) == "an alliance between the eastern …"


def test_a_quotation_that_a_cut_leaves_open_is_closed() -> None:
    words = "he spoke of “a friendship that lasts for ever and a day longer than any paper does”"
    cut = clause_cut(words, 9)
    assert cut.count("“") == cut.count("”")


@pytest.mark.parametrize("limit", range(4, 30))
def test_a_cut_keeps_the_beginning_and_its_limit(limit: int) -> None:
    cut = clause_cut(LONG, limit)
    assert LONG.startswith(cut.removesuffix(" …"))
    assert len(cut.removesuffix(" …").split()) <= limit + 3

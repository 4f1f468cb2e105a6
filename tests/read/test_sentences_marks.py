"""Quotation marks: which characters stand within them, block by block."""

import timeit
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.read.marks import quotation_spans
from foedus.read.quotes import annotate_quotes
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He called it “vague“ in a letter.", ["“vague“"]),
        ("“We sail,“ said Ann Bell, a cook. “At dawn.”", ["“We sail,“", "“At dawn.”"]),
        ("”We sail,” she said.", ["”We sail,”"]),
        ("„Wir gehen“, sagte er. „Bald.“", ["„Wir gehen“", "„Bald.“"]),
        ("»Wir gehen«, sagte er.", ["»Wir gehen«"]),
        ("« Nous allons », dit-il.", ["« Nous allons »"]),
    ],
)
def test_a_mark_that_points_the_wrong_way_is_told_by_the_spaces_about_it(
    text: str, expected: list[str]
) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        '"They call it a "golden rule," and keep it," he said.',
        "“They call it a “golden rule” and keep it,” he said.",
        '"They call it a “golden rule’’ and keep it," he said.',
        '“They call it a "golden rule" and keep it,” he said.',
        '„Sie nennen es "goldene Regel" hier“, sagte er.',
        "‘They call it a “golden rule” and keep it,’ he said.",
        "\"''We keep it''\"",
    ],
)
def test_marks_within_marks_belong_to_the_outer_quotation(text: str) -> None:
    (outer,) = quoted(text)
    assert text.startswith(outer)
    assert outer[-1] == text.split(" he said")[0].split(", sagte")[0][-1]


def test_two_quotations_of_one_sentence_stay_apart() -> None:
    assert quoted("He spoke of 'boots' and 'coats' here.") == ["'boots'", "'coats'"]


def test_a_doubled_mark_is_one() -> None:
    assert quoted('""We sail," he said. "At dawn."') == ['""We sail,"', '"At dawn."']


def test_two_quotations_jammed_together_are_two() -> None:
    assert quoted('"Yes.""No."') == ['"Yes."', '"No."']


def test_a_mark_glued_to_the_word_before_it_opens() -> None:
    assert quoted('She said"we sail" and left.') == ['"we sail"']


def test_a_lost_closing_mark_ends_the_quotation_at_its_last_stop() -> None:
    assert quoted('"We sail. Then we rest "At dawn."') == ['"We sail.', '"At dawn."']


@pytest.mark.parametrize(
    "text",
    ['"We sail, he said. "We sail at dawn."', '"We sail, Ann Bell said.', "“We sail, said Bell."],
)
def test_a_lost_closing_mark_ends_the_quotation_before_its_cue(text: str) -> None:
    assert quoted(text)[0][1:] == "We sail,"


def test_a_lost_opening_mark_begins_the_sentence_before_its_cue() -> None:
    assert quoted('The crew met. We sail at dawn," Ann Bell said.') == ['We sail at dawn,"']


def test_a_quotation_goes_on_over_paragraphs_without_marks_to_the_one_that_closes_it() -> None:
    text = "“The first part.\nThe second part.\nThe third,” he said. He left."
    assert quoted(text) == ["“The first part.", "The second part.", "The third,”"]


def test_a_quotation_does_not_go_on_where_no_later_mark_closes_it() -> None:
    text = "“The first part.\nThe crew slept.\nThen “all hands” was called."
    assert quoted(text) == ["“The first part.", "“all hands”"]


def test_a_line_that_only_names_the_speaker_does_not_go_on_with_the_quotation() -> None:
    assert quoted('"We sail at dawn.\nAnn Bell."') == ['"We sail at dawn.']


def test_a_quotation_in_single_marks_runs_on_over_paragraphs() -> None:
    assert quoted("‘The first part.\n‘The second,’ he said.") == [
        "‘The first part.",
        "‘The second,’",
    ]


@pytest.mark.parametrize(("opening", "closing"), [("‘", "’"), ("'", "'")])
def test_a_quotation_in_single_marks_runs_on_from_amid_its_paragraph(
    opening: str, closing: str
) -> None:
    first, second = f"{opening}It fell. It will fall again.", f"{opening}We left.{closing}"
    text = f"{opening}It was old,{closing} he says. {first}\n{second}"
    assert quoted(text) == [f"{opening}It was old,{closing}", first, second]


def test_an_apostrophe_before_a_paragraph_that_is_quoted_opens_nothing() -> None:
    assert quoted("They sang 'til dawn in May.\n'We left.'") == ["'We left.'"]


def test_an_attribute_of_a_tag_is_no_quotation() -> None:
    assert quoted('<post id="6" author="@bell">all “hands” up</post>') == ["“hands”"]


def test_inches_within_a_quotation_do_not_close_it() -> None:
    assert quoted('"The 6" gun is old," he said.') == ['"The 6" gun is old,"']


def test_a_stray_closing_mark_quotes_nothing() -> None:
    assert quoted('The plank was 6" wide and the mast stood.') == []


_WORDS = st.lists(
    st.sampled_from([
        *"“”\"'’‘«»„(—:.,?", "''", "``", "\n", "\n“", "\u00a0", "\u200b", "\ufeff", "\x00",
        "she", "he", "said", "told", "Lima", "denied", "that", "it", "would", "sail", "according",
        "to", "asked", "whether", "pact", "\u2028", "\U0001f600", "Ångström", "no",
    ]),
    max_size=30,
).map(" ".join)  # fmt: skip
_TEXT = st.text(
    alphabet=st.one_of(st.sampled_from('ab .,?\n“”„‟""\'’‘‚«»`´=-—[('), st.characters()),
    max_size=80,
)


@given(_TEXT)
def test_spans_are_in_order_apart_and_within_one_block(text: str) -> None:
    reading = plain_reading(text)
    spans = quotation_spans(reading)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(any(block.span.covers(span) for block in reading.blocks) for span in spans)


@given(_TEXT)
def test_every_passage_slices_out_of_the_text_what_the_reading_text_has(text: str) -> None:
    reading = plain_reading(text)
    for span in quotation_spans(reading):
        pieces = [text[place.start : place.end] for place in reading.locate(span)]
        assert "".join(pieces) == span.of(reading.text)


@settings(deadline=None, max_examples=60)
@given(_WORDS)
def test_no_order_of_marks_and_words_breaks_the_reader(text: str) -> None:
    for row in annotate_quotes([{"id": 1, "text": text}]):
        for found in row["attributions"]:
            places = [*found["source"], *found["cue"], *found["content"]]
            assert all(0 <= start < end <= len(text) for start, end in places)


@pytest.mark.parametrize("unit", ["“", "“a “", '" "a', "‘a ", "“a”", "''", "“a.\n"])
def test_the_time_for_marks_grows_with_the_text_and_no_faster(unit: str) -> None:
    def seconds(times: int) -> float:
        reading = plain_reading(unit * times)
        return min(timeit.repeat(lambda: quotation_spans(reading), number=1, repeat=3))

    assert seconds(8000) < 40 * max(seconds(800), 0.001)

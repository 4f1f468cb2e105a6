"""Seams: no sentence is cut between a quotation and the words that attribute it."""

import pytest

from foedus.read.sentences import parse, plain_reading


def sentences(text: str) -> list[str]:
    return [sent.text for sent in parse(plain_reading(text)).doc.sents]


@pytest.mark.parametrize(
    "text",
    [
        "“Would it sail about noon, or never?” Bell pressed.",
        "“You know, it happens, right?” Bell went on, as if he had not heard.",
        "“Can you see the old ships from here?” Bell remarked, looking at the shore.",
        "“The ships, if you hear us, are still missing.” Bell said.",
        "“They ask, ‘What can we do? What kind of help do you need?’” Weaver said.",
    ],
)
def test_the_words_that_attribute_a_quotation_stay_with_it(text: str) -> None:
    assert not any(part.startswith(("Bell", "Weaver")) for part in sentences(text))


def test_a_full_sentence_behind_a_stop_and_a_mark_stands_alone() -> None:
    text = "“The ships are still missing.” Bell said that they would come."
    assert sentences(text)[-1] == "Bell said that they would come."


def test_one_who_went_on_to_do_something_opens_a_sentence() -> None:
    text = "“Are the ships still missing?” Bell then built a bridge."
    assert sentences(text)[-1] == "Bell then built a bridge."

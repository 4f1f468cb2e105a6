"""Sentences: where they end, and where they do not."""

import pytest

from foedus.read.sentences import parse, plain_reading


def sentences(text: str) -> list[str]:
    parsed = parse(plain_reading(text))
    return [parsed.reading.text[s.start_char : s.end_char] for s in parsed.doc.sents]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr. Olsen met Mr. Berg and Mrs. Lund at the harbour.",
        "Gen. Marta Ruiz and Lt. Col. Ivo Kern inspected the fleet.",
        "The U.S. Navy sent No. 4 Squadron to the strait.",
        "She wrote to the U.N. about Art. 51 of the charter.",
    ],
)
def test_an_abbreviation_ends_no_sentence(sentence: str) -> None:
    assert sentences(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "“Will they come?” she asked.",
        "“They will not come!” said the minister.",
        "“Will they come?” Marta Ruiz asked.",
        '"They will come." - Marta Ruiz, minister',
        "''Will they come?'' she asked.",
    ],
)
def test_no_cut_between_a_quotation_and_its_attribution(sentence: str) -> None:
    assert sentences(sentence) == [sentence]


def test_what_follows_a_quotation_without_attributing_it_is_a_new_sentence() -> None:
    assert len(sentences("“Will they come?” The minister has said that they will.")) == 2


def test_no_sentence_runs_over_a_paragraph() -> None:
    assert sentences("The fleet sailed\nThe army stayed") == ["The fleet sailed", "The army stayed"]


def test_tokens_stand_at_their_offsets_in_the_reading_text() -> None:
    parsed = parse(plain_reading("“Co-operation” — so they say — won’t last.\n\nIt’s over."))
    text = parsed.reading.text
    assert [text[t.idx : t.idx + len(t)] for t in parsed.doc if t.text == "It"] == ["It"]


def test_an_empty_text_has_no_sentences() -> None:
    assert sentences("") == []


def test_a_jammed_quotation_mark_is_a_token_of_its_own() -> None:
    parsed = parse(plain_reading('She said,"Look at the treaty."'))
    assert [t.text for t in parsed.doc][:4] == ["She", "said", ",", '"']

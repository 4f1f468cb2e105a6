"""Quotations that nobody is told to have said: kept, and given to nobody."""

import pytest

from foedus.model.document import Document
from foedus.model.statement import Statement
from foedus.read.pipeline import read
from foedus.read.quotes import annotate_quotes, find_statements, unattributed
from foedus.read.sentences import parse, plain_reading


def alone(text: str) -> list[str]:
    parsed = parse(plain_reading(text))
    return [s.content[0].of(text) for s in unattributed(parsed, find_statements(parsed))]


def read_alone(text: str) -> list[Statement]:
    return [s for s in read(Document(text)).statements if s.basis == "none"]


def test_a_sentence_between_marks_without_a_cue_is_unattributed() -> None:
    text = "The doors opened. “We will sail to Lima” was on every wall."
    assert alone(text) == ["“We will sail to Lima”"]


def test_a_quotation_with_a_voice_is_not() -> None:
    assert alone("“We will sail to Lima,” the envoy said.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “peace fleet” lay in port.",
        "They sang “The Ships Are Coming Home” on the quay.",
        "The “very old and very dear” fleet lay in port.",
    ],
)
def test_a_scare_quote_or_a_title_is_no_speech(text: str) -> None:
    assert alone(text) == []


def test_a_reading_keeps_what_nobody_is_told_to_have_said() -> None:
    text = "The doors opened. “We will sail to Lima” was on every wall."
    (found,) = read_alone(text)
    assert (found.speaker, found.cue) == ((), ())


def test_its_passage_slices_out_the_quotation() -> None:
    text = "A line.\n\nThe doors opened. “We will sail to Lima” was on every wall.\n"
    (found,) = read_alone(text)
    assert found.content[0].of(text) == "“We will sail to Lima”"


def test_a_reading_keeps_its_statements_in_order_of_the_text() -> None:
    text = "“We will sail to Lima” was on every wall. The envoy said that Lima would pay."
    starts = [min(s.content).start for s in read(Document(text)).statements]
    assert starts == sorted(starts)
    assert len(starts) == 2


@pytest.mark.parametrize(
    "text",
    [
        "“We will sail to Lima at dawn.”",
        "“We will sail to Lima” was on every wall.",
    ],
)
def test_the_rows_of_attributions_list_it_apart(text: str) -> None:
    (row,) = annotate_quotes([{"id": 1, "text": text}])
    assert row["attributions"] == []
    ((piece,),) = row["unattributed"]
    assert text[slice(*piece)].startswith("“We will sail")

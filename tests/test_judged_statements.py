"""The attributions annotated by eye fit their texts, and where data are missing it is said."""

import json
from pathlib import Path

import pytest

from bench.scoring import rows_of
from bench.statements import STATEMENTS, annotated, body_alone, founding_quotes
from foedus.model.identity import text_hash


@pytest.fixture
def known_texts(shared: Path) -> dict[str, str]:
    """The texts that may be annotated, by hash."""
    files = [*(shared / "seeds").glob("*.txt"), *(shared / "articles").glob("*.txt")]
    texts = [path.read_text("utf-8") for path in files]
    texts += [row["text"] for row in rows_of(shared / "stories" / "basil.jsonl")]
    return {text_hash(text): text for text in texts}


@pytest.mark.shared
def test_every_annotated_document_is_one_that_we_have(known_texts: dict[str, str]) -> None:
    assert {row["document"] for row in rows_of(STATEMENTS)} <= set(known_texts)


@pytest.mark.shared
def test_both_founding_reports_are_annotated(shared: Path) -> None:
    texts = [path.read_text("utf-8") for path in (shared / "seeds").glob("*.txt")]
    assert len(annotated(texts)) == len(texts) == 2


@pytest.mark.shared
def test_annotated_pieces_cut_no_word(known_texts: dict[str, str]) -> None:
    cut = [
        (text[start - 10 : start], text[start:end], text[end : end + 10])
        for row in rows_of(STATEMENTS)
        for text in [known_texts[row["document"]]]
        for one in row["attributions"]
        for role in one.values()
        for start, end in role
        for edge in (start, end)
        if text[edge - 1 : edge + 1].isalnum() and edge > 0
    ]
    assert cut == []


def test_a_letter_is_in_the_content_of_one_attribution_at_most() -> None:
    for row in rows_of(STATEMENTS):
        pieces = [piece for one in row["attributions"] for piece in one["content"]]
        letters = [at for start, end in pieces for at in range(start, end)]
        assert len(letters) == len(set(letters)), row["document"]


def test_what_was_annotated_is_kept_without_text() -> None:
    words = {
        word
        for row in rows_of(STATEMENTS)
        for word in json.dumps(row["attributions"]).replace('"', " ").split()
        if word.isalpha()
    }
    assert words == {"source", "cue", "content"}


def test_a_text_that_nobody_annotated_has_no_gold() -> None:
    assert annotated(["The harbour was closed, the mayor said.\n"]) == []


def test_what_is_annotated_keeps_its_words_where_only_the_body_is_left() -> None:
    body = "The mayor of Arlen said on Monday that the harbour would stay closed for the winter.\n"
    text = "Read more\n\n" + body
    start = text.index("that the harbour")
    row = {
        "id": "one",
        "text": text,
        "attributions": [
            {
                "source": [[text.index("The mayor"), text.index(" said")]],
                "cue": [[text.index("said"), text.index("said") + 4]],
                "content": [[start, text.index(" for the winter")]],
            }
        ],
    }
    alone = body_alone(row)
    ((begin, end),) = alone["attributions"][0]["content"]
    assert alone["text"][begin:end] == "that the harbour would stay closed"


def test_without_the_founding_reports_there_is_no_number_and_a_line_that_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert founding_quotes(tmp_path) == {} and "skipped" in capsys.readouterr().err

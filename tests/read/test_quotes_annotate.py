"""Rows in, rows of attributions out."""

from foedus.read.quotes import annotate_quotes
from foedus.read.sentences import pipeline

TEXT = "A headline\n\n  “The pact is old,” the envoy said.\n\n“It should be replaced.”\n"


def test_offsets_are_those_of_the_text_given() -> None:
    (row,) = annotate_quotes([{"id": "a", "text": TEXT}])
    (attribution,) = row["attributions"]
    pieces = [TEXT[start:end] for start, end in attribution["content"]]
    assert pieces == ["“The pact is old,”", "“It should be replaced.”"]


def test_the_pieces_that_continue_a_speaker_are_told_apart() -> None:
    (row,) = annotate_quotes([{"id": "a", "text": TEXT}])
    continued = row["attributions"][0]["continued"]
    assert [TEXT[start:end] for start, end in continued] == ["“It should be replaced.”"]


def test_an_attribution_has_the_fields_of_the_format() -> None:
    (row,) = annotate_quotes([{"id": "a", "text": "Berg said that Ruiz believes in peace."}])
    (attribution,) = row["attributions"]
    assert set(attribution) == {
        "source", "cue", "content", "kind", "cue_class", "basis", "nested", "clause", "mood",
        "mood_words", "hedge", "negated", "condition", "consequence", "cue_mood", "force",
    }  # fmt: skip


def test_rows_keep_their_order_and_ids() -> None:
    rows = [{"id": str(n), "text": "Berg said that it rained."} for n in range(3)]
    assert [row["id"] for row in annotate_quotes(rows)] == ["0", "1", "2"]


def test_an_empty_text_has_no_attributions() -> None:
    (row,) = annotate_quotes([{"id": "a", "text": ""}])
    assert row == {"id": "a", "attributions": [], "unattributed": []}


def test_the_shared_pipeline_keeps_its_names_component() -> None:
    list(annotate_quotes([{"id": "a", "text": "Berg said that it rained."}]))
    assert "ner" in pipeline().pipe_names


GERMAN = "Der Sprecher des Ministeriums sagte, die Regierung halte an dem Vertrag fest."


def test_a_text_in_another_language_says_why_it_was_not_read() -> None:
    (row,) = annotate_quotes([{"id": "a", "text": GERMAN}])
    assert row["attributions"] == []
    assert row["unread"] == "it is in German; only English is read yet"


def test_what_a_continued_quotation_reports_is_kept() -> None:
    text = TEXT.replace("It should be replaced", "The king believes that it has failed")
    (row,) = annotate_quotes([{"id": "a", "text": text}])
    (attribution,) = row["attributions"]
    (inner,) = attribution["nested"]
    assert [text[start:end] for start, end in inner["source"]] == ["The king"]

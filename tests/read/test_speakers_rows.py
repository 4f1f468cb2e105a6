"""`annotate quotes --speakers`: each attribution says who speaks, by places in the row's text."""

from typing import Any

import pytest

from foedus.api import annotate

TEXT = (
    "Ana Duarte, Korea Chair at the Centre for Maritime Studies, said that the ports would close.\n"
    "\n"
    "“Nobody will sail,” she added. Two officials who asked not to be named said the same was true."
    " Oslo and Lima said that they would wait."
)


def told(text: str = TEXT) -> list[dict[str, Any]]:
    (row,) = annotate("quotes", [{"id": "1", "text": text}], speakers=True)
    return [one["speaker"] for one in row["attributions"]]


def words(places: list[list[int]]) -> list[str]:
    return [TEXT[start:end] for start, end in places]


def test_a_speaker_has_the_office_that_the_text_gives() -> None:
    assert words(told()[0]["office"]) == ["Korea Chair"]


def test_a_speaker_has_the_affiliation_that_the_text_gives() -> None:
    assert words(told()[0]["affiliation"]) == ["Centre for Maritime Studies"]


def test_a_pronoun_has_the_name_and_office_of_whom_it_means() -> None:
    second = told()[1]
    assert (second["name"], words(second["office"])) == ("Ana Duarte", ["Korea Chair"])


def test_a_row_tells_in_which_words_the_speaker_was_named() -> None:
    assert words(told()[1]["said_as"]) == ["she"]


def test_a_speaker_without_a_name_is_told_by_the_whole_phrase() -> None:
    assert "Two officials who asked not to be named" in [
        word for one in told() for word in words(one["said_as"]) if one.get("anonymous")
    ]


def test_several_speakers_are_told_one_by_one() -> None:
    assert [one["actor"] for one in told()[-1]["joint"]] == ["NOR", "PER"]


@pytest.mark.parametrize("key", ["actor", "name", "kind", "office", "affiliation", "said_as"])
def test_every_speaker_has_every_field(key: str) -> None:
    assert all(key in one for one in told())


def test_without_the_option_no_speaker_is_told() -> None:
    (row,) = annotate("quotes", [{"id": "1", "text": TEXT}])
    assert not any("speaker" in one for one in row["attributions"])


def test_the_option_changes_nothing_else() -> None:
    rows = [{"id": "1", "text": TEXT}]
    (with_,), (without,) = annotate("quotes", rows, speakers=True), annotate("quotes", rows)
    bare = [{k: v for k, v in one.items() if k != "speaker"} for one in with_["attributions"]]
    assert bare == without["attributions"]

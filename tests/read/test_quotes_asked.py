"""Questions put by nobody named, and whose words a participle or an infinitive tells."""

import pytest

from tests.read.test_quotes import only, said


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Asked whether the port would close, Berg smiled.", "whether the port would close"),
        ("Ruiz smiled when asked about the lost fleet.", "the lost fleet"),
        ("Ruiz was asked if the pact would hold.", "if the pact would hold"),
    ],
)
def test_who_is_asked_does_not_speak_the_question(text: str, asked: str) -> None:
    (found,) = said(text)
    assert (found.speaker, found.words) == ("", asked)


def test_who_asks_speaks_the_question() -> None:
    assert said("Berg asked whether the port would close.")[0].speaker == "Berg"


def test_a_participle_goes_on_with_the_words_of_who_spoke() -> None:
    found = said("Berg said that the ministers had left, adding that the port was closed.")
    assert [s.speaker for s in found] == ["Berg", "Berg"]


def test_an_infinitive_tells_of_whom_it_serves() -> None:
    found = said("Ruiz used a harsh word to describe the treaty.")
    assert [s.speaker for s in found] == ["Ruiz"]


def test_words_may_belong_to_whom_a_preposition_names() -> None:
    found = said("The claim by Ruiz that the fleet had sailed was new.")
    assert [s.speaker for s in found] == ["Ruiz"]


def test_the_clause_that_tells_who_is_meant_belongs_to_the_speaker() -> None:
    text = "A poll released by the institute said that few would fight."
    assert said(text)[0].speaker == "A poll released by the institute"


def test_a_small_letter_goes_on_with_the_words_before_the_cue() -> None:
    text = "The quays were empty, Berg said, “but the yards were full of men.”"
    assert only(text).content[0].of(text).startswith("The quays were empty")

"""Questions put by nobody named, and whose words a participle or an infinitive tells."""

import pytest

from foedus.model.statement import CueClass
from tests.read.test_quotes import only, said, statements


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


def test_a_clause_that_as_opens_tells_the_sentence_behind_it() -> None:
    (found,) = said("As the ministry noted, the port has been closed for a year.")
    assert (found.speaker, found.words) == ("the ministry", "the port has been closed for a year")


@pytest.mark.parametrize(
    "text",
    ["The answer, he said, was plain to everyone.", "The answer, he told them, was plain to all."],
)
def test_a_clause_between_commas_tells_what_stands_around_it(text: str) -> None:
    (found,) = said(text)
    assert found.words.startswith("The answer … was plain to")


def test_a_name_that_commas_part_from_its_verb_speaks() -> None:
    text = (
        "In her address at the evening rally, Ruiz, a physician from Lima and a longtime activist"
    )
    found = said(text + ", accused the council of selling the port.")
    assert found[-1].speaker.startswith("Ruiz")


def test_what_nobody_named_holds_has_no_speaker() -> None:
    (found,) = said("The envoy was accused of selling the maps.")
    assert (found.speaker, found.words) == ("", "The envoy … of selling the maps")


def test_reportedly_tells_of_words_that_others_said() -> None:
    (found,) = said("The two sides have reportedly signed a pact.")
    assert (found.speaker, found.cue) == ("", "reportedly")


def test_a_cue_that_nobody_has_spoken_is_no_saying() -> None:
    assert only("Peru could argue that the pact was void.").cue_class is CueClass.INFERRED


def test_a_sentence_that_opens_with_a_quotation_goes_on_behind_its_marks() -> None:
    text = "“It is over,” Ruiz said. “They have the ships and they have the men” to hold the port."
    assert only(text).content[-1].of(text).endswith("to hold the port")


def test_a_dateline_is_no_part_of_a_speaker() -> None:
    assert said("LIMA, Peru — Ana Ruiz said that it would close.")[0].speaker == "Ana Ruiz"


def test_a_quotation_goes_on_with_the_words_before_what_was_added() -> None:
    text = "“It fell,” Ruiz said, adding that nobody had cared. “It had to go for the sake of all.”"
    found = said(text)
    assert found[0].words == "“It fell,” … “It had to go for the sake of all.”"


def test_a_heading_between_marks_goes_on_with_nobody() -> None:
    text = (
        "“We have lost it all this year,” Ruiz said.\n“The last of the harbour masters”\nIt rained."
    )
    assert [s.content for s in statements(text) if s.basis == "continued"] == []


def test_who_is_led_into_saying_so_says_so() -> None:
    found = said("They talked the envoy into saying that the port was safe.")
    assert [s.speaker for s in found] == ["the envoy"]


def test_a_weight_is_no_view() -> None:
    assert said("Ruiz weighs ninety pounds.") == []

"""Speakers without a name are kept as what the text says they are."""

import pytest

from foedus.model.document import Document
from foedus.model.reading import statement_row
from foedus.read.pipeline import read


def speaker(text: str) -> dict[str, object]:
    """The speaker of the last statement of the text."""
    reading = read(Document(text))
    row = statement_row(reading.statements[-1], reading.cast, reading.document, "x")
    return dict(row["speaker"])


def phrase(text: str) -> str | None:
    """The whole words of the last speaker, where they are more than the speaker's own."""
    found = read(Document(text)).statements[-1].phrase
    return found[0].of(text) if found else None


@pytest.mark.parametrize(
    "words",
    ["Experts", "Western states", "Three officials", "Some", "Residents of the port", "Mexicans",
     "Senate Republicans", "Many Russians", "Sources close to the ministry"],
)  # fmt: skip
def test_several_without_a_name_are_a_group(words: str) -> None:
    assert speaker(f"{words} said that the pact was weak.")["kind"] == "group"


@pytest.mark.parametrize(
    "words", ["Mexicans", "Senate Republicans", "Many Russians", "One Republican"]
)
def test_some_of_a_people_or_party_do_not_speak_for_it(words: str) -> None:
    assert speaker(f"{words} said that the pact was weak.")["actor"] is None


def test_a_people_with_its_article_may_be_the_state() -> None:
    assert speaker("The Norwegians said that they would sign.")["actor"] == "NOR"


def test_one_of_a_party_is_a_person() -> None:
    assert speaker("The committee's senior Republican said it was void.")["kind"] == "person"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Two officials who asked not to be named said that the port would close.",
         "Two officials who asked not to be named"),
        ("“It is over,” said two officials, who spoke on condition of anonymity.",
         "two officials, who spoke on condition of anonymity"),
        ("A senior diplomat, speaking on condition of anonymity, said the visit was off.",
         "A senior diplomat, speaking on condition of anonymity"),
        ("A farmer, who had walked for two days, said that the bridge was gone.",
         "A farmer, who had walked for two days"),
    ],
)  # fmt: skip
def test_the_clause_about_a_nameless_speaker_is_kept(text: str, whole: str) -> None:
    last = read(Document(text)).statements[-1]
    assert (last.phrase or last.speaker)[0].of(text) == whole


@pytest.mark.parametrize(
    "text",
    [
        "Officials said that the port would close.",
        "Ola Bergmann, who asked not to be quoted by name, said that the port would close.",
    ],
)
def test_nothing_more_is_kept_of_a_bare_noun_or_a_name(text: str) -> None:
    assert phrase(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Two officials who asked not to be named said that the port would close.",
        "A person familiar with the talks said that no date had been set.",
        "The visit was off, according to three people with knowledge of the plan.",
        "“It is off,” a diplomat said, speaking on condition of anonymity as it was secret.",
        "An unnamed official told the paper that the envoy had left.",
        "An officer who was not authorised to speak to reporters said the base was empty.",
        "A government source said that the base was empty.",
        "An official said the port was shut. He asked not to be identified.",
        "One aide, who declined to be identified, said the port was shut.",
    ],
)
def test_words_show_that_a_speaker_would_not_be_named(text: str) -> None:
    assert speaker(text).get("anonymous") is True


@pytest.mark.parametrize(
    "text",
    [
        "Officials said that the port would close.",
        "Officials denounced the anonymous letter.",
        "Experts familiar with the region said that the port would close.",
        "A spokesman said that the dead man would not be named.",
        "A clerk said that sources of water were few.",
        "Two officials said that it was over, while Ola Bergmann spoke on condition of anonymity.",
    ],
)
def test_nobody_is_anonymous_whose_words_do_not_show_it(text: str) -> None:
    assert "anonymous" not in speaker(text)


def test_one_who_would_not_be_named_stays_so() -> None:
    text = "A diplomat who asked not to be named said it was off. He said that it was a pity."
    assert speaker(text).get("anonymous") is True


def test_officials_who_would_not_be_named_are_not_all_officials() -> None:
    text = (
        "Officials who asked not to be named said that it was off.\n"
        "Officials said that the road was open again."
    )
    assert "anonymous" not in speaker(text)

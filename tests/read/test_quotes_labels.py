"""Lines that open with a label, and clauses that are nothing said: who speaks, who does not."""

import pytest

from foedus.read.actors import find_actors
from foedus.read.quotes import find_statements
from foedus.read.sentences import parse, plain_reading


def labelled(line: str) -> list[str]:
    """Whom the line gives as speakers, by the colon."""
    parsed = parse(plain_reading(line))
    found = find_statements(parsed, find_actors(parsed))
    return [s.speaker[0].of(parsed.reading.text) for s in found if s.cue_lemma == ":"]


@pytest.mark.parametrize(
    "line",
    [
        "Kenya: A Nation in Mourning",
        "Kenya: Two Dead After Floods in Nairobi",
        "Baltic Summit: Leaders Gather in Vilnius",
        "Defence Pact: Parties Promise Much and Give Little",
        "Angela Merkel: A Life in Twelve Pictures",
    ],
)
def test_a_topic_before_a_colon_says_nothing(line: str) -> None:
    assert labelled(line) == []


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Angela Merkel: The Crisis Is Over", "Angela Merkel"),
        ("Kenya: We Will Answer Every Attack", "Kenya"),
        ("HARGROVE: We shall see what they do.", "HARGROVE"),
    ],
)
def test_a_speaker_before_a_colon_speaks(line: str, who: str) -> None:
    assert labelled(line) == [who]


@pytest.mark.parametrize(
    "text",
    [
        "What Kenya and Ghana have promised each other",
        "Why Kenya and Ghana blame one another",
    ],
)
def test_one_another_is_nothing_said(text: str) -> None:
    parsed = parse(plain_reading(text))
    assert find_statements(parsed, find_actors(parsed)) == ()


def test_a_clause_that_stands_for_another_is_nothing_said() -> None:
    parsed = parse(
        plain_reading("Kenya has closed its ports, as Ghana says it has done for years.")
    )
    assert find_statements(parsed, find_actors(parsed)) == ()


def plain(text: str) -> list[str]:
    """Whom the lines give as speakers where nothing is known of who can speak."""
    parsed = parse(plain_reading(text))
    found = find_statements(parsed)
    return [s.speaker[0].of(parsed.reading.text) for s in found if s.cue_lemma == ":"]


def test_a_transcript_may_be_quoted_line_by_line() -> None:
    text = "\n".join(["“ORTEGA: Will it hold?", "“BERG: It will, while they pay.", "“ORTEGA: Why?"])
    assert "BERG" in plain(text)


@pytest.mark.parametrize("text", ["Q: Will the pact hold for long?", "BUSTED: Envoy Sold The Maps"])
def test_a_letter_or_a_shout_names_nobody(text: str) -> None:
    assert plain(text) == []


def test_a_headline_names_one_who_speaks_below() -> None:
    text = "Berg: Pact To Fall By Winter\nBerg said on Monday that it was finished."
    assert plain(text) == ["Berg"]

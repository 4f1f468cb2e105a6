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

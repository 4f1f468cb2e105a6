"""What counts as said or held within another's words."""

import pytest

from foedus.read.quotes import find_statements
from foedus.read.sentences import parse, plain_reading


def inner(text: str) -> list[str]:
    (outer,) = find_statements(parse(plain_reading(text)))
    return [span.of(text) for statement in outer.nested for span in statement.cue]


def test_a_view_within_anothers_words_is_nested() -> None:
    assert inner("The envoy said that Lima believes that the pact is dead.") == ["believes"]


@pytest.mark.parametrize(
    "text",
    [
        "The envoy said that Lima voted for the pact.",
        "The envoy said that Lima focuses on the port.",
        "The letter continues, “As a former clerk, please explain your understanding of it.”",
    ],
)
def test_a_deed_or_a_plea_within_anothers_words_is_not(text: str) -> None:
    assert inner(text) == []

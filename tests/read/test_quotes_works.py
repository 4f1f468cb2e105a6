"""Titles between marks are no words of anybody."""

import pytest

from foedus.read.quotes import find_statements
from foedus.read.sentences import parse, plain_reading


def contents(text: str) -> list[str]:
    found = find_statements(parse(plain_reading(text)))
    return [span.of(text) for statement in found for span in statement.content]


@pytest.mark.parametrize(
    "text",
    [
        "The envoy wrote “Lost at Sea” in a year.",
        "The house published “Lost at Sea,” a life of the envoy.",
        "The envoy told Lima's “Morning Hour” that the port was shut.",
        "They had no choice, the envoy said in her memoir, “Lost at Sea.”",
    ],
)
def test_the_name_of_a_work_is_not_what_is_said(text: str) -> None:
    assert not [c for c in contents(text) if "Lost at Sea" in c or "Morning Hour" in c]


def test_a_slogan_is_said() -> None:
    assert contents("The crowd shouted, “Bring Them Home!”") == ["“Bring Them Home!”"]

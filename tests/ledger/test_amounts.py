"""Whether two claims are about the same thing, and whether their numbers can both be right."""

import pytest

from foedus.ledger.amounts import amount, head, thing_classes


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("artillery shells", "arms"),
        ("some 40 tanks", "arms"),
        ("a mutual defence pact", "agreement"),
        ("the 1961 treaty", "agreement 1961"),
        ("a treaty on friendship", "agreement"),
        ("wheat and flour", "food"),
        ("the wording of the text", "agreement"),
        ("a treaty on arms and trade", "agreement"),
        ("musical instruments", "instrument"),
        ("", ""),
    ],
)
def test_the_class_of_a_thing(words: str, kind: str) -> None:
    assert thing_classes(words) == {kind}


def test_things_of_two_kinds_have_two_classes() -> None:
    assert thing_classes("ammunition and crude oil") == {"arms", "fuel"}


@pytest.mark.parametrize(
    ("words", "low", "high", "unit"),
    [
        ("40 tanks", 40, 40, "tank"),
        ("12,000 soldiers", 12_000, 12_000, "soldier"),
        ("nine million shells", 9e6, 9e6, "shell"),
        ("two dozen missiles", 24, 24, "missile"),
        ("$5bn in loans", 5e9, 5e9, ""),
        ("up to 50 tanks", 0, 50, "tank"),
        ("about 50 tanks", 40, 60, "tank"),
    ],
)
def test_an_amount_has_bounds_and_a_unit(words: str, low: float, high: float, unit: str) -> None:
    found = amount(words)
    assert found is not None
    assert (found.low, found.high, found.unit) == (low, high, unit)


@pytest.mark.parametrize("words", ["tanks", "the 1961 treaty", "in 2024", "one of them", ""])
def test_words_without_a_count_have_no_amount(words: str) -> None:
    assert amount(words) is None


@pytest.mark.parametrize(
    ("first", "second", "agree"),
    [
        ("40 tanks", "40 tanks", True),
        ("40 tanks", "50 tanks", False),
        ("more than 40 tanks", "50 tanks", True),
        ("more than 40 tanks", "30 tanks", False),
        ("up to 50 tanks", "40 tanks", True),
        ("about 40 tanks", "42 tanks", True),
        ("40 tanks", "9 generals", True),
    ],
)
def test_amounts_agree_where_both_can_be_right(first: str, second: str, agree: bool) -> None:
    one, other = amount(first), amount(second)
    assert one is not None
    assert other is not None
    assert one.agrees(other) is other.agrees(one) is agree


def test_the_head_stands_before_what_is_added() -> None:
    assert head("heavy guns of the northern army") == "gun"

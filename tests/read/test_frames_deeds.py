"""Deeds between two states that no frame of its own tells: the verb of the main line does."""

import pytest

from foedus.model.claim import Mood, Predicate
from tests.read.frames_stage import actors, claims, only


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Poland summoned the Sudanese ambassador.", Predicate.ACCUSE),
        ("Poland rebuffed Sudan.", Predicate.REJECT),
        ("Poland expelled three Sudanese diplomats.", Predicate.SANCTION),
        ("Poland detained two Sudanese officials.", Predicate.COERCE),
        ("Poland evacuated Sudanese soldiers.", Predicate.AID),
    ],
)
def test_the_verb_of_the_main_line_tells_a_deed(text: str, predicate: Predicate) -> None:
    claim = only(predicate, text)
    assert (actors(claim, "source"), actors(claim, "target")) == (["POL"], ["SDN"])


def test_a_passive_turns_the_sides() -> None:
    claim = only(Predicate.COERCE, "Two Sudanese officials were detained by Poland.")
    assert (actors(claim, "source"), actors(claim, "target")) == (["POL"], ["SDN"])


def test_a_deed_that_may_be_done_is_possible() -> None:
    assert only(Predicate.SANCTION, "Poland may expel Sudanese diplomats.").mood is Mood.POSSIBLE


@pytest.mark.parametrize(
    "text",
    [
        "Poland detained two officials.",
        "Poland detained two Polish officials.",
        "Poland praised its army after Sudan detained two reporters.",
        "Poland is considering detaining Sudanese officials.",
        "Poland denied that it had detained Sudanese officials.",
    ],
)
def test_one_state_alone_does_nothing_to_another(text: str) -> None:
    assert [c for c in claims(text) if c.predicate is Predicate.COERCE] == []


def test_what_another_frame_tells_is_not_told_again() -> None:
    found = claims("Poland accused Sudan of lying.")
    assert [c.predicate for c in found if c.filler("target")] == [Predicate.ACCUSE]

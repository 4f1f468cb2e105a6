"""What is called unlikely is only possible, with that word; a trade between two has no giver."""

import pytest

from foedus.model.claim import Mood, Predicate
from tests.read.frames_stage import actors, claims, only, shown


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("It is unlikely that Japan will send troops to Ghana.", "unlikely"),
        ("It was unlikely that Japanese troops would be sent to Ghana.", "unlikely"),
        ("It seems doubtful that Japan would send troops to Ghana.", "doubtful"),
        ("It is possible that Japan will send troops to Ghana.", "possible"),
        ("It was inconceivable that Japan would send troops to Ghana.", "inconceivable"),
        ("The prospect of Japan sending troops to Ghana is remote.", "prospect"),
    ],
)
def test_the_adjective_beside_the_clause_bears_on_it(text: str, hedge: str) -> None:
    claim = only(Predicate.EXCHANGE, text)
    assert (claim.mood, [h.of(text) for h in claim.hedge]) == (Mood.POSSIBLE, [hedge])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is far from certain that Japan will send troops to Ghana.", ["far"]),
        ("It is not clear that Japan will send troops to Ghana.", ["not", "clear"]),
        ("It is not certain that Japan sent troops to Ghana.", ["not", "certain"]),
    ],
)
def test_what_is_not_certain_is_only_possible(text: str, words: list[str]) -> None:
    claim = only(Predicate.EXCHANGE, text)
    assert (claim.mood, claim.negated) == (Mood.POSSIBLE, False)
    assert [w.of(text) for w in claim.mood_words] == words


def test_a_small_chance_is_told_as_small() -> None:
    text = "There is little chance that Japan will send troops to Ghana."
    assert [h.of(text) for h in only(Predicate.EXCHANGE, text).hedge] == ["little", "chance"]


@pytest.mark.parametrize(
    "text",
    [
        "It is clear that Japan sent troops to Ghana.",
        "It is shameful that Japan sent troops to Ghana.",
        "The minister, who was unlikely to win, said that Japan sent troops to Ghana.",
    ],
)
def test_what_leaves_nothing_open_is_asserted(text: str) -> None:
    assert only(Predicate.EXCHANGE, text).mood is Mood.ASSERTED


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The trade in weapons between Japan and Ghana grew.", "trade"),
        ("An exchange of missiles between Japan and Ghana took place.", "exchange"),
        ("Arms transfers between Japan and Ghana grew.", "transfers"),
        ("Japan's trade in weapons with Ghana grew.", "trade"),
        ("Japan and Ghana traded weapons.", "traded"),
        ("Japan and Ghana deny any trade in weapons.", "trade"),
    ],
)
def test_a_mutual_exchange_has_two_partners_and_no_receiver(text: str, kind: str) -> None:
    claim = only(Predicate.EXCHANGE, text)
    assert (actors(claim, "source"), actors(claim, "target")) == (["JPN", "GHA"], [])
    assert shown(claim)["kind"] == [kind]


def test_what_is_swapped_for_what_is_both_exchanged() -> None:
    claim = only(Predicate.EXCHANGE, "A swap of oil for rice between Japan and Ghana began.")
    assert shown(claim)["goods"] == ["oil", "rice"]


@pytest.mark.parametrize(
    "text",
    ["Missile deliveries from Japan to Ghana grew.", "Missiles were shipped from Japan to Ghana."],
)
def test_from_one_to_another_has_a_direction(text: str) -> None:
    claim = only(Predicate.EXCHANGE, text)
    assert (actors(claim, "source"), actors(claim, "target")) == (["JPN"], ["GHA"])
    assert claim.fillers("kind") == ()


def test_trade_without_goods_is_none() -> None:
    found = claims("Trade between Japan and Ghana grew.")
    assert Predicate.EXCHANGE not in {c.predicate for c in found}

"""Forces sent out, means to an end, a thing's aim, disowned texts: what is no plain gift."""

import pytest

from foedus.model.claim import Mood, Predicate
from tests.read.frames_stage import actors, claims, only, shown


def told(text: str) -> list[Predicate]:
    return [c.predicate for c in claims(text)]


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("Japan could send ships to help Ghana if Mali blocked the port.", "to help Ghana"),
        ("Japan will send troops to defend Ghana.", "to defend Ghana"),
        (
            "Poland sent planes to evacuate its people from Mali.",
            "to evacuate its people from Mali",
        ),
        (
            "France sent warships to patrol the coast of Ghana.",
            "to patrol the coast of Ghana",
        ),
        ("France sent its aircraft to rescue hostages in Mali.", "to rescue hostages in Mali"),
        ("France sent warships to Ghana to evacuate its citizens.", "to evacuate its citizens"),
        ("Chad has dispatched a frigate to escort tankers.", "to escort tankers"),
    ],
)
def test_forces_sent_out_on_a_mission_move_and_are_not_given(text: str, purpose: str) -> None:
    assert shown(only(Predicate.MOBILIZE, text))["purpose"] == [purpose]
    assert Predicate.EXCHANGE not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Japan sent two ships to Ghana.",
        "Japan sent ships to Ghana's coast guard to help it patrol the coast.",
        "Japan sold Ghana two ships to patrol its coast.",
        "Japan gave Ghana ships to defend its coast.",
        "France sent weapons to help Chad.",
        "France sent grain to help Chad.",
        "Japan sent troops to Ghana.",
        "Poland sent helicopters to help Chad in exchange for oil.",
    ],
)
def test_what_goes_into_anothers_hands_is_given(text: str) -> None:
    assert Predicate.EXCHANGE in told(text)
    assert Predicate.MOBILIZE not in told(text)


@pytest.mark.parametrize(
    ("text", "mood", "word"),
    [
        (
            "By providing technology to Mali, France is going to complicate the talks.",
            Mood.CONDITIONAL,
            "By",
        ),
        ("By arming Mali with drones, France will lose Chad.", Mood.CONDITIONAL, "By"),
        (
            "By selling weapons to Chad, France would break the embargo.",
            Mood.CONDITIONAL,
            "would",
        ),
        ("Japan could help Ghana by sending grain to Ghana.", Mood.POSSIBLE, "could"),
        ("Japan vowed to help Ghana by sending grain to Ghana.", Mood.PROMISED, "vowed"),
        (
            "This could be followed by shipments of equipment from France to Chad.",
            Mood.POSSIBLE,
            "could",
        ),
        ("The visit may be followed by arms sales from France to Mali.", Mood.POSSIBLE, "may"),
        ("Shipments of oil from Chad to Mali could follow.", Mood.POSSIBLE, "could"),
    ],
)
def test_a_means_or_a_sequel_is_put_as_its_sentence_is(text: str, mood: Mood, word: str) -> None:
    claim = only(Predicate.EXCHANGE, text)
    assert (claim.mood, [w.of(text) for w in claim.mood_words]) == (mood, [word])


@pytest.mark.parametrize(
    "text",
    [
        "By selling weapons to Chad, France broke the embargo.",
        "France is breaking the embargo by selling weapons to Chad.",
        "The talks were followed by shipments of oil from Chad to Mali.",
        "Shipments of oil from Chad to Mali followed.",
    ],
)
def test_a_means_to_what_has_come_about_is_asserted(text: str) -> None:
    assert only(Predicate.EXCHANGE, text).mood is Mood.ASSERTED


@pytest.mark.parametrize(
    "text",
    [
        "A war economy that is partially aimed at a long-term supply of equipment to Mali grew.",
        "The visit is partially aimed at securing supplies of copper from Chad.",
        "The reform is aimed at sales of grain to Ghana.",
    ],
)
def test_a_thing_that_is_aimed_at_supplies_gives_none(text: str) -> None:
    assert Predicate.EXCHANGE not in told(text)


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        (
            'A text that would give Japan a naval base was dismissed by Ghana as "invention".',
            Mood.DENIED,
        ),
        (
            "The document, which gives Japan a naval base in Ghana, is a forgery.",
            Mood.DENIED,
        ),
        ("Ghana refuted a document that gives Japan a naval base.", Mood.DENIED),
        ("A draft that gives Japan a naval base was rejected by Ghana.", Mood.PROPOSED),
        ("Ghana published a draft that would give Japan a naval base.", Mood.PROPOSED),
        ("Ghana did not dismiss as fiction a text that gives Japan a base.", Mood.PROPOSED),
    ],
)
def test_what_a_disowned_text_lays_down_is_denied_of_others_proposed(text: str, mood: Mood) -> None:
    claim = only(Predicate.EXCHANGE, text)
    assert (claim.mood, actors(claim, "target")) == (mood, ["JPN"])

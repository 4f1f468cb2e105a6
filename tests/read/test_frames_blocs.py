"""Blocs quit, joined again and ruled out; three states and "they"; a will that hangs on nothing."""

import pytest

from foedus.model.claim import Mood, Predicate
from tests.read.frames_stage import actors, claims, only, shown

LEFT, JOINED = Predicate.AGREEMENT_DENOUNCED, Predicate.AGREEMENT_JOINED


@pytest.mark.parametrize(
    ("text", "predicate", "states"),
    [
        (
            "Mali and Chad announced that they would leave Lake Union.",
            LEFT,
            ["MLI", "TCD"],
        ),
        (
            "Mali, Chad and Ghana form a union as they quit Lake Union.",
            LEFT,
            ["MLI", "TCD", "GHA"],
        ),
        (
            "The leaders of Mali, Chad and Ghana met. The three countries announced in January"
            " that they would leave Lake Union.",
            LEFT,
            ["MLI", "TCD", "GHA"],
        ),
        ("Lake Union met in Paris. Mali said it would quit the bloc.", LEFT, ["MLI"]),
        ("Mali has quit the regional bloc.", LEFT, ["MLI"]),
        ("Mali rejoined Lake Union in May.", JOINED, ["MLI"]),
        ("Chad will return to Lake Union.", JOINED, ["TCD"]),
        ("Chad's return to Lake Union was welcomed.", JOINED, ["TCD"]),
    ],
)
def test_who_leaves_and_joins_a_bloc(text: str, predicate: Predicate, states: list[str]) -> None:
    claim = only(predicate, text)
    assert (actors(claim, "source"), claim.mood) == (states, Mood.ASSERTED)


def test_the_bloc_is_the_one_that_is_named() -> None:
    text = "Lake Union met in Paris. Mali has left the bloc."
    assert actors(only(LEFT, text), "instrument") == ["org/lake-union"]


@pytest.mark.parametrize(
    "text",
    [
        "Mali and Chad signed a treaty, and ruled out a return to Lake Union.",
        "Mali and Chad have ruled out rejoining Lake Union.",
        "Mali and Chad ruled out returning to Lake Union.",
    ],
)
def test_who_rules_a_return_out_means_not_to(text: str) -> None:
    claim = only(JOINED, text)
    assert (actors(claim, "source"), claim.mood, claim.negated) == (
        ["MLI", "TCD"], Mood.INTENDED, True,
    )  # fmt: skip
    assert [w.of(text) for w in claim.mood_words] == ["ruled out"]


@pytest.mark.parametrize(
    "text",
    [
        "Ghana returned to Paris.",
        "Mali left the Lake Union summit.",
        "Sato left Lake Union on Friday.",
        "Mali quit the talks.",
        "Mali ruled out a return to war.",
        "Lake Union ruled out a return to Paris.",
        "Sato has quit the bloc of parties.",
        "Mali and Chad left the block.",
    ],
)
def test_what_is_no_membership_is_neither_left_nor_joined(text: str) -> None:
    assert not {LEFT, JOINED} & {c.predicate for c in claims(text)}


def test_a_number_of_others_is_no_pair_told_of_before() -> None:
    text = "Mali met Chad. Three of its neighbours agreed to deepen their own military ties."
    assert all(f.actor is None for c in claims(text)[1:] for f in c.fillers("source"))


@pytest.mark.parametrize(
    "text",
    [
        "Mali met Chad and Ghana. The three countries signed a treaty.",
        "Mali, Chad and Ghana met. Three countries signed a treaty with Japan.",
    ],
)
def test_three_that_no_list_names_stay_open(text: str) -> None:
    signed = [c for c in claims(text) if c.predicate is Predicate.AGREEMENT_SIGNED]
    assert not {"MLI", "TCD", "GHA"} & {a for c in signed for a in actors(c, "source")}


def test_two_that_speak_together_are_both_the_voice() -> None:
    text = "Mali and Chad said they would answer any attack."
    assert [v.name for v in only(Predicate.INTENT, text).voice] == ["Mali and Chad"]


def test_who_reports_two_speakers_is_the_outer_voice() -> None:
    text = "An envoy said that Mali and Chad announced they would answer any attack."
    assert [v.name for v in only(Predicate.INTENT, text).voice] == ["envoy", "Mali and Chad"]


def test_the_occasion_that_it_stands_for_goes_with_the_will() -> None:
    text = (
        "When Japan threatened to sail through last year, Mali and Chad said they would regard it"
        " as an act of war."
    )
    told = [c for c in claims(text) if actors(c, "source") == ["MLI", "TCD"]]
    assert [shown(c)["condition"] for c in told] == [
        ["When Japan threatened to sail through last year"]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The envoy spoke. Mali said it would treat this as an act of war.",
        "Mali said it would oppose it.",
        "France vowed to punish it.",
        "France vowed to stop this.",
        "Poland promised to rebuild it.",
        "Chad, its president said, will prevent this.",
        "Poland pledged to vote for it.",
    ],
)
def test_a_will_that_hangs_on_an_open_it_is_left_out(text: str) -> None:
    assert Predicate.INTENT not in {c.predicate for c in claims(text)}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Poland promised to defend this island.", "to defend this island"),
        ("France bought a port and vowed to defend it.", "to defend it"),
        ("Poland vowed to defend Japan and to arm it.", "to defend Japan and to arm it"),
        ("Poland vowed to help that country.", "to help that country"),
        ("Poland vowed that it would help Japan.", "it would help Japan"),
        ("Poland promised to tell Japan that it was ready.", "to tell Japan that it was ready"),
    ],
)
def test_a_will_of_which_the_sentence_tells_enough_is_kept(text: str, topic: str) -> None:
    assert shown(only(Predicate.INTENT, text))["topic"] == [topic]

"""Moods: how a voice puts an event, by which words, how likely, and whether it is negated."""

import pytest

from foedus.model.claim import Mood
from foedus.read.moods import MoodFinding, condition_span, mood_of, permits
from foedus.read.sentences import Parsed, parse, plain_reading


def found(text: str, word: str) -> tuple[MoodFinding, Parsed]:
    parsed = parse(plain_reading(text))
    token = next(t for t in parsed.doc if t.text == word)
    return mood_of(token, parsed), parsed


def mood(text: str, word: str) -> Mood:
    return found(text, word)[0].mood


@pytest.mark.parametrize(
    ("expected", "text", "word"),
    [
        (Mood.ASSERTED, "The premier sent grain to the island.", "sent"),
        (Mood.ASSERTED, "The premier will send grain to the island.", "send"),
        (Mood.ASSERTED, "The premier said that Oslo would send grain.", "send"),
        (Mood.PROMISED, "The premier vowed to send grain.", "send"),
        (Mood.PROMISED, "The premier made a pledge to send grain.", "send"),
        (Mood.PROMISED, "The two states agreed to build a dam.", "build"),
        (Mood.THREATENED, "The general threatened to shell the port.", "shell"),
        (Mood.PROPOSED, "Lima proposed a summit.", "summit"),
        (Mood.PROPOSED, "Lima suggested that they meet in Oslo.", "meet"),
        (Mood.PROPOSED, "The bishops called for a truce.", "truce"),
        (Mood.INTENDED, "Rome plans to close the base.", "close"),
        (Mood.INTENDED, "Rome is seeking to close the base.", "close"),
        (Mood.INTENDED, "The planned visit drew protests.", "visit"),
        (Mood.INTENDED, "Spain is set to withdraw.", "withdraw"),
        (Mood.INTENDED, "The visit is set for June.", "visit"),
        (Mood.INTENDED, "He had hoped to visit the island.", "visit"),
        (Mood.INTENDED, "The premier is to meet the king.", "meet"),
        (Mood.INTENDED, "The premier was to fly to the island on 3 May.", "fly"),
        (Mood.INTENDED, "The ministers were to meet on Monday.", "meet"),
        (Mood.INTENDED, "The premier was due to visit the island.", "visit"),
        (Mood.INTENDED, "Rome is about to sign the lease.", "sign"),
        (Mood.INTENDED, "Rome is thinking of selling the base.", "selling"),
        (Mood.INTENDED, "Rome is in talks to sell the base.", "sell"),
        (Mood.INTENDED, "His decision to visit the island drew protests.", "visit"),
        (Mood.POSSIBLE, "Rome has an opportunity to buy the base.", "buy"),
        (Mood.INTENDED, "The upcoming visit drew protests.", "visit"),
        (Mood.INTENDED, "The upcoming visit was expected to bring peace.", "visit"),
        (Mood.ASSERTED, "Oslo sent grain, and Rome will send oil if the dam breaks.", "sent"),
        (Mood.POSSIBLE, "Troops may cross the river.", "cross"),
        (Mood.POSSIBLE, "The army is likely to cross the river.", "cross"),
        (Mood.POSSIBLE, "Perhaps the army crossed the river.", "crossed"),
        (Mood.POSSIBLE, "Lima did not rule out sending advisers.", "sending"),
        (Mood.CONDITIONAL, "If the dam breaks, the army will move.", "move"),
        (Mood.CONDITIONAL, "If the dam breaks, the army will move.", "breaks"),
        (Mood.CONDITIONAL, "Unless the bank pays, the deal will lapse.", "lapse"),
        (Mood.CONDITIONAL, "The two states would consult in the event of an attack.", "consult"),
        (Mood.CONDITIONAL, "That would be a breach of the charter.", "be"),
        (Mood.HYPOTHETICAL, "The fleet would have sailed without orders.", "sailed"),
        (Mood.HYPOTHETICAL, "If they were to attack, the fleet would sail.", "attack"),
        (Mood.HYPOTHETICAL, "Were Rome to attack the port, the fleet would sail.", "attack"),
        (Mood.HYPOTHETICAL, "The premier was to have met the king in May.", "met"),
        (Mood.CONDITIONAL, "Had the guards stayed, the port would have held.", "stayed"),
        (Mood.CONDITIONAL, "Should the guards go, the port will fall.", "go"),
        (Mood.CONDITIONAL, "Lima would have signed the pact had Oslo not left it.", "left"),
        (Mood.DENIED, "Belgrade denied sending the rifles.", "sending"),
        (Mood.DENIED, "Belgrade denied that it had sent rifles.", "sent"),
        (Mood.RUMOURED, "The island is believed to have sent rifles.", "sent"),
        (Mood.RUMOURED, "The island reportedly sent rifles.", "sent"),
        (Mood.RUMOURED, "The envoy was rumoured to have resigned.", "resigned"),
        (Mood.FEARED, "There are fears that the army could invade.", "invade"),
        (Mood.FEARED, "The envoy fears that the talks will fail.", "fail"),
    ],
)
def test_mood(expected: Mood, text: str, word: str) -> None:
    assert mood(text, word) is expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The pact that they promised binds both.", "binds"),
        ("Experts suggest that the clause means war.", "means"),
        ("They asked if the army had moved.", "moved"),
        ("The pact provides for aid in the event of an attack.", "provides"),
        ("He vowed revenge after they shelled the port.", "shelled"),
        ("The envoys, who have said the pact is dead, left.", "is"),
        ("The long-planned visit began on Monday.", "visit"),
        ("He declined an invitation to speak during the visit.", "visit"),
        ("The visit is aimed at winning votes.", "visit"),
        ("The highly anticipated talks were dull.", "talks"),
        ("The ships did not sail, nor had the guards moved.", "moved"),
        ("The ships that the port had bought sank.", "bought"),
    ],
)
def test_a_neighbouring_word_gives_no_mood(text: str, word: str) -> None:
    assert mood(text, word) is Mood.ASSERTED


def test_a_condition_at_the_end_of_a_long_clause_still_bears_on_its_verb() -> None:
    text = "The clause could help Lima to send guards to aid Quito if the capital is attacked."
    assert mood(text, "help") is Mood.CONDITIONAL


@pytest.mark.parametrize(
    ("text", "word", "condition"),
    [
        ("But had the guards stayed, the port would have held.", "held", "had the guards stayed"),
        ("The port would have held had the guards stayed.", "held", "had the guards stayed"),
        ("Had they stayed, she said, the port would have held.", "held", "Had they stayed"),
        ("Were Oslo to leave, Lima would follow.", "follow", "Were Oslo to leave"),
    ],
)
def test_an_inverted_condition_is_one(text: str, word: str, condition: str) -> None:
    parsed = parse(plain_reading(text))
    span = condition_span(next(t for t in parsed.doc if t.text == word))
    assert span is not None and span.of(text) == condition


@pytest.mark.parametrize(
    "text",
    [
        "Guards may stay on the island for ten years.",
        "Under the accord, guards may enter the port.",
        "Nobody may act unless all three agree.",
        "Neither side may withdraw without six months' notice.",
        "Guards may board the ships only with the consent of the owner.",
    ],
)
def test_may_gives_leave(text: str) -> None:
    assert permits(next(t for t in parse(plain_reading(text)).doc if t.lower_ == "may").head)


@pytest.mark.parametrize(
    "text",
    [
        "The truce may collapse within a year.",
        "Oslo may leave the pact next spring.",
        "The guards may fail to act.",
    ],
)
def test_may_is_a_guess_where_nothing_gives_leave(text: str) -> None:
    assert not permits(next(t for t in parse(plain_reading(text)).doc if t.lower_ == "may").head)


def test_the_mood_of_a_report_does_not_reach_into_what_it_quotes() -> None:
    text = "The row is likely to grow, with papers reporting that the pact is dead."
    assert mood(text, "is") is Mood.POSSIBLE
    parsed = parse(plain_reading(text))
    dead = next(t for t in parsed.doc if t.text == "dead").head
    assert mood_of(dead, parsed).mood is Mood.ASSERTED


@pytest.mark.parametrize(
    ("negated", "text", "word"),
    [
        (True, "The minister did not send rifles.", "send"),
        (True, "No troops were sent.", "sent"),
        (True, "Paris refused to sign.", "sign"),
        (True, "The ship left without firing.", "firing"),
        (True, "Oslo has no plans to sign.", "sign"),
        (True, "Lima ruled out sending advisers.", "sending"),
        (True, "The clause does not seem to cover raids.", "cover"),
        (False, "The minister sent rifles.", "sent"),
        (False, "Lima did not rule out sending advisers.", "sending"),
        (False, "The minister did not say who sent rifles.", "sent"),
        (True, "The ships did not sail, nor had the guards moved.", "sail"),
        (True, "The ships did not sail, nor had the guards moved.", "moved"),
    ],
)
def test_negation(negated: bool, text: str, word: str) -> None:
    assert found(text, word)[0].negated is negated


def test_the_words_that_show_the_mood_are_those_of_the_text() -> None:
    finding, parsed = found("Officials’ fears that Oslo could join grew.", "join")
    text = parsed.reading.text
    assert [span.of(text) for span in finding.words] == ["fears"]
    assert [span.of(text) for span in finding.hedge] == ["could"]


def test_certain_before_a_noun_is_no_hedge() -> None:
    assert found("The pact covers certain islands.", "islands")[0].hedge == ()

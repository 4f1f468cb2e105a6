"""The force of a cue: what a speaker does by saying the words."""

import pytest

from foedus.model.actor import Cast
from foedus.model.document import Document
from foedus.model.reading import statement_row
from foedus.model.statement import Force, Statement
from foedus.read.quotes import annotate_quotes, find_statements
from foedus.read.sentences import parse, plain_reading


def first(text: str) -> Statement:
    return find_statements(parse(plain_reading(text)))[0]


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("The envoy said that Lima would pay.", Force.SAID),
        ("According to Oslo, the pact is dead.", Force.SAID),
        ("The envoy asked whether Lima would pay.", Force.ASKED),
        ("The envoy announced that Lima would pay.", Force.ANNOUNCED),
        ("The envoy insisted that Lima would pay.", Force.ARGUED),
        ("The envoy claimed that Lima would pay.", Force.CLAIMED),
        ("The envoy confirmed that Lima would pay.", Force.CONFIRMED),
        ("The envoy admitted that Lima would pay.", Force.ADMITTED),
        ("The envoy denied that Lima would pay.", Force.DENIED),
        ("The envoy agreed that it was late.", Force.AGREED),
        ("The envoy rejected the offer.", Force.REJECTED),
        ("The envoy warned that the bank would fall.", Force.WARNED),
        ("The envoy threatened to leave.", Force.THREATENED),
        ("The envoy vowed to return.", Force.PROMISED),
        ("The envoy suggested that Lima might pay.", Force.SUGGESTED),
        ("The envoy demanded that Lima pay.", Force.DEMANDED),
        ("The envoy predicted that Lima would pay.", Force.PREDICTED),
        ("The envoy praised the pact.", Force.PRAISED),
        ("The envoy endorsed the pact.", Force.SUPPORTED),
        ("The envoy condemned the pact.", Force.CRITICISED),
        ("The envoy accused Oslo of cheating.", Force.ACCUSED),
        ("“We go by goat,” Bell joked.", Force.JOKED),
        ("The envoy called the pact a trap.", Force.DESCRIBED),
    ],
)
def test_a_cue_has_the_force_of_its_verb(text: str, force: Force) -> None:
    assert first(text).force is force


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("The envoy asked Oslo to send ships.", Force.DEMANDED),
        ("The envoy told them to leave.", Force.DEMANDED),
        ("The envoy called for talks.", Force.DEMANDED),
        ("The envoy agreed to sign.", Force.PROMISED),
        ("The envoy ruled out talks.", Force.REJECTED),
        ("The envoy voiced support for the pact.", Force.SUPPORTED),
    ],
)
def test_what_a_verb_takes_decides_between_its_forces(text: str, force: Force) -> None:
    assert first(text).force is force


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("Oslo's claim that the pact is dead is old.", Force.CLAIMED),
        ("Oslo's warning that the bank will fall is old.", Force.WARNED),
        ("Oslo's criticism of the pact is old.", Force.CRITICISED),
    ],
)
def test_a_noun_has_a_force_too(text: str, force: Force) -> None:
    assert first(text).force is force


@pytest.mark.parametrize("text", ["Lima wants to leave.", "Lima believes that the pact is dead."])
def test_a_view_that_nobody_is_told_to_have_voiced_has_no_force(text: str) -> None:
    assert first(text).force is Force.UNSTATED


def test_a_denial_of_the_cue_leaves_its_force() -> None:
    found = first("The envoy did not admit that Lima would pay.")
    assert (found.force, found.cue_mood.value) == (Force.ADMITTED, "denied")


def test_words_that_go_on_without_a_cue_are_said() -> None:
    text = "“The pact is old,” the envoy admitted.\n“It should soon be replaced.”"
    further = find_statements(parse(plain_reading(text)))[1]
    assert (further.basis, further.force) == ("continued", Force.SAID)


def test_words_with_no_voice_have_no_force() -> None:
    (found,) = find_statements(parse(plain_reading("“The pact is old and dead.”")))
    assert (found.basis, found.force) == ("none", Force.UNSTATED)


def test_the_row_of_a_statement_tells_its_force() -> None:
    text = "The envoy denied that Lima would pay."
    assert statement_row(first(text), Cast((), ()), Document(text), "run")["force"] == "denied"


def test_the_row_of_a_statement_has_no_key_for_a_force_that_is_unstated() -> None:
    text = "Lima wants to leave."
    assert "force" not in statement_row(first(text), Cast((), ()), Document(text), "run")


def test_the_row_of_an_attribution_tells_its_force() -> None:
    (row,) = annotate_quotes([{"id": 1, "text": "The envoy denied that Lima would pay."}])
    assert row["attributions"][0]["force"] == "denied"

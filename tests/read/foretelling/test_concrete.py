"""Which events can be checked by anybody, and which words make the others too vague."""

import pytest

from foedus.read.foretelling.acts import FORMS, can_be_seen
from foedus.read.foretelling.concrete import Event, vague_in

CONCRETE = [
    "Norway will sign the treaty with Poland",
    "the treaty is likely to be ratified by the Duma",
    "Putin will not visit Oslo",
    "Ada Vole is expected to formally launch her candidacy",
    "Norway would probably withdraw its troops from Poland",
    "Poland's parliament may pass the bill",
    "NATO will impose sanctions on Russia",
    "Ada Vole will win the election",
    "Ada Vole won't run for president",
    "the pact between Norway and Poland will come into force",
    "Norway's exports will fall by 3 percent",
    "Norway will have signed the treaty",
    "the rate of Norway will rise to more than 4 %",
]
VAGUE = [
    ("it will be signed with Norway", "it"),
    ("they are going to attack Norway", "they"),
    ("a deal will be signed", "a deal"),
    ("the meeting could lead to closer ties with Norway", "closer"),
    ("Norway will complicate the policies of Poland", "complicate"),
    ("Norway will meet the challenge", "meet"),
    ("Norway will join forces with Poland", "join"),
    ("Norway will win support in Poland", "win"),
    ("Norway will impose its will on Poland", "impose"),
    ("Norway will sign several treaties with Poland", "several"),
    ("Norway will sign a major treaty with Poland", "major"),
    ("Norway will sign a treaty or leave NATO", "or"),
    ("Norway will sign a treaty if Poland does", "if"),
    ("Norway's exports will fall", "fall"),
    ("the pact will increase the growth of Norway by 2 percent", "increase"),
    ("the bill is not expected to succeed in the Senate of Norway", "succeed"),
    ("could become president of Norway", "nobody is named"),
    ("Norway will sign a treaty and will then attack Poland", "and will"),
    ("the winner of the debate in Oslo will end up being Ada Vole", "end up"),
    ("Norway will have the upper hand in Poland", "have"),
    ("a possibility", "a possibility"),
]


def event(words: str) -> Event:
    """The event as a report tells it whose cast knows Norway."""
    known = words.startswith("Norway ")
    return Event(words, known=known, doer=known)


@pytest.mark.parametrize("words", CONCRETE)
def test_a_named_act_that_anybody_could_see_is_concrete(words: str) -> None:
    assert vague_in(event(words)) is None


@pytest.mark.parametrize(("words", "found"), VAGUE)
def test_a_vague_event_is_told_by_the_words_that_make_it_so(words: str, found: str) -> None:
    assert vague_in(event(words)) == found


def test_a_pronoun_that_the_report_resolves_names_somebody() -> None:
    assert vague_in(Event("he will resign", known=True, doer=True)) is None


def test_a_name_in_the_words_of_time_names_nobody() -> None:
    assert vague_in(Event("a deal will be signed by Easter Monday", "by Easter Monday")) == "a deal"


def test_a_year_is_no_amount() -> None:
    assert vague_in(Event("Norway's exports will fall 2030")) == "fall"


@pytest.mark.parametrize("form", ["ratified", "signed", "withdrawn", "banned", "vetoed", "held"])
def test_a_participle_is_known_for_its_act(form: str) -> None:
    assert form in FORMS


def test_an_act_that_is_not_listed_cannot_be_seen() -> None:
    assert not can_be_seen("undermine", frozenset({"treaty"}), named=True, numbered=True)

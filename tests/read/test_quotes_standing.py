"""How a cue stands: said, denied or only supposed; and where a voice ends."""

import pytest

from foedus.model.actor import Cast
from foedus.model.document import Document
from foedus.model.reading import statement_row
from foedus.model.statement import CueMood, Statement
from foedus.read.quotes import annotate_quotes, find_statements
from foedus.read.sentences import parse, plain_reading


def all_of(text: str) -> list[Statement]:
    found: list[Statement] = []
    waiting = list(find_statements(parse(plain_reading(text))))
    while waiting:
        statement = waiting.pop(0)
        found.append(statement)
        waiting += statement.nested
    return found


def mood(text: str, cue: str) -> CueMood:
    (found,) = [s for s in all_of(text) if cue in [span.of(text) for span in s.cue]]
    return found.cue_mood


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The envoy did not say that Lima would pay.", "did not say"),
        ("The envoy never promised to send guards.", "never promised"),
        ("The envoy has not announced that the port is closed.", "has not announced"),
        ("No minister said that the pact was dead.", "said"),
        ("Nobody in the town said that the pact was dead.", "said"),
        ("The envoy refused to say whether Lima would pay.", "to say"),
        ("The envoy failed to mention that the port was shut.", "to mention"),
        ("Lima neither confirmed nor denied that it had paid.", "denied"),
        ("She did not expect the talks to last.", "did not expect"),
        ("The envoy declined to say whether troops would go.", "declined"),
        ("The ministry refused to comment on the report.", "refused"),
        ("The firm has declined to disclose the price.", "has declined"),
        ("The envoy would neither confirm nor deny that ships had sailed.", "deny"),
        ("The envoy would not say how many guards would come.", "would not say"),
        ("The ministry gave no comment on the base.", "comment"),
        ("The ministry made no mention of the pact.", "made"),
        ("The envoy stopped short of saying that the pact was dead.", "saying"),
        ("The envoy was reluctant to say whether the pact was dead.", "was reluctant"),
    ],
)
def test_what_was_not_said_is_denied(text: str, cue: str) -> None:
    assert mood(text, cue) is CueMood.DENIED


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The envoy should say that Lima will pay.", "should say"),
        ("Lima could plead that the pact is void.", "could plead"),
        ("Lima might claim that the pact is void.", "might claim"),
        ("If the envoy says that Lima will pay, all is well.", "says"),
        ("If the envoy comes and says that Lima will pay, all is well.", "says"),
        ("“I would have said that Lima was ready,” the envoy said.", "would have said"),
        ("The envoy is expected to announce that Lima will pay.", "to announce"),
        ("The envoy wants to say that Lima will pay.", "to say"),
    ],
)
def test_what_somebody_only_may_say_is_hypothetical(text: str, cue: str) -> None:
    assert mood(text, cue) is CueMood.HYPOTHETICAL


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The envoy said that Lima would pay.", "said"),
        ("The envoy would only say that Lima was ready.", "say"),
        ("The envoy was careful to add that Lima was ready.", "to add"),
        ("The envoy went on to say that Lima was ready.", "to say"),
        ("The Gazette can reveal that Lima has paid.", "can reveal"),
        ("The envoy not only said that Lima was ready, but paid.", "said"),
        ("Lima would like to buy the ships.", "would like"),
        ("“I would say that Lima is ready,” the envoy said.", "would say"),
    ],
)
def test_what_is_said_with_a_modal_or_a_purpose_is_said(text: str, cue: str) -> None:
    assert mood(text, cue) is CueMood.SAID


def row(text: str) -> dict[str, object]:
    return statement_row(all_of(text)[0], Cast((), ()), Document(text), "run")


def test_the_row_of_what_was_denied_says_so() -> None:
    assert row("The envoy did not say that Lima would pay.")["cue_mood"] == "denied"


def test_the_row_of_what_was_said_has_no_key_for_it() -> None:
    assert "cue_mood" not in row("The envoy said that Lima would pay.")


def test_a_semicolon_parts_two_voices() -> None:
    text = "The premier said that Lima had sent 36 ships; Oslo has confirmed 24."
    words = [span.of(text) for s in all_of(text) for span in s.content]
    assert not any(";" in piece for piece in words)


def test_the_clause_before_a_semicolon_is_not_the_next_speakers() -> None:
    text = "The pact was fair; Lima kept the ships, Oslo said."
    (statement,) = all_of(text)
    assert [span.of(text) for span in statement.content] == ["Lima kept the ships"]


def test_a_condition_before_the_cue_is_part_of_what_is_said() -> None:
    text = "Had they stayed, said one old sailor, the ships would not have been lost."
    (statement,) = all_of(text)
    pieces = [span.of(text) for span in statement.content]
    assert pieces == ["Had they stayed", "the ships would not have been lost"]


def test_a_quotation_behind_a_colon_is_of_whoever_holds_the_view_before_it() -> None:
    text = "The text speaks of “joint aid”. Ruth Boll reads “joint” as a brake: “All must agree.”"
    (holder,) = [s for s in all_of(text) if "All must agree" in "".join(
        span.of(text) for span in s.content)]  # fmt: skip
    assert [span.of(text) for span in holder.speaker] == ["Ruth Boll"]


def test_what_a_word_means_is_nobodys_wish() -> None:
    assert not [s for s in all_of("For Lima, “assist” means to send guards.") if s.cue]


def test_the_rows_of_attributions_tell_how_the_cue_stands() -> None:
    (row,) = annotate_quotes([{"id": 1, "text": "The envoy did not say that Lima would pay."}])
    assert row["attributions"][0]["cue_mood"] == "denied"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Did the envoy say that Lima would pay?", "say"),
        ("Has Oslo announced that the port is closed?", "announced"),
        ("Who said that Lima would pay?", "said"),
        ("Why would the envoy say that Lima will pay?", "say"),
        ("Reporters asked whether the envoy had said that Lima would pay.", "had said"),
        ("Reporters wondered if the envoy had said that Lima would pay.", "had said"),
        ("It is not clear if the ministry announced that the port was shut.", "announced"),
        ("“Did the envoy say that Lima would pay?” she asked.", "say"),
    ],
)
def test_what_is_only_asked_about_is_questioned(text: str, cue: str) -> None:
    assert mood(text, cue) is CueMood.QUESTIONED


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Why did the envoy say that Lima would pay?", "say"),
        ("“Will they come?” the envoy said.", "said"),
        ("The envoy asked if it was true that Lima had paid.", "asked"),
        ("The envoy said that Lima would pay; would Oslo?", "said"),
    ],
)
def test_a_question_that_takes_it_as_said_or_is_itself_put_leaves_it_said(
    text: str, cue: str
) -> None:
    assert mood(text, cue) is CueMood.SAID


def test_a_negation_that_opens_the_sentence_denies() -> None:
    assert mood("Never did the envoy say that Lima would pay.", "say") is CueMood.DENIED


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Norway refused to sign the pact.", "refused"),
        ("Norway declined to send guards.", "declined"),
        ("The envoy refused to rule out a strike.", "refused"),
        ("The ministry offered a comment on the base.", "comment"),
    ],
)
def test_to_refuse_a_deed_is_a_stance(text: str, cue: str) -> None:
    found = {s.cue_mood for s in all_of(text) if cue in [span.of(text) for span in s.cue]}
    assert CueMood.DENIED not in found

"""How a content is put: its mood by which words, how likely, on what condition."""

import pytest

from foedus.model.document import Document
from foedus.model.statement import Manner, Statement
from foedus.read.pipeline import read
from foedus.read.quotes import annotate_quotes, find_statements
from foedus.read.sentences import parse, plain_reading
from foedus.read.statement_moods import put_statements


def statements(text: str) -> tuple[Statement, ...]:
    parsed = parse(plain_reading(text))
    return put_statements(find_statements(parsed), parsed)


def put(text: str) -> Manner:
    """How the first clause of the first statement's content is put."""
    return statements(text)[0].put[0]


def told(text: str) -> tuple[str | None, str]:
    """The mood and the words that show it."""
    manner = put(text)
    shown = " ".join(span.of(text) for span in manner.mood_words)
    return manner.mood and manner.mood.value, shown


@pytest.mark.parametrize(
    ("mood", "words", "text"),
    [
        ("asserted", "", "The envoy said that Lima had paid."),
        ("asserted", "", "Lima would leave the bloc in May, the envoy said."),
        ("asserted", "", "He said the premier hoped to sign."),
        ("asserted", "", "He called the pact a sham."),
        ("asserted", "", "“They certainly paid,” the envoy said."),
        ("asserted", "", "Traders are worried about the tariff, she said."),
        ("asserted", "", "The envoy assured them that Lima has paid."),
        ("asserted", "", "Ruiz would like to see the port, the envoy said."),
        ("asserted", "", "“The port was destined to fail,” the envoy said."),
        ("asserted", "", "“It is too early to leave,” the envoy said."),
        ("asserted", "", "“Our job is to help the port,” the envoy said."),
        ("asserted", "", "The firm claimed to own the port."),
        ("asserted", "", "There is no doubt that he lied, the envoy said."),
        ("possible", "likely", "The attack was likely deliberate, the envoy said."),
        ("asserted", "", "“I asked the mayor if there was a plan,” the envoy said."),
        ("promised", "assured", "The envoy assured them that Lima will pay."),
        ("promised", "vowed", "The premier vowed to defend the island."),
        ("promised", "promise", "“I promise to rebuild the port,” the premier said."),
        ("threatened", "threatened", "The general threatened to close the strait."),
        ("threatened", "threatened", "“We will close the strait,” the general threatened."),
        ("proposed", "should", "“Lima should leave the bloc,” the envoy said."),
        ("proposed", "need", "“We need to leave the bloc,” the envoy said."),
        ("proposed", "Leave", "“Leave the island now,” the general said."),
        ("proposed", "called", "The bishop called for the truce to be renewed."),
        ("proposed", "told", "The general told them to leave the island."),
        ("proposed", "urged", "The bishop urged Lima to sign the truce."),
        ("intended", "is", "The premier is to meet the king, the envoy said."),
        ("intended", "hope", "“We hope that they will sign,” the envoy said."),
        ("intended", "wants", "The premier wants to sell the port."),
        ("intended", "would like", "“I would like to see the port,” the envoy said."),
        ("possible", "may", "The envoy said that Lima may leave the bloc."),
        ("possible", "almost certain", "He said it is almost certain that they will cross."),
        ("conditional", "unless", "The envoy said Lima will leave unless Oslo pays."),
        ("hypothetical", "would have", "“We would have lost the port,” the envoy said."),
        ("hypothetical", "whether", "She asked whether they would attack."),
        ("hypothetical", "Will", "“Will they attack the port?” she asked."),
        ("denied", "denied", "The envoy denied that Lima sold arms."),
        ("rumoured", "reportedly", "The envoy said that Lima reportedly sold arms."),
        ("feared", "fears", "The mayor fears that the truce will fail."),
    ],
)
def test_a_content_has_its_mood_and_the_words_that_show_it(
    mood: str, words: str, text: str
) -> None:
    assert told(text) == (mood, words)


@pytest.mark.parametrize(
    "text",
    [
        "The envoy criticised the new law.",
        "“Why did they attack the port?” she asked.",
        "The envoy offered no proof.",
        "The envoy explained how the port was sold.",
        "The envoy dismissed her proposals.",
        "The court denied them permits.",
        "The two sides agreed on the need for a truce.",
    ],
)
def test_what_is_put_as_nothing_has_no_mood(text: str) -> None:
    assert told(text)[0] is None


def test_what_somebody_refuses_is_a_negated_will() -> None:
    manner = put("The envoy refused to sign the pact.")
    assert (manner.mood and manner.mood.value, manner.negated) == ("intended", True)


def test_each_main_clause_has_a_manner_of_its_own() -> None:
    text = "“The pact is a trap. They may attack at any time,” the envoy said."
    moods = [manner.mood and manner.mood.value for manner in statements(text)[0].put]
    assert moods == ["asserted", "possible"]


def test_a_nested_content_is_put_by_its_own_cue() -> None:
    text = "The envoy said that the premier wants to sell the port."
    (inner,) = statements(text)[0].nested
    assert inner.put[0].mood == "intended"


def test_who_governs_the_cue_does_not_put_the_content() -> None:
    (inner,) = statements("The envoy is expected to say that Lima has paid.")[0].nested
    assert inner.put[0].mood == "asserted"


@pytest.mark.parametrize(
    ("condition", "consequence", "text"),
    [
        ("If they attack", "we shall respond", "If they attack, we shall respond, he said."),
        ("if they attack", "We shall respond", "“We shall respond,” he said, “if they attack.”"),
        ("Should they attack", "Lima would respond",
         "Should they attack, the envoy said, Lima would respond."),
        ("unless Oslo pays", "Lima will leave", "The envoy said Lima will leave unless Oslo pays."),
        ("in the event of war", "Lima would send troops",
         "The envoy said that Lima would send troops in the event of war."),
        ("If it is so, if it holds", "we shall stay",
         "If it is so, if it holds, then we shall stay, she said."),
        ("If the harbour opens and indeed if the town is saved", "that would be good",
         "“If the harbour opens and indeed if the town is saved, that would be good,” she said."),
        ("As long as they stay", "the pact will hold",
         "As long as they stay, she said, the pact will hold."),
    ],
)  # fmt: skip
def test_a_condition_is_parted_from_its_consequence(
    condition: str, consequence: str, text: str
) -> None:
    manner = put(text)
    assert manner.condition is not None
    parted = " ".join(span.of(text).strip("“”,") for span in manner.consequence)
    assert (manner.condition.of(text), parted) == (condition, consequence)


@pytest.mark.parametrize(
    "text",
    [
        "Once they leave, she said, we will sign.",
        "“If you look at the map, the port is open,” she said.",
        "“They won without a fight,” she said.",
        "“I do not care if it is legal,” she said.",
        "“In the case of Lima, the pact is void,” she said.",
        "The pact is old, but for some, she said, it is new.",
    ],
)
def test_what_is_no_condition_parts_nothing(text: str) -> None:
    assert put(text).condition is None


@pytest.mark.parametrize(
    ("hedge", "text"),
    [
        ("may", "The envoy said that Lima may leave the bloc."),
        ("very unlikely", "He said they are very unlikely to cross."),
        ("not very likely", "He said the army is not very likely to cross the river."),
        ("probably not", "He said the army will probably not cross the river."),
        ("almost certainly", "He said they will almost certainly cross."),
        ("roughly even chance", "There is a roughly even chance that they will cross, he said."),
        ("almost no chance", "There is almost no chance that they will cross, he said."),
    ],
)
def test_a_hedge_is_the_word_of_likelihood_with_its_degree_and_its_not(
    hedge: str, text: str
) -> None:
    assert [span.of(text) for span in put(text).hedge] == [hedge]


@pytest.mark.parametrize(
    "text",
    [
        "“They certainly paid,” the envoy said.",
        "The mayor fears that the truce will fail.",
        "He said they expect to win.",
    ],
)
def test_certainty_feelings_and_what_others_expect_are_no_hedges(text: str) -> None:
    assert put(text).hedge == ()


def test_the_passages_are_those_of_the_original_document() -> None:
    text = "“If they attack, we may respond,” the envoy told\nRead Next\nus on Monday.\n"
    (statement,) = read(Document(text)).statements
    (manner,) = statement.put
    assert manner.condition is not None
    assert (manner.condition.of(text), manner.hedge[0].of(text)) == ("If they attack", "may")


def test_a_row_of_annotations_tells_how_the_content_is_put() -> None:
    text = "\n\n  The envoy said that Lima may leave if Oslo pays."
    (row,) = annotate_quotes([{"id": "a", "text": text}])
    (attribution,) = row["attributions"]
    start, end = attribution["condition"]
    assert (attribution["mood"], text[start:end]) == ("conditional", "if Oslo pays")


def test_a_quotation_that_continues_brings_its_clauses_along() -> None:
    text = "“The pact is old,” the envoy said.\n\n“They may replace it.”\n"
    (row,) = annotate_quotes([{"id": "a", "text": text}])
    (attribution,) = row["attributions"]
    assert [further["mood"] for further in attribution["further"]] == ["possible"]


def test_of_a_sentence_without_end_the_first_clauses_are_read() -> None:
    text = "“" + "he ran and she may run and " * 600 + "they ran,” the envoy said."
    assert len(statements(text)[0].put) == 9

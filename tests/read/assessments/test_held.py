"""What counts as an assessment that somebody holds, and what does not."""

import pytest

from foedus.model.statement import StatementKind
from tests.read.assessments.stage import Said, assess, hedges, predictions, readings, words


@pytest.mark.parametrize(
    "text",
    [
        "Mr Reyes did not say that the pact is a trap.",
        "Mr Reyes should say that the pact is a trap.",
        "Chile could argue that the pact is a trap.",
    ],
)
def test_a_reading_that_nobody_gave_is_none(text: str) -> None:
    assert not readings(assess(text))


def test_a_forecast_that_is_not_expected_keeps_its_denial() -> None:
    text = "Dr Cole did not expect Chile to lose its ports."
    (claim,) = predictions(
        assess(text, Said("Dr Cole", "Chile to lose its ports", "did not expect"))
    )
    assert words(claim, "event") == "did not expect Chile to lose its ports"
    assert claim.negated
    assert hedges(claim, text) == ["did not expect"]


def test_a_view_that_is_not_held_keeps_its_denial() -> None:
    text = "Dr Cole does not think the pact is a trap."
    (claim,) = readings(assess(text, Said("Dr Cole", "the pact is a trap", "does not think")))
    assert words(claim, "gist") == "does not think the pact is a trap"


@pytest.mark.parametrize(
    "text",
    [
        "Guards may stay in Chile for two years under the deal.",
        "Nobody may act unless all three agree.",
        "She may be right.",
    ],
)
def test_leave_and_assent_are_no_predictions(text: str) -> None:
    assert not predictions(assess(text))


def test_a_threat_by_who_can_carry_it_out_is_no_prediction() -> None:
    text = "“If the raids go on, the bridges will not stand,” Mr Reyes said."
    content = "“If the raids go on, the bridges will not stand,”"
    assert not predictions(assess(text, Said("Mr Reyes", content, "said", StatementKind.DIRECT)))


def test_a_bystander_who_sees_the_same_coming_predicts_it() -> None:
    text = "“If the raids go on, the bridges will not stand,” Dr Cole said."
    content = "“If the raids go on, the bridges will not stand,”"
    assert predictions(assess(text, Said("Dr Cole", content, "said", StatementKind.DIRECT)))


@pytest.mark.parametrize(
    ("text", "said", "term", "gist"),
    [
        ("Peru signed the Lima Pact. “To consult means to obtain our consent,” Mr Reyes said.",
         Said("Mr Reyes", "“To consult means to obtain our consent,”", "said"),
         "consult", "means to obtain our consent"),
        ("Peru signed the Lima Pact. Mr Reyes said consultation “does not mean a vote”.",
         Said("Mr Reyes", "consultation “does not mean a vote”", "said"),
         "consultation", "does not mean a vote"),
        ("Peru signed the Lima Pact. Mr Reyes insisted that a consultation is not a veto.",
         Said("Mr Reyes", "a consultation is not a veto", "insisted"),
         "consultation", "is not a veto"),
        ("Peru signed the Lima Pact. Dr Cole reads “joint” as a brake.",
         Said("Dr Cole", "“joint” as a brake", "reads"), "joint", "a brake"),
    ],
)  # fmt: skip
def test_the_meaning_of_a_term_is_a_reading(text: str, said: Said, term: str, gist: str) -> None:
    (claim,) = readings(assess(text, said))
    assert (words(claim, "term"), words(claim, "gist")) == (term, gist)
    assert words(claim, "instrument") == "the Lima Pact"


def test_a_term_that_is_no_word_of_law_has_no_reading() -> None:
    text = "Peru signed the Lima Pact. Dr Cole said that aid is a lifeline for the poor."
    assert not readings(assess(text, Said("Dr Cole", "aid is a lifeline for the poor", "said")))


@pytest.mark.parametrize(
    "text",
    ["In the view of Dr Cole the clause is a trap.", "In Dr Cole's view the clause is a trap."],
)
def test_a_view_is_of_whose_view_it_is(text: str) -> None:
    (claim,) = readings(assess(text))
    assert [v.name for v in claim.voice] == ["Ada Cole"]


def test_a_clause_that_gives_somebody_a_veto_is_read() -> None:
    text = "Mr Reyes said the clause gives them a veto."
    (claim,) = readings(assess(text, Said("Mr Reyes", "the clause gives them a veto", "said")))
    assert words(claim, "gist") == "gives them a veto"


def test_a_pronoun_that_names_nobody_is_no_voice() -> None:
    text = "He said that the pact is a trap."
    (claim,) = readings(assess(text, Said("He", "the pact is a trap", "said")))
    assert [v.name for v in claim.voice] == ["unattributed"]


def test_not_saying_whether_a_state_will_leave_leaves_no_text_unseen() -> None:
    assert not assess("Mr Reyes did not say whether Chile would leave the treaty.")


def test_somebodys_staff_are_not_that_somebody() -> None:
    text = "Mr Reyes's officials said the clause is a trap."
    (claim,) = readings(assess(text, Said("Mr Reyes's officials", "the clause is a trap", "said")))
    assert [v.name for v in claim.voice] == ["Mr Reyes's officials"]

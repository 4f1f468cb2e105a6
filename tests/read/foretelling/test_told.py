"""Reports as they are read: until when, how likely, and every reason against scoring."""

from datetime import date

import pytest

from foedus.model.claim import Predicate
from foedus.model.document import Document
from foedus.model.prediction import STATED, Bar, Chance
from foedus.model.reading import claim_row
from foedus.read.foretelling import Told, told_of
from foedus.read.pipeline import read
from foedus.read.scales import Scale, read_scale, scale

SAID = date(2024, 6, 20)
OWN = """id = "mine"
source = "ours"
[[band]]
low = 90
high = 98
terms = ["will"]
[[band]]
low = 60
high = 80
terms = ["expected"]
[[band]]
low = 20
high = 50
terms = ["could"]
"""


def told(sentence: str, on: Scale | None = None, said: date | None = SAID) -> Told:
    """What the one prediction of a report of 20 June 2024 amounts to."""
    document = Document(f"Talks in Oslo\n\nThe talks went on all day. {sentence}\n")
    found = read(document, published=said)
    (claim,) = (c for c in found.claims if c.predicate is Predicate.PREDICTION)
    row = claim_row(claim, document.id, found.run)
    return told_of(row, document.text, said, on or scale("icd-203"))


def bars(sentence: str, on: Scale | None = None, said: date | None = SAID) -> set[Bar]:
    return {why.bar for why in told(sentence, on, said).bars}


def test_a_likely_act_of_a_named_state_by_a_day_can_be_scored() -> None:
    found = told("Norway will probably ratify the treaty by June 2025, said Ada Vole.")
    assert found.bars == ()
    assert found.horizon is not None
    assert (found.horizon.since, found.horizon.until) == (None, date(2025, 6, 30))
    assert found.chance == Chance(55, 80, "probable", "icd-203")


@pytest.mark.parametrize(
    ("sentence", "bar"),
    [
        ("Norway will probably ratify the treaty, said Ada Vole.", Bar.NO_HORIZON),
        ("Norway could ratify the treaty by June 2025, said Ada Vole.", Bar.NO_LIKELIHOOD),
        ("Norway may ratify the treaty by June 2025, said Ada Vole.", Bar.NO_LIKELIHOOD),
        ("Norway will ratify the treaty by June 2025, said Ada Vole.", Bar.NO_LIKELIHOOD),
        ("The pact will probably worry Norway by June 2025, said Ada Vole.", Bar.VAGUE),
        ("If Peru agrees, Norway will likely sign it in 2025, said Ada Vole.", Bar.CONDITIONAL),
    ],
)
def test_each_reason_against_scoring_is_told_by_its_name(sentence: str, bar: Bar) -> None:
    assert bars(sentence) == {bar}


def test_a_report_without_a_day_foretells_nothing_that_can_be_scored() -> None:
    said = "Norway will probably ratify the treaty by June 2025, said Ada Vole."
    assert Bar.UNDATED in bars(said, said=None)


def test_a_time_before_the_report_is_past() -> None:
    assert Bar.PAST in bars("Ada Vole expected Norway to ratify the treaty in 2012.")


def test_the_day_of_the_interview_is_no_horizon() -> None:
    said = "There is a 60 percent chance that Norway will sign, Ada Vole said in Oslo on Friday."
    assert told(said).horizon is None


@pytest.mark.parametrize(
    "when", ["as soon as Monday", "until 2030", "after 2030", "at the 2028 conference"]
)
def test_words_that_do_not_say_by_when_are_no_horizon(when: str) -> None:
    assert told(f"Norway will probably lose the vote {when}, said Ada Vole.").horizon is None


def test_every_reason_is_told_not_the_first_alone() -> None:
    assert bars("It could lead to closer ties, said Ada Vole.") == {
        Bar.VAGUE,
        Bar.NO_HORIZON,
        Bar.NO_LIKELIHOOD,
    }


# Chances ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("is likely to sign", 55, 80),
        ("is very likely to sign", 80, 95),
        ("is unlikely to sign", 20, 45),
        ("will almost certainly lose", 95, 99),
        ("will probably not sign", 20, 45),
    ],
)
def test_a_hedge_has_the_range_of_the_scale_for_the_event_without_its_not(
    words: str, low: int, high: int
) -> None:
    chance = told(f"Norway {words} the treaty by June 2025, said Ada Vole.").chance
    assert chance is not None
    assert (chance.low, chance.high, chance.scale) == (low, high, "icd-203")


@pytest.mark.parametrize(
    ("words", "share"),
    [("60 percent", 60), ("60%", 60), ("one in four", 25), ("1 in 4", 25)],
)
def test_a_number_that_the_speaker_states_needs_no_scale(words: str, share: float) -> None:
    said = f"There is a {words} chance that Norway will sign the treaty in 2025, Ada Vole said."
    chance = told(said).chance
    assert chance is not None
    assert (chance.low, chance.high, chance.scale) == (share, share, STATED)
    assert words in chance.words


@pytest.mark.parametrize("words", ["less than 10 percent", "40 to 60 percent", "up to 20%"])
def test_a_bound_is_no_stated_number(words: str) -> None:
    said = f"There is a {words} chance that Norway will sign the treaty in 2025, Ada Vole said."
    assert told(said).chance is None


@pytest.mark.parametrize(
    ("sentence", "low", "high"),
    [
        ("Norway will ratify the treaty by June 2025, said Ada Vole.", 90, 98),
        ("Norway will not ratify the treaty by June 2025, said Ada Vole.", 2, 10),
        ("Norway could ratify the treaty by June 2025, said Ada Vole.", 20, 50),
        ("Norway is expected to ratify the treaty by June 2025, said Ada Vole.", 60, 80),
    ],
)
def test_a_scale_of_ones_own_may_map_will_and_could(sentence: str, low: int, high: int) -> None:
    found = told(sentence, read_scale(OWN, "mine.toml"))
    assert found.bars == ()
    assert found.chance is not None
    assert (found.chance.low, found.chance.high, found.chance.scale) == (low, high, "mine")

"""A term that is a clause, partly in quotation marks: its words are whole, its trigger is found."""

import pytest

from foedus.model.claim import Mood, Predicate
from tests.read.frames_stage import claims, only, said, shown


def terms(text: str) -> list[str]:
    """The provisions of the text, in its order."""
    found = [c.filler("provision") for c in claims(text) if c.predicate is Predicate.PROVISION]
    return [f.text for f in sorted((f for f in found if f), key=lambda f: f.span)]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ('The pact says that "an armed attack on one party shall be regarded as an attack on the '
         'other".', "an armed attack on one party"),
        ("The pact says that any aggression against one shall be treated as one against both.",
         "any aggression against one"),
        ('Under the pact, an invasion of either party "shall be met by joint measures".',
         "an invasion of either party"),
        ('"A strike on one is an attack on all," the pact says.', "A strike on one"),
        ('The pact says "an armed attack" on one party shall be seen as an attack on both.',
         '"an armed attack" on one party'),
        ('The pact says that Mali will help "should Ghana be threatened".',
         "should Ghana be threatened"),
        ("Should Ghana be invaded, the pact obliges Mali to help.", "Should Ghana be invaded"),
        ('The pact says that Mali "shall defend Ghana when it is invaded".', "when it is invaded"),
        ("The pact commits both to treat an attack on any of them as an attack on all.",
         "an attack on any of them"),
        ("The pact says that an attack on one shall trigger consultations.", "an attack on one"),
        ('The pact states that, should either be the target of an attack, the other "will help".',
         "should either be the target of an attack"),
        ("The pact says that in case of aggression against one the other must help.",
         "in case of aggression against one"),
    ],
)  # fmt: skip
def test_what_sets_the_duty_in_motion_is_its_condition(text: str, trigger: str) -> None:
    assert shown(only(Predicate.PROVISION, text))["condition"] == [trigger]


@pytest.mark.parametrize(
    "text",
    [
        "The pact says that an attack by rebels on an embassy is not an act of war.",
        "The pact says that a threat to fish stocks was found in May.",
        "The pact says that the fleet shall be regarded as common.",
        "The pact obliges Mali to help against any attack.",
    ],
)
def test_an_event_that_sets_nothing_in_motion_is_no_condition(text: str) -> None:
    assert only(Predicate.PROVISION, text).fillers("condition") == ()


def test_a_condition_is_no_duty() -> None:
    assert terms("Should Ghana be invaded, the pact obliges Mali to help.") == ["to help"]


def test_a_fronted_condition_keeps_its_duty() -> None:
    text = 'The pact states that, should either be the target of an attack, the other "will help".'
    assert terms(text) == [
        'should either be the target of an attack, the other "will help"'
    ]  # fmt: skip


def test_each_that_clause_is_a_term_of_its_own() -> None:
    text = ('The pact says that "an attack on one shall be regarded as an attack on the other" '
            "and that both shall consult at once.")  # fmt: skip
    assert terms(text) == [
        "an attack on one shall be regarded as an attack on the other",
        "both shall consult at once",
    ]


@pytest.mark.parametrize(
    "text",
    [
        'The pact states that "if either is invaded, the other shall help" and that neither may '
        "leave.",
        "The pact states that neither may leave and that, if one is invaded, the other shall help.",
    ],
)
def test_the_condition_of_one_clause_is_not_that_of_the_other(text: str) -> None:
    found = [c for c in claims(text) if c.predicate is Predicate.PROVISION]
    conditions = {
        bool(f and "leave" in f.text): bool(c.fillers("condition"))
        for c in found
        for f in [c.filler("provision")]
    }
    assert conditions == {True: False, False: True}
    assert {c.mood for c in found} == {Mood.ASSERTED}


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ('The pact provides for "joint drills, which shall be held twice a year".',
         "joint drills, which shall be held twice a year"),
        ('The pact provides for "consultations" and a joint fund.',
         '"consultations" and a joint fund'),
        ('The pact says "an armed attack" on one shall be seen as an attack on both.',
         '"an armed attack" on one shall be seen as an attack on both'),
        ('The pact says that both "shall consult, and shall inform each other".',
         'both "shall consult, and shall inform each other"'),
    ],
)  # fmt: skip
def test_a_term_does_not_break_off_within_a_quotation(text: str, term: str) -> None:
    assert terms(text) == [term]


def test_a_speakers_comment_on_a_term_is_no_part_of_it() -> None:
    text = '"The pact obliges Mali to consult, which is little," Kowalska said.'
    statement = said(text, "Kowalska", '"The pact obliges Mali to consult, which is little,"')
    assert shown(only(Predicate.PROVISION, text, statement))["provision"] == ["to consult"]


def test_an_article_states_even_where_it_seems_a_noun() -> None:
    text = 'Article 5 states that "each party shall help the other".'
    assert terms(text) == ["each party shall help the other"]

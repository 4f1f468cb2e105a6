"""Papers of other names, their "it", what they bind and are for, what their words mean."""

import pytest

from foedus.model.claim import Mood
from foedus.model.statement import StatementKind
from tests.read.assessments.stage import Said, assess, readings, words

QUOTED = StatementKind.DIRECT


def of(text: str, *said: Said) -> list[tuple[str | None, str | None]]:
    return [(words(c, "instrument"), words(c, "gist")) for c in readings(assess(text, *said))]


def told(before: str, content: str) -> list[tuple[str | None, str | None]]:
    """What Dr Cole says in indirect speech after the sentence."""
    return of(f"{before} Dr Cole said {content}.", Said("Dr Cole", content, "said"))


def quoted(before: str, content: str) -> list[tuple[str | None, str | None]]:
    """What Dr Cole says in her own words after the sentence."""
    content = f"“{content},”"
    return of(f"{before} {content} Dr Cole said.", Said("Dr Cole", content, "said", QUOTED))


@pytest.mark.parametrize(
    ("before", "paper"),
    [
        ("Peru and Chile signed a cooperation plan.", "the plan"),
        ("Peru and Chile initialled a roadmap in May.", "the roadmap"),
        ("A declaration was signed by Peru and Chile.", "the declaration"),
        ("Peru showed reporters a draft treaty.", "the draft"),
        ("The envoy held up an arrangement signed in Lima.", "the arrangement"),
    ],
)
def test_a_paper_that_was_signed_or_is_a_draft_is_an_instrument(before: str, paper: str) -> None:
    assert told(before, f"{paper} does not bind Chile") == [(paper, "does not bind Chile")]


@pytest.mark.parametrize(
    "before", ["Peru has a plan for its farms.", "Peru heard the plan.", "Chile drew up a plan."]
)
def test_a_plan_that_nobody_signed_is_none(before: str) -> None:
    assert told(before, "the plan does not bind Chile") == []


def test_any_draft_is_the_one_spoken_of() -> None:
    text = "Peru published a draft treaty. Dr Cole said the draft seems vague. “But a draft binds"
    text += " nobody,” Dr Cole said."
    said = Said("Dr Cole", "“But a draft binds nobody,”", "said", QUOTED)
    found = of(text, Said("Dr Cole", "the draft seems vague"), said)
    assert found[-1] == ("the draft", "a draft binds nobody")


@pytest.mark.parametrize(
    "gist",
    [
        "a promise to fight",
        "an attempt to calm the ports",
        "a licence to build a base",
        "a pledge to consult, no more",
        "about trade and fishing",
    ],
)
def test_what_it_is_in_a_quotation_is_told_of_the_pact_just_named(gist: str) -> None:
    assert quoted("Peru and Chile signed a water pact on Friday.", f"It is {gist}") == [
        ("a water pact", gist)
    ]


@pytest.mark.parametrize(
    "words_",
    [
        "It is our duty to defend them",
        "It is a shame to waste the chance",
        "It is a great day for Peru",
        "It is time to go home",
        "It was a long night",
        "It is a pleasure to be here",
    ],
)
def test_what_an_occasion_or_a_wish_is_said_to_be_is_told_of_no_pact(words_: str) -> None:
    assert quoted("Peru and Chile signed a water pact on Friday.", words_) == []


def test_it_after_another_thing_than_the_pact_is_left_open() -> None:
    assert quoted("Peru signed a pact after the raid on the port.", "It is a sign of fear") == []


@pytest.mark.parametrize(
    "gist",
    [
        "contained no commitment to help in war",
        "carried no obligation to send troops",
        "included no clause on bases",
        "has no deadline",
        "imposed no duty on the navy",
        "carried no right to launch raids",
    ],
)
def test_that_no_duty_is_in_it_is_a_reading(gist: str) -> None:
    assert told("Peru and Chile signed a pact.", f"the pact {gist}") == [("the pact", gist)]


def test_that_a_thing_without_duties_is_no_pact_is_no_reading() -> None:
    assert told("Peru and Chile signed a pact.", "the guard had no obligation to fight") == []


@pytest.mark.parametrize(
    "gist",
    [
        "written for smugglers as much as for navies",
        "worded for the hawks at home",
        "crafted to keep Chile out",
        "drafted with Chile in mind",
    ],
)
def test_for_whom_it_was_written_is_a_reading(gist: str) -> None:
    assert told("Peru signed a pact.", f"the pact was {gist}") == [("the pact", gist)]


@pytest.mark.parametrize(
    "gist",
    [
        "written in Lima",
        "drafted by three lawyers",
        "drawn up for Monday's meeting",
        "meant to be signed in May",
        "intended to enter into force in May",
        "phrased in haste",
    ],
)
def test_where_by_whom_and_for_when_it_was_written_is_none(gist: str) -> None:
    assert told("Peru signed a pact.", f"the pact was {gist}") == []


@pytest.mark.parametrize(
    ("term", "gist"),
    [
        ("assistance", "could mean no more than a phone call"),
        ("full support", "was meant for voters at home"),
        ("vital interests", "may include a fish farm"),
        ("armed attack", "covers raids by smugglers"),
    ],
)
def test_what_a_quoted_term_means_or_covers_is_a_reading_of_the_pact(term: str, gist: str) -> None:
    claims = readings(
        assess(
            f'Peru signed the pact. Dr Cole said the words "{term}" {gist}.',
            Said("Dr Cole", f'the words "{term}" {gist}', "said"),
        )
    )
    assert [(words(c, "instrument"), words(c, "term"), words(c, "gist")) for c in claims] == [
        ("the pact", term, gist)
    ]


def test_what_a_name_between_marks_includes_is_no_reading() -> None:
    assert told("Peru signed the pact.", 'the band "Aid" may include a drummer') == []


def test_that_a_term_only_could_mean_it_is_put_as_possible() -> None:
    said = Said("Dr Cole", 'that "aid" could mean a phone call', "said")
    (claim,) = readings(assess(f"Peru signed the pact. Dr Cole said {said.content}.", said))
    assert claim.mood is Mood.POSSIBLE


@pytest.mark.parametrize(
    "gist", ["nothing more than a timetable", "nothing but a gesture", "no more than a truce"]
)
def test_what_only_narrows_is_not_negated(gist: str) -> None:
    (claim,) = readings(assess(f"Peru has seen the pact. The pact is {gist}."))
    assert (words(claim, "gist"), claim.negated) == (gist, False)


def test_whether_a_draft_is_genuine_is_no_reading_of_it() -> None:
    assert told("Peru published a draft treaty.", "the draft looked genuine") == []

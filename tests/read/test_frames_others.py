"""A term belongs to the agreement that the text gives it to, and to no other that it names."""

import pytest

from foedus.model.claim import Predicate
from tests.read.frames_stage import actors, claims, only, shown

NEWS = "Mali and Ghana signed a defence pact on Monday."


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        (f"{NEWS} The 1991 treaty obliged Mali to consult Ghana.", "1991 treaty"),
        (f"{NEWS} An accord signed in 1991 obliged Mali to consult Ghana.",
         "accord signed in 1991"),
        (f"{NEWS} The treaty with Chad of 1991 obliged Mali to stay neutral.",
         "treaty with Chad of 1991"),
        (f"{NEWS} Under the earlier accord, Mali was obliged to consult Ghana.", "earlier accord"),
        (f"{NEWS} Under a memorandum signed in 2017, Mali may use the port.",
         "memorandum signed in 2017"),
    ],
)  # fmt: skip
def test_a_term_names_the_agreement_that_the_text_gives_it_to(text: str, instrument: str) -> None:
    assert shown(only(Predicate.PROVISION, text))["instrument"] == [instrument]


@pytest.mark.parametrize(
    "between",
    [
        "It replaces a 2008 framework agreement.",
        "It replaces an accord of 2008.",
        "It supersedes a fishing accord.",
        "A treaty of 1991 bound Mali to Chad.",
    ],
)
@pytest.mark.parametrize(
    "term", ["Under Article 4, Mali must defend Ghana.", "The text obliges Mali to defend Ghana."]
)
def test_an_article_is_not_of_the_agreement_that_was_replaced(between: str, term: str) -> None:
    found = [c for c in claims(f"{NEWS} {between} {term}") if c.predicate is Predicate.PROVISION]
    assert shown(found[-1])["instrument"] == ["defence pact"]


def test_a_dated_agreement_alone_has_its_articles() -> None:
    text = "Mali joined an accord signed in 1991. Under Article 4, Mali must defend Ghana."
    assert shown(only(Predicate.PROVISION, text))["instrument"] == ["accord signed in 1991"]


def test_each_side_of_an_older_treaty_is_nobody_that_is_named() -> None:
    text = f"{NEWS} The 1991 treaty obliged each side to consult the other."
    assert actors(only(Predicate.PROVISION, text), "source") == [None]


def test_each_side_of_the_treaty_told_of_is_known() -> None:
    text = f"{NEWS} The pact obliges each side to consult the other."
    assert actors(only(Predicate.PROVISION, text), "source") == ["MLI", "GHA"]


def test_it_in_the_present_is_not_the_old_treaty_of_the_past() -> None:
    text = f"{NEWS} The old treaty allowed Mali to fish. It bans foreign bases."
    terms = [shown(c)["provision"] for c in claims(text) if c.predicate is Predicate.PROVISION]
    assert terms == [["Mali to fish"]]


@pytest.mark.parametrize(
    "text",
    [
        "The pact obliges Mali to consult Ghana.",
        "The pact allows Mali to deploy troops in Ghana.",
        "Under the pact, Mali must support Ghana.",
    ],
)
def test_what_is_owed_has_not_been_done(text: str) -> None:
    assert [c.predicate for c in claims(text)] == [Predicate.PROVISION]


@pytest.mark.parametrize(
    ("told", "instrument"),
    [
        ("Mali and Ghana agreed a lease and discussed a water treaty.", "draft"),
        ("Mali and Ghana discussed a water treaty.", "water treaty"),
    ],
)
def test_a_draft_of_one_of_two_is_of_neither(told: str, instrument: str) -> None:
    claim = only(Predicate.PROVISION, f"{told} A draft seen on Monday obliges Mali to pay.")
    assert shown(claim)["instrument"] == [instrument]

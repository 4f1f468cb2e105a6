"""Several who act together: every one of them fills the role."""

import pytest

from foedus.model.claim import Mood, Predicate
from tests.read.frames_stage import actors, claims, only


@pytest.mark.parametrize(
    ("predicate", "text", "codes"),
    [
        (Predicate.AGREEMENT_SIGNED, "Paris and Warsaw signed a pact.", ["FRA", "POL"]),
        (Predicate.AGREEMENT_SIGNED, "Mali, Chad and Ghana signed a pact.", ["MLI", "TCD", "GHA"]),
        (
            Predicate.AGREEMENT_SIGNED,
            "Mali, along with Ghana, signed a pact with India.",
            ["MLI", "GHA", "IND"],
        ),
        (
            Predicate.AGREEMENT_SIGNED,
            "Mali and its neighbour Chad signed a pact with India.",
            ["MLI", "TCD", "IND"],
        ),
        (Predicate.MEETING, "The leaders of Mali, Chad and Ghana met.", ["MLI", "TCD", "GHA"]),
        (Predicate.MEETING, "The Polish, French and Indian foreign ministers met in Tokyo.",
         ["POL", "FRA", "IND"]),
        (Predicate.MOBILIZE, "Warsaw and Paris held joint drills with Ghana.",
         ["POL", "FRA", "GHA"]),
        (Predicate.EXCHANGE, "French and Polish troops were sent to Chad.", ["FRA", "POL"]),
    ],
)  # fmt: skip
def test_all_who_act_are_sources(predicate: Predicate, text: str, codes: list[str]) -> None:
    assert actors(only(predicate, text), "source") == codes


@pytest.mark.parametrize(
    ("predicate", "text", "codes"),
    [
        (Predicate.EXCHANGE, "Poland has sent shells to Mali and Chad.", ["MLI", "TCD"]),
        (Predicate.ACCUSE, "India accused Mali, Chad and Ghana of fraud.", ["MLI", "TCD", "GHA"]),
    ],
)
def test_all_to_whom_it_is_done_are_targets(
    predicate: Predicate, text: str, codes: list[str]
) -> None:
    assert actors(only(predicate, text), "target") == codes


def test_two_leaders_named_beside_are_those_two() -> None:
    claim = only(Predicate.MEETING, "The two leaders, Jean Petit and Maria Kowalska, met in Tokyo.")
    assert actors(claim, "source") == ["person/jean-petit", "person/maria-kowalska"]


def test_troops_in_a_land_are_not_that_lands() -> None:
    found = claims("Troops in Chad attacked Mali.")
    assert [actors(c, "source") for c in found if c.predicate is Predicate.ASSAULT] == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Mali and Chad met in May. Each side promised to consult the other.", ["MLI", "TCD"]),
        ("Mali and Chad met in May. Neither country plans to leave.", ["MLI", "TCD"]),
    ],
)
def test_each_side_is_both(text: str, codes: list[str]) -> None:
    assert actors(only(Predicate.INTENT, text), "source") == codes


def test_the_pair_are_the_two_who_met() -> None:
    text = "Jean Petit and Ken Sato met in Tokyo. The pair signed a treaty."
    claim = only(Predicate.AGREEMENT_SIGNED, text)
    assert actors(claim, "source")[:2] == ["person/jean-petit", "person/ken-sato"]


def test_a_counterpart_named_behind_a_comma_is_who_is_named() -> None:
    claim = only(Predicate.MEETING, "Ken Sato met his French counterpart, Jean Petit, in May.")
    assert actors(claim, "source") == ["person/ken-sato", "person/jean-petit"]


def test_what_the_believer_goes_on_to_do_is_not_believed() -> None:
    text = "Mali believes that Chad has sent rockets, and has accused Ghana of shipping oil."
    claim = only(Predicate.ACCUSE, text)
    assert (claim.mood, claim.voice) == (Mood.ASSERTED, ())

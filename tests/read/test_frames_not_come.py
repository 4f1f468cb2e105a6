"""Agreements not reached, treaties never ratified, annexes that are not there, reckoned returns."""

import pytest

from foedus.model.claim import Mood, Predicate
from tests.read.frames_stage import actors, claims, only, said, shown


@pytest.mark.parametrize(
    "text",
    [
        "No agreement was reached between Mali and Chad.",
        "An agreement was not reached between Mali and Chad.",
        "No deal was struck by Mali and Chad on the border.",
        "Mali and Chad reached no agreement.",
        "Mali and Chad failed to reach an agreement.",
    ],
)
def test_no_agreement_between_two_is_told_of_both(text: str) -> None:
    claim = only(Predicate.AGREE, text)
    assert (actors(claim, "source"), claim.mood, claim.negated) == (
        ["MLI", "TCD"], Mood.ASSERTED, True,
    )  # fmt: skip


def test_what_was_signed_between_two_is_theirs() -> None:
    claim = only(Predicate.AGREEMENT_SIGNED, "A truce was signed between Mali and Chad.")
    assert actors(claim, "source") == ["MLI", "TCD"]


@pytest.mark.parametrize(
    "text",
    [
        "The treaty was signed in 2019 and never ratified.",
        "The treaty, signed in 2019 but never ratified, is dead.",
        "Signed in 2019 and never ratified by Chad, the treaty is dead.",
        "The treaty was signed in 2019. Never ratified, it is dead.",
        "The treaty was signed in May 2019 but has never been ratified.",
    ],
)
def test_what_never_was_has_not_the_date_of_what_was(text: str) -> None:
    never = only(Predicate.AGREEMENT_RATIFIED, text)
    assert (never.negated, never.time.said) == (True, None)
    assert (only(Predicate.AGREEMENT_SIGNED, text).time.said or "").endswith("2019")


@pytest.mark.parametrize(
    "text",
    [
        "The treaty was signed in 2019 and ratified by Chad.",
        "The treaty was signed and ratified by Chad in 2019.",
        "The treaty was signed in 2018 and was not ratified in 2019.",
    ],
)
def test_what_was_done_beside_it_keeps_the_date(text: str) -> None:
    said_of = only(Predicate.AGREEMENT_RATIFIED, text).time.said
    assert said_of == "in 2019"


def test_a_participle_in_front_tells_a_step_of_the_subject() -> None:
    claim = only(Predicate.AGREEMENT_SIGNED, "Signed in Paris in 2019, the treaty bans mines.")
    assert (shown(claim)["instrument"], claim.time.said) == (["treaty"], "in 2019")


@pytest.mark.parametrize(
    ("text", "mood", "negated"),
    [
        ("Mali denied that the treaty has a secret annex.", Mood.DENIED, False),
        ("Mali denied that there was a secret annex to the treaty.", Mood.DENIED, False),
        ("Mali denied the existence of a hidden protocol.", Mood.DENIED, False),
        ("There is no secret annex.", Mood.ASSERTED, True),
        ("The treaty has no secret clauses.", Mood.ASSERTED, True),
    ],
)
def test_a_secret_annex_that_is_not_there(text: str, mood: Mood, negated: bool) -> None:
    claim = only(Predicate.AGREE, text)
    assert (claim.mood, claim.negated) == (mood, negated)


@pytest.mark.parametrize(
    "text",
    [
        "The treaty has a secret annex.",
        "Mali did not deny that the treaty has a secret annex.",
        "Mali denied that it had sold arms, and Chad printed the secret annex.",
        "The secret annex denied Chad a port.",
        "Mali denied the claim. A secret annex was found.",
    ],
)
def test_a_secret_annex_that_may_be_there_is_not_denied(text: str) -> None:
    assert Predicate.AGREE not in {c.predicate for c in claims(text)}


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "Aggression by a third state against either shall be regarded as aggression against"
            " both, the treaty says.",
            "Aggression by a third state against either",
        ),
        (
            "The treaty says that aggression against either shall be met by both.",
            "aggression against either",
        ),
        (
            "Under the treaty, an attack on either shall be regarded as an attack on both.",
            "an attack on either",
        ),
    ],
)
def test_the_trigger_keeps_its_either(text: str, condition: str) -> None:
    assert shown(only(Predicate.PROVISION, text))["condition"] == [condition]


RECKONED = "Western spies reckon Japan has sent 400 missiles to Mali."


def voices(text: str) -> list[tuple[Mood, list[str]]]:
    content = "Japan has sent 400 missiles to Mali"
    spies = [said(text, "Western spies", content)] if text.startswith("Western") else []
    found = [c for c in claims(text, *spies) if c.predicate is Predicate.EXCHANGE]
    return [(c.mood, [v.name for v in c.voice]) for c in found]


@pytest.mark.parametrize("opening", ["In exchange", "In return"])
def test_what_comes_back_is_reckoned_by_who_reckons_what_goes(opening: str) -> None:
    reckoned = (Mood.RUMOURED, ["Western spies"])
    assert voices(f"{RECKONED} {opening} Mali will hand over 24 jets.") == [reckoned, reckoned]


@pytest.mark.parametrize(
    "text",
    [
        f"{RECKONED} Mali will hand over 24 jets to Chad.",
        f"{RECKONED} Japan denies it. In exchange Mali will hand over 24 jets to Japan.",
        "Japan has sent 400 missiles to Mali. In exchange Mali will hand over 24 jets.",
    ],
)
def test_what_stands_apart_from_the_reckoning_is_asserted(text: str) -> None:
    assert (Mood.ASSERTED, []) in voices(text)

"""Plans, roadmaps, frameworks: agreements where two states have signed them, and not else."""

import pytest

from foedus.model.claim import Predicate
from tests.read.frames_stage import actors, claims, only, shown


@pytest.mark.parametrize(
    ("text", "predicate", "name"),
    [
        (
            "Mali and Chad signed a military cooperation plan on Tuesday.",
            Predicate.AGREEMENT_SIGNED,
            "military cooperation plan",
        ),
        (
            "The defence ministers of Mali and Chad signed a plan for nine joint drills.",
            Predicate.AGREEMENT_SIGNED,
            "plan",
        ),
        ("A roadmap was signed by Mali and Chad.", Predicate.AGREEMENT_SIGNED, "roadmap"),
        ("Mali and Chad agreed a roadmap for peace.", Predicate.AGREE, "roadmap"),
        ("Mali and Chad initialled a framework on trade.", Predicate.AGREE, "framework"),
        (
            "Mali and Chad signed a joint statement on security.",
            Predicate.AGREEMENT_SIGNED,
            "joint statement",
        ),
        ("Mali signed an arrangement with Chad.", Predicate.AGREEMENT_SIGNED, "arrangement"),
        (
            "Mali signed a programme of military exchanges with Chad.",
            Predicate.AGREEMENT_SIGNED,
            "programme",
        ),
    ],
)
def test_what_two_states_sign_is_an_agreement(text: str, predicate: Predicate, name: str) -> None:
    claim = only(predicate, text)
    assert shown(claim)["instrument"] == [name]
    assert set(actors(claim, "source")) == {"MLI", "TCD"}


def test_the_ministers_of_the_two_countries_are_of_both() -> None:
    text = "Mali and Chad met. The defence ministers of the two countries signed a plan."
    assert actors(only(Predicate.AGREEMENT_SIGNED, text), "source") == ["MLI", "TCD"]


def test_the_plan_is_told_of_later() -> None:
    text = "Mali and Chad signed a plan. The plan obliges Chad to help Mali."
    assert shown(only(Predicate.PROVISION, text))["instrument"] == ["plan"]


def test_what_a_plan_does_not_contain_is_named_without_its_no() -> None:
    claim = only(Predicate.PROVISION, "The pact contains no commitment to help in war.")
    assert (shown(claim)["provision"], claim.negated) == (["commitment to help in war"], True)


@pytest.mark.parametrize(
    "text",
    [
        "Mali agreed on a plan to build a port.",
        "Maria Kowalska signed a statement on Monday.",
        "Mali signed a plan to build schools.",
        "Sato signed the budget plan.",
        "The framework was adopted by Lake Union.",
        "Poland and Japan agreed on a programme of visits for children.",
        "The company and Mali signed a framework.",
        "Mali and Chad published a plan for their armies.",
        "The plan obliges Chad to help Mali.",
    ],
)
def test_what_one_alone_signs_or_two_only_mean_to_do_is_none(text: str) -> None:
    assert not [c for c in claims(text) if c.filler("instrument") and c.predicate in (
        Predicate.AGREE, Predicate.AGREEMENT_SIGNED, Predicate.PROVISION)]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "The contract, signed on Monday by the ministers of Mali and Chad, does not commit"
            " Mali to defend Chad.",
            ["to defend Chad"],
        ),
        ("The contract, signed by a firm in Mali, does not commit Mali to defend Chad.", []),
        ("The contract does not commit Mali to defend Chad.", []),
    ],
)
def test_a_contract_is_an_agreement_of_states_where_two_have_signed_it(
    text: str, terms: list[str]
) -> None:
    found = [c for c in claims(text) if c.predicate is Predicate.PROVISION]
    assert [f.text for c in found for f in c.fillers("provision")] == terms


def test_with_a_third_in_play_the_two_countries_stay_open() -> None:
    text = (
        "Mali leases a port from Chad. Ghana is angry. A Ghanaian envoy of Ghana protested. The"
        " ministers of the two countries signed a contract."
    )
    assert "GHA" not in {a for c in claims(text) for a in actors(c, "source")}

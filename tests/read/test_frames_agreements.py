"""What is told of an agreement: each step of its life, its title, its parties, what it provides."""

import pytest

from foedus.model.claim import Mood, Predicate
from tests.read.frames_stage import actors, claims, only, shown


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Poland and Japan signed a defence treaty.", Predicate.AGREEMENT_SIGNED),
        ("A grain accord was signed by France and Ghana.", Predicate.AGREEMENT_SIGNED),
        ("Sudan proposed a trade pact to India.", Predicate.AGREEMENT_PROPOSED),
        ("France and Brazil agreed to sign a defence treaty.", Predicate.AGREEMENT_PROMISED),
        (
            "The Lagoon Treaty, published by Ghana on Monday, is short.",
            Predicate.AGREEMENT_PUBLISHED,
        ),
        ("Mali's parliament ratified the Lagoon Convention.", Predicate.AGREEMENT_RATIFIED),
        ("The pact between Ghana and Chad came into force.", Predicate.AGREEMENT_IN_FORCE),
        ("The pact between Ghana and Chad took effect in May.", Predicate.AGREEMENT_IN_FORCE),
        ("Ghana suspended the fisheries agreement with Japan.", Predicate.AGREEMENT_SUSPENDED),
        ("Chad withdrew from the fisheries accord.", Predicate.AGREEMENT_DENOUNCED),
        ("Chad pulled out of the river treaty.", Predicate.AGREEMENT_DENOUNCED),
        ("The river accord between Mali and Chad expired.", Predicate.AGREEMENT_LAPSED),
        ("The signing of the accord by Mali and Chad was brief.", Predicate.AGREEMENT_SIGNED),
    ],
)
def test_each_step_in_the_life_of_an_agreement_is_found(text: str, predicate: Predicate) -> None:
    assert [c.predicate for c in claims(text) if "agreement" in c.predicate.value] == [predicate]


def test_every_party_is_a_filler_of_its_own() -> None:
    claim = only(Predicate.AGREEMENT_SIGNED, "Poland, Japan and Mali signed a defence treaty.")
    assert actors(claim, "source") == ["POL", "JPN", "MLI"]


def test_a_partner_after_with_is_a_party() -> None:
    claim = only(Predicate.AGREEMENT_SIGNED, "Poland signed a defence treaty with Japan.")
    assert actors(claim, "source") == ["POL", "JPN"]


def test_persons_who_sign_stand_beside_the_states_that_they_bind() -> None:
    claim = only(Predicate.AGREEMENT_SIGNED, "Kowalska and Petit signed a harbour treaty.")
    assert actors(claim, "source") == [
        "person/maria-kowalska", "POL", "person/jean-petit", "FRA"
    ]  # fmt: skip


def test_a_capitalised_title_is_taken_whole() -> None:
    claim = only(
        Predicate.AGREEMENT_RATIFIED,
        "The Treaty on the Limits of Lake Fisheries was ratified by Chad.",
    )
    assert shown(claim)["instrument"] == ["Treaty on the Limits of Lake Fisheries"]


def test_a_quoted_title_keeps_its_marks_within_the_phrase() -> None:
    claim = only(
        Predicate.AGREEMENT_SIGNED, "Ghana and Chad signed a “bridge of grain” pact on Monday."
    )
    assert shown(claim)["instrument"] == ["“bridge of grain” pact"]


def test_the_two_leaders_are_the_two_persons_in_play() -> None:
    text = "Kowalska flew to Paris to see Petit. The two leaders signed a harbour treaty."
    claim = only(Predicate.AGREEMENT_SIGNED, text)
    assert actors(claim, "source")[:2] == ["person/maria-kowalska", "person/jean-petit"]


def test_the_two_countries_stay_unresolved_where_three_are_in_play() -> None:
    text = "Poland, Japan and Mali quarrelled. The two countries signed a harbour treaty with Chad."
    claim = only(Predicate.AGREEMENT_SIGNED, text)
    assert actors(claim, "source") == [None, "TCD"]


def test_a_replacement_names_its_predecessors_and_their_years() -> None:
    text = "The pact replaced earlier accords between Poland and France from 1931 and 1968-1970."
    claim = only(Predicate.AGREEMENT_REPLACED, text)
    assert shown(claim)["predecessor"] == [
        "earlier accords between Poland and France from 1931 and 1968-1970"
    ]
    assert shown(claim)["since-when"] == ["1931", "1968-1970"]


def test_the_publisher_is_the_source() -> None:
    text = "The Lagoon Treaty was published by Ghanaian newspapers."
    claim = only(Predicate.AGREEMENT_PUBLISHED, text, names={"Ghanaian": "Ghana"})
    assert actors(claim, "source") == ["GHA"]


@pytest.mark.parametrize(
    "text",
    [
        "The striker signed a contract with Ghana.",
        "India signed a new law.",
        "The band signed a record deal.",
        "Petit left the letter on the table.",
    ],
)
def test_what_binds_no_states_is_no_agreement(text: str) -> None:
    assert not [c for c in claims(text) if "agreement" in c.predicate.value]


def test_a_planned_signature_is_not_asserted() -> None:
    claim = only(Predicate.AGREEMENT_SIGNED, "Poland plans to sign a defence treaty with Japan.")
    assert claim.mood is Mood.INTENDED


def test_a_provision_is_given_in_the_quoted_words() -> None:
    text = "The pact provides for “common patrols in the event of piracy”."
    claim = only(Predicate.PROVISION, text)
    assert shown(claim)["provision"] == ["common patrols in the event of piracy"]


def test_the_condition_of_a_provision_is_a_role_of_its_own() -> None:
    text = "The pact provides for “common patrols in the event of piracy”."
    assert shown(only(Predicate.PROVISION, text))["condition"] == ["in the event of piracy"]


def test_a_participle_on_the_instrument_provides_too() -> None:
    text = "Ghana and Chad signed a pact providing for joint patrols."
    assert shown(only(Predicate.PROVISION, text))["provision"] == ["joint patrols"]


def test_who_is_bound_is_the_source_of_a_provision() -> None:
    claim = only(Predicate.PROVISION, "The treaty obliges Chad to defend the dam.")
    assert actors(claim, "source") == ["TCD"]


def test_under_a_treaty_the_main_clause_is_the_provision() -> None:
    text = "Under the treaty, Poland must defend Ghana in case of invasion."
    claim = only(Predicate.PROVISION, text)
    assert shown(claim)["condition"] == ["in case of invasion"]
    assert actors(claim, "source") == ["POL"]


def test_the_condition_makes_the_duty_conditional_not_the_report() -> None:
    text = "Under the treaty, Poland must defend Ghana in case of invasion."
    assert only(Predicate.PROVISION, text).mood is Mood.ASSERTED


def test_what_an_agreement_does_not_require_is_negated() -> None:
    assert only(
        Predicate.PROVISION, "The agreement does not require Brazil to send troops."
    ).negated


def test_it_after_a_sentence_about_the_pact_is_the_pact() -> None:
    text = "The lagoon pact was short. It bans foreign bases."
    assert shown(only(Predicate.PROVISION, text))["instrument"] == ["lagoon pact"]


def test_each_predecessor_is_a_filler_of_its_own() -> None:
    text = "The new pact takes the place of the accord of 1931 and the protocol of 1968."
    claim = only(Predicate.AGREEMENT_REPLACED, text)
    assert shown(claim)["predecessor"] == ["accord of 1931", "protocol of 1968"]


def test_it_is_the_one_agreement_of_its_sentence() -> None:
    text = "Newspapers printed the lake treaty an hour after Ghana and Chad signed it."
    assert shown(only(Predicate.AGREEMENT_SIGNED, text))["instrument"] == ["lake treaty"]


def test_what_must_come_first_is_the_condition_of_entry_into_force() -> None:
    claim = only(Predicate.AGREEMENT_IN_FORCE, "The pact enters into force once both have voted.")
    assert (claim.mood, shown(claim)["condition"]) == (Mood.CONDITIONAL, ["once both have voted"])


def test_a_duty_under_which_looks_back_to_the_instrument() -> None:
    text = "Mali and Chad signed a treaty under which each is to help the other."
    claim = only(Predicate.PROVISION, text)
    assert actors(claim, "source") == ["MLI", "TCD"]


def test_a_headline_whose_verb_the_parser_takes_for_a_noun_is_read() -> None:
    claim = only(Predicate.AGREEMENT_SIGNED, "Kowalska and Petit sign pact that promises calm")
    assert actors(claim, "source") == [
        "person/maria-kowalska", "POL", "person/jean-petit", "FRA"
    ]  # fmt: skip


def test_what_somebody_went_on_to_do_was_done() -> None:
    claim = only(Predicate.AGREEMENT_DENOUNCED, "Mali went on to pull out of the treaty in May.")
    assert claim.mood is Mood.ASSERTED


def test_an_invitation_turned_down_brings_no_meeting() -> None:
    claim = only(Predicate.MEETING, "Kowalska turned down an invitation to meet Petit.")
    assert claim.negated


def test_what_was_not_let_happen_did_not() -> None:
    claim = only(Predicate.AGREEMENT_SIGNED, "Mali refused to let Chad sign the treaty with Ghana.")
    assert claim.negated


def test_what_a_deal_should_hold_is_a_proposal() -> None:
    claim = only(Predicate.PROVISION, "Kowalska said any deal should include a clause on grain.")
    assert (claim.mood, claim.fillers("condition")) == (Mood.PROPOSED, ())


@pytest.mark.parametrize(
    "text",
    [
        "Asked if Mali would be willing to sign the treaty, Kowalska left.",
        "Kowalska asked whether Mali was ready to sign the treaty.",
    ],
)
def test_a_will_that_is_asked_about_is_none(text: str) -> None:
    found = [c.mood for c in claims(text) if c.predicate is Predicate.INTENT]
    assert Mood.INTENDED not in found

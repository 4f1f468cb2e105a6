"""Steps in the life of an agreement where the words do not name it beside the verb."""

from datetime import date

import pytest

from foedus.model.claim import Mood, Predicate
from tests.read.frames_stage import actors, claims, only, shown


def test_it_is_the_agreement_of_the_sentence_before() -> None:
    text = "Mali and Chad signed a river pact. It was ratified by Chad's parliament in May."
    claim = only(Predicate.AGREEMENT_RATIFIED, text)
    assert shown(claim)["instrument"] == ["river pact"]


def test_it_may_be_named_only_in_the_clause_that_follows() -> None:
    text = "After it was signed in May, Ghana ratified the pact."
    assert shown(only(Predicate.AGREEMENT_SIGNED, text))["instrument"] == ["pact"]


def test_two_agreements_signed_in_two_years_are_two_signings() -> None:
    text = "Mali and Chad signed a water protocol in 1971 and a further agreement in 1984."
    found = [c for c in claims(text) if c.predicate is Predicate.AGREEMENT_SIGNED]
    years = {(c.time.since or date.min).year for c in found}
    assert years == {1971, 1984}


def test_an_article_that_was_signed_stands_for_its_treaty() -> None:
    text = "Article 7 of the Lagoon Treaty, signed in 1992, is short."
    assert shown(only(Predicate.AGREEMENT_SIGNED, text))["instrument"] == ["Lagoon Treaty"]


def test_the_names_of_a_headline_may_stand_with_a_comma_alone() -> None:
    claim = only(Predicate.AGREEMENT_SIGNED, "Japan, India sign defence pact in Tokyo")
    assert actors(claim, "source") == ["JPN", "IND"]


def test_a_date_before_the_names_hides_none_of_them() -> None:
    text = "In 1994 Poland, Japan and Brazil signed the Lagoon Treaty."
    assert actors(only(Predicate.AGREEMENT_SIGNED, text), "source") == ["POL", "JPN", "BRA"]


def test_what_has_yet_to_be_ratified_is_not() -> None:
    text = "Mali and Chad signed a river pact. It has yet to be ratified by Chad."
    assert only(Predicate.AGREEMENT_RATIFIED, text).negated


def test_a_parliament_that_approves_a_treaty_ratifies_it() -> None:
    text = "Ghana's parliament approved the Lagoon Treaty on Monday."
    assert actors(only(Predicate.AGREEMENT_RATIFIED, text), "source") == ["GHA"]


def test_a_signature_withdrawn_is_a_denunciation() -> None:
    text = "Ghana signed the Lagoon Treaty in 2013 but withdrew its signature in 2019."
    assert actors(only(Predicate.AGREEMENT_DENOUNCED, text), "source") == ["GHA"]


def test_what_takes_effect_after_ratification_is_conditional() -> None:
    text = "The pact between Mali and Chad will take effect after ratification by both."
    assert only(Predicate.AGREEMENT_IN_FORCE, text).mood is Mood.CONDITIONAL


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Chad froze its participation in the Lake Union.", Predicate.AGREEMENT_SUSPENDED),
        ("Chad suspended its membership of the Lake Union.", Predicate.AGREEMENT_SUSPENDED),
        ("Chad will leave the Lake Union next year.", Predicate.AGREEMENT_DENOUNCED),
        ("Chad has pulled out of the Lake Union.", Predicate.AGREEMENT_DENOUNCED),
        ("Chad joined the Lake Union in 2009.", Predicate.AGREEMENT_JOINED),
        ("Chad became the fifth member of the Lake Union.", Predicate.AGREEMENT_JOINED),
    ],
)
def test_members_of_a_bloc_join_leave_and_freeze(text: str, predicate: Predicate) -> None:
    claim = only(predicate, text)
    assert actors(claim, "source") == ["TCD"]
    assert shown(claim)["instrument"] == ["Lake Union"]


def test_a_minister_who_left_the_union_only_travelled() -> None:
    steps = [c for c in claims("Kowalska left the Lake Union on Friday.")
             if c.predicate is Predicate.AGREEMENT_DENOUNCED]  # fmt: skip
    assert steps == []


def test_a_condition_within_a_term_leaves_the_signing_told() -> None:
    text = "Mali and Chad have signed a pact committing each to help the other if attacked."
    assert only(Predicate.AGREEMENT_SIGNED, text).mood is Mood.ASSERTED


def test_what_must_still_be_ratified_lies_ahead() -> None:
    text = "The pact, which must still be ratified by both parliaments, is short."
    assert only(Predicate.AGREEMENT_RATIFIED, text).mood is Mood.INTENDED


def test_a_counterpart_signs_by_his_name() -> None:
    text = "Kowalska and her counterpart Ken Sato signed the Harbour Treaty."
    signers = actors(only(Predicate.AGREEMENT_SIGNED, text), "source")
    assert "person/ken-sato" in signers


def test_initialled_is_not_yet_signed() -> None:
    steps = [c.predicate for c in claims("The pact with Ghana was initialled by Chad in August.")]
    assert Predicate.AGREEMENT_SIGNED not in steps


@pytest.mark.parametrize(
    ("after", "day"),
    [
        ("It was signed on 4 May 2023 in Lagos.", 4),
        ("The signing of the pact took place on 5 May 2023.", 5),
        ("The signing ceremony was held on 6 May 2023.", 6),
        ("Its signing on 7 May 2023 followed two years of talks.", 7),
        ("The two ministers put their names to the pact on 8 May 2023.", 8),
    ],
)
def test_a_signing_is_told_by_a_noun_or_an_idiom_too(after: str, day: int) -> None:
    claim = only(Predicate.AGREEMENT_SIGNED, f"Mali and Chad have a river pact. {after}")
    assert claim.time.since == date(2023, 5, day)


def test_a_bare_ratification_is_that_of_the_pact_told_before() -> None:
    text = "Mali and Chad have a river pact. Ratification followed on 9 May 2023."
    claim = only(Predicate.AGREEMENT_RATIFIED, text)
    assert shown(claim)["instrument"] == ["river pact"]


def test_a_vote_to_ratify_has_the_day_of_the_vote() -> None:
    text = "Chad's senate voted on 11 May 2023 to ratify the river pact with Mali."
    assert only(Predicate.AGREEMENT_RATIFIED, text).time.since == date(2023, 5, 11)


@pytest.mark.parametrize(
    "text",
    [
        "The signing of the striker was held up on Monday.",
        "The signing ceremony was held on Monday.",
        "Mali and Chad have a river pact. They put their plans to the voters.",
        "Mali and Chad have a river pact. They discussed its signing.",
    ],
)
def test_no_pact_is_signed_by_these(text: str) -> None:
    assert not [c for c in claims(text) if c.predicate is Predicate.AGREEMENT_SIGNED]

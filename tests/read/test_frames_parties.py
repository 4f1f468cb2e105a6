"""Who is a party of an agreement, who takes a step alone, and who only stands beside it."""

from datetime import date

import pytest

from foedus.model.claim import Mood, Predicate
from foedus.model.dates import Granularity
from tests.read.frames_stage import actors, claims, only, shown


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Ghana denounces river accord with Mali", Predicate.AGREEMENT_DENOUNCED),
        ("Ghana ends river pact with Mali", Predicate.AGREEMENT_DENOUNCED),
        ("Ghana tears up river pact with Mali", Predicate.AGREEMENT_DENOUNCED),
        ("Ghana pulls out of river accord with Mali", Predicate.AGREEMENT_DENOUNCED),
        ("Ghana freezes river deal with Mali", Predicate.AGREEMENT_SUSPENDED),
        ("Ghana has scrapped its river pact with Mali.", Predicate.AGREEMENT_DENOUNCED),
        (
            "Ghana suspended its part in the pact. Ghana froze its role in the accord with Mali.",
            Predicate.AGREEMENT_SUSPENDED,
        ),
        ("Ghana ratified the river treaty with Mali.", Predicate.AGREEMENT_RATIFIED),
    ],
)
def test_who_takes_a_step_alone_is_its_only_source(text: str, predicate: Predicate) -> None:
    claim = [c for c in claims(text) if c.predicate is predicate][-1]
    assert (actors(claim, "source"), actors(claim, "target")) == (["GHA"], ["MLI"])


def test_of_a_pact_suspended_by_nobody_named_both_are_parties_and_neither_did_it() -> None:
    claim = only(Predicate.AGREEMENT_SUSPENDED, "The pact between Ghana and Mali was suspended.")
    assert (actors(claim, "source"), actors(claim, "target")) == ([], ["GHA", "MLI"])


def test_a_guarantor_is_no_party_of_what_it_guarantees() -> None:
    text = "Poland and Japan will guarantee a truce between Mali and Chad."
    claim = only(Predicate.PROVISION, text)
    assert actors(claim, "source") == ["POL", "JPN"]
    assert actors(claim, "target") == ["MLI", "TCD"]


def test_a_truce_that_others_promise_to_uphold_is_not_promised_by_them() -> None:
    text = "Mali and Chad initialled a truce that Poland and Japan have promised to uphold."
    predicates = {c.predicate for c in claims(text)}
    assert Predicate.AGREEMENT_PROMISED not in predicates
    assert Predicate.PROVISION in predicates


def test_a_mediator_is_no_party() -> None:
    text = "The French-brokered truce between Mali and Chad took effect in May."
    assert actors(only(Predicate.AGREEMENT_IN_FORCE, text), "source") == ["MLI", "TCD"]


def test_who_proposes_a_pact_between_others_stands_apart_from_them() -> None:
    claim = only(
        Predicate.AGREEMENT_PROPOSED, "Japan proposed a defence pact between Mali and Chad."
    )
    assert (actors(claim, "source"), actors(claim, "target")) == (["JPN"], ["MLI", "TCD"])


def test_a_treaty_under_talk_has_its_parties_from_its_own_sentence() -> None:
    text = (
        "Mali and Chad signed a river pact. Petit is due to fly to Tokyo for talks on a separate "
        "trade treaty with Japan, which expires next year."
    )
    claim = only(Predicate.AGREEMENT_LAPSED, text)
    assert actors(claim, "source") == ["FRA", "JPN"]
    assert shown(claim)["instrument"] == ["separate trade treaty"]


def test_after_another_treaty_an_article_belongs_to_the_main_one() -> None:
    text = (
        "Mali and Chad signed the Lagoon Treaty. Mali has an earlier pact with Ghana. "
        "Article 4 says that Mali shall consult Chad."
    )
    assert shown(only(Predicate.PROVISION, text))["instrument"] == ["Lagoon Treaty"]


@pytest.mark.parametrize(
    "text",
    [
        "Ghana stays in the river treaty with Mali.",
        "Ghana will remain a party to the river treaty with Mali.",
        "Ghana is not withdrawing from the river treaty with Mali.",
        "Ghana is building dams, Petit said, but it is not leaving the river treaty with Mali.",
    ],
)
def test_who_stays_in_a_treaty_does_not_denounce_it(text: str) -> None:
    claim = only(Predicate.AGREEMENT_DENOUNCED, text)
    assert claim.negated
    assert actors(claim, "source") == ["GHA"]


def test_to_remain_in_agreement_is_no_membership() -> None:
    steps = {c.predicate for c in claims("Ghana remains in agreement with Mali on the dam.")}
    assert Predicate.AGREEMENT_DENOUNCED not in steps


def test_a_treaty_goes_by_its_bare_name() -> None:
    claim = only(Predicate.AGREEMENT_IN_FORCE, "New START entered into force in 2011.")
    assert shown(claim)["instrument"] == ["New START"]


def test_the_declaration_is_the_one_that_was_named_before() -> None:
    text = (
        "The Lagoon Declaration was read out. Under the declaration Mali will return four "
        "islands to Chad by June."
    )
    assert shown(only(Predicate.PROVISION, text))["instrument"] == ["declaration"]


@pytest.mark.parametrize(
    "text",
    [
        "The pact between Mali and Chad is not yet in force.",
        "The river pact has not come into force.",
    ],
)
def test_what_is_not_in_force_is_told_so(text: str) -> None:
    assert only(Predicate.AGREEMENT_IN_FORCE, text).negated


def test_what_follows_a_colon_does_not_hedge_what_stands_before_it() -> None:
    text = "The pact is short. It has not been ratified: talks are expected to go on in May."
    claim = only(Predicate.AGREEMENT_RATIFIED, text)
    assert (claim.negated, claim.mood) == (True, Mood.ASSERTED)


def test_a_vote_that_parliament_has_yet_to_hold_is_a_ratification_to_come() -> None:
    claim = only(
        Predicate.AGREEMENT_RATIFIED, "Mali's parliament is expected to vote on the pact in May."
    )
    assert (actors(claim, "source"), claim.mood) == (["MLI"], Mood.INTENDED)


def test_a_condition_keeps_its_only() -> None:
    text = "The pact between Mali and Chad will enter into force only after both ratify it."
    assert shown(only(Predicate.AGREEMENT_IN_FORCE, text))["condition"] == [
        "only after both ratify it"
    ]


def test_an_extension_is_a_step_with_its_own_year() -> None:
    text = "The river treaty was signed in 2010 and was extended in 2021."
    since = only(Predicate.AGREEMENT_EXTENDED, text).time.since
    assert since is not None
    assert since.year == 2021


def test_a_treaty_that_runs_out_lapses() -> None:
    claim = only(Predicate.AGREEMENT_LAPSED, "The Polish treaty runs out in 2031.")
    assert actors(claim, "source") == ["POL"]


def test_the_place_and_day_of_filing_are_no_party_and_no_date() -> None:
    text = "TOKYO, March 12, 2023 (North Wire) - Mali and Chad signed a river pact."
    claim = only(Predicate.AGREEMENT_SIGNED, text)
    assert (actors(claim, "source"), claim.time.said) == (["MLI", "TCD"], None)


def test_it_after_it_is_still_the_same_treaty() -> None:
    text = (
        "Mali and Chad signed the Lagoon Treaty in 2010. It has been in force since 2011. "
        "It was extended in 2021."
    )
    assert shown(only(Predicate.AGREEMENT_EXTENDED, text))["instrument"] == ["Lagoon Treaty"]


def test_it_is_never_the_other_treaty_that_was_mentioned_beside() -> None:
    text = "Mali has an older treaty with Chad. It was ratified in 2011."
    assert [c for c in claims(text) if c.predicate is Predicate.AGREEMENT_RATIFIED] == []


def test_since_a_month_is_open_at_its_end() -> None:
    text = "Mali has shipped rice to Chad since August."
    time = next(iter(claims(text, published=date(2023, 3, 12)))).time
    assert (time.said, time.granularity, time.until) == ("since August", Granularity.RANGE, None)


def test_since_belongs_to_the_month_that_opens_a_sentence() -> None:
    text = "Since August Laos has shipped rice to Chad."
    assert only(Predicate.EXCHANGE, text).time.said == "Since August"

"""Where a treaty stands on a day: three-valued where sources differ or dates are vague."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from foedus.law import library, load_treaty, party_on, standing, status_on
from foedus.model.treaty import DatedFact, PartialDate, Party, Treaty
from foedus.model.treaty_words import Membership, RecordStatus, TreatyStatus

PLAIN = load_treaty(Path(__file__).parents[1] / "treaties" / "good" / "xaa-xbb-2030.toml")


def told(*days: str) -> tuple[DatedFact, ...]:
    return tuple(DatedFact(RecordStatus.UNVERIFIED, PartialDate(day)) for day in days)


def treaty(in_force: tuple[str, ...] = (), ended: tuple[str, ...] = ()) -> Treaty:
    return replace(PLAIN, signed=told("2030-01-15"), in_force=told(*in_force), ended=told(*ended))


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2030, 1, 1), TreatyStatus.NOT_YET_IN_FORCE),
        (date(2030, 2, 1), TreatyStatus.NOT_YET_IN_FORCE),
        (date(2030, 3, 1), TreatyStatus.IN_FORCE),
        (date(2034, 12, 31), TreatyStatus.IN_FORCE),
        (date(2035, 1, 1), TreatyStatus.ENDED),
    ],
)
def test_a_treaty_binds_from_its_entry_into_force_until_its_end(
    day: date, status: TreatyStatus
) -> None:
    assert status_on(treaty(("2030-03-01",), ("2035-01-01",)), day) is status


def test_a_signed_treaty_without_known_entry_into_force_is_unknown() -> None:
    assert status_on(treaty(), date(2031, 1, 1)) is TreatyStatus.UNKNOWN


def test_between_rival_dates_the_status_is_unknown() -> None:
    rivals = treaty(("2030-03-01", "2030-05-01"))
    assert status_on(rivals, date(2030, 4, 1)) is TreatyStatus.UNKNOWN


def test_after_the_last_rival_date_the_status_is_known_again() -> None:
    rivals = treaty(("2030-03-01", "2030-05-01"))
    assert status_on(rivals, date(2030, 5, 1)) is TreatyStatus.IN_FORCE


def test_a_month_is_vague_on_all_its_days_but_the_last() -> None:
    month = treaty(("2030-03",))
    days = [date(2030, 2, 28), date(2030, 3, 15), date(2030, 3, 31)]
    assert [status_on(month, day) for day in days] == [
        TreatyStatus.NOT_YET_IN_FORCE,
        TreatyStatus.UNKNOWN,
        TreatyStatus.IN_FORCE,
    ]


def test_a_source_that_denies_the_entry_into_force_makes_it_unknown() -> None:
    denied = DatedFact(RecordStatus.UNVERIFIED, note="The register has it as not begun.")
    disputed = replace(treaty(), in_force=(*told("2030-03-01"), denied))
    assert status_on(disputed, date(2031, 1, 1)) is TreatyStatus.UNKNOWN


def test_the_standing_carries_the_facts_on_which_it_rests() -> None:
    ended = treaty(("2030-03-01",), ("2035",))
    assert standing(ended, date(2036, 1, 1)).because == ended.ended


@given(some.dates(date(2029, 1, 1), date(2037, 1, 1)), some.integers(0, 800))
def test_a_treaty_never_goes_back_to_an_earlier_state(day: date, later: int) -> None:
    order = [
        TreatyStatus.NOT_YET_IN_FORCE,
        TreatyStatus.IN_FORCE,
        TreatyStatus.ENDED,
    ]
    held = treaty(("2030-03", "2030-05-01"), ("2033", "2034-02-01"))
    states = [status_on(held, day), status_on(held, day + timedelta(later))]
    known = [order.index(state) for state in states if state is not TreatyStatus.UNKNOWN]
    assert known == sorted(known)


def test_a_late_joiner_is_no_party_before_it_joined() -> None:
    joined = replace(PLAIN, parties=(*PLAIN.parties, Party("XCC", joined=told("2032-01-01"))))
    assert party_on(joined, "XCC", date(2031, 1, 1)) is False
    assert party_on(joined, "XCC", date(2032, 1, 1)) is True


def test_a_state_that_left_and_came_back_is_a_party_in_both_periods() -> None:
    periods = (
        Party("XCC", left=told("2031-01-01")),
        Party("XCC", joined=told("2033-01-01"), left=told("2035-01-01")),
    )
    back = replace(PLAIN, parties=(*PLAIN.parties, *periods))
    days = [date(year, 6, 1) for year in (2030, 2032, 2034, 2036)]
    assert [party_on(back, "XCC", day) for day in days] == [True, False, True, False]


def test_a_record_of_some_parties_cannot_say_that_a_state_was_none() -> None:
    some_parties = replace(PLAIN, membership=Membership.PARTIAL)
    assert party_on(PLAIN, "XZZ", date(2031, 1, 1)) is False
    assert party_on(some_parties, "XZZ", date(2031, 1, 1)) is None


def test_uzbekistan_was_twice_a_party_of_the_collective_security_treaty() -> None:
    csto = library().get("csto-1992")
    years = [date(year, 6, 1) for year in (1995, 2003, 2009, 2015)]
    assert [party_on(csto, "UZB", day) for day in years] == [True, False, True, False]

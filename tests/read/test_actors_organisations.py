"""What the shipped records of organisations, media, groups and persons must hold to."""

from datetime import date

import pytest

from foedus.read.gazetteer import Gazetteer, Record

NO_STATES = {"", "IGO", "NGO", "IMG", "EUR"}


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def others(gazetteer: Gazetteer) -> list[Record]:
    return [record for record in gazetteer.records.values() if "/" in record.id]


def test_every_member_is_a_record(gazetteer: Gazetteer) -> None:
    missing = {m.actor for record in others(gazetteer) for m in record.members}
    assert missing <= set(gazetteer.records)


def test_every_parent_is_a_record(gazetteer: Gazetteer) -> None:
    assert {r.parent for r in others(gazetteer)} - {""} <= set(gazetteer.records)


def test_every_country_is_a_state_or_a_code_for_none(gazetteer: Gazetteer) -> None:
    assert {r.country for r in others(gazetteer)} <= set(gazetteer.records) | NO_STATES


@pytest.mark.parametrize(("day", "count"), [(date(1990, 1, 1), 16), (date(2024, 6, 1), 32)])
def test_nato_has_the_members_of_the_day(gazetteer: Gazetteer, day: date, count: int) -> None:
    assert len(gazetteer.members("org/nato", day)) == count


def test_the_united_nations_have_193_members_today(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.members("org/un", date(2024, 1, 1))) == 193


def test_a_bloc_loses_a_member_on_the_day_it_leaves(gazetteer: Gazetteer) -> None:
    assert "GBR" in gazetteer.members("org/eu", date(2020, 1, 30))
    assert "GBR" not in gazetteer.members("org/eu", date(2020, 2, 2))


def test_the_secretary_general_is_the_one_of_the_day(gazetteer: Gazetteer) -> None:
    names = [h.name for h in gazetteer.holders("org/un", "head", date(2003, 3, 20))]
    assert names == ["Kofi Annan"]

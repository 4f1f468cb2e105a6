"""Which claims are of one occasion: place and time part them, and join them."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.ledger import facts
from foedus.model.claim import Predicate
from foedus.model.reading import Row, claim_row
from tests.ledger.invented import claim, reading

JUNE = {"since": date(2024, 6, 1), "until": date(2024, 6, 30)}
TENTH = {"since": date(2024, 6, 10), "until": date(2024, 6, 10)}  # a Monday
IN_MAY = {"since": date(2024, 5, 20), "until": date(2024, 5, 20)}


def told(outlet: str, predicate: Predicate, **more: Any) -> Row:
    """What one outlet says of Arcadia and Borduria; `place` is one or more names, `said` when."""
    text = f"{outlet}: Arcadia met Borduria over a pact, {more.get('place', ())}."
    found = claim(text, text, predicate, source="Arcadia", **more)
    return claim_row(found, reading(text).document.id, "hand/1")


def visit(outlet: str, **more: Any) -> Row:
    return told(outlet, Predicate.VISIT, **more)


def met(outlet: str, **more: Any) -> Row:
    return told(outlet, Predicate.MEETING, target="Borduria", **more)


def signed(outlet: str, **more: Any) -> Row:
    return told(outlet, Predicate.AGREEMENT_SIGNED, target="Borduria", instrument="a pact", **more)


def sizes(*rows: Row) -> list[int]:
    """How many claims each fact has, the largest first."""
    return sorted((len(fact.claims) for fact in facts(rows)), reverse=True)


def test_visits_to_two_places_are_two_facts() -> None:
    assert sizes(visit("Courier", place="Xanadu"), visit("Gazette", place="Erewhon")) == [1, 1]


def test_visits_to_two_places_on_one_day_are_two_facts() -> None:
    one, other = visit("A", place="Xanadu", **TENTH), visit("B", place="Erewhon", **TENTH)
    assert sizes(one, other) == [1, 1]


def test_visits_to_one_place_that_may_be_at_one_time_are_one_fact() -> None:
    assert sizes(visit("A", place="Xanadu", **TENTH), visit("B", place="Xanadu")) == [2]


def test_a_journey_to_two_places_is_a_visit_to_each() -> None:
    both = visit("A", place=("Xanadu", "Erewhon"))
    assert sizes(both, visit("B", place="Xanadu")) == [2, 1]


def test_a_place_judged_the_same_is_no_other() -> None:
    rows = visit("A", place="Xanadu"), visit("B", place="Shangdu")
    assert len(facts(rows, same={"shangdu": "xanadu"})) == 1


def test_a_summit_and_the_one_months_before_it_are_two_facts() -> None:
    now, before = met("A", said="on Wednesday"), met("B", place="Erewhon", said="in the spring")
    assert sizes(now, before) == [1, 1]


@pytest.mark.parametrize("said", ["nine months after", "two years before the talks"])
def test_so_long_after_or_before_something_is_another_time_than_a_known_day(said: str) -> None:
    rows = met("A", place="Xanadu", **TENTH), met("B", place="Xanadu", said=said)
    assert sizes(*rows) == [1, 1]


def test_the_same_unknown_time_in_the_same_words_joins() -> None:
    rows = met("A", said="nine months after"), met("B", said="Nine months after")
    assert sizes(*rows) == [2]


def test_another_weekday_is_another_time() -> None:
    assert sizes(met("A", said="on Tuesday"), met("B", said="on Wednesday")) == [1, 1]


def test_a_weekday_fits_the_day_that_it_is() -> None:
    assert sizes(met("A", **TENTH), met("B", said="on Monday")) == [2]


def test_a_weekday_does_not_fit_a_day_that_it_is_not() -> None:
    assert sizes(met("A", **TENTH), met("B", said="on Tuesday")) == [1, 1]


def test_a_date_and_a_place_alone_have_nothing_in_common() -> None:
    assert sizes(visit("A", **TENTH), visit("B", place="Xanadu")) == [1, 1]


def test_a_date_without_a_place_joins_the_one_dated_visit_that_it_meets() -> None:
    there, elsewhere = visit("A", place="Xanadu", **TENTH), visit("B", place="Erewhon", **IN_MAY)
    assert sizes(there, elsewhere, visit("C", **TENTH)) == [2, 1]


def test_a_date_goes_to_the_visit_of_that_day_and_not_of_the_next() -> None:
    eleventh = {"since": date(2024, 6, 11), "until": date(2024, 6, 11)}
    there, next_day = visit("A", place="Xanadu", **TENTH), visit("B", place="Erewhon", **eleventh)
    (fact,) = [one for one in facts([there, next_day, visit("C", **TENTH)]) if len(one.claims) > 1]
    assert [party.name for party in fact.role("place")] == ["Xanadu"]


def test_a_date_that_two_visits_meet_joins_neither() -> None:
    one, other = visit("A", place="Xanadu", **TENTH), visit("B", place="Erewhon", **TENTH)
    assert sizes(one, other, visit("C", **TENTH)) == [1, 1, 1]


def test_two_places_in_the_month_of_one_day_leave_the_day_alone() -> None:
    day = visit("A", **TENTH)
    places = visit("B", place="Xanadu", **JUNE), visit("C", place="Erewhon", **JUNE)
    assert sizes(day, *places) == [1, 1, 1]


def test_a_bare_claim_joins_the_one_visit_there_is() -> None:
    assert sizes(visit("A", place="Xanadu"), visit("B")) == [2]


def test_a_bare_claim_joins_no_visit_where_there_are_two() -> None:
    rows = visit("A", place="Xanadu"), visit("B", place="Erewhon"), visit("C")
    assert sizes(*rows) == [1, 1, 1]


def test_a_step_of_an_agreement_happens_once_so_a_date_joins_a_place() -> None:
    rows = signed("A", place="Xanadu"), signed("B", **TENTH), signed("C", said="a year after")
    assert sizes(*rows) == [3]


def test_signings_in_two_places_are_two_facts() -> None:
    assert sizes(signed("A", place="Xanadu"), signed("B", place="Erewhon")) == [1, 1]


def test_the_key_of_a_fact_names_its_place() -> None:
    (fact,) = facts([visit("A", place="Xanadu")])
    assert "@ xanadu" in fact.key


# Laws -----------------------------------------------------------------------------------------

DAYS = st.dates(date(2024, 5, 25), date(2024, 6, 20))


@st.composite
def claims(draw: st.DrawFn) -> Row:
    """A visit, a meeting or a signing, at a place or none, on a day, in a window, at said times."""
    more: dict[str, Any] = {}
    if place := draw(st.sampled_from(["", "Xanadu", "Erewhon"])):
        more["place"] = place
    if draw(st.booleans()):
        days = sorted([draw(DAYS), draw(DAYS)])
        more |= {"since": days[0], "until": draw(st.sampled_from(days))}
    else:
        more["said"] = draw(
            st.sampled_from([None, "on Monday", "Tuesday", "nine months after", "a year before"])
        )
    outlet = draw(st.sampled_from(["A", "B", "C", "D"]))
    row: Row = draw(st.sampled_from([visit, met, signed]))(outlet, **more)
    return row


@given(st.lists(claims(), max_size=12).flatmap(lambda r: st.tuples(st.just(r), st.permutations(r))))
def test_the_order_of_reading_does_not_change_the_occasions(
    both: tuple[list[Row], list[Row]],
) -> None:
    first, second = both
    assert facts(first) == facts(second)


@given(st.lists(claims(), max_size=12))
def test_no_fact_has_two_places_and_every_claim_is_in_one(rows: list[Row]) -> None:
    found = facts(rows)
    assert all(len(fact.role("place")) < 2 for fact in found)
    held = [id for fact in found for id in fact.claims]
    assert sorted(held) == sorted({row["id"] for row in rows})


@given(st.lists(claims(), max_size=12))
def test_no_fact_but_a_contested_one_has_days_that_exclude_each_other(rows: list[Row]) -> None:
    by_id = {row["id"]: row for row in rows}
    for fact in facts(rows):
        times = [by_id[id]["time"] for id in fact.claims]
        since = max((t["since"] for t in times if t["since"]), default="")
        until = min((t["until"] for t in times if t["until"]), default="9")
        assert since <= until or fact.status == "contested"

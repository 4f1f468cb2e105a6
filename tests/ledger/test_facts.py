"""What claims taken together amount to: which agree, how many voices, where they differ."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.ledger import Fact, Ledger, Status, facts
from foedus.model.claim import Mood, Predicate
from foedus.model.dates import Tense
from foedus.model.reading import Reading, Row, claim_row
from tests.ledger.invented import claim, pact, reading, receipt

SENT = {"source": "Arcadia", "target": "Borduria", "goods": "40 tanks"}
DATED = "Arcadia sent Borduria 40 tanks, Ada Vole said. "


def sent(outlet: str, goods: str = "40 tanks", **more: Any) -> tuple[Reading, Row]:
    """One report by an outlet that Arcadia sent Borduria goods, as a reading and as its row."""
    text = f"{outlet}: Arcadia sent Borduria {goods}, Ada Vole said."
    found = claim(text, text, Predicate.EXCHANGE, **{**SENT, "goods": goods, **more})
    return reading(text, found), claim_row(found, reading(text).document.id, "hand/1")


def rows(*reports: tuple[Reading, Row]) -> list[Row]:
    return [row for _, row in reports]


def only(found: tuple[Fact, ...]) -> Fact:
    assert len(found) == 1
    return found[0]


def test_two_independent_voices_settle_a_fact() -> None:
    fact = only(facts(rows(sent("Courier"), sent("Gazette"))))
    assert (fact.status, fact.independent) == (Status.SETTLED, 2)


def test_one_voice_alone_settles_nothing() -> None:
    assert only(facts(rows(sent("Courier")))).status is Status.SINGLE_VOICED


def test_two_documents_of_one_origin_are_one_voice() -> None:
    reports = rows(sent("Courier"), sent("Gazette"))
    origin = {row["document"]: "Reuters" for row in reports}
    assert only(facts(reports, origin=origin)).status is Status.SINGLE_VOICED


def test_one_speaker_quoted_by_two_documents_is_one_voice() -> None:
    reports = rows(sent("Courier", voice="Ada Vole"), sent("Gazette", voice="Ada Vole"))
    assert only(facts(reports)).status is Status.SINGLE_VOICED


def test_a_document_and_the_speaker_whom_it_quotes_are_one_voice() -> None:
    own, quoted = sent("Courier"), sent("Courier", voice="Ada Vole")
    assert only(facts(rows(own, quoted))).independent == 1


def test_one_document_itself_and_a_speaker_in_another_are_two_voices() -> None:
    reports = rows(sent("Courier"), sent("Gazette", voice="Ada Vole"))
    assert only(facts(reports)).independent == 2


@pytest.mark.parametrize("denial", [{"mood": Mood.DENIED}, {"negated": True}])
def test_a_denial_contests(denial: dict[str, Any]) -> None:
    fact = only(facts(rows(sent("Courier"), sent("Gazette"), sent("Herald", **denial))))
    assert (fact.status, [d.kind for d in fact.differences]) == (Status.CONTESTED, ["denial"])


def test_what_all_deny_is_agreed_not_to_be_so() -> None:
    fact = only(facts(rows(sent("Courier", negated=True), sent("Gazette", mood=Mood.DENIED))))
    assert (fact.denied, fact.status) == (True, Status.SETTLED)


def test_a_denied_denial_is_no_denial() -> None:
    twice = sent("Gazette", mood=Mood.DENIED, negated=True)
    assert not only(facts(rows(sent("Courier"), twice))).differences


def test_a_rumour_does_not_settle_but_shows_as_a_difference() -> None:
    fact = only(facts(rows(sent("Courier"), sent("Gazette", mood=Mood.RUMOURED))))
    assert (fact.status, [d.kind for d in fact.differences]) == (Status.SINGLE_VOICED, ["mood"])


def test_a_promise_is_another_fact_than_the_deed() -> None:
    found = facts(rows(sent("Courier"), sent("Gazette", mood=Mood.PROMISED)))
    assert [fact.mode for fact in found] == ["actual", "promised"]


def test_numbers_that_cannot_both_be_right_contest() -> None:
    fact = only(facts(rows(sent("Courier"), sent("Gazette", "70 tanks"))))
    assert fact.status is Status.CONTESTED
    assert [value for value, _ in fact.differences[0].values] == ["40 tanks", "70 tanks"]


def test_a_hedged_number_differs_without_contesting() -> None:
    fact = only(facts(rows(sent("Courier"), sent("Gazette", "more than 30 tanks"))))
    assert (fact.status, [d.kind for d in fact.differences]) == (Status.SETTLED, ["hedge"])


def test_goods_of_one_class_are_one_fact() -> None:
    assert only(facts(rows(sent("Courier", "shells"), sent("Gazette", "rockets"))))


def test_goods_of_two_classes_are_two_facts() -> None:
    assert len(facts(rows(sent("Courier", "shells"), sent("Gazette", "wheat")))) == 2


def test_direction_tells_exchanges_apart() -> None:
    back = sent("Gazette", source="Borduria", target="Arcadia")
    assert len(facts(rows(sent("Courier"), back))) == 2


def met(outlet: str, *who: str, **more: Any) -> Row:
    text = f"{outlet}: {who[0]} met {who[1]}."
    found = claim(text, text, Predicate.MEETING, source=who[0], target=who[1], **more)
    return claim_row(found, reading(text).document.id, "hand/1")


def test_a_meeting_is_the_same_from_either_side() -> None:
    assert only(facts([met("Courier", "Arcadia", "Cathay"), met("Gazette", "Cathay", "Arcadia")]))


def on(day: date) -> dict[str, date]:
    return {"since": day, "until": day}


def test_meetings_in_two_years_are_two_facts() -> None:
    first = met("Courier", "Arcadia", "Cathay", **on(date(2023, 5, 1)))
    second = met("Gazette", "Arcadia", "Cathay", **on(date(2024, 5, 1)))
    assert len(facts([first, second])) == 2


def test_dates_a_day_apart_are_one_contested_fact() -> None:
    first = met("Courier", "Arcadia", "Cathay", **on(date(2024, 5, 1)))
    second = met("Gazette", "Arcadia", "Cathay", **on(date(2024, 5, 2)))
    fact = only(facts([first, second]))
    assert (fact.status, fact.differences[0].kind) == (Status.CONTESTED, "date")


def test_a_month_agrees_with_a_day_in_it_and_the_fact_is_as_exact_as_the_day() -> None:
    day = met("Courier", "Arcadia", "Cathay", **on(date(2024, 5, 1)))
    month = met("Gazette", "Cathay", "Arcadia", since=date(2024, 5, 1), until=date(2024, 5, 31))
    fact = only(facts([day, month]))
    assert (fact.status, fact.since, fact.until) == (
        Status.SETTLED, date(2024, 5, 1), date(2024, 5, 1),
    )  # fmt: skip


def test_an_undated_claim_joins_the_one_event_that_can_be_meant() -> None:
    dated = met("Courier", "Arcadia", "Cathay", **on(date(2024, 5, 1)))
    assert only(facts([dated, met("Gazette", "Arcadia", "Cathay")]))


def test_an_undated_claim_stays_alone_where_two_events_can_be_meant() -> None:
    first = met("Courier", "Arcadia", "Cathay", **on(date(2023, 5, 1)))
    second = met("Gazette", "Arcadia", "Cathay", **on(date(2024, 5, 1)))
    assert len(facts([first, second, met("Herald", "Arcadia", "Cathay")])) == 3


def owed(outlet: str, provision: str) -> Row:
    text = f"{outlet}: Arcadia and Borduria agreed on {provision}."
    found = claim(
        text, text, Predicate.PROVISION, source=("Arcadia", "Borduria"), provision=provision
    )
    return claim_row(found, reading(text).document.id, "hand/1")


def agreed(outlet: str, *who: str) -> Row:
    text = f"{outlet}: {' and '.join(who)} signed a pact with Borduria."
    found = claim(text, text, Predicate.AGREEMENT_SIGNED, source=who, target="Borduria")
    return claim_row(found, reading(text).document.id, "hand/1")


def test_provisions_in_like_words_are_one_fact() -> None:
    first = owed("Courier", "mutual assistance in the event of aggression")
    second = owed("Gazette", "mutual assistance if there is aggression against one of them")
    assert only(facts([first, second]))


def test_provisions_in_other_words_are_two_facts() -> None:
    assert (
        len(facts([owed("Courier", "mutual assistance"), owed("Gazette", "mutual respect")])) == 2
    )


def test_names_judged_the_same_are_one_party() -> None:
    one, other = met("Courier", "Arcadia", "Cathay"), met("Gazette", "Arcadia", "Old Cathay")
    assert only(facts([one, other], same={"old cathay": "CTH"})).role("target")[0].actor == "CTH"


def test_a_future_event_is_another_fact_than_a_past_one() -> None:
    past, coming = met("Courier", "Arcadia", "Cathay"), met("Gazette", "Arcadia", "Cathay")
    coming["time"]["tense"] = Tense.FUTURE.value
    assert [fact.mode for fact in facts([past, coming])] == ["actual", "future"]


def test_facts_can_be_asked_for_by_predicate_and_by_actor() -> None:
    reports = [*rows(sent("Courier")), met("Gazette", "Arcadia", "Cathay")]
    assert only(facts(reports, actor="CTH")) == only(facts(reports, predicate="meeting.held"))


def test_facts_of_an_actor_come_under_a_name_judged_the_same() -> None:
    reports = [met("Gazette", "Arcadia", "Cathay")]
    assert only(facts(reports, actor="Old Cathay", same={"old cathay": "CTH"}))


def test_a_claim_about_two_kinds_of_goods_is_in_two_facts() -> None:
    found = facts(rows(sent("Courier", "tanks and wheat"), sent("Gazette", "wheat")))
    assert [fact.status for fact in found] == [Status.SINGLE_VOICED, Status.SETTLED]


def test_who_signs_for_a_state_is_not_another_party() -> None:
    one, other = agreed("Courier", "Arcadia"), agreed("Gazette", "Arcadia", "Ada Vole")
    other["roles"]["source"][1]["actor"] = "person/ada-vole"
    assert only(facts([one, other])).status is Status.SETTLED


def test_every_claim_is_in_a_fact() -> None:
    reports = rows(sent("Courier"), sent("Gazette", "wheat"), sent("Herald", negated=True))
    held = sorted(id for fact in facts(reports) for id in fact.claims)
    assert held == sorted(row["id"] for row in reports)


def test_a_fact_as_json_has_plain_values() -> None:
    import json

    assert (
        json.loads(json.dumps(only(facts(rows(sent("Courier")))).row()))["status"]
        == "single-voiced"
    )


# Of a ledger ----------------------------------------------------------------------------------


def kept(*readings: Reading, **more: Any) -> Ledger:
    ledger = Ledger.open()
    for one in readings:
        ledger.add(one, receipt(one.document.text, **more))
    return ledger


def test_receipts_that_name_one_publisher_are_one_origin() -> None:
    ledger = kept(sent("Courier")[0], sent("Gazette")[0], publisher="The Courier")
    assert only(facts(ledger)).independent == 1


def test_documents_judged_the_same_are_one_origin() -> None:
    first, second = sent("Courier")[0], sent("Gazette")[0]
    ledger = kept(first, second)
    ledger.same(first.document.id, second.document.id, "ada", "one wire text")
    assert only(facts(ledger)).independent == 1


def test_a_withdrawn_claim_is_in_no_fact() -> None:
    ledger = kept(pact())
    for row in ledger.claims():
        ledger.withdraw(row["id"], "ada", "misread")
    assert facts(ledger) == ()


# Laws -----------------------------------------------------------------------------------------

DAYS = st.dates(date(2024, 1, 1), date(2024, 3, 31))


@st.composite
def reports(draw: st.DrawFn) -> tuple[Reading, Row]:
    """A report that sends goods or denies it, on a day, in a month, or undated."""
    since = draw(st.none() | DAYS)
    until = draw(st.just(since) | DAYS) if since else None
    if since and until and until < since:
        since, until = until, since
    return sent(
        draw(st.sampled_from(["Courier", "Gazette", "Herald"])),
        draw(st.sampled_from(["40 tanks", "70 tanks", "about 50 tanks", "wheat", "shells"])),
        source=draw(st.sampled_from(["Arcadia", "Borduria"])),
        target="Borduria",
        voice=draw(st.none() | st.just("Ada Vole")),
        mood=draw(st.sampled_from([Mood.ASSERTED, Mood.DENIED, Mood.RUMOURED, Mood.PROMISED])),
        negated=draw(st.booleans()),
        since=since,
        until=until,
    )


@given(
    st.lists(reports(), max_size=12).flatmap(lambda r: st.tuples(st.just(r), st.permutations(r)))
)
def test_the_order_of_reading_does_not_change_the_facts(
    both: tuple[list[tuple[Reading, Row]], list[tuple[Reading, Row]]],
) -> None:
    first, second = both
    assert facts(rows(*first)) == facts(rows(*second))


@given(st.lists(reports(), max_size=8))
def test_a_claim_taken_twice_changes_nothing(given_reports: list[tuple[Reading, Row]]) -> None:
    once = rows(*given_reports)
    assert facts(once + once) == facts(once)


@settings(max_examples=25)
@given(st.lists(reports(), max_size=6))
def test_the_ledger_gives_the_same_facts_in_any_order(
    given_reports: list[tuple[Reading, Row]],
) -> None:
    # The hand-made readings of one document are one run each; of equal texts only one may stand.
    by_text = {one.document.id: one for one, _ in given_reports}
    forward, backward = kept(*by_text.values()), kept(*reversed(by_text.values()))
    assert facts(forward) == facts(backward)


@given(st.lists(reports(), min_size=1, max_size=12))
def test_every_claim_is_in_one_fact_and_no_fact_has_two_keys(
    given_reports: list[tuple[Reading, Row]],
) -> None:
    found = facts(rows(*given_reports))
    held = [id for fact in found for id in fact.claims]
    assert sorted(held) == sorted({row["id"] for _, row in given_reports})
    assert len({fact.key for fact in found}) == len(found)

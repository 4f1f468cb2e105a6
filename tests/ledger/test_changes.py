"""What changed between two states of a ledger: each kind of change, and what is no change."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.ledger import (
    Ledger,
    Question,
    Snapshot,
    Status,
    changes,
    facts,
    origins_of,
    snapshot_of,
)
from foedus.ledger.snapshots import KeptFact, KeptPrediction, KeptVoice, Place
from foedus.model.change import Change, ChangeKind
from foedus.model.claim import Mood, Predicate
from foedus.model.document import Document, Span
from foedus.model.prediction import Outcome
from foedus.model.reading import Reading
from tests.ledger.invented import Clock, claim, reading, receipt

AGENCY = "OSLO (Reuters) - "


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ledger(clock: Clock) -> Iterator[Ledger]:
    with Ledger.open(clock=clock) as opened:
        yield opened


def sent(outlet: str, goods: str = "40 tanks", run: str = "hand/1", **more: Any) -> Reading:
    """One report by an outlet that Arcadia sent Borduria goods."""
    text = f"{outlet}: Arcadia sent Borduria {goods} in June, Ada Vole said."
    roles = {"source": "Arcadia", "target": "Borduria", "goods": goods, **more}
    return reading(text, claim(text, text, Predicate.EXCHANGE, **roles), run=run)


def add(ledger: Ledger, *readings: Reading) -> None:
    for one in readings:
        ledger.add(one, receipt(one.document.text))


def known(ledger: Ledger, known_on: datetime | None = None) -> Snapshot:
    """The state of the whole ledger, now or on that day."""
    ids = [row["id"] for row in ledger.documents(known_on)]
    rows = ledger.claims(Question(known_on=known_on))
    same = ledger.judgements(known_on).identity
    found = facts(rows, origin=origins_of(ledger, ids, same), same=same)
    return snapshot_of(rows, found, (), ids, known_on or ledger.now())


def since(ledger: Ledger, before: Snapshot) -> tuple[Change, ...]:
    after = known(ledger)
    both = {*before.documents, *after.documents}
    same = ledger.judgements().identity
    return changes(before, after, origins_of(ledger, both, same), same)


def kinds(found: tuple[Change, ...]) -> list[str]:
    return [one.kind.value for one in found]


# New ----------------------------------------------------------------------------------------


def test_where_nothing_was_read_nothing_changed(ledger: Ledger) -> None:
    add(ledger, sent("Courier"))
    assert since(ledger, known(ledger)) == ()


def test_to_read_a_report_again_changes_nothing(ledger: Ledger) -> None:
    add(ledger, sent("Courier"))
    before = known(ledger)
    add(ledger, sent("Courier"), sent("Courier", run="hand/2"))
    assert since(ledger, before) == ()


def test_a_report_of_another_thing_is_a_new_document_and_a_new_fact(ledger: Ledger) -> None:
    add(ledger, sent("Courier"))
    before = known(ledger)
    other = sent("Gazette", "rice")
    add(ledger, other)
    document, fact = since(ledger, before)
    assert (document.kind, document.about) == (ChangeKind.NEW_DOCUMENT, other.document.id)
    assert (fact.kind, fact.before) == (ChangeKind.NEW_FACT, None)
    assert fact.claims == tuple(r["id"] for r in ledger.claims(Question(document=document.about)))
    assert fact.after is not None
    assert fact.after["status"] == "single-voiced"


def test_a_second_independent_voice_is_new_and_settles(ledger: Ledger) -> None:
    add(ledger, sent("Courier"))
    before = known(ledger)
    add(ledger, sent("Gazette"))
    found = since(ledger, before)
    assert kinds(found) == ["became-settled", "new-document", "new-voice"]
    settled, _, voice = found
    assert settled.before is not None
    assert settled.before["status"] == "single-voiced"
    assert len(settled.claims) == 2
    assert len(voice.claims) == 1


def test_a_third_voice_is_new_and_settles_nothing_anew(ledger: Ledger) -> None:
    add(ledger, sent("Courier"), sent("Gazette"))
    before = known(ledger)
    add(ledger, sent("Herald"))
    assert kinds(since(ledger, before)) == ["new-document", "new-voice"]


def test_a_reprint_is_a_new_document_and_no_new_voice(ledger: Ledger) -> None:
    add(ledger, sent(f"{AGENCY}Courier"))
    before = known(ledger)
    add(ledger, sent(f"{AGENCY}Gazette"))
    assert kinds(since(ledger, before)) == ["new-document"]


def test_a_speaker_heard_in_another_report_is_no_new_voice(ledger: Ledger) -> None:
    add(ledger, sent("Courier", voice="Ada Vole"))
    before = known(ledger)
    add(ledger, sent("Gazette", voice="Ada Vole"))
    assert kinds(since(ledger, before)) == ["new-document"]


def test_of_two_names_judged_one_neither_is_a_new_voice(ledger: Ledger) -> None:
    add(ledger, sent("Courier", voice="Ada Vole"))
    before = known(ledger)
    text = "Gazette: Arcadia sent Borduria 40 tanks in June, Mrs Vole said."
    roles = {"source": "Arcadia", "target": "Borduria", "goods": "40 tanks", "voice": "Mrs Vole"}
    add(ledger, reading(text, claim(text, text, Predicate.EXCHANGE, **roles)))
    assert "new-voice" in kinds(since(ledger, before))
    ledger.same("Ada Vole", "Mrs Vole", "ada", "one person")
    assert kinds(since(ledger, before)) == ["new-document"]


# Contested, settled, single-voiced ----------------------------------------------------------


def test_a_denial_contests_what_was_settled(ledger: Ledger) -> None:
    add(ledger, sent("Courier"), sent("Gazette"))
    before = known(ledger)
    add(ledger, sent("Herald", mood=Mood.DENIED))
    found = since(ledger, before)
    assert kinds(found) == ["became-contested", "new-document", "new-voice"]
    assert found[0].before is not None
    assert found[0].after is not None
    assert (found[0].before["status"], found[0].after["status"]) == ("settled", "contested")
    assert found[2].after is not None
    assert found[2].after["stance"] == "against"


def test_another_number_contests_and_is_told(ledger: Ledger) -> None:
    add(ledger, sent("Courier"))
    before = known(ledger)
    add(ledger, sent("Gazette", "60 tanks"))
    contested = since(ledger, before)[0]
    assert contested.kind is ChangeKind.BECAME_CONTESTED
    assert contested.after is not None
    ((kind, values),) = contested.after["differences"]
    assert kind == "number"
    assert len(values) == 2


def test_without_the_denial_the_fact_is_settled_again(ledger: Ledger) -> None:
    add(ledger, sent("Courier"), sent("Gazette"), sent("Herald", mood=Mood.DENIED))
    before = known(ledger)
    denial = next(row for row in ledger.claims() if row["mood"] == "denied")
    ledger.withdraw(denial["id"], "ada", "misread")
    settled, gone = since(ledger, before)
    assert settled.kind is ChangeKind.BECAME_SETTLED
    assert (gone.kind, gone.claims) == (ChangeKind.GONE, (denial["id"],))
    assert gone.before is not None
    assert gone.before["stance"] == "against"


def test_without_its_second_voice_a_fact_is_single_voiced(ledger: Ledger) -> None:
    add(ledger, sent("Courier"), sent("Gazette"))
    before = known(ledger)
    ledger.withdraw(ledger.claims()[1]["id"], "ada", "misread")
    assert kinds(since(ledger, before)) == ["became-single-voiced", "gone"]


# Gone ---------------------------------------------------------------------------------------


def test_a_withdrawn_claim_takes_its_fact_along(ledger: Ledger) -> None:
    add(ledger, sent("Courier"), sent("Gazette", "rice"))
    before = known(ledger)
    (row,) = ledger.claims(Question(document=sent("Gazette", "rice").document.id))
    ledger.withdraw(row["id"], "ada", "misread")
    (gone,) = since(ledger, before)
    assert (gone.kind, gone.claims, gone.after) == (ChangeKind.GONE, (row["id"],), None)


def test_a_withdrawn_document_is_gone_with_its_facts(ledger: Ledger) -> None:
    add(ledger, sent("Courier"), sent("Gazette", "rice"))
    before = known(ledger)
    id_ = sent("Gazette", "rice").document.id
    ledger.withdraw(id_, "ada", "a hoax")
    found = since(ledger, before)
    assert kinds(found) == ["gone", "gone"]
    assert id_ in {one.about for one in found}


# The same fact ------------------------------------------------------------------------------


def test_a_fact_that_gains_a_date_is_the_same_fact(ledger: Ledger) -> None:
    add(ledger, sent("Courier"))
    before = known(ledger)
    add(ledger, sent("Gazette", since=date(2024, 6, 1), until=date(2024, 6, 30)))
    after = known(ledger)
    (old,), (new,) = before.facts, after.facts
    assert old.key != new.key
    assert new.key.startswith(old.key)
    assert kinds(since(ledger, before)) == ["became-settled", "new-document", "new-voice"]


def test_a_fact_that_another_run_reads_with_a_date_is_the_same_fact(ledger: Ledger) -> None:
    add(ledger, sent("Courier"))
    before = known(ledger)
    later = sent("Courier", run="hand/2", since=date(2024, 6, 1), until=date(2024, 6, 30))
    add(ledger, later)
    assert not set(before.claims) & set(known(ledger).claims)
    assert since(ledger, before) == ()


def test_on_another_day_it_is_another_fact(ledger: Ledger) -> None:
    add(ledger, sent("Courier", since=date(2023, 6, 1), until=date(2023, 6, 1)))
    before = known(ledger)
    add(ledger, sent("Gazette", since=date(2024, 6, 1), until=date(2024, 6, 1)))
    assert kinds(since(ledger, before)) == ["new-document", "new-fact"]


def test_what_is_told_anew_once_the_first_claim_is_gone_is_the_same_fact(ledger: Ledger) -> None:
    add(ledger, sent("Courier"))
    before = known(ledger)
    ledger.withdraw(sent("Courier").document.id, "ada", "a hoax")
    add(ledger, sent("Gazette"))
    assert "new-fact" not in kinds(since(ledger, before))


# Two clocks ---------------------------------------------------------------------------------


def test_a_state_of_the_past_is_what_the_ledger_knew_then(ledger: Ledger, clock: Clock) -> None:
    clock.set(6, 20)
    add(ledger, sent("Courier"))
    kept = known(ledger)
    clock.set(7, 3)
    add(ledger, sent("Gazette"))
    ledger.withdraw(sent("Courier").document.id, "ada", "a hoax")
    then = known(ledger, datetime(2024, 6, 30, tzinfo=UTC))
    assert (then.documents, then.claims, then.facts) == (kept.documents, kept.claims, kept.facts)


@given(st.permutations(["Courier", "Gazette", "Herald", "Tribune"]), st.integers(1, 3))
def test_the_order_of_reading_does_not_matter(order: list[str], first: int) -> None:
    made = {
        "Courier": sent("Courier"),
        "Gazette": sent("Gazette", since=date(2024, 6, 1), until=date(2024, 6, 30)),
        "Herald": sent("Herald", mood=Mood.DENIED),
        "Tribune": sent("Tribune", "rice"),
    }
    told = []
    for names in (order, [*sorted(order[:first]), *sorted(order[first:])]):
        with Ledger.open(clock=Clock()) as ledger:
            add(ledger, *(made[name] for name in names[:first]))
            before = known(ledger)
            add(ledger, *(made[name] for name in names[first:]))
            told.append(since(ledger, before))
    assert told[0] == told[1]


# Predictions --------------------------------------------------------------------------------

WORDS = "Norway will ratify it by June."
CLAIM = "a" * 64


def foretelling(day: date, outcome: Outcome | None = None, claim: str = CLAIM) -> Snapshot:
    """A state made on that day with one prediction, whose horizon ends on 30 June 2024."""
    document = Document(WORDS).id
    one = KeptPrediction((claim,), date(2024, 6, 30), outcome)
    made = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    place = Place(document, Span(0, len(WORDS)))
    return Snapshot(made, (document,), {claim: place}, (), (one,))


def between(before: Snapshot, after: Snapshot) -> list[str]:
    return kinds(changes(before, after, {}))


def test_a_prediction_comes_due_on_the_day_after_its_last() -> None:
    before = foretelling(date(2024, 6, 29))
    assert between(before, foretelling(date(2024, 6, 30))) == []
    assert between(before, foretelling(date(2024, 7, 1))) == ["prediction-due"]


def test_a_prediction_that_was_due_already_is_not_told_again() -> None:
    assert between(foretelling(date(2024, 7, 1)), foretelling(date(2024, 8, 1))) == []


def test_a_prediction_that_is_resolved_is_told_as_resolved_and_not_as_due() -> None:
    resolved = foretelling(date(2024, 7, 1), Outcome.YES)
    assert between(foretelling(date(2024, 6, 29)), resolved) == ["prediction-resolved"]
    assert between(resolved, foretelling(date(2024, 8, 1), Outcome.YES)) == []


def test_another_outcome_and_a_withdrawn_one_are_told() -> None:
    resolved = foretelling(date(2024, 7, 1), Outcome.YES)
    assert between(resolved, foretelling(date(2024, 8, 1), Outcome.NO)) == ["prediction-resolved"]
    assert between(resolved, foretelling(date(2024, 8, 1))) == ["gone"]


def test_a_prediction_that_another_run_reads_is_the_same() -> None:
    later = foretelling(date(2024, 8, 1), claim="b" * 64)
    assert between(foretelling(date(2024, 7, 1)), later) == []


# Facts that fall in two, or become one ------------------------------------------------------


def test_what_one_report_tells_of_two_goods_changes_for_each_apart(ledger: Ledger) -> None:
    both = ["40 tanks", "rice"]
    text = "Courier: Arcadia sent Borduria 40 tanks and rice."
    roles = {"source": "Arcadia", "target": "Borduria", "goods": both}
    add(ledger, reading(text, claim(text, text, Predicate.EXCHANGE, **roles)), sent("Gazette"))
    before = known(ledger)
    add(ledger, sent("Herald", "rice"))
    settled, *_ = since(ledger, before)
    assert settled.kind is ChangeKind.BECAME_SETTLED
    assert "rice" in settled.about or "food" in settled.about


def test_a_run_that_reads_another_day_reads_another_fact(ledger: Ledger) -> None:
    add(ledger, sent("Courier", since=date(2023, 6, 1), until=date(2023, 6, 1)))
    before = known(ledger)
    later = {"since": date(2024, 6, 1), "until": date(2024, 6, 1)}
    add(ledger, sent("Courier", "40 tanks", "hand/2", **later))
    assert kinds(since(ledger, before)) == ["gone", "new-fact"]


def held(**facts_by_key: tuple[Status, str]) -> Snapshot:
    """A snapshot of facts by key, each of a standing and of claims named by letters, told by
    a document each."""
    found, places = [], {}
    for key, (status, letters) in facts_by_key.items():
        voices = []
        for letter in letters:
            places[letter * 64] = Place(letter * 64, Span(0, 1))
            voices.append(KeptVoice("", "this document", "for", (letter * 64,)))
        found.append(KeptFact(key, status, len(letters), tuple(voices)))
    made = datetime(2024, 6, 20, tzinfo=UTC)
    return Snapshot(made, (), places, tuple(found), ())


def test_of_a_fact_that_falls_in_two_nothing_is_gone() -> None:
    before = held(one=(Status.SETTLED, "ab"))
    after = held(one=(Status.SETTLED, "ac"), two=(Status.SETTLED, "bd"))
    assert set(between(before, after)) == {"new-voice"}


def test_two_facts_that_become_one_changed_only_if_neither_had_its_standing() -> None:
    parted = {"it @ oslo": (Status.SETTLED, "ab"), "it @ bergen": (Status.CONTESTED, "cde")}
    before = held(**parted)
    assert between(before, held(it=(Status.SETTLED, "abcde"))) == []
    assert between(before, held(it=(Status.SINGLE_VOICED, "abcde"))) == ["became-single-voiced"]


def test_a_fact_is_not_gone_while_a_claim_of_it_counts() -> None:
    before = held(one=(Status.SETTLED, "ab"), two=(Status.SETTLED, "ab"))
    assert between(before, held(one=(Status.SETTLED, "ab"))) == []

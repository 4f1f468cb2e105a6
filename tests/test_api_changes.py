"""`desk.changes` and `desk.brief(since=...)`: what changed since a day or an earlier brief."""

import json
import re
import textwrap
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from foedus.api import Foedus, Settled
from foedus.ledger import Ledger
from foedus.model.errors import InputError
from foedus.report.html import to_html
from foedus.report.items import Brief

COURIER = """Norway and Poland sign pact

Norway and Poland signed a defence pact in Oslo on Wednesday.

Norway sent Poland 40 tanks in May, the ministry said.

Norway will probably ratify the pact by 30 June 2024, said Ada Vole.
"""
GAZETTE = """Pact signed in Oslo

Poland and Norway signed a defence pact in Oslo on Wednesday.

Sweden sent Poland 10 guns, the minister said.
"""
HERALD = """Storm hits Vanuatu

A storm struck Vanuatu on Sunday. Australia sent Vanuatu food, the minister said.
"""
REPRINT = COURIER.replace("Norway and Poland sign pact", "A pact in Oslo")


WIRE = (
    "Norway and Poland signed a defence pact in Oslo on Wednesday",
    "The foreign ministers of both countries met reporters after the ceremony in the old town hall",
    "Sweden sent Poland 10 guns in May",
    "The text will be laid before both parliaments in the autumn, and opposition is expected",
)


class Clock:
    """A ledger's clock that the test sets."""

    def __init__(self) -> None:
        self.time = datetime(2024, 6, 20, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def set(self, month: int, day: int) -> None:
        """Noon of that day of 2024."""
        self.time = datetime(2024, month, day, 12, tzinfo=UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(clock: Clock) -> Iterator[Foedus]:
    with Ledger.open(clock=clock) as ledger:
        yield Foedus(ledger)


@pytest.fixture
def take(desk: Foedus, tmp_path: Path) -> Callable[[str, str], str]:
    """Reads a text into the ledger under a publisher's name; the document's id."""

    days = {"Gazette": date(2024, 6, 21)}

    def taken(text: str, publisher: str) -> str:
        path = tmp_path / f"{publisher.lower()}.txt"
        path.write_text(text, "utf-8")
        outcome = desk.read(
            path, published=days.get(publisher, date(2024, 6, 20)), publisher=publisher
        )
        assert not outcome.failed
        return outcome.read[0].document

    return taken


Take = Callable[[str, str], str]


def old_brief(desk: Foedus, folder: Path) -> Path:
    desk.brief(pictures=False).write(folder)
    return folder / "brief.json"


def kinds(found: Any) -> list[str]:
    return [row["kind"] for row in found]


# Since a day --------------------------------------------------------------------------------


def test_since_a_day_is_since_what_was_known_at_its_end(
    desk: Foedus, take: Take, clock: Clock
) -> None:
    take(COURIER, "Courier")
    clock.set(6, 25)
    gazette = take(GAZETTE, "Gazette")
    since_20 = desk.changes("2024-06-20")
    assert since_20.since == "the end of 20 June 2024 (UTC)"
    assert [c.about for c in since_20.of("new-document")] == [gazette]
    assert kinds(desk.changes(date(2024, 6, 25))) == []


def test_a_moment_can_be_given(desk: Foedus, take: Take, clock: Clock) -> None:
    take(COURIER, "Courier")
    clock.set(6, 25)
    take(GAZETTE, "Gazette")
    assert "new-document" in kinds(desk.changes("2024-06-25T11:59"))
    assert desk.changes(clock.time).found == ()


def test_every_change_leads_to_its_passage(desk: Foedus, take: Take, clock: Clock) -> None:
    take(COURIER, "Courier")
    clock.set(7, 3)
    take(GAZETTE, "Gazette")
    take(HERALD, "Herald")
    rows = json.loads(json.dumps(list(desk.changes("2024-06-20"))))
    assert len(rows) > 5
    for row in rows:
        assert row["text"]
        assert row["passages"]
        for passage in row["passages"]:
            start, end = passage["passage"]
            assert desk.ledger.document(passage["document"]).text[start:end] == passage["words"]


def test_a_new_voice_settles_and_a_new_story_is_called_another(
    desk: Foedus, take: Take, clock: Clock
) -> None:
    take(COURIER, "Courier")
    clock.set(6, 25)
    take(GAZETTE, "Gazette")
    take(HERALD, "Herald")
    found = desk.changes("2024-06-20")
    (settled,) = found.of("became-settled")
    assert settled.text == (
        "Norway and Poland signed the pact: single-voiced before, settled now (said by "
        "Courier and Gazette)."
    )
    documents = {change.text for change in found.of("new-document")}
    assert documents == {
        "Gazette (“Pact signed in Oslo”), of 21 June 2024: the story of Courier goes on.",
        "Herald (“Storm hits Vanuatu”), of 20 June 2024: another story.",
    }


def test_a_reprint_brings_a_document_and_no_voice(desk: Foedus, take: Take, clock: Clock) -> None:
    take(COURIER, "Courier")
    clock.set(6, 25)
    take(REPRINT, "Tribune")
    (only,) = desk.changes("2024-06-20").found
    assert only.kind == "new-document"
    assert "a copy of the text of Courier, and no new voice" in only.text


def test_a_reprint_in_other_lines_brings_no_voice_either(
    desk: Foedus, take: Take, clock: Clock
) -> None:
    wire = " ".join(f"{line}." for line in WIRE)
    take(wire, "Courier")
    clock.set(6, 25)
    take(textwrap.fill(wire, 50), "Tribune")
    assert {change.kind for change in desk.changes("2024-06-20").found} == {"new-document"}


def test_the_earliest_report_is_named_first_whenever_it_was_read(
    desk: Foedus, tmp_path: Path, clock: Clock
) -> None:
    order = {"Herald": 24, "Gazette": 22, "Tribune": 23, "Courier": 21}
    for name, day in order.items():
        (tmp_path / name).write_text(f"{name}: Norway gave Poland 40 tanks in May.", "utf-8")
        desk.read(tmp_path / name, publisher=name, published=date(2024, 5, day))
    (fact,) = desk.changes("2024-06-01").of("new-fact")
    assert "said by Courier, Gazette, Tribune and 1 more" in fact.text


def test_a_denial_contests_and_who_denies_is_told(desk: Foedus, take: Take, clock: Clock) -> None:
    take("Norway gave Poland 40 tanks in May.", "Courier")
    clock.set(6, 25)
    take("Norway did not give Poland 40 tanks in May.", "Gazette")
    (contested,) = desk.changes("2024-06-20").of("became-contested")
    assert "single-voiced before, contested now" in contested.text
    assert "said by Courier; denied by Gazette" in contested.text


def test_the_order_of_reading_does_not_matter(tmp_path: Path) -> None:
    told = []
    for names in (("a", "b", "c"), ("c", "b", "a")):
        clock = Clock()
        with Ledger.open(clock=clock) as ledger:
            desk = Foedus(ledger)
            texts = {"a": GAZETTE, "b": HERALD, "c": REPRINT}
            for name, text in {**texts, "first": COURIER}.items():
                (tmp_path / name).write_text(text, "utf-8")
            desk.read(tmp_path / "first", publisher="Courier")
            clock.set(6, 25)
            for name in names:
                desk.read(tmp_path / name, publisher=name)
            told.append([(r["kind"], r["about"], r["claims"]) for r in desk.changes("2024-06-20")])
    assert told[0] == told[1]


# Predictions --------------------------------------------------------------------------------


def test_a_prediction_comes_due_once_its_horizon_has_passed(
    desk: Foedus, take: Take, clock: Clock
) -> None:
    take(COURIER, "Courier")
    clock.set(6, 30)
    assert desk.changes("2024-06-20").found == ()
    clock.set(7, 1)
    (due,) = desk.changes("2024-06-20").found
    assert due.kind == "prediction-due"
    assert due.text == (
        "Ada Vole foretold “Norway will probably ratify the pact by 30 June 2024”: due by 30 June "
        "2024, and no outcome is recorded."
    )
    clock.set(7, 5)
    assert desk.changes("2024-07-01").found == ()


def test_a_resolved_prediction_is_told_with_who_and_why_and_so_is_its_withdrawal(
    desk: Foedus, take: Take, clock: Clock
) -> None:
    take(COURIER, "Courier")
    id_ = desk.predictions().found[0].id
    clock.set(7, 5)
    done = desk.resolve(id_, Settled("no", "it was put off", "Eva Lund")).history[-1]
    (resolved,) = desk.changes("2024-06-20").found
    assert resolved.kind == "prediction-resolved"
    assert resolved.text.endswith("it did not come about, says Eva Lund (it was put off).")
    clock.set(7, 8)
    desk.ledger.withdraw(done.id, "Eva Lund", "a mistake")
    (gone,) = desk.changes("2024-07-05").found
    assert gone.kind == "gone"
    assert "the outcome “no” is withdrawn" in gone.text


# Gone ---------------------------------------------------------------------------------------


def test_what_is_withdrawn_is_told_with_who_and_why_and_keeps_its_passage(
    desk: Foedus, take: Take, clock: Clock
) -> None:
    take(COURIER, "Courier")
    herald = take(HERALD, "Herald")
    clock.set(7, 3)
    desk.ledger.withdraw(herald, "Eva Lund", "off topic")
    found = desk.changes("2024-06-20")
    gone = {change.about: change for change in found.of("gone")}
    assert gone[herald].text == (
        "Herald (“Storm hits Vanuatu”), of 20 June 2024 counts no more (withdrawn by Eva Lund: off "
        "topic)."
    )
    assert all(change.why == "withdrawn by Eva Lund: off topic" for change in gone.values())
    assert {q.document for change in gone.values() for q in change.passages} == {herald}
    body = desk.brief(since="2024-06-20", pictures=False).as_json()
    cited = [id_ for item in body["changes"] for id_ in item["claims"]]
    notes = {body["passages"][id_]["note"] for id_ in cited}
    assert "counts no more" in notes


# The brief ----------------------------------------------------------------------------------


def test_the_brief_opens_with_what_changed_and_only_where_it_is_asked(
    desk: Foedus, take: Take, clock: Clock, tmp_path: Path
) -> None:
    take(COURIER, "Courier")
    path = old_brief(desk, tmp_path / "old")
    assert "changes" not in json.loads(path.read_text("utf-8"))
    assert "What changed" not in (tmp_path / "old" / "brief.html").read_text("utf-8")
    clock.set(7, 3)
    take(GAZETTE, "Gazette")
    desk.brief(since=path, pictures=False).write(tmp_path / "new")
    page = (tmp_path / "new" / "brief.html").read_text("utf-8")
    assert re.findall(r'<section id="(\w+)"', page)[0] == "changes"
    markdown = (tmp_path / "new" / "brief.md").read_text("utf-8")
    assert re.findall(r"^## .*", markdown, re.M)[0] == "## What changed"
    assert "- became settled: Norway and Poland signed" in markdown
    body = json.loads((tmp_path / "new" / "brief.json").read_text("utf-8"))
    assert list(body)[:2] == ["as_of", "changes"]
    for item in body["changes"]:
        assert item["claims"]
        assert all(id_ in body["passages"] for id_ in item["claims"])
    assert "Compared with the brief of 20 June 2024, 12:00 UTC" in body["as_of"][1]["text"]


def test_nothing_changed_is_said_plainly(desk: Foedus, take: Take, clock: Clock) -> None:
    take(COURIER, "Courier")
    clock.set(6, 25)
    (item,) = desk.brief(since="2024-06-20", pictures=False).brief["changes"]
    assert item.text.startswith("Nothing changed since the end of 20 June 2024 (UTC)")
    assert not item.behind


def test_a_day_before_everything_makes_all_of_it_new(desk: Foedus, take: Take) -> None:
    take(COURIER, "Courier")
    brief = desk.brief(since="2024-06-01", pictures=False).brief
    assert "when none of these reports was known" in brief["as_of"][1].text
    assert {i.fields["kind"] for i in brief["changes"]} == {"new-document", "new-fact"}


# Since a brief ------------------------------------------------------------------------------


def test_since_a_brief_is_the_same_as_since_its_day(
    desk: Foedus, take: Take, clock: Clock, tmp_path: Path
) -> None:
    take(COURIER, "Courier")
    path = old_brief(desk, tmp_path)
    contents = json.loads(path.read_text("utf-8"))
    clock.set(7, 3)
    take(GAZETTE, "Gazette")
    take(HERALD, "Herald")
    by_day = list(desk.changes("2024-06-20"))
    assert by_day
    assert list(desk.changes(path)) == list(desk.changes(str(path))) == by_day
    assert list(desk.changes(contents)) == by_day


def test_a_brief_since_a_brief_can_be_compared_with_in_turn(
    desk: Foedus, take: Take, clock: Clock, tmp_path: Path
) -> None:
    take(COURIER, "Courier")
    first = old_brief(desk, tmp_path)
    clock.set(7, 3)
    take(GAZETTE, "Gazette")
    second = json.loads(json.dumps(desk.brief(since=first, pictures=False).as_json()))
    assert desk.changes(second).found == ()
    clock.set(7, 5)
    take(HERALD, "Herald")
    assert set(kinds(desk.changes(second))) == {"new-document", "new-fact"}


def test_a_brief_on_new_documents_keeps_those_of_the_earlier_brief(
    desk: Foedus, take: Take, clock: Clock, tmp_path: Path
) -> None:
    courier = take(COURIER, "Courier")
    path = old_brief(desk, tmp_path)
    clock.set(6, 25)
    herald, gazette = take(HERALD, "Herald"), take(GAZETTE, "Gazette")
    body = desk.brief([gazette], since=path, pictures=False).as_json()
    assert {item["document"] for item in body["sources"]} == {courier, gazette}
    assert herald not in json.dumps(body)
    assert "gone" not in {item["kind"] for item in body["changes"]}


def test_another_ledger_with_the_same_documents_will_do(
    desk: Foedus, take: Take, tmp_path: Path
) -> None:
    take(COURIER, "Courier")
    path = old_brief(desk, tmp_path / "old")
    with Ledger.open() as ledger:
        other = Foedus(ledger)
        other.read(tmp_path / "courier.txt", published=date(2024, 6, 20), publisher="Courier")
        assert set(kinds(other.changes(path))) <= {"prediction-due"}


# What cannot be compared --------------------------------------------------------------------


def refused(desk: Foedus, since: Any) -> str:
    with pytest.raises(InputError) as caught:
        desk.brief(since=since)
    return str(caught.value)


@pytest.fixture
def kept(desk: Foedus, take: Take, tmp_path: Path) -> dict[str, Any]:
    """The contents of a brief."""
    take(COURIER, "Courier")
    contents: dict[str, Any] = json.loads(old_brief(desk, tmp_path).read_text("utf-8"))
    return contents


def test_a_day_that_is_none_or_still_to_come_is_refused(desk: Foedus, take: Take) -> None:
    take(COURIER, "Courier")
    for none in ("2024-02-30", "2024-6-1", "2024-06-20T25:00", "0001-01-01T00:00+14:00"):
        assert "there is no such day" in refused(desk, none)
    assert "still to come" in refused(desk, "2024-06-21")
    assert "still to come" in refused(desk, "2024-06-20T13:00")


def test_a_file_that_is_not_there_or_no_brief_is_refused(
    desk: Foedus, take: Take, tmp_path: Path
) -> None:
    take(COURIER, "Courier")
    assert "cannot be read" in refused(desk, tmp_path / "none.json")
    assert "cannot be read" in refused(desk, "last week")
    assert "is no brief: it is not JSON" in refused(desk, tmp_path / "courier.txt")
    (tmp_path / "raw.bin").write_bytes(b"\xff\xfe\x00")
    assert "is no brief: it is not JSON" in refused(desk, tmp_path / "raw.bin")
    for body in ("[]", "{}", '{"differences": []}', "7"):
        (tmp_path / "other.json").write_text(body, "utf-8")
        assert "is no brief that foedus wrote" in refused(desk, tmp_path / "other.json")


def test_a_brief_without_a_state_is_refused_and_a_day_is_asked_for(
    desk: Foedus, kept: dict[str, Any]
) -> None:
    del kept["state"]
    told = refused(desk, kept)
    assert "written by an older foedus" in told
    assert "--since 2024-06-20" in told


def test_a_state_of_another_schema_or_a_damaged_one_is_refused(
    desk: Foedus, kept: dict[str, Any]
) -> None:
    assert "schema 9, this foedus knows 1" in refused(
        desk, {**kept, "state": {**kept["state"], "schema": 9}}
    )
    claims = [[*kept["state"]["claims"][0][:3], 9999]]
    damaged = {**kept["state"], "claims": claims, "facts": [], "predictions": []}
    assert "ends behind its document" in refused(desk, {**kept, "state": damaged})


def test_a_ledger_that_lacks_documents_of_the_brief_is_refused_with_their_names(
    kept: dict[str, Any],
) -> None:
    with Ledger.open() as empty:
        told = refused(Foedus(empty), kept)
    assert f"courier.txt ({kept['state']['documents'][0][:10]})" in told
    assert "--ledger" in told


def test_an_empty_ledger_has_nothing_to_brief_on(desk: Foedus) -> None:
    assert "read a file first" in refused(desk, "2024-06-20")


def test_a_refusal_leaves_the_ledger_as_it_was(desk: Foedus, kept: dict[str, Any]) -> None:
    before = desk.ledger.documents(), desk.ledger.claims()
    refused(desk, {**kept, "state": None})
    assert (desk.ledger.documents(), desk.ledger.claims()) == before


def test_what_a_brief_says_of_a_voice_is_no_markup(
    desk: Foedus, take: Take, tmp_path: Path, kept: dict[str, Any]
) -> None:
    for fact in kept["state"]["facts"]:
        for voice in fact["voices"]:
            voice[0] = voice[1] = "<script>alert(1)</script>"
    desk.ledger.withdraw(kept["state"]["documents"][0], "ada", "<b>why</b>")
    take(GAZETTE, "Gazette")
    brief: Brief = desk.brief(since=kept, pictures=False).brief
    assert "<script" not in to_html(brief)
    assert "<b>" not in to_html(brief)

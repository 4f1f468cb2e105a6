"""The aligned facts judged by eye fit their texts, and the measure counts what still stands."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import bench.aligned
from bench.aligned import (
    DRAW,
    JUDGED,
    Facing,
    documents_of,
    drawn,
    facing,
    fresh,
    keep,
    least_alike,
    precision,
)
from bench.scoring import Rows, rows_of
from foedus.model.document import Document
from foedus.model.identity import text_hash
from foedus.read.assertions import aligned, assertions_of
from foedus.read.assertions.likeness import Words
from foedus.read.clean import line_roles

PUBLISHED = date(2024, 5, 3)
FIRST = (
    "Peru will lend Chile 40 tankers in June, the minister said.\n\nThe port closed on Monday.\n"
)
SECOND = (
    "Peru will lend Chile 60 tankers in June.\n\nThe harbour master closed the port on Monday.\n"
)
THIRD = "In June Peru will lend Chile 60 large tankers.\n"


@pytest.fixture
def pairs() -> list[Facing]:
    """The pairs of one event of two reports."""
    return facing({"one": [(Document(text), PUBLISHED) for text in (FIRST, SECOND)]})


def judged(pair: Facing, verdict: str, seed: int = DRAW) -> dict[str, Any]:
    clauses = [
        {"document": one.document, "start": one.span.start, "end": one.span.end}
        for one in pair.ones
    ]
    return {"clauses": clauses, "verdict": verdict, "seed": seed}


@pytest.mark.shared
def test_every_judged_clause_lies_in_a_document_that_we_have_and_cuts_no_word(
    shared: Path,
) -> None:
    texts = {
        document.id: document.text
        for event in documents_of(shared).values()
        for document, _ in event
    }
    edges = [
        texts[one["document"]][at - 1 : at + 1]
        for row in rows_of(JUDGED)
        for one in row["clauses"]
        for at in (one["start"], one["end"])
    ]
    assert [edge for edge in edges if len(edge) == 2 and edge.isalnum()] == []


@pytest.mark.shared
def test_the_two_clauses_of_a_judgement_are_of_two_reports_of_one_event(shared: Path) -> None:
    event_of = {
        document.id: event for event, pairs in documents_of(shared).items() for document, _ in pairs
    }
    for row in rows_of(JUDGED):
        first, second = (one["document"] for one in row["clauses"])
        assert first != second and event_of[first] == event_of[second]


def test_a_hundred_of_all_pairs_were_drawn_and_each_pair_is_judged_once() -> None:
    rows: Rows = rows_of(JUDGED)
    places = {bench.aligned.places_of(row) for row in rows}
    assert len(places) == len(rows)
    assert sum(row["seed"] == DRAW for row in rows) == 100
    assert {row["verdict"] for row in rows} <= {"same", "other"}


def test_what_was_judged_is_kept_without_text() -> None:
    for row in rows_of(JUDGED):
        assert set(row) == {"clauses", "verdict", "seed"}
        for one in row["clauses"]:
            assert set(one) == {"document", "start", "end"} and len(one["document"]) == 64


def test_a_document_is_title_and_text_as_received(tmp_path: Path) -> None:
    (tmp_path / "stories").mkdir()
    row = {"story": "a", "date": "2024-05-03", "title": "Tankers", "text": FIRST}
    (tmp_path / "stories" / "basil.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    (((document, day),),) = documents_of(tmp_path).values()
    assert document.id == text_hash(f"Tankers\n\n{FIRST}") and day == PUBLISHED


def test_of_a_group_of_three_the_two_least_alike_are_judged() -> None:
    documents = [Document(text) for text in (FIRST, SECOND, THIRD)]
    read = [assertions_of(one, line_roles(one), PUBLISHED) for one in documents]
    group = next(one for one in aligned(read) if len(one.assertions) == 3)
    words = Words([one for document in read for one in document])
    pair = least_alike("one", group, words)
    first, second, third = group.assertions
    assert THIRD[third.span.start : third.span.end].endswith("large tankers")
    assert third in pair.ones
    assert pair.likeness < words.likeness(first, second)


def test_a_draw_is_the_same_each_time_and_fresh_pairs_are_in_no_other_draw(
    pairs: list[Facing],
) -> None:
    assert drawn(pairs, 3, 1) == drawn(pairs, 3, 1) and len(drawn(pairs, 3, 100)) == len(pairs)
    first = judged(pairs[0], "same", seed=3)
    assert pairs[0] not in fresh(pairs, [first], seed=4)
    assert fresh(pairs, [first], seed=3) == pairs


def test_precision_is_of_the_judged_pairs_that_still_face_each_other(pairs: list[Facing]) -> None:
    now = {pair.places for pair in pairs}
    gone = judged(pairs[0], "other")
    gone["clauses"][0]["end"] -= 1
    assert precision(now, [judged(pairs[0], "same"), gone]) == 1
    assert precision(now, [judged(pairs[0], "other"), gone]) == 0
    assert precision(set(), [judged(pairs[0], "same")]) == 0


def test_to_keep_a_draw_again_replaces_its_verdicts_and_no_others(
    pairs: list[Facing], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench.aligned, "JUDGED", tmp_path / "aligned.jsonl")
    keep(pairs, 3, set())
    keep(pairs, 4, {1})
    assert keep(pairs, 3, {1}) == f"{len(pairs) - 1} of {len(pairs)} are of one thing"
    verdicts = [(row["seed"], row["verdict"]) for row in rows_of(tmp_path / "aligned.jsonl")]
    assert verdicts.count((4, "other")) == verdicts.count((3, "other")) == 1
    assert len(verdicts) == 2 * len(pairs)

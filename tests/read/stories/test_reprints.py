"""Reprints: one wire report in many outlets is one text, and credits whom it credits."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from foedus.cli.app import app
from foedus.read.stories import credited, reprints

WIRE = (
    "HAVEN (Reuters) - The harbour of Haven reopened on Monday after a storm had closed it "
    "for three days, port officials said. Forty ships waited outside the breakwater, among "
    "them two tankers and a hospital ship. Pilots began to bring them in at dawn, one every "
    "twenty minutes, and the first cranes were at work by noon."
)
CUT = "Storm-hit port opens again. " + " ".join(WIRE.split()[3:40])
OTHER = (
    "Three days after the storm, Haven's port is open. The first of forty waiting ships tied "
    "up early on Monday morning. A hospital ship was let in before the tankers, said the "
    "harbour master, who had not slept since Friday. Fishermen complained that nobody had "
    "told them when they could go out."
)


def test_a_text_that_was_cut_and_given_another_headline_is_the_same() -> None:
    assert reprints({"a": WIRE, "b": OTHER, "c": CUT}) == [("a", "c"), ("b",)]


def test_reprints_of_reprints_stand_together_whatever_the_order() -> None:
    texts = {"b": OTHER, "c": CUT, "a": WIRE, "d": WIRE.upper()}
    assert reprints(texts) == [("b",), ("c", "a", "d")]


def test_texts_that_are_too_short_to_tell_are_each_their_own() -> None:
    assert reprints({"a": "Talks go on.", "b": "Talks go on."}) == [("a",), ("b",)]


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        (WIRE, "media/reuters"),
        ("MOSCOW, June 19. /TASS/. The two sides signed.", "media/tass"),
        ("By Ada Vole, Associated Press\nThe two sides signed.", "media/ap"),
        ("The two sides signed.\n© 2024 AFP", "media/afp"),
        ("The two sides signed, Reuters reported (see page 2) - and left.", ""),
        ("The chairman (Peter) - a tall man - signed.", ""),
        ("The two sides signed.", ""),
    ],
)
def test_a_text_credits_a_medium_in_the_form_of_a_credit_alone(text: str, origin: str) -> None:
    assert credited(text) == origin


def test_a_story_tells_how_many_of_its_documents_are_independent(tmp_path: Path) -> None:
    for name, text in (("a", WIRE), ("b", CUT), ("c", OTHER)):
        (tmp_path / f"{name}.txt").write_text(f"Port reopens\n\n{text}\n", "utf-8")
    ledger = str(tmp_path / "pact.db")
    files = [str(tmp_path / f"{name}.txt") for name in "abc"]
    CliRunner().invoke(app, ["read", *files, "--ledger", ledger], catch_exceptions=False)
    told = CliRunner().invoke(app, ["stories", "--ledger", ledger]).output
    assert "(3 documents, 2 independent)" in told
    assert "the same text" in told
    (story,) = json.loads(CliRunner().invoke(app, ["stories", "--ledger", ledger, "--json"]).output)
    assert sorted(len(text["ids"]) for text in story["texts"]) == [1, 2]
    assert {text["origin"] for text in story["texts"]} == {"media/reuters", None}


@pytest.mark.shared
def test_reports_of_one_event_by_three_outlets_are_independent(shared: Path) -> None:
    stories: dict[str, list[str]] = {}
    for line in (shared / "stories" / "basil.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        stories.setdefault(str(row["story"]), []).append(row["text"])
    for texts in stories.values():
        assert len(reprints({str(n): text for n, text in enumerate(texts)})) == len(texts)

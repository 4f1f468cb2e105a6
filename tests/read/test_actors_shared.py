"""Floors on the development data beside the repository: countries of actor strings."""

import json
from pathlib import Path
from typing import Any

import pytest

from foedus.read.actors import annotate_actors

Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def share(questions: list[Row]) -> tuple[float, float]:
    """Countries right and wrong; an answer left open is not a wrong one."""
    asked = [{key: q.get(key) for key in ("id", "actor", "context", "date")} for q in questions]
    answers = [row["country"] for row in annotate_actors(asked)]
    pairs = [(a, q["country"]) for a, q in zip(answers, questions, strict=True)]
    right = sum(a == (gold or "") for a, gold in pairs)
    wrong = sum(bool(a) and a != gold for a, gold in pairs)
    return right / len(pairs), wrong / len(pairs)


@pytest.mark.shared
def test_countries_of_actor_strings_in_events(shared: Path) -> None:
    questions = [
        {"actor": actor["text"], "country": actor["code"]}
        for row in rows(shared / "events" / "plover_gsr.dev.jsonl")
        for event in row["events"][:1]
        for actor in (*event["source"], *event["target"])
        if actor.get("text") and actor.get("code")
    ]
    right, wrong = share(questions)
    assert right >= 0.92 and wrong <= 0.02


@pytest.mark.shared
def test_countries_of_single_actor_strings(shared: Path) -> None:
    questions = rows(shared / "events" / "actors.dev.jsonl")
    right, _ = share([q for q in questions if q["country"] is not None])
    assert right >= 0.80

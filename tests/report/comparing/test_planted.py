"""Reports written for the test, with differences planted: each is found, and nothing invented.

A case is a folder of `tests/comparisons`: the reports, and `expected.toml` with what differs.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import foedus
from foedus.report.sections.comparison import DIFFERENCES

CASES = Path(__file__).parents[2] / "comparisons"
NAMES = sorted(path.name for path in CASES.iterdir())


def expected(name: str) -> dict[str, Any]:
    return tomllib.loads((CASES / name / "expected.toml").read_text("utf-8"))


@cache
def compared(name: str) -> dict[str, Any]:
    with foedus.open() as desk:
        desk.read(*(CASES / name / file for file in expected(name)["reports"]))
        return desk.compare().as_json()


@pytest.mark.parametrize("name", NAMES)
def test_every_planted_difference_is_found_with_its_kind(name: str) -> None:
    found = [(row["kind"], row["text"]) for row in compared(name)["differences"]]
    planted = expected(name)["planted"]
    told = [any(k == kind and words in text for k, text in found) for kind, words in planted]
    assert dict(zip(map(tuple, planted), told, strict=True)) == dict.fromkeys(
        map(tuple, planted), True
    )


@pytest.mark.parametrize("name", NAMES)
def test_nothing_else_is_said_to_differ(name: str) -> None:
    """What one report alone has is listed whole only where `listed` says nothing else."""
    planted, listed = expected(name)["planted"], expected(name).get("listed", True)
    invented = [
        row["text"]
        for row in compared(name)["differences"]
        if not any(row["kind"] == kind and words in row["text"] for kind, words in planted)
        and (listed or row["kind"] != "only-here")
    ]
    assert invented == []


def test_every_kind_is_planted_somewhere() -> None:
    assert {kind for name in NAMES for kind, _ in expected(name)["planted"]} == set(DIFFERENCES)


@pytest.mark.parametrize("name", NAMES)
def test_every_side_gives_exactly_the_words_of_its_document(name: str) -> None:
    found = compared(name)
    with foedus.open() as desk:
        desk.read(*(CASES / name / file for file in expected(name)["reports"]))
        texts = {row["id"]: desk.ledger.document(row["id"]).text for row in desk.ledger.documents()}
    sides = [
        side
        for part in ("differences", "agreements", "impossible")
        for row in found[part]
        for side in row["sides"]
    ]
    assert sides
    for side in sides:
        start, end = side["passage"]
        assert texts[side["document"]][start:end] == side["words"]
        cited = found["passages"][side["id"]]
        assert cited["document"] == side["document"]
        assert any(first <= start and end <= last for first, last in cited["passages"])
        assert side["chain"][0] == side["label"]

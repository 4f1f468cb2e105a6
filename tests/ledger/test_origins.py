"""How many independent origins stand behind documents, and how many voices count."""

from datetime import UTC, datetime
from typing import Any

import pytest

from foedus.ledger.origins import Source, independent, origins
from foedus.model.document import Receipt

WIRE = (
    "The two ministers shook hands on Tuesday in the old harbour town of Port Vole.",
    "They had spoken for three hours about fish, ferries and the price of coal.",
    "Neither of them would say afterwards whether a treaty was any nearer now.",
)


def source(document: str, *lines: str, **received: Any) -> Source:
    at = datetime(2024, 6, 20, tzinfo=UTC)
    receipts = (Receipt(document, f"{document}.txt", at, **received),) if received else ()
    return Source(document, "\n".join(lines), frozenset(lines), receipts)


def count(*sources: Source) -> int:
    return len(set(origins(sources).values()))


def test_documents_of_which_nothing_is_known_are_each_their_own_origin() -> None:
    assert origins([source("a"), source("b")]) == {"a": "a", "b": "b"}


def test_one_publisher_is_one_origin_however_it_is_written() -> None:
    publishers = [source("a", publisher="The Courier"), source("b", publisher="the courier ")]
    assert origins(publishers) == {"a": "The Courier", "b": "The Courier"}


@pytest.mark.parametrize(
    "line",
    [
        "PORT VOLE, June 19 (Reuters) - Two ministers met.",
        "By Reuters",
        "Source: Reuters",
    ],
)
def test_the_agency_that_a_text_names_is_its_origin(line: str) -> None:
    assert origins([source("a", line, publisher="The Courier")]) == {"a": "Reuters"}


def test_the_agency_that_a_receipt_names_as_author_is_the_origin() -> None:
    named = source("a", author="Associated Press", publisher="The Courier")
    assert origins([named]) == {"a": "Associated Press"}


@pytest.mark.parametrize(
    "line", ["Reuters", "The minister told Reuters so.", "Reports (Reuters) said so."]
)
def test_an_agency_that_is_only_mentioned_or_credited_for_a_picture_is_not(line: str) -> None:
    assert origins([source("a", line)]) == {"a": "a"}


def test_an_outlet_does_not_become_the_agency_that_it_once_prints() -> None:
    wired = source("a", "By Reuters", publisher="The Courier")
    assert count(wired, source("b", publisher="The Courier"), source("c", "By Reuters")) == 2


def test_texts_that_share_most_long_lines_are_one_origin() -> None:
    assert count(source("a", *WIRE), source("b", *WIRE[1:], "And other words.")) == 1


def test_short_lines_in_common_mean_nothing() -> None:
    assert count(source("a", "Read more", *WIRE[:1]), source("b", "Read more", *WIRE[1:])) == 2


def test_documents_judged_the_same_are_one_origin() -> None:
    assert len(set(origins([source("a"), source("b")], {"b": "a"}).values())) == 1


@pytest.mark.parametrize(
    ("voices", "number"),
    [
        ([], 0),
        ([("ada", "courier")], 1),
        ([("ada", "courier"), ("ada", "gazette")], 1),
        ([("ada", "courier"), ("ben", "courier")], 1),
        ([("ada", "courier"), ("ben", "gazette")], 2),
        ([("ada", "courier"), ("ada", "gazette"), ("ben", "courier")], 2),
        ([("ada", "courier"), ("ben", "courier"), ("ben", "gazette"), ("cal", "gazette")], 2),
    ],
)
def test_voices_count_by_speaker_and_by_origin(voices: list[tuple[str, str]], number: int) -> None:
    assert independent(voices) == number

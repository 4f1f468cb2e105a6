"""The same report twice, renamed, or with other furniture: stored once, counted as one voice."""

import json
from pathlib import Path

import pytest

import foedus as package
from tests.trouble.conftest import PACT, Command

FURNITURE = """Subscribe to our newsletter

Share this article

{text}
Read more

Cookie settings

Copyright 2024. All rights reserved.
"""
OTHER = """Oslo and Warsaw agree

Norway and Poland signed a treaty on mutual assistance, officials in both of the capitals said.

“We had waited for it,” said Jan Nowak, a retired admiral, in an interview in his home town.
"""


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    texts = {
        "first": PACT,
        "renamed": PACT,
        "furnished": FURNITURE.format(text=PACT),
        "other": OTHER,
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    return {name: tmp_path / f"{name}.txt" for name in texts}


def body(foedus: Command, tmp_path: Path, *files: Path) -> dict[str, list[dict[str, object]]]:
    """The JSON of the brief of these files."""
    ended = foedus("brief", *files, "--out", tmp_path / "out")
    assert ended.status == 0, ended.err
    read: dict[str, list[dict[str, object]]] = json.loads(
        (tmp_path / "out" / "brief.json").read_text("utf-8")
    )
    return read


def kinds(brief: dict[str, list[dict[str, object]]]) -> list[object]:
    return [item["kind"] for item in brief["comparison"]]


def test_the_same_text_under_two_names_is_one_report_received_twice(
    foedus: Command, files: dict[str, Path], tmp_path: Path
) -> None:
    brief = body(foedus, tmp_path, files["first"], files["renamed"], files["first"])
    (source,) = brief["sources"]
    assert source["files"] == ["first.txt", "renamed.txt"]
    assert "received 2 times" in str(source["text"])
    assert brief["comparison"] == []


def test_a_copy_with_other_furniture_is_named_as_one(
    foedus: Command, files: dict[str, Path], tmp_path: Path
) -> None:
    brief = body(foedus, tmp_path, files["first"], files["furnished"])
    assert [source["copy_of"] for source in brief["sources"]] == [None, "A"]
    assert [item["text"] for item in brief["comparison"] if item["kind"] == "copies"] == [
        "Report A and Report B are 2 copies of one text and count as one voice."
    ]


def test_copies_neither_agree_nor_stand_alone(
    foedus: Command, files: dict[str, Path], tmp_path: Path
) -> None:
    brief = body(foedus, tmp_path, files["first"], files["furnished"])
    assert not {"agree", "only-here"} & set(kinds(brief))


def test_a_copy_and_another_report_are_two_voices(
    foedus: Command, files: dict[str, Path], tmp_path: Path
) -> None:
    brief = body(foedus, tmp_path, files["first"], files["furnished"], files["other"])
    assert [source["copy_of"] for source in brief["sources"]] == [None, "A", None]
    assert {"copies", "agree"} <= set(kinds(brief))


def test_copies_make_no_fact_settled_and_another_report_does(files: dict[str, Path]) -> None:
    with package.open() as desk:
        desk.read(files["first"], files["renamed"], files["furnished"])
        alone = {(f.status.value, f.independent) for f in desk.facts(predicate="agreement.signed")}
        desk.read(files["other"])
        both = {(f.status.value, f.independent) for f in desk.facts(predicate="agreement.signed")}
    assert alone == {("single-voiced", 1)}
    assert both == {("settled", 2)}


def test_reading_all_again_stores_nothing(files: dict[str, Path]) -> None:
    with package.open() as desk:
        desk.read(*files.values())
        before = (desk.claims(), desk.statements(), desk.ledger.receipts())
        assert {one.new for one in desk.read(*files.values()).read} == {False}
        after = (desk.claims(), desk.statements(), desk.ledger.receipts())
        assert [*map(len, before)] == [*map(len, after)]
        assert desk.ledger.check() == ()

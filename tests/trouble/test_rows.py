"""Batch lines that are hostile: a row out for a row in, or one line of error and no file."""

import json
from pathlib import Path
from typing import Any

import pytest

import foedus as package
from foedus.api import TEXT_TASKS
from foedus.model.errors import InputError
from tests.trouble.conftest import PACT, Command

HOSTILE = {
    "nothing": "",
    "blank": " \n\t \n\n",
    "nul": PACT.replace("bond", "bo\x00nd"),
    "escapes": PACT.replace("bond", "\x1b[31mbond\x1b[0m\x07"),
    "half a pair": PACT.replace("bond", "bo\ud800nd"),
    "the other half": "\udc00",
    "turned": PACT.replace("bond", "\u202ebond"),
    "marks": "\"“”«»„``''‘’" * 90,
    "one mark": '"',
    "line ends": "Anna Berg said no.\r\nOla Holm\u2028said\x85yes.\x0b\x0c",
    "invisible": "\u200b\u200c\ufeff\u00ad",
    "combining": "Zoë said " + "e" + "\u0301" * 500,
    "one word": "a" * 20_000,
}


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def spans(value: Any) -> list[tuple[int, int]]:
    """Every pair of offsets in an output row."""
    if isinstance(value, dict):
        own = [(value["start"], value["end"])] if "start" in value else []
        return own + [pair for one in value.values() for pair in spans(one)]
    if isinstance(value, list) and len(value) == 2 and all(isinstance(n, int) for n in value):
        return [(value[0], value[1])]
    return [pair for one in value for pair in spans(one)] if isinstance(value, list) else []


@pytest.mark.parametrize("task", TEXT_TASKS)
def test_hostile_rows_each_give_a_row_in_order(foedus: Command, task: str, tmp_path: Path) -> None:
    source = write(tmp_path / "in", [{"id": k, "text": v} for k, v in HOSTILE.items()])
    ended = foedus("annotate", task, source, tmp_path / "out")
    assert (ended.status, ended.err) == (0, "")
    rows = [json.loads(line) for line in (tmp_path / "out").read_text("utf-8").splitlines()]
    assert [row["id"] for row in rows] == list(HOSTILE)
    for row in rows if task != "lines" else ():
        length = len(HOSTILE[row["id"]])
        assert all(0 <= start < end <= length for start, end in spans(row))


@pytest.mark.parametrize("kind", ["nul", "escapes", "half a pair", "turned"])
def test_a_strange_character_moves_no_offset(kind: str) -> None:
    (row,) = package.annotate("quotes", [{"id": "1", "text": HOSTILE[kind]}])
    (found,) = row["attributions"]
    (start, end), (first, last) = found["source"][0], found["content"][0]
    assert HOSTILE[kind][start:end] == "Anna Berg"
    assert HOSTILE[kind][first:last].startswith("“This")


def test_hostile_actor_strings_each_give_a_row(foedus: Command, tmp_path: Path) -> None:
    source = write(tmp_path / "in", [{"id": k, "actor": v} for k, v in HOSTILE.items()])
    assert foedus("annotate", "actors", source, tmp_path / "out").status == 0
    rows = [json.loads(line) for line in (tmp_path / "out").read_text("utf-8").splitlines()]
    assert [row["country"] for row in rows if row["id"] in ("nothing", "marks")] == ["", ""]


def test_an_id_comes_out_as_it_went_in(foedus: Command, tmp_path: Path) -> None:
    ids: list[Any] = [1, None, "\ud800", ["a"], {"x": "\x1b"}, True, "1"]
    source = write(tmp_path / "in", [{"id": one, "text": "No."} for one in ids])
    assert foedus("annotate", "lines", source, tmp_path / "out").status == 0
    rows = (tmp_path / "out").read_text("utf-8").splitlines()
    assert [json.loads(row)["id"] for row in rows] == ids


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": "x", "text": ' + "[" * 100_000, "this is not JSON that can be read"),
        ('{"id": ' + "9" * 5000 + ', "text": "x"}', "this is not JSON that can be read"),
        ('{"id": "x", "text": "' + "word " * 1_000_000 + '"}', "5,000,000 characters"),
        ('{"id": "x", "text": 7}', "a row needs a `text`"),
        ('{"id": "x", "actor": "Norway"}', "a row needs a `text`"),
        ('{"id": "x", "text": null}', "a row needs a `text`"),
        ("7", "a row needs an `id`"),
        ("\x00", "this is not JSON that can be read"),
    ],
)
@pytest.mark.parametrize("task", ["lines", "quotes"])
def test_a_line_that_cannot_be_read_is_named_before_any_is(
    foedus: Command, task: str, line: str, message: str, tmp_path: Path
) -> None:
    source = tmp_path / "in"
    source.write_text(json.dumps({"id": "1", "text": PACT}) + "\n\n" + line + "\n", "utf-8")
    ended = foedus("annotate", task, source, tmp_path / "out")
    assert (ended.status, ended.out) == (2, "")
    (error,) = ended.errors
    assert error.startswith(f"foedus: {source}, line 3: ")
    assert message in error
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


@pytest.mark.parametrize("raw", [b"\xff\xfe{", b"\x80\x81", PACT.encode("utf-16")])
def test_a_file_that_is_no_utf_8_is_one_line(foedus: Command, raw: bytes, tmp_path: Path) -> None:
    (tmp_path / "in").write_bytes(raw)
    ended = foedus("annotate", "lines", tmp_path / "in", tmp_path / "out")
    assert (ended.status, len(ended.errors)) == (2, 1)
    assert "give JSON lines in UTF-8" in ended.err


def test_a_file_without_rows_gives_a_file_without_rows(foedus: Command, tmp_path: Path) -> None:
    (tmp_path / "in").write_text("\n\n")
    assert foedus("annotate", "quotes", tmp_path / "in", tmp_path / "out").status == 0
    assert (tmp_path / "out").read_bytes() == b""


@pytest.mark.parametrize("target", ["folder", "no/out"])
def test_a_place_that_cannot_be_written_is_one_line_and_leaves_nothing(
    foedus: Command, target: str, tmp_path: Path
) -> None:
    source = write(tmp_path / "in", [{"id": "1", "text": "No."}])
    (tmp_path / "folder").mkdir()
    ended = foedus("annotate", "lines", source, tmp_path / target)
    assert (ended.status, len(ended.errors)) == (2, 1)
    assert str(tmp_path / target) in ended.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "in"]


def test_the_python_face_names_the_row_too() -> None:
    rows = package.annotate("quotes", [{"id": "1", "text": "No."}, {"id": "2"}])
    assert next(rows)["id"] == "1"
    with pytest.raises(InputError, match="row 2: a row needs a `text`"):
        next(rows)

"""Bad files among good ones: each bad one named in one line, the good ones read, status 1."""

import json
from pathlib import Path
from typing import Any

import pytest

import foedus as package
from foedus.api import taking
from foedus.model.document import Document
from foedus.model.errors import DocumentError
from foedus.model.reading import Reading
from foedus.read.pipeline import read
from foedus.read.receive import MAX_BYTES
from tests.trouble.conftest import PACT, Command

GERMAN = (
    "Die beiden Minister trafen sich am Dienstag in der Hauptstadt und vereinbarten, dass ihre "
    "Staaten einander vor dem Sommer konsultieren. Ein Sprecher sagte, der Wortlaut des dritten "
    "Artikels sei noch offen, und Truppen seien nicht zugesagt worden."
)
BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\n", "empty"),
    "binary.txt": (bytes(range(256)) * 40, "binary"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + b"x" * 50, "binary"),
    "koi8.txt": ("Министры встретились во вторник. ".encode("koi8-r") * 9, "encoding"),
    "half.txt": (b"\xff\xfe\x00\xd8\x41", "encoding"),
    "report.pdf": (PACT.encode(), "broken-pdf"),
    "bericht.txt": (GERMAN.encode(), "language"),
    "long.txt": (b"word " * 200_001, "too-large"),
    "large.txt": (b"a" * (MAX_BYTES + 1), "too-large"),
    "bomb.html": (b"<html><body>" + b"<div>" * 100_000 + b"deep", "unreadable"),
}


@pytest.fixture
def mixed(tmp_path: Path, good: tuple[Path, Path]) -> list[Path]:
    """The first good report, every kind of bad file, a folder, no file, the second good report."""
    for name, (raw, _) in BAD.items():
        (tmp_path / name).write_bytes(raw)
    (tmp_path / "folder").mkdir()
    return [good[0], *(tmp_path / name for name in (*BAD, "folder", "gone.txt")), good[1]]


def test_every_bad_file_has_one_line_and_the_good_ones_are_read(
    foedus: Command, mixed: list[Path], tmp_path: Path
) -> None:
    ended = foedus("read", *mixed, "--ledger", tmp_path / "l.db")
    assert ended.status == 1
    assert [line.split(": ")[0] for line in ended.out.splitlines()] == [
        str(mixed[0]),
        str(mixed[-1]),
    ]
    assert [line.split(": ")[:2] for line in ended.errors] == [
        ["foedus", str(path)] for path in mixed[1:-1]
    ]
    assert all("; " in line for line in ended.errors), "a line says what to do"
    with package.open(tmp_path / "l.db") as desk:
        assert len(desk.ledger.documents()) == 2
        assert desk.ledger.check() == ()


def test_the_json_form_has_the_same_by_code(
    foedus: Command, mixed: list[Path], tmp_path: Path
) -> None:
    ended = foedus("read", *mixed, "--ledger", tmp_path / "l.db", "--json")
    outcome = json.loads(ended.out)
    assert (ended.status, ended.err) == (1, "")
    assert [Path(one["name"]).name for one in outcome["read"]] == ["pact.txt", "visit.txt"]
    expected = {name: code for name, (_, code) in BAD.items()}
    assert {Path(one["name"]).name: one["code"] for one in outcome["failed"]} == {
        **expected,
        "folder": "unreadable",
        "gone.txt": "missing",
    }


def test_a_brief_is_written_of_the_good_ones(
    foedus: Command, good: tuple[Path, Path], tmp_path: Path
) -> None:
    ended = foedus("brief", good[0], tmp_path / "gone.txt", "--out", tmp_path / "out")
    assert ended.status == 1
    assert len(ended.errors) == 1
    body = json.loads((tmp_path / "out" / "brief.json").read_text("utf-8"))
    assert [source["files"] for source in body["sources"]] == [["pact.txt"]]


def test_a_brief_of_bad_files_only_names_them_and_makes_no_folder(
    foedus: Command, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").touch()
    ended = foedus(
        "brief", tmp_path / "empty.txt", tmp_path / "gone.txt", "--out", tmp_path / "out"
    )
    assert (ended.status, ended.out, len(ended.errors)) == (1, "", 2)
    assert not (tmp_path / "out").exists()


def test_a_brief_of_bad_files_only_says_so_in_json_too(foedus: Command, tmp_path: Path) -> None:
    ended = foedus("brief", tmp_path / "gone.txt", "--out", tmp_path / "out", "--json")
    answer = json.loads(ended.out)
    assert (ended.status, answer["brief"]) == (1, None)
    assert [one["code"] for one in answer["failed"]] == ["missing"]


def test_a_reader_that_fails_on_one_file_stops_no_other(
    good: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumbling(document: Document, *rest: Any) -> Reading:
        if "Oslo" in document.text:
            raise RecursionError("too deep")
        return read(document, *rest)

    monkeypatch.setattr(taking, "read_document", stumbling)
    with package.open() as desk:
        outcome = desk.read(*good)
        assert [(one.code, type(one.__cause__)) for one in outcome.failed] == [
            ("failed", RecursionError)
        ]
        assert [Path(one.name).name for one in outcome.read] == ["visit.txt"]
        assert len(desk.ledger.documents()) == 1


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a file without an end")
def test_a_file_without_an_end_is_refused() -> None:
    with package.open() as desk:
        assert [one.code for one in desk.read("/dev/zero").failed] == ["too-large"]


@pytest.mark.parametrize(
    "charset", ["unicode_escape", "utf-7", "undefined", "punycode", "idna", "utf-16", "hex", "no"]
)
def test_a_page_that_declares_a_strange_encoding_is_read_or_refused(
    charset: str, tmp_path: Path
) -> None:
    page = f'<html><head><meta charset="{charset}"></head><body><p>\\ud800 +2AA- caf\xe9 {PACT}'
    path = tmp_path / "page.html"
    path.write_bytes(page.replace("“", '"').replace("”", '"').encode("cp1252"))
    with package.open() as desk:
        assert not desk.read(path).failed
        (document,) = desk.ledger.documents()
        assert "\\ud800 +2AA- café" in desk.ledger.document(document["id"]).text


def test_halves_of_characters_in_a_page_and_its_metadata_are_replaced(tmp_path: Path) -> None:
    data = '{"@type": "NewsArticle", "headline": "Pact \\ud800 signed"}'
    head = f'<title>x</title><script type="application/ld+json">{data}</script>'
    path = tmp_path / "page.html"
    path.write_text(f"<html><head>{head}</head><body><p>&#xD800; {PACT}</p></body></html>", "utf-8")
    with package.open() as desk:
        assert not desk.read(path).failed
        assert [receipt.title for receipt in desk.ledger.receipts()] == [
            "Pact \N{REPLACEMENT CHARACTER} signed"
        ]


def test_words_behind_a_nul_are_kept_and_found(tmp_path: Path) -> None:
    path = tmp_path / "nul.txt"
    path.write_text(PACT.replace("bond", "bo\x00nd"), "utf-8")
    with package.open() as desk:
        assert not desk.read(path).failed
        hit = desk.search("outlive")[0]
        text = desk.ledger.document(hit.document).text
        assert text[hit.passage.start : hit.passage.end] == "outlive"
        assert desk.ledger.check() == ()


@pytest.mark.parametrize("text", ['"' * 3000, "“" * 999, "”“ '' `` „ « » " * 99, "‘" * 500])
def test_a_text_of_quotation_marks_says_nothing(text: str, tmp_path: Path) -> None:
    path = tmp_path / "marks.txt"
    path.write_text(text, "utf-8")
    with package.open() as desk:
        assert not desk.read(path).failed
        assert (len(desk.statements()), len(desk.claims())) == (0, 0)
        assert desk.brief(pictures=False).brief["statements"] == ()


def test_a_word_of_a_million_letters_is_read(tmp_path: Path) -> None:
    path = tmp_path / "word.txt"
    path.write_text("a" * 1_000_000, "utf-8")
    with package.open() as desk:
        assert [one.claims for one in desk.read(path).read] == [0]


@pytest.mark.slow
def test_a_page_of_one_long_line_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_text(PACT.split("\n\n", 1)[1].replace("\n\n", " ").strip() * 250, "utf-8")
    with package.open() as desk:
        assert not desk.read(path).failed
        last = max(end for row in desk.statements() for _, end in row["content"])
        assert last > 0.99 * path.stat().st_size * len(PACT) / len(PACT.encode())
        assert desk.ledger.check() == ()


def test_an_error_is_raised_only_for_its_document() -> None:
    with package.open() as desk:
        outcome = desk.read("gone.txt")
    assert isinstance(outcome.failed[0], DocumentError)
    assert outcome.as_json()["failed"][0]["remedy"] == "check the path and the spelling"

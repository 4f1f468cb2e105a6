"""What `receive` makes of a file: text, page or PDF, by content; every bad one a clear error."""

from datetime import date
from pathlib import Path

import pytest

from foedus.model.errors import DocumentError
from foedus.read.extracting import MAX_CHARACTERS, extract
from foedus.read.receive import MAX_BYTES, receive
from tests.read.pages import PROSE, html, pdf

TEXT = "\n\n".join(PROSE)


def refusal(source: bytes | Path | str, name: str | None = None) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        receive(source, name=name)
    return caught.value


def test_plain_text_is_kept_as_it_is() -> None:
    received = receive(TEXT.encode())
    assert (received.document.text, received.document.converter) == (TEXT, "text/1")


def test_a_file_is_named_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert receive(path).receipt.name == str(path)


def test_the_hash_of_the_raw_bytes_is_kept() -> None:
    one, other = receive(TEXT.encode()), receive(b"\xef\xbb\xbf" + TEXT.encode())
    assert one.document.id == other.document.id
    assert one.document.raw_hash != other.document.raw_hash


def test_line_ends_become_line_feeds() -> None:
    assert receive(TEXT.replace("\n", "\r\n").encode()).document.text == TEXT


def test_utf_16_is_read_by_its_mark() -> None:
    assert receive(TEXT.encode("utf-16")).document.text == TEXT


def test_windows_1252_is_read_where_it_is_plausible() -> None:
    text = f"{TEXT}\n\n“Naïve,” said the owner of the café – and left."
    assert receive(text.encode("cp1252")).document.text == text


def test_a_given_date_prevails_over_the_page() -> None:
    head = '<meta property="article:published_time" content="2023-05-01T10:00:00Z">'
    page = html("".join(f"<p>{line}</p>" for line in PROSE), head)
    receipt = receive(page, published=date(2023, 4, 30)).receipt
    assert (receipt.published, receipt.published_from) == (date(2023, 4, 30), "user")


def test_plain_text_has_no_date_unless_given() -> None:
    receipt = receive(TEXT.encode()).receipt
    assert (receipt.published, receipt.published_from) == (None, None)


def test_a_page_is_known_by_its_content_not_its_name() -> None:
    assert receive(html(f"<p>{TEXT}</p>"), name="page.txt").document.converter == "html/1"


def test_a_text_that_speaks_of_tags_is_no_page() -> None:
    text = f"The tag <p> opens a paragraph. {TEXT}"
    assert receive(text.encode()).document.converter == "text/1"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (bytes(range(256)) * 40, "binary"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 50, "binary"),
        (b"PK\x03\x04word/document.xml", "binary"),
        ("Министры встретились во вторник. ".encode("koi8-r") * 9, "encoding"),
        ("大臣は火曜日に会った。".encode("shift_jis") * 9, "encoding"),
        (b"\xff\xfe\x00\xd8\x41", "encoding"),
        (b"%PDF-1.7\nnothing of the kind", "broken-pdf"),
        (pdf([list(PROSE)], encrypted=True), "broken-pdf"),
        (pdf([[" "], [" "]]), "no-text"),
        (html("<script>let x = 1</script>"), "empty"),
        (b"a" * (MAX_BYTES + 1), "too-large"),
        (b"word " * (MAX_CHARACTERS // 5 + 1), "too-large"),
        (b"<html><body>" + b"<div>" * 100_000 + b"deep", "unreadable"),
    ],
)
def test_bad_bytes_are_refused_by_code(raw: bytes, code: str) -> None:
    assert refusal(raw).code == code


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nowhere.txt").code == "missing"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path).code == "unreadable"


def test_a_file_of_20_mb_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(20_000_000)
    assert refusal(path).code == "too-large"


def test_a_file_named_pdf_that_is_none_is_refused() -> None:
    assert refusal(TEXT.encode(), "report.pdf").code == "broken-pdf"


def test_an_error_says_where_what_and_what_to_do() -> None:
    assert str(refusal(b"", "notes.txt")) == (
        "notes.txt: it is empty; check that it was saved whole"
    )


def test_a_report_in_another_language_is_refused_by_its_name() -> None:
    german = (
        "Die beiden Minister trafen sich am Dienstag in der Hauptstadt und vereinbarten, dass ihre "
        "Staaten einander vor dem Sommer konsultieren. Ein Sprecher sagte, der Wortlaut des "
        "dritten Artikels sei noch offen, und Truppen seien nicht zugesagt worden."
    )
    error = refusal(german.encode(), "bericht.txt")
    assert error.code == "language"
    assert "German" in error.problem


def test_a_short_text_is_not_judged_by_its_language() -> None:
    assert receive(b"Guten Tag, wie geht es Ihnen?").document.text


def test_what_takes_too_long_is_refused() -> None:
    slow = html("<p>" + "<ul><li>word " * 200 + "</p>" * 9)
    with pytest.raises(DocumentError) as caught:
        extract("html", slow * 40, "slow.html", seconds=0.01)
    assert caught.value.code == "too-slow"

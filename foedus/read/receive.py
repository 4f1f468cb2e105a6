"""A file or its bytes in, a document with its receipt out: plain text, HTML or PDF, by content.

The text of the document is what the named converter gives, and is never changed afterwards:
`text/1` (decoded, byte-order mark removed, line ends made line feeds, NUL as U+FFFD), `html/1`
(every visible line and the words of pictures, one block a line), `pdf/1` (the lines of all pages,
in order).
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from foedus.model.document import KEPT_ROLES, Document, Line, Receipt
from foedus.model.errors import DocumentError
from foedus.read.clean import PageHints, line_roles
from foedus.read.dateline import dateline
from foedus.read.decoding import decode, looks_like_html, refuse_other_formats, whole
from foedus.read.extracting import MAX_CHARACTERS, Extract, extract
from foedus.read.language import check_language

MAX_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class Received:
    """A document, where it came from, and what its markup says of its lines (None for text)."""

    document: Document
    receipt: Receipt
    hints: PageHints | None = None


def receive(
    source: str | Path | bytes,
    *,
    name: str | None = None,
    published: date | None = None,
    publisher: str | None = None,
    url: str | None = None,
) -> Received:
    """Read one file (its path) or the bytes of one.

    `name` is what the document is called in messages (default: the path). `published`,
    `publisher` and `url` prevail over the page's own metadata. Raises DocumentError, whose code
    says what is wrong (see there), also for a text in a language that cannot be read.
    """
    called = name or (str(source) if not isinstance(source, bytes) else "the given bytes")
    called = printable(called)
    raw = source if isinstance(source, bytes) else load_file(Path(source), called)
    found, converter = _convert(raw, called)
    if not found.text.strip():
        raise DocumentError(called, "empty", "it holds no text", "check that it was saved whole")
    if len(found.text) > MAX_CHARACTERS:
        raise DocumentError(
            called,
            "too-large",
            f"it holds {len(found.text):,} characters, more than {MAX_CHARACTERS:,}",
            "split it into parts",
        )
    document = Document(found.text, converter, sha256(raw).hexdigest())
    lines = line_roles(document, found.hints)
    _check_kept(document, lines, called)
    page = found.metadata
    day, day_from = _published(published, page.get("published"), document, lines)
    receipt = Receipt(
        document=document.id,
        name=called,
        received=datetime.now(UTC),
        url=url or page.get("url"),
        publisher=publisher or page.get("publisher"),
        title=page.get("title"),
        author=page.get("author"),
        published=day,
        published_from=day_from,
    )
    return Received(document, receipt, found.hints)


def printable(name: str) -> str:
    """The name of a file, bytes in it that are no UTF-8 written as escapes."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def load_file(path: Path, name: str) -> bytes:
    """The bytes of a file, its size checked before it is read, and no more of it than that.

    Raises DocumentError, which calls the file `name`, where it cannot be read. A pipe or a device
    has no size, and a log grows while it is read.
    """
    try:
        if path.is_dir():
            raise DocumentError(name, "unreadable", "it is a folder", "name the files in it")
        if path.stat().st_size > MAX_BYTES:
            raise _too_large(name)
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise DocumentError(
            name, "missing", "there is no such file", "check the path and the spelling"
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(
            name, "unreadable", f"it cannot be opened ({reason})", "check the path and its rights"
        ) from error


def _too_large(name: str) -> DocumentError:
    return DocumentError(
        name,
        "too-large",
        f"it has more than {MAX_BYTES:,} bytes",
        "give the report alone, not the archive that it stands in",
    )


def _convert(raw: bytes, name: str) -> tuple[Extract, str]:
    """The text by the converter that the content calls for, and the converter's name."""
    if len(raw) > MAX_BYTES:
        raise _too_large(name)
    if not raw.strip():
        raise DocumentError(name, "empty", "it is empty", "check that it was saved whole")
    if raw[:1024].lstrip().startswith(b"%PDF-") or name.lower().endswith(".pdf"):
        return extract("pdf", raw, name), "pdf/1"
    refuse_other_formats(raw, name)
    text = whole(decode(raw, name))
    if looks_like_html(text):
        return extract("html", text.encode("utf-8"), name), "html/1"
    return Extract(text.replace("\r\n", "\n").replace("\r", "\n")), "text/1"


def _check_kept(document: Document, lines: tuple[Line, ...], name: str) -> None:
    kept = [line for line in lines if line.role in KEPT_ROLES]
    check_language("\n".join(line.span.of(document.text) for line in kept), name)


def _published(
    given: date | None, metadata: str | None, document: Document, lines: tuple[Line, ...]
) -> tuple[date | None, str | None]:
    """The day of publication and how it is known: the user, the metadata, the page's dateline."""
    if given:
        return given, "user"
    if metadata:
        return date.fromisoformat(metadata), "metadata"
    found = dateline(document, lines)
    return (found[0], "dateline") if found else (None, None)

"""Bytes in, text out: UTF-8, UTF-16 with its mark, else Windows-1252 where that is plausible."""

import codecs
import re

from foedus.model.errors import DocumentError

_SIGNATURES = (
    (b"PK\x03\x04", "a ZIP archive, or a Word file", "save it as plain text or PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Office file", "save it as plain text or PDF"),
    (b"{\\rtf", "a rich-text file", "save it as plain text or PDF"),
    (b"\x89PNG", "a picture", "give its text"),
    (b"\xff\xd8\xff", "a picture", "give its text"),
    (b"GIF8", "a picture", "give its text"),
    (b"\x1f\x8b", "a compressed file", "unpack it first"),
)  # fmt: skip
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{3,20})", re.IGNORECASE)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|article|main|section|div|p|h1|title|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MAX_CONTROLS = 0.01  # of the first bytes; a text has next to none
_MAX_FOREIGN = 0.08  # of the characters; Western European prose has fewer than 6 % accented
_HEAD = 65_536
# Half of a surrogate pair fits into no file, and what is written in C ends a text at a NUL.
_NO_CHARACTER = re.compile("[\x00\ud800-\udfff]")
# Codecs that Python knows and no page is written in: they turn harmless bytes into anything.
_NO_PAGES = re.compile(r"utf-?_?(?:7|16|32)|escape|punycode|idna|undefined|mbcs|oem", re.IGNORECASE)


def refuse_other_formats(raw: bytes, name: str) -> None:
    """Raise where the bytes are a known format that is no text, or hardly text at all."""
    for signature, what, remedy in _SIGNATURES:
        if raw.startswith(signature):
            raise DocumentError(name, "binary", f"it is {what}", remedy)
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return
    head = raw[:_HEAD]
    if len(_CONTROLS.findall(head)) > _MAX_CONTROLS * len(head):
        raise DocumentError(
            name, "binary", "it is no text (it holds control bytes)", "give text, HTML or PDF"
        )


def decode(raw: bytes, name: str) -> str:
    """The text of the bytes, a byte-order mark removed."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strict(raw, encoding, name)
    declared = _DECLARED.search(raw[:4096])
    for encoding in ("utf-8", declared.group(1).decode("ascii") if declared else ""):
        try:
            if encoding and not _NO_PAGES.search(encoding):
                return raw.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    text = raw.decode("cp1252", errors="replace")
    if _plausible(text):
        return text
    raise _wrong(name, "it is neither UTF-8, nor UTF-16 with its mark, nor Windows-1252")


def whole(text: str) -> str:
    """The text with every NUL and every lone half of a surrogate pair as U+FFFD.

    The length stays, and so does every offset.
    """
    return _NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", text)


def _strict(raw: bytes, encoding: str, name: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise _wrong(
            name, f"its mark says {encoding}, but byte {error.start:,} is not that"
        ) from error


def _wrong(name: str, problem: str) -> DocumentError:
    return DocumentError(name, "encoding", problem, "save it as UTF-8")


def _plausible(text: str) -> bool:
    """Whether a text decoded as Windows-1252 reads as Western European prose.

    Bytes of another encoding show as signs that have no use there, or as runs of accented letters.
    """
    foreign = [c for c in text if ord(c) > 127]
    if "\ufffd" in text or len(foreign) > _MAX_FOREIGN * len(text):
        return False
    runs = sum(len(run) for run in re.findall(r"[^\W\d_a-zA-Z]{3,}", text))
    odd = sum(c in "¤¦¬¯±²³µ¶¸¹¼¾ˆ˜×÷ƒ†‡‰ªº" for c in foreign)
    return runs + odd <= 0.1 * len(foreign)


def looks_like_html(text: str) -> bool:
    """Whether the text opens as a page or a piece of one does."""
    return bool(_HTML.match(text[:20_000]))

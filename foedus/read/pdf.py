"""The bytes of a PDF in, the lines of its pages out, running heads and page numbers marked.

The lines are kept as they stand, hyphens at their ends too; `joining` puts paragraphs together.
"""

import re
from collections import Counter

import pypdfium2

from foedus.model.errors import DocumentError
from foedus.read.clean.hints import Hint, PageHints
from foedus.read.extracting import Extract

_EDGE = 2  # lines at the top and foot of a page where running heads stand
_NUMBER = re.compile(
    r"^\W*(?:page|p\.|seite)?\s*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*$", re.IGNORECASE
)
_NO_SIGN = re.compile(r"[\x00-\x08\x0b-\x1f\uffff]")
_HYPHEN = re.compile(r"[\x02\ufffe]\n?")  # how pdfium gives a hyphen and the end of its line
_FEWEST = 20  # characters; fewer on all pages together are no text layer


def convert_pdf(raw: bytes) -> Extract:
    """The text of all pages. Raises DocumentError: no PDF, encrypted, or without a text layer."""
    try:
        opened = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        raise _refusal(str(error)) from error
    try:
        pages = [_lines(page) for page in opened]
        metadata = _metadata(opened)
    except pypdfium2.PdfiumError as error:
        raise _refusal(str(error)) from error
    finally:
        opened.close()
    if sum(len(line) for page in pages for line in page) < _FEWEST:
        raise DocumentError(
            "", "no-text", "it is a PDF of pictures, without a text layer",
            "run text recognition (OCR) over it first",
        )  # fmt: skip
    running = _running(pages)
    lines: list[str] = []
    hints: list[frozenset[Hint]] = []
    for page in pages:
        for at, line in enumerate(page):
            edge = at < _EDGE or at >= len(page) - _EDGE
            aside = edge and (_NUMBER.match(line) or _masked(line) in running)
            lines.append(line)
            hints.append(frozenset({Hint.ASIDE}) if aside else frozenset())
    return Extract("\n".join(lines), PageHints(tuple(hints)), metadata)


def _refusal(reason: str) -> DocumentError:
    if "password" in reason.lower() or "security" in reason.lower():
        return DocumentError(
            "", "broken-pdf", "it is an encrypted PDF", "save a copy without the password"
        )
    return DocumentError(
        "", "broken-pdf", f"it is no PDF that can be opened ({reason})", "save or download it anew"
    )


def _lines(page: pypdfium2.PdfPage) -> list[str]:
    """The lines of a page that hold anything, characters that stand for nothing taken out."""
    text = page.get_textpage().get_text_bounded()
    plain = _HYPHEN.sub("-\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = (_NO_SIGN.sub("", line).strip() for line in plain.split("\n"))
    return [line for line in lines if line]


def _masked(line: str) -> str:
    return re.sub(r"\d+", "0", line).casefold()


def _running(pages: list[list[str]]) -> set[str]:
    """What stands at the top or foot of at least half of the pages, figures aside."""
    edges = ({_masked(line) for line in page[:_EDGE] + page[-_EDGE:]} for page in pages)
    counts = Counter(masked for page in edges for masked in page)
    least = max(2, (len(pages) + 1) // 2)
    return {masked for masked, count in counts.items() if count >= least}


def _metadata(opened: pypdfium2.PdfDocument) -> dict[str, str]:
    """Title and author as the file states them. Its date of creation is no date of publication."""
    stated = opened.get_metadata_dict(skip_empty=True)
    found = {"title": stated.get("Title", ""), "author": stated.get("Author", "")}
    return {key: " ".join(value.split()) for key, value in found.items() if value.strip()}

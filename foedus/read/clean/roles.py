"""A document in, the role of every line out."""

import re

from foedus.model.document import Document, Line, LineRole, Span
from foedus.read.clean.paragraphs import paragraphs

_CREDIT = re.compile(r"[([]\s*(?:photo|image|picture)s?\s*:|getty images|\bvia (?:ap|afp)\b", re.I)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_OTHER = re.compile(
    r"^(?:other news|read next|related|more (?:stories|from)|most (?:read|popular))", re.I
)


def line_roles(document: Document) -> tuple[Line, ...]:
    """The role of every line of `document.text.split("\\n")`; no line is left out."""
    texts = document.text.split("\n")
    roles = [LineRole.FURNITURE] * len(texts)
    seen: set[str] = set()
    body = False
    for group in paragraphs(texts):
        words = " ".join(texts[index].strip() for index in group)
        role = _role(words, body)
        if role is LineRole.HEADLINE and seen:
            role = LineRole.FURNITURE if len(words.split()) < 5 else LineRole.OTHER_STORY
        if words.casefold() in seen:
            role = LineRole.FURNITURE
        seen.add(words.casefold())
        body = body or role is LineRole.BODY
        for index in group:
            roles[index] = role
    lines, start = [], 0
    for number, (text, role) in enumerate(zip(texts, roles, strict=True), 1):
        lines.append(Line(number, Span(start, start + len(text)), role))
        start += len(text) + 1
    return tuple(lines)


def _role(words: str, body: bool) -> LineRole:
    if _CREDIT.search(words):
        return LineRole.CAPTION
    if _OTHER.match(words):
        return LineRole.FURNITURE
    prose = len(words.split()) >= 6 and _SENTENCE_END.search(words)
    if prose or len(words.split()) > 25:
        return LineRole.BODY
    if words.startswith("• ") and not body:
        return LineRole.STANDFIRST
    return LineRole.HEADLINE

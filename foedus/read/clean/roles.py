"""A document in, the role of every line out.

The article is found first (`region`); the headline, the standfirst and the captions are then
told by where a line stands to it and what it looks like. What is left is another story where it
tells one, else furniture. Blank lines are furniture. Nothing is left out.
"""

import re

from foedus.model.document import Document, Line, LineRole, Span
from foedus.read.clean.features import looks_of
from foedus.read.clean.headline import PAGE_MATTER, mark_headline
from foedus.read.clean.hints import Hint, PageHints
from foedus.read.clean.look import Look
from foedus.read.clean.paragraphs import paragraphs
from foedus.read.clean.region import Place, places

_CAPTION_WORDS = 6  # fewer words beside a credit are no caption, only the credit
_CREDIT_LENGTH = 200  # characters at the end of a line in which its credit stands
_STORY_WORDS = 4
_BRACKETED_CREDIT = re.compile(
    r"[(\[][^()\[\]]*(?:photo|image|picture|illustration|credit|file|getty|reuters|afp|ap)\b"
    r"[^()\[\]]*[)\]]\s*$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?:image|photo|picture|pictured)\s*:\s*\w", re.IGNORECASE)


def line_roles(document: Document, hints: PageHints | None = None) -> tuple[Line, ...]:
    """The role of every line of `document.text.split("\\n")`; no line is left out.

    `hints` is what the markup of a page says of its lines (`receive` gives it).
    """
    texts = document.text.split("\n")
    said = hints.lines if hints else (frozenset(),) * len(texts)
    groups = paragraphs(texts, {at for at, hint in enumerate(said) if Hint.ASIDE in hint})
    roles = [LineRole.FURNITURE] * len(texts)
    looks = looks_of(
        [" ".join(texts[index].strip() for index in group) for group in groups],
        [said[group[0]] for group in groups],
    )
    for group, role in zip(groups, _roles(looks), strict=True):
        for index in group:
            roles[index] = role
    lines, start = [], 0
    for number, (text, role) in enumerate(zip(texts, roles, strict=True), 1):
        lines.append(Line(number, Span(start, start + len(text)), role))
        start += len(text) + 1
    return tuple(lines)


def _roles(looks: list[Look]) -> list[LineRole]:
    where = places(looks)
    roles = [
        LineRole.BODY if place is Place.ARTICLE else _leftover(seen)
        for seen, place in zip(looks, where, strict=True)
    ]
    _mark_captions(looks, where, roles)
    mark_headline(looks, roles)
    return roles


def _leftover(seen: Look) -> LineRole:
    """What a line that is not the article's is: another story where it tells one."""
    if not {"prose below the comments", "no prose below the comments"}.isdisjoint(seen.features):
        return LineRole.FURNITURE
    if "dated" in seen.kinds and not seen.prose:
        return LineRole.FURNITURE
    if seen.aside or seen.kinds & PAGE_MATTER or len(seen.tokens) < _STORY_WORDS:
        return LineRole.FURNITURE
    return LineRole.OTHER_STORY


def _mark_captions(looks: list[Look], where: list[Place], roles: list[LineRole]) -> None:
    """A picture's words: a credit at the end, or a credit of its own on the next line."""
    body = [at for at, place in enumerate(where) if place is Place.ARTICLE]
    if not body:
        return
    for at, seen in enumerate(looks):
        if Hint.CAPTION in seen.hints and Hint.ASIDE not in seen.hints:
            roles[at] = LineRole.CAPTION
            continue
        near = body[0] - 6 <= at <= body[-1] + 2
        if not near or len(seen.tokens) < _CAPTION_WORDS or _is_picture(seen):
            continue
        told = "credit" in seen.kinds and len(seen.tokens) < 90
        bare = at + 1 < len(looks) and "credit, short" in looks[at + 1].features
        bare = bare and len(looks[at + 1].tokens) < 2 * _CAPTION_WORDS
        if where[at] is Place.ARTICLE:
            if _BRACKETED_CREDIT.search(seen.words[-_CREDIT_LENGTH:]) or _LABEL.match(seen.words):
                roles[at] = LineRole.CAPTION
        elif told or (bare and "list mark" not in seen.features):
            roles[at] = LineRole.CAPTION


def _is_picture(seen: Look) -> bool:
    """Whether these are the words that stand for a picture, or a repeated line, not a caption."""
    return "said before" in seen.features or Hint.ASIDE in seen.hints

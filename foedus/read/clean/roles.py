"""A document in, the role of every line out.

The article is found first (`region`); the headline, the standfirst and the captions are then
told by where a line stands to it and what it looks like. What is left is another story where it
tells one, else furniture. Blank lines are furniture. Nothing is left out.
"""

import re
from math import log2

from foedus.model.document import Document, Line, LineRole, Span
from foedus.read.clean.features import looks_of
from foedus.read.clean.hints import Hint, PageHints
from foedus.read.clean.look import Look
from foedus.read.clean.paragraphs import paragraphs
from foedus.read.clean.region import Place, places

_HEADLINE_WORDS = range(3, 31)
_STANDFIRST_WORDS = 8  # a shorter line under a headline is a kicker or a menu
_CAPTION_WORDS = 6  # fewer words beside a credit are no caption, only the credit
_CREDIT_LENGTH = 200  # characters at the end of a line in which its credit stands
_STORY_WORDS = 4
_FEWEST_BELOW = 3  # paragraphs of the article, for the first to be its standfirst
_FURTHEST_BELOW = 8  # lines from a standfirst to the paragraph below it
_BULLETS = frozenset("•*·▪")
_BRACKETED_CREDIT = re.compile(
    r"[(\[][^()\[\]]*(?:photo|image|picture|illustration|credit|file|getty|reuters|afp|ap)\b"
    r"[^()\[\]]*[)\]]\s*$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?:image|photo|picture|pictured)\s*:\s*\w", re.IGNORECASE)
_PAGE_MATTER = frozenset({
    "share", "subscribe", "legal", "menu", "comment", "related", "advert", "byline", "date",
    "clock", "ago", "more", "author", "note", "post", "address", "trust",
})  # fmt: skip


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
    headline = _headline(looks, roles)
    if headline is not None:
        roles[headline] = LineRole.HEADLINE
        _mark_standfirst(looks, roles, headline)
    return roles


def _is_followed_by_byline(looks: list[Look], body: list[int]) -> bool:
    """Whether a byline or a date parts the first paragraph of the article from the second."""
    if len(body) < _FEWEST_BELOW or body[1] - body[0] > _FURTHEST_BELOW:
        return False
    between = looks[body[0] + 1 : body[1]]
    return any(seen.kinds & {"byline", "date"} for seen in between)


def _leftover(seen: Look) -> LineRole:
    """What a line that is not the article's is: another story where it tells one."""
    if not {"prose below the comments", "no prose below the comments"}.isdisjoint(seen.features):
        return LineRole.FURNITURE
    if "dated" in seen.kinds and not seen.prose:
        return LineRole.FURNITURE
    if seen.aside or seen.kinds & _PAGE_MATTER or len(seen.tokens) < _STORY_WORDS:
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


def _headline(looks: list[Look], roles: list[LineRole]) -> int | None:
    """The line above the article that is its headline: near it, of its words, no page matter."""
    body = [at for at, role in enumerate(roles) if role is LineRole.BODY]
    if not body:
        return None
    subject = {token.casefold() for at in body for token in looks[at].tokens if len(token) > 3}
    best, found = 0.3, None
    for at in range(body[0]):
        if roles[at] is not LineRole.CAPTION and _can_head(looks[at]):
            score = _heads(looks, at, subject) - 0.1 * log2(body[0] - at)
            if score > best:
                best, found = score, at
    return found if found is not None else _first_line(looks, body)


def _can_head(seen: Look) -> bool:
    if Hint.ASIDE in seen.hints:
        return False
    repeated = "said before" in seen.features
    matter = seen.kinds & _PAGE_MATTER - {"related", "subscribe", "share"}
    if "credit" in seen.kinds or "breaks off" in seen.features:
        return False
    return (not seen.aside or repeated) and not matter and len(seen.tokens) in _HEADLINE_WORDS


def _heads(looks: list[Look], at: int, subject: set[str]) -> float:
    """How much a line looks like the headline of an article about `subject`."""
    seen = looks[at]
    content = [token.casefold() for token in seen.tokens if len(token) > 3]
    shared = sum(token in subject for token in content) / max(len(content), 1)
    score = shared * min(len(seen.tokens), 8) / 8
    if seen.mark.startswith("#"):
        score += 0.5 if seen.mark == "#" else -0.2
    score += 1.0 * (Hint.TITLE in seen.hints) - 0.2 * (Hint.HEADING in seen.hints)
    if seen.prose:
        score -= 0.6
    below = [other for other in looks[at + 1 : at + 4] if other.kinds & {"byline", "date", "ago"}]
    if below:
        score += 0.3
    title = seen.words.casefold()
    if any(title in other.words.casefold() for other in looks[:at]):
        score += 0.4
    return score


def _first_line(looks: list[Look], body: list[int]) -> int | None:
    """The article's own first line, where it does not end as a sentence and prose follows."""
    first = looks[body[0]]
    follows = any(looks[at].prose for at in body[1:3])
    plain = not first.prose and not re.search(r"[.:;,]$", first.words)
    return body[0] if follows and plain and len(first.tokens) in _HEADLINE_WORDS else None


def _mark_standfirst(looks: list[Look], roles: list[LineRole], headline: int) -> None:
    """The lines directly under the headline that sum the article up."""
    body = [at for at, role in enumerate(roles) if role is LineRole.BODY and at > headline]
    for at in range(headline + 1, min(headline + 5, body[0] if body else headline)):
        seen = looks[at]
        if seen.aside or seen.kinds & _PAGE_MATTER or roles[at] is LineRole.CAPTION:
            break
        if "dated" in seen.kinds and not seen.prose:
            break
        if len(seen.tokens) >= _STANDFIRST_WORDS:
            roles[at] = LineRole.STANDFIRST
    if _is_followed_by_byline(looks, body):
        roles[body[0]] = LineRole.STANDFIRST
    for at in body:
        if not looks[at].mark or looks[at].mark not in _BULLETS:
            break
        roles[at] = LineRole.STANDFIRST

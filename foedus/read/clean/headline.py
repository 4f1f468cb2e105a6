"""The looks and the roles of a page in, its headline and its standfirst found and marked."""

import re
from math import log2

from foedus.model.document import LineRole
from foedus.read.clean.hints import Hint
from foedus.read.clean.look import Look

PAGE_MATTER = frozenset({
    "share", "subscribe", "legal", "menu", "comment", "related", "advert", "byline", "date",
    "clock", "ago", "more", "author", "note", "post", "address", "trust",
})  # fmt: skip
_WORDS = range(3, 31)
_FURTHEST_ABOVE = 200  # lines from the headline to the article: menus stand between
_TOP = 200  # lines at the top of a page, where its title may stand for the first time
_BELOW = frozenset({"byline", "date", "ago", "credit", "dated"})
_STANDFIRST_WORDS = 8  # a shorter line under a headline is a kicker or a menu
_NAME_WORDS = 4
_STANDFIRST_LINES = 5  # lines under the headline that may be its standfirst
_FEWEST_BELOW = 3  # paragraphs of the article, for the first to be its standfirst
_FURTHEST_BELOW = 8  # lines from a standfirst to the paragraph below it
_KICKERS = 2  # lines in capitals that may stand over a headline
_KICKER_WORDS = 2
_SHOUTED_WORDS = 4  # a line in capitals with fewer words is a menu's
_NEAR = 5  # lines from a tabloid's headline to its article
_BULLETS = frozenset("•*·▪")
_TOP_LINES = 3  # the outlet's name stands among so many lines at the top
_MASTHEAD_WORDS = 5
_OUTLETS = frozenset("""
    advertiser agency argus bugle bulletin chronicle courier daily digest dispatch echo enquirer
    examiner express gazette globe guardian herald independent inquirer journal ledger magazine mail
    mercury messenger mirror monitor news newswire observer post press record register reporter
    review sentinel spectator standard star sun telegraph times today tribune weekly wire
""".split())  # fmt: skip
_SENTENCE = re.compile(r"[.!?…][\"'”’)]*$")


def mark_headline(looks: list[Look], roles: list[LineRole]) -> None:
    """Give the headline of the article, and the lines under it that sum it up, their roles."""
    body = [at for at, role in enumerate(roles) if role is LineRole.BODY]
    if not body:
        return
    found = _titled(looks, body[0])
    if found is None:
        found = _above(looks, roles, body)
    if found is None:
        found = _first_line(looks, roles, body)
        body = [at for at in body if roles[at] is LineRole.BODY]
    if found is None or _is_masthead(looks, found):
        found = _under_the_top(looks, roles, body, found)
    if found is not None:
        roles[found] = LineRole.HEADLINE
        _mark_standfirst(looks, roles, found)


def _titled(looks: list[Look], first: int) -> int | None:
    """The last heading of the first level at or above the article's first line."""
    titled = [
        at
        for at in range(first + 1)
        if {Hint.TITLE, Hint.ASIDE} & looks[at].hints == {Hint.TITLE} and not looks[at].prose
    ]
    return titled[-1] if titled else None


def _above(looks: list[Look], roles: list[LineRole], body: list[int]) -> int | None:
    """The line above the article that is near it, of its words, and no page matter."""
    subject = _subject(looks, body)
    calm = sum(_shouts(looks[at]) for at in body) * 2 < len(body)  # its prose is no telegram
    best, found = 0.3, None
    for at in range(max(0, body[0] - _FURTHEST_ABOVE), body[0]):
        if roles[at] is not LineRole.CAPTION and _can_head(looks[at]):
            score = _heads(looks, at, subject) - 0.1 * log2(body[0] - at)
            near = body[0] - at <= _NEAR and len(looks[at].tokens) >= _SHOUTED_WORDS
            score += 0.25 if calm and near and _shouts(looks[at]) else 0.0
            if score > best:
                best, found = score, at
    return found


def _is_masthead(looks: list[Look], at: int) -> bool:
    """ "THE NORTHERN HERALD": the name of the outlet, alone in a line at the top of the page."""
    seen = looks[at]
    words = [token.casefold() for token in seen.tokens]
    names = _shouts(seen) or all(word[:1].isupper() for word in seen.tokens if word != "of")
    told = _shouts(seen) and len(words) < _SHOUTED_WORDS
    outlet = not _OUTLETS.isdisjoint(words[-2:] + words[:1])
    top = at < _TOP_LINES and Hint.TITLE not in seen.hints
    return top and names and len(words) <= _MASTHEAD_WORDS and (told or outlet)


def _under_the_top(
    looks: list[Look], roles: list[LineRole], body: list[int], masthead: int | None
) -> int | None:
    """The likeliest of the few lines between the top of the page, or its masthead, and the prose.

    Without a masthead it is one under which the byline or the date stands. The masthead stays the
    headline where no other line can be one.
    """
    prose = next((at for at in body if looks[at].prose and at != masthead), 0)
    first = 0 if masthead is None else masthead + 1
    if masthead is None and prose > _FURTHEST_BELOW:
        return None
    subject = _subject(looks, body)
    best, found = float("-inf"), masthead
    for at in range(first, prose):
        if not _can_head(looks[at]) or roles[at] is LineRole.CAPTION or looks[at].prose:
            continue
        signed = any(below.kinds & _BELOW for below in looks[at + 1 : at + 3])
        score = _heads(looks, at, subject)
        if (masthead is not None or signed) and score > best:
            best, found = score, at
    if masthead is not None and found != masthead:
        roles[masthead] = LineRole.FURNITURE
    return found


def _can_head(seen: Look) -> bool:
    if Hint.ASIDE in seen.hints:
        return False
    repeated = "said before" in seen.features
    matter = seen.kinds & PAGE_MATTER - {"related", "subscribe"}
    if "credit" in seen.kinds or "breaks off" in seen.features:
        return False
    return (not seen.aside or repeated) and not matter and len(seen.tokens) in _WORDS


def _heads(looks: list[Look], at: int, subject: set[str]) -> float:
    """How much a line looks like the headline of an article about `subject`."""
    seen = looks[at]
    content = [token.casefold() for token in seen.tokens if len(token) > 3]
    shared = sum(token in subject for token in content) / max(len(content), 1)
    score = shared * min(len(seen.tokens), 8) / 8
    if seen.mark.startswith("#"):
        score += 0.5 if seen.mark == "#" else -0.2
    if seen.prose:
        score -= 0.6
    if any(other.kinds & {"byline", "date", "ago"} for other in looks[at + 1 : at + 4]):
        score += 0.3
    title = seen.words.casefold()
    if any(title in other.words.casefold() for other in looks[: min(at, _TOP)]):
        score += 0.4
    return score


def _first_line(looks: list[Look], roles: list[LineRole], body: list[int]) -> int | None:
    """One of the article's own first lines, where it does not end as a sentence and prose follows.

    A tabloid's line all in capitals may end as it likes, and stand under a kicker ("EXCLUSIVE").
    """
    for place, at in enumerate(body[: _KICKERS + 1]):
        seen = looks[at]
        follows = any(looks[after].prose for after in body[place + 1 : place + 4])
        if follows and _opens_article(looks, body, place):
            for above in (*body[:place], *body[place + 1 : place + 2]):
                if _is_kicker(looks[above]):
                    roles[above] = LineRole.FURNITURE
            return at
        if not _is_kicker(seen):
            return None
    return None


def _opens_article(looks: list[Look], body: list[int], place: int) -> bool:
    seen = looks[body[place]]
    if _shouts(seen):
        return len(seen.tokens) in _WORDS or (
            len(seen.tokens) > 1 and bool(_content(seen) & _subject(looks, body[place + 1 :]))
        )
    plain = not seen.prose and not re.search(r"[.:;,]$", seen.words)
    prose = any(looks[after].prose for after in body[place + 1 : place + 3])
    return plain and prose and len(seen.tokens) in _WORDS


def _is_kicker(seen: Look) -> bool:
    """ "EXCLUSIVE", "WORLD NEWS": a word or two in capitals over or under a headline."""
    return _shouts(seen) and len(seen.tokens) <= _KICKER_WORDS


def _shouts(seen: Look) -> bool:
    return "all capitals" in seen.features


def _content(seen: Look) -> set[str]:
    return {token.casefold() for token in seen.tokens if len(token) > 3}


def _subject(looks: list[Look], body: list[int]) -> set[str]:
    return {word for at in body for word in _content(looks[at])}


def _mark_standfirst(looks: list[Look], roles: list[LineRole], headline: int) -> None:
    body = [at for at, role in enumerate(roles) if role is LineRole.BODY and at > headline]
    last = min(headline + _STANDFIRST_LINES, body[0] if body else headline)
    for at in range(headline + 1, last):
        seen = looks[at]
        ends = seen.aside or seen.kinds & PAGE_MATTER or roles[at] is LineRole.CAPTION
        if ends or ("dated" in seen.kinds and not seen.prose):
            break
        if len(seen.tokens) >= _STANDFIRST_WORDS and _sums_up(looks, at, body):
            roles[at] = LineRole.STANDFIRST
    if _is_followed_by_byline(looks, body):
        roles[body[0]] = LineRole.STANDFIRST
    for at in body:
        if not looks[at].mark or looks[at].mark not in _BULLETS:
            break
        roles[at] = LineRole.STANDFIRST


def _sums_up(looks: list[Look], at: int, body: list[int]) -> bool:
    """Whether it is a sentence, or what comes next shows that it stands alone."""
    if _SENTENCE.search(looks[at].words) or looks[at].mark in _BULLETS:
        return True
    after = looks[at + 1]
    named = len(after.tokens) <= _NAME_WORDS  # a name without its "by", or a button
    return named or after.aside or bool(after.kinds & _BELOW) or at + 1 in body


def _is_followed_by_byline(looks: list[Look], body: list[int]) -> bool:
    """Whether a byline or a date parts the first paragraph of the article from the second."""
    if len(body) < _FEWEST_BELOW or body[1] - body[0] > _FURTHEST_BELOW:
        return False
    between = looks[body[0] + 1 : body[1]]
    return any(seen.kinds & {"byline", "date"} for seen in between)

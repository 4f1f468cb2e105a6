"""Paragraphs of a page in, what each looks like out: named features, 1 where they hold.

A feature tells what can be seen (length, marks, words, neighbours, place). None is decisive;
`weights.py` holds how much each speaks for the article.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from foedus.read.clean.hints import Hint
from foedus.read.clean.vocabulary import FUNCTION_WORDS, kinds

_MARK = re.compile(r"^\s*((?:[*•·▪+]|\\?-|\d{1,2}\\?\.)(?=\s|$)|#{1,6}(?=\s|$)|>)\s*")
_ENDS = re.compile(r"[.!?…][\"'”’)\]*_]*$")
_TWO = re.compile(r"[.!?][\"'”’)\]]* [\"'“‘(]?[A-Z0-9]")
_SAID = re.compile(
    r"\b(?:said|says|saying|told|added|adding|according to|announced|reported|asked|noted|wrote"
    r"|warned|argued|explained|insisted|claimed|tweeted|testified)\b"
)
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_LABEL = re.compile(r"^(?:[A-Z][\w.’']{0,15}(?: [A-Z][\w.’']{0,15}){0,2}): [\w\"“‘']")
_QUOTE = re.compile(r"^[\"“‘']")
_LENGTHS = ((2, "words 1-2"), (5, "words 3-5"), (9, "words 6-9"), (14, "words 10-14"),
            (24, "words 15-24"), (39, "words 25-39"))  # fmt: skip
_NOT_CORE = frozenset({"credit", "author", "date", "related", "legal"})
_PROSE_WORDS = 9  # a line of so many words that ends as a sentence does is prose


@dataclass(slots=True)
class Look:
    """One paragraph as it looks by itself."""

    words: str
    mark: str
    tokens: list[str]
    kinds: frozenset[str]
    prose: bool
    aside: bool = False
    features: set[str] = field(default_factory=set)
    hints: frozenset[Hint] = frozenset()


def look(text: str) -> Look:
    """What a paragraph looks like by itself."""
    words, mark = text.strip(), ""
    while found := _MARK.match(words):
        mark = mark or found.group(1)
        words = words[found.end() :]
    tokens = _WORD.findall(words)
    ends = bool(_ENDS.search(words)) and not words.endswith("...")
    here = kinds(words)
    least = _PROSE_WORDS if not words.endswith("?") or _TWO.search(words) else 2 * _PROSE_WORDS
    prose = (len(tokens) >= least and ends) or len(tokens) >= 30
    if len(tokens) < 40 and here & {"legal", "subscribe", "advert", "author", "post"}:
        prose = False
    seen = Look(words, mark, tokens, here, prose)
    seen.features = _own_features(seen, ends)
    return seen


def _own_features(seen: Look, ends: bool) -> set[str]:
    words, tokens, count = seen.words, seen.tokens, len(seen.tokens)
    lower = [token.lower() for token in tokens]
    function = sum(token in FUNCTION_WORDS for token in lower) / max(count, 1)
    capital = sum(token[:1].isupper() for token in tokens) / max(count, 1)
    size = "short" if count <= 14 else "long"
    tests = {
        "no words": count == 0,
        "ends a sentence, short": ends and count < _PROSE_WORDS,
        "ends a sentence, 6 words or more": ends and count >= 6,
        "opens with a label": bool(_LABEL.match(words)),
        "asks": words.endswith("?"),
        "ends with colon": words.endswith(":"),
        "breaks off": words.endswith("..."),
        "comma": ", " in words,
        "opens with quotation": bool(_QUOTE.match(words)),
        "quotation": '"' in words or "“" in words,
        "cue of speech": bool(_SAID.search(words)),
        "many function words": function > 0.42,
        "some function words": 0.25 < function <= 0.42,
        "no function word": function == 0,
        "capitals": capital > 0.7 and count >= 3,
        "all capitals": words.isupper() and count >= 1,
        "opens in lower case": words[:1].islower(),
        "mostly figures": sum(c.isdigit() for c in words) > 0.3 * max(len(words), 1),
        "addresses the reader": count < 25 and not {"you", "your", "our", "we"}.isdisjoint(lower),
        "bars": " | " in words or " / " in words or " · " in words or " › " in words,
        "list mark": bool(seen.mark) and seen.mark[0] not in "#>",
        "heading mark": seen.mark.startswith("#"),
        "quotation mark of a page": seen.mark == ">",
        "marked prose": bool(seen.mark) and seen.mark[0] != "#" and seen.prose,
        "prose": seen.prose,
    }
    found = {name for name, holds in tests.items() if holds}
    found.add(next((name for top, name in _LENGTHS if count <= top), "words 40 and more"))
    return found | {f"{kind}, {size}" for kind in seen.kinds}


def looks_of(texts: list[str], hints: Sequence[frozenset[Hint]] = ()) -> list[Look]:
    """How every paragraph of a page looks, its neighbours and its place among the features.

    `hints` tells what the markup says of each paragraph, where there is markup.
    """
    looks = [look(text) for text in texts]
    _add_repetition(looks)
    for seen, hint in zip(looks, hints, strict=False):
        seen.hints = hint
    for seen in looks:
        seen.aside = _aside(seen)
    _add_kinds_near(looks)
    rest = [seen for seen in looks if not seen.aside]
    _add_prose_near(rest)
    _add_heads(rest)
    _add_place(rest)
    _add_subject(rest)
    _add_ends(rest)
    return looks


def _aside(seen: Look) -> bool:
    """Whether it is set aside without a look at the rest, and divides nothing that it stands in."""
    if seen.hints & {Hint.ASIDE, Hint.CAPTION}:
        return True
    if seen.features & {"no words", "advert, short", "clock, short", "credit, short"}:
        return True
    return "said before" in seen.features and not seen.prose and len(seen.tokens) >= 4


_TOLD_OF_PROSE = ("date", "ago", "clock", "credit", "byline", "related")
_TOLD = ("related", "date", "clock", "ago", "credit", "more", "byline", "subscribe", "share")


def _add_kinds_near(looks: list[Look]) -> None:
    """What kind of page matter stands directly before and after a line that is no prose."""
    own = [frozenset(seen.features) for seen in looks]
    for at, seen in enumerate(looks):
        for near, side in ((at - 1, "before"), (at + 1, "after")):
            if not 0 <= near < len(looks):
                continue
            manner = "prose, " if seen.prose else ""
            told = _TOLD_OF_PROSE if seen.prose else _TOLD
            seen.features |= {
                f"{manner}{kind} {side}" for kind in told if kind in looks[near].kinds
            }
            if "ends with colon" in own[near]:
                seen.features.add(f"colon {side}")
            if "list mark" in own[near] and "list mark" in own[at]:
                seen.features.add("in a list")


def _add_prose_near(looks: list[Look]) -> None:
    """Whether prose stands directly before and after, and how much within three lines."""
    for at, seen in enumerate(looks):
        manner = "prose" if seen.prose else "short" if len(seen.tokens) < _PROSE_WORDS else "line"
        for near, side in ((at - 1, "before"), (at + 1, "after")):
            if 0 <= near < len(looks):
                seen.features.add(
                    f"{manner}, {'prose' if looks[near].prose else 'no prose'} {side}"
                )
            else:
                seen.features.add(f"{manner}, nothing {side}")
        around = [looks[near].prose for near in range(max(0, at - 3), min(len(looks), at + 4))]
        if not seen.prose:
            seen.features.add(f"prose around {round(4 * sum(around) / max(len(around) - 1, 1))}/4")


def _add_heads(looks: list[Look]) -> None:
    """Whether the head of a list of other stories, or of the comments, stands above."""
    related, prose, comments = 99, 0, False
    for seen in looks:
        manner = "prose" if seen.prose else "no prose"
        if related <= 8:
            seen.features.add(f"{manner} under a head of other stories")
        if comments:
            seen.features.add(f"{manner} below the comments")
        related = 0 if "related, short" in seen.features else related + (3 if seen.prose else 1)
        prose += seen.prose
        comments = comments or (prose >= 3 and "comment, short" in seen.features)


def _add_place(looks: list[Look]) -> None:
    """Where it stands to the core: the stretch of the page with the most prose."""
    first, last = core(looks)
    for at, seen in enumerate(looks):
        manner = "prose" if seen.prose else "no prose"
        if first <= at < last:
            seen.features.add(f"{manner} in the core")
            continue
        gap = first - at if at < first else at - last + 1
        side = "before" if at < first else "after"
        near = "1" if gap == 1 else "2-3" if gap <= 3 else "4-10" if gap <= 10 else "far"
        seen.features.add(f"{manner} {near} {side} the core")


def core(looks: list[Look]) -> tuple[int, int]:
    """The stretch with the highest sum, prose counting by its words and other lines against it."""
    best, first, last, running, start = 0.0, 0, 0, 0.0, 0
    for at, seen in enumerate(looks):
        if running <= 0:
            running, start = 0.0, at
        running += _gain(seen)
        if running > best:
            best, first, last = running, start, at + 1
    return first, last


def _gain(seen: Look) -> float:
    if "prose below the comments" in seen.features:
        return 0.3
    if "comment, short" in seen.features:
        return -10.0
    if not seen.prose or seen.kinds & _NOT_CORE:
        return -1.0
    return min(len(seen.tokens), 60) / 10


def anchor(looks: list[Look]) -> int | None:
    """The paragraph that is the article if anything is: the longest prose of the core."""
    first, last = core(looks)
    prose = [at for at in range(first, last) if looks[at].prose and not looks[at].kinds & _NOT_CORE]
    main = [at for at in prose if Hint.MAIN in looks[at].hints]
    return max(main or prose, key=lambda at: len(looks[at].tokens), default=None)


def _add_repetition(looks: list[Look]) -> None:
    """Whether the same words stand elsewhere on the page."""
    counts = Counter(seen.words.casefold() for seen in looks)
    before: set[str] = set()
    for seen in looks:
        key = seen.words.casefold()
        if counts[key] > 1:
            seen.features.add("repeated")
            if key in before:
                seen.features.add("said before")
        before.add(key)


def _add_subject(looks: list[Look]) -> None:
    """Whether it shares its words, and its names, with the core of the page, itself left out."""
    first, last = core(looks)
    for of, gather, least in (("words", _content, 3), ("names", _names, 1)):
        bags = [gather(seen) for seen in looks]
        known = Counter(word for bag in bags[first:last] for word in bag)
        for at, (seen, bag) in enumerate(zip(looks, bags, strict=True)):
            if len(bag) < least:
                continue
            own = 1 if first <= at < last else 0
            shared = sum(known[word] > own for word in bag) / len(bag)
            level = "little" if shared < 0.2 else "some" if shared < 0.45 else "much"
            manner = "prose" if seen.prose else "no prose"
            seen.features.add(f"{manner}, shares {level} of its {of} with the core")


def _content(seen: Look) -> set[str]:
    return {
        token.casefold()
        for token in seen.tokens
        if len(token) > 3 and token.casefold() not in FUNCTION_WORDS
    }


def _names(seen: Look) -> set[str]:
    """Words with a capital, but for the first; a line all in capitals has none."""
    if sum(token[:1].isupper() for token in seen.tokens) > 0.7 * len(seen.tokens):
        return set()
    return {
        token.casefold().removesuffix("'s").removesuffix("’s")
        for token in seen.tokens[1:]
        if token[0].isupper() and len(token) > 2
    }


def _add_ends(looks: list[Look]) -> None:
    """Whether any prose stands above it, or below it, on the page."""
    prose = [at for at, seen in enumerate(looks) if seen.prose]
    for at, seen in enumerate(looks):
        if not seen.prose and prose:
            if at < prose[0]:
                seen.features.add("above all prose")
            elif at > prose[-1]:
                seen.features.add("below all prose")

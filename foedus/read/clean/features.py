"""Paragraphs of a page in, what each looks like among the others out: named features.

A feature tells what can be seen (length, marks, words, neighbours, place). None is decisive;
`weights.py` holds how much each speaks for the article.
"""

import re
from collections import Counter
from collections.abc import Sequence

from foedus.read.clean.core import core
from foedus.read.clean.hints import Hint
from foedus.read.clean.look import PROSE_WORDS, Look, look
from foedus.read.clean.vocabulary import FUNCTION_WORDS

_CREDITS = re.compile(
    r"\((?:additional )?(?:reporting|writing|editing|written|edited|compiled) by\b[^()]*\)\.?",
    re.IGNORECASE,
)
_REPEATED_WORDS = 4  # a shorter line may well be said twice


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
    if seen.hints & {Hint.ASIDE, Hint.CAPTION} or _CREDITS.fullmatch(seen.words):
        return True
    if seen.features & {
        "no words",
        "advert, short",
        "advert, long",
        "clock, short",
        "credit, short",
    }:
        return True
    told_twice = "said before" in seen.features and len(seen.tokens) >= _REPEATED_WORDS
    return told_twice and not seen.prose and not seen.words.endswith(".")


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
        manner = "prose" if seen.prose else "short" if len(seen.tokens) < PROSE_WORDS else "line"
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

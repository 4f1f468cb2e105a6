"""A paragraph in, what it looks like by itself out: named features, which hold or do not."""

import re
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
_DIGIT = re.compile(r"\d")
_QUOTE = re.compile(r"^[\"“‘']")
_LENGTHS = ((2, "words 1-2"), (5, "words 3-5"), (9, "words 6-9"), (14, "words 10-14"),
            (24, "words 15-24"), (39, "words 25-39"))  # fmt: skip
_NO_SENTENCE = frozenset({"related", "more", "menu", "share"})
_SENTENCE_WORDS = 6  # a line of so many words with a full stop is no button and no head of a list
PROSE_WORDS = 9  # a line of so many words that ends as a sentence does is prose


@dataclass(slots=True)
class Look:
    """One paragraph as it looks by itself."""

    words: str
    mark: str
    tokens: list[str]
    kinds: frozenset[str]
    prose: bool
    aside: bool = False  # set aside without a look at the rest of the page
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
    if len(tokens) >= _SENTENCE_WORDS and words.endswith("."):
        here -= _NO_SENTENCE
    least = PROSE_WORDS if not words.endswith("?") or _TWO.search(words) else 2 * PROSE_WORDS
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
        "ends a sentence, short": ends and count < PROSE_WORDS,
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
        "mostly figures": len(_DIGIT.findall(words)) > 0.3 * max(len(words), 1),
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

"""A line in, the kinds of page matter that it looks like out (`kinds.toml`)."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

FUNCTION_WORDS = frozenset(
    """a about after again against all also although am an and any are as at be because been before
    being between both but by can could did do does doing down during each even few for from further
    had has have having he her here hers him his how however i if in into is it its itself just may
    me might more most much must my no nor not now of off on once only or other our out over own
    same shall she should since so some still such than that the their theirs them then there these
    they this those though through to too under until up upon very was we were what when where
    whether which while who whom whose why will with within without would yet you your""".split()
)

# A byline is told by its capitals, so case counts here.
_BYLINE = re.compile(
    r"""
      ^(?:(?:Written|Words|Story|Posted|Edited|Researched|Reporting|Published|Review|Tested)\ )?
      (?:[Bb]y|BY|From|FROM|Author)[:\ ]\ ?(?:the\ )?[A-Z][\w.'’\-]+(?:\ [\w.'’&,|\-]+){0,10}$
    | ^(?:By|BY|by)$ | ^(?:By|BY|by)\ (?:an?|our|the)\ [\w\ ]{3,30}$
    | ^(?:By|BY|by)\ (?:[A-Z][\w.'’\-]+[,\ ]{1,3}){2,}.{0,90}(?:(?<![.!?])|[ap]\.m\.)$
    | ^[A-Z][\w'’.\-]+\ (?:[A-Z][\w'’.\-]*,?\ ){1,2}(?:[|–—-]\ )?(?:[\w&']+\ ){0,3}
      (?i:reporter|correspondent|editor|writer|contributor|columnist|staff|analyst)\b.{0,40}$
    | ^(?i:reporter|correspondent|columnist
        |\w+\ (?:reporter|writer|editor|correspondent|contributor))$
    | ^[\w\ .]{2,40}@\w{3,}$
    """,
    re.VERBOSE,
)
_ENDS = 150  # characters at each end of a long line that are searched


def _patterns() -> list[tuple[str, re.Pattern[str] | None, re.Pattern[str] | None]]:
    """For each kind what a line opens with, and what it holds anywhere (either may be missing).

    Sorted by how they begin, alternatives are tried several times faster.
    """
    table = tomllib.loads((Path(__file__).parent / "kinds.toml").read_text(encoding="utf-8"))
    made = []
    for kind, alternatives in table["kinds"].items():
        opening, at_word, anywhere = [], [], []
        for alternative in alternatives:
            pattern = alternative
            for name, part in table["parts"].items():
                pattern = pattern.replace(f"<{name}>", part)
            if pattern.startswith("^"):
                opening.append(pattern[1:])
            elif pattern.startswith(r"\b"):
                at_word.append(pattern[2:])
            else:
                anywhere.append(pattern)
        if at_word:
            anywhere.append(rf"\b(?:{'|'.join(at_word)})")
        made.append((kind, _any_of(opening), _any_of(anywhere)))
    return made


def _any_of(patterns: list[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns)) if patterns else None


_PATTERNS = _patterns()


@lru_cache(maxsize=4096)
def kinds(words: str) -> frozenset[str]:
    """The kinds of page matter that a line looks like; a long line is searched at its ends."""
    window = words
    if len(words) > 2 * _ENDS:
        window = f"{words[:_ENDS]} … {words[-_ENDS:]}"
    lower = window.lower()
    found = {
        kind
        for kind, opening, anywhere in _PATTERNS
        if (opening and opening.match(lower)) or (anywhere and anywhere.search(lower))
    }
    if _BYLINE.match(window):
        found.add("byline")
    return frozenset(found)

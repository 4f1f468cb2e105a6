"""Words of a role in, comparable values out: the class of a thing, and the number of them.

Both are coarse on purpose: they decide whether two claims are about the same thing, and whether
their numbers can both be right. The words themselves stay in the claims.
"""

import math
import re
from dataclasses import dataclass
from math import isfinite

from foedus.ledger.keys import name_key

_CLASSES = {
    "arms": "ammunition ammo arms arsenal artillery bomb bullet drone gun howitzer jet launcher "
    "mine missile munition ordnance rifle rocket shell submarine tank torpedo warhead weapon "
    "weaponry weapons",
    "food": "barley beef corn flour fish food grain maize meat pork rice soya sugar wheat",
    "fuel": "coal crude diesel electricity energy fuel gas kerosene lng oil petrol petroleum",
    "technology": "blueprint expertise know-how satellite software technology",
    "money": "cash credit dollar euro fund funding loan money payment rouble ruble yen yuan",
    "troops": "airman battalion brigade conscript marine paratrooper personnel regiment reservist "
    "sailor serviceman servicemen servicewoman servicewomen soldier troop troops trooper",
    "labour": "labour labor labourer laborer worker workforce",
    "agreement": "accord agreement alliance article clause convention deal pact partnership "
    "provision text treaty wording",
    "declaration": "communique communiqué declaration memorandum statement",
    "sanctions": "embargo sanction sanctions",
}
_CLASS_OF = {word: name for name, words in _CLASSES.items() for word in words.split()}
_AFTER_HEAD = re.compile(r"\b(?:of|on|with|between|for|from|to|in|that|which|against|by)\b|[;(]")
_LISTED = re.compile(r",|\b(?:and|or)\b")
_YEAR = re.compile(r"\b1[89]\d\d\b|\b20\d\d\b")

# "one" is left out: it is as often a pronoun.
_SMALL = {
    word: n
    for n, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split(),
        2,
    )
} | {
    word: 10 * n
    for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALE = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "bn": 1e9,
    "tn": 1e12,
    "m": 1e6,
}
_NUMBER = re.compile(
    rf"(?P<digits>(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?)?\s*(?P<word>\b(?:{'|'.join(_SMALL)})\b)?"
    rf"[\s-]*(?P<scale>(?:{'|'.join(_SCALE)})\b)?"
)
_AT_LEAST = re.compile(r"\b(?:more than|over|at least|no fewer than|no less than|upwards of)\s*$")
_AT_MOST = re.compile(
    r"\b(?:up to|at most|fewer than|less than|under|no more than|as many as|as much as)\s*$"
)
_ABOUT = re.compile(
    r"\b(?:about|around|roughly|nearly|almost|some|approximately|an estimated|close to)\s*$"
)
_SAME_BOUND = 0.1  # within which two ceilings are one, rounded
_LEEWAY = 0.2  # what "about" allows to either side


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _heads(text: str) -> list[str]:
    """The last word of each thing that a noun phrase lists, less what is added to it."""
    listed = _LISTED.split(_AFTER_HEAD.split(name_key(text), maxsplit=1)[0])
    words = [re.findall(r"[^\W\d_][\w'-]*", part) for part in listed]
    return [_singular(part[-1]) for part in words if part]


def head(text: str) -> str:
    """The main word of a noun phrase, in the singular; "" where there is none."""
    return next(iter(_heads(text)), "")


def thing_classes(text: str) -> frozenset[str]:
    """What kinds of things the words name: the known classes, else the main word; with any year."""
    known = {_CLASS_OF[word] for word in _heads(text) if word in _CLASS_OF}
    years = sorted(set(_YEAR.findall(text)))
    kinds = known or {head(text) or name_key(text)}
    return frozenset(" ".join((kind, *years)) if kind not in years else kind for kind in kinds)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as said, what it counts, and the bounds that its hedge leaves."""

    said: str
    unit: str
    low: float
    high: float

    def agrees(self, other: "Amount") -> bool:
        """Whether both can be right, as far as they count the same thing."""
        return self.unit != other.unit or (self.low <= other.high and other.low <= self.high)

    def clashes(self, other: "Amount") -> bool:
        """Whether the numbers are two: not both can be right, or both are bounds and lie apart.

        "Up to 300" and "up to 450" are two ceilings; "at least 14" leaves room for 20.
        """
        if self.low == other.low == 0 and isfinite(self.high) and isfinite(other.high):
            return abs(self.high - other.high) > _SAME_BOUND * max(self.high, other.high)
        return self.low > other.high or other.low > self.high


def amount(text: str) -> Amount | None:
    """The first number of the words that is no year, with its hedge; None where there is none."""
    plain = name_key(text)
    for number in _NUMBER.finditer(plain):
        digits, word, scale = number["digits"], number["word"], number["scale"]
        if not (digits or word) or (digits and not scale and _YEAR.fullmatch(digits)):
            continue
        base = float(digits.replace(",", "")) if digits else float(_SMALL[word or ""])
        value = base * _SCALE.get(scale or "", 1.0)
        before, unit = plain[: number.start()], head(plain[number.end() :])
        return Amount(text, unit, *_bounds(value, before))
    return None


def _bounds(value: float, before: str) -> tuple[float, float]:
    if _AT_LEAST.search(before):
        return value, math.inf
    if _AT_MOST.search(before):
        return 0.0, value
    leeway = _LEEWAY * value if _ABOUT.search(before) else 0.0
    return value - leeway, value + leeway

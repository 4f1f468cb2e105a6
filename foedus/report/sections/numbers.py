"""Documents in, numbers with their hedges out; then the pairs that two reports put differently."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from foedus.ledger.amounts import amount
from foedus.model.document import READ_ROLES, Span
from foedus.report.dossier import Source, plain

HEDGES = (
    "about", "around", "some", "roughly", "approximately", "nearly", "almost", "over", "under",
    "more than", "less than", "fewer than", "at least", "at most", "up to", "as many as",
    "well over", "just over", "just under", "close to", "an estimated", "estimated",
)  # fmt: skip
_SCALES = {"thousand": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
_WORDS = {
    word: value
    for value, word in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen"
            " fourteen fifteen sixteen seventeen eighteen nineteen twenty"
        ).split()
    )
    if value >= 2  # "one" is a pronoun as often as a number
}
_NUMBER = re.compile(
    rf"(?:\b(?P<hedge>{'|'.join(HEDGES)})\s+)?"
    rf"(?P<sign>[$€£])?(?<![\w.,-])(?P<number>\d[\d,]*(?:\.\d+)?|{'|'.join(_WORDS)})(?![\w.,]*\d)"
    r"(?:\s+(?P<scale>thousand|million|billion|trillion|bn|m)\b)?"
    r"\s*(?P<unit>%|per cent|percent|(?:[\w-]+\s+)??[a-z][\w-]+)",
    re.IGNORECASE,
)
# two numbers of one thing within this ratio are taken as one number told differently
NEAR = 0.1


@dataclass(frozen=True, slots=True)
class Number:
    """A number as a report gives it: hedge, value, the word that it counts."""

    source: Source
    span: Span
    hedge: str
    value: float
    unit: str


def numbers(source: Source) -> Iterator[Number]:
    """The counted things in the lines that are read; years and dates are left out."""
    text = source.document.text
    for line in source.lines:
        if line.role not in READ_ROLES:
            continue
        for match in _NUMBER.finditer(text, line.span.start, line.span.end):
            value = _value(match["number"]) * _SCALES.get((match["scale"] or "").lower(), 1)
            unit = _unit(match["unit"])
            if unit and not _is_year(match):
                hedge = (match["hedge"] or "").lower()
                start = match.start()
                if hedge in _LASTING and match["number"].isalpha():  # "over seven rounds of talks"
                    start, hedge = match.start("number"), ""
                yield Number(source, Span(start, match.end()), hedge, value, unit)


def _value(words: str) -> float:
    return float(_WORDS.get(words.lower(), 0) or words.replace(",", "").rstrip("."))


def _is_year(match: re.Match[str]) -> bool:
    digits = match["number"]
    return len(digits) == 4 and digits.isdigit() and 1600 <= int(digits) <= 2100


_MONTHS = frozenset(
    (
        "january february march april may june july august september october november december"
    ).split()
)
_NO_UNIT = _MONTHS | frozenset(
    ("and or of the in on to at by from for with was were is are am pm").split()
)


def _unit(words: str) -> str:
    """The word counted, in the singular: the last word of the phrase that is one."""
    for word in reversed(plain(words.replace("%", " percent ")).split()):
        if word not in _NO_UNIT and len(word) > 2:
            return word.removesuffix("s")
    return ""


_LASTING = frozenset({"over", "under"})
_ABOUT = frozenset(
    [*"about around some roughly approximately estimated".split(), "close to", "an estimated"]
)


def _alike(one: Number, other: Number) -> bool:
    """Whether both say the same: one value, under hedges that mean one thing."""
    hedges = [("about" if n.hedge in _ABOUT else n.hedge) for n in (one, other)]
    return one.value == other.value and hedges[0] == hedges[1]


def one_number(one: Number, other: Number) -> bool:
    """Whether it is one number more or less rounded: "nearly 1,200" and 1,187, "some 40" and 40."""
    exact = {n.hedge in _ABOUT or not n.hedge for n in (one, other)} == {True}
    return not clash(one, other) and (one.value != other.value or exact)


def clash(one: Number, other: Number) -> bool:
    """Whether the two cannot both be right, as far as their hedges leave them room."""
    said = [amount(n.span.of(n.source.document.text)) for n in (one, other)]
    bounds = [(a.low, a.high) for a in said if a]
    return len(bounds) == 2 and (bounds[0][0] > bounds[1][1] or bounds[1][0] > bounds[0][1])


def differing(sources: tuple[Source, ...]) -> list[tuple[Number, Number]]:
    """Pairs of two reports that count one thing with another hedge or a near but other value."""
    found: dict[tuple[str, str, str], tuple[Number, Number]] = {}
    given = [(source, list(numbers(source))) for source in sources]
    for (first, ours), (second, theirs) in combinations(given, 2):
        for one in ours:
            for other in theirs:
                if one.unit != other.unit or _alike(one, other):
                    continue
                apart = abs(one.value - other.value)
                hedged = bool(one.hedge or other.hedge) or apart == 0
                if hedged and apart <= NEAR * max(one.value, other.value):
                    found.setdefault((first.letter, second.letter, one.unit), (one, other))
    return list(found.values())

"""A claim that foretells in; how probable its words make it, on a scale or as stated, out."""

import re
from collections.abc import Iterable

from foedus.model.document import Span
from foedus.model.prediction import STATED, Chance
from foedus.model.reading import Row, pair, span_of
from foedus.read.scales import Scale, likelihood, likelihood_of

_DEGREE = re.compile(r"\b(?:almost|nearly|virtually|extremely|exceptionally|highly|very)\s+$", re.I)
_CHANCES = frozenset("chance chances probability likelihood odds".split())
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
            "eight": 8, "nine": 9, "ten": 10, "twenty": 20, "hundred": 100}  # fmt: skip
_COUNT = rf"\d+|{'|'.join(_NUMBERS)}"
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)[- ]?(?:%|per ?cent)[\"”’']?\s+$", re.I)
_IN = re.compile(rf"\b({_COUNT})[- ](?:in|out of)[- ](?:a )?({_COUNT})[\"”’']?\s+$", re.I)
_BOUNDED = re.compile(
    r"\b(?:than|least|most|to|and|or|over|under|above|below|about|around|up|some|nearly|almost"
    r"|roughly|between)\s+[\"“‘']?$|[-–]$",
    re.I,
)
_WILL = re.compile(r"\b(?:will|going to)\b|['’]ll\b|\bwon['’]t\b", re.I)
_NOT = re.compile(r"\b(?:not|never)\b|n['’]t\b", re.I)
_MARKS = "\"”’'"
_SEEN = 40  # characters before "chance" in which its number stands


def chance_of(row: Row, text: str, on: Scale) -> Chance | None:
    """The probability of the event itself, its "not" set aside, by the claim's row and its text.

    A number that the speaker gives ("a 60 percent chance", "one in three") comes before the scale.
    Words that the scale does not list have none: "could", "may" and "expected" give no probability
    unless the scale lists them. A plain "will" is looked up as the term "will".
    """
    hedges = [span_of(bounds) for bounds in row["hedge"]]
    stated = _stated(hedges, text)
    if stated is not None:
        return None if row["negated"] else stated
    if not hedges:
        return _of_will(row, text, on)
    wider = [_with_degree(hedge, text) for hedge in hedges]
    shown = [*row["mood_words"], *map(pair, _its_not(row, text))]
    told = {**row, "hedge": list(map(pair, wider)), "mood_words": shown}
    found = likelihood_of(told, text, on)
    if found is None:
        return None
    return Chance(found.low, found.high, found.term, found.scale, found.complement)


def _stated(hedges: Iterable[Span], text: str) -> Chance | None:
    """The number before "chance", where it is one number and no bound ("less than 10 percent")."""
    for hedge in hedges:
        if hedge.of(text).lower() not in _CHANCES:
            continue
        start = max(0, hedge.start - _SEEN)
        before = text[start : hedge.start]
        found = _PERCENT.search(before) or _IN.search(before)
        if found is None or _BOUNDED.search(before[: found.start()]):
            continue
        share = 100 * _ratio(found)
        if 0 <= share <= 100:
            words = f"{' '.join(found[0].split()).strip(_MARKS)} {hedge.of(text)}"
            return Chance(share, share, words, STATED)
    return None


def _ratio(found: re.Match[str]) -> float:
    if found.re is _PERCENT:
        return float(found[1]) / 100
    part, whole = (_NUMBERS.get(n.lower()) or int(n) for n in found.groups())
    return part / whole if whole else 2.0  # "0 in 0" is no share


def _with_degree(hedge: Span, text: str) -> Span:
    """The hedge with the "almost" before it, which is half of what it says."""
    found = _DEGREE.search(text, max(0, hedge.start - _SEEN), hedge.start)
    return Span(found.start(), hedge.end) if found else hedge


def _its_not(row: Row, text: str) -> list[Span]:
    """The "not" of the event's own words, which says on which side of the hedge it stands."""
    spans = [span_of(event["passage"]) for event in row["roles"].get("event", [])]
    found = [m.span() for s in spans for m in _NOT.finditer(text, s.start, s.end)]
    return [Span(*bounds) for bounds in found] if row["negated"] else []


def _of_will(row: Row, text: str, on: Scale) -> Chance | None:
    """What the scale makes of "will" without a hedge; most scales do not list it."""
    events = row["roles"].get("event", [])
    if not any(_WILL.search(span_of(event["passage"]).of(text)) for event in events):
        return None
    found = likelihood("will not" if row["negated"] else "will", on)
    if found is None:
        return None
    # a scale may list "will not" itself; its range is then of the "not", so it is turned round
    own = row["negated"] and not found.complement
    low, high = (100 - found.high, 100 - found.low) if own else (found.low, found.high)
    return Chance(low, high, found.term, found.scale, found.complement or own)

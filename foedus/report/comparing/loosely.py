"""Clauses of two reports that no rule takes for one thing in, yet one difference each out.

Two clauses may tell of one thing in quite other words. That they do is taken here from what they
count ("18 howitzers", "24 howitzers", and each report counts them but once), or from the same deed
to the same thing, of all clauses of both reports the nearest to each other.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from foedus.ledger.amounts import Amount, amount, thing_classes
from foedus.model.claim import Mood
from foedus.read.assertions import Assertion, Counted, alike
from foedus.report.comparing.firmness import WEIGHING, mood
from foedus.report.comparing.meeting import Met, clauses_of, nearest_of
from foedus.report.comparing.sides import One, about, compared, names_of, side, telling
from foedus.report.desk import Desk
from foedus.report.dossier import Source
from foedus.report.items import Item

Number = tuple[One, Counted, Amount]
_NEAR, _MANY = 0.6, 3  # the same of what is acted on, where so many words are shared
_ACT = 0.45  # likeness of two clauses that tell of one deed, of which one leaves out who does it
_SAME = 0.75  # of two verbs, or of what is acted on
_FEWEST = 3  # words in common
_CURRENCIES = frozenset({"euro", "dollar", "pound", "rouble", "ruble", "yuan", "yen", "money"})
_YEARLY = re.compile(r"\b(?:a|per|each|every) year\b|\b(?:yearly|annual(?:ly)?)\b", re.IGNORECASE)
_WORD = re.compile(r"[\w-]+")
_LIKE_SIZE = 3
_TROOPS = "troops"  # sailors, soldiers and personnel are counted alike
_BESIDE = 2  # words in common beside what is counted
# What everything is counted in: two numbers of them are hardly ever of one thing.
_ANYTHING = frozenset(
    "percent % people person man woman child time way thing part side year month week day"
    " hour minute decade century country nation state government party member minister leader"
    " official source kilometre kilometer km mile metre meter foot inch ton tonne article clause"
    " paragraph chapter term seat vote point rate ballot round step group other case million"
    " billion thousand hundred dozen".split()
)


def moods_between(desk: Desk) -> Iterator[Item]:
    """One deed that one report puts more firmly than the other."""
    for near in nearest_of(desk):
        (_, one), (_, other) = near.ones
        if near.likeness >= _ACT and _is_one_act(one, other):
            item = mood(desk, Met(near.ones))
            if item:
                yield item
    for ones in _heard_once(desk):
        item = mood(desk, Met(ones))
        if item:
            yield item


def _heard_once(desk: Desk) -> Iterator[tuple[One, One]]:
    """What somebody means to do, of whom each of two reports tells but once."""
    originals = [source for source in desk.sources() if not source.copy_of]
    once = {source.letter: _once(source) for source in originals}
    for first, second in combinations(originals, 2):
        for actor, ours in once[first.letter].items():
            theirs = once[second.letter].get(actor)
            if theirs and all(one.mood is Mood.INTENDED for one in (ours, theirs)):
                yield (first, ours), (second, theirs)


def _once(source: Source) -> dict[str, Assertion]:
    """The clause of each actor that acts in one and is named in no other."""
    clauses = clauses_of(source)
    named = Counter(name for one in clauses if one.main for name in one.names)
    acting = ((one.subject, one) for one in clauses if one.main and one.subject in one.names)
    return {subject: one for subject, one in acting if named[subject] == 1}


def _is_one_act(one: Assertion, other: Assertion) -> bool:
    """Whether the same is done to the same, by somebody whom only one of them names."""
    if one.subject in one.names and other.subject in other.names and one.subject != other.subject:
        return False
    shared = set(one.words) & set(other.words)
    weighed = one.verb in WEIGHING or other.verb in WEIGHING
    if len(shared - one.names) < _FEWEST - weighed and len(shared) <= _FEWEST:
        return False
    return _same_deed(one, other) or _weighs(one, other) or _weighs(other, one)


def _same_deed(one: Assertion, other: Assertion) -> bool:
    many = len(set(one.words) & set(other.words)) >= _MANY
    same = bool(one.object) and alike(one.object, other.object) >= (_NEAR if many else _SAME)
    return same and one.verb in one.words and alike(one.verb, other.verb) >= _SAME


def _weighs(one: Assertion, other: Assertion) -> bool:
    """ "Considers a request for talks" is of "will request talks"."""
    noun = one.verb in WEIGHING and other.verb == one.object
    return noun and bool(other.object) and other.object in one.words


def numbers_between(desk: Desk) -> Iterator[Item]:
    """Two numbers of a thing that each of two reports counts but once."""
    originals = [source for source in desk.sources() if not source.copy_of]
    counted = [_by_unit([(source, one) for one in clauses_of(source)]) for source in originals]
    for ours, theirs in combinations(counted, 2):
        for unit in ours.keys() & theirs.keys():
            pair = _apart(ours[unit], theirs[unit])
            if pair:
                yield _numbers(desk, *pair)


def _by_unit(ones: Sequence[One]) -> dict[str, list[Number]]:
    found: dict[str, list[Number]] = defaultdict(list)
    for source, one in ones:
        for counted in one.counted:
            value = amount(counted.span.of(source.document.text))
            if value and counted.unit not in _ANYTHING:
                kind = _TROOPS if _TROOPS in thing_classes(counted.unit) else counted.unit
                found[kind].append(((source, one), counted, value))
    return found


def _apart(ours: Sequence[Number], theirs: Sequence[Number]) -> tuple[Number, Number] | None:
    """The two numbers, where each report has one and they are not the same."""
    values = [{(value.low, value.high) for _, _, value in found} for found in (ours, theirs)]
    if any(len(found) > 1 for found in values) or not ours[0][2].clashes(theirs[0][2]):
        return None
    return next(((x, y) for x in ours for y in theirs if _of_one(x, y)), None)


def _of_one(one: Number, other: Number) -> bool:
    """Whether what stands beside the numbers is of one thing too."""
    (_, a), (_, b) = one[0], other[0]
    if a.denies or b.denies:
        return False
    own, its = _beside(one), _beside(other)
    shared = sum(max((alike(word, w) for w in its), default=0.0) for word in own)
    ceilings = one[2].low == other[2].low == 0
    return shared >= (_BESIDE - ceilings) or _by_year(one, other)


def _beside(number: Number) -> set[str]:
    """The words of the clause that do not belong to what is counted."""
    (source, clause), counted, _ = number
    own = set(_WORD.findall(counted.span.of(source.document.text).lower()))
    return {word for word in clause.words if word not in own and word != counted.unit}


def _by_year(one: Number, other: Number) -> bool:
    """Two sums a year in one currency, of like size: "24 million a year", "yearly 42 million"."""
    units = {number[1].unit for number in (one, other)}
    yearly = all(_YEARLY.search(source.words(a.span)) for (source, a), _, _ in (one, other))
    sizes = sorted((value.low + value.high) / 2 for _, _, value in (one, other))
    return units <= _CURRENCIES and yearly and sizes[1] <= _LIKE_SIZE * sizes[0]


def _numbers(desk: Desk, one: Number, other: Number) -> Item:
    sides = [
        side(desk, source, a.span, names_of(desk, a.voice), counted.span.of(source.document.text))
        for (source, a), counted, _ in (one, other)
    ]
    had = ", ".join(f"{telling(one)} has “{one['value']}”" for one in sides)
    return compared("number", f"{about(one[0])}: {had}", sides)

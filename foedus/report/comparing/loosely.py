"""Clauses of two reports that no rule takes for one thing in, yet one difference each out.

Two clauses may tell of one thing in quite other words. That they do is taken here from what they
count ("18 howitzers", "24 howitzers", and each report counts them but once), or from the same deed
to the same thing, of all clauses of both reports the nearest to each other.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from foedus.ledger.amounts import Amount, amount, thing_classes
from foedus.read.assertions import Assertion, Counted, alike
from foedus.report.comparing.firmness import WEIGHING, mood
from foedus.report.comparing.meeting import Met, clauses_of, nearest_of
from foedus.report.comparing.sides import One, about, compared, names_of, side, telling
from foedus.report.desk import Desk
from foedus.report.items import Item
from foedus.report.naming import listed

Number = tuple[One, Counted, Amount]
_ACT = 0.55  # likeness of two clauses that tell of one deed, of which one leaves out who does it
_SAME = 0.75  # of two verbs, or of what is acted on
_FEWEST = 3  # words in common
_TROOPS = "troops"  # sailors, soldiers and personnel are counted alike
_BESIDE = 2  # words in common beside what is counted
# What everything is counted in: two numbers of them are hardly ever of one thing.
_ANYTHING = frozenset(
    "money percent % people person man woman child time way thing part side year month week day"
    " hour minute decade century country nation state government party member minister leader"
    " official source kilometre kilometer km mile metre meter foot inch ton tonne article clause"
    " paragraph chapter term seat vote point rate ballot round step group other case million"
    " billion thousand hundred dozen dollar euro pound".split()
)


def moods_between(desk: Desk) -> Iterator[Item]:
    """One deed that one report puts more firmly than the other."""
    for near in nearest_of(desk):
        (_, one), (_, other) = near.ones
        if near.likeness >= _ACT and _is_one_act(one, other):
            item = mood(desk, Met(near.ones))
            if item:
                yield item


def _is_one_act(one: Assertion, other: Assertion) -> bool:
    """Whether the same is done to the same, by somebody whom only one of them names."""
    if one.subject in one.names and other.subject in other.names and one.subject != other.subject:
        return False
    shared = (set(one.words) & set(other.words)) - one.names
    if len(shared) < _FEWEST - (one.verb in WEIGHING or other.verb in WEIGHING):
        return False
    return _same_deed(one, other) or _weighs(one, other) or _weighs(other, one)


def _same_deed(one: Assertion, other: Assertion) -> bool:
    same = bool(one.object) and alike(one.object, other.object) >= _SAME
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
    """The two numbers, where each report has one and they cannot both be right."""
    values = [{(value.low, value.high) for _, _, value in found} for found in (ours, theirs)]
    if any(len(found) > 1 for found in values):
        return None
    (low, high), (other_low, other_high) = (next(iter(found)) for found in values)
    if low <= other_high and other_low <= high:
        return None
    pairs = [(x, y) for x in ours for y in theirs if _of_one(x, y)]
    return pairs[0] if pairs else None


def _of_one(one: Number, other: Number) -> bool:
    """Whether what stands beside the numbers is of one thing too."""
    (_, a), (_, b) = one[0], other[0]
    if a.denies or b.denies:
        return False
    units = {one[1].unit, other[1].unit}
    shared = sum(
        max((alike(word, w) for w in b.words if w not in units), default=0.0)
        for word in a.words
        if word not in units
    )
    return shared >= _BESIDE


def _numbers(desk: Desk, one: Number, other: Number) -> Item:
    sides = [
        side(desk, source, a.span, names_of(desk, a.voice), counted.span.of(source.document.text))
        for (source, a), counted, _ in (one, other)
    ]
    had = listed(f"{telling(s)} has “{s['value']}”" for s in sides).replace(" and ", ", ")
    return compared("number", f"{about(one[0])}: {had}", sides)

"""The reports of a desk in, what they say of one thing out: a group has a clause of each."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from foedus.model.claim import Mood
from foedus.model.dates import Granularity
from foedus.read.assertions import Assertion, aligned, assertions_of, mutually_nearest
from foedus.report.desk import Desk
from foedus.report.dossier import Source


@dataclass(frozen=True, slots=True)
class Met:
    """Clauses of one thing, each with its report, in the order of the reports."""

    ones: tuple[tuple[Source, Assertion], ...]


@dataclass(frozen=True, slots=True)
class Near:
    """Clauses of two reports of which each is the other's nearest; `likeness` from 0 to 1."""

    ones: tuple[tuple[Source, Assertion], tuple[Source, Assertion]]
    likeness: float


@lru_cache(maxsize=1)
def nearest_of(desk: Desk) -> tuple[Near, ...]:
    """For every two reports the clauses that are each other's nearest, of one thing or not.

    Those alone that give a day, or that one of them does not put as plainly so.
    """
    originals = [source for source in desk.sources() if not source.copy_of]
    return tuple(
        Near(((first, a), (second, b)), likeness)
        for first, second in combinations(originals, 2)
        for a, b, likeness in mutually_nearest(
            clauses_of(first), clauses_of(second), _is_dated_or_open
        )
    )


def _is_dated_or_open(one: Assertion) -> bool:
    dated = one.time.granularity is Granularity.DAY
    return dated or one.mood is not Mood.ASSERTED or bool(one.hedge)


def clauses_of(source: Source) -> tuple[Assertion, ...]:
    """What the report asserts, clause by clause."""
    days = [receipt.published for receipt in source.receipts if receipt.published]
    return assertions_of(source.document, source.lines, min(days, default=None))


@lru_cache(maxsize=1)
def met(desk: Desk) -> list[Met]:
    """The groups, in order of the first report's text. Copies of one text count once."""
    originals = [source for source in desk.sources() if not source.copy_of]
    if len(originals) < 2:
        return []
    by_id = {source.document.id: source for source in originals}
    groups = aligned([clauses_of(source) for source in originals])
    found = [Met(tuple((by_id[a.document], a) for a in group.assertions)) for group in groups]
    letters = [source.letter for source in originals]
    found.sort(key=lambda one: (letters.index(one.ones[0][0].letter), one.ones[0][1].span))
    return found

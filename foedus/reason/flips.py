"""An answer in; out, the smallest changes of reading or fact that would turn it.

clingo proposes which facts would have to be other than they are told or taken to be, the fewest
first; the engine tries each proposal, and adds the readings that settle what is still open.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

import clingo

from foedus.law.library import library
from foedus.model.scenario import Answer, Ask, Scenario, Verdict
from foedus.model.treaty import Treaty
from foedus.reason import spec
from foedus.reason.engine import Course, ask
from foedus.reason.extent import Axis, Extent
from foedus.reason.tally import Tally

MOST_CHANGES = 3
MOST_WAYS = 6

# what may be otherwise: any fact that the question has not itself told
_ABDUCE = """
{ assumed(F,"yes"); assumed(F,"no") } 1 :- fact(F), not asked_about(F).
#minimize { 1,F : assumed(F,_) }.
#show assumed/2.
"""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that would have to be otherwise: a term read so, or a fact that holds or not.

    `name` is the axis ("rus-prk-2024/state_of_war") or the fact; `to` a reading, "true" or "false".
    """

    name: str
    to: str


@dataclass(frozen=True, slots=True)
class Flip:
    """What would make one answer `becomes`: all of `changes` together, and no fewer."""

    answer: Answer
    becomes: Verdict
    changes: tuple[Change, ...]


def flip(
    scenario: Scenario, bearer: str, treaties: Sequence[Treaty] | None = None, depth: int = 0
) -> tuple[Flip, ...]:
    """For each answer of the bearer that can be turned, the smallest ways to turn it.

    An owed duty is turned into none and the other way round; a disputed one is settled either
    way. At most `MOST_WAYS` ways of equal size, each of at most `MOST_CHANGES` changes. Answers
    that turn on dates, parties or places that no record knows have none.
    """
    held = library().treaties if treaties is None else tuple(treaties)
    asked = replace(scenario, ask=replace(scenario.ask, bearer=bearer))
    found: list[Flip] = []
    for answer in ask(asked, held, depth):
        if answer.verdict is Verdict.UNKNOWN or answer.round:
            continue
        for goal in (Verdict.OWED, Verdict.NOT_OWED):
            if answer.verdict is not goal:
                ways = _smallest(_ways(scenario, held, answer, goal))
                found += [Flip(answer, goal, way) for way in ways]
    return tuple(found)


def _smallest(ways: Iterable[tuple[Change, ...]]) -> list[tuple[Change, ...]]:
    known = sorted({tuple(sorted(way, key=lambda c: c.name)) for way in ways}, key=_by_size)
    least = len(known[0]) if known else 0
    return [way for way in known if len(way) == least <= MOST_CHANGES][:MOST_WAYS]


def _by_size(way: tuple[Change, ...]) -> tuple[int, list[str]]:
    return len(way), [change.name for change in way]


def _ways(
    scenario: Scenario, treaties: Sequence[Treaty], answer: Answer, goal: Verdict
) -> Iterator[tuple[Change, ...]]:
    """Each proposal, with the readings that it needs besides, as far as the engine confirms it."""
    for facts in _proposed(scenario, treaties, answer, goal):
        assumed = {change.name: change.to == "true" for change in facts}
        contest = tuple(fact for fact in scenario.contest if fact not in assumed)
        other = replace(scenario, assume={**scenario.assume, **assumed}, contest=contest)
        tally = _tally(other, treaties, answer)
        if tally is None:
            continue
        if tally.verdict is goal:
            yield facts
        elif tally.verdict is Verdict.DISPUTED:
            for readings in _settling(tally.sure, goal is Verdict.OWED):
                yield (*facts, *readings)


def _tally(scenario: Scenario, treaties: Sequence[Treaty], answer: Answer) -> Tally | None:
    course = Course(replace(scenario, ask=Ask(treaty=answer.treaty)), treaties, 0)
    mine = (t for t in course.tallies() if t.bearer == answer.bearer)
    return next((t for t in mine if t.clause.id == answer.clause), None)


def _settling(extent: Extent, owed: bool) -> Iterator[tuple[Change, ...]]:
    """The smallest sets of options under which it holds in every world left, or in none."""
    for size in range(1, MOST_CHANGES + 1):
        found = False
        for axes in combinations(extent.axes, size):
            for way in _options(axes):
                left = extent
                for change in way:
                    left = left.given(change.name, change.to)
                if left.always if owed else left.never:
                    found = True
                    yield tuple(_plain(change) for change in way)
        if found:
            return


def _options(axes: Sequence[Axis]) -> Iterator[tuple[Change, ...]]:
    for taken in product(*(axis.options for axis in axes)):
        yield tuple(Change(axis.name, option) for axis, option in zip(axes, taken, strict=True))


def _plain(change: Change) -> Change:
    return replace(change, name=change.name.removeprefix("fact/"))


def _proposed(
    scenario: Scenario, treaties: Sequence[Treaty], answer: Answer, goal: Verdict
) -> Iterator[tuple[Change, ...]]:
    """The fewest facts that would turn the answer in some world, and all ways that are as few."""
    yield ()  # readings alone
    target = f'"{answer.treaty}/{answer.clause}","{answer.bearer}"'
    wanted = f":- not owed({target})." if goal is Verdict.OWED else f":- perhaps({target})."
    told = "\n".join(f'asked_about("{fact}").' for fact in scenario.assume)
    facts = spec.program(scenario, treaties, 0, answer.treaty)
    more = f"{_ABDUCE}\n#defined asked_about/1.\n{told}\n{wanted}"
    control = spec.grounded(facts, ("--opt-mode=optN", "--models=0", "--project=show"), more)
    yield from _solved(control)


def _solved(control: clingo.Control) -> Iterator[tuple[Change, ...]]:
    seen: set[tuple[Change, ...]] = set()
    with control.solve(yield_=True) as found:
        for model in found:
            assumed = [s.arguments for s in model.symbols(shown=True) if s.name == "assumed"]
            way = tuple(
                Change(fact.string, "true" if value.string == "yes" else "false")
                for fact, value in assumed
            )
            if model.optimality_proven and way not in seen and len(seen) < 4 * MOST_WAYS:
                seen.add(way)
                yield tuple(sorted(way, key=lambda change: change.name))

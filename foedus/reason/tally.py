"""What is gathered of one bearer and one clause in; verdict, reasons and answer out."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from foedus.model.scenario import Answer, Step, Verdict
from foedus.model.treaty import Clause
from foedus.reason.docket import Record
from foedus.reason.extent import ALWAYS, NEVER, Extent
from foedus.reason.parts import Part
from foedus.reason.trail import Trail

# how much each reading of a term counts, by term or by treaty and term
Weights = Mapping[str, Mapping[str, Fraction]]


class Tally:
    """What one bearer owes under one clause, gathered over all that happens.

    `sure`: in which worlds it is owed; `perhaps`: also those in which it would be, if what the
    records do not say were so. `helped`: the worlds of `sure` by those to whom it is owed, of whom
    the bearer itself may be one. What other clauses override is not yet out of `raw`.
    """

    def __init__(self, record: Record, part: Part, bearer: str) -> None:
        self.record, self.part, self.bearer = record, part, bearer
        self.round = -1  # the first in which it may be owed in some world
        self.owed_to: tuple[str, ...] = ()
        self._best: tuple[Trail, ...] = ()
        self.clear()

    def clear(self) -> None:
        """Forget what was gathered, but not in which round it was first owed, nor to whom."""
        self.raw = self.perhaps = self.sure = NEVER
        self.helped: dict[tuple[str, ...], Extent] = {}
        self._reach = -1
        self._certain = False

    @property
    def clause(self) -> Clause:
        return self.part.clause

    @property
    def trail(self) -> Trail:
        """The proof that stands for all."""
        if len(self._best) == 1:
            return self._best[0]
        extent, kept = ALWAYS, []
        for trail in self._best:
            kept.append(trail)
            extent = extent & trail.extent
            if extent.never:
                break
        steps = tuple(step for trail in kept for step in trail.steps)
        missing = tuple(text for trail in kept for text in trail.missing)
        return Trail(extent, steps, missing, sum([trail.reach for trail in kept]))

    def miss(self, trails: tuple[Trail, ...], to: tuple[str, ...]) -> None:
        """One way in which it is not owed; the one that goes furthest is kept."""
        reach = sum([trail.reach for trail in trails])
        if reach > self._reach:
            self._reach, self._best = reach, trails
            if self.round < 0:
                self.owed_to = to

    def add(self, trails: tuple[Trail, ...], extent: Extent, to: tuple[str, ...], at: int) -> None:
        """One way in which it is owed `to` states: its trails in order, in these worlds.

        The first proof stands; one of the same round that needs nothing unknown, or that asks more,
        takes its place.
        """
        if self.round < 0:
            self.round, self.owed_to = at, ()
        certain = not self.record.unpublished and not any(trail.missing for trail in trails)
        reach = sum(trail.reach for trail in trails)
        better = (certain, reach) > (self._certain, self._reach)
        if self.raw.never or (better and (at == self.round or not self._certain)):
            self._reach, self._best, self._certain = reach, trails, certain
        if self.round == at:
            others = tuple(state for state in to if state != self.bearer)
            self.owed_to = tuple(dict.fromkeys((*self.owed_to, *(others or to))))
        self.raw = self.perhaps = self.raw | extent
        if certain:
            self.sure = self.sure | extent
            self.helped[to] = self.helped.get(to, NEVER) | extent

    def override(self, extent: Extent) -> None:
        """Not owed in the worlds in which another clause of the treaty takes its place."""
        self.perhaps, self.sure = self.perhaps & ~extent, self.sure & ~extent

    @property
    def verdict(self) -> Verdict:
        """Owed in all worlds, in none, in some; unknown where it turns on what is not known."""
        if self.perhaps.never:
            return Verdict.NOT_OWED
        if self.sure.always:
            return Verdict.OWED
        return Verdict.DISPUTED if self.sure is self.perhaps else Verdict.UNKNOWN

    @property
    def missing(self) -> str:
        """What the records do not say, or that the text is not published."""
        told = "; ".join(text for trail in self._best for text in trail.missing)
        return told or ("the text is not published" if self.record.unpublished else "")

    def answer(self, conflicts: tuple[str, ...] = (), weights: Weights | None = None) -> Answer:
        """As an answer: the verdict, what decides, what failed; by weights, its share of worlds."""
        if not self.perhaps.never or len(self._best) > 1 or weights:
            return self._answer(conflicts, weights)
        # what fails by treaty and day alone is the same in every question of that day
        key = (self.part, self.bearer, self.owed_to)
        known = self.record.closed.get(key)
        if known is None:
            known = self.record.closed[key] = self._answer(conflicts, None)
        return known

    def _answer(self, conflicts: tuple[str, ...], weights: Weights | None) -> Answer:
        steps, verdict = self.trail.steps, self.verdict
        extent = self.perhaps if verdict is Verdict.UNKNOWN else self.sure
        names = [axis.name for axis in extent.axes]
        treaty = self.record.treaty
        return Answer(
            bearer=self.bearer, owed_to=self.owed_to, treaty=treaty.id,
            article=self.part.article.number, clause=self.clause.id, duty=self.part.duty,
            modality=self.part.modality, verdict=verdict,
            terms=tuple(n for n in names if not n.startswith("fact/")),
            facts=tuple(n.removeprefix("fact/") for n in names if n.startswith("fact/")),
            held=extent.held, worlds=extent.worlds,
            failed=_failed(steps) if verdict is Verdict.NOT_OWED else "",
            missing=self.missing if verdict is Verdict.UNKNOWN else "",
            proof=steps, round=max(self.round, 0), conflicts=conflicts,
            share=float(extent.share(_by_axis(extent, weights))) if weights else None,
            status=self.part.status,
        )  # fmt: skip


def _by_axis(extent: Extent, weights: Weights) -> dict[str, Mapping[str, Fraction]]:
    """The weights of each open term, given for the term or for the term under one treaty."""
    named = {axis.name: axis.name.rpartition("/")[2] for axis in extent.axes}
    known = {name: weights.get(name) or weights.get(term) for name, term in named.items()}
    return {name: found for name, found in known.items() if found}


def _failed(steps: Iterable[Step]) -> str:
    step = next((s for s in steps if s.held is False), None)
    if step is None:
        return "no world in which all conditions hold"
    return f"{step.what}: {step.because}" if step.because else step.what

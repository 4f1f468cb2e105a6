"""A clause as it stands on a day and what happens in; out, what each bearer owes, and why not."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from foedus.model.scenario import Answer, Step, Verdict
from foedus.model.treaty import Clause
from foedus.model.treaty_words import Beneficiary, TextStatus, TriggerKind, TriggerOn
from foedus.reason.conditions import Bond
from foedus.reason.docket import Record
from foedus.reason.extent import ALWAYS, NEVER, Extent
from foedus.reason.parts import Part
from foedus.reason.situation import HOSTILE, Facts, Happening, Situation
from foedus.reason.stages import reserve, walk
from foedus.reason.trail import Trail


class Tally:
    """What one bearer owes under one clause, gathered over all that happens.

    `extent`: in which worlds it is owed. `raw` is the same before what other clauses override.
    """

    __slots__ = (
        "_best", "_certain", "_reach", "bearer", "extent", "owed_to", "part", "raw", "record",
        "round",
    )  # fmt: skip

    def __init__(self, record: Record, part: Part, bearer: str) -> None:
        self.record, self.part, self.bearer = record, part, bearer
        self.round = -1  # the first in which it is owed in some world
        self.owed_to: dict[str, None] = {}
        self._best: tuple[Trail, ...] = ()
        self.clear()

    @property
    def clause(self) -> Clause:
        return self.part.clause

    @property
    def trail(self) -> Trail:
        """The proof that goes furthest; it stands for all."""
        found = Trail()
        for trail in self._best:
            found = found.then(trail)
        return found

    @property
    def missing(self) -> str:
        """What the records do not say, or that the text is not published."""
        unpublished = self.record.treaty.text_status is TextStatus.UNPUBLISHED
        told = "; ".join(text for trail in self._best for text in trail.missing)
        return told or ("the text is not published" if unpublished else "")

    def clear(self) -> None:
        """Forget what was gathered, but not in which round it was first owed, nor to whom."""
        self.raw: Extent = NEVER
        self.extent: Extent = NEVER
        self._reach = -1
        self._certain = False

    def miss(self, trails: tuple[Trail, ...], reach: int, to: tuple[str, ...]) -> None:
        """One way in which it is not owed; the one that goes furthest is kept."""
        if self.raw.never and reach > self._reach:
            self._reach, self._best = reach, trails
            if self.round < 0:
                self.owed_to = dict.fromkeys(to)

    def add(self, trails: tuple[Trail, ...], extent: Extent, to: tuple[str, ...], at: int) -> None:
        """One way in which it is owed: its trails one after the other, in these worlds.

        The first proof stands; one of the same round that needs nothing unknown, or that asks more,
        takes its place.
        """
        if self.round < 0:
            self.round, self.owed_to = at, {}
        certain = not any(trail.missing for trail in trails)
        reach = sum(trail.reach for trail in trails)
        better = (certain, reach) > (self._certain, self._reach)
        if self.raw.never or (better and (at == self.round or not self._certain)):
            self._reach, self._best, self._certain = reach, trails, certain
        if self.round == at:
            self.owed_to |= dict.fromkeys(to)
        self.raw = self.extent = self.raw | extent

    def answer(self, conflicts: tuple[str, ...] = ()) -> Answer:
        """As an answer: the verdict, what decides, what failed."""
        extent, steps, missing = self.extent, self.trail.steps, self.missing
        verdict = Verdict.DISPUTED
        if extent.never:
            verdict = Verdict.NOT_OWED
        elif missing:
            verdict = Verdict.UNKNOWN
        elif extent.always:
            verdict = Verdict.OWED
        names = [axis.name for axis in extent.axes]
        treaty = self.record.treaty
        return Answer(
            bearer=self.bearer, owed_to=tuple(self.owed_to), treaty=treaty.id,
            article=self.part.article.number, clause=self.clause.id, duty=self.clause.duty.value,
            modality=self.clause.modality.value, verdict=verdict,
            terms=tuple(n for n in names if not n.startswith("fact/")),
            facts=tuple(n.removeprefix("fact/") for n in names if n.startswith("fact/")),
            held=extent.held, worlds=extent.worlds,
            failed=_failed(steps) if verdict is Verdict.NOT_OWED else "",
            missing=missing if verdict is Verdict.UNKNOWN else "",
            proof=steps, round=max(self.round, 0), conflicts=conflicts,
            status=f"{treaty.text_status.value}, {self.clause.status.value}",
        )  # fmt: skip


def _failed(steps: Iterable[Step]) -> str:
    step = next((s for s in steps if s.held is False), None)
    if step is None:
        return "no world in which all conditions hold"
    return f"{step.what}: {step.because}" if step.because else step.what


def gather(
    tallies: dict[str, Tally],
    record: Record,
    numbered: tuple[Part, Trail],
    situation: Situation,
    happenings: Iterable[Happening],
) -> None:
    """Put into the tallies (by bearer) what each bearer of the clause owes by the happenings.

    Of what only follows from other duties no misses are told, unless it sets the clause off.
    """
    part, in_time = numbered
    opening = record.in_force.then(in_time)
    for happening in happenings:
        if happening.round and happening.event.kind not in part.kinds:
            continue
        for seen in _seen(part.clause, happening):
            for victim in seen.event.on or seen.event.by:
                if happening.round and _concerns_nobody(part, record, victim):
                    continue
                bearers = _bearers(part, seen, victim)
                if bearers:
                    _Try(record, part, opening, seen, victim, situation).put(tallies, bearers)


def _concerns_nobody(part: Part, record: Record, victim: str) -> bool:
    return part.clause.trigger.on is TriggerOn.PARTY and record.party(victim)[0] is False


class _Try:
    """One clause, one happening, one victim; what is alike for all bearers is worked out once."""

    __slots__ = ("_shared", "happening", "opening", "part", "record", "situation", "victim")

    def __init__(
        self, record: Record, part: Part, opening: Trail, happening: Happening, victim: str,
        situation: Situation,
    ) -> None:  # fmt: skip
        self.record, self.part, self.opening = record, part, opening
        self.happening, self.victim, self.situation = happening, victim, situation
        self._shared: Trail | None = None

    def put(self, tallies: dict[str, Tally], bearers: Iterable[str]) -> None:
        """What each of the bearers owes by it, into its tally."""
        # a duty of every day stands whatever happens; the happening only touches it
        when = ALWAYS if self.part.standing else self.happening.extent
        for bearer in bearers:
            tally = tallies.get(bearer)
            if tally is None:
                tally = tallies[bearer] = Tally(self.record, self.part, bearer)
            trails, extent, reach = self._way(bearer)
            extent = extent & when
            to = _beneficiaries(self.part, self.record, bearer, self.victim)
            if extent.never:
                tally.miss(trails, reach, to)
            else:
                tally.add(trails, extent, to, self.happening.round)

    def _way(self, bearer: str) -> tuple[tuple[Trail, ...], Extent, int]:
        """Treaty, bearer, clause, side and reservation in order, until all worlds are out."""
        trails, extent = [self.opening], self.opening.extent
        for trail in self._rest(bearer):
            if extent.never:
                break
            trails.append(trail)
            extent = extent & trail.extent
        return tuple(trails), extent, sum([trail.reach for trail in trails])

    def _rest(self, bearer: str) -> Iterator[Trail]:
        yield self.record.bound(bearer, self.victim)
        yield self._conditions(bearer)
        if self.situation.hostile(bearer, self.victim) and not self.part.standing:
            yield _other_side(bearer)
        if bearer in self.part.reserved:
            yield reserve(self._bond(bearer), self.part.reserved[bearer])

    def _bond(self, bearer: str) -> Bond:
        named, beside = self.part.named, self.part.beside
        facts = Facts(self.situation, self.happening.event, self.victim, named, beside)
        return Bond(self.record, self.part, bearer, facts)

    def _conditions(self, bearer: str) -> Trail:
        """The conditions of the clause, as this bearer meets them."""
        if self.part.own:
            return walk(self._bond(bearer), self.happening)
        if self._shared is None:
            self._shared = walk(self._bond(""), self.happening)
        return self._shared


def _other_side(bearer: str) -> Trail:
    return Trail(NEVER, (Step("to whom", False, f"{bearer} is itself on the other side"),))


def _seen(clause: Clause, happening: Happening) -> Iterator[Happening]:
    """What happens; where being at war is what counts, from both sides, whoever began it."""
    yield happening
    event = happening.event
    if clause.trigger.kind is TriggerKind.WAR and event.kind in HOSTILE and event.on:
        yield replace(happening, event=replace(event, by=event.on, on=event.by))


def _bearers(part: Part, happening: Happening, victim: str) -> tuple[str, ...]:
    """Who may owe it: not the one to whom it happens; of a duty of every day who acts against it.

    A clause for anyone's sake is owed by the one to whom it happens, too.
    """
    if part.standing:
        return tuple(b for b in part.bearers if b in happening.event.by and b != victim)
    if not part.to_others:
        return part.bearers
    return tuple(b for b in part.bearers if b != victim)


def _beneficiaries(part: Part, record: Record, bearer: str, victim: str) -> tuple[str, ...]:
    """To whom it is owed: to whom it happens, or the others where that is no other party."""
    clause = part.clause
    if clause.owed_to is Beneficiary.NAMED:
        return clause.beneficiaries
    to_anyone = clause.trigger.on in (TriggerOn.ANYONE, TriggerOn.THIRD_STATE)
    if to_anyone and (victim == bearer or record.party(victim)[0] is False):
        return tuple(a for a in part.treaty.actors if a != bearer and record.party(a)[0])
    return (victim,)

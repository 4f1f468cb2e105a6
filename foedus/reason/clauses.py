"""A clause as it stands on a day and what happens in; what each bearer owes by it, tallied, out."""

from collections.abc import Iterable

from foedus.model.scenario import Step
from foedus.model.treaty_words import Beneficiary, Modality, TriggerOn
from foedus.reason.alike import seen_by
from foedus.reason.conditions import Bond
from foedus.reason.docket import Record
from foedus.reason.extent import ALWAYS, NEVER, Extent
from foedus.reason.facts import Facts
from foedus.reason.parts import Part
from foedus.reason.situation import Happening, Situation
from foedus.reason.stages import reserve, walk
from foedus.reason.tally import Tally
from foedus.reason.trail import Trail


def gather(
    tallies: dict[str, Tally],
    record: Record,
    numbered: tuple[Part, Trail],
    situation: Situation,
    happenings: Iterable[Happening],
) -> None:
    """Put into the tallies (by bearer) what each bearer of the clause owes by the happenings.

    What is found counts as found in the round up to which the situation goes.
    Of what only follows from other duties no misses are told, unless it sets the clause off.
    """
    part, in_time = numbered
    opening = record.in_force.then(in_time)
    for happening in happenings:
        follows = situation.round > 0 and (happening.round > 0 or not part.shifting)
        if follows and happening.event.kind not in part.kinds:
            continue
        for seen, victims in seen_by(part, record, happening, situation, follows):
            one = _Try(record, part, opening, seen, victims, situation)
            one.put(tallies, _bearers(part, seen, victims))


class _Try:
    """A clause, a happening, those to whom it happens; what all bearers share is worked out once.

    To the clause the victims are alike: the first stands for all.
    """

    def __init__(
        self, record: Record, part: Part, opening: Trail, happening: Happening,
        victims: tuple[str, ...], situation: Situation,
    ) -> None:  # fmt: skip
        self.record, self.part, self.opening = record, part, opening
        self.happening, self.victims, self.situation = happening, victims, situation
        self._shared: Trail | None = None

    def put(self, tallies: dict[str, Tally], bearers: Iterable[str]) -> None:
        """What each of the bearers owes by it, into its tally."""
        # a duty of every day stands whatever happens; the happening only touches it
        when = ALWAYS if self.part.standing else self.happening.extent
        for bearer in bearers:
            tally = tallies.get(bearer)
            if tally is None:
                tally = tallies[bearer] = Tally(self.record, self.part, bearer)
            trails, extent = self._way(bearer)
            extent = extent & when
            if not extent.never:
                tally.add(trails, extent, self._owed_to(bearer), self.situation.round)
            elif tally.raw.never:
                tally.miss(trails, self._owed_to(bearer))

    def _way(self, bearer: str) -> tuple[tuple[Trail, ...], Extent]:
        """Treaty, bearer, clause, side and reservation in order, until all worlds are out."""
        opening, part, victim = self.opening, self.part, self.victims[0]
        if opening.extent.never:
            return (opening,), NEVER
        bound = self.situation.settled(self.record.bound(bearer, victim))
        if bound.extent.never:
            return (opening, bound), NEVER
        asked = self._conditions(bearer)
        trails, extent = (opening, bound, asked), opening.extent & bound.extent & asked.extent
        if self._opposed(bearer) and not extent.never:
            return (*trails, _other_side(bearer)), NEVER
        if bearer in part.reserved and not extent.never:
            reserved = reserve(self._bond(bearer), part.reserved[bearer])
            return (*trails, reserved), extent & reserved.extent
        return trails, extent

    def _opposed(self, bearer: str) -> bool:
        """Whether the bearer and the one to whom it would owe act against each other.

        What one may do, but need not, and what binds every day, is not barred by that.
        """
        free = self.part.standing or self.part.clause.modality is Modality.PERMISSION
        other = self.victims[0]
        hostile = self.situation.hostile
        return not free and (hostile(bearer, other) or hostile(other, bearer))

    def _bond(self, bearer: str) -> Bond:
        named, beside = self.part.named, self.part.beside
        facts = Facts(self.situation, self.happening.event, self.victims[0], named, beside)
        return Bond(self.record, self.part, bearer, facts)

    def _conditions(self, bearer: str) -> Trail:
        """The conditions of the clause, as this bearer meets them."""
        if self.part.own:
            return walk(self._bond(bearer), self.happening)
        if self._shared is None:
            self._shared = walk(self._bond(""), self.happening)
        return self._shared

    def _owed_to(self, bearer: str) -> tuple[str, ...]:
        """To whom it is owed: to whom it happens, or the others where that is no other party."""
        clause, record, victim = self.part.clause, self.record, self.victims[0]
        if clause.owed_to is Beneficiary.NAMED:
            return clause.beneficiaries
        to_anyone = clause.trigger.on in (TriggerOn.ANYONE, TriggerOn.THIRD_STATE)
        if to_anyone and (victim == bearer or record.party(victim)[0] is False):
            parties = self.part.treaty.actors
            return tuple(a for a in parties if a != bearer and record.party(a)[0])
        return self.victims


def _other_side(bearer: str) -> Trail:
    return Trail(NEVER, (Step("to whom", False, f"{bearer} is itself on the other side"),))


def _bearers(part: Part, happening: Happening, victims: tuple[str, ...]) -> tuple[str, ...]:
    """Who may owe it: not the one to whom it happens; of a duty of every day who acts against it.

    A clause for anyone's sake is owed by the one to whom it happens, too.
    """
    bearers = part.bearers
    if part.standing:
        bearers = tuple(b for b in bearers if b in happening.event.by)
    if len(victims) > 1 or not (part.to_others or part.standing):
        return bearers
    return tuple(b for b in bearers if b != victims[0])

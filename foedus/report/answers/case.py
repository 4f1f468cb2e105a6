"""A scenario with its answers and treaties; out, the answers that belong together, in order.

First what is owed to those whom the scenario hits, by their own alliances, then what follows.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from foedus.model.scenario import Answer, Scenario, Verdict
from foedus.model.treaty import Clause, Treaty
from foedus.model.treaty_words import Duty, Modality, TextStatus
from foedus.report.answers.phrases import HELP

if TYPE_CHECKING:
    from foedus.history import Honour

_ORDER = (Verdict.OWED, Verdict.DISPUTED, Verdict.UNKNOWN, Verdict.NOT_OWED)


@dataclass(frozen=True, slots=True)
class Group:
    """Answers that differ only in who owes it to whom."""

    answers: tuple[Answer, ...]

    @property
    def first(self) -> Answer:
        """The one that stands for all."""
        return self.answers[0]

    @property
    def bearers(self) -> tuple[str, ...]:
        """Who owes it."""
        return tuple(dict.fromkeys(answer.bearer for answer in self.answers))

    @property
    def owed_to(self) -> tuple[str, ...]:
        """To whom, by any of them."""
        return tuple(dict.fromkeys(to for answer in self.answers for to in answer.owed_to))

    @property
    def helps(self) -> bool:
        """Whether it is to fight or to help; not merely to talk or to stand aside."""
        return Duty(self.first.duty) in HELP and self.first.modality == Modality.DUTY


@dataclass(frozen=True, slots=True)
class Case:
    """One scenario, its answers, and the treaties to which it was put.

    `notes` are what has to be said of the question itself (a place in no record); `records`, by the
    id of the treaty, how its promises fared in war.
    """

    scenario: Scenario
    answers: tuple[Answer, ...]
    treaties: tuple[Treaty, ...]
    notes: tuple[str, ...] = ()
    records: Mapping[str, "Honour"] = field(default_factory=dict)
    _by_id: dict[str, Treaty] = field(default_factory=dict, repr=False, compare=False)

    def treaty(self, id_: str) -> Treaty:
        """The treaty with this id, one of the user's baseline among them."""
        if not self._by_id:
            self._by_id.update((treaty.id, treaty) for treaty in self.treaties)
        return self._by_id[id_]

    @property
    def coarse(self) -> int:
        """How many of the treaties come from the user's own baseline."""
        return sum(treaty.text_status is TextStatus.CODED for treaty in self.treaties)

    @property
    def day(self) -> date:
        """The day asked about."""
        return self.scenario.on

    @property
    def victims(self) -> tuple[str, ...]:
        """Those whom the scenario hits."""
        return tuple(dict.fromkeys(who for event in self.scenario.events for who in event.on))

    @property
    def actors(self) -> tuple[str, ...]:
        """Those who act in it."""
        return tuple(dict.fromkeys(who for event in self.scenario.events for who in event.by))

    def clause(self, answer: Answer) -> Clause:
        """The clause that an answer rests on."""
        held = self.treaty(answer.treaty).clauses
        return next(clause for clause in held if clause.id == answer.clause)

    def groups(self, answers: Iterable[Answer]) -> list[Group]:
        """Answers taken together, the most telling first."""
        found: dict[tuple[object, ...], list[Answer]] = {}
        for a in answers:
            mutual = a.duty == Duty.CONSULTATION or len(a.owed_to) > 1
            to = () if mutual else a.owed_to
            key = (
                a.verdict,
                a.round,
                a.treaty,
                a.clause,
                to,
                a.terms,
                a.facts,
                a.failed,
                a.missing,
            )
            found.setdefault(key, []).append(a)
        return sorted((Group(tuple(held)) for held in found.values()), key=self._rank)

    @property
    def open(self) -> list[Group]:
        """All that is owed, disputed or not known."""
        return self.groups(a for a in self.answers if a.verdict is not Verdict.NOT_OWED)

    def at_once(self) -> Iterator[Group]:
        """What the events themselves set in motion."""
        return (group for group in self.open if not group.first.round)

    def following(self, round_: int) -> list[Group]:
        """What follows in a later round."""
        return [group for group in self.open if group.first.round == round_]

    @property
    def rounds(self) -> Sequence[int]:
        """The later rounds in which anything follows."""
        return sorted({group.first.round for group in self.open} - {0})

    def concerns_victims(self, group: Group) -> bool:
        """Whether it is owed to one whom the scenario hits."""
        return bool({*group.owed_to} & {*(self.victims or self.actors)})

    def missed(self) -> list[Group]:
        """What is not owed though the treaty binds one who is hit: the telling ones first."""
        near = [a for a in self.answers if a.verdict is Verdict.NOT_OWED and self._is_near(a)]
        owing = {(a.bearer, a.treaty) for group in self.open if group.helps for a in group.answers}
        found = [
            group
            for group in self.groups(near)
            if not {(a.bearer, a.treaty) for a in group.answers} <= owing
        ]
        return sorted(found, key=_missed_rank)

    def _is_near(self, answer: Answer) -> bool:
        """Whether one who is hit is a party, and more failed than that another never joined."""
        treaty, hit = self.treaty(answer.treaty), {*self.victims}
        if self.spares(answer):
            return True
        if not hit & {*answer.owed_to} or Duty(answer.duty) not in (*HELP, Duty.CONSULTATION):
            return False
        bound = {p.actor for p in treaty.parties} | {p.continued_by for p in treaty.parties}
        for clause in treaty.clauses:
            bound |= {*clause.beneficiaries}
        failed = next((step for step in answer.proof if step.held is False), None)
        idle = failed is not None and (
            failed.what in ("to whom", "clause in force")
            or failed.what.endswith("is bound")
            or not hit & bound
        )
        return not idle and self._is_of_its_time(treaty)

    def spares(self, answer: Answer) -> bool:
        """Whether it would be owed to one who acts, had that one been attacked and not attacked."""
        failed = next((step for step in answer.proof if step.held is False), None)
        parties = {*self.treaty(answer.treaty).actors}
        return (
            failed is not None
            and failed.what == "to whom"
            and answer.duty == Duty.DEFENCE
            and answer.bearer not in self.actors
            and bool({*self.actors} & parties)
            and not {*self.victims} & parties
        )

    def _is_of_its_time(self, treaty: Treaty) -> bool:
        """Whether the treaty was signed by the day, and did not end a generation before."""
        ended = [fact.day.last for fact in treaty.ended if fact.day]
        signed = [fact.day.first for fact in treaty.signed if fact.day]
        if ended and max(ended) < self.day:
            return (self.day - max(ended)).days < _GENERATION
        return bool(signed) and min(signed) <= self.day

    def _rank(self, group: Group) -> tuple[object, ...]:
        answer = group.first
        talk = answer.duty == Duty.CONSULTATION
        return (
            answer.round, not group.helps, not self.concerns_victims(group), talk,
            _ORDER.index(answer.verdict), -len(group.bearers) if talk else 0, answer.treaty,
            answer.clause,
        )  # fmt: skip


_GENERATION = 12 * 366  # days; a treaty that ended long before misses nobody
_SIGNED, _STANDS, _STILL, _OVER = range(4)
_JOINS = re.compile(r"^join by (.+)$")


def raised_by(answer: Answer) -> tuple[str, ...]:
    """Who came to fight in the round before, and so set an answer off; none for round 0."""
    for step in answer.proof:
        found = _JOINS.match(step.because)
        if found:
            return tuple(found[1].split(", "))
    return ()


def _missed_rank(group: Group) -> tuple[bool, int]:
    """What is signed and not yet in force first, then what stands, then what is over."""
    failed = group.first.failed
    if failed.startswith("in force: not in force until"):
        place = _SIGNED
    elif failed.startswith("in force"):
        place = _OVER
    else:
        place = _STILL if failed.startswith("not suspended") else _STANDS
    return not group.helps, place


def brings_to_war(answer: Answer) -> bool:
    """Whether, in some world, the duty brings its bearer into the war."""
    fights = Duty(answer.duty) in (Duty.DEFENCE, Duty.OFFENCE, Duty.GUARANTEE)
    binds = answer.verdict in (Verdict.OWED, Verdict.DISPUTED)
    return fights and binds and answer.modality == Modality.DUTY

"""One clause and what happens in; out, what each bearer owes, with every condition as a step."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from foedus.law.standing import party_on
from foedus.model.scenario import Answer, Step, Verdict
from foedus.model.treaty import Article, Clause, Treaty
from foedus.model.treaty_words import (
    Bearer,
    Beneficiary,
    ConditionKind,
    TextStatus,
    TriggerBy,
    TriggerKind,
    TriggerOn,
)
from foedus.reason.conditions import (
    Bond,
)
from foedus.reason.extent import NEVER, Extent
from foedus.reason.situation import HOSTILE, Facts, Happening, Situation
from foedus.reason.stages import Steps, walk


@dataclass(frozen=True, slots=True)
class Part:
    """A clause with the article and the treaty that it stands in."""

    treaty: Treaty
    article: Article
    clause: Clause


@dataclass(frozen=True, slots=True)
class Owed:
    """In which worlds a bearer owes a clause's duty, by which steps; `missing`: what is unknown."""

    treaty: Treaty
    article: Article
    clause: Clause
    bearer: str
    owed_to: tuple[str, ...]
    extent: Extent
    steps: tuple[Step, ...]
    missing: str = ""
    round: int = 0

    def answer(self) -> Answer:
        """As an answer: the verdict, what decides, what failed."""
        extent = self.extent
        verdict = Verdict.DISPUTED
        if extent.never:
            verdict = Verdict.NOT_OWED
        elif self.missing:
            verdict = Verdict.UNKNOWN
        elif extent.always:
            verdict = Verdict.OWED
        names = [axis.name for axis in extent.axes]
        failed = next((s for s in self.steps if s.held is False), None)
        return Answer(
            bearer=self.bearer, owed_to=self.owed_to, treaty=self.treaty.id,
            article=self.article.number, clause=self.clause.id, duty=self.clause.duty.value,
            modality=self.clause.modality.value, verdict=verdict,
            terms=tuple(n for n in names if not n.startswith("fact/")),
            facts=tuple(n.removeprefix("fact/") for n in names if n.startswith("fact/")),
            held=extent.held, worlds=extent.worlds,
            failed=_failed(failed) if verdict is Verdict.NOT_OWED else "",
            missing=self.missing if verdict is Verdict.UNKNOWN else "",
            proof=self.steps, round=self.round,
            status=f"{self.treaty.text_status.value}, {self.clause.status.value}",
        )  # fmt: skip


def _failed(step: Step | None) -> str:
    if step is None:
        return "no world in which all conditions hold"
    return f"{step.what}: {step.because}" if step.because else step.what


def owed_under(part: Part, situation: Situation, round_: int) -> Iterator[Owed]:
    """For each bearer of the clause what it owes; the nearest miss where nothing sets it off."""
    for bearer in _bearers(part.treaty, part.clause):
        tried = [
            _owed(part, bearer, happening, victim, situation)
            for happening in _seen_by(part.clause, situation)
            if happening.round <= round_
            for victim in _victims(part.clause, happening, bearer)
        ]
        if not tried:
            continue
        extent = NEVER
        for one in tried:
            extent = extent | one.extent
        # the proof that goes furthest stands for all
        best = max(tried, key=_reach)
        owed_to = tuple(dict.fromkeys(v for o in tried if not o.extent.never for v in o.owed_to))
        yield replace(best, extent=extent, owed_to=owed_to or best.owed_to, round=round_)


def _seen_by(clause: Clause, situation: Situation) -> Iterator[Happening]:
    """What happens; where being at war is what counts, from both sides, whoever began it."""
    for happening in situation.happenings:
        yield happening
        event = happening.event
        if clause.trigger.kind is TriggerKind.WAR and event.kind in HOSTILE and event.on:
            yield replace(happening, event=replace(event, by=event.on, on=event.by))


def _reach(owed: Owed) -> tuple[bool, int]:
    """How far its proof goes: to the end, or through so many conditions."""
    return not owed.extent.never, sum(step.held is not False for step in owed.steps)


def _bearers(treaty: Treaty, clause: Clause) -> tuple[str, ...]:
    if clause.bearer is Bearer.NAMED:
        return clause.bearers
    actors = [*treaty.actors, *(p.continued_by for p in treaty.parties if p.continued_by)]
    return tuple(dict.fromkeys(actors))


def _victims(clause: Clause, happening: Happening, bearer: str) -> tuple[str, ...]:
    """To whom it happens, as the clause may see it: never the bearer who helps the others."""
    if clause.trigger.kind is TriggerKind.ANY_TIME:
        return ()
    on = happening.event.on or happening.event.by
    if clause.trigger.on is TriggerOn.ANYONE and clause.bearer is not Bearer.OTHER_PARTIES:
        return on
    to_others = clause.bearer is Bearer.OTHER_PARTIES or clause.owed_to is not Beneficiary.NAMED
    return tuple(v for v in on if v != bearer or not to_others)


def _owed(part: Part, bearer: str, happening: Happening, victim: str, situation: Situation) -> Owed:
    treaty, article, clause = part.treaty, part.article, part.clause
    steps = Steps()
    facts = Facts(situation, happening.event, victim, *_named(clause))
    bond = Bond(treaty, clause, bearer, facts)
    walk(steps, bond, happening)
    unpublished = treaty.text_status is TextStatus.UNPUBLISHED
    missing = "; ".join(steps.missing) or ("the text is not published" if unpublished else "")
    return Owed(
        treaty, article, clause, bearer, _beneficiaries(part, bearer, victim, situation.day),
        steps.extent & happening.extent, tuple(steps.taken), missing, happening.round,
    )  # fmt: skip


def _named(clause: Clause) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The attackers that the clause names, and those whom it names as standing beside them."""
    classes = (ConditionKind.ATTACKER_CLASS, ConditionKind.ALLY_OF)
    of_class = [a for c in clause.conditions if c.kind in classes for a in c.actors]
    beside = [
        a for c in clause.conditions if c.kind is ConditionKind.SUPPORTED_BY for a in c.actors
    ]
    named = clause.trigger.by_named if clause.trigger.by is TriggerBy.NAMED else ()
    return (*named, *of_class), tuple(beside)


def _beneficiaries(part: Part, bearer: str, victim: str, day: date) -> tuple[str, ...]:
    """To whom it is owed: to whom it happens, or the others where that is no other party."""
    treaty, clause = part.treaty, part.clause
    if clause.owed_to is Beneficiary.NAMED:
        return clause.beneficiaries
    to_anyone = clause.trigger.on in (TriggerOn.ANYONE, TriggerOn.THIRD_STATE)
    if to_anyone and (victim == bearer or party_on(treaty, victim, day) is False):
        return tuple(a for a in treaty.actors if a != bearer and party_on(treaty, a, day))
    return (victim,)

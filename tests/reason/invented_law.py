"""Random treaties and questions, small enough that every world can be looked at one by one."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from foedus.law.terms import terms
from foedus.model.scenario import Event, EventKind, Scenario
from foedus.model.treaty import (
    Article,
    Clause,
    Condition,
    DatedFact,
    PartialDate,
    Party,
    Reservation,
    Suspension,
    Treaty,
    Trigger,
)
from foedus.model.treaty_words import (
    Bearer,
    Beneficiary,
    ConditionKind,
    Duty,
    Membership,
    Modality,
    Nature,
    RecordStatus,
    TextStatus,
    TriggerBy,
    TriggerKind,
    TriggerOn,
)

STATES = ("RUS", "POL", "DEU", "JPN", "PRK")  # of some the atlas knows land
ACTORS = (*STATES, "armed-group")
PLACES = ("Kursk", "Berlin", "Senkaku Islands", "Senkaku Islands", "Pyongyang", "Nowhere at all")
AREAS = (
    "europe", "north-atlantic-area", "territory-of-the-parties",
    "territory-under-administration-of-japan", "pacific-area",
)  # fmt: skip
MEANS = ("", "", "skirmish", "cyber", "troops and vessels", "coast guard", "partial mobilisation")
FACTS = (
    "not-self-defence", "not-self-defence", "not-self-defence", "provoked", "unprovoked",
    "declared", "grave", "consent", "organ-found", "bearer-aligned", "on-territory", "controlled",
    "attacker-great-power", "forced",
)  # fmt: skip
DAY = date(2024, 6, 1)


def law(dice: random.Random) -> tuple[Treaty, ...]:
    """One to four treaties among a few states; now and then plain ones, in which much follows."""
    plain = dice.random() < 0.4
    return tuple(_treaty(dice, f"t{number}", plain) for number in range(dice.randint(1, 4)))


def question(dice: random.Random, treaties: Sequence[Treaty]) -> Scenario:
    """One to three events, with what is assumed, contested and bound."""
    events = tuple(_event(dice) for _ in range(dice.randint(1, 3)))
    told = dice.sample(FACTS, dice.choice((0, 0, 1, 2)))
    assumed = {fact: dice.random() < 0.5 for fact in told[:1]}
    words = [w for t in treaties for c in t.clauses for w in c.open_terms]
    bound = dice.sample(words, min(len(words), dice.choice((0, 0, 1))))
    readings = {word: dice.choice(terms()[word].readings).id for word in bound}
    return Scenario("random", DAY, events, assumed, tuple(told[1:]), readings)


def _some(dice: random.Random, options: Sequence[str], most: int = 2) -> tuple[str, ...]:
    return tuple(dice.sample(options, dice.randint(1, most)))


def _event(dice: random.Random) -> Event:
    by = _some(dice, ACTORS)
    on = tuple(actor for actor in _some(dice, STATES) if actor not in by)
    often = (EventKind.ATTACK, EventKind.ATTACK, EventKind.NONSTATE_ATTACK, EventKind.FINDING)
    kind = dice.choice((*EventKind, *often * 4))
    since = dice.choice((None, None, DAY - timedelta(days=dice.randint(-2, 900))))
    until = dice.choice((None, None, DAY - timedelta(days=1)))
    place = dice.choice(("", "", "", "", *PLACES))
    return Event(kind, by, on, place, since, until, dice.choice(MEANS))


def _treaty(dice: random.Random, name: str, plain: bool) -> Treaty:
    parties = tuple(_party(dice, actor) for actor in dice.sample(STATES, dice.randint(2, 4)))
    make = _plain_clause if plain and dice.random() < 0.8 else _clause
    clauses = tuple(make(dice, str(n), parties) for n in range(1, dice.randint(2, 4)))
    if len(clauses) > 1 and dice.random() < 0.2:
        clauses = (*clauses[:-1], _overriding(clauses[-1], clauses[0].id))
    started = [DAY - timedelta(days=dice.choice((3000, 3000, 400, 30, -30)))]
    started += [started[0] + timedelta(days=500)] if dice.random() < 0.1 else []
    partial = dice.random() < 0.15
    return Treaty(
        id=name, title=name, nature=Nature.TREATY, seen="invented",
        text_status=TextStatus.UNPUBLISHED if dice.random() < 0.08 else TextStatus.IN_FULL,
        membership=Membership.PARTIAL if partial else Membership.COMPLETE,
        candidates=_some(dice, STATES) if partial and dice.random() < 0.5 else (),
        signed=(_on(DAY - timedelta(days=4000)),), in_force=tuple(map(_on, started)),
        ended=(_on(DAY - timedelta(days=10)),) if dice.random() < 0.1 else (),
        known_until=PartialDate("2020") if started[0].year < 2020 and dice.random() < 0.2 else None,
        parties=parties, articles=(Article("1", clauses),),
    )  # fmt: skip


def _on(day: date) -> DatedFact:
    return DatedFact(RecordStatus.UNVERIFIED, PartialDate(day.isoformat()))


def _party(dice: random.Random, actor: str) -> Party:
    still: tuple[Suspension, ...] = ()
    if dice.random() < 0.12:
        towards = _some(dice, STATES) if dice.random() < 0.5 else ()
        contested = dice.random() < 0.4
        still = (
            Suspension(RecordStatus.UNVERIFIED, PartialDate("2022"), None, towards, contested),
        )
    reserved: tuple[Reservation, ...] = ()
    if dice.random() < 0.12:
        conditions = (_condition(dice),)
        reserved = (Reservation("r", RecordStatus.UNVERIFIED, ("1",), conditions=conditions),)
    left = (_on(DAY - timedelta(days=100)),) if dice.random() < 0.08 else ()
    goes_on = dice.choice(STATES) if left else ""
    return Party(actor, goes_on, left=left, suspended=still, reservations=reserved)


def _clause(dice: random.Random, name: str, parties: Sequence[Party]) -> Clause:
    actors = [party.actor for party in parties]
    bearer, owed_to = dice.choice(tuple(Bearer)), dice.choice(tuple(Beneficiary))
    kind = dice.choice((*TriggerKind, *[TriggerKind.ATTACK] * 8))
    duty = dice.choice((*Duty, *[Duty.DEFENCE] * 8, *[Duty.NEUTRALITY] * 2))
    if kind is TriggerKind.ANY_TIME:
        duty = Duty.NONAGGRESSION
    deciding = _deciding()
    return Clause(
        id=name, duty=duty, modality=dice.choice((Modality.DUTY, Modality.DUTY, *Modality)),
        bearer=bearer, owed_to=owed_to, summary="invented", status=RecordStatus.UNVERIFIED,
        bearers=_some(dice, actors) if bearer is Bearer.NAMED else (),
        beneficiaries=_some(dice, actors) if owed_to is Beneficiary.NAMED else (),
        open_terms=tuple(dice.sample(deciding, dice.choice((0, 0, 1, 1, 2)))),
        scope=_some(dice, AREAS, dice.choice((1, 2))) if dice.random() < 0.3 else (),
        since=PartialDate("2025") if dice.random() < 0.05 else None,
        trigger=_trigger(dice, kind),
        conditions=tuple(_condition(dice) for _ in range(dice.choice((0, 0, 1, 2)))),
        unless=tuple(_condition(dice) for _ in range(dice.choice((0, 0, 0, 1)))),
    )  # fmt: skip


def _plain_clause(dice: random.Random, name: str, parties: Sequence[Party]) -> Clause:
    """To defend the others, with at most one word or condition to decide."""
    deciding = _deciding()
    return replace(
        _clause(dice, name, parties), duty=Duty.DEFENCE, modality=Modality.DUTY,
        bearer=Bearer.OTHER_PARTIES, owed_to=Beneficiary.AFFECTED_PARTY, bearers=(),
        beneficiaries=(), scope=(), since=None, unless=(),
        open_terms=tuple(dice.sample(deciding, dice.choice((0, 0, 1)))),
        conditions=tuple(_condition(dice) for _ in range(dice.choice((0, 0, 1)))),
        trigger=Trigger(
            dice.choice((TriggerKind.ATTACK, TriggerKind.AGGRESSION, TriggerKind.WAR)),
            dice.choice((TriggerBy.ANYONE, TriggerBy.ANY_STATE, TriggerBy.NON_PARTY)),
            (), TriggerOn.PARTY,
        ),
    )  # fmt: skip


def _deciding() -> list[str]:
    """The terms that decide whether a duty binds; those that ask much come twice."""
    found = [term for term in terms().values() if term.decides]
    return [term.id for term in found] + [
        term.id for term in found if any(len(r.needs) > 1 for r in term.readings)
    ]


def _overriding(clause: Clause, other: str) -> Clause:
    return replace(clause, overrides=(other,))


def _trigger(dice: random.Random, kind: TriggerKind) -> Trigger:
    by = dice.choice((*TriggerBy, *[TriggerBy.ANYONE] * 3))
    on = dice.choice((*TriggerOn, *[TriggerOn.PARTY] * 6))
    named = by in (TriggerBy.NAMED, TriggerBy.NOT_NAMED)
    return Trigger(
        kind, by, _some(dice, STATES) if named else (),
        on, _some(dice, STATES) if on is TriggerOn.NAMED else (),
    )  # fmt: skip


def _condition(dice: random.Random) -> Condition:
    kind = dice.choice((*ConditionKind, *[ConditionKind.ARTICLE_51] * 5))
    actors: tuple[str, ...] = ()
    if kind in (
        ConditionKind.SUPPORTED_BY, ConditionKind.ATTACKER_CLASS, ConditionKind.ALLY_OF,
        ConditionKind.THROUGH_TERRITORY,
    ):  # fmt: skip
        actors = _some(dice, STATES)
    count = dice.randint(1, 2) if kind is ConditionKind.ATTACKERS_AT_LEAST else 0
    term = dice.choice(tuple(terms())) if dice.random() < 0.15 else ""
    return Condition(kind, actors, count, term, "a limit")

"""A scenario and a library in, the answers out: round by round, until the depth that is asked for.

What one round makes owed ("B must fight A") happens in the next, in the worlds in which it is
owed, so that no condition reaches into its own round.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from foedus.law.library import library
from foedus.model.scenario import Answer, Ask, Event, EventKind, Scenario
from foedus.model.treaty import Treaty
from foedus.model.treaty_words import Duty, Modality, TriggerKind, TriggerOn
from foedus.reason.clauses import Owed, Part, owed_under
from foedus.reason.extent import Extent
from foedus.reason.situation import HOSTILE, Happening, Situation

DEPTH = 2
# duties whose bearer comes to fight; to consult or to stay out is not to fight
FIGHT = (Duty.DEFENCE, Duty.OFFENCE, Duty.GUARANTEE)

Key = tuple[str, str, str]  # treaty, clause, bearer


def ask(
    scenario: Scenario, treaties: Sequence[Treaty] | None = None, depth: int = DEPTH
) -> tuple[Answer, ...]:
    """Every answer to the scenario, what is owed first; `scenario.ask` narrows them.

    `depth` 0 is what the events themselves set in motion; each round more is what follows.
    """
    known = library().treaties if treaties is None else tuple(treaties)
    happenings = tuple(Happening(event) for event in scenario.events)
    found: dict[Key, Owed] = {}
    for round_ in range(depth + 1):
        situation = Situation(scenario, happenings)
        for owed in _overridden(_owed_in(situation, known, round_)):
            key = (owed.treaty.id, owed.clause.id, owed.bearer)
            earlier = found.get(key)
            if earlier is None or (earlier.extent.never and not owed.extent.never):
                found[key] = owed
            elif earlier.extent != owed.extent:
                found[key] = replace(owed, round=earlier.round)
        fresh = _joining(found.values(), situation, round_ + 1)
        if not fresh:
            break
        happenings += fresh
    answers = [owed.answer() for owed in found.values() if _wanted(owed, scenario.ask)]
    order = ("owed", "disputed", "unknown", "not_owed")
    return tuple(sorted(answers, key=lambda a: (order.index(a.verdict), a.round, a.treaty)))


def _owed_in(situation: Situation, treaties: Iterable[Treaty], round_: int) -> Iterator[Owed]:
    involved = {who for h in situation.happenings for who in (*h.event.by, *h.event.on)}
    for treaty in treaties:
        asked = situation.scenario.ask.treaty == treaty.id
        if not asked and not involved & _concerned(treaty):
            continue
        for article in treaty.articles:
            for clause in article.clauses:
                if clause.trigger.kind is not TriggerKind.ANY_TIME:
                    yield from owed_under(Part(treaty, article, clause), situation, round_)


def _concerned(treaty: Treaty) -> set[str]:
    """The states to which something must happen for the treaty to matter."""
    states = {*treaty.actors, *(p.continued_by for p in treaty.parties)}
    for clause in treaty.clauses:
        states |= {*clause.trigger.on_named, *clause.beneficiaries}
        if clause.trigger.on is TriggerOn.ANYONE:
            states |= {*clause.trigger.by_named}
    return states


def _overridden(found: Iterable[Owed]) -> list[Owed]:
    """What a clause overrides is owed only where the clause is not."""
    all_ = list(found)
    over = {(o.treaty.id, other, o.bearer): o.extent for o in all_ for other in o.clause.overrides}
    return [
        replace(o, extent=o.extent & ~over[key]) if (key := _key(o)) in over else o for o in all_
    ]


def _key(owed: Owed) -> Key:
    return owed.treaty.id, owed.clause.id, owed.bearer


def _joining(found: Iterable[Owed], situation: Situation, round_: int) -> tuple[Happening, ...]:
    """Who comes to fight by what is owed, against whom, and in which worlds."""
    known = {(h.event.by, h.event.on) for h in situation.happenings if h.round}
    joined: dict[tuple[str, str], Extent] = {}
    for owed in found:
        if owed.extent.never or owed.clause.duty not in FIGHT:
            continue
        if owed.clause.modality is not Modality.DUTY or owed.missing:
            continue
        for victim in owed.owed_to:
            for enemy, extent in situation.attackers_of(victim).items():
                if enemy != owed.bearer:
                    pair = (owed.bearer, enemy)
                    both = owed.extent & extent
                    joined[pair] = joined[pair] | both if pair in joined else both
    return tuple(
        Happening(
            Event(EventKind.JOIN, (bearer,), (enemy,), _fought_at(enemy, situation)),
            extent,
            round_,
        )
        for (bearer, enemy), extent in joined.items()
        if ((bearer,), (enemy,)) not in known and not extent.never
    )


def _fought_at(enemy: str, situation: Situation) -> str:
    """The place of the war that is joined: where the enemy has attacked."""
    places = [h.event.place for h in situation.of(*HOSTILE) if enemy in h.event.by]
    return next(filter(None, places), "")


def _wanted(owed: Owed, wanted: Ask) -> bool:
    return all(
        (
            wanted.bearer in ("", owed.bearer),
            wanted.treaty in ("", owed.treaty.id),
        )
    )

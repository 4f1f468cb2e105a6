"""What happens in; out, the same with those apart whom a clause tells apart, and no others.

When thirty states join a war at once, most clauses see one thing happen and not thirty.
"""

from collections.abc import Hashable, Iterable, Iterator

from foedus.model.scenario import Event
from foedus.model.treaty_words import TriggerBy, TriggerKind, TriggerOn
from foedus.reason.docket import Record
from foedus.reason.parts import Part
from foedus.reason.situation import HOSTILE, Happening, Situation, is_state


def seen_by(
    part: Part, record: Record, happening: Happening, situation: Situation, follows: bool
) -> Iterator[tuple[Happening, tuple[str, ...]]]:
    """The happening as the clause sees it, each time with those to whom it happens.

    Where being at war is what counts, it is seen from both sides, whoever began it. Of what only
    `follows` from other duties those are left out whom the clause is not about.
    """
    yield from _sides(part, record, happening, situation, follows)
    event = happening.event
    if part.clause.trigger.kind is TriggerKind.WAR and event.kind in HOSTILE and event.on:
        turned = _turned(happening, event.on, event.by)
        yield from _sides(part, record, turned, situation, follows)


def _sides(
    part: Part, record: Record, happening: Happening, situation: Situation, follows: bool
) -> Iterator[tuple[Happening, tuple[str, ...]]]:
    event = happening.event
    victims = [
        on
        for on in _victims(part, record, event, situation)
        if not (follows and concerns_nobody(part, record, on))
    ]
    if not victims:
        return
    for by in _attackers(part, record, event, situation):
        one = happening if by == event.by else _turned(happening, by, event.on)
        for on in victims:
            yield one, on


def _turned(happening: Happening, by: tuple[str, ...], on: tuple[str, ...]) -> Happening:
    """The same by and on others."""
    event = happening.event
    other = Event(event.kind, by, on, event.place, event.since, event.until, event.means)
    return Happening(other, happening.extent, happening.round)


def _attackers(
    part: Part, record: Record, event: Event, situation: Situation
) -> Iterable[tuple[str, ...]]:
    """Those who do it, together where the clause sees no difference between them."""
    if len(event.by) == 1:
        return (event.by,)
    if part.standing:  # who is not bound by it cannot break it
        return tuple((by,) for by in event.by if by in part.bearers)
    apart = part.looked_up
    asks_party = part.clause.trigger.by is TriggerBy.NON_PARTY
    by_named = part.clause.trigger.by_named
    return _groups(
        (
            (
                is_state(by),
                by if apart or (part.each and by in situation.met) else "",
                part.each and (by in by_named, by in part.named),
                record.party(by)[0] if asks_party else None,
            ),
            by,
        )
        for by in event.by
    )


def _victims(
    part: Part, record: Record, event: Event, situation: Situation
) -> Iterable[tuple[str, ...]]:
    """Those to whom it happens, together where the clause sees no difference between them."""
    victims = event.on or event.by
    if len(victims) == 1:
        return (victims,)
    apart = event.place or not part.to_others or part.own or part.shifting or record.selective
    named = part.clause.trigger.on_named
    return _groups(
        (
            (
                victim if apart or victim in situation.met else "",
                record.party(victim)[0],
                victim in named,
            ),
            victim,
        )
        for victim in victims
    )


def _groups(keyed: Iterable[tuple[Hashable, str]]) -> Iterable[tuple[str, ...]]:
    found: dict[Hashable, list[str]] = {}
    for key, name in keyed:
        found.setdefault(key, []).append(name)
    return map(tuple, found.values())


def concerns_nobody(part: Part, record: Record, victims: tuple[str, ...]) -> bool:
    """Whether the clause is about parties, or states that it names, and happens to none of them."""
    trigger = part.clause.trigger
    if trigger.on is TriggerOn.NAMED:
        return not {*victims} & {*trigger.on_named}
    return trigger.on is TriggerOn.PARTY and all(
        record.party(victim)[0] is False for victim in victims
    )

"""A question in words (who attacks whom, where, when) in, the scenario that it puts out."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypedDict, Unpack

from foedus.api.states import actor_id, is_known, place_named
from foedus.model.errors import InputError
from foedus.model.scenario import Scenario
from foedus.reason import scenario_of
from foedus.report.answers.naming import the_state

Row = dict[str, Any]

# states of history whose treaties the library keeps under the one that came after
KEPT_UNDER = {"OTT": "TUR", "PRU": "DEU"}


class Asked(TypedDict, total=False):
    """The words of a question.

    `attack` is who attacks whom: two names or ids, or two lists of them. `kind` is another event
    between them ("threat", "blockade", ...). `on` is the day asked about (default: today), `since`
    the day it began, `at` the place. `assume`, `contest` and `readings` are those of a scenario.
    """

    attack: tuple[str | Iterable[str], str | Iterable[str]]
    kind: str
    at: str
    on: str | date
    since: str | date
    means: str
    assume: Mapping[str, bool]
    contest: Iterable[str]
    readings: Mapping[str, str]


def scenario_put(
    scenario: Scenario | Mapping[str, Any] | None, **asked: Unpack[Asked]
) -> tuple[Scenario, tuple[str, ...]]:
    """The scenario, from a value, a table or the words of a question; and remarks on it.

    Words given beside a table are added to it. Raises InputError for what is no scenario.
    """
    if isinstance(scenario, Scenario):
        if asked:
            raise InputError(f"a Scenario is whole: leave out {', '.join(sorted(asked))}")
        return scenario, _remarks(scenario)
    table = _with_ids(scenario) if scenario is not None else _events(asked)
    if scenario is not None and "attack" in asked:
        raise InputError("give a scenario or an attack, not both")
    put = scenario_of({**table, **_added(table, asked)})
    for event in put.events:
        if event.since and event.since > put.on:
            raise InputError(f"it begins on {event.since}, after the day asked about, {put.on}")
    return put, (*_kept_under(scenario, asked), *_remarks(put))


def _kept_under(scenario: Mapping[str, Any] | None, asked: Asked) -> tuple[str, ...]:
    """What has to be said of states asked about by a name that the library does not keep."""
    events = scenario.get("events") if scenario is not None else None
    sides = [*asked.get("attack", ())]
    for event in events if isinstance(events, list) else ():
        if isinstance(event, Mapping):
            sides += [event[side] for side in ("by", "on") if isinstance(event.get(side), list)]
    names = [n for side in sides for n in (side.split(",") if isinstance(side, str) else side)]
    found = dict.fromkeys(one for name in names if (one := _id_of(name)) in KEPT_UNDER)
    return tuple(
        f"The treaties of {the_state(one)} are kept under {the_state(KEPT_UNDER[one])}."
        for one in found
    )


def _id_of(name: object) -> str:
    """The id of a name; "" for what is no known actor."""
    try:
        return actor_id(name.strip()) if isinstance(name, str) else ""
    except InputError:
        return ""


def _events(asked: Asked) -> Row:
    """The question as a table of one event."""
    if "attack" not in asked:
        raise InputError("nothing asked; say who attacks whom, or give a scenario")
    by, on = (_actors(side) for side in asked["attack"])
    both = [actor for actor in by if actor in on]
    if both:
        raise InputError(f"{both[0]} cannot act against itself; name two sides")
    place, _ = place_named(asked["at"]) if asked.get("at") else ("", "")
    event: Row = {"kind": asked.get("kind") or "attack", "by": by, "on": on, "place": place}
    event |= {name: asked[name] for name in ("since", "means") if asked.get(name)}
    return {"id": "asked", "on": asked.get("on") or date.today(), "events": [event]}


def _actors(side: str | Iterable[str]) -> list[str]:
    names = side.split(",") if isinstance(side, str) else list(side)
    return [_kept(actor_id(name.strip())) for name in names]


def _kept(actor: str) -> str:
    """The id under which the library keeps the treaties of the actor."""
    return KEPT_UNDER.get(actor, actor)


def _added(table: Mapping[str, Any], asked: Asked) -> Row:
    """What the words add to a table: assumptions, contested facts, readings, the day."""
    added: Row = {
        "assume": {**table.get("assume", {}), **asked.get("assume", {})},
        "readings": {**table.get("readings", {}), **asked.get("readings", {})},
        "contest": [*table.get("contest", []), *asked.get("contest", [])],
    }
    return added | ({"on": asked["on"]} if asked.get("on") else {})


def _with_ids(table: Mapping[str, Any]) -> Row:
    """The table with ids and places for names; what nobody knows stays as it is."""
    events = table.get("events")
    if not isinstance(events, list):
        return dict(table)
    return {**table, "events": [_event_with_ids(event) for event in events]}


def _event_with_ids(event: object) -> object:
    if not isinstance(event, Mapping):
        return event
    sides = {
        side: [_id_or_name(name) for name in event[side]]
        for side in ("by", "on")
        if isinstance(event.get(side), list)
    }
    place = event.get("place")
    named = {"place": place_named(place)[0]} if isinstance(place, str) and place else {}
    return {**event, **sides, **named}


def _id_or_name(name: object) -> object:
    try:
        return _kept(actor_id(name)) if isinstance(name, str) and name else name
    except InputError:
        return name  # an organ of a treaty may be no actor; `_remarks` says so


def _remarks(scenario: Scenario) -> tuple[str, ...]:
    """What has to be said of the places and the actors that the events name."""
    told = [place_named(event.place)[1] for event in scenario.events if event.place]
    named = {who: None for event in scenario.events for who in (*event.by, *event.on)}
    unknown = [who for who in named if not is_known(who)]
    if unknown:
        told.append(f"No actor is known as {', '.join(f'“{who}”' for who in unknown)}.")
    return tuple(dict.fromkeys(filter(None, told)))

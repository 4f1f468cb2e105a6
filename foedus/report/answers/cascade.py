"""A case in; out, who is drawn in by whom as data, and as a picture of the rounds."""

from collections.abc import Iterable, Mapping
from typing import Any

from foedus.model.scenario import Verdict
from foedus.report.answers.case import Case, Group, brings_to_war, raised_by
from foedus.report.answers.naming import (
    article_name,
    bearers,
    state,
    states,
    the_state,
    treaty_name,
)
from foedus.report.answers.phrases import VERDICTS, duty_words, event_words
from foedus.report.naming import capitalised
from foedus.report.pictures.cascade import Block, cascade_picture
from foedus.report.pictures.drawing import svg

Row = dict[str, Any]
Joins = dict[str, list[Group]]
EVENT = "event"


def cascade_data(case: Case) -> Row:
    """Nodes (a duty to help, with its round and verdict) and edges (what brings it about)."""
    groups = [group for group in case.open if group.helps]
    ids = {id(group): f"{n}" for n, group in enumerate(groups, 1)}
    nodes: list[Row] = [
        {
            "id": ids[id(group)],
            "round": group.first.round,
            "bearers": list(group.bearers),
            "names": [state(bearer) for bearer in group.bearers],
            "duty": group.first.duty,
            "owed_to": list(group.owed_to),
            "treaty": group.first.treaty,
            "article": group.first.article,
            "clause": group.first.clause,
            "verdict": group.first.verdict.value,
            "terms": list(group.first.terms),
            "facts": list(group.first.facts),
        }
        for group in groups
    ]
    joined = _joined(case, groups)
    edges = [
        {"from": ids[id(cause)] if cause else EVENT, "to": ids[id(group)]}
        for group in groups
        for cause in _causes(group, joined, groups)
    ]
    event = {"id": EVENT, "words": _events(case), "on": case.day.isoformat()}
    return {"event": event, "nodes": nodes, "edges": edges}


def _causes(
    group: Group, joined: Mapping[int, Joins], groups: Iterable[Group]
) -> list[Group | None]:
    """The duties by which the round before brings a group's about; None for the event itself.

    Of an owed one those that are owed themselves, where there are any.
    """
    if not group.first.round:
        return [None]
    against = joined.get(group.first.round, {})
    found = {id(cause): cause for to in group.owed_to for cause in against.get(to, ())}
    if not found:  # a third state's war sets it off: whose, the proof says
        joiners = {who for answer in group.answers for who in raised_by(answer)}
        before = [g for g in groups if g.first.round == group.first.round - 1]
        found = {id(cause): cause for cause in before if joiners & {*cause.bearers}}
    sure = [cause for cause in found.values() if cause.first.verdict is Verdict.OWED]
    owed = group.first.verdict is Verdict.OWED
    return [*(sure if sure and owed else found.values())] or [None]


def _joined(case: Case, groups: Iterable[Group]) -> dict[int, Joins]:
    """For each round, against whom war is joined in it, and by which duties of the round before.

    As the engine has it: who must fight for a state fights all that fight against it.
    """
    fights: dict[str, set[str]] = {}
    for event in case.scenario.events:
        for victim in event.on:
            fights.setdefault(victim, set()).update(event.by)
    joined: dict[int, Joins] = {}
    ordered = [group for group in groups if brings_to_war(group.first)]
    for round_ in sorted({group.first.round for group in ordered}):
        fresh: Joins = {}
        for group in (g for g in ordered if g.first.round == round_):
            for answer in group.answers:
                for enemy in {e for to in answer.owed_to for e in fights.get(to, ())}:
                    if enemy != answer.bearer and group not in fresh.setdefault(enemy, []):
                        fresh[enemy].append(group)
        joined[round_ + 1] = fresh
        for enemy, causes in fresh.items():
            fights.setdefault(enemy, set()).update(b for cause in causes for b in cause.bearers)
    return joined


def _events(case: Case) -> str:
    return "; ".join(capitalised(event_words(event)) for event in case.scenario.events)


def cascade_svg(case: Case) -> str:
    """The rounds as a picture: one SVG element."""
    data = cascade_data(case)
    groups = [group for group in case.open if group.helps]
    places = "; ".join(event.place for event in case.scenario.events if event.place)
    blocks = [Block(EVENT, -1, _events(case), places or "no place given", data["event"]["on"])]
    for group, node in zip(groups, data["nodes"], strict=True):
        answer, treaty = group.first, case.treaty(group.first.treaty)
        mutual = bool({*group.bearers} & {*group.owed_to})
        to = "one another" if mutual else states(group.owed_to, 2)
        who = (
            bearers(group.bearers, treaty, case.day, case.victims)
            if len(group.bearers) > 1
            else the_state(answer.bearer)
        )
        causes = tuple(edge["from"] for edge in data["edges"] if edge["to"] == node["id"])
        blocks.append(
            Block(
                node["id"],
                answer.round,
                capitalised(who),
                duty_words(answer.duty, to),
                f"{treaty_name(treaty)}, {article_name(answer.article)}",
                VERDICTS[answer.verdict],
                causes,
            )
        )
    return svg(cascade_picture(blocks))

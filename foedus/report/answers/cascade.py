"""A case in; out, who is drawn in by whom as data, and as a picture of the rounds."""

from typing import Any

from foedus.report.answers.case import Case, Group, raised_by
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
    edges = [
        {"from": ids[id(cause)] if cause else EVENT, "to": ids[id(group)]}
        for group in groups
        for cause in _causes(group, groups)
    ]
    event = {"id": EVENT, "words": _events(case), "on": case.day.isoformat()}
    return {"event": event, "nodes": nodes, "edges": edges}


def _causes(group: Group, groups: list[Group]) -> list[Group | None]:
    """The duties that bring a group's about; None for the event itself."""
    if not group.first.round:
        return [None]
    joined = {who for answer in group.answers for who in raised_by(answer)}
    before = (g for g in groups if g.first.round == group.first.round - 1)
    return [g for g in before if joined & {*g.bearers}]


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

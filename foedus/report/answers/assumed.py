"""A case in, what its scenario leaves untold out, with what each assumption would change.

Nothing is judged here: the question is put again with the fact turned round, and compared.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from foedus.model.scenario import Answer, Scenario, Verdict
from foedus.reason import reason
from foedus.reason.facts import Facts
from foedus.reason.situation import Happening, Situation
from foedus.report.answers.case import Case, Group
from foedus.report.answers.naming import the_state
from foedus.report.answers.phrases import ASSUMED, fact_words

Change = tuple[Answer, Verdict]


@dataclass(frozen=True, slots=True)
class Assumption:
    """A fact that nobody has raised: what is taken to hold, what if not, and whom that changes.

    `changes` holds the answers with their new verdict, of those that the events set in motion.
    """

    fact: str
    holds: bool
    words: str
    otherwise: str
    changes: tuple[tuple[Verdict, Group], ...]


def assumptions(case: Case) -> tuple[Assumption, ...]:
    """Those on which an answer turns, the weightiest first."""
    names = tuple(name for name in ASSUMED if _is_untold(case.scenario, name))
    before = _at_once(case, case.scenario)
    opened = replace(case.scenario, contest=(*case.scenario.contest, *names))
    turning = {fact for answer in _at_once(case, opened).values() for fact in answer.facts}
    found = (_turned(case, name, before) for name in names if name in turning)
    return tuple(sorted((a for a in found if a.changes), key=_weight))


def _is_untold(scenario: Scenario, name: str) -> bool:
    """Whether neither the question, nor an event, nor the record of its place says it."""
    opposite = name.removeprefix("un") if name.startswith("un") else f"un{name}"
    if {name, opposite} & {*scenario.assume, *scenario.contest}:
        return False
    situation = Situation(scenario, tuple(map(Happening, scenario.events)))
    return any(
        Facts(situation, event, victim).get(name).assumed
        for event in scenario.events
        for victim in event.on or event.by
    )


def _weight(assumption: Assumption) -> tuple[int, int]:
    helped = [group for _, group in assumption.changes if group.helps]
    return -len(helped), -sum(len(group.answers) for _, group in assumption.changes)


def _at_once(case: Case, scenario: Scenario) -> dict[tuple[str, str, str], Answer]:
    found = reason(scenario, case.treaties, depth=0)
    return {(a.bearer, a.treaty, a.clause): a for a in found}


def _turned(case: Case, name: str, before: Mapping[tuple[str, str, str], Answer]) -> Assumption:
    """The same question with the fact turned round."""
    holds = ASSUMED[name][0]
    turned = replace(case.scenario, assume={**case.scenario.assume, name: not holds})
    after = _at_once(case, turned)
    by_verdict: dict[Verdict, list[Answer]] = {}
    for key, answer in after.items():
        was = before.get(key)
        if answer.verdict is not (was.verdict if was else Verdict.NOT_OWED):
            # told of the answer as it stands: its treaty and clause are the same
            by_verdict.setdefault(answer.verdict, []).append(answer)
    by = event_side(case.actors)
    on = event_side(case.victims)
    changes = tuple(_grouped(case, by_verdict))
    return Assumption(
        name, holds, fact_words(name, holds, by, on), fact_words(name, not holds, by, on), changes
    )


def _grouped(
    case: Case, by_verdict: Mapping[Verdict, list[Answer]]
) -> Iterator[tuple[Verdict, Group]]:
    for verdict, answers in by_verdict.items():
        for group in case.groups(answers):
            yield verdict, group


def event_side(actors: tuple[str, ...]) -> str:
    """The one who acts, or is hit, by name; "" where there are several or none."""
    return the_state(actors[0]) if len(actors) == 1 else ""

"""A case and a state in, the proof of each of its answers out: condition by condition, indented."""

from collections.abc import Iterator

from foedus.model.scenario import Answer, Step
from foedus.report.answers.case import Case, Group, brings_to_war, raised_by
from foedus.report.answers.entry import Line, headline
from foedus.report.answers.naming import place_in, term_name, told
from foedus.report.answers.phrases import fact_words


def why_lines(case: Case, actor: str) -> list[Line]:
    """Each answer of the state: clause and words, then every condition and on what it rests.

    Empty where the state has no answer.
    """
    return [
        line
        for group in case.groups(a for a in case.answers if a.bearer == actor)
        for line in (*_tree(case, group), Line())
    ]


def _tree(case: Case, group: Group) -> Iterator[Line]:
    answer, clause = group.first, case.clause(group.first)
    treaty = case.treaty(answer.treaty)
    after = f" [round {answer.round}]" if answer.round else ""
    yield Line(f"{headline(case, group)}{after}", 0, 2)
    words = "; ".join(f"“{word}”" for word in clause.words)
    yield Line(f"{place_in(treaty, answer.article)} [{treaty.id}, clause {clause.id}]", 2, 2)
    yield Line(clause.summary, 4, 0)
    if words:
        yield Line(f"words: {words}", 4, 2)
    yield Line(f"source: {clause.source or 'none seen'}", 4, 2)
    for step in answer.proof:
        yield from _step(case, answer, step)


def _step(case: Case, answer: Answer, step: Step) -> Iterator[Line]:
    mark = {True: "[held]", False: "[FAILED]", None: "[depends]" if step.axis else "[not known]"}
    because = f": {told(step.because)}" if step.because else ""
    assumed = " (assumed: nobody has raised it)" if step.assumed and not because else ""
    yield Line(f"{mark[step.held]} {told(step.what)}{because}{assumed}", 4, 2)
    if step.axis and step.options:
        kept = ", ".join(step.options)
        yield Line(f"if “{term_name(step.axis)}” is read as: {kept}", 8, 2)
    elif step.axis:
        yield Line(f"if {fact_words(step.axis)}", 8, 2)
    for joiner in raised_by(answer) if step.because.startswith("join by ") else ():
        for cause in case.answers:
            if cause.bearer == joiner and 0 <= cause.round < answer.round and brings_to_war(cause):
                where = place_in(case.treaty(cause.treaty), cause.article)
                yield Line(f"since {told(joiner)} is bound by {where} [round {cause.round}]", 8, 2)
                break

"""What would turn an answer in; the lines that say so out: which reading, which fact, how few."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from foedus.law.terms import term_of
from foedus.model.scenario import Verdict
from foedus.reason.flips import Change, Flip
from foedus.report.answers.case import Case
from foedus.report.answers.entry import Line
from foedus.report.answers.naming import article_name, states, term_name, treaty_name
from foedus.report.answers.phrases import VERDICTS, duty_words, fact_words
from foedus.report.naming import capitalised

SHOWN = 4  # ways to turn one answer


def turning_lines(case: Case, flips: Iterable[Flip]) -> Iterator[Line]:
    """Answer by answer, what would make it owed, and what would make it not owed."""
    for (treaty, clause), ways in groupby(flips, lambda f: (f.answer.treaty, f.answer.clause)):
        held = list(ways)
        answer = held[0].answer
        record = case.treaty(treaty)
        where = f"{treaty_name(record)}, {article_name(answer.article)}"
        where += "" if clause in answer.article else f", clause {clause}"
        what = duty_words(answer.duty, states(answer.owed_to))
        yield Line(f"{where}, to {what}: {VERDICTS[answer.verdict]}.", 0, 2)
        for goal in (Verdict.OWED, Verdict.NOT_OWED):
            mine = [flip.changes for flip in held if flip.becomes is goal]
            for number, changes in enumerate(mine[:SHOWN]):
                head = f"{capitalised(VERDICTS[goal])} if" if not number else "or if"
                yield Line(f"{head} {'; and '.join(map(_change, changes))}.", 2, 4)
            if len(mine) > SHOWN:
                yield Line(f"and {len(mine) - SHOWN} ways more; --json has them.", 2, 4)
        yield Line()


def _change(change: Change) -> str:
    """ "“state of war” is read so: ..."."""
    term = term_of(change.name.rpartition("/")[2]) if "/" in change.name else None
    if term is None:
        return fact_words(change.name, change.to == "true")
    reading = next(r for r in term.readings if r.id == change.to)
    summary = reading.summary[:1].lower() + reading.summary[1:].rstrip(".")
    return f"“{term_name(change.name)}” is read so: {summary}"

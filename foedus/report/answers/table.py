"""A case in, its answers as plain rows and as one HTML table out."""

from collections.abc import Iterator
from typing import Any

from foedus.model.scenario import Verdict
from foedus.report.answers.case import Case, Group
from foedus.report.answers.entry import turns_on
from foedus.report.answers.naming import (
    article_name,
    bearers,
    state,
    states,
    told,
    treaty_name,
)
from foedus.report.answers.phrases import VERDICTS, duty_noun
from foedus.report.answers.screen import question_words, why_not
from foedus.report.inert import html_text

Row = dict[str, Any]
COLUMNS = (
    "verdict", "bearer", "duty", "owed_to", "treaty", "article", "words", "decides", "round",
)  # fmt: skip


def table_rows(case: Case) -> Iterator[Row]:
    """A row an answer: plain texts and numbers, names beside ids."""
    for answer in case.answers:
        clause, group = case.clause(answer), Group((answer,))
        yield {
            "verdict": answer.verdict.value,
            "bearer": state(answer.bearer),
            "bearer_id": answer.bearer,
            "duty": answer.duty,
            "modality": answer.modality,
            "owed_to": "; ".join(map(state, answer.owed_to)),
            "owed_to_ids": "; ".join(answer.owed_to),
            "treaty": answer.treaty,
            "article": answer.article,
            "clause": answer.clause,
            "words": "; ".join(clause.words),
            "summary": clause.summary,
            "decides": decides(group),
            "terms": "; ".join(answer.terms),
            "facts": "; ".join(answer.facts),
            "held": answer.held,
            "worlds": answer.worlds,
            "round": answer.round,
            "status": answer.status,
        }


def decides(group: Group) -> str:
    """What decides, what is not known, or which condition failed."""
    answer = group.first
    if answer.verdict is Verdict.DISPUTED:
        return turns_on(group)
    return told(answer.missing) if answer.missing else why_not(answer.failed)


def answers_html(case: Case) -> str:
    """The question, then a row for each answer that is owed, disputed or not known; the cascade."""
    from foedus.report.answers.cascade import cascade_svg

    head = "".join(
        f"<th>{name}</th>"
        for name in ("verdict", "who", "duty", "to", "by", "words", "what decides", "round")
    )
    body = "".join(_row(case, group) for group in case.open)
    none = "" if body else "<p>Nobody in the library is bound to anything by this.</p>"
    return (
        f"<p>{html_text(question_words(case))}</p>{none}"
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{cascade_svg(case)}"
    )


def _row(case: Case, group: Group) -> str:
    answer = group.first
    treaty, clause = case.treaty(answer.treaty), case.clause(answer)
    mutual = bool({*group.bearers} & {*group.owed_to})
    cells = (
        VERDICTS[answer.verdict],
        bearers(group.bearers, treaty, case.day, group.owed_to if not mutual else ()),
        duty_noun(answer.duty),
        "one another" if mutual else states(group.owed_to, 3),
        f"{treaty_name(treaty)}, {article_name(answer.article)}",
        "; ".join(f"“{words}”" for words in clause.words) or clause.summary,
        decides(group),
        str(answer.round),
    )
    return "<tr>" + "".join(f"<td>{html_text(cell)}</td>" for cell in cells) + "</tr>"

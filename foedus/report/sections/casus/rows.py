"""Scenarios and answers in, JSON out: the shapes at the end of DESIGN section 6."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from foedus.law.terms import open_readings
from foedus.model.scenario import Answer, Event, Scenario, Step
from foedus.model.term import Holder, Term
from foedus.report.answers.naming import state
from foedus.report.sections.casus.placing import Placed

Row = dict[str, Any]


def scenario_row(scenario: Scenario) -> Row:
    """The scenario as a table that can be put again: what is empty is left out."""
    ask = {"treaty": scenario.ask.treaty, "bearer": scenario.ask.bearer}
    row = {
        "id": scenario.id,
        "on": scenario.on.isoformat(),
        "events": [_event_row(event) for event in scenario.events],
        "assume": dict(scenario.assume),
        "contest": list(scenario.contest),
        "readings": dict(scenario.readings),
        "ask": _told(ask),
    }
    return _told(row)


def _event_row(event: Event) -> Row:
    return _told(
        {
            "kind": event.kind.value,
            "by": list(event.by),
            "on": list(event.on),
            "place": event.place,
            "since": event.since.isoformat() if event.since else "",
            "until": event.until.isoformat() if event.until else "",
            "means": event.means,
        }
    )


def answer_rows(answers: Iterable[Answer]) -> list[Row]:
    """The answers, each with its proof."""
    return [_answer_row(answer) for answer in answers]


def _answer_row(answer: Answer) -> Row:
    return {
        "bearer": answer.bearer, "owed_to": list(answer.owed_to), "treaty": answer.treaty,
        "article": answer.article, "clause": answer.clause, "duty": answer.duty,
        "modality": answer.modality, "verdict": answer.verdict.value,
        "terms": list(answer.terms), "facts": list(answer.facts),
        "worlds": [answer.held, answer.worlds], "failed": answer.failed,
        "missing": answer.missing, "round": answer.round, "status": answer.status,
        "conflicts": list(answer.conflicts), "bearer_name": state(answer.bearer),
        "owed_to_names": [state(actor) for actor in answer.owed_to],
        "proof": [_step_row(step) for step in answer.proof],
    }  # fmt: skip


def _step_row(step: Step) -> Row:
    return {
        "what": step.what, "held": step.held, "because": step.because, "axis": step.axis,
        "options": list(step.options), "assumed": step.assumed,
    }  # fmt: skip


def _told(row: Row) -> Row:
    return {key: value for key, value in row.items() if value}


def readings_rows(
    treaty: str, terms: Sequence[Term], answers: Sequence[Answer], read: Sequence[Placed]
) -> list[Row]:
    """Each open term with its readings: what may be owed under each, who here and there holds it.

    `may_be_owed` is null where the term does not decide. `holders` are quoted in the reports, by
    the ids of their claims; `library` are those whom the library names, with its sources.
    """
    options = {s.axis: set(s.options) for a in answers for s in a.proof if s.axis}
    deciding = {axis for answer in answers for axis in answer.terms}
    return [
        {
            "term": term.id,
            "question": term.question,
            "readings": [
                {
                    "reading": reading.id,
                    "summary": reading.summary,
                    "may_be_owed": _may(f"{treaty}/{term.id}", reading.id, deciding, options),
                    "holders": _holders(read, term.id, reading.id),
                    "library": [_holder(h) for h in reading.holders if h.treaty in ("", treaty)],
                }
                for reading in open_readings(term, treaty)
            ],
            "unplaced": _holders(read, term.id, ""),
        }
        for term in terms
    ]


def _may(
    axis: str, reading: str, deciding: set[str], options: Mapping[str, set[str]]
) -> bool | None:
    if axis not in deciding:
        return None
    return not options.get(axis) or reading in options[axis]


def _holders(read: Sequence[Placed], term: str, reading: str) -> list[Row]:
    return [
        {
            "holder": one.holder.rstrip(","),
            "words": one.told.words(one.told.claim.filler("reading")),
            "claims": [one.told.id],
        }
        for one in read
        if one.term == term and one.reading == reading
    ]


def _holder(holder: Holder) -> Row:
    return {
        "who": holder.who,
        "since": holder.since.text if holder.since else None,
        "seen": holder.seen or None,
        "source": holder.source,
    }

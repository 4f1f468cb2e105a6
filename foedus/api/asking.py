"""Scenarios in, answers with their reasons out: as values, as rows, as one screen of text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from foedus.law import library
from foedus.model.reading import Row
from foedus.model.scenario import Answer, Scenario, Step, Verdict
from foedus.reason import DEPTH, reason, scenario_of

_SAID = {
    Verdict.OWED: "owed",
    Verdict.DISPUTED: "disputed",
    Verdict.UNKNOWN: "not known",
    Verdict.NOT_OWED: "not owed",
}
NEAR_MISSES = 6


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to one scenario. Iterates over them; `rows` are plain dicts; prints as a screen.

    Its order: what is owed, disputed, not known, not owed.
    """

    scenario: Scenario
    answers: tuple[Answer, ...]

    def __iter__(self) -> Iterator[Answer]:
        return iter(self.answers)

    def __len__(self) -> int:
        return len(self.answers)

    @property
    def rows(self) -> list[Row]:
        """The answers as DESIGN section 6 writes them."""
        return [answer_row(answer) for answer in self.answers]

    def __str__(self) -> str:
        return "\n".join(_screen(self.scenario, self.answers))

    def __repr__(self) -> str:
        return str(self)


def ask(scenario: Scenario | Mapping[str, Any], depth: int = DEPTH) -> Answers:
    """Put a scenario (a value, or a table as in TOML or JSON) to the treaty library.

    `depth` 0 is what the events themselves set in motion; each round more is what follows from
    it. Raises InputError for a table that is no scenario.
    """
    put = scenario if isinstance(scenario, Scenario) else scenario_of(scenario)
    return Answers(put, reason(put, depth=depth))


def annotate_casus(rows: Iterable[Row]) -> Iterator[Row]:
    """`{"id", "scenario"}` a row in, `{"id", "answers"}` a row out."""
    for row in rows:
        put = scenario_of(row["scenario"], f"row {row['id']}")
        yield {"id": row["id"], "answers": ask(put).rows}


def answer_row(answer: Answer) -> Row:
    """One answer as JSON."""
    return {
        "bearer": answer.bearer, "owed_to": list(answer.owed_to), "treaty": answer.treaty,
        "article": answer.article, "clause": answer.clause, "duty": answer.duty,
        "modality": answer.modality, "verdict": answer.verdict.value,
        "terms": list(answer.terms), "facts": list(answer.facts),
        "worlds": [answer.held, answer.worlds], "failed": answer.failed,
        "missing": answer.missing, "round": answer.round, "status": answer.status,
        "proof": [_step_row(step) for step in answer.proof],
    }  # fmt: skip


def _step_row(step: Step) -> Row:
    return {
        "what": step.what, "held": step.held, "because": step.because, "axis": step.axis,
        "options": list(step.options), "assumed": step.assumed,
    }  # fmt: skip


def _screen(scenario: Scenario, answers: tuple[Answer, ...]) -> Iterator[str]:
    """One screen: the question, what is assumed, then the answers, the near misses last."""
    for event in scenario.events:
        on = f" on {', '.join(event.on)}" if event.on else ""
        at = f" at {event.place}" if event.place else ""
        since = f", since {event.since}" if event.since else ""
        yield f"{event.kind.value} by {', '.join(event.by)}{on}{at}{since}; asked of {scenario.on}"
    shown = [a for a in answers if a.verdict is not Verdict.NOT_OWED]
    missed = [a for a in answers if a.verdict is Verdict.NOT_OWED and _is_near(a)]
    missed.sort(key=lambda a: a.proof[0].held is False)  # what stands before what has ended
    assumed = [step.what for answer in shown for step in answer.proof if step.assumed]
    if assumed:
        yield f"Assumed, since nobody has raised it: {', '.join(dict.fromkeys(assumed))}."
    if not shown:
        yield "Nobody in the library is bound to anything by this."
    for group in _alike(shown):
        yield ""
        yield from _told(group)
    if missed:
        yield ""
        yield "Not owed:"
        groups = _alike(missed)
        for group in groups[:NEAR_MISSES]:
            yield f"  {_bearers(group)}, {_place(group[0])} ({group[0].duty}): {group[0].failed}"
        if len(groups) > NEAR_MISSES:
            yield f"  and {len(groups) - NEAR_MISSES} more; --json has them all"
    yield ""
    yield (
        f"By {len(library().treaties)} treaties; the newest dated fact is of"
        f" {library().newest_fact}. Secret and unpublished commitments are not in it, and no answer"
        " says what anybody will do."
    )


def _is_near(answer: Answer) -> bool:
    """Whether more failed than that the state was never concerned."""
    return not any(step.held is False for step in answer.proof[1:2])


def _alike(answers: Iterable[Answer]) -> list[list[Answer]]:
    """Answers that differ only in their bearers, taken together."""
    groups: dict[tuple[object, ...], list[Answer]] = {}
    for a in answers:
        key = (a.verdict, a.round, a.treaty, a.clause, a.owed_to, a.terms, a.facts, a.failed)
        groups.setdefault(key, []).append(a)
    return list(groups.values())


def _bearers(group: list[Answer]) -> str:
    return ", ".join(answer.bearer for answer in group)


def _place(answer: Answer) -> str:
    return f"{answer.treaty} Article {answer.article}"


def _told(group: list[Answer]) -> Iterator[str]:
    """Bearers, clause and its words; what decides; what is not known."""
    answer = group[0]
    to = f" to {', '.join(answer.owed_to)}" if answer.owed_to else ""
    may = " (may, need not)" if answer.modality == "permission" else ""
    after = f", in round {answer.round}" if answer.round else ""
    yield f"{_SAID[answer.verdict].upper()}: {_bearers(group)}: {answer.duty}{to}{may}{after}"
    clause = next(c for c in library().get(answer.treaty).clauses if c.id == answer.clause)
    words = "; ".join(f"“{w}”" for w in clause.words)
    yield f"  {_place(answer)}: {clause.summary}" + (f" ({words})" if words else "")
    if answer.verdict is Verdict.DISPUTED:
        yield f"  In {answer.held} of {answer.worlds} ways to read and see it. It turns on:"
        for step in answer.proof:
            if step.axis:
                held = " or ".join(step.options) if step.options else "true"
                yield f"    {step.axis.split('/')[-1]}: owed if {held}"
    if answer.missing:
        yield f"  Not known: {answer.missing}"
    yield f"  Text: {answer.status}."

"""Scenarios in, answers with their reasons out: as values, as rows, as a screen, as pictures."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from foedus.api.baseline import records_of, treaties_with
from foedus.api.drawn import write_drawn
from foedus.api.putting import Asked, scenario_put
from foedus.api.shown import Table
from foedus.api.states import actor_id
from foedus.api.turning import Flips, flips_of
from foedus.model.errors import InputError
from foedus.model.reading import Row
from foedus.model.scenario import Answer, Scenario, Step
from foedus.reason import DEPTH, reason, scenario_of, weights_of
from foedus.reason.known import check_facts
from foedus.report.answers import Case, screen_lines, why_lines
from foedus.report.answers.cascade import cascade_data, cascade_svg
from foedus.report.answers.matrix import matrix_data, matrix_svg
from foedus.report.answers.naming import state
from foedus.report.answers.screen import WIDTH, wrapped
from foedus.report.answers.table import COLUMNS, answers_html, table_rows

if TYPE_CHECKING:
    import polars


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to one scenario: iterate over them, print them, or look at them in a notebook.

    Their order: what is owed, disputed, not known, not owed. `case` holds the treaties beside.
    """

    case: Case

    @property
    def scenario(self) -> Scenario:
        """What was put to the treaties."""
        return self.case.scenario

    @property
    def answers(self) -> tuple[Answer, ...]:
        """All of them."""
        return self.case.answers

    def __iter__(self) -> Iterator[Answer]:
        return iter(self.case.answers)

    def __len__(self) -> int:
        return len(self.case.answers)

    @property
    def rows(self) -> list[Row]:
        """The answers as DESIGN section 6 writes them."""
        return [answer_row(answer) for answer in self]

    def screen(self, width: int = WIDTH, everything: bool = False) -> str:
        """The answer as text, lines of at most `width` characters; a screen, or everything."""
        return "\n".join(screen_lines(self.case, width, everything))

    def why(self, actor: str, width: int = WIDTH) -> str:
        """The proof of each answer of a state (name or id), down to clause and words.

        Raises InputError where the state has no answer.
        """
        self.of(actor)
        lines = why_lines(self.case, actor_id(actor))
        return "\n".join(text for line in lines for text in wrapped(line, width)).rstrip()

    def flips(self, actor: str) -> Flips:
        """What would turn the answers of a state (name or id): the fewest readings and facts.

        Raises InputError where the state has no answer.
        """
        self.of(actor)
        return flips_of(self.case, actor_id(actor))

    def table(self) -> Table:
        """A row an answer, with names for ids."""
        return Table(table_rows(self.case), COLUMNS)

    def frame(self) -> "polars.DataFrame":
        """The table as a Polars frame, which hands itself to Arrow, pandas and DuckDB."""
        import polars

        return polars.DataFrame(list(self.table()), infer_schema_length=None)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self.frame().__arrow_c_stream__(requested_schema)

    def of(self, actor: str) -> "Answers":
        """The answers of one state (name or id) alone. Raises InputError where it has none."""
        key = actor_id(actor)
        found = tuple(answer for answer in self if answer.bearer == key)
        if not found:
            bearing = sorted({answer.bearer for answer in self})
            known = f"these have: {', '.join(bearing)}" if bearing else "nobody has"
            raise InputError(f"{state(key)} has no answer to this question; {known}")
        return Answers(replace(self.case, answers=found))

    @property
    def cascade(self) -> Row:
        """Who is drawn in by whom: nodes and edges, as the picture shows them."""
        return cascade_data(self.case)

    @property
    def matrix(self) -> Row:
        """What is owed under each reading, with who holds it, as the picture shows it."""
        return matrix_data(self.case)

    def draw_cascade(self, path: str | Path) -> tuple[Path, Path]:
        """Draw who is drawn in, round by round: an SVG file, and its data as JSON beside it."""
        return write_drawn(cascade_svg(self.case), self.cascade, path)

    def draw_matrix(self, path: str | Path) -> tuple[Path, Path]:
        """Draw clause by reading, with who holds each: an SVG file, and its data beside it."""
        return write_drawn(matrix_svg(self.case), self.matrix, path)

    def __str__(self) -> str:
        return self.screen()

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        return answers_html(self.case)


def ask(
    scenario: Scenario | Mapping[str, Any] | None = None,
    depth: int | None = None,
    baseline: str | Path | None = None,
    weights: Mapping[str, Mapping[str, float]] | None = None,
    notes: Mapping[str, str] | None = None,
    **asked: Unpack[Asked],
) -> Answers:
    """Put a question to the treaty library: who would owe what to whom, and what decides it.

    A scenario as a value or a table (as in TOML or JSON), or its words: `ask(attack=("UKR",
    "RUS"), at="Kursk", on="2024-08-06")`, with `since`, `means`, `kind`, `assume`, `contest` and
    `readings` where wanted. `depth` 0 is what the events themselves set in motion, each round
    more what follows from it; where none is given it is 2, or 0 if the scenario names the treaty
    that it asks about. `baseline` is a folder of imported history, whose coarse
    treaties are asked too. `weights` count readings of a term for more than others
    (`{"armed_attack": {"any-force": 2, "by-a-state": 1}}`), whoever's they are: foedus has none,
    and without them no reading counts for more; `notes` say by term ("rus-prk-2024/state_of_war")
    whose the weights are, and are told where the term decides. Raises InputError for what is no
    scenario, or a state or a fact that nobody knows; a place that is in no record is said in the
    answer.
    """
    put, remarks = scenario_put(scenario, **asked)
    treaties = treaties_with(Path(baseline) if baseline else None)
    check_facts(put, treaties)
    rounds = rounds_of(put) if depth is None else depth
    answers = reason(put, treaties, rounds, weights_of(weights) if weights else None)
    asked_of = {answer.treaty for answer in answers}
    told = (treaty for treaty in treaties if treaty.id in asked_of)
    records = records_of(told, Path(baseline) if baseline else None)
    deciding = dict.fromkeys(term for answer in answers for term in answer.terms)
    said = (notes[term] for term in deciding if notes and term in notes)
    return Answers(Case(put, answers, treaties, (*remarks, *said), records))


def rounds_of(put: Scenario) -> int:
    """How many rounds are asked for where nobody says: none where the question names its treaty.

    Such a question is about what the events themselves set in motion.
    """
    return 0 if put.ask.treaty else DEPTH


def annotate_casus(rows: Iterable[Row], baseline: Path | None = None) -> Iterator[Row]:
    """`{"id", "scenario"}` a row in, `{"id", "answers"}` a row out."""
    treaties = treaties_with(baseline)
    for row in rows:
        put = scenario_of(row["scenario"], f"row {row['id']}")
        answers = reason(put, treaties, rounds_of(put))
        yield {"id": row["id"], "answers": [answer_row(answer) for answer in answers]}


def answer_row(answer: Answer) -> Row:
    """One answer as JSON. `share` is there only where the question gives weights."""
    share = {} if answer.share is None else {"share": answer.share}
    return share | {
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

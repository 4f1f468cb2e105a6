"""A question and a state in; what would turn that state's answers out, as values, rows and text."""

from collections.abc import Iterator
from dataclasses import dataclass

from foedus.model.reading import Row
from foedus.reason.flips import Flip, flip
from foedus.report.answers import Case
from foedus.report.answers.entry import Line
from foedus.report.answers.naming import state
from foedus.report.answers.screen import WIDTH, wrapped
from foedus.report.answers.turning import turning_lines


@dataclass(frozen=True, slots=True)
class Flips:
    """What would turn the answers of one state: iterate over them, or print them."""

    case: Case
    bearer: str
    flips: tuple[Flip, ...]

    def __iter__(self) -> Iterator[Flip]:
        return iter(self.flips)

    def __len__(self) -> int:
        return len(self.flips)

    @property
    def rows(self) -> list[Row]:
        """A row a way to turn an answer; its changes are all needed, and no fewer do."""
        return [flip_row(one) for one in self.flips]

    def screen(self, width: int = WIDTH) -> str:
        """As text, lines of at most `width` characters."""
        name = state(self.bearer)
        if self.flips:
            head = f"What would turn the answers of {name}, the fewest changes first:"
            lines = [Line(head), Line(), *turning_lines(self.case, self.flips)]
        else:
            lines = [
                Line(
                    f"No reading and no fact would turn an answer of {name}: what fails is a date,"
                    " a party or the kind of event."
                )
            ]
        return "\n".join(text for line in lines for text in wrapped(line, width)).rstrip()

    def __str__(self) -> str:
        return self.screen()

    def __repr__(self) -> str:
        return str(self)


def flips_of(case: Case, bearer: str) -> Flips:
    """The smallest changes of reading or fact that turn each answer of the state (an id)."""
    return Flips(case, bearer, flip(case.scenario, bearer, case.treaties))


def flip_row(one: Flip) -> Row:
    """One way to turn an answer, as JSON."""
    answer = one.answer
    return {
        "bearer": answer.bearer, "owed_to": list(answer.owed_to), "treaty": answer.treaty,
        "article": answer.article, "clause": answer.clause, "duty": answer.duty,
        "verdict": answer.verdict.value, "becomes": one.becomes.value,
        "changes": [
            {"kind": "reading" if "/" in c.name else "fact", "name": c.name, "to": c.to}
            for c in one.changes
        ],
    }  # fmt: skip

"""What the API gives back, as values that show themselves in a notebook: outcome, table, brief."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from foedus.model.errors import DocumentError
from foedus.model.reading import Row
from foedus.report.comparing.page import Comparison
from foedus.report.inert import html_text
from foedus.report.items import Brief
from foedus.report.writing import write_brief


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One file that was read: its name, its document, how much was new in the ledger."""

    name: str
    document: str
    new: bool
    lines: int
    kept: int
    statements: int
    claims: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call of `read` did: files read, and files that could not be, each with its reason."""

    read: tuple[ReadFile, ...]
    failed: tuple[DocumentError, ...]

    def as_json(self) -> dict[str, Any]:
        """The outcome as JSON."""
        return {
            "read": [
                {name: getattr(one, name) for name in ReadFile.__slots__} for one in self.read
            ],
            "failed": [
                {"name": e.name, "code": e.code, "problem": e.problem, "remedy": e.remedy}
                for e in self.failed
            ],
        }

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{html_text(one.name)}</td><td>{one.kept} of {one.lines} lines</td>"
            f"<td>{one.statements} statements</td><td>{one.claims} claims</td></tr>"
            for one in self.read
        )
        rows += "".join(f"<tr><td colspan=4>{html_text(str(e))}</td></tr>" for e in self.failed)
        return f"<table>{rows}</table>"


class Table(Sequence[Row]):
    """Rows of a ledger as a list that shows itself as a table in a notebook."""

    def __init__(self, rows: Iterable[Row], columns: tuple[str, ...]) -> None:
        self._rows = tuple(rows)
        self.columns = columns

    def __getitem__(self, index: Any) -> Any:
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __repr__(self) -> str:
        return f"Table({len(self)} rows: {', '.join(self.columns)})"

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{html_text(name)}</th>" for name in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{html_text(_cell(row, c))}</td>" for c in self.columns) + "</tr>"
            for row in self._rows
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(row: Row, column: str) -> str:
    value = row.get(column, "")
    return str(value.get("name", value)) if isinstance(value, dict) else str(value)


class Written:
    """A brief that shows itself in a notebook and writes itself to a folder."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief

    def __repr__(self) -> str:
        return f"Brief({self.brief.title!r}, {len(self.brief.passages)} passages)"

    def _repr_html_(self) -> str:
        return self.brief._repr_html_()

    def as_json(self) -> dict[str, Any]:
        """The brief as JSON."""
        return self.brief.as_json()

    def write(self, folder: str | Path) -> tuple[Path, ...]:
        """Write brief.html, brief.md and brief.json; all three or, on an error, none."""
        return write_brief(self.brief, Path(folder))


class Compared:
    """Reports side by side, which show themselves in a notebook and write themselves to a folder.

    A sequence of the differences, as rows of JSON: `kind`, `text`, `reports`, `sides`.
    """

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.differences: list[Row] = self.as_json()["differences"]

    def __repr__(self) -> str:
        counts = self.as_json()["counts"]
        return f"Compared({', '.join(f'{n} {kind}' for kind, n in counts.items())})"

    def __len__(self) -> int:
        return len(self.differences)

    def __getitem__(self, index: int) -> Row:
        return self.differences[index]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.differences)

    def _repr_html_(self) -> str:
        return self.comparison._repr_html_()

    def as_json(self) -> dict[str, Any]:
        """The comparison as JSON (see `Comparison.as_json`)."""
        return self.comparison.as_json()

    def write(self, folder: str | Path) -> tuple[Path, ...]:
        """Write compare.html, compare.md and compare.json; all three or, on an error, none."""
        return write_brief(self.comparison.brief, Path(folder), "compare", self.as_json())

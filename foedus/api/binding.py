"""A state and a day in; out, who is bound to whom by what: rows, text, a table, a picture."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from foedus.api.baseline import treaties_with
from foedus.api.drawn import write_drawn
from foedus.api.shown import Table
from foedus.api.states import actor_id
from foedus.law import library
from foedus.model.errors import InputError
from foedus.model.reading import Row
from foedus.report.answers.bonds import IN_FORCE, Bond, bond_lines, bonds, by_treaty
from foedus.report.answers.naming import day_told, state, treaty_name
from foedus.report.answers.screen import WIDTH, wrapped
from foedus.report.pictures.bonds import Tied, bonds_picture
from foedus.report.pictures.drawing import svg
from foedus.report.pictures.lettering import some_of

if TYPE_CHECKING:
    import polars

COLUMNS = (
    "partners", "duty", "owes", "is_owed", "trigger", "strength", "automaticity", "treaty",
    "article", "stands", "because", "text_status",
)  # fmt: skip
DUTY_KINDS = {
    "fights": ("defence", "offence", "guarantee"),
    "helps": ("assistance", "mobilisation", "measures", "basing"),
    "confers": ("consultation",),
    "stands aside": (
        "neutrality", "nonaggression", "no-hostile-alliance", "withhold-support",
        "no-separate-peace",
    ),
}  # fmt: skip
_PARTNERS = 76  # letters of the partners of a row


@dataclass(frozen=True, slots=True)
class Bonds:
    """The duties between one state and others on a day: iterate, print, or look at them."""

    actor: str
    on: date
    bonds: tuple[Bond, ...]
    imported: bool = False  # whether a baseline was asked too

    def __iter__(self) -> Iterator[Bond]:
        return iter(self.bonds)

    def __len__(self) -> int:
        return len(self.bonds)

    @property
    def rows(self) -> list[Row]:
        """A row a duty: partners, treaty, article, what sets it off, how it stands."""
        return [bond.row() for bond in self]

    def screen(self, width: int = WIDTH) -> str:
        """The bonds as text, treaty by treaty."""
        newest = library().newest_fact
        lines = bond_lines(self.actor, self.on, self.bonds, newest, self.imported)
        return "\n".join(text for line in lines for text in wrapped(line, width))

    def table(self) -> Table:
        """The rows with names for ids, lists as texts."""
        rows = ({**row, "partners": "; ".join(row["names"])} for row in self.rows)
        return Table(({**row, "words": "; ".join(row["words"])} for row in rows), COLUMNS)

    def frame(self) -> "polars.DataFrame":
        """The table as a Polars frame, which hands itself to Arrow, pandas and DuckDB."""
        import polars

        flat = [{k: v for k, v in row.items() if k != "names"} for row in self.table()]
        return polars.DataFrame(flat, infer_schema_length=None)

    def draw(self, path: str | Path) -> tuple[Path, Path]:
        """Draw a row a treaty and a column a kind of duty: an SVG file, its data beside it."""
        data = {"state": self.actor, "on": self.on.isoformat(), "bonds": self.rows}
        return write_drawn(self._svg(), data, path)

    def _svg(self) -> str:
        tied = [_tied(group) for group in by_treaty(self.bonds)]
        return svg(bonds_picture(state(self.actor), day_told(self.on), tied))

    def __str__(self) -> str:
        return self.screen()

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        return self.table()._repr_html_() + self._svg()


def bound(actor: str, on: str | date | None = None, baseline: str | Path | None = None) -> Bonds:
    """Who is bound to a state, and to whom it is bound, on a day (default: today).

    `actor` is a name or an id; `baseline` a folder of imported history, whose coarse treaties are
    asked too. What is signed and not in force, suspended or not known is there and says so.
    Raises InputError for a state that nobody knows, or a day that is none.
    """
    try:
        day = date.fromisoformat(on) if isinstance(on, str) else on or date.today()
    except ValueError:
        raise InputError(f"'{on}' is no day; write it as 2024-12-05") from None
    key = actor_id(actor)
    treaties = treaties_with(Path(baseline) if baseline else None)
    return Bonds(key, day, bonds(key, day, treaties), bool(baseline))


def _tied(group: list[Bond]) -> Tied:
    """The bonds of one treaty as a row of the picture."""
    first = group[0]
    partners = list(dict.fromkeys(state(p) for bond in group for p in bond.partners))
    duties: dict[str, str] = {}
    for bond in group:
        kind = next((k for k, held in DUTY_KINDS.items() if bond.clause.duty in held), "other")
        owes = bond.owes or duties.get(kind) in ("owes", "mutual")
        is_owed = bond.is_owed or duties.get(kind) in ("is owed", "mutual")
        duties[kind] = "mutual" if owes and is_owed else "owes" if owes else "is owed"
    stands = first.because if first.stands == IN_FORCE else f"{first.stands}: {first.because}"
    told = some_of(partners, _PARTNERS)
    return Tied(told, treaty_name(first.treaty), stands, first.stands == IN_FORCE, duties)

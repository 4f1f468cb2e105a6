"""A ledger's reports and a treaty of the library in, who reads it how, and with what votes, out."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from foedus.law import library
from foedus.model.errors import InputError
from foedus.read.gazetteer import Gazetteer
from foedus.report.desk import Desk
from foedus.report.dossier import Dossier
from foedus.report.inert import json_text
from foedus.report.voices.matrix import Matrix, matrix, to_html, to_markdown
from foedus.report.voices.opinions import opinions, treaties_read
from foedus.report.voices.votes import Weights, notes, votes
from foedus.report.writing import write_all


class Readings:
    """Who reads a treaty how: shows itself in a notebook, and writes itself to a folder."""

    def __init__(self, found: Matrix) -> None:
        self.matrix = found

    def __repr__(self) -> str:
        voices = {one.who for one in self.matrix.opinions}
        return f"Readings({self.matrix.treaty.id}, {len(voices)} voices)"

    def __str__(self) -> str:
        return to_markdown(self.matrix)

    def _repr_html_(self) -> str:
        return to_html(self.matrix)

    def as_json(self) -> dict[str, Any]:
        """The terms with their readings and voices, the unplaced voices, the passages."""
        return self.matrix.as_json()

    def weights(self, given: Mapping[str, float] | None = None) -> Weights:
        """What `ask` takes as weights: one voice, one vote; `given` are other votes by name."""
        return votes(self.matrix.opinions, given)

    def write(self, folder: str | Path) -> tuple[Path, ...]:
        """Write readings.html, readings.md and readings.json; all three or, on an error, none."""
        contents = {
            "readings.html": to_html(self.matrix),
            "readings.md": to_markdown(self.matrix),
            "readings.json": json_text(self.as_json(), indent=2) + "\n",
        }
        return write_all(contents, Path(folder), "matrix of readings")


def readings_of(dossier: Dossier, treaty: str | None = None) -> Readings:
    """The matrix of a treaty: the one named, else the agreement that the reports are about.

    Whoever names a treaty says that the reports are about it.
    Raises InputError where the library holds no such treaty.
    """
    desk = Desk(dossier, Gazetteer.load())
    read = [one for _, one in treaties_read(desk)]
    if treaty is None and not read:
        raise InputError(
            "the library holds no agreement that these reports are about; name one with its id"
            " (foedus treaty list)"
        )
    asked = library().get(treaty) if treaty else read[0]
    return Readings(matrix(desk, asked))


def voice_weights(
    dossier: Dossier | None, given: Mapping[str, float] | None = None
) -> tuple[Weights, dict[str, str]]:
    """The weights of every open term of the library by its voices, and a note on each.

    With reports, whoever reads an agreement of theirs has a vote too.
    """
    desk = Desk(dossier, Gazetteer.load()) if dossier is not None else None
    read = {one.id for _, one in treaties_read(desk)} if desk is not None else set()
    asked = ((desk if treaty.id in read else None, treaty) for treaty in library().treaties)
    held = [one for among, treaty in asked for one in opinions(among, treaty)]
    weights = votes(held, given)
    return weights, notes(held, weights)

"""A dossier in, its timeline out: every dated event and step, as rows and as a picture."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from foedus.api.drawn import write_drawn
from foedus.model.errors import InputError
from foedus.model.reading import Row
from foedus.read.gazetteer import Gazetteer
from foedus.report.desk import Desk
from foedus.report.dossier import Dossier
from foedus.report.pictures import svg, timeline_picture
from foedus.report.sections.instruments import instruments
from foedus.report.sections.timeline import dated, timeline_items, undated


class Timeline(Sequence[Row]):
    """The events of some reports in order of time, as rows of JSON.

    A row has `when` (in words), `event`, `since` and `until` (ISO days or None), `granularity`,
    `said` (the words of the reports), `step` (of an agreement: signed, ratified, ..., else None),
    `planned`, `reports`, and `passages` with the words behind it.
    """

    def __init__(self, dossier: Dossier) -> None:
        desk = Desk(dossier, Gazetteer.load())
        self._items = timeline_items(desk, instruments(desk), whole=True)
        cited = desk.passages.numbered(self._items)
        self.rows: list[Row] = [
            {**item.fields, "passages": [cited[id_].as_json() for id_ in item.claims]}
            for item in self._items
        ]

    def __getitem__(self, index: Any) -> Any:
        return self.rows[index]

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        return f"Timeline({len(self)} events)"

    def __str__(self) -> str:
        return "\n".join(f"{item.text} [{item.fields['reports']}]" for item in self._items)

    def _repr_html_(self) -> str:
        return self.picture if self else "<p>No event is dated.</p>"

    @property
    def picture(self) -> str:
        """The timeline as SVG: steps of an agreement as diamonds, uncertain days hollow."""
        return svg(timeline_picture(dated(self._items), undated(self._items)))

    def draw(self, path: str | Path) -> tuple[Path, Path]:
        """Draw it: an SVG file, and its rows as JSON beside it. InputError where it is empty."""
        if not self.rows:
            raise InputError("no event of these reports is dated; there is nothing to draw")
        return write_drawn(self.picture, self.rows, path)

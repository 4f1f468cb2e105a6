"""A dossier in, its reports side by side out: one page of every agreement and every difference."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from foedus.model.document import Document
from foedus.read.gazetteer import Gazetteer
from foedus.report.comparing.sides import voices
from foedus.report.desk import Desk
from foedus.report.dossier import Dossier, Source
from foedus.report.items import SECTIONS, Brief, Item
from foedus.report.naming import listed
from foedus.report.sections.comparison import DIFFERENCES, KINDS, whole_comparison
from foedus.report.sections.instruments import instruments
from foedus.report.sections.library import library_day
from foedus.report.sections.sources import as_of_items, published, source_items


@dataclass(frozen=True, slots=True)
class Comparison:
    """Reports side by side. `brief` is the page that shows them; `sources` are the reports."""

    brief: Brief
    sources: tuple[Source, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Every agreement and every difference, in the order of `KINDS`."""
        return self.brief["comparison"]

    def of(self, kind: str) -> tuple[Item, ...]:
        """The items of one kind (see `KINDS`)."""
        return tuple(item for item in self.items if item.fields["kind"] == kind)

    def as_json(self) -> dict[str, Any]:
        """The comparison as JSON.

        `reports`; `counts` by kind; `differences`, whose `kind` is one of `DIFFERENCES`;
        `impossible`, what cannot be as it is told, with its `reason`; `agreements`; `copies` of
        one text; and `passages` by the id of a side.
        """
        counts = Counter(str(item.fields["kind"]) for item in self.items)
        rows = [(str(item.fields["kind"]), _row(item)) for item in self.items]
        passages = {id_: cited.as_json() for id_, cited in self.brief.passages.items()}
        return {
            "title": self.brief.title,
            "reports": [_report(source) for source in self.sources],
            "counts": {kind: counts[kind] for kind in KINDS if counts[kind]},
            "differences": [row for kind, row in rows if kind in DIFFERENCES],
            "impossible": [row for kind, row in rows if kind == "impossible"],
            "agreements": [row for kind, row in rows if kind == "agree"],
            "copies": [row for kind, row in rows if kind == "copies"],
            "passages": passages,
        }

    def _repr_html_(self) -> str:
        return self.brief._repr_html_()


def side_by_side(dossier: Dossier, gazetteer: Gazetteer) -> Comparison:
    """Everything on which the reports of the dossier agree, and in what they differ."""
    desk = Desk(dossier, gazetteer)
    made = {
        "as_of": tuple(as_of_items(desk, library_day())),
        "comparison": tuple(whole_comparison(desk, instruments(desk))),
        "sources": tuple(source_items(desk)),
    }
    sections = {name: made.get(name, ()) for name in SECTIONS}
    cited = desk.passages.numbered(item for name in SECTIONS for item in sections[name])
    labels = listed(dict.fromkeys(source.label for source in desk.sources()))
    return Comparison(Brief(f"{labels}, side by side", sections, cited), desk.sources())


def _row(item: Item) -> dict[str, Any]:
    sides = item.fields.get("sides")
    return {**item.as_json(), "voices": voices(sides)} if sides else item.as_json()


def _report(source: Source) -> dict[str, Any]:
    day = published(source)
    document: Document = source.document
    return {
        "report": source.letter,
        "label": source.label,
        "document": document.id,
        "name": next((receipt.name for receipt in source.receipts), ""),
        "published": day.isoformat() if day else None,
        "agency": source.agency or None,
        "copy_of": source.copy_of or None,
    }

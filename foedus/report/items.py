"""What a brief is made of: items, the ids that they rest on, the passages behind the ids."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from foedus.model.document import Span

SECTIONS = (
    "as_of",
    "changes",
    "events",
    "instrument",
    "duties",
    "exchanges",
    "statements",
    "comparison",
    "possibilities",
    "if_it_came_to_it",
    "timeline",
    "not_known",
    "sources",
)

ASKED = frozenset({"changes"})  # sections that stand in a brief only where they are asked for

TITLES = {
    "changes": "What changed",
    "events": "What happened",
    "instrument": "The instrument",
    "duties": "Who is said to be bound, and how it is read",
    "exchanges": "What was exchanged",
    "statements": "Who said what",
    "comparison": "Where the reports agree and differ",
    "possibilities": "Possibilities and predictions",
    "if_it_came_to_it": "If it came to it",
    "timeline": "Timeline",
    "not_known": "What is not known, and what would change this",
    "sources": "Sources",
}
LIBRARY = "From the foedus library, not these reports"


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the brief. `claims` are ids of rows; each resolves to a passage in the brief.

    `library` marks a note that comes from the foedus library and from none of the reports.
    `behind` marks a line that stands behind the fold: the main text is the short form.
    `short` says it in fewer words, for when too much is said or quoted already; `short_fields`
    are the fields that then differ. `weight` is how much would be lost with the line, and
    `short_weight` with what the short form leaves out. `cells` are the words that the page shows
    in a table's row instead of the text; `short_claims` those that carry the short form.
    """

    text: str
    claims: tuple[str, ...] = ()
    fields: Mapping[str, Any] = field(default_factory=dict)
    library: bool = False
    behind: bool = False
    short: str = ""
    short_fields: Mapping[str, Any] = field(default_factory=dict)
    weight: float = 0.0
    short_weight: float = 0.0
    cells: tuple[str, ...] = ()
    short_cells: tuple[str, ...] = ()
    short_claims: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """Everything that the page shows of the line but its marks."""
        variants = (f"{v['source']} {v['words']}" for v in self.fields.get("variants", ()))
        label = LIBRARY if self.library else ""
        body = self.cells or (self.text,)
        kind = str(self.fields.get("kind", "")).replace("-", " ")
        chip = kind if kind != "pledge" else ""
        return " ".join(filter(None, (label, chip, *body, *variants)))

    def shortened(self) -> "Item":
        """The same line in its short form."""
        fields = {**self.fields, **self.short_fields}
        return replace(
            self, text=self.short, fields=fields, cells=self.short_cells,
            claims=self.short_claims or self.claims,
            short="", short_fields={}, short_cells=(), short_claims=(),
        )  # fmt: skip

    def put_behind(self) -> "Item":
        return replace(self, behind=True)

    def as_json(self) -> dict[str, Any]:
        """The item as JSON: text, claims, its fields, and the two flags where they are set."""
        flags = {"library": True} if self.library else {}
        behind = {"behind": True} if self.behind else {}
        return {"text": self.text, "claims": list(self.claims), **self.fields, **flags, **behind}


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage that the brief rests on, with the paragraph that it stands in.

    `spans` are offsets into the document; `context` is the span of the paragraphs around them.
    """

    id: str
    number: int
    document: str
    source: str
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    context: Span
    context_words: str
    note: str = ""

    def as_json(self) -> dict[str, Any]:
        """The passage as JSON: slicing the document at each pair gives exactly the words."""
        return {
            "number": self.number,
            "document": self.document,
            "source": self.source,
            "passages": [[span.start, span.end] for span in self.spans],
            "words": list(self.words),
            "context": [self.context.start, self.context.end],
            "context_words": self.context_words,
            "note": self.note,
        }


@dataclass(frozen=True, slots=True)
class Brief:
    """A finished brief: a title, items by section, the passages by id in order of citation.

    `state` is what it rests on, by which a later brief tells what changed.
    """

    title: str
    sections: Mapping[str, tuple[Item, ...]]
    passages: Mapping[str, Cited]
    pictures: Mapping[str, str] = field(default_factory=dict)
    state: Mapping[str, Any] = field(default_factory=dict)

    def __getitem__(self, section: str) -> tuple[Item, ...]:
        return self.sections[section]

    def as_json(self) -> dict[str, Any]:
        """The brief as JSON: the sections in order, then `title`, `passages` and `state`.

        What is only told when asked for (`ASKED`), and the state, are left out where there is none.
        """
        body: dict[str, Any] = {
            name: [item.as_json() for item in self.sections[name]]
            for name in SECTIONS
            if self.sections[name] or name not in ASKED
        }
        passages = {id_: cited.as_json() for id_, cited in self.passages.items()}
        state = {"state": dict(self.state)} if self.state else {}
        return {**body, "title": self.title, "passages": passages, **state}

    def numbers(self, ids: Iterable[str]) -> tuple[int, ...]:
        """The numbers of the marks for these ids, in order and without repeats."""
        return tuple(dict.fromkeys(self.passages[id_].number for id_ in ids))

    def _repr_html_(self) -> str:
        from foedus.report.html import to_html

        return to_html(self)

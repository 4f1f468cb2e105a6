"""What a brief is made of: items, the ids that they rest on, the passages behind the ids."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from foedus.model.document import Span

SECTIONS = (
    "as_of",
    "events",
    "instrument",
    "duties",
    "exchanges",
    "statements",
    "comparison",
    "possibilities",
    "timeline",
    "not_known",
    "sources",
)


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the brief. `claims` are ids of rows; each resolves to a passage in the brief.

    `library` marks a note that comes from the foedus library and from none of the reports.
    `behind` marks a line that stands behind the fold: the main text is the short form.
    `short` says the same without quoting, for when too much is quoted already.
    """

    text: str
    claims: tuple[str, ...] = ()
    fields: Mapping[str, Any] = field(default_factory=dict)
    library: bool = False
    behind: bool = False
    short: str = ""

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
    """A finished brief: a title, items by section, the passages by id in order of citation."""

    title: str
    sections: Mapping[str, tuple[Item, ...]]
    passages: Mapping[str, Cited]
    pictures: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, section: str) -> tuple[Item, ...]:
        return self.sections[section]

    def as_json(self) -> dict[str, Any]:
        """The brief as JSON: the sections of `SECTIONS` in order, then `title` and `passages`."""
        body: dict[str, Any] = {
            name: [item.as_json() for item in self.sections[name]] for name in SECTIONS
        }
        passages = {id_: cited.as_json() for id_, cited in self.passages.items()}
        return {**body, "title": self.title, "passages": passages}

    def numbers(self, ids: Iterable[str]) -> tuple[int, ...]:
        """The numbers of the marks for these ids, in order and without repeats."""
        return tuple(dict.fromkeys(self.passages[id_].number for id_ in ids))

    def main_text(self) -> str:
        """The text before any fold: what the word limit counts."""
        return "\n".join(
            item.text for name in SECTIONS for item in self.sections[name] if not item.behind
        )

    def _repr_html_(self) -> str:
        from foedus.report.html import to_html

        return to_html(self)

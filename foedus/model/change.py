"""What is different between two snapshots of a ledger: one change, with its passages.

Derived from the two at every question and never stored.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from foedus.model.document import Span


class ChangeKind(StrEnum):
    """What can change, in the order in which it is told; docs/changes.md has the rules."""

    BECAME_CONTESTED = "became-contested"
    BECAME_SETTLED = "became-settled"
    BECAME_SINGLE_VOICED = "became-single-voiced"
    GONE = "gone"
    PREDICTION_RESOLVED = "prediction-resolved"
    PREDICTION_DUE = "prediction-due"
    NEW_DOCUMENT = "new-document"
    NEW_FACT = "new-fact"
    NEW_VOICE = "new-voice"


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of a document with its words."""

    document: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `about` is a fact's key, a document's id, or the first claim of a prediction.

    `claims` are the ids that it rests on, `passages` where they stand. `before` and `after` are
    what was and what is, None for what was not there or is there no more; `why` is the reason
    that was given, for what is gone or resolved. `text` tells it in a sentence.
    """

    kind: ChangeKind
    about: str
    claims: tuple[str, ...]
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    why: str = ""
    text: str = ""
    passages: tuple[Quote, ...] = ()

    def row(self) -> dict[str, Any]:
        """The change as JSON; slicing the document at each passage gives the words."""
        return {
            "kind": self.kind.value,
            "text": self.text,
            "about": self.about,
            "claims": list(self.claims),
            "passages": [
                {"document": one.document, "passage": [one.span.start, one.span.end],
                 "words": one.words}
                for one in self.passages
            ],
            "before": dict(self.before) if self.before else None,
            "after": dict(self.after) if self.after else None,
            "why": self.why,
        }  # fmt: skip

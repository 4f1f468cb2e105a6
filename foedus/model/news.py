"""News: something that changed, of which those who watch had not been told before."""

from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class NewsKind(StrEnum):
    """What changed: a story began, a report joined one; a fact is new, or its status is another."""

    STORY = "new-story"
    DOCUMENT = "new-document"
    FACT = "new-fact"
    STATUS = "new-status"


@dataclass(frozen=True, slots=True)
class News:
    """One change, told once. `key` names what changed, the same at every telling.

    `text` says it in lines; `link` is the address of a report, "" where none is known; `about` has
    the ids of actors and treaties, and the names of actors without an id, that it concerns.
    """

    key: str
    kind: NewsKind
    title: str
    text: str
    link: str
    about: tuple[str, ...]
    updated: datetime

    def row(self) -> dict[str, Any]:
        """The change as JSON."""
        return {**asdict(self), "about": list(self.about), "updated": self.updated.isoformat()}

    @classmethod
    def of_row(cls, row: dict[str, Any]) -> "News":
        """The change that `row` wrote. Raises KeyError, TypeError or ValueError for another row."""
        texts = {name: str(row[name]) for name in ("key", "title", "text", "link")}
        return cls(
            **texts,
            kind=NewsKind(row["kind"]),
            about=tuple(map(str, row["about"])),
            updated=datetime.fromisoformat(row["updated"]),
        )

"""What a page's markup says of its lines, beside the text that a converter gives."""

from dataclasses import dataclass
from enum import StrEnum


class Hint(StrEnum):
    """What the markup says of one line."""

    MAIN = "main"  # in the main text as trafilatura finds it
    ASIDE = "aside"  # in navigation, a footer, a form; words of a picture; a running head
    TITLE = "title"  # a heading of the first level
    HEADING = "heading"  # any other heading
    CAPTION = "caption"
    ITEM = "item"  # an item of a list


@dataclass(frozen=True, slots=True)
class PageHints:
    """For each line of `text.split("\\n")` what the markup says of it."""

    lines: tuple[frozenset[Hint], ...]

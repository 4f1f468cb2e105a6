"""A document in; the role of each of its lines, and the text that is read, out."""

from foedus.read.clean.annotate import annotate_lines
from foedus.read.clean.hints import Hint, PageHints
from foedus.read.clean.joining import reading_text
from foedus.read.clean.roles import line_roles

__all__ = ["Hint", "PageHints", "annotate_lines", "line_roles", "reading_text"]

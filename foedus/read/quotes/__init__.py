"""A parse in, its statements out: who said what, by rules over the dependency parse."""

from foedus.model.actor import Cast
from foedus.model.statement import Statement
from foedus.read.quotes.assembly import statement
from foedus.read.quotes.find import find_candidates
from foedus.read.quotes.page import Page
from foedus.read.sentences import Parsed

__all__ = ["find_statements"]


def find_statements(parsed: Parsed, cast: Cast | None = None) -> tuple[Statement, ...]:
    """The statements of a text, in order. Every span is an offset into the reading text.

    `cast` is accepted for the sake of the readers' common shape; a speaker is a noun phrase of
    the text, and who it names is looked up by `cast.at(statement.speaker[0])`.
    """
    page = Page.of(parsed)
    return tuple(statement(page, candidate) for candidate in find_candidates(page))

"""A parsed text in, its statements out: the rules' candidates, settled and nested."""

from foedus.model.actor import Cast
from foedus.model.statement import Statement
from foedus.read.quotes.assembly import assemble, statement
from foedus.read.quotes.find import parsed_candidates, quoted_candidates
from foedus.read.quotes.learned import Tagger
from foedus.read.quotes.page import Page
from foedus.read.sentences import Parsed


def find_statements(
    parsed: Parsed, cast: Cast | None = None, model: Tagger | None = None
) -> tuple[Statement, ...]:
    """The statements of a text, in order. Every span is an offset into the reading text.

    What is attributed within the content of another statement is nested in it. A speaker is a
    noun phrase of the text, its name first; whom it names is looked up by `identify_speakers`.
    With a `model`, a tagger that a user trained, rules and tagger settle together what holds.
    With a `cast`, a line's label ("Smith: ...") counts only where it names one who can speak.
    """
    page = Page.of(parsed)
    settle = assemble if model is None else model.hold
    held = settle(page, quoted_candidates(page, cast), parsed_candidates(page, cast))
    return tuple(statement(page, candidate, spare) for candidate, spare in held)

"""A parse and its statements in, the quotations out that none of them has: speech without a voice.

A speaker needs a cue in the text (DESIGN.md section 4), so nobody is guessed at. Words between
marks that are no speech are left out: a name, a title, a scare quote.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.document import KEPT_ROLES, Span
from foedus.model.statement import CueClass, Statement, StatementKind
from foedus.read.quotes.page import Page, Quotation
from foedus.read.sentences import Parsed

_LEAST_WORDS = 4
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SMALL = 3  # letters of a word that a title may write small


def unattributed(parsed: Parsed, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The quotations with a sentence of speech in them that stand in none of the statements.

    Each is a statement of its own, direct, without speaker or cue (`basis` "none").
    """
    page = Page.of(parsed)
    taken = sorted(span for statement in statements for span in _places(statement))
    return tuple(
        Statement((), (), (q.span,), StatementKind.DIRECT, CueClass.INFERRED, basis="none")
        for q in page.quotations
        if page.role(q.block) in KEPT_ROLES
        and _is_speech(page, q)
        and not any(q.span.overlaps(span) for span in taken)
    )


def _places(statement: Statement) -> Iterator[Span]:
    yield from statement.speaker
    yield from statement.cue
    yield from statement.content


def _is_speech(page: Page, quotation: Quotation) -> bool:
    words = page.words(quotation.first, quotation.last)
    return (
        len(words) >= _LEAST_WORDS
        and any(word.tag_ in _FINITE for word in words)
        and not all(map(_is_large, words))
    )


def _is_large(word: Token) -> bool:
    """Whether the word is written as in a title."""
    return not word.text[0].islower() or len(word) <= _SMALL

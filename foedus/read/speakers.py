"""Statements and the cast in, statements that know their speakers out."""

from dataclasses import replace

from foedus.model.actor import Cast
from foedus.model.document import Span
from foedus.model.statement import Statement
from foedus.read.sentences import Parsed


def identify_speakers(
    statements: tuple[Statement, ...], parsed: Parsed, cast: Cast
) -> tuple[Statement, ...]:
    """The statements with `entity` set to whom the head of the speaker's words names.

    "The treaty signed by the two leaders" is the treaty, not the leaders; where no mention holds
    the head, the speaker stays its own words.
    """
    return tuple(_identified(statement, parsed, cast) for statement in statements)


def _identified(statement: Statement, parsed: Parsed, cast: Cast) -> Statement:
    nested = identify_speakers(statement.nested, parsed, cast)
    head = _head(statement.speaker, parsed)
    mention = cast.at(head) if head else None
    return replace(statement, nested=nested, entity=mention.entity if mention else None)


def _head(speaker: tuple[Span, ...], parsed: Parsed) -> Span | None:
    """The head word of the speaker's first phrase (the name comes before its apposition)."""
    if not speaker:
        return None
    phrase = parsed.doc.char_span(speaker[0].start, speaker[0].end, alignment_mode="expand")
    if phrase is None:
        return None
    return Span(phrase.root.idx, phrase.root.idx + len(phrase.root))

"""A place in the text and its statements in; whose words stand there, outermost first, out."""

from collections.abc import Iterator, Sequence

from foedus.model.actor import Cast
from foedus.model.claim import Filler, Voice
from foedus.model.document import Span
from foedus.model.statement import Statement


def statements_at(offset: int, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements whose content holds the character at `offset`, outermost first."""
    holding = [s for s in _all(statements) if any(c.start <= offset < c.end for c in s.content)]
    return tuple(sorted(holding, key=lambda s: -sum(c.end - c.start for c in s.content)))


def _all(statements: Sequence[Statement]) -> Iterator[Statement]:
    for statement in statements:
        yield statement
        yield from _all(statement.nested)


def voice_of(statement: Statement, cast: Cast, text: str) -> Voice:
    """The speaker as one link of the chain: as named in the cast, else in the text's words."""
    if not statement.speaker:
        return Voice(name="unattributed")
    return voice_at(statement.speaker[0], cast, text)


def voice_at(span: Span, cast: Cast, text: str) -> Voice:
    """Whoever the words at the span name, as one link of the chain."""
    mention = cast.at(span)
    if mention is None:
        return Voice(name=span.of(text), span=span)
    entity = cast.entity_of(mention)
    return Voice(name=entity.name, span=span, actor=entity.actor, entity=mention.entity)


def filler_at(span: Span, cast: Cast, text: str, *, actor: bool = False) -> Filler:
    """The words as a filler; with `actor`, tied to whom the cast knows them to mean."""
    mention = cast.at(span) if actor else None
    if mention is None:
        return Filler(text=span.of(text), span=span)
    entity = cast.entity_of(mention)
    return Filler(text=span.of(text), span=span, actor=entity.actor, entity=mention.entity)

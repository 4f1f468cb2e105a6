"""A sentence or two in, its cast out: what the tests of the actors reader share."""

from datetime import date

from foedus.model.actor import Cast, Entity
from foedus.model.document import Block, LineRole, ReadingText, Segment, Span
from foedus.read.actors import find_actors
from foedus.read.sentences import parse, plain_reading


def cast_of(text: str, published: date | None = None) -> Cast:
    """The cast of a plain text, every line a paragraph."""
    return find_actors(parse(plain_reading(text)), published)


def page(*lines: tuple[LineRole, str]) -> ReadingText:
    """A reading text of blocks with these roles."""
    text = "\n".join(words for _, words in lines)
    blocks, at = [], 0
    for role, words in lines:
        blocks.append(Block(Span(at, at + len(words)), role))
        at += len(words) + 1
    return ReadingText(text, tuple(blocks), (Segment(0, 0, len(text)),))


def entity(cast: Cast, name: str) -> Entity:
    """The one entity of that name."""
    found = [e for e in cast.entities if e.name == name]
    assert len(found) == 1, f"{name}: {[e.name for e in cast.entities]}"
    return found[0]


def said_of(cast: Cast, text: str, name: str) -> list[str]:
    """How the text mentions the entity, in order."""
    return [m.span.of(text) for m in cast.mentions if cast.entity_of(m).name == name]

"""A place in the text and its statements in; whose words stand there, outermost first, out."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from foedus.model.actor import ActorKind, Cast
from foedus.model.claim import Filler, Voice
from foedus.model.document import Span
from foedus.model.statement import Statement


class Contents:
    """Which of the statements' contents stand at a place (nested ones only if listed)."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        pieces = [
            (piece.start, piece.end, _length(statement), order, statement)
            for order, statement in enumerate(statements)
            for piece in statement.content
        ]
        self._pieces = sorted(pieces, key=lambda piece: (piece[0], piece[3]))
        self._longest = max((end - start for start, end, *_ in pieces), default=0)
        self._starts = [piece[0] for piece in self._pieces]

    def at(self, offset: int) -> tuple[Statement, ...]:
        """The statements whose content holds the character at `offset`, outermost first."""
        first = bisect_left(self._starts, offset - self._longest)
        last = bisect_right(self._starts, offset)
        holding = [piece for piece in self._pieces[first:last] if offset < piece[1]]
        holding.sort(key=lambda piece: (-piece[2], piece[3]))
        return tuple(piece[4] for piece in holding)


def _length(statement: Statement) -> int:
    return sum(piece.end - piece.start for piece in statement.content)


def all_of(statements: Sequence[Statement]) -> Iterator[Statement]:
    """The statements and those nested in them, each before what it holds.

    Left out are nested ones whose holder says nothing: what somebody is said to show or to see
    is the outer speaker's word.
    """
    for statement in statements:
        yield statement
        yield from all_of([s for s in statement.nested if s.cue_lemma not in _WORDLESS])


def voice_of(statement: Statement, cast: Cast, text: str) -> Voice:
    """The speaker as one link of the chain: as named in the cast, else in the text's words.

    A pronoun that nobody can be found for is no name: such a voice is unattributed.
    """
    if not statement.speaker:
        return Voice(name="unattributed")
    voice = voice_at(statement.speaker[0], cast, text)
    if voice.entity is not None or voice.name.lower() not in _PRONOUNS:
        return voice
    if statement.entity is None:
        return Voice(name="unattributed")
    entity = cast.entities[statement.entity]
    return Voice(entity.name, statement.speaker[0], entity.actor, statement.entity)


def entity_of(statement: Statement, cast: Cast) -> int | None:
    """Whom the speaker's words name, by the statement itself or by the cast; None if unknown."""
    if statement.entity is not None or not statement.speaker:
        return statement.entity
    mention = cast.at(statement.speaker[0])
    return mention.entity if mention is not None else None


def voices_of(statements: Sequence[Statement], cast: Cast, text: str) -> list[Voice]:
    """The speakers, outermost first; the "I" of somebody's own words is that somebody."""
    return [
        voice_of(s, cast, text)
        for n, s in enumerate(statements)
        if not (n and s.speaker and s.speaker[0].of(text).lower() in ("i", "we"))
    ]


def voice_at(span: Span, cast: Cast, text: str) -> Voice:
    """Whoever the words at the span name, as one link of the chain."""
    mention = cast.at(span)
    if mention is None:
        return Voice(name=span.of(text), span=span)
    if _owns(mention.span, span, text):
        return Voice(name=span.of(text), span=span)  # "his officials" are not himself
    entity = cast.entity_of(mention)
    before = span_before(span, mention.span).of(text).lower().split()
    if before and before[-1] in _ARTICLES:
        before.pop()
    if _PREPOSITIONS.intersection(before) and not _BODIES.intersection(before):
        return Voice(name=span.of(text), span=span)  # "an expert at the institute": not the latter
    after = text[mention.span.end : span.end].split()
    whole = entity.kind is ActorKind.PERSON or not any(w[:1].islower() for w in after)
    name = entity.name if whole else span.of(text)
    return Voice(name=name, span=span, actor=entity.actor, entity=mention.entity)


def _owns(named: Span, span: Span, text: str) -> bool:
    """Whether the named one is only the owner of whom the words mean."""
    owner = named.of(text).lower() in _OWNERS or named.of(text).endswith(("'s", "’s"))
    return named.end < span.end and (owner or text[named.end :].startswith(("'s ", "’s ")))


def span_before(span: Span, inner: Span) -> Span:
    """The part of the span before what stands in it."""
    return Span(span.start, max(span.start, min(inner.start, span.end)))


_PRONOUNS = frozenset({
    "he", "she", "they", "it", "we", "i", "you", "him", "her", "them", "us", "me", "who", "that",
    "this", "which", "these", "those",
})  # fmt: skip
_OWNERS = frozenset({"his", "her", "their", "its"})
_WORDLESS = frozenset({"show", "see", "prove", "demonstrate", "mean", "reflect", "reveal"})
_ARTICLES = frozenset({"the", "a", "an"})
_PREPOSITIONS = frozenset({
    "at", "of", "from", "for", "with", "in", "to", "near", "within", "inside", "among", "behind",
})  # fmt: skip
_BODIES = frozenset({"government", "ministry", "presidency", "state", "republic", "kingdom",
                     "president", "leader", "minister", "king", "parliament"})  # fmt: skip


def chain(voices: Sequence[Voice]) -> tuple[Voice, ...]:
    """The voices outermost first, one who speaks of his own thoughts named once."""
    kept: list[Voice] = []
    for voice in voices:
        last = kept[-1] if kept else None
        same = last is not None and (
            voice.name == last.name or (voice.entity is not None and voice.entity == last.entity)
        )
        if not same:
            kept.append(voice)
    return tuple(kept)


def filler_at(span: Span, cast: Cast, text: str, *, actor: bool = False) -> Filler:
    """The words as a filler; with `actor`, tied to whom the cast knows them to mean."""
    mention = cast.at(span) if actor else None
    if mention is None:
        return Filler(text=span.of(text), span=span)
    entity = cast.entity_of(mention)
    return Filler(text=span.of(text), span=span, actor=entity.actor, entity=mention.entity)

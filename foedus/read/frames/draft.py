"""A claim as a frame first finds it: what, by which word, who and what; voice and mood follow."""

from dataclasses import dataclass

from spacy.tokens import Token

from foedus.model.claim import Filler, Mood, Predicate, Voice
from foedus.model.document import Span

Role = tuple[str, Filler]


@dataclass(frozen=True, slots=True)
class Draft:
    """`trigger` is the word whose place decides voice, mood and time.

    `believers` are voices inside those of the statements; `mood` and `negated` are given only
    where the frame itself shows them, else they are read at the trigger.
    """

    predicate: Predicate
    trigger: Token
    roles: tuple[Role, ...]
    believers: tuple[Voice, ...] = ()
    mood: Mood | None = None
    mood_words: tuple[Span, ...] = ()
    negated: bool | None = None


def roles(**fillers: list[Filler]) -> tuple[Role, ...]:
    """(role, filler) pairs in order of the text; `in_return_for` becomes "in-return-for"."""
    pairs = [(name.replace("_", "-"), f) for name, found in fillers.items() for f in found]
    unique = list(dict.fromkeys(pairs))
    return tuple(sorted(unique, key=lambda pair: pair[1].span))

"""A pronoun in the voice of the text, and what is asked of it: whom can it mean?

What the text has said before it (`Past`), and the pronoun with its surroundings (`Question`).
"""

from dataclasses import dataclass, field

from spacy.tokens import Token

from foedus.model.actor import ActorKind
from foedus.read.actors.draft import Draft, Figure, Marked


@dataclass(slots=True)
class Past:
    """What the text has said so far: mentions in order, and who spoke last."""

    mentions: list[Marked] = field(default_factory=list)
    speaker: int | None = None
    speaker_block: int = -9


@dataclass(frozen=True, slots=True)
class Question:
    """A pronoun that speaks: its token, its gender, whom grammar rules out, what is quoted."""

    draft: Draft
    token: Token
    gender: str
    barred: set[int]
    quoted: list[bool]

    def fits(self, number: int) -> bool:
        figure = self.draft.figures[number]
        return number not in self.barred and can_be(figure, self.gender)


def can_be(figure: Figure, gender: str) -> bool:
    """Whether a pronoun of that gender can mean the figure."""
    return figure.kind is ActorKind.PERSON and figure.gender in ("", gender)


def head_of(draft: Draft, mark: Marked) -> Token:
    """The token of the mention by which it hangs on the rest of the sentence."""
    inside = range(mark.start, mark.end)
    for token in reversed(draft.tokens[mark.start : mark.end]):
        if token.head.i not in inside or token.head.i == token.i:
            return token
    return draft.tokens[mark.end - 1]

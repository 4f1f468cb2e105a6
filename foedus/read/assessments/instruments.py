"""A clause in; the instrument that it speaks of, and its words, out."""

from spacy.tokens import Token

from foedus.model.document import Span
from foedus.read.assessments import words
from foedus.read.assessments.clauses import Clause

_DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "its", "their", "his", "her", "our"}
)
_PRONOUNS = frozenset({"it", "this", "that", "they", "which"})


def is_instrument(token: Token) -> bool:
    """Whether the noun names a given instrument or a part of one ("the pact", "Article 4")."""
    lemma = token.lemma_.lower()
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    if lemma in words.NUMBERED_PARTS and any(c.like_num for c in token.children):
        return True
    if lemma in words.PARTS:
        return any(is_instrument(o) for p in token.children if p.dep_ == "prep" for o in p.children)
    return lemma in words.INSTRUMENTS and _is_given(token)


def _is_given(token: Token) -> bool:
    if token.pos_ == "PROPN" or token.dep_ in ("compound",):
        return True
    return any(
        (c.dep_ == "det" and c.lower_ in _DEFINITE) or c.dep_ in ("poss", "relcl", "acl")
        or (c.pos_ in ("PROPN", "ADJ", "NOUN") and c.dep_ in ("compound", "amod", "nmod"))
        for c in token.children
    )  # fmt: skip


def part_of_text(token: Token) -> bool:
    """ "the text", "the wording": of an instrument only where one was named before."""
    return token.pos_ == "NOUN" and token.lemma_.lower() in words.PARTS and any(
        c.dep_ == "det" and c.lower_ in ("the", "this") for c in token.children
    )  # fmt: skip


def instrument_in(token: Token) -> Token | None:
    """The instrument that the noun phrase names, or is about ("news of the agreement")."""
    if is_instrument(token):
        return token
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "in", "under"):
            for below in child.children:
                found = instrument_in(below) if below.dep_ == "pobj" else None
                if found is not None:
                    return found
    return None


def phrase(token: Token) -> Span:
    """The noun phrase: from its first word to the noun, with a short "of ..." after it."""
    left = min((c.left_edge for c in token.children if c.i < token.i), default=token,
               key=lambda t: t.i)  # fmt: skip
    end = token
    for child in token.children:
        short = child.dep_ == "prep" and child.lower_ in ("of", "on", "between")
        if child.i > token.i and ((short and child.right_edge.i - token.i <= 8) or child.like_num):
            end = child.right_edge
    return Span(left.idx, end.idx + len(end))


class Thread:
    """What each voice was last speaking of, so that its "it" can be led back to an instrument."""

    def __init__(self) -> None:
        self._last: dict[tuple[Span, ...], Token | None] = {}

    def subject(self, clause: Clause, key: tuple[Span, ...]) -> Token | None:
        """The instrument that is the clause's subject, named or by the voice's pronoun."""
        subject = clause.subject
        if subject is None:
            return None
        found = instrument_in(subject)
        if found is not None:
            self._last[key] = found
            return found
        before = self._last.get(key)
        if before is not None and part_of_text(subject):
            return subject
        if subject.lower_ in _PRONOUNS and subject.dep_ != "expl":
            return before
        if subject.pos_ in ("NOUN", "PROPN") and clause.verb.dep_ in ("ROOT", "ccomp", "parataxis"):
            self._last[key] = None
        return None

    def known(self, key: tuple[Span, ...]) -> Token | None:
        """The instrument that this voice was last speaking of."""
        return self._last.get(key)

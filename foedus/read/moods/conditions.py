"""The head of an event in; the words that make it depend on a condition, and the condition, out."""

from spacy.tokens import Token

from foedus.model.document import Span
from foedus.read.moods import words


def condition_of(token: Token) -> tuple[Token, ...]:
    """The words that make the event conditional: "if", "unless", "in the event of".

    Both the clause that the condition opens and the main clause that it bears on count.
    """
    mark = _mark(token)
    if mark is not None:
        return (mark,)
    clause = _clause_head(token)
    for child in clause.children:
        if child.dep_ == "advcl":
            mark = _mark(child)
            if mark is not None:
                return (mark,)
        phrase = _phrase(child)
        if phrase:
            return phrase
    return ()


def condition_span(token: Token) -> Span | None:
    """The whole condition ("if the talks fail", "in the event of war") on the event, if any."""
    for clause in (token, _clause_head(token)):
        for child in clause.children:
            if (child.dep_ == "advcl" and _mark(child) is not None) or _phrase(child):
                tokens = list(child.subtree)
                return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
    return None


def _clause_head(token: Token) -> Token:
    """From an object or a joined verb up to the verb that the condition would hang on."""
    node = token
    while node.pos_ not in ("VERB", "AUX") and node.head.i != node.i:
        node = node.head
    return node


def _mark(token: Token) -> Token | None:
    for child in token.children:
        if child.dep_ == "mark" and child.lower_ in words.CONDITION_MARKS:
            before = child.nbor(-1).lower_ if child.i > child.sent.start else ""
            return None if before in ("as", "even", "ask", "asked", "whether") else child
    return None


def _phrase(token: Token) -> tuple[Token, ...]:
    """The opening words of "in the event of", "in case of" and their like."""
    if token.dep_ not in ("prep", "advcl", "mark"):
        return ()
    doc = token.doc
    for phrase in words.CONDITION_PHRASES:
        if token.i + len(phrase) > len(doc):
            continue
        run = [doc[token.i + n] for n in range(len(phrase))]
        if tuple(t.lower_ for t in run) == phrase:
            return tuple(run)
    return ()

"""A provision's verb in; the words of what is provided, and the condition on it, out."""

from spacy.tokens import Token

from foedus.model.claim import Filler
from foedus.model.document import Span
from foedus.read.frames.grammar import children, of_causer, prepositional
from foedus.read.frames.scene import Scene

_CONDITIONS = frozenset({"if", "when", "whenever", "should", "unless", "once"})
_LONG = 6  # words of a provision after which a relative clause only describes


def end_of_term(scene: Scene, token: Token, first: int | None = None) -> Token:
    """The last word of the phrase; a tail clause after a comma ("..., she said") is left out."""
    last, start = token, token.left_edge.i if first is None else first
    for child in token.rights:
        if child.dep_ == "punct":
            continue
        if child.dep_ == "relcl" and child.left_edge.i - start > _LONG:
            continue  # what is told of the last noun is no part of the term
        if child.dep_ in ("conj", "cc") and any(of_causer(c, token) for c in token.rights):
            continue  # "lets them stay and gave them fuel": another term
        loose = child.dep_ in ("advcl", "relcl", "appos", "npadvmod")
        if loose and child.left_edge.i > 0 and child.left_edge.nbor(-1).text == ",":
            continue
        last = max(last, end_of_term(scene, child, start), key=lambda t: t.i)
    return last


def quoted_words(scene: Scene, span: Span) -> Span:
    """The quoted words where what is provided is a quotation, else all of it."""
    for quote in scene.parsed.quotations:
        if (
            quote.start <= span.start + 1
            and span.start < quote.end
            and (quote.end >= span.end or quote.end - quote.start > (span.end - span.start) // 2)
        ):
            end = (
                min(quote.end - 1, max(span.end, span.start))
                if quote.end > span.end + 3
                else (quote.end - 1)
            )
            return scene.trimmed(max(span.start, quote.start + 1), end)
    return span


def condition_of_term(scene: Scene, verb: Token, span: Span) -> list[Filler]:
    """ "In the event of ...", "if ...", inside the provision or hanging on its verb."""
    for token in verb.sent:
        outside = token.i <= verb.i and not span.start <= token.idx < span.end
        if outside and token.i != verb.sent.start and verb not in (token.head, token.head.head):
            continue
        phrase = opens_condition(token)
        if phrase is None:
            continue
        return [scene.filler(_within(scene, token, phrase, span))]
    return []


def opens_condition(token: Token) -> Token | None:
    """The head of the condition that the token opens."""
    lower = token.lower_
    if lower == "in" and token.i + 2 < token.sent.end:
        for noun in children(token, "pobj"):
            if noun.lower_ in ("event", "case", "cases") and prepositional(noun, {"of"}):
                return token
    first = lower != "should" or token.i == token.head.left_edge.i  # not "the deal should say"
    opens = lower in _CONDITIONS and first and token.dep_ in ("mark", "advmod", "aux")
    if opens and token.head.dep_ in ("advcl", "ccomp"):
        return token.head
    return None


def _within(scene: Scene, first: Token, head: Token, span: Span) -> Span:
    last = max((t for t in head.subtree if not t.is_punct), key=lambda t: t.i)
    found = scene.trimmed(first.idx, last.idx + len(last))
    if span.start <= found.start < span.end < found.end:
        return Span(found.start, span.end)
    return found

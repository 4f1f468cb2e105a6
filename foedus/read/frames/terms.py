"""A provision's verb in; the words of what is provided, and the condition on it, out."""

from collections.abc import Sequence

from spacy.tokens import Token

from foedus.model.claim import Filler
from foedus.model.document import Span
from foedus.read.frames.grammar import children, negated, passive, prepositional, word
from foedus.read.frames.scene import Scene
from foedus.read.frames.subjects import of_causer

_CONDITIONS = frozenset({"if", "when", "whenever", "should", "unless", "once"})
_EVENTS = frozenset({
    "attack", "aggression", "invasion", "strike", "assault", "threat", "incursion", "war",
    "violation", "act", "attempt", "intervention", "use", "breach",
})  # fmt: skip
_AGAINST = frozenset({"on", "against", "upon", "of", "to"})
_ANSWERED = frozenset({
    "regard", "consider", "treat", "deem", "view", "see", "meet", "answer", "repel", "count",
})  # fmt: skip
"""What a text says is done with an event that sets a duty in motion."""
_SETTING = frozenset({"trigger", "activate", "prompt", "oblige", "bind", "entitle", "constitute"})
_LONG = 6  # words of a provision after which a relative clause only describes


def end_of_term(
    scene: Scene, token: Token, first: int | None = None, left_out: Sequence[Token] = ()
) -> Token:
    """The last word of the phrase; a tail clause after a comma ("..., she said") is left out."""
    last, start = token, token.left_edge.i if first is None else first
    for child in token.rights:
        if child.dep_ == "punct" or child in left_out:
            continue
        if child.dep_ == "cc" and left_out and child.i < left_out[0].i:
            continue
        if child.dep_ == "relcl" and child.left_edge.i - start > _LONG:
            continue  # what is told of the last noun is no part of the term
        if child.dep_ in ("conj", "cc") and any(of_causer(c, token) for c in token.rights):
            continue  # "lets them stay and gave them fuel": another term
        loose = child.dep_ in ("advcl", "relcl", "appos", "npadvmod")
        if loose and child.left_edge.i > 0 and child.left_edge.nbor(-1).text == ",":
            continue
        last = max(last, end_of_term(scene, child, start, left_out), key=lambda t: t.i)
    return last


def quoted_words(scene: Scene, span: Span) -> Span:
    """The quoted words where what is provided is a quotation, else all of it.

    A term neither starts nor ends within a quotation of the text: where its clause goes on there,
    the term goes on to the mark. Not so in a speaker's words on the treaty, which are his.
    """
    for quote in scene.parsed.quotations:
        if quote.start <= span.start + 1 and span.start < quote.end:
            if quote.end < span.end:
                return scene.trimmed(min(quote.start, span.start), span.end)
            return _within_quote(scene, quote, span)
        if span.start < quote.start < span.end < quote.end and not _speech(scene, quote):
            return scene.trimmed(span.start, _end_in(scene, quote, span) + 1)
    return span


def _within_quote(scene: Scene, quote: Span, span: Span) -> Span:
    end = quote.end - 1
    if quote.end > span.end + 3 and _speech(scene, quote):
        end = span.end
    elif quote.end > span.end:
        end = _end_in(scene, quote, span)
    return scene.trimmed(max(span.start, quote.start + 1), end)


def _speech(scene: Scene, quote: Span) -> bool:
    """Whether the quotation tells of the text, as a speaker does: it names what lays down."""
    named = ("it", "treaty", "pact", "agreement", "accord", "deal", "clause", "article", "text")
    return any(
        quote.start <= t.idx < quote.end and t.dep_ == "nsubj" and t.lemma_.lower() in named
        for t in scene.doc
    )


def _end_in(scene: Scene, quote: Span, span: Span) -> int:
    """The end of the quotation, or of the sentence of the term in a longer one."""
    last = next((t for t in reversed(scene.doc) if t.idx < span.end), None)
    sentence = last.sent[-1] if last is not None else None
    ends = quote.end - 1 if sentence is None else sentence.idx + len(sentence)
    return min(quote.end - 1, max(ends, span.end))


def condition_of_term(scene: Scene, verb: Token, span: Span) -> list[Filler]:
    """ "In the event of ...", "if ...", inside the provision or hanging on its verb."""
    for token in verb.sent:
        outside = token.i <= verb.i and not span.start <= token.idx < span.end
        if outside and token.i != verb.sent.start and verb not in (token.head, token.head.head):
            continue
        phrase = opens_condition(token)
        if phrase is None or _of_another(token, span):
            continue
        return [scene.filler(_within(scene, token, phrase, span))]
    return _trigger_in_subject(scene, verb, span)


def _of_another(token: Token, span: Span) -> bool:
    """Whether it stands in a further "and that ..." behind the term."""
    starts = [a.left_edge for a in (token, *token.ancestors) if a.dep_ == "conj"]
    return any(s.lower_ == "that" and s.dep_ == "mark" and s.idx >= span.end for s in starts)


def _trigger_in_subject(scene: Scene, verb: Token, span: Span) -> list[Filler]:
    """ "An attack on one shall be regarded as an attack on all": the event is the subject."""
    for clause in (verb, *children(verb, "ccomp", "xcomp")):
        if not span.start <= clause.idx < span.end or negated(clause):
            continue
        for noun in _set_in_motion(clause):
            below = [p for p in noun.subtree if p.dep_ == "prep" and not noun.i < clause.i < p.i]
            against = [p for p in below if p.lower_ in _AGAINST and (
                p.head == noun or p.lower_ == "against")]  # fmt: skip
            if word(noun) in _EVENTS and (against or children(noun, "acl", "poss")):
                last = _last_before(noun, clause)
                start = max(noun.left_edge.idx, span.start)
                return [scene.filler(scene.trimmed(start, last.idx + len(last)))]
    return []


def _last_before(noun: Token, clause: Token) -> Token:
    """ "Aggression against either shall ...": the parser hangs "either" on the verb."""
    within = [t for t in noun.subtree if not t.is_punct]
    last = [t for t in within if t.i < clause.i or noun.i > clause.i][-1]
    after = last.nbor(1) if last.i + 1 < clause.i else last
    return after if last.dep_ == "prep" and after.dep_ == "preconj" else last


def _set_in_motion(clause: Token) -> list[Token]:
    """The nouns of which the clause says what follows from them: "shall trigger", "treat as"."""
    subject = children(clause, "nsubj", "nsubjpass")
    if passive(clause):
        return subject if word(clause) in _ANSWERED else []
    if word(clause) == "be":
        return subject if any(word(a) in _EVENTS for a in children(clause, "attr")) else []
    if word(clause) in _ANSWERED and prepositional(clause, {"as"}):
        return children(clause, "dobj")
    return subject if word(clause) in _SETTING else []


def opens_condition(token: Token) -> Token | None:
    """The head of the condition that the token opens."""
    lower = token.lower_
    if lower == "in" and token.i + 2 < token.sent.end:
        for noun in children(token, "pobj"):
            if noun.lower_ in ("event", "case", "cases") and prepositional(noun, {"of"}):
                return token
    before = [
        t for t in token.head.lefts if t.i < token.i and not t.is_punct and t.lower_ != "that"
    ]  # fmt: skip
    first = lower != "should" or not before  # not "the deal should say"
    opens = lower in _CONDITIONS and first and token.dep_ in ("mark", "advmod", "aux")
    # "if either is attacked": the parser may hang the "if" on the "either"
    clause = token.head.head if token.head.dep_ == "preconj" else token.head
    if opens and clause.dep_ in ("advcl", "ccomp"):
        return clause
    return None


def _within(scene: Scene, first: Token, head: Token, span: Span) -> Span:
    last = max((t for t in head.subtree if not t.is_punct), key=lambda t: t.i)
    found = scene.trimmed(first.idx, last.idx + len(last))
    quote = scene.quotation(head.idx)
    if quote and quote.start <= first.idx and quote.end < found.end:
        found = scene.trimmed(first.idx, quote.end - 1)  # what goes on behind it is unquoted
    if span.start <= found.start < span.end < found.end:
        return Span(found.start, span.end)
    return found

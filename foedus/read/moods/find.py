"""The head of an event in, its mood out: read off auxiliaries, adverbs, governors and conditions.

The innermost governor decides ("fears that", "vowed to", "is believed to"); a modal only counts
where no governor does; a denial or a condition on the clause comes before the rest. Time is not
mood: "will send" is asserted, of the future.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from foedus.model.claim import Mood
from foedus.model.document import Span
from foedus.read.moods import words
from foedus.read.moods.conditions import condition_of
from foedus.read.moods.governors import Governor, governors_of, judged
from foedus.read.moods.negation import negators_of
from foedus.read.moods.permission import permits
from foedus.read.sentences import Parsed

_MODIFIERS = frozenset({"aux", "auxpass", "advmod", "amod", "acomp", "npadvmod", "oprd"})
_UPWARD = frozenset(
    {"ccomp", "xcomp", "acl", "pcomp", "csubj", "csubjpass", "prep", "pobj", "dobj", "conj"}
)


@dataclass(frozen=True, slots=True)
class MoodFinding:
    """How an event is put: its mood, the words that show it, the words of likelihood, negation."""

    mood: Mood
    words: tuple[Span, ...] = ()
    hedge: tuple[Span, ...] = ()
    negated: bool = False


# A part of every word and phrase that `conditions` knows.
_ANY_CONDITION = re.compile(
    r"\b(?:if|unless|should|had|were|provid(?:ed|ing)|supposing|lest|event|case|condition|long)\b",
    re.IGNORECASE,
)
_MODALS = words.MODALS | words.DUE
_FINITE_BE = frozenset({"VBZ", "VBP", "VBD"})

Found = tuple[Mood, tuple[Token, ...], tuple[Token, ...]]  # the mood, its words, their negation


def mood_of(token: Token, parsed: Parsed, *, hedged: bool = True) -> MoodFinding:
    """The mood of the event that `token` (a verb, or a noun such as "visit") heads.

    Spans are offsets into `parsed.reading.text`. Without `hedged` no words of likelihood are
    looked for.
    """
    mood, shown, denied = _decide(token, parsed)
    negators = {t.i: t for t in (*negators_of(token), *denied) if t not in shown}
    negated = len(negators) % 2 == 1
    spans = _spans([*shown, *(negators.values() if negated else ())])
    hedge = _spans(list(_hedges(token))) if hedged else ()
    return MoodFinding(mood, spans, hedge, negated)


def _decide(token: Token, parsed: Parsed) -> Found:
    unreal = _unreal(token)
    if unreal:
        return Mood.HYPOTHETICAL, unreal, ()
    governors = list(governors_of(token))
    denial = next((g for g in governors if g.mood is Mood.DENIED), None)
    if denial is not None:
        return Mood.DENIED, denial.shown, denial.negators
    condition = condition_of(token) if _may_depend(token, parsed) else ()
    if condition:
        return Mood.CONDITIONAL, condition, ()
    if governors:
        return _of_governor(governors[0])
    for mood, word in _own_marks(token):
        return mood, (word,), ()
    would = _supposing_would(token, parsed)
    return (Mood.CONDITIONAL, (would,), ()) if would else (Mood.ASSERTED, (), ())


def _may_depend(token: Token, parsed: Parsed) -> bool:
    """Whether a word of condition stands in the sentence: most need not be searched further."""
    sentence = token.sent
    text = parsed.reading.text
    return _ANY_CONDITION.search(text, sentence.start_char, sentence.end_char) is not None


def _of_governor(governor: Governor) -> Found:
    return governor.mood, governor.shown, governor.negators


def _auxiliaries(token: Token) -> list[Token]:
    return [c for c in token.children if c.dep_ in ("aux", "auxpass")]


def _unreal(token: Token) -> tuple[Token, ...]:
    """ "would have sent", "were to send": what is put as contrary to fact."""
    auxiliaries = _auxiliaries(token)
    would = next((c for c in auxiliaries if c.lower_ in ("would", "'d")), None)
    have = next((c for c in auxiliaries if c.lower_ in ("have", "'ve") and c.tag_ == "VB"), None)
    if would is not None and have is not None:
        return would, have
    return _was_to_have(token) or _were_to(token)


def _to_be(token: Token) -> Token | None:
    """The "was" or "were" of "was to send"."""
    head = token.head
    planned = token.dep_ in ("xcomp", "advcl") and head.lower_ in ("was", "were")
    return head if planned and any(c.tag_ == "TO" for c in token.children) else None


def _was_to_have(token: Token) -> tuple[Token, ...]:
    """ "He was to have met her": he did not."""
    was = _to_be(token)
    have = [c for c in _auxiliaries(token) if c.lower_ == "have"]
    return (was, *have) if was is not None and have else ()


def _were_to(token: Token) -> tuple[Token, ...]:
    """ "If they were to attack", "were they to attack"; not "they were to meet on Monday"."""
    were = _to_be(token)
    if were is None or were.lower_ != "were":
        return ()
    supposed = any(c.lower_ in ("if", "unless", "though") and c.dep_ == "mark"
                   for c in were.children)  # fmt: skip
    inverted = any(
        c.dep_ in ("nsubj", "attr") and were.i < c.i < token.i
        for c in (*were.children, *token.children)
    )
    return (were,) if supposed or inverted else ()


def _own_marks(token: Token) -> Iterator[tuple[Mood, Token]]:
    """Modals, adverbs and adjectives on the event's own word."""
    for child in token.children:
        lower = child.lower_
        if child.dep_ in ("aux", "auxpass") and lower in _MODALS and not _inverted(token, child):
            yield _MODALS[lower], child
        elif child.dep_ in ("advmod", "npadvmod", "oprd") and lower in words.ADVERBS:
            yield words.ADVERBS[lower], child
        elif child.dep_ == "amod" and lower in words.EVENT_ADJECTIVES and not _held(token, child):
            yield words.EVENT_ADJECTIVES[lower], child
        elif child.dep_ == "acomp" and lower in words.GOVERNING_ADJECTIVES:
            yield words.GOVERNING_ADJECTIVES[lower], child
        elif child.dep_ == "attr" and child.lemma_ in words.CHANCES:
            yield Mood.POSSIBLE, child
    head = token.head
    planned = head.lemma_ == "be" and head.tag_ in _FINITE_BE and token.dep_ == "xcomp"
    planned = planned and all(c.lower_ != "yet" for c in head.children)  # "is yet to be signed"
    if planned and any(c.tag_ == "TO" for c in token.children):
        yield Mood.INTENDED, head  # "is to meet", "was to meet"
    shared = token.dep_ == "conj" and not any(
        c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in token.children
    )
    if shared or (token.dep_ in ("xcomp", "attr", "acomp") and head.lemma_ == "be"):
        for aux in head.children:
            if aux.dep_ == "aux" and aux.lower_ in _MODALS:
                yield _MODALS[aux.lower_], aux


def _inverted(verb: Token, modal: Token) -> bool:
    """ "*Should* they go, we stay": a condition, and no duty."""
    return modal.lower_ == "should" and any(
        c.dep_ in ("nsubj", "nsubjpass") and c.i > modal.i for c in verb.children
    )


def _held(noun: Token, adjective: Token) -> bool:
    """ "The planned talks began", "a much anticipated visit": the adjective leaves nothing open."""
    eager = any(c.lower_ in words.EAGERLY for c in adjective.children)
    verb = noun.head
    happened = noun.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in words.HAPPENING
    return eager or (happened and _is_past(verb))


def _supposing_would(token: Token, parsed: Parsed) -> Token | None:
    """A "would" that is not the future of a past report: "that would be a breach"."""
    would = next((c for c in _auxiliaries(token) if c.lower_ in ("would", "'d")), None)
    if would is None or (would.lower_ == "'d" and token.tag_ in ("VBN", "VBD")):
        return None
    node = token
    while node.dep_ in ("conj", "relcl", "advcl", "ccomp") and node.head.i != node.i:
        head = node.head
        if head.pos_ in ("VERB", "AUX") and _is_past(head):
            return would if _quoted_apart(token, head, parsed) else None
        node = head
    return would


def _is_past(verb: Token) -> bool:
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.dep_ == "ROOT":
        # "the three countries announced in May that ...": taken for "which were announced"
        return verb.lemma_ in words.SAYING and any(c.dep_ == "ccomp" for c in verb.children)
    return verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in _auxiliaries(verb))


def _quoted_apart(token: Token, governor: Token, parsed: Parsed) -> bool:
    """Whether the token stands in a quotation that the governing verb stands outside of."""
    return any(
        q.start <= token.idx < q.end and not q.start <= governor.idx < q.end
        for q in parsed.quotations
    )


def _hedges(token: Token) -> Iterator[Token]:
    """Words of likelihood on the event and on what governs it."""
    for child in token.children:
        certain = child.lower_ not in words.PREDICATIVE_HEDGES or child.dep_ == "acomp"
        leave = child.lower_ == "may" and permits(token)
        if child.lower_ in words.HEDGES and child.dep_ in _MODIFIERS and certain and not leave:
            yield child
    node, depth = token, 0
    while node.head.i != node.i and depth < 4 and node.dep_ in _UPWARD:
        head, depth = node.head, depth + 1
        passive = any(c.dep_ == "auxpass" for c in head.children)
        if head.lemma_ in words.HEDGES or (head.lower_ in words.PASSIVE_HEDGES and passive):
            yield head
            yield from (c for c in head.children if c.lower_ in words.SLIGHT and c.dep_ == "amod")
        adjective = judged(node, head)
        if adjective is not None and adjective.lower_ in words.HEDGES:
            yield adjective
        node = head


def _spans(tokens: list[Token]) -> tuple[Span, ...]:
    unique = sorted({(t.idx, t.idx + len(t)) for t in tokens})
    return tuple(Span(start, end) for start, end in unique)

"""The head of an event in, its mood out: read off auxiliaries, adverbs, governors and conditions.

The innermost governor decides ("fears that", "vowed to", "is believed to"); a modal only counts
where no governor does; a denial or a condition on the clause comes before the rest. Time is not
mood: "will send" is asserted, of the future.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from foedus.model.claim import Mood
from foedus.model.document import Span
from foedus.read.moods import words
from foedus.read.moods.conditions import condition_of
from foedus.read.moods.negation import negators_of
from foedus.read.sentences import Parsed

_CLAUSAL = frozenset({"ccomp", "xcomp", "acl", "pcomp", "csubj", "csubjpass", "advcl", "relcl"})


@dataclass(frozen=True, slots=True)
class MoodFinding:
    """How an event is put: its mood, the words that show it, the words of likelihood, negation."""

    mood: Mood
    words: tuple[Span, ...] = ()
    hedge: tuple[Span, ...] = ()
    negated: bool = False


Found = tuple[Mood, Token]


def mood_of(token: Token, parsed: Parsed) -> MoodFinding:
    """The mood of the event that `token` (a verb, or a noun such as "visit") heads.

    Spans are offsets into `parsed.reading.text`.
    """
    negators = negators_of(token)
    hedges = tuple(_hedges(token))
    condition = condition_of(token)
    governors = list(_governors(token))
    found = _decide(token, governors, condition)
    mood, shown = found if found else (Mood.ASSERTED, ())
    negated = len([n for n in negators if n not in shown]) % 2 == 1
    spans = _spans([*shown, *(negators if negated else ())])
    return MoodFinding(mood, spans, _spans(hedges), negated)


def _decide(
    token: Token, governors: list[Found], condition: tuple[Token, ...]
) -> tuple[Mood, tuple[Token, ...]] | None:
    unreal = _unreal(token)
    if unreal:
        return Mood.HYPOTHETICAL, unreal
    denied = next((t for mood, t in governors if mood is Mood.DENIED), None)
    if denied is not None:
        return Mood.DENIED, (denied,)
    if condition:
        return Mood.CONDITIONAL, condition
    if governors:
        mood, shown = governors[0]
        return mood, (shown,)
    own = next(_own_marks(token), None)
    return (own[0], (own[1],)) if own else None


def _unreal(token: Token) -> tuple[Token, ...]:
    """ "would have sent", "were to send", "as if": what is put as contrary to fact."""
    auxiliaries = [c for c in token.children if c.dep_ in ("aux", "auxpass")]
    would = [c for c in auxiliaries if c.lower_ in ("would", "could", "might", "'d")]
    have = [c for c in auxiliaries if c.lower_ in ("have", "'ve") and c.tag_ == "VB"]
    if would and have and would[0].lower_ == "would":
        return (would[0], have[0])
    head = token.head
    if head.lower_ == "were" and token.dep_ == "xcomp" and any(c.tag_ == "TO" for c in auxiliaries):
        return (head,)
    return ()


def _own_marks(token: Token) -> Iterator[Found]:
    """Modals, adverbs and adjectives on the event's own word."""
    for child in token.children:
        lower = child.lower_
        if child.dep_ in ("aux", "auxpass") and lower in words.MODALS:
            yield words.MODALS[lower], child
        elif child.dep_ in ("advmod", "npadvmod", "oprd") and lower in words.ADVERBS:
            yield words.ADVERBS[lower], child
        elif child.dep_ in ("amod",) and lower in words.EVENT_ADJECTIVES:
            yield words.EVENT_ADJECTIVES[lower], child
        elif child.dep_ == "acomp" and token.lemma_ == "be" and lower in words.GOVERNING_ADJECTIVES:
            yield words.GOVERNING_ADJECTIVES[lower], child
    head = token.head
    if token.dep_ in ("ccomp", "xcomp", "conj") and head.i != token.i and head.pos_ == "AUX":
        yield from ((words.MODALS[c.lower_], c) for c in head.children if c.lower_ in words.MODALS)


def _governors(token: Token) -> Iterator[Found]:
    """The words above the event that put it in a mood, innermost first."""
    node, depth = token, 0
    while node.head.i != node.i and depth < 6:
        head, depth = node.head, depth + 1
        found = _governed(node, head)
        if found is not None:
            yield found
        if not _passes_up(node, head):
            return
        node = head


def _passes_up(node: Token, head: Token) -> bool:
    """Whether the mood of `head` still bears on `node`: through complements, not past actions."""
    if node.dep_ in ("conj", "prep", "pobj", "pcomp", "dobj", "compound", "xcomp", "acl", "attr"):
        return True
    return node.dep_ in ("ccomp", "csubj", "csubjpass") and head.pos_ in ("VERB", "AUX", "ADJ")


def _governed(node: Token, head: Token) -> Found | None:
    lemma = head.lemma_.lower()
    if head.pos_ in ("NOUN", "PROPN") and lemma in words.GOVERNING_NOUNS:
        bears = node.dep_ in ("acl", "prep", "ccomp", "relcl") and _complement(node)
        return (words.GOVERNING_NOUNS[lemma], head) if bears else None
    if head.pos_ == "ADJ" and head.lower_ in words.GOVERNING_ADJECTIVES:
        bears = node.dep_ in ("xcomp", "ccomp", "prep")
        return (words.GOVERNING_ADJECTIVES[head.lower_], head) if bears else None
    if head.pos_ in ("VERB", "AUX"):
        return _governed_by_verb(node, head, lemma)
    return None


def _complement(node: Token) -> bool:
    """ "plans to sign", "fears that ...", "fears of ..."; not "the plan that they signed"."""
    if node.dep_ == "prep":
        return node.lower_ in ("of", "for", "about", "over")
    if any(c.tag_ == "TO" for c in node.children):
        return True
    marked = any(c.dep_ == "mark" for c in node.children)
    return marked or node.dep_ == "ccomp"


def _governed_by_verb(node: Token, head: Token, lemma: str) -> Found | None:
    infinitive = any(c.tag_ == "TO" for c in node.children)
    passive = any(c.dep_ == "auxpass" for c in head.children) or (head.tag_ == "VBN" and (
        head.dep_ in ("acl", "relcl", "advcl")
    ))  # fmt: skip
    if lemma in words.PASSIVE_ONLY and passive and node.dep_ in ("xcomp", "ccomp", "oprd"):
        return Mood.RUMOURED, head
    mood = words.GOVERNING_VERBS.get(lemma)
    if mood is None or lemma in words.PASSIVE_ONLY:
        return None
    if lemma in words.PERSONAL_THREATS:
        return None
    if lemma in words.INFINITIVE_ONLY and not infinitive and node.dep_ != "dobj":
        return None
    if lemma in ("agree", "mean", "decide", "ask", "call") and node.dep_ == "dobj":
        return None
    bears = node.dep_ in ("xcomp", "ccomp", "dobj", "prep", "advcl", "pcomp", "nsubjpass")
    if node.dep_ == "advcl" and not infinitive:
        bears = False
    if node.dep_ == "prep" and node.lower_ not in ("to", "for", "on"):
        bears = False
    return (mood, head) if bears else None


def _hedges(token: Token) -> Iterator[Token]:
    """Words of likelihood on the event and on what governs it."""
    for child in token.children:
        if child.lower_ in words.HEDGES and child.dep_ in (
            "aux", "auxpass", "advmod", "amod", "acomp", "npadvmod", "oprd",
        ):  # fmt: skip
            yield child
    node, depth = token, 0
    while node.head.i != node.i and depth < 4:
        head, depth = node.head, depth + 1
        if node.dep_ not in _CLAUSAL | {"prep", "pobj", "dobj", "conj"}:
            return
        if head.lower_ in words.HEDGES or head.lemma_ in words.HEDGES:
            yield head
        if head.dep_ == "ROOT":
            return
        node = head


def _spans(tokens: list[Token] | tuple[Token, ...]) -> tuple[Span, ...]:
    unique = sorted({(t.idx, t.idx + len(t)) for t in tokens})
    return tuple(Span(start, end) for start, end in unique)

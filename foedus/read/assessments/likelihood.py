"""The verb of an assessment in; its words of likelihood, out.

Only words of likelihood are hedges: "may", "unlikely", "is set to", "fears", "appeared". "Will"
and "would" are tense, "said" and "suggested" the telling. What governs another clause ("is likely
to raise doubts, with officials saying ...") does not hedge this one.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.document import Span
from foedus.read.moods.words import NEGATION_RAISING

CERTAIN = frozenset("doubtless undoubtedly inevitably certainly surely".split())
_OWN = CERTAIN | frozenset(
    "may might could likely unlikely possible possibly probable probably perhaps maybe"
    " potentially conceivably conceivable improbable presumably plausibly plausible arguably"
    " doubtful apparently allegedly reportedly seemingly supposedly".split()
)
_CHANCES = frozenset(
    "possibility likelihood probability prospect chance risk danger fear hope odds doubt worry"
    " concern expectation".split()
)
_SIZES = frozenset(
    "little no slim small good every high low fair strong remote slight real".split()
)
_DEGREES = frozenset(
    "not n't n’t less more least most very highly quite rather fairly extremely".split()
)
_GRADED = frozenset({"ADJ", "ADV"})
_NONE: frozenset[str] = frozenset()
_GOVERNING = frozenset(
    "fear worry dread expect predict forecast anticipate foresee doubt hope speculate seem appear"
    " suspect reckon".split()
)
_BELIEVED = frozenset("believe think understand rumour rumor say allege report".split())
_ON_THE_WAY = frozenset("set poised bound destined liable apt sure certain".split())
FEARING = frozenset("fear worry dread concern afraid fearful worried concerned".split())
_MODIFIERS = frozenset({"aux", "auxpass", "advmod", "npadvmod", "acomp", "oprd", "attr"})
_UPWARD = frozenset({"ccomp", "xcomp", "acl", "csubj", "csubjpass", "attr", "acomp", "oprd"})
_CONTENT = frozenset({"ccomp", "xcomp", "acomp", "oprd", "attr", "advmod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def hedges_of(verb: Token) -> tuple[Span, ...]:
    """Every word of likelihood on the event that the verb heads, in order of the text."""
    return tuple(sorted({_whole(token) for token in words_of_likelihood(verb)}))


def words_of_likelihood(verb: Token) -> Iterator[Token]:
    """The words that `hedges_of` gives, each by its head ("set" for "is set to")."""
    if _governs(verb):
        yield verb
    yield from (c for c in verb.children if _is_own(c))
    for told in verb.rights:  # "was likely deliberate"
        if told.dep_ in ("acomp", "attr"):
            yield from (c for c in told.lefts if c.dep_ == "advmod" and _is_own(c))
    likely = cleft(verb)
    if likely is not None:
        yield likely
    if verb.dep_ == "conj" and not any(c.dep_ in _SUBJECTS | {"aux"} for c in verb.children):
        yield from (c for c in verb.head.children if c.dep_ == "aux" and _is_own(c))
    node = verb
    while node.head.i != node.i and (node.dep_ in _UPWARD or is_content(node)):
        head = node.head
        yield from _above(node, head)
        if head.pos_ == "VERB" and not _governs(head):
            return  # somebody else's words begin here
        node = head


def _above(node: Token, head: Token) -> Iterator[Token]:
    """The words of likelihood that the head of the event's clause brings."""
    complement = node.dep_ in ("ccomp", "csubj", "acl") or is_content(node)
    if _governs(head) or head.lower_ in _OWN or (_is_chance(head) and _tells(node)):
        yield head
    for child in head.children:
        if child.i == node.i:
            continue
        before = child.i < node.i
        if complement and before and child.dep_ in ("acomp", "oprd") and child.lower_ in _OWN:
            yield child  # "it is possible that ..."
        named = child.dep_ in _SUBJECTS or (child.dep_ == "attr" and head.lemma_ == "be")
        if node.dep_ == "ccomp" and named and _is_chance(child):
            yield child  # "fears grew that ...", "the risk is that ..."


def denying(verb: Token) -> Span | None:
    """The "does not expect" whose negation falls on the clause of the verb below it."""
    node = verb
    while node.dep_ in ("ccomp", "xcomp") and node.head.i < node.i:
        node = node.head
        if node.lemma_ in NEGATION_RAISING and node.i < verb.i:
            return _denial(node)
        if node.pos_ == "VERB" and not _governs(node):
            return None
    return None


def _denial(governor: Token) -> Span | None:
    """ "Did not expect", "never thought": the governing verb with what negates it."""
    own = [c for c in governor.children if c.dep_ in ("aux", "neg", "advmod") and c.i < governor.i]
    if not any(c.dep_ == "neg" for c in own):
        return None
    return Span(min(c.idx for c in own), governor.idx + len(governor))


def is_content(verb: Token) -> bool:
    """ "A risk that it will fail", "improbable that it will": what is likely, however parsed."""
    that = any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)
    likely = _is_chance(verb.head) or verb.head.lower_ in _OWN
    return that and likely and verb.dep_ in ("relcl", "advcl")


def _governs(token: Token) -> bool:
    """Whether the verb itself puts what follows as likely, feared or believed."""
    passive = any(c.dep_ == "auxpass" for c in token.children)
    if token.lower_ in _ON_THE_WAY:
        return sets_off(token)
    if token.lemma_ in _BELIEVED:
        return passive and any(c.dep_ in ("xcomp", "ccomp") for c in token.children)
    content = any(c.dep_ in _CONTENT and c.i > token.i for c in token.children)
    return token.pos_ in ("VERB", "AUX") and token.lemma_ in _GOVERNING and content


def sets_off(token: Token) -> bool:
    """ "is set to fail", "looks bound to fail"; not "set the price"."""
    if token.lower_ not in _ON_THE_WAY or token.tag_ == "VBD":
        return False
    return any(
        c.dep_ == "xcomp" and any(t.tag_ == "TO" and t.i == token.i + 1 for t in c.children)
        for c in token.children
    )


def cleft(verb: Token) -> Token | None:
    """The word of likelihood in "what is likely is more of the same": the rest is the event."""
    what = next((c for c in verb.children if c.dep_ == "csubj"), None)
    if verb.lemma_ != "be" or what is None or what.left_edge.lower_ != "what":
        return None
    return next((c for c in what.children if _is_own(c)), None)


def _is_own(token: Token) -> bool:
    if token.dep_ not in _MODIFIERS:
        return False
    return sets_off(token) or token.lower_ in _OWN or _is_chance(token)


def _is_chance(token: Token) -> bool:
    return token.pos_ == "NOUN" and token.lemma_.lower() in _CHANCES


def _tells(node: Token) -> bool:
    """ "fears that ...", "the chance to ..."; not "the fear that they had"."""
    return any(c.dep_ == "mark" or c.tag_ == "TO" for c in node.children) or node.dep_ == "ccomp"


def _whole(token: Token) -> Span:
    """The word with what belongs to it: "is set to", "little chance", "less likely"."""
    first = last = token
    denial = _denial(token) if token.lemma_ in NEGATION_RAISING else None
    if denial is not None:
        return denial
    if token.lower_ in _ON_THE_WAY and token.i + 1 < len(token.doc):
        be = token.nbor(-1) if token.i > token.sent.start else token
        first = be if be.lemma_ == "be" else token
        last = token.nbor(1) if token.nbor(1).lower_ == "to" else token
    elif token.i > token.sent.start:
        degrees = _SIZES if _is_chance(token) else _DEGREES if token.pos_ in _GRADED else _NONE
        first = token.nbor(-1) if token.nbor(-1).lower_ in degrees else token
    return Span(first.idx, last.idx + len(last))

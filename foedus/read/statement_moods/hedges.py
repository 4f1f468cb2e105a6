"""The head of a clause in; its words of likelihood, each with its degree and its "not", out.

Beside the words of `assessments.likelihood`: "almost certain", "an even chance", and what makes
another term of a word ("not very likely", "probably not").
"""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from foedus.model.document import Span
from foedus.read.assessments.likelihood import CERTAIN, hedges_of

_NOT = frozenset({"not", "n't", "never", "no", "hardly", "scarcely"})
_DEGREES = _NOT | frozenset(
    "very highly quite rather fairly extremely most more less least exceptionally virtually almost"
    " nearly practically increasingly too so pretty really remotely equally as about".split()
)
_OPENINGS = (("all", "but"), ("far", "from"))
_CERTAIN = frozenset({"certain", "impossible", "inevitable"})
_CERTAINLY = frozenset({"certainly", "surely", "inevitably"})
_SHORT_OF = frozenset("almost nearly virtually practically but far not n't hardly".split())
# The beginnings of all words that may be one, here and in `assessments.likelihood`.
_ANY = re.compile(
    r"\b(?:may|might|could|(?:un)?likel|(?:im)?possib|(?:im)?probab|perhaps|potential|conceivabl"
    r"|presum|plausib|arguabl|doubt|apparent|alleged|reported(?:ly)?|seem|supposed|certain"
    r"|undoubt|inevitab|prospect|chance|risk|danger|odds|expect|predict|forecast|anticipat|forese"
    r"|speculat|appear|suspect|reckon|believed|thought|understood|rumou?red|set|poised|liable|apt"
    r"|surely|(?:is|are|was|were|been?|being|'s|'re|’s|’re)\W+(?:\w+\W+)?said)",
    re.I,
)
_SEEMING = frozenset({"seem", "appear"})
_FEELINGS = frozenset("fear worry dread concern hope hop afraid fearful".split())
_FATED = frozenset({"destined", "bound", "certain", "sure"})
_RISKS = frozenset({"risk", "danger"})
_CHANCES = frozenset({"chance", "possibility", "probability", "likelihood", "odds", "prospect"})
_OF_CHANCE = frozenset({"amod", "nummod", "advmod", "det", "compound", "quantmod", "neg"})


def may_hedge(pieces: Iterable[Span], text: str) -> bool:
    """Whether a word of likelihood may stand in the pieces: the parse of most need no search."""
    return any(_ANY.search(text, piece.start, piece.end) for piece in pieces)


def hedges(verb: Token) -> tuple[Span, ...]:
    """The words of likelihood on what the verb heads, in order."""
    doc, found = verb.doc, set[Span]()
    for span in hedges_of(verb):
        words = doc.char_span(span.start, span.end, alignment_mode="expand")
        if words is not None and not _is_no_hedge(verb, words[-1]):
            found.add(_whole(words[0], words[-1]))
    found.update(_whole(token, token) for token in _short_of_certain(verb))
    return tuple(s for s in sorted(found) if not any(s != o and o.covers(s) for o in found))


def _is_no_hedge(verb: Token, word: Token) -> bool:
    """Fears and hopes show a mood; "they expect to win" asserts; "certainly" hedges nothing."""
    own = word.i == verb.i and verb.lemma_ not in _SEEMING
    before = word.nbor(-1).lower_ if word.i > word.sent.start else ""
    stressed = word.lower_ in CERTAIN and before not in _SHORT_OF
    risks = word.lemma_.lower() in _RISKS and not any(
        c.lower_ in ("that", "of") or c.dep_ == "acl" for c in word.rights
    )
    sure = word.lemma_.lower() == "doubt" and before in ("no", "without")
    fated = word.lower_ in _FATED or before in _FATED
    return own or stressed or risks or sure or fated or word.lemma_.lower() in _FEELINGS


def _short_of_certain(verb: Token) -> Iterator[Token]:
    """ "Almost certain", "almost certainly", "all but impossible"; not "certain"."""
    told = [c for c in verb.children if c.dep_ in ("acomp", "oprd", "advmod")]
    if verb.dep_ in ("xcomp", "ccomp"):
        told.append(verb.head)
    for token in told:
        before = token.nbor(-1) if token.i > token.sent.start else token
        if token.lower_ in _CERTAIN | _CERTAINLY and before.lower_ in _SHORT_OF:
            yield token


def _whole(first: Token, last: Token) -> Span:
    """The word with its degree before it and the "not" behind it."""
    while first.i > first.sent.start and _belongs(first.nbor(-1), last):
        first = first.nbor(-1)
    two = first.i > first.sent.start + 1
    if two and (first.nbor(-2).lower_, first.nbor(-1).lower_) in _OPENINGS:
        first = first.nbor(-2)
    if first.lower_ == "n't":  # the whole of "isn't likely"
        first = first.nbor(-1)
    behind = last.nbor(1) if last.i + 1 < last.sent.end else last
    if last.pos_ == "ADV" and behind.lower_ == "not":
        last = behind
    elif behind.lower_ in ("than", "as") and behind.i + 1 < last.sent.end:
        last = behind.nbor(1) if behind.nbor(1).lower_ == "not" else last
    return Span(first.idx, last.idx + len(last))


def _belongs(before: Token, last: Token) -> bool:
    if before.lower_ in ("almost", "nearly", "virtually") and before.nbor(1).lower_ == "no":
        return True
    if last.lemma_.lower() in _CHANCES:
        within = before.head.i == last.i or before.head.head.i == last.i
        return within and before.dep_ in _OF_CHANCE and before.lower_ not in ("a", "an", "the")
    return last.pos_ in ("ADJ", "ADV") and before.lower_ in _DEGREES

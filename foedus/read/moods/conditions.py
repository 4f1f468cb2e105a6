"""The head of an event in; the words that make it depend on a condition, and the condition, out."""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.document import Span
from foedus.read.moods import words

_PHRASE_OPENERS = frozenset(phrase[0] for phrase in words.CONDITION_PHRASES)
_INVERTED = frozenset({"advcl", "ccomp", "relcl", "acl", "dep"})
_TURNING = frozenset({"nor", "neither", "never", "so", "only", "rarely", "seldom"})
_INWARD = frozenset({"xcomp", "advcl", "acl", "prep", "pobj", "pcomp", "dobj", "dative", "attr",
                     "acomp", "conj"})  # fmt: skip


def condition_of(token: Token) -> tuple[Token, ...]:
    """The words that make the event conditional: "if", "unless", "in the event of".

    Both the clause that the condition opens and the main clause that it bears on count.
    """
    mark = _mark(token)
    if mark is not None:
        return (mark,)
    found = _condition(token)
    return _opening(found) if found is not None else ()


def condition_span(token: Token) -> Span | None:
    """The whole condition ("if the talks fail", "in the event of war") on the event, if any."""
    found = _condition(token)
    if found is None:
        return None
    mark = _inversion(found)
    first = mark.i if mark is not None else 0
    tokens = [t for t in found.subtree if t.dep_ != "punct" or t.text in "\"'"]
    tokens = [t for t in tokens if t.i >= first]
    while tokens[0].dep_ == "cc":
        tokens.pop(0)
    return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))


def opens_condition(clause: Token) -> bool:
    """Whether the clause that the verb heads is a condition ("if they go", "had they gone")."""
    return bool(_opening(clause))


def _condition(token: Token) -> Token | None:
    """The head of the condition that bears on the event.

    A parser hangs it on the verb itself, on the verb that the event depends on, or, at the end
    of a long clause, on the last verb within; a phrase counts within only where a modal leaves
    the clause open ("could lead to support in the event of war", not "provides for ...").
    """
    clause = _clause_head(token)
    laying_down = token.lemma_ in words.LAYING_DOWN and not _is_open(token)
    for head in dict.fromkeys((token, clause)):
        for child in head.children:
            if _opening(child) and not (laying_down and _phrase(child)):
                return child
    if token.dep_ == "ccomp" and _behind_main(token.head) and token.i < token.head.i:
        return token.head if _inversion(token.head) is not None else None
    beside = _inverted_beside(clause) if token.i == clause.i and _is_open(token) else None
    if beside is not None:
        return beside
    done = token.tag_ in ("VBD", "VBN") and not _is_open(token)  # what was done hangs on nothing
    if token.i == clause.i and not done:
        for below in _within(clause):
            if _opening(below) and (below.dep_ == "advcl" or _is_open(token)):
                return below
    return None


def _inverted_beside(verb: Token) -> Token | None:
    """The inverted condition that the parser hangs elsewhere: before the cue, or at the end."""
    waiting = [c for c in verb.subtree if c.i > verb.i]
    if verb.dep_ in ("ccomp", "parataxis") and verb.head.i < verb.i:
        waiting += [c for c in verb.head.children if c.i < verb.head.i]
    return next((c for c in waiting if _inversion(c) is not None), None)


def _is_open(verb: Token) -> bool:
    """Whether a modal leaves the clause open."""
    return any(c.lower_ in words.MODALS or c.lower_ == "would" for c in verb.children)


def _within(verb: Token) -> Iterator[Token]:
    """The words after the verb that are no clause of somebody else's words or of another noun."""
    waiting = [c for c in verb.children if c.i > verb.i and _goes_in(c)]
    while waiting:
        node = waiting.pop(0)
        yield node
        if not _opening(node):
            waiting += [c for c in node.children if c.i > verb.i and _goes_in(c)]


def _goes_in(token: Token) -> bool:
    compared = any(c.dep_ == "mark" and c.lower_ == "than" for c in token.children)
    infinitive = token.dep_ == "ccomp" and token.tag_ == "VB"
    if token.dep_ == "conj" and any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children):
        return False  # a clause of its own: its condition is not this one's
    return (token.dep_ in _INWARD or infinitive) and not compared and token.lower_ != "than"


def _opening(token: Token) -> tuple[Token, ...]:
    mark = _mark(token)
    return (mark,) if mark is not None else _phrase(token)


def _clause_head(token: Token) -> Token:
    """From an object or a joined verb up to the verb that the condition would hang on."""
    node = token
    while node.pos_ not in ("VERB", "AUX") and node.head.i != node.i:
        node = node.head
    return node


def _mark(token: Token) -> Token | None:
    inverted = _inversion(token)
    if inverted is not None or token.dep_ != "advcl":
        return inverted
    for child in token.children:
        if child.dep_ == "mark" and child.lower_ in words.CONDITION_MARKS:
            before = child.nbor(-1).lower_ if child.i > child.sent.start else ""
            return None if before in ("as", "even") or _is_asked(token, child) else child
    return None


def _is_asked(clause: Token, mark: Token) -> bool:
    """ "Asked the mayor *if* there was a plan": whether, no condition."""
    verb = clause.head
    if mark.lower_ != "if" or verb.lemma_ not in words.ASKING or clause.i < verb.i:
        return False
    whom = next((c for c in verb.rights if c.dep_ in ("dobj", "dative")), None)
    return (whom.right_edge.i if whom is not None else verb.i) == clause.left_edge.i - 1


def _inversion(token: Token) -> Token | None:
    """The auxiliary of "*had* they stayed", "*should* they go", "*were* they to attack".

    A parser may take such a clause for what is said ("had they stayed, she said, ..."), or, at
    the end of a sentence, for a relative one.
    """
    if token.dep_ not in _INVERTED and not _behind_main(token):
        return None
    if token.lower_ == "were" and token.dep_ == "advcl":
        return token if token.i == token.left_edge.i else None
    for child in token.children:
        if child.dep_ == "aux" and child.lower_ in ("should", "had") and _opens(token, child):
            return child
    for had in (token, token.head):
        below = token if had.i != token.i else _below(had)
        if below is not None and had.lower_ == "had" and had.i < below.i and _bare(had, below):
            return had
    return None


def _below(had: Token) -> Token | None:
    return next((c for c in had.rights if c.dep_ == "ccomp" and c.tag_ in ("VBN", "VBD")), None)


def _bare(had: Token, verb: Token) -> bool:
    """A "had" taken for the verb itself, its participle for what it has: "had it attacked"."""
    subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    between = subject is not None and had.i < subject.i
    subjects = any(c.dep_ in ("nsubj", "nsubjpass") for c in had.children)
    turned = had.i > had.sent.start and had.nbor(-1).lower_ in _TURNING
    return between and not subjects and not turned and had.dep_ in _INVERTED


def _behind_main(token: Token) -> bool:
    """ "It would have held *had they stayed*": the parser takes the last verb for the main one."""
    return token.dep_ == "ROOT" and any(c.dep_ == "ccomp" for c in token.lefts)


def _opens(verb: Token, auxiliary: Token) -> bool:
    """Whether the auxiliary opens the clause and its subject follows."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or not auxiliary.i < subject.i < verb.i:
        return False
    start = auxiliary.sent.start
    beside = ("cc", "punct", "ccomp")
    before = [c for c in verb.lefts if c.i < auxiliary.i and c.dep_ not in beside]
    turned = auxiliary.i > start and auxiliary.nbor(-1).lower_ in _TURNING
    return not before and not turned


def _phrase(token: Token) -> tuple[Token, ...]:
    """The opening words of "in the event of", "in case of" and their like."""
    if token.lower_ not in _PHRASE_OPENERS or token.dep_ not in ("prep", "advcl", "mark"):
        return ()
    doc = token.doc
    for phrase in words.CONDITION_PHRASES:
        if token.i + len(phrase) > len(doc):
            continue
        run = [doc[token.i + n] for n in range(len(phrase))]
        if tuple(t.lower_ for t in run) == phrase:
            return tuple(run)
    return ()

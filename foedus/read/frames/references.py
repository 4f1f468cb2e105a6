"""An instrument in, whether it is only referred to out: "in line with the Charter", "cites ...".

What a pact lays down in line with another text is laid down by the pact, not by that text; and
what it replaces, or was made in an earlier year, is another one.
"""

import re

from spacy.tokens import Token

from foedus.read.frames.grammar import ancestors, is_verb, word

_FOUNDATIONS = frozenset({"charter", "law", "statute"})
_OF_ALL = frozenset({"un", "u.n.", "united", "nations", "international"})
_PHRASES = frozenset({
    "line", "accordance", "keeping", "conformity", "consistent", "compliance", "pursuant", "breach",
    "violation", "defiance", "regard", "reference", "spirit", "subject", "contrary", "accord",
})  # fmt: skip
_REFERRING = frozenset(
    {"refer", "cite", "invoke", "mention", "recall", "reaffirm", "quote", "echo"}
)
_OTHER = frozenset({
    "separate", "another", "other", "different", "similar", "earlier", "previous", "older", "old",
    "former", "prior", "parallel", "comparable", "bygone", "preceding", "expired", "defunct",
    "lapsed",
})  # fmt: skip
_REPLACING = frozenset({"replace", "supersede", "supplant", "succeed", "amend", "revise", "update"})
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_WITHIN = frozenset({"prep", "pobj", "acl", "compound", "nummod", "case", "cc", "conj", "det",
                     "amod", "agent", "nmod"})  # fmt: skip
_PHRASE = 8  # words between an instrument and its year
_CLIMB = 6  # heads between "in line with" and the title in it


def is_foundation(token: Token) -> bool:
    """ "The UN Charter", "international law": what binds everybody before any pact."""
    words = {t.lower_ for t in token.subtree if abs(t.i - token.i) <= _CLIMB}
    return word(token) in _FOUNDATIONS and bool(words & _OF_ALL)


def is_other(token: Token) -> bool:
    """ "A separate treaty", "another pact", "an earlier accord": not the one that is told of."""
    return any(c.lower_ in _OTHER for c in token.lefts)


def dated(token: Token) -> Token | None:
    """The year by which the instrument is called ("the 1991 treaty", "an accord signed in 1991").

    A year after a comma or in a clause tells what became of it, not which one it is.
    """
    for left in token.lefts:
        if _YEAR.fullmatch(left.text):
            return left
    for right in token.doc[token.i + 1 : token.right_edge.i + 1]:
        if right.is_punct or right.dep_ not in _WITHIN or right.i - token.i > _PHRASE:
            return None
        if _YEAR.fullmatch(right.text):
            return right
    return None


def _replaced(token: Token) -> bool:
    """ "Replaces a 2008 accord", "the pact that it supersedes": the older one."""
    node = token
    while node.dep_ == "conj":
        node = node.head
    return word(node.head) in _REPLACING and node.dep_ in ("dobj", "nsubjpass")


def is_reference(token: Token) -> bool:
    """Is the instrument only referred to where it stands?"""
    if is_foundation(token) or is_other(token) or _replaced(token):
        return True
    for step, node in enumerate(ancestors(token)):
        if step >= _CLIMB or is_verb(node):
            return word(node) in _REFERRING and token.dep_ != "nsubj"
        if word(node) in _PHRASES or node.lower_ in _PHRASES:
            return True
    return False

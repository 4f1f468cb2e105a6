"""An instrument in, whether it is only referred to out: "in line with the Charter", "cites ...".

What a pact lays down in line with another text is laid down by the pact, not by that text.
"""

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
    "former", "prior", "parallel", "comparable", "bygone",
})  # fmt: skip
_CLIMB = 6  # heads between "in line with" and the title in it


def is_foundation(token: Token) -> bool:
    """ "The UN Charter", "international law": what binds everybody before any pact."""
    words = {t.lower_ for t in token.subtree if abs(t.i - token.i) <= _CLIMB}
    return word(token) in _FOUNDATIONS and bool(words & _OF_ALL)


def is_other(token: Token) -> bool:
    """ "A separate treaty", "another pact", "an earlier accord": not the one that is told of."""
    return any(c.lower_ in _OTHER for c in token.lefts)


def is_reference(token: Token) -> bool:
    """Is the instrument only referred to where it stands?"""
    if is_foundation(token) or is_other(token):
        return True
    for step, node in enumerate(ancestors(token)):
        if step >= _CLIMB or is_verb(node):
            return word(node) in _REFERRING and token.dep_ != "nsubj"
        if word(node) in _PHRASES or node.lower_ in _PHRASES:
            return True
    return False

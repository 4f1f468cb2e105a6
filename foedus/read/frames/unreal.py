"""A trigger in, the word about it by which what it tells was kept from happening, is without
evidence, or is only alleged of somebody, out; None where none does.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.read.frames.grammar import negated, word

_AVERTS = frozenset({
    "prevent", "deter", "dissuade", "stop", "bar", "discourage", "keep", "save", "avert", "foil",
    "thwart", "avoid", "forestall",
})  # fmt: skip
_ACCUSES = frozenset({"accuse", "suspect", "blame", "charge", "acquit", "clear", "convict"})
_EVIDENCE = frozenset({"evidence", "proof", "sign", "indication", "suggestion", "confirmation"})
_SUPPOSES = frozenset({"imagine", "suppose"})
_LINKS = frozenset({"pcomp", "prep", "dobj", "xcomp", "acl", "ccomp", "conj", "relcl"})
_STEPS = 4


def averted_at(trigger: Token) -> Token | None:
    """ "Prevented Peru from striking", "foiled a raid": what did not happen."""
    for node, head in _chain(trigger):
        from_it = node.dep_ == "prep" and node.lower_ == "from"
        own = node.dep_ == "dobj" and node.i == trigger.i
        bare = node.dep_ in ("ccomp", "xcomp") and node.tag_ == "VBG"  # "stopped Peru striking"
        if word(head) in _AVERTS and head.pos_ == "VERB" and (from_it or own or bare):
            return None if negated(head) else head
    return None


def unproven_at(trigger: Token) -> Token | None:
    """ "There is no evidence that they sent it", "imagine that they attack": it is left open."""
    for node, head in _chain(trigger):
        none = any(c.lower_ in ("no", "little", "without") for c in head.children)
        none = none or (head.dep_ == "pobj" and head.head.lower_ == "without")
        if word(head) in _EVIDENCE and none and node.dep_ in ("acl", "prep", "ccomp", "relcl"):
            return head
        warned = word(head) in ("warn", "advise", "caution", "urge") and node.lower_ == "against"
        if warned and node.dep_ == "prep":
            return head
        asks = head.tag_ == "VB" and not any(c.dep_ in ("nsubj", "aux") for c in head.children)
        if word(head) in _SUPPOSES and asks and node.dep_ == "ccomp":
            return head
    return None


def alleged_at(trigger: Token) -> Token | None:
    """ "Was accused by Chile of arming them": what somebody is said to have done."""
    for node, head in _chain(trigger):
        passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in head.children)
        passive = passive or (head.dep_ == "acl" and head.tag_ == "VBN")
        if word(head) in _ACCUSES and passive and node.dep_ == "prep":
            return head
    return None


def _chain(trigger: Token) -> Iterator[tuple[Token, Token]]:
    """Each word with its head, from the trigger up through what governs it."""
    node = trigger
    for _ in range(_STEPS):
        if node.dep_ not in _LINKS or node.head.i == node.i:
            return
        yield node, node.head
        node = node.head

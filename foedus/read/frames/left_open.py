"""A trigger in, the word about it that leaves open what it tells out, or None.

A purpose, a means, a cause, a question, or what is only waited for.
"""

from spacy.tokens import Token

from foedus.read.frames.force import is_into_force
from foedus.read.frames.grammar import is_verb, negated, word
from foedus.read.moods.words import ASKING

_BRINGS = frozenset({
    "result", "lead", "mean", "bring", "cause", "include", "involve", "prompt", "trigger", "aim",
    "spark", "enable", "allow", "see", "entail", "provoke", "end",
})  # fmt: skip
_MOVES = frozenset({
    "allow", "enable", "lead", "let", "permit", "prompt", "push", "encourage", "tempt", "drive",
    "help", "force", "free", "embolden",
})  # fmt: skip
_AWAITING = frozenset({"once", "after", "until", "till", "before"})
_AHEAD = frozenset(
    {"will", "shall", "would", "'ll", "must", "should", "may", "might", "can", "could"}
)


def means_of(trigger: Token) -> Token | None:
    """The "by" of "by selling it, Peru will ...": the means to what the main verb tells."""
    by = trigger.head
    told = trigger.dep_ == "pcomp" and by.lower_ in ("by", "through", "without")
    return by if told and is_verb(by.head) else None


def purpose_of(trigger: Token) -> Token | None:
    """The "to" of a purpose ("flew home to sign it"): what is aimed at has not happened yet."""
    to = [c for c in trigger.children if c.tag_ == "TO"]
    perfect = any(c.lower_ == "have" for c in trigger.children if c.dep_ == "aux")
    aims = trigger.dep_ == "advcl" and trigger.tag_ == "VB" and is_verb(trigger.head)
    if not (aims and to) or perfect or word(trigger.head) == "use" or _went_on(trigger.head):
        return None
    return to[0]


def _went_on(verb: Token) -> bool:
    """ "Went on to sign it": what was done next, not what was aimed at."""
    return word(verb) in ("go", "move") and any(c.lower_ == "on" for c in verb.children)


def awaited_at(trigger: Token) -> Token | None:
    """ "It takes effect once both have ratified it", "must be ratified before it takes effect":
    the word that leaves the one or the other open."""
    clause = trigger
    while clause.dep_ == "conj" and is_verb(clause.head) and clause.head.dep_ in ("advcl", "conj"):
        clause = clause.head
    head = clause.head
    marks = [c for c in clause.children if c.dep_ in ("mark", "advmod") and _awaits(c, head)]
    helpers = [c for c in clause.children if c.dep_ in ("aux", "auxpass")]
    done = clause.tag_ == "VBD" or any(c.tag_ == "VBD" for c in helpers)
    if clause.dep_ != "advcl" or not marks or done:
        return None
    return None if not is_verb(head) or _is_past(head) else marks[0]


def _is_past(verb: Token) -> bool:
    """ "Took effect", "has been ratified"; not "will be ratified", "cannot be ratified"."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(c.lower_ in _AHEAD or c.lower_ in ("ca", "wo") or c.tag_ == "TO" for c in helpers):
        return False
    present = any(c.tag_ in ("VBZ", "VBP") and word(c) == "be" for c in helpers)
    past = any(c.tag_ == "VBD" for c in helpers)
    return past or (verb.tag_ in ("VBD", "VBN") and not present)


def _awaits(mark: Token, head: Token) -> bool:
    """ "Will take effect when both ratify it" waits; "they protest when it is signed" does not."""
    if mark.lower_ != "when":
        return mark.lower_ in _AWAITING
    ahead = any(c.lower_ in _AHEAD or c.tag_ == "TO" for c in head.children)
    return ahead or is_into_force(head)


def asked_at(trigger: Token) -> Token | None:
    """ "Asked whether they would sell it", "Has Peru sold it?": a question asserts nothing."""
    helper = next((c for c in trigger.lefts if c.dep_ in ("aux", "auxpass")), None)
    subject = next((c for c in trigger.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    turned = helper is not None and subject is not None and helper.i < subject.i
    if turned and trigger.dep_ == "ROOT" and trigger.sent[-1].text == "?":
        return helper
    node = trigger
    for _ in range(3):
        for mark in node.children:
            asks = mark.lower_ == "if" and word(node.head) in ASKING
            untold = mark.lower_ in ("when", "where") and _leaves_open(node)
            if (mark.lower_ == "whether" or asks or untold) and mark.dep_ in (
                "mark",
                "advmod",
                "preconj",
            ):
                return mark
        if node.dep_ not in ("xcomp", "conj", "acomp") or not is_verb(node.head):
            return None
        node = node.head
    return None


def _leaves_open(node: Token) -> bool:
    """ "Has not said when it will sell them": what nobody has told is not told here either."""
    past = node.tag_ == "VBD" or any(c.tag_ == "VBD" for c in node.children if c.dep_ == "aux")
    telling = word(node.head) in ("say", "tell", "announce", "decide", "disclose", "specify")
    return node.dep_ in ("advcl", "ccomp") and telling and negated(node.head) and not past


def cause_of(trigger: Token) -> Token | None:
    """The verb that would bring the event about, whose modal bears on it too."""
    head = trigger.head
    if trigger.dep_ in ("xcomp", "ccomp", "advcl") and trigger.tag_ == "VB" and is_verb(head):
        # "could allow them to sell", "would lead them to send": the modal bears on the selling
        moved = any(c.tag_ == "TO" for c in trigger.children) and word(head) in _MOVES
        return head if moved else None
    if trigger.pos_ in ("NOUN", "PROPN"):
        after = head.head if trigger.dep_ == "pobj" and head.dep_ == "agent" else head
        if word(after) in ("follow", "accompany") and trigger.dep_ in ("pobj", "nsubj"):
            return after  # "could be followed by deliveries", "deliveries could follow"
        verb = head.head if trigger.dep_ == "pobj" and head.lower_ in ("in", "to", "at") else head
        brings = is_verb(verb) and word(verb) in _BRINGS
        return verb if brings and trigger.dep_ in ("dobj", "pobj", "attr") else None
    infinitive = any(child.tag_ == "TO" for child in trigger.children)
    if infinitive and trigger.dep_ in ("acl", "advcl", "relcl") and head.pos_ == "NOUN":
        return head.head if head.dep_ == "dobj" and is_verb(head.head) else None
    return None

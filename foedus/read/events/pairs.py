"""A sentence and two spans that name actors in; the verb or noun that tells what one does to the
other, with its type, out.

Each verb and event noun is weighed by where the two stand about it: the source as its subject or
owner, the target below it. What stands near the root, and near the target, weighs more.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from foedus.model.document import Span
from foedus.model.event import EventType
from foedus.read.events.company import REPORTING
from foedus.read.events.types import type_of_noun, type_of_verb
from foedus.read.frames.grammar import word

_CLIMB = 6
_FARTHEST = 30  # tokens
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CLAUSES = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "acomp"})
_JOINT = frozenset({EventType.CONSULT, EventType.COOPERATE, EventType.SUPPORT, EventType.AGREE})
_DONE = frozenset({EventType.ASSAULT, EventType.COERCE})
_CARRIERS = frozenset({
    "effort", "operation", "mission", "campaign", "drive", "bid", "activity", "process", "move",
    "attempt", "plan", "measure", "proposal", "programme", "program", "force", "policy", "call",
})  # fmt: skip
_OWNERS = frozenset({"poss", "compound", "amod", "nmod"})
# What each place of source and target weighs
_SOURCE, _PATIENT, _TARGET, _THERE = 4.0, 3.0, 2.0, 0.5
_OWNER, _UNDER, _NOUN = 2.6, 1.5, -1.0
_DEPTH, _DISTANCE = 0.1, 0.02


@dataclass(frozen=True, slots=True)
class Told:
    """What tells an event: its head, the type, and how well it fits the pair."""

    trigger: Token
    type: EventType
    weight: float


def between(doc: Doc, source: Span | None, target: Span | None) -> Told | None:
    """The best trigger of an event between the two spans of the doc; None where none is told."""
    one, other = _numbers(doc, source), _numbers(doc, target)
    found = [*_verbs(doc, one, other), *_nouns(doc, one, other)]
    return max(found, key=lambda told: told.weight, default=None)


def subject_of(verb: Token) -> Token | None:
    """Who does what the verb tells: its own subject, or that of the clause that it hangs on."""
    node = verb
    for _ in range(_CLIMB):
        own = next((c for c in node.children if c.dep_ in _SUBJECTS), None)
        if own is not None:
            relative = own.tag_ in ("WDT", "WP") and node.dep_ == "relcl"
            return node.head if relative else own
        if node.dep_ == "acl":
            return node.head if node.tag_ == "VBG" else None
        if node.dep_ not in _CLAUSES or node.head.i == node.i:
            return None
        node = node.head
    return None


def is_passive(verb: Token) -> bool:
    """Whether what the verb tells is done to its subject."""
    marked = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
    return marked or (verb.dep_ == "acl" and verb.tag_ == "VBN")


def _numbers(doc: Doc, span: Span | None) -> frozenset[int]:
    words = None
    if span is not None:
        words = doc.char_span(span.start, span.end, alignment_mode="expand")
    return frozenset(t.i for t in words or ())


def _verbs(doc: Doc, source: frozenset[int], target: frozenset[int]) -> Iterator[Told]:
    for verb in doc:
        if verb.pos_ not in ("VERB", "AUX") or verb.dep_ in ("aux", "auxpass"):
            continue
        if verb.i in source or verb.i in target:
            continue
        kind = type_of_verb(verb)
        if kind is None or _reversed(verb, kind, source, target):
            continue
        if word(verb) in REPORTING and kind in _DONE:
            doer = _told_of(verb)
            if doer is not None and not _names(doer, source) and doer.pos_ != "PRON":
                if not _names(doer, target):
                    continue  # what others do to one another
                kind = EventType.ACCUSE
        yield Told(verb, kind, _weight_of_verb(verb, source, target))


def _told_of(verb: Token) -> Token | None:
    """Whose deed the clause tells that a verb of saying governs."""
    clauses = (c for c in verb.children if c.dep_ == "ccomp")
    subjects = (s for c in clauses for s in c.children if s.dep_ == "nsubj")
    return next(subjects, None)


def _reversed(verb: Token, kind: EventType, source: frozenset[int], target: frozenset[int]) -> bool:
    """Whether the verb tells what the target does to the source."""
    if kind in _JOINT or not source or not target:
        return False
    own = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if own is None:
        return False
    agents = {t.i for c in verb.children if c.dep_ == "agent" for t in c.subtree}
    others = {t.i for c in verb.children if c.i != own.i for t in c.subtree}
    if is_passive(verb):
        return own.i in source and bool(target & agents)
    return own.i in target and bool(source & others) and own.i not in source


def _weight_of_verb(verb: Token, source: frozenset[int], target: frozenset[int]) -> float:
    subject, passive = subject_of(verb), is_passive(verb)
    under = {t.i for t in verb.subtree}
    agents = {t.i for c in verb.children if c.dep_ == "agent" for t in c.subtree}
    acted = subject is not None and subject.i in target
    weight = _THERE if source & under else 0.0
    if passive:
        weight += _SOURCE if source & agents else _PATIENT if acted else 0.0
    elif subject is not None and _names(subject, source):
        weight += _SOURCE
    if target & under and not (acted and not passive):
        weight += _TARGET
    depth = sum(1 for _ in verb.ancestors)
    return weight - depth * _DEPTH - _distance(verb, target)


def _names(subject: Token, source: frozenset[int]) -> bool:
    """Whether the source is the subject, joined to it, or a part of its name."""
    if subject.i in source:
        return True
    return any(t.i in source for t in subject.subtree if t.dep_ in _OWNERS | {"conj"})


def _nouns(doc: Doc, source: frozenset[int], target: frozenset[int]) -> Iterator[Told]:
    for noun in doc:
        if noun.pos_ != "NOUN" or (noun.i in source and noun.i in target):
            continue
        if noun.dep_ == "compound" and word(noun.head) not in _CARRIERS:
            continue  # "opposition protesters", "aid lorries"
        kind = type_of_noun(noun)
        if kind is None:
            continue
        owners = {t.i for c in noun.children if _owns(c) for t in c.subtree}
        weight = _NOUN + (_OWNER if source & owners else 0.0)
        weight += _UNDER if target & {t.i for t in noun.subtree} else 0.0
        yield Told(noun, kind, weight - _distance(noun, target))


def _owns(child: Token) -> bool:
    return child.dep_ in _OWNERS or (child.dep_ == "prep" and child.lower_ == "by")


def _distance(token: Token, target: frozenset[int]) -> float:
    return _DISTANCE * min((abs(token.i - at) for at in target), default=_FARTHEST)

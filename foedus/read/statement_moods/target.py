"""The head of a clause in; what the clause puts in a mood, which may stand below it, out."""

from spacy.tokens import Token

from foedus.read.moods.words import PASSIVE_ONLY, SCHEDULING
from foedus.read.statement_moods import words
from foedus.read.statement_moods.heads import is_clause

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_SEEMING = frozenset({"seem", "appear"})
_PAST = frozenset({"VBD", "VBN"})


def target_of(head: Token) -> Token:
    """What the clause puts in a mood: below "I promise to", "is expected to", "seems to", "is to".

    "They hope to sign" asserts that they hope; "we hope to sign" tells one's own will.
    """
    node = head
    for _ in range(4):
        below = _below(node)
        if below is None:
            return node
        node = below
    return node


def _below(node: Token) -> Token | None:
    infinitive = next((c for c in node.rights if c.dep_ == "xcomp" and has_to(c)), None)
    passive = any(c.dep_ == "auxpass" for c in node.children)
    if node.lemma_ in PASSIVE_ONLY | SCHEDULING | {"expect", "suppose"} and passive:
        return infinitive
    if node.lemma_ in _SEEMING or _is_to(node):
        return infinitive
    if node.lemma_ not in words.OWN_VERBS or not _is_own(node):
        return None
    return next((c for c in node.rights if c.dep_ in ("xcomp", "ccomp") and is_clause(c)), None)


def _is_to(verb: Token) -> bool:
    """ "The premier is to sign", "the plan is to sign"; not "it is too early to sign", nor "our
    job is to sign".
    """
    if verb.lemma_ != "be" or verb.lower_ == "were":
        return False
    told = any(c.dep_ in ("acomp", "attr", "oprd", "expl") for c in verb.children)
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or told or subject.lower_ in ("it", "what"):
        return False
    return subject.lemma_.lower() not in words.IDENTIFIED


def _is_own(verb: Token) -> bool:
    """ "I promise", "we would like", "I'm hoping"; not "I promised"."""
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    helpers = [c for c in verb.children if c.dep_ in _AUXILIARIES]
    past = verb.tag_ in _PAST or any(c.tag_ == "VBD" for c in helpers)
    asks = any(c.i < verb.i and c.lower_ in ("do", "did", "can") for c in helpers if c.i < verb.i)
    asks = asks and subject is not None and any(c.i < subject.i for c in helpers)
    return subject is not None and subject.lower_ in words.OWN and not past and not asks


def has_to(token: Token) -> bool:
    """Whether it is an infinitive with its "to"."""
    return any(c.tag_ == "TO" for c in token.children)

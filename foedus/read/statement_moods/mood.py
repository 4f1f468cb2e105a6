"""A clause of a content in; its mood, the words that show it and its negation out.

What `mood_of` reads off the parse goes first. Where that finds a plain assertion, the form of the
clause decides: a question, a command, a "should"; an infinitive or a noun asserts nothing by
itself, and has a mood only where the cue gives it one.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from foedus.model.claim import Mood
from foedus.model.document import Span
from foedus.model.statement import CueClass, Statement, StatementKind
from foedus.read.moods import mood_of, permits
from foedus.read.moods.conditions import opens_condition
from foedus.read.moods.words import GOVERNING_VERBS, PASSIVE_ONLY, SCHEDULING
from foedus.read.sentences import Parsed
from foedus.read.statement_moods import words
from foedus.read.statement_moods.heads import is_clause, tokens_of

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
_SEEMING = frozenset({"seem", "appear"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_PAST = frozenset({"VBD", "VBN"})


@dataclass(frozen=True, slots=True)
class Finding:
    """How a clause is put: like `MoodFinding`, but the mood may be none."""

    mood: Mood | None
    words: tuple[Span, ...] = ()
    negated: bool = False


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
    infinitive = next((c for c in node.rights if c.dep_ == "xcomp" and _has_to(c)), None)
    passive = any(c.dep_ == "auxpass" for c in node.children)
    if node.lemma_ in PASSIVE_ONLY | SCHEDULING | {"expect", "suppose"} and passive:
        return infinitive
    if node.lemma_ in _SEEMING or (node.lemma_ == "be" and node.lower_ != "were"):
        return infinitive
    if node.lemma_ not in words.OWN_VERBS or not _is_own(node):
        return None
    return next((c for c in node.rights if c.dep_ in ("xcomp", "ccomp") and is_clause(c)), None)


def _is_own(verb: Token) -> bool:
    """ "I promise", "we would like", "I'm hoping"; not "I promised"."""
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    helpers = [c for c in verb.children if c.dep_ in _AUXILIARIES]
    past = verb.tag_ in _PAST or any(c.tag_ == "VBD" for c in helpers)
    asks = any(c.i < verb.i and c.lower_ in ("do", "did", "can") for c in helpers if c.i < verb.i)
    asks = asks and subject is not None and any(c.i < subject.i for c in helpers)
    return subject is not None and subject.lower_ in words.OWN and not past and not asks


def _has_to(token: Token) -> bool:
    return any(c.tag_ == "TO" for c in token.children)


def mood_of_clause(head: Token, target: Token, statement: Statement, parsed: Parsed) -> Finding:
    """The mood of the clause that `head` heads and whose event is `target`."""
    read = mood_of(target, parsed)
    found = Finding(read.mood, read.words, read.negated)
    if found.mood is not Mood.ASSERTED:
        found = _kept(found, head, target, statement)
    if found.mood is not Mood.ASSERTED:
        return found
    for by in (_asked, _politely, _ought, _by_cue, _commanded, _bare):
        told = by(head, target, statement)
        if told is not None:
            return replace(told, negated=found.negated, words=told.words or found.words)
    return found


def _kept(found: Finding, head: Token, target: Token, statement: Statement) -> Finding:
    """The mood where it is the clause's own or the cue's; else that of a plain assertion.

    Whoever governs the cue itself puts these words no way ("is expected to say that ..."), and
    "voters are worried" asserts how voters feel.
    """
    asserted = Finding(Mood.ASSERTED, (), found.negated)
    for child in target.children:
        told = child.dep_ == "acomp" and child.idx in {w.start for w in found.words}
        if told and (child.lower_ == "able" or (found.mood is not Mood.POSSIBLE
                                                 and not _first_person(target))):  # fmt: skip
            return asserted
    if found.mood is Mood.POSSIBLE and permits(target):
        return asserted
    own = not found.words or any(is_own(w, target, statement) for w in found.words)
    if not own and found.mood is not Mood.CONDITIONAL:
        return asserted
    if _tells_what_is_so(found, target, statement) or _is_later(found, target, statement):
        return asserted
    return found


def is_own(words: Span, target: Token, statement: Statement) -> bool:
    """Whether the words stand in the content or are the cue, and do not govern the cue itself."""
    if any(piece.overlaps(words) for piece in statement.content):
        return True
    cue = tokens_of(target.doc, statement.cue)
    said = [t for t in cue if t.lemma_ == statement.cue_lemma]
    above = {a.idx for t in said[:1] for a in t.ancestors}
    return any(t.idx >= words.start and t.idx < words.end and t.idx not in above for t in cue)


def _tells_what_is_so(found: Finding, target: Token, statement: Statement) -> bool:
    """A claim or a report asserts what it tells; "offered advice" is no offer to be taken up."""
    by_cue = all(any(c.overlaps(w) for c in statement.cue) for w in found.words)
    if found.mood is Mood.RUMOURED and by_cue and statement.speaker:
        return statement.cue_lemma not in words.HEARSAY
    return target.pos_ == "NOUN" and target.lemma_.lower() in words.SPOKEN_NOUNS


def _is_later(found: Finding, target: Token, statement: Statement) -> bool:
    """A "would" outside quotation marks, told of the past: "it would rise, she said"."""
    would = [c for c in target.children if c.lower_ in ("would", "'d") and c.dep_ == "aux"]
    only = would and found.words == _spans(would[:1])
    if found.mood is not Mood.CONDITIONAL or not only or _is_quoted(target):
        return False
    cue = tokens_of(target.doc, statement.cue)
    return bool(cue) and not any(t.tag_ in ("VBZ", "VBP", "MD") for t in cue)


def _is_quoted(token: Token) -> bool:
    """Whether an odd number of quotation marks stands before it in the sentence."""
    marks = [t for t in token.sent if t.i < token.i and t.text in ('"', "''", "``")]
    return len(marks) % 2 == 1


def _first_person(verb: Token) -> bool:
    return any(c.dep_ in _SUBJECTS and c.lower_ in words.OWN for c in verb.children)


def _asked(head: Token, target: Token, statement: Statement) -> Finding | None:
    """A question asserts nothing: one to be answered by yes or no leaves open what it asks."""
    for node in dict.fromkeys((head, target)):
        for mark in node.children:
            if mark.lower_ == "whether" or (
                mark.lower_ == "if" and mark.dep_ == "mark" and node.head.lemma_ in words.ASKING
            ):
                return Finding(Mood.HYPOTHETICAL, _spans([mark]))
    opening = head.left_edge
    if opening.lower_ in words.WH_WORDS and _is_embedded(head):
        return Finding(None)
    if not _ends_in_question(head, statement):
        return None
    subject = next((c for c in head.lefts if c.dep_ in _SUBJECTS), None)
    asks = [t for t in head.subtree if t.lower_ in words.WH_WORDS and t.i <= head.i]
    helper = next(
        (c for c in head.lefts if c.dep_ in _AUXILIARIES and subject and c.i < subject.i), None
    )
    if head.lemma_ == "be" and any(c.dep_ in _SUBJECTS and c.i > head.i for c in head.children):
        helper = head
    if asks or helper is None:
        return Finding(None)
    return Finding(Mood.HYPOTHETICAL, _spans([helper]))


def _ends_in_question(head: Token, statement: Statement) -> bool:
    """Whether the clause's sentence, or its piece of the content, ends with a question mark."""
    marks = [t for t in head.sent if t.text == "?" and t.i > head.i]
    return any(c.start <= head.idx and marks[0].idx < c.end for c in statement.content if marks)


def _is_embedded(head: Token) -> bool:
    return head.dep_ in ("ccomp", "pcomp", "acl", "xcomp", "advcl")


def _politely(head: Token, target: Token, statement: Statement) -> Finding | None:
    """ "I would like to see them go": a will."""
    above = target.head
    would = [c for c in above.children if c.lower_ in ("would", "'d") and c.dep_ == "aux"]
    likes = above.lemma_ in ("like", "love", "prefer") and target.dep_ in ("xcomp", "ccomp")
    if not likes or not would or not _first_person(above):
        return None
    return Finding(Mood.INTENDED, _spans([would[0], above]))


def _ought(head: Token, target: Token, statement: Statement) -> Finding | None:
    """ "They should go", "we need to leave": what is called for is no fact."""
    helpers = [c for c in target.children if c.dep_ == "aux"]
    perfect = any(c.lower_ in ("have", "'ve") for c in helpers)
    ought = [c for c in helpers if c.lower_ in words.OUGHT]
    if ought and not perfect and not opens_condition(target):
        return Finding(Mood.PROPOSED, _spans(ought[:1]))
    needs = target.lemma_ in words.NEEDED and _infinitive(target) is not None
    if needs and not _is_past(target) and not _not(target):
        return Finding(Mood.PROPOSED, _spans([target]))
    return None


def _infinitive(verb: Token) -> Token | None:
    return next((c for c in verb.rights if c.dep_ == "xcomp" and _has_to(c)), None)


def _not(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def _is_past(verb: Token) -> bool:
    return verb.tag_ in _PAST or any(
        c.tag_ == "VBD" for c in verb.children if c.dep_ in _AUXILIARIES
    )


def _by_cue(head: Token, target: Token, statement: Statement) -> Finding | None:
    """ "'You will pay', he threatened", "told them to go", "refused to go": what the cue tells."""
    cue = statement.cue_lemma
    if _is_infinitive(head):
        if cue in words.REFUSING:
            return Finding(Mood.INTENDED, statement.cue)
        if cue in words.DIRECTING:
            return Finding(Mood.PROPOSED, statement.cue)
        return None
    quoted = statement.kind is not StatementKind.INDIRECT
    mood = words.PUTTING.get(cue)
    if quoted and mood is not None and is_clause(head):
        return Finding(mood, statement.cue)
    return None


def _is_infinitive(head: Token) -> bool:
    subject = any(c.dep_ in _SUBJECTS and c.tag_ != "TO" for c in head.children)
    return head.tag_ == "VB" and _has_to(head) and (head.dep_ != "ROOT" or not subject)


def _commanded(head: Token, target: Token, statement: Statement) -> Finding | None:
    """ "Go home", "do not sell it", "let us go": whoever says this asks for it."""
    if head.tag_ != "VB" or _has_to(head) or head.lemma_ in words.COURTESIES:
        return None
    if any(c.dep_ in _SUBJECTS and c.i < head.i for c in head.children):
        return None
    helpers = [c for c in head.children if c.dep_ in _AUXILIARIES and c.lower_ != "do"]
    if helpers or head.dep_ not in ("ROOT", "ccomp", "parataxis", "conj"):
        return None
    return Finding(Mood.PROPOSED, _spans([head]))


def _bare(head: Token, target: Token, statement: Statement) -> Finding | None:
    """An infinitive, a verbal noun or a noun: asserted only where the cue tells it as so."""
    cue = statement.cue_lemma
    if is_clause(head) and not _is_infinitive(head) and not _is_verbal_noun(head):
        return None
    if _is_infinitive(head):
        return None if cue in words.CLAIMING else Finding(None)
    if cue in words.NAMING or (cue in words.PRESENTING and head.lemma_ not in words.SPOKEN_NOUNS):
        return None
    if is_clause(head) and cue in words.BLAMING:
        return None
    if is_clause(head) and statement.cue_class is CueClass.SAYING and cue not in GOVERNING_VERBS:
        return None
    return Finding(None)


def _is_verbal_noun(head: Token) -> bool:
    helpers = any(c.dep_ in _AUXILIARIES for c in head.children)
    return head.tag_ == "VBG" and head.dep_ in ("pcomp", "xcomp", "acl", "pobj") and not helpers


def _spans(tokens: Iterable[Token]) -> tuple[Span, ...]:
    return tuple(sorted({Span(t.idx, t.idx + len(t)) for t in tokens}))

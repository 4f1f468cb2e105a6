"""A clause that the parse shows as plainly asserted in; what its form makes of it out.

A question, a command, a "should"; an infinitive or a noun asserts nothing by itself, and has a
mood only where the cue gives it one.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from foedus.model.claim import Mood
from foedus.model.document import Span
from foedus.model.statement import CueClass, Statement, StatementKind
from foedus.read.moods.conditions import opens_condition
from foedus.read.moods.words import ASKING, GOVERNING_VERBS
from foedus.read.statement_moods import words
from foedus.read.statement_moods.heads import is_clause, tokens_of
from foedus.read.statement_moods.target import has_to

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_PAST = frozenset({"VBD", "VBN"})
_CLAUSES = frozenset({"advcl", "csubj", "csubjpass", "ccomp", "relcl", "acl", "parataxis", "conj"})


@dataclass(frozen=True, slots=True)
class Finding:
    """How a clause is put: like `MoodFinding`, but the mood may be none."""

    mood: Mood | None
    words: tuple[Span, ...] = ()
    negated: bool = False


def by_form(head: Token, target: Token, statement: Statement, asks: bool) -> Finding | None:
    """The mood that the form of the clause, or its cue, gives it; None for a plain assertion."""
    found = _asked(head, target, asks)
    if found is not None:
        return found
    for form in (_politely, _ought, _by_cue, _commanded, _bare):
        found = form(head, target, statement)
        if found is not None:
            return found
    return None


def _asked(head: Token, target: Token, asks: bool) -> Finding | None:
    """A question asserts nothing: one to be answered by yes or no leaves open what it asks."""
    for node in dict.fromkeys((head, target)):
        for mark in node.children:
            if mark.lower_ == "whether" or (
                mark.lower_ == "if" and mark.dep_ == "mark" and node.head.lemma_ in ASKING
            ):
                return Finding(Mood.HYPOTHETICAL, spans_of_tokens([mark]))
    if is_open_question(head, asks):
        return Finding(None)
    if not asks:
        return None
    subject = next((c for c in head.lefts if c.dep_ in _SUBJECTS), None)
    helper = next(
        (c for c in head.lefts if c.dep_ in _AUXILIARIES and subject and c.i < subject.i), None
    )
    if head.lemma_ == "be" and any(c.dep_ in _SUBJECTS and c.i > head.i for c in head.children):
        helper = head
    return Finding(Mood.HYPOTHETICAL, spans_of_tokens([helper])) if helper else Finding(None)


def is_open_question(head: Token, asks: bool) -> bool:
    """ "Why did they go?", "told how they went": a question that yes or no does not answer."""
    first = head.left_edge
    if _is_embedded(head) and first.lower_ in words.WH_WORDS and _asks_of(first, head):
        return True
    return asks and any(t.lower_ in words.WH_WORDS and _asks_of(t, head) for t in head.subtree)


def _asks_of(word: Token, head: Token) -> bool:
    """Whether the "what" or "when" asks of this clause, and leads none below it."""
    if word.i > head.i or word.dep_ == "mark":
        return False
    above = word.head
    return above.i == head.i or (above.head.i == head.i and above.dep_ not in _CLAUSES)


def ends_in_question(head: Token, statement: Statement, text: str) -> bool:
    """Whether the clause's sentence, or its piece of the content, ends with a question mark."""
    if not any("?" in text[c.start : c.end + 1] for c in statement.content if c.start <= head.idx):
        return False
    marks = [t for t in head.sent if t.text == "?" and t.i > head.i]
    return any(c.start <= head.idx and marks[0].idx <= c.end for c in statement.content if marks)


def _is_embedded(head: Token) -> bool:
    return head.dep_ in ("ccomp", "pcomp", "acl", "xcomp", "advcl")


def _politely(head: Token, target: Token, statement: Statement) -> Finding | None:
    """ "I would like to see them go": a will."""
    above = target.head
    would = [c for c in above.children if c.lower_ in ("would", "'d") and c.dep_ == "aux"]
    likes = above.lemma_ in words.LIKING and target.dep_ in ("xcomp", "ccomp")
    cue = any(piece.start <= above.idx < piece.end for piece in statement.cue)
    if not likes or not would or not (cue or is_first_person(above)):
        return None
    return Finding(Mood.INTENDED, spans_of_tokens([would[0], above]))


def is_first_person(verb: Token) -> bool:
    """ "I", "we": whoever speaks tells of themselves."""
    return any(c.dep_ in _SUBJECTS and c.lower_ in words.OWN for c in verb.children)


def _ought(head: Token, target: Token, statement: Statement) -> Finding | None:
    """ "They should go", "we need to leave": what is called for is no fact."""
    helpers = [c for c in target.children if c.dep_ == "aux"]
    perfect = any(c.lower_ in ("have", "'ve") for c in helpers)
    ought = [c for c in helpers if c.lower_ in words.OUGHT]
    if ought and not perfect and not opens_condition(target):
        return Finding(Mood.PROPOSED, spans_of_tokens(ought[:1]))
    below = _infinitive(target)
    needs = target.lemma_ in words.NEEDED and below is not None
    if below is not None and below.lemma_ in words.TELLING and is_first_person(target):
        return None  # "I have to say that ..."
    needs = needs and not any(c.lower_ in ("will", "would", "'ll", "’ll") for c in helpers)
    needs = needs and not any(c.dep_ == "dobj" for c in target.children)
    got = target.lower_ == "got" and any(c.lower_ in words.HAVING for c in helpers)
    needs = needs or (got and below is not None)
    if needs and (got or not _is_past(target)) and not _not(target):
        return Finding(Mood.PROPOSED, spans_of_tokens([target]))
    return None


def _infinitive(verb: Token) -> Token | None:
    return next((c for c in verb.rights if c.dep_ == "xcomp" and has_to(c)), None)


def _not(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def _is_past(verb: Token) -> bool:
    return verb.tag_ in _PAST or any(
        c.tag_ == "VBD" for c in verb.children if c.dep_ in _AUXILIARIES
    )


def _by_cue(head: Token, target: Token, statement: Statement) -> Finding | None:
    """ "'You will pay', he threatened", "told them to go", "refused to go": what the cue tells."""
    cue = statement.cue_lemma
    if cue == "want":
        return Finding(Mood.INTENDED, statement.cue)
    if _is_infinitive(head):
        if cue in words.REFUSING:
            return Finding(Mood.INTENDED, statement.cue)
        if cue in words.DIRECTING and (cue != "call" or calls_for(statement, head)):
            return Finding(Mood.PROPOSED, statement.cue)
        return Finding(Mood.INTENDED, statement.cue) if cue in words.WILLING else None
    quoted = statement.kind is not StatementKind.INDIRECT
    mood = words.PUTTING.get(cue)
    if quoted and mood is not None and is_clause(head):
        return Finding(mood, statement.cue)
    return None


def calls_for(statement: Statement, head: Token) -> bool:
    """ "Called on them to go", "called for it to be"; not "called a meeting to vote"."""
    cue = tokens_of(head.doc, statement.cue)
    beside = [t for verb in cue for t in verb.children if t.i > verb.i]
    named = any(t.dep_ in ("oprd", "attr") for t in beside)
    near = (*cue, *beside, *head.children)
    return not named and any(t.lower_ in ("on", "upon", "for") for t in near)


def _is_infinitive(head: Token) -> bool:
    subject = any(c.dep_ in _SUBJECTS for c in head.children)
    return has_to(head) and (head.dep_ != "ROOT" or not subject)


def _commanded(head: Token, target: Token, statement: Statement) -> Finding | None:
    """ "Go home", "do not sell it", "let us go": whoever says this asks for it."""
    if head.tag_ != "VB" or has_to(head) or head.lemma_ in words.COURTESIES:
        return None
    if any(c.dep_ in _SUBJECTS and c.i < head.i for c in head.children):
        return None
    helpers = [c for c in head.children if c.dep_ in _AUXILIARIES and c.lower_ != "do"]
    if helpers or head.dep_ not in ("ROOT", "ccomp", "parataxis", "conj"):
        return None
    return Finding(Mood.PROPOSED, spans_of_tokens([head]))


def _bare(head: Token, target: Token, statement: Statement) -> Finding | None:
    """An infinitive, a verbal noun or a noun: asserted only where the cue tells it as so."""
    cue = statement.cue_lemma
    if is_clause(head) and not _is_infinitive(head) and not _is_verbal_noun(head):
        return None
    if _is_infinitive(head):
        return None if cue in words.CLAIMING else Finding(None)
    if cue in words.NAMING and is_named(head, statement):
        return None
    if cue in words.PRESENTING and head.lemma_ not in words.SPOKEN_NOUNS:
        return None
    if is_clause(head) and cue in words.BLAMING:
        return None
    if is_clause(head) and statement.cue_class is CueClass.SAYING and cue not in GOVERNING_VERBS:
        return None
    return Finding(None)


def is_named(head: Token, statement: Statement) -> bool:
    """ "Called it a mess", "dismissed it as a hoax"; not "dismissed it"."""
    content = tokens_of(head.doc, statement.content)
    roots = [t for t in content if t.head not in content and not t.is_punct]
    return len(roots) > 1 or any(t.lower_ == "as" for t in roots) or head.dep_ in ("oprd", "ccomp")


def _is_verbal_noun(head: Token) -> bool:
    helpers = any(c.dep_ in _AUXILIARIES for c in head.children)
    return head.tag_ == "VBG" and head.dep_ in ("pcomp", "xcomp", "acl", "pobj") and not helpers


def spans_of_tokens(tokens: Iterable[Token]) -> tuple[Span, ...]:
    """The characters of each token, in order."""
    return tuple(sorted({Span(t.idx, t.idx + len(t)) for t in tokens}))

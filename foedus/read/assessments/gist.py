"""A clause and its words in; the shortest stretch of them that carries the point, out.

What somebody takes an instrument to mean can be shown after his name without the subject, which
is the instrument: "It is quite vague" becomes "quite vague", "the pact does not bind them"
becomes "does not bind them". Long ones end where a clause ends. Nothing that turns, weakens or
conditions the point falls away.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.document import Span
from foedus.model.statement import StatementKind
from foedus.read.assessments import words
from foedus.read.assessments.balance import balanced, unwrapped
from foedus.read.assessments.clauses import Clause, trimmed
from foedus.read.assessments.qualifiers import weakened
from foedus.read.moods.words import HEDGES, NEGATORS

LONG = 14  # words; what is longer is cut where a clause ends
_SLACK = 2  # two words more are no reason to cut
_PRONOUNS = frozenset({"it", "this", "that", "they", "these", "those"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TURNING = NEGATORS | HEDGES | frozenset(
    "no not n't n’t none nothing nobody nowhere without unless if only provided except few little"
    " would theory principle paper unlike".split()
)  # fmt: skip
_CUT = frozenset({"relcl", "advcl", "conj", "parataxis", "acl"})
_WANTING = frozenset("little much enough nothing something more less far so such".split())
_ASIDE = re.compile(r"\s(?:-|–|—)\s(?:a|an)\s[^–—]*$")  # "... - a claim that they deny"
_JOINING = frozenset("and or but nor yet a an the".split())
_PREPOSITIONS = frozenset("of to for with at by from into between against under than as".split())
_ADDED = frozenset({"relcl", "advcl", "acl"})
_INDEFINITE = frozenset({"a", "an", "some", "several", "many"})
_CONTENTS = frozenset("fear hope concern worry expectation speculation".split())


def gist_of_reading(clause: Clause, instrument: Token) -> Span:
    """The words of a reading that stand after the reader's name."""
    span = clause.span
    first = _after_subject(clause, instrument)
    if first is not None and span.start <= first.idx < span.end:
        span = balanced(Span(first.idx, span.end), span, clause.text)
    return _tidy(shortened(span, clause), clause.text)


def gist_of_name(span: Span, clause: Clause) -> Span:
    """The words that somebody calls an instrument, without what only adds to them."""
    return _tidy(shortened(span, clause), clause.text)


def shortened(span: Span, clause: Clause) -> Span:
    """The span, where it is long only as far as the clause end that leaves the most of it."""
    aside = _ASIDE.search(clause.text, span.start, span.end)
    if aside is not None:
        span = balanced(Span(span.start, aside.start()), span, clause.text)
    if _length(span, clause.text) <= LONG + _SLACK:
        return span
    cuts = [balanced(Span(span.start, end), span, clause.text) for end in _ends(span, clause)]
    cuts = sorted(cut for cut in cuts if _length(cut, clause.text) >= 3)
    fitting = [cut for cut in cuts if _length(cut, clause.text) <= LONG]
    return fitting[-1] if fitting else next(iter(cuts), span)


def _tidy(span: Span, text: str) -> Span:
    span = trimmed(unwrapped(trimmed(span, text), text), text)
    while (loose := _loose_end(span, text)) is not None:
        span = trimmed(Span(span.start, loose), text)
    return span


def _loose_end(span: Span, text: str) -> int | None:
    """Where the words end before an "and", "the" or "of" that lost what it stood for."""
    head, _, last = span.of(text).rpartition(" ")
    goes_on = text[span.end : span.end + 1] == " " and text[span.end + 1 : span.end + 2].isalnum()
    loose = last.lower() in _JOINING or (goes_on and last.lower() in _PREPOSITIONS)
    return span.start + len(head) if head and loose else None


def _length(span: Span, text: str) -> int:
    return len(span.of(text).split())


def _after_subject(clause: Clause, instrument: Token) -> Token | None:
    """The first word that is told of the instrument; None where the whole clause is needed."""
    verb = clause.verb
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if subject is None or subject.i > verb.i or not _only_names(subject, instrument):
        return None
    # "the pact, he said, binds nobody": the clause may begin behind its subject
    start = clause.span.start
    opening = Span(start, max(start, subject.left_edge.idx))
    before = verb.doc[clause_start(clause) : subject.left_edge.i]
    if any(_turns(t) for t in before) or weakened(opening, clause.text):
        return None
    told = [c for c in verb.children if subject.right_edge.i < c.i < verb.i and not c.is_punct]
    leading = [c.left_edge for c in told if _leads(c, clause.text)]
    first = min([*leading, verb], key=lambda t: t.i)
    return _complement(clause, first) or first


def _leads(token: Token, text: str) -> bool:
    """Whether what stands between subject and verb belongs to what is told ("in theory, ...")."""
    if token.dep_ in ("aux", "auxpass", "neg", "advmod"):
        return True
    first, last = token.left_edge, token.right_edge
    return weakened(Span(first.idx, last.idx + len(last)), text)


def clause_start(clause: Clause) -> int:
    """The place of the first word of the clause in the parse."""
    return next(t.i for t in clause.verb.sent if t.idx + len(t) > clause.span.start)


def _only_names(subject: Token, instrument: Token) -> bool:
    """Whether the subject does no more than name the instrument ("it", "the pact")."""
    if any(_turns(t) for t in subject.subtree if t.dep_ in ("det", "neg", "amod", "nsubj")):
        return False
    if subject.lower_ in _PRONOUNS:
        return True
    return subject.i == instrument.i


def _complement(clause: Clause, first: Token) -> Token | None:
    """What follows the copula, where this is bare ("is", in told speech also "was").

    "Appeared similar" keeps its verb, which weakens it.
    """
    verb = clause.verb
    copula = verb if verb.lemma_ == "be" else None
    passive = next((c for c in verb.children if c.dep_ == "auxpass" and c.lemma_ == "be"), None)
    copula = passive or copula
    if copula is None or first.i != copula.i or copula.tag_ not in ("VBZ", "VBP", "VBD"):
        return None
    if copula.tag_ == "VBD" and not _told(clause):
        return None
    if copula.i + 1 >= len(verb.doc) or verb.doc[copula.i + 1].lower_ in ("n't", "n’t"):
        return None
    return verb.doc[copula.i + 1]


def _told(clause: Clause) -> bool:
    """In indirect speech the past is only that of the telling."""
    return bool(clause.statements) and clause.statements[-1].kind is not StatementKind.DIRECT


def _ends(span: Span, clause: Clause) -> Iterator[int]:
    """Where a clause that closes the span begins: the span may end before it."""
    doc = clause.verb.doc
    tokens = [t for t in clause.verb.sent if span.start <= t.idx < span.end]
    if not tokens:
        return
    last = tokens[-1].i
    for token in tokens:
        first = token.left_edge
        ends = all(t.is_punct for t in doc[token.right_edge.i + 1 : last + 1])
        if first.i <= max(clause.verb.i, tokens[0].i) or not ends or not _may_go(token):
            continue
        end = doc[first.i - 1]
        while end.dep_ == "cc" or end.text in (",", "-", "–", "—"):
            end = end.nbor(-1)
        if end.lower_ not in _WANTING:
            yield end.idx + len(end)


def _may_go(token: Token) -> bool:
    """Whether the clause that the verb heads only adds to what stands before it."""
    if token.dep_ not in _CUT or token.pos_ not in ("VERB", "AUX"):
        return False
    head = token.head
    if token.dep_ == "acl" and head.lemma_.lower() in _CONTENTS and _has_mark(token):
        return True  # "fears that ...": what is feared is told on its own
    apart = token.left_edge.i > 0 and token.left_edge.nbor(-1).text == ","
    if token.dep_ == "relcl" and apart and not _is_conditional(token):
        return True  # ", which ...": said beside
    if any(_turns(t) for t in token.subtree):
        return False
    if token.dep_ == "relcl":
        return _is_indefinite(antecedent(token))
    if token.dep_ == "acl":
        return apart
    if token.dep_ == "advcl":
        first, last = token.left_edge, token.right_edge
        if weakened(Span(first.idx, last.idx + len(last)), token.doc.text):
            return False  # "..., as far as anybody can tell"
        return not _has_mark(token) or apart
    return token.dep_ == "parataxis" or _first_of(token).dep_ in _ADDED


def _is_conditional(token: Token) -> bool:
    return any(t.lower_ in ("if", "unless", "provided") for t in token.subtree)


def _first_of(token: Token) -> Token:
    """The first of the verbs that are joined."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def _has_mark(token: Token) -> bool:
    return any(c.dep_ == "mark" for c in token.children)


def antecedent(verb: Token) -> Token:
    """The noun that a relative clause is said of: the nearest that agrees with its verb.

    "A step between two states that opens a door": it is the step that opens it.
    """
    noun = verb.head
    alone = next((c for c in [*verb.children] if c.dep_ in ("aux", "auxpass")), verb)
    while alone.tag_ == "VBZ" and noun.tag_ in ("NNS", "NNPS") and noun.dep_ in ("pobj", "conj"):
        above = noun.head if noun.head.pos_ in ("NOUN", "PROPN") else noun.head.head
        if above.pos_ not in ("NOUN", "PROPN"):
            break
        noun = above
    return noun


def _is_indefinite(noun: Token) -> bool:
    """ "a step that ...", "rules that ...": the noun means something without its clause."""
    if noun.pos_ != "NOUN":
        return False
    determiners = [c for c in noun.children if c.dep_ in ("det", "poss", "nummod")]
    return all(c.lower_ in _INDEFINITE for c in determiners)


def _turns(token: Token) -> bool:
    return token.lower_ in _TURNING or token.lemma_.lower() in words.LIKELIHOOD

"""A clause that foresees something in; the words of what it depends on, out.

Beside "if": "in that case", "without a truce", "provided that they agree", "otherwise", and the
inversions that a parser hangs anywhere ("should they go, ...", "..., were they to go").
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.document import Span
from foedus.read.assessments.clauses import Clause, trimmed
from foedus.read.assessments.words import FUTURE_MODALS
from foedus.read.moods.conditions import condition_span

_OPENERS = re.compile(
    r"(?:without (?!\w+ing\b)|absent (?:an?|any|the|some) |barring (?:an?|any|the|some) "
    r"|failing (?:an?|any|the|some|that|this)\b|but for |in the absence of |unless "
    r"|provid(?:ed|ing) (?:that )?|assuming (?:that )?|supposing (?:that )?"
    r"|(?:as|so) long as |on (?:the )?condition that |only if "
    r"|(?:in|under) (?:that|this|such an?|those|these|such) "
    r"(?:case|cases|event|scenario|scenarios|circumstances|conditions)\b"
    r"|otherwise\b|or else\b|else\b|if so\b|if not\b|were it not for )",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?:in the absence of |unless |provid(?:ed|ing) that |assuming (?:that )?"
    r"|(?:as|so) long as |on (?:the )?condition that |only if |but for )",
    re.IGNORECASE,
)
_WAITING = frozenset({"once", "when", "whenever"})
_INVERTED = frozenset({"should", "were", "had"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_LINKS = frozenset({"and", "but", "so", "yet", "or", "then", '"', "''", "``", "'", ",", "-", ":"})
_VERBS = frozenset({"VB", "VBN", "VBD"})


def condition_on(clause: Clause) -> Span | None:
    """The condition on what the clause foresees, also where it stands before the cue."""
    verb = clause.verb
    found = condition_span(verb) or _before_cue(clause) or _phrase(verb, clause.text)
    if found is None and not clause.sentence.of(clause.text).rstrip("\"”’'").endswith("?"):
        found = _inverted_before(clause) or _inverted_behind(verb)
    return trimmed(found, clause.text) if found is not None else None


def waited_for(clause: Clause) -> Span | None:
    """What must come first, or may come all the same: "once they leave", "even if it holds".

    Told beside a consequence; it turns no plan ("will speak when he arrives") into a prediction.
    """
    verb = clause.verb
    if not any(c.dep_ == "aux" and c.lower_ in FUTURE_MODALS for c in verb.children):
        return None
    for child in verb.children:
        first, last = child.left_edge, child.right_edge
        opening = first.lower_
        if child.dep_ != "advcl" or not (first.i > verb.i or last.i < verb.i):
            continue
        even = opening == "even" and first.nbor(1).lower_ in ("if", "when", "once")
        if even or (opening in _WAITING and _is_to_come(child, clause)):
            return trimmed(Span(first.idx, last.idx + len(last)), clause.text)
    return None


def _is_to_come(verb: Token, clause: Clause) -> bool:
    """ "Once they leave", in told speech also "once they left"; not "when they left"."""
    finite = next((c for c in verb.children if c.dep_ in ("aux", "auxpass")), verb)
    would = any(c.lower_ in ("would", "could", "might", "'d") for c in clause.verb.children)
    return finite.tag_ in ("VBZ", "VBP") or (
        bool(clause.statements) and would and finite.tag_ == "VBD"
    )


def is_counterfactual(condition: Span, verb: Token) -> bool:
    """ "If it had been a fort, they would fight": it was none, hence nothing is foreseen."""
    inside = (t for t in verb.sent if condition.start <= t.idx < condition.end)
    return any(
        t.lower_ in ("had", "'d", "’d") and t.dep_ == "aux" and t.head.tag_ in ("VBN", "VBD")
        for t in inside
    )


def _before_cue(clause: Clause) -> Span | None:
    """ "If they meet, she said, ...": the parser hangs the condition on the cue."""
    verb, cue = clause.verb, clause.verb.head
    told = clause.speaker and verb.dep_ in ("ccomp", "parataxis") and cue.i < verb.i
    if not told or cue.nbor(1).text != ",":
        return None
    before = condition_span(cue) or _phrase(cue, clause.text)
    return before if before is not None and before.end <= cue.idx else None


def _phrase(verb: Token, text: str) -> Span | None:
    """ "Without a truce", "provided that they agree": what hangs on the verb, or stands first."""
    for child in _hanging_on(verb):
        first, last = child.left_edge, child.right_edge
        beside = first.i > verb.i or last.i < verb.i
        pattern = _OPENERS if last.i < verb.i else _BEHIND
        if child.dep_ in _SUBJECTS or not beside or not pattern.match(text, first.idx):
            continue
        if child.lower_ == "but":  # a parser takes "but" and "for" apart
            last = last.nbor(1).right_edge
        if first.lower_ == "else" and first.nbor(-1).lower_ == "or":
            first = first.nbor(-1)
        return Span(first.idx, last.idx + len(last))
    return None


def _hanging_on(verb: Token) -> Iterator[Token]:
    """What hangs on the verb, or on what is told of it ("are likely to succeed, provided ...")."""
    yield from verb.children
    for child in verb.children:
        if child.dep_ in ("acomp", "oprd", "xcomp"):
            yield from _hanging_on(child)


def _inverted_before(clause: Clause) -> Span | None:
    """ "Should Peru attack, Chile could lose": from the sentence's first word to the comma."""
    verb, doc = clause.verb, clause.verb.doc
    start = verb.sent.start
    while start < verb.i and doc[start].lower_ in _LINKS:
        start += 1
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if doc[start].lower_ not in _INVERTED or subject is None:
        return None
    commas = [t.i for t in doc[start : verb.i] if t.text == ","]
    end = next((i for i in commas if i < subject.i and _is_inversion(doc[start], i)), None)
    if end is None or any(t.tag_ in ("VBZ", "VBP", "MD") for t in doc[end + 1 : subject.i]):
        return None
    return Span(doc[start].idx, doc[end].idx)


def _inverted_behind(verb: Token) -> Span | None:
    """ "Chile could lose, were Peru to attack": behind the sentence's last comma."""
    doc, sentence = verb.doc, verb.sent
    end = sentence.end
    while end > verb.i + 1 and doc[end - 1].is_punct:
        end -= 1
    commas = [t.i for t in doc[verb.i : end] if t.text == ","]
    if not commas or commas[-1] + 1 >= end:
        return None
    first = doc[commas[-1] + 1]
    if first.lower_ not in _INVERTED or not _is_inversion(first, end):
        return None
    return Span(first.idx, doc[end - 1].idx + len(doc[end - 1]))


def _is_inversion(first: Token, end: int) -> bool:
    """ "Were they to go", "should they go", "had they gone": the subject stands second."""
    inner = list(first.doc[first.i + 1 : end])
    if len(inner) < 2 or inner[0].pos_ not in ("DET", "PROPN", "NOUN", "PRON", "ADJ"):
        return False
    later = inner[1:]
    if first.lower_ == "should":
        return True
    if first.lower_ == "were":
        return any(t.tag_ == "TO" for t in later)
    return any(t.tag_ in _VERBS for t in later)

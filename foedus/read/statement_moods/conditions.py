"""A main clause in; what it depends on, and what it tells without that, out."""

import re

from spacy.tokens import Token

from foedus.model.document import Span
from foedus.model.statement import Statement
from foedus.read.assessments.clauses import Clause, trimmed
from foedus.read.assessments.conditions import condition_on
from foedus.read.moods.conditions import opens_condition
from foedus.read.moods.words import CONDITION_MARKS
from foedus.read.statement_moods import words
from foedus.read.statement_moods.heads import MainClause, is_clause
from foedus.read.statement_moods.passages import clipped

_ANY = re.compile(
    r"\b(?:if|unless|should|had|were|provid(?:ed|ing)|suppos(?:ed|ing)|lest|assuming|without|absent"
    r"|barring|failing|otherwise|else|(?:as|so) long as|on (?:the )?condition|absence"
    r"|(?:in|under) (?:the|an?y?|that|this|such|those|these)\b.{0,12}"
    r"(?:event|case|scenario|circumstance|condition))",
    re.I,
)
_LOOSE = re.compile(r"(?:without|absent|barring|failing|otherwise|or else|else)\b", re.I)
_NO_CONDITION = re.compile(r"(?:but for|in the case of)\b", re.I)  # "but for some", "in her case"
_ANOTHER = re.compile(r"\W{0,3}\s*(?:and |or )?if\b[^,;:.?!]*(?=,)", re.I)
_OPENER = re.compile(
    r"\W*((?:only |but |even )?(?:if|unless|should|had|were|otherwise|or else|else|lest|without"
    r"|absent|barring|failing|supposing|assuming(?: that)?|provid(?:ed|ing)(?: that)?"
    r"|(?:as|so) long as|on (?:the )?condition(?: that)?"
    r"|in (?:the |any )?(?:event|case)(?: of| that)?|in the absence of"
    r"|(?:in|under) \w+(?: an?)? \w+))\b",
    re.I,
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_FINITE = frozenset({"MD", "VBZ", "VBP", "VBD"})
_NEAR = 8  # tokens behind the comma within which the clause shows its subject and verb
_LINKS = frozenset({"", "but", "and", "so", "or", "yet", "that", "then"})
_DASHES = " –—…-"
_LEADING = ("that ", "then ")


def condition_in(clause: MainClause, target: Token, statement: Statement, text: str) -> Span | None:
    """The words of what the clause depends on, as they stand in the sentence, else None.

    "Without a truce" and its like count only where the clause leaves open what happens.
    """
    head = clause.head
    sentence = head.sent
    if not _ANY.search(text, sentence.start_char, sentence.end_char):
        return None  # most sentences: their parse need not be searched
    if not is_clause(head):
        return None  # "would hold it an insult if they left": the condition is the cue's
    for verb in dict.fromkeys((target, head)):
        found = condition_on(Clause(verb, (statement,), text))
        if found is None or any(found.overlaps(cue) for cue in statement.cue):
            continue
        loose = _LOOSE.match(text, found.start) and not _is_open(verb)
        loose = loose or bool(_NO_CONDITION.match(text, found.start))
        if not loose and not _of_the_talk(verb, found):
            return _with_others(_up_to_subject(found, verb, text), text)
    return _beside(clause, statement, text) or _at_front(clause, text)


def _with_others(condition: Span, text: str) -> Span:
    """ "If it is so, if it holds, then ...": one condition after the other."""
    more = _ANOTHER.match(text, condition.end)
    return Span(condition.start, more.end()) if more else condition


def _up_to_subject(condition: Span, verb: Token, text: str) -> Span:
    """ "Were they to open the gates, and thus the town, it would ...": to the last comma."""
    subject = next((c for c in verb.lefts if c.dep_ in _SUBJECTS), None)
    first = _OPENER.match(text, condition.start)
    turned = first is not None and first.group(1).lower() in ("were", "should", "had")
    if subject is None or not turned or subject.idx < condition.end:
        return condition
    commas = [t for t in verb.sent if t.text == "," and t.idx < subject.left_edge.idx]
    cue = any(t.dep_ in ("parataxis", "ROOT") and t.i != verb.i for t in verb.sent
              if condition.end < t.idx < subject.idx)  # fmt: skip
    end = max((t.idx for t in commas), default=condition.end)
    return condition if cue else trimmed(Span(condition.start, max(end, condition.end)), text)


def _at_front(clause: MainClause, text: str) -> Span | None:
    """ "If they can, they will": the parser takes the condition for the clause that is told.

    It ends at the first comma behind its verb that a subject with a verb follows.
    """
    head = clause.head
    mark = next((c for c in head.lefts if c.dep_ == "mark" and c.lower_ in CONDITION_MARKS), None)
    if mark is None or head.dep_ == "advcl":
        return None
    own = [t for t in clause.tokens if t.i > head.i]
    for comma in (t for t in own if t.text == ","):
        later = [t for t in own if comma.i < t.i <= comma.i + _NEAR]
        subject = next((t for t in later if t.dep_ in _SUBJECTS), None)
        verb = subject and any(t.tag_ in _FINITE and t.i > subject.i for t in later)
        if verb:
            return trimmed(Span(mark.idx, comma.idx), text)
    return None


def _of_the_talk(verb: Token, condition: Span) -> bool:
    """ "If you look at it", "if I may", "if you will"."""
    inside = [t for t in verb.sent if condition.start <= t.idx < condition.end]
    heads = [t for t in inside if t.dep_ == "advcl" or t.lower_ in ("may", "will")][:1]
    subjects = [t.lower_ for t in inside if t.dep_ == "nsubj"][:1]
    alone = len([t for t in inside if not t.is_punct]) == 3
    told = any(t.lemma_ in words.LOOKING or (alone and t.tag_ == "MD") for t in heads)
    return told and subjects[:1] in (["you"], ["i"])


def _is_open(verb: Token) -> bool:
    return any(c.tag_ == "MD" for c in verb.children)


def _beside(clause: MainClause, statement: Statement, text: str) -> Span | None:
    """ "'We shall respond', he said, 'if they attack'": the parser hangs it on the cue."""
    head, inside = clause.head, {t.i for t in clause.tokens}
    for token in clause.tokens:
        if token.i == head.i or token.head.i in inside or not opens_condition(token):
            continue
        if token.is_ancestor(head):
            continue
        parts = clipped([Span(token.left_edge.idx, _end(token.right_edge))],
                         statement.content, text)  # fmt: skip
        if parts and not _of_the_talk(head, parts[0]):
            return parts[0]
    return None


def _end(token: Token) -> int:
    return token.idx + len(token)


def opener_of(condition: Span, text: str) -> Span:
    """The words that open the condition: "if", "as long as", "in the event of"."""
    found = _OPENER.match(text, condition.start)
    return Span(found.start(1), found.end(1)) if found else condition


def without(clause: tuple[Span, ...], condition: Span, text: str) -> tuple[Span, ...]:
    """What the clause tells, without its condition and without a "that" or "then" that leads it."""
    parts = []
    for span in clause:
        for start, end in ((span.start, min(span.end, condition.start)),
                           (max(span.start, condition.end), span.end)):  # fmt: skip
            if start < end:
                parts.append(_led_off(trimmed(Span(start, end), text), text))
    return tuple(
        part
        for part in parts
        if part.of(text).lower().strip('"“”') not in _LINKS and any(map(str.isalnum, part.of(text)))
    )


def _led_off(span: Span, text: str) -> Span:
    said = span.of(text)
    start = span.start + len(said) - len(said.lstrip(_DASHES))
    end = span.start + len(said.rstrip(_DASHES))
    if start >= end:
        return span
    said = text[start:end].lower()
    lead = next((len(word) for word in _LEADING if said.startswith(word)), 0)
    return Span(start + lead, end)

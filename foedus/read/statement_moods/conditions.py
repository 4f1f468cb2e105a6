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
_ANOTHER = re.compile(r"\W{0,3}\s*(?:and |or )?(?:\w+ )?if\b[^,;:.?!]*(?=,)", re.I)
_AND = re.compile(r"\s(?:and|or)$", re.I)
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
        between = text[verb.idx + len(verb) : found.start]
        asked = verb.lemma_ in words.UNSURE and between.isspace()  # "do not care if"
        if not loose and not asked and not _of_the_talk(verb, found):
            front = _at_front(clause, text)
            found = front if front is not None and front.covers(found) else found
            return _with_others(_up_to_subject(found, verb, text), text)
    beside = _beside(clause, statement, text) or _at_front(clause, text)
    return None if beside is None or _of_the_talk(head, beside) else beside


def _with_others(condition: Span, text: str) -> Span:
    """ "If it is so, if it holds, then ...": one condition after the other."""
    trailing = _AND.search(text, condition.start, condition.end)
    more = _ANOTHER.match(text, trailing.start() if trailing else condition.end)
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
    """ "If they can, they will": the parser hangs the condition elsewhere, or tells it as so."""
    head = clause.head
    mark = next((t for t in clause.tokens if not _is_link(t)), head)
    if mark.lower_ not in CONDITION_MARKS or mark.dep_ != "mark" or head.dep_ == "advcl":
        return None
    behind = mark.head.i != head.i
    end = _comma_before(clause) if behind else _comma_behind(clause)
    return trimmed(Span(mark.idx, end.idx), text) if end is not None else None


def _is_link(token: Token) -> bool:
    return token.is_punct or token.dep_ == "cc" or token.lower_ == "that"


def _comma_before(clause: MainClause) -> Token | None:
    """The last comma before the subject of the clause."""
    subject = next((c for c in clause.head.lefts if c.dep_ in _SUBJECTS), clause.head)
    commas = [t for t in clause.tokens if t.text == "," and t.i < subject.i]
    return commas[-1] if commas else None


def _comma_behind(clause: MainClause) -> Token | None:
    """The first comma behind the verb that a subject with a verb follows."""
    own = [t for t in clause.tokens if t.i > clause.head.i]
    for comma in (t for t in own if t.text == ","):
        later = [t for t in own if comma.i < t.i <= comma.i + _NEAR]
        first = next((t.i for t in later if t.dep_ in _SUBJECTS), None)
        if first is not None and any(t.tag_ in _FINITE and t.i > first for t in later):
            return comma
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
        if parts:
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
                parts.append(_led_off(trimmed(Span(start, end), text), text, start == span.start))
    return tuple(
        part
        for part in parts
        if part.of(text).lower().strip('"“”') not in _LINKS and any(map(str.isalnum, part.of(text)))
    )


def _led_off(span: Span, text: str, opens: bool) -> Span:
    """Without dashes and dots at its edges, without "then", and without the "that" that opens."""
    said = span.of(text)
    start = span.start + len(said) - len(said.lstrip(_DASHES))
    end = span.start + len(said.rstrip(_DASHES))
    if start >= end:
        return span
    said = text[start:end].lower()
    leading = ("that ", "then ") if opens else ("then ",)
    lead = next((len(word) for word in leading if said.startswith(word)), 0)
    return Span(start + lead, end)

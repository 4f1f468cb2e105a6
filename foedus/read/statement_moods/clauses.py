"""The head of a clause in; its passages within the content, its condition and consequence, out."""

import re
from collections.abc import Iterable

from spacy.tokens import Token

from foedus.model.document import Span
from foedus.model.statement import Statement
from foedus.read.assessments.clauses import Clause, trimmed
from foedus.read.assessments.conditions import condition_on
from foedus.read.moods.conditions import opens_condition
from foedus.read.moods.words import CONDITION_MARKS
from foedus.read.statement_moods import words
from foedus.read.statement_moods.heads import is_clause

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
_MARKS = frozenset({'"', "''", "'", ")"})
_DASHES = " –—…-"
_LEADING = ("that ", "then ")


def spans_of(
    head: Token, heads: list[Token], tokens: list[Token], statement: Statement, text: str
) -> tuple[Span, ...]:
    """The passages of the content that belong to the clause: its sentence, or its part of it."""
    others = [h for h in heads if h.i != head.i and h.sent.start == head.sent.start]
    below = {t.i for h in others if head.is_ancestor(h) for t in h.subtree}
    own = [t for t in tokens if t.sent.start == head.sent.start and t.i not in below]
    if any(h.is_ancestor(head) for h in others):
        own = [t for t in own if t.i == head.i or head.is_ancestor(t)]
    if not own:
        own = [head]
    # what is joined by one verb and another lies apart: each run of tokens is a passage
    runs: list[list[Token]] = []
    while own[-1].i != head.i and own[-1].dep_ in ("cc", "punct") and own[-1].text not in _MARKS:
        own.pop()
    for token in own:
        if runs and token.i == runs[-1][-1].i + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    spans = [Span(run[0].idx, run[-1].idx + len(run[-1])) for run in runs]
    return _clipped(spans, statement.content, text)


def _clipped(spans: Iterable[Span], content: Iterable[Span], text: str) -> tuple[Span, ...]:
    kept = []
    for span in spans:
        for piece in content:
            start, end = max(span.start, piece.start), min(span.end, piece.end)
            part = trimmed(Span(start, end), text) if start < end else None
            if part is not None and any(map(str.isalnum, part.of(text))):
                kept.append(part)
    return tuple(kept)


def condition_in(
    target: Token, head: Token, tokens: list[Token], statement: Statement, text: str
) -> Span | None:
    """The words of what the clause depends on, as they stand in the sentence, else None.

    "Without a truce" and its like count only where the clause leaves open what happens.
    """
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
    return _beside(head, tokens, statement, text) or _at_front(head, tokens, text)


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


def _at_front(head: Token, tokens: list[Token], text: str) -> Span | None:
    """ "If they can, they will": the parser takes the condition for the clause that is told.

    It ends at the first comma behind its verb that a subject with a verb follows.
    """
    mark = next((c for c in head.lefts if c.dep_ == "mark" and c.lower_ in CONDITION_MARKS), None)
    if mark is None or head.dep_ == "advcl":
        return None
    own = [t for t in tokens if t.i > head.i and t.sent.start == head.sent.start]
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


def _beside(head: Token, tokens: list[Token], statement: Statement, text: str) -> Span | None:
    """ "'We shall respond', he said, 'if they attack'": the parser hangs it on the cue."""
    for token in tokens:
        apart = token.i != head.i and token.sent.start == head.sent.start
        if not apart or not opens_condition(token) or head.is_ancestor(token):
            continue
        if token.is_ancestor(head) or token.head.i in {t.i for t in tokens}:
            continue
        parts = _clipped([Span(token.left_edge.idx, _end(token.right_edge))],
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

"""A clause that foresees something in; the words of what it foresees, and their gist, out.

Only the event: no word that links it to the sentence before, no cue of the speaker, no condition,
and of a relative clause the noun that it is said of ("talks that could fail").
"""

import re

from spacy.tokens import Token

from foedus.model.document import Span
from foedus.read.assessments.balance import balanced, unwrapped
from foedus.read.assessments.clauses import Clause, trimmed
from foedus.read.assessments.gist import antecedent, shortened
from foedus.read.assessments.likelihood import cleft, denying, is_content, words_of_likelihood
from foedus.read.assessments.naming import phrase

_AGAINST = frozenset("doubt doubtful unlikely improbable".split())
_FEW = frozenset("little no slim small low remote".split())
_LINKING = re.compile(
    r"(?:on the (?:one|other) hand|on the contrary|by contrast|in (?:addition|turn|fact|short"
    r"|contrast|other words|the meantime|any case|the end)|as a result"
    r"|as a consequence|for (?:example|instance|one thing|his part|her part|their part)|after all"
    r"|of course|at the same time|even so|that said|to be sure|what is more|more importantly"
    r"|either way|however|but|and|so|or|nor|meanwhile|moreover|furthermore|nevertheless"
    r"|nonetheless|therefore|thus|hence|indeed),?\s+"
    r"|(?:still|yet|now|then|here|first|firstly|second|secondly|third|thirdly|finally|lastly"
    r"|rather|instead|also|besides|ultimately|eventually|fundamentally|well|yes|no),\s+",
    re.IGNORECASE,
)


def event_of(clause: Clause, condition: Span | None) -> Span:
    """The words of the event, its marks in pairs."""
    text, event = clause.text, clause.span
    if cleft(clause.verb) is not None:
        event = Span(clause.verb.idx + len(clause.verb), event.end)
    if clause.verb.dep_ == "relcl" and not is_content(clause.verb):
        event = Span(min(event.start, phrase(_said_of(clause.verb)).start), event.end)
    if condition is not None:
        event = _without(_with_subject(event, condition, clause), condition, text)
    event = _unlinked(_without_cue(event, clause), text)
    event = Span(min([event.start, *_against(clause.verb)]), event.end)
    return unwrapped(balanced(trimmed(event, text), _around(event, clause), text), text)


def event_gist(event: Span, clause: Clause) -> Span:
    """The event as far as the clause end that keeps it short, where it is long."""
    return trimmed(shortened(event, clause), clause.text)


def _said_of(verb: Token) -> Token:
    """The noun of a relative clause; never the day or month that stands between."""
    noun = antecedent(verb)
    if noun.ent_type_ not in ("DATE", "TIME"):
        return noun
    before = noun.doc[noun.sent.start : phrase_start(noun)]
    things = [t for t in before if t.dep_ in ("dobj", "nsubj", "nsubjpass", "attr", "pobj")]
    things = [t for t in things if t.pos_ in ("NOUN", "PROPN") and t.ent_type_ != "DATE"]
    return things[-1] if things else noun


def phrase_start(noun: Token) -> int:
    """The place of the first word of the noun phrase in the parse."""
    return min([noun.i, *(c.left_edge.i for c in noun.children)])


def _against(verb: Token) -> list[int]:
    """Where the word stands that turns the event round ("unlikely that ..."): it stays with it."""
    above = [t for t in words_of_likelihood(verb) if t.i < verb.left_edge.i]
    places = [t.idx for t in above if t.lemma_.lower() in _AGAINST]
    few = [c for t in above for c in t.children if c.lower_ in _FEW]
    denial = denying(verb)
    if denial is not None:
        places.append(denial.start)
    return [*places, *(c.idx for c in few)]


def _without(event: Span, condition: Span, text: str) -> Span:
    """The clause without its condition, where that stands at one of its ends."""
    if not event.overlaps(condition):
        return event
    if condition.start <= event.start + 1 and condition.end < event.end:
        return trimmed(Span(condition.end, event.end), text)
    if condition.end >= event.end - 1 and condition.start > event.start:
        return trimmed(Span(event.start, condition.start), text)
    return event


def _with_subject(event: Span, condition: Span, clause: Clause) -> Span:
    """From the subject on that a parser parts off: "the pact, if it is rejected, could fail"."""
    if any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in clause.verb.children):
        return event
    pieces = [c for s in clause.statements[-1:] for c in s.content if c.covers(condition)]
    if not pieces or condition.end > clause.verb.idx:
        return event
    start = max(pieces[0].start, clause.sentence.start)
    before = clause.text[start : condition.start].strip(' ,"“')
    return Span(start, event.end) if before and before.lower() != "that" else event


def _without_cue(event: Span, clause: Clause) -> Span:
    """The event without who says it, where that stands before or behind it."""
    for statement in clause.statements:
        parts = [p for p in (*statement.speaker, *statement.cue) if event.covers(p)]
        if not parts or any(p.start <= clause.verb.idx < p.end for p in parts):
            continue
        first, last = min(p.start for p in parts), max(p.end for p in parts)
        if last <= clause.verb.idx:
            event = Span(last, event.end)
        elif first > clause.verb.idx:
            event = Span(event.start, first)
    return event


def _unlinked(event: Span, text: str) -> Span:
    """The event without words that only link it to what stands before."""
    event = trimmed(event, text)
    while (found := _LINKING.match(text, event.start, event.end)) is not None:
        event = trimmed(Span(found.end(), event.end), text)
    return event


def _around(event: Span, clause: Clause) -> Span:
    """Where the partner of an open mark may be looked for: in the speaker's words."""
    pieces = [c for s in clause.statements[-1:] for c in s.content if c.covers(event)]
    if pieces:
        return pieces[0]
    return Span(min(event.start, clause.sentence.start), max(event.end, clause.sentence.end))

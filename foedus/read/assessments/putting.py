"""The clause of an assessment in; how its voice puts it (mood, words, negation), out."""

import re
from dataclasses import replace

from spacy.tokens import Token

from foedus.model.claim import Mood, Predicate
from foedus.model.document import Span
from foedus.model.statement import StatementKind
from foedus.read.assessments import words
from foedus.read.assessments.clauses import Clause
from foedus.read.assessments.likelihood import CERTAIN, FEARING, words_of_likelihood
from foedus.read.assessments.meaning import is_passive
from foedus.read.moods import MoodFinding, mood_of
from foedus.read.moods.conditions import condition_of
from foedus.read.sentences import Parsed

_STRONGER = frozenset({Mood.HYPOTHETICAL, Mood.DENIED, Mood.CONDITIONAL})

_NARROWING = re.compile(
    r"(?:nothing|no|none)\s+(?:more|less|other|else|but|short)\b", re.IGNORECASE
)


def put(clause: Clause, parsed: Parsed, predicate: Predicate, *, conditional: bool) -> MoodFinding:
    """The mood; a prediction is conditional, feared or possible where its own words say so.

    "Might be asked to send guards" is possible, though what is asked for is proposed.
    """
    verb = clause.verb
    found = _only_narrowed(mood_of(core(verb), parsed), parsed)
    if found.mood is Mood.CONDITIONAL and _only_tells_later(clause):
        found = replace(found, mood=Mood.ASSERTED, words=())
    if predicate is Predicate.READING and found.mood is Mood.PROPOSED:
        return replace(found, mood=Mood.ASSERTED, words=())  # "suggested that it is a trap"
    if predicate is not Predicate.PREDICTION or found.mood in _STRONGER:
        return found
    likely = list(words_of_likelihood(verb))
    fears = [t for t in likely if t.lemma_.lower() in FEARING]
    if conditional:
        return replace(found, mood=Mood.CONDITIONAL)
    if found.mood is Mood.FEARED and not fears:
        return found
    if fears:
        return replace(found, mood=Mood.FEARED, words=_spans(fears))
    if any(t.lower_ not in CERTAIN for t in likely):
        return replace(found, mood=Mood.POSSIBLE, words=_spans(likely))
    return found


def _only_narrowed(found: MoodFinding, parsed: Parsed) -> MoodFinding:
    """ "Nothing more than a truce", "a truce and nothing more" is a truce: nothing is negated."""
    text = parsed.reading.text
    if not found.negated or not found.words:
        return found
    kept = tuple(w for w in found.words if not _NARROWING.match(text, w.start))
    if len(kept) == len(found.words):
        return found
    return replace(found, words=kept, negated=bool(kept))


def _only_tells_later(clause: Clause) -> bool:
    """ "Said that it would fail": the future of the telling, where no condition stands by."""
    told = clause.statements and clause.statements[-1].kind is not StatementKind.DIRECT
    would = any(c.lower_ in ("would", "'d") for c in clause.verb.children)
    return bool(told) and would and not condition_of(clause.verb)


def core(verb: Token) -> Token:
    """The event itself of "is believed to include", "is expected to rise"."""
    below = next((c for c in verb.children if c.dep_ == "xcomp"), verb)
    of_others = verb.lemma_ in words.BELIEVING | words.EXPECTING
    return below if of_others and is_passive(verb) else verb


def _spans(tokens: list[Token]) -> tuple[Span, ...]:
    return tuple(sorted({Span(t.idx, t.idx + len(t)) for t in tokens}))

"""A clause and the instrument that it speaks of in; the roles of a reading out, if it is one."""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.claim import Filler
from foedus.model.document import Span
from foedus.read.assessments import words
from foedus.read.assessments.clauses import Clause, trimmed
from foedus.read.assessments.gist import gist_of_reading
from foedus.read.assessments.instruments import instrument_in, is_instrument
from foedus.read.assessments.likelihood import denying
from foedus.read.assessments.meaning import (
    characterises,
    is_passive,
    modal,
    says_meaning,
    stands_alone,
)
from foedus.read.assessments.naming import is_another, named_by, naming
from foedus.read.assessments.plans import is_question
from foedus.read.assessments.terms import open_terms
from foedus.read.sentences import Parsed

Roles = tuple[tuple[str, Filler], ...]


def find(
    clause: Clause, subject: Token | None, known: Token | None, parsed: Parsed
) -> Roles | None:
    """The roles of a reading, where the clause says what an instrument means.

    They are instrument, reading, gist, a condition told apart, and terms. `subject` is the
    instrument that is the clause's subject; `known` the one that the same voice was speaking of
    before.
    """
    verb = clause.verb
    if (subject is None and verb.lemma_ not in _OF_OTHERS) or not stands_alone(verb):
        return None
    instrument = _instrument(clause, subject, known, parsed)
    if instrument is None or is_question(clause):
        return None
    text = parsed.reading.text
    span, gist = naming(instrument, text), gist_of_reading(clause, instrument)
    read, denial = clause.span, denying(verb)
    if denial is not None:  # "does not think that it binds them": the denial stays with the view
        read = Span(denial.start, read.end)
        gist = read
    return (
        ("instrument", Filler(span.of(text), span)),
        ("reading", Filler(read.of(text), read)),
        ("gist", Filler(gist.of(text), gist)),
        *(("condition", Filler(c.of(text), c)) for c in _conditions_apart(clause)),
        *(("term", Filler(term.of(text), term)) for term in open_terms(clause, parsed)),
    )


_OF_OTHERS = words.MEANING | words.LAID_DOWN


def _conditions_apart(clause: Clause) -> Iterator[Span]:
    """What the speaker makes it depend on, where the cue parts it off ("..., she said, once ...").

    Where it stands in the reading itself it is no role of its own.
    """
    if not clause.statements:
        return
    for piece in clause.statements[-1].content:
        start, end = max(piece.start, clause.sentence.start), min(piece.end, clause.sentence.end)
        if start >= end:
            continue
        span = trimmed(Span(start, end), clause.text)
        opening = span.of(clause.text).lower().partition(" ")[0]
        if opening in words.DEPENDING and not span.overlaps(clause.span):
            yield span


def _instrument(
    clause: Clause, subject: Token | None, known: Token | None, parsed: Parsed
) -> Token | None:
    """The instrument that the clause reads, whatever its place in the clause."""
    verb = clause.verb
    if verb.lemma_ in words.MEANING:
        named = _under(clause) or _nothing_in(verb) or _nothing_binds(clause, known)
        if named is not None:
            return named
    if is_passive(verb) and verb.lemma_ in words.LAID_DOWN:
        return _laid_down_in(verb)
    if subject is not None and says_meaning(clause, subject):
        return subject
    if verb.lemma_ in words.MEANING and modal(verb):
        inside = (
            t for t in verb.sent if is_instrument(t) and not is_another(named_by(t, clause.text))
        )
        beside = next(inside, known)
        return beside if beside is not None and open_terms(clause, parsed) else None
    return None


def _named_by(preposition: Token) -> Token | None:
    for below in preposition.children:
        found = instrument_in(below) if below.dep_ == "pobj" else None
        if found is not None:
            return found
    return None


def _under(clause: Clause) -> Token | None:
    """The instrument of "under the pact, this would mean ..."."""
    verb = clause.verb
    if verb.lemma_ == "be" and not characterises(verb):
        return None
    before = (c for c in verb.children if c.dep_ == "prep" and c.i < verb.i)
    found = (_named_by(c) for c in before if c.lower_ in ("under", "in"))
    return next((token for token in found if token is not None), None)


def _nothing_in(verb: Token) -> Token | None:
    """The instrument of "there is nothing in the pact that obliges them"."""
    if not any(c.dep_ == "expl" for c in verb.children):
        return None
    thing = next((c for c in verb.children if c.dep_ == "attr"), None)
    if thing is None or thing.lower_ not in ("nothing", "something", "anything", "much", "little"):
        return None
    return instrument_in(thing)


def _nothing_binds(clause: Clause, known: Token | None) -> Token | None:
    """The instrument of "nothing that was announced obliges them": the one spoken of."""
    subject = clause.subject
    if subject is None or subject.lower_ not in ("nothing", "little", "none"):
        return None
    return instrument_in(subject) or (known if clause.verb.lemma_ in words.BINDING else None)


def _laid_down_in(verb: Token) -> Token | None:
    """The instrument of "aggression is not defined in the treaty"."""
    found = (_named_by(c) for c in verb.children if c.lower_ in ("in", "by", "under"))
    return next((token for token in found if token is not None), None)

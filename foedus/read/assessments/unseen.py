"""A clause in; the roles of "the text was not seen" out, where it says so."""

from collections.abc import Callable

from spacy.tokens import Token

from foedus.model.claim import Filler
from foedus.model.document import Span
from foedus.read.assessments import words
from foedus.read.assessments.clauses import Clause
from foedus.read.assessments.instruments import is_instrument, only_mention
from foedus.read.assessments.naming import is_mention, naming
from foedus.read.assessments.terms import open_terms
from foedus.read.assessments.unclear import is_definite, known_so_far, not_said_what, unclear_what
from foedus.read.assessments.withheld import (
    PRONOUNS,
    held_back,
    left_open,
    not_published,
    refused,
    remains_unknown,
    yet_to_see,
)
from foedus.read.sentences import Parsed

Roles = tuple[tuple[str, Filler], ...]


def find(clause: Clause, known: Token | None, parsed: Parsed) -> Roles | None:
    """The roles instrument, term and reading, where the clause says that a text is not known."""
    thing = _unseen_thing(clause.verb)
    if thing is None:
        return None
    if thing.lower_ in PRONOUNS:
        instrument = only_mention(clause) or known
    else:
        instrument = _instrument(thing, clause, known)
    if instrument is None:
        return None
    text = parsed.reading.text
    span = naming(instrument, text)
    if instrument.left_edge.lower_ in ("no", "any"):
        span = Span(instrument.left_edge.nbor(1).idx, span.end)
    return (
        ("instrument", Filler(span.of(text), span)),
        ("reading", Filler(clause.span.of(text), clause.span)),
        *(("term", Filler(t.of(text), t)) for t in open_terms(clause, parsed)),
    )


def _unseen_thing(verb: Token) -> Token | None:
    """The noun that stands for what is not seen or known: "the details", "the text", "the pact"."""
    ways = _WAYS_OF.get(verb.lemma_, ())
    return next((thing for way in ways if (thing := way(verb)) is not None), None)


def _instrument(thing: Token, clause: Clause, known: Token | None) -> Token | None:
    if is_instrument(thing):
        return thing
    below = next((t for t in thing.subtree if is_instrument(t)), None)
    if below is None and _of_something_else(thing):
        return None
    beside = below or next((t for t in clause.verb.sent if is_instrument(t)), None)
    if beside is not None:
        return beside
    if known is not None and known.lemma_.lower() not in words.NUMBERED_PARTS | words.PARTS:
        return known
    own = thing.lemma_.lower() in words.BESIDE | words.ANNEXES or (
        is_definite(thing) and thing.lemma_.lower() == "text"
    )
    return thing if own else known or _introduced(clause.verb)


def _of_something_else(thing: Token) -> bool:
    """ "No details of the raid", "the terms of his arrest"."""
    below = [o for p in thing.children if p.dep_ == "prep" for o in p.children]
    things = [o for o in below if o.dep_ == "pobj" and o.pos_ in ("NOUN", "PROPN")]
    return any(o.lemma_.lower() not in words.PARTS | words.DETAILS for o in things)


def _introduced(verb: Token) -> Token | None:
    """The last instrument of the sentence before, also one that is only being introduced."""
    if verb.sent.start == 0:
        return None
    before = verb.doc[verb.sent.start - 1].sent
    return next((t for t in reversed(list(before)) if is_mention(t)), None)


_WAYS: tuple[tuple[frozenset[str], Callable[[Token], Token | None]], ...] = (
    (frozenset({"be", "remain", "stay"}), remains_unknown),
    (frozenset({"be", "remain"}), unclear_what),
    (words.PUBLISHING | {"make"}, not_published),
    (words.PUBLISHING | {"say", "tell"}, not_said_what),
    (frozenset({"need", "have", "want", "wait", "remain", "be"}), yet_to_see),
    (words.REFUSING, refused),
    (words.WITHHOLDING | {"keep", "hold"}, held_back),
    (frozenset({"leave", "keep"}), left_open),
    (frozenset({"know", "see", "read", "hear"}), known_so_far),
)
_WAYS_OF = {
    lemma: [way for lemmas, way in _WAYS if lemma in lemmas]
    for lemma in frozenset().union(*(lemmas for lemmas, _ in _WAYS))
}

"""A clause in; who calls an instrument what, out ("the minister called the pact a mistake")."""

from dataclasses import dataclass

from spacy.tokens import Token

from foedus.model.claim import Filler
from foedus.model.document import Span
from foedus.read.assessments import words
from foedus.read.assessments.clauses import Clause, subject_of, trimmed
from foedus.read.assessments.gist import gist_of_name
from foedus.read.assessments.instruments import instrument_in, is_instrument, named_by, phrase

_PRONOUNS = frozenset({"it", "this", "that"})
Roles = tuple[tuple[str, Filler], ...]


@dataclass(frozen=True, slots=True)
class Calling:
    """Somebody calls an instrument something: who, what he speaks of, what he calls it."""

    caller: Span | None
    thing: Token
    instrument: Span
    reading: Span
    gist: Span

    def roles(self, text: str) -> Roles:
        return (
            ("instrument", Filler(self.instrument.of(text), self.instrument)),
            ("reading", Filler(self.reading.of(text), self.reading)),
            ("gist", Filler(self.gist.of(text), self.gist)),
        )


def calling(clause: Clause, before: Token | None = None) -> Calling | None:
    """ "The minister called the pact a mistake", "hailed it as": the instrument is the object.

    `before` is the instrument that "it" can mean where the sentence itself names none.
    """
    verb = clause.verb
    if verb.lemma_ not in words.CALLING:
        return None
    thing, start, end = _thing_and_name(verb)
    if thing is None or start is None or end is None:
        return None
    named = instrument_in(thing)
    if named is None and thing.lower_ in _PRONOUNS:
        # "some read the clause as X, others see it as Y"
        inside = [t for t in verb.doc[verb.sent.start : thing.i] if is_instrument(t)]
        thing = named = inside[-1] if inside else before
    if named is None or thing is None:
        return None
    caller = subject_of(verb)
    reading = trimmed(Span(start.idx, end.idx + len(end)), clause.text)
    return Calling(
        caller=phrase(caller) if caller is not None and caller.i != thing.i else None,
        thing=thing,
        instrument=phrase(named_by(thing)),
        reading=reading,
        gist=gist_of_name(reading, clause),
    )


def _end_of_name(name: Token) -> Token:
    """The last word of the name, without a clause that says when or why ("while in office")."""
    added = [t for t in name.subtree if t.dep_ == "advcl" and t.left_edge.i > name.i + 1]
    cut = [t.left_edge for t in added if t.left_edge.lower_ in words.ASIDES]
    return min(cut, key=lambda t: t.i).nbor(-1) if cut else name.right_edge


def _thing_and_name(verb: Token) -> tuple[Token | None, Token | None, Token | None]:
    """The object, and the first and last word of what it is called."""
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
    if verb.lemma_ == "refer":
        to = (c for c in verb.children if c.dep_ == "prep" and c.lower_ == "to")
        thing = next((o for prep in to for o in prep.children if o.dep_ == "pobj"), thing)
    for child in (*verb.children, *(thing.children if thing is not None else ())):
        if child.dep_ in ("oprd", "attr") and child.head.i == verb.i:
            return thing, child.left_edge, _end_of_name(child)
        if child.dep_ == "prep" and child.lower_ == "as" and child.i > verb.i:
            last = _end_of_name(child)
            return thing, (child.nbor(1) if last.i > child.i else None), last
        if child.dep_ == "ccomp" and child.pos_ not in ("VERB", "AUX"):
            # a parser may take "the agreement a mistake" for a small clause
            inner = next((c for c in child.children if c.dep_ == "nsubj"), None)
            if inner is not None and inner.right_edge.i < child.right_edge.i:
                return inner, inner.right_edge.nbor(1), child.right_edge
    return thing, None, None

"""A clause in; who calls an instrument what, out ("the minister called the pact a mistake")."""

from dataclasses import dataclass

from spacy.tokens import Token

from foedus.model.claim import Filler
from foedus.model.document import Span
from foedus.read.assessments import words
from foedus.read.assessments.clauses import Clause, subject_of, trimmed
from foedus.read.assessments.gist import gist_of_name
from foedus.read.assessments.instruments import instrument_in, is_instrument, part_of_text
from foedus.read.assessments.naming import naming, phrase
from foedus.read.assessments.qualifiers import weakened
from foedus.read.assessments.term_readings import named_before

_PRONOUNS = frozenset({"it", "this", "that"})
_READING = frozenset({"read", "interpret", "understand", "take", "see", "construe", "treat", "view",
                      "define", "regard"})  # fmt: skip
_TERM_NOUNS = frozenset({"the", "word", "words", "term", "phrase", "expression"})
_WANTING = frozenset({"cc", "prep", "det"})
_MARKS = frozenset({'"', "''", "``", "'"})
Roles = tuple[tuple[str, Filler], ...]


@dataclass(frozen=True, slots=True)
class Calling:
    """Somebody calls an instrument something: who, what he speaks of, what he calls it."""

    caller: Span | None
    thing: Token
    instrument: Span
    reading: Span
    gist: Span
    term: Span | None = None

    def roles(self, text: str) -> Roles:
        return (
            ("instrument", Filler(self.instrument.of(text), self.instrument)),
            ("reading", Filler(self.reading.of(text), self.reading)),
            ("gist", Filler(self.gist.of(text), self.gist)),
            *((("term", Filler(self.term.of(text), self.term)),) if self.term else ()),
        )


def calling(clause: Clause, before: Token | None = None) -> Calling | None:
    """ "The minister called the pact a mistake", "hailed it as": the instrument is the object.

    `before` is the instrument that "it" can mean where the sentence itself names none.
    """
    verb = clause.verb
    if verb.lemma_ not in words.CALLING:
        return None
    of_term = _reads_term(clause, before)
    if of_term is not None:
        return of_term
    thing, start, end = _thing_and_name(verb)
    if thing is None or start is None or end is None:
        return None
    start, end = _from_weakening(thing, start, clause.text), _to_its_end(start, end)
    named = instrument_in(thing)
    if named is None and part_of_text(thing) and before is not None:
        named = thing
    if named is None and thing.lower_ in _PRONOUNS:
        if _is_of_an_act(verb, start, end):
            return None
        # "some read the clause as X, others see it as Y"
        inside = [t for t in verb.doc[verb.sent.start : thing.i] if is_instrument(t)]
        thing = named = inside[-1] if inside else before
    if named is None or thing is None:
        return None
    caller = subject_of(verb)
    reading = trimmed(Span(start.idx, end.idx + len(end)), clause.text)
    gist = gist_of_name(reading, clause)
    if caller is not None and _is_nobody(caller):
        # "no court would read it as a surrender": the speaker's own word on the instrument
        reading = gist = trimmed(Span(phrase(caller).start, reading.end), clause.text)
        caller = None
    return Calling(
        caller=phrase(caller) if caller is not None and caller.i != thing.i else None,
        thing=thing,
        instrument=naming(thing, clause.text),
        reading=reading,
        gist=gist,
    )


def _is_nobody(caller: Token) -> bool:
    """ "Nobody", "no court", "neither of them"."""
    nothing = any(c.dep_ == "det" and c.lower_ in ("no", "neither") for c in caller.children)
    return nothing or caller.lower_ in words.NOBODY


def _is_of_an_act(verb: Token, first: Token, last: Token) -> bool:
    """ "Would regard it as an act of war": of what somebody may do, not of the pact before."""
    if any(c.dep_ == "aux" and c.lower_ in ("will", "would", "'d", "'ll") for c in verb.children):
        return True
    named = {t.lemma_.lower() for t in first.doc[first.i : last.i + 1]}
    return bool(named & {"act", "declaration"}) and bool(named & {"war", "aggression"})


def _from_weakening(thing: Token, first: Token, text: str) -> Token:
    """From "in theory" in "called the accord, in theory, a trap": it stays with the name."""
    at = thing.right_edge.i + 1
    if at >= first.i or thing.doc[at].text != ",":
        return first
    between = Span(thing.doc[at + 1].idx, first.idx)
    return thing.doc[at + 1] if weakened(between, text) else first


def _to_its_end(first: Token, last: Token) -> Token:
    """As far as the marks that hold the name; else on to the word that "and", "of" want."""
    doc, stop = first.doc, first.sent.end
    opening = first if first.text in _MARKS else doc[max(first.i - 1, 0)]
    if opening.text in _MARKS - {"'"}:
        behind = doc[opening.i + 1 : stop]
        closing = next((t for t in behind if t.text in _MARKS - {"'"}), None)
        return doc[closing.i - 1] if closing is not None and closing.i - 1 > last.i else last
    if last.dep_ not in _WANTING or last.i + 1 >= stop:
        return last
    after = doc[last.i + 1]
    return (
        after.head.right_edge
        if after.tag_ == "TO" and after.head.i > after.i
        else (after.right_edge)
    )


def _reads_term(clause: Clause, before: Token | None) -> Calling | None:
    """ "The minister reads 'joint' as a brake": a term of the instrument, between marks."""
    verb, doc = clause.verb, clause.verb.doc
    at = verb.i + 1
    while at < verb.sent.end and doc[at].lower_ in _TERM_NOUNS:
        at += 1
    marks = [t.i for t in doc[at : min(at + 5, verb.sent.end)] if t.text in _MARKS]
    if verb.lemma_ not in _READING or len(marks) < 2 or marks[0] != at or marks[1] == at + 1:
        return None
    behind = marks[1] + 1
    instrument = before if before is not None else named_before(verb)
    if behind + 1 >= verb.sent.end or doc[behind].lower_ != "as" or instrument is None:
        return None
    named = next((c for c in doc[behind].children if c.i > behind), doc[behind + 1])
    caller, first = subject_of(verb), doc[behind + 1]
    last = _end_of_name(named)
    stops = [t.i for t in doc[behind : last.i + 1] if t.text in (":", ";")]
    last = doc[stops[0] - 1] if stops else last
    reading = trimmed(Span(first.idx, last.idx + len(last)), clause.text)
    return Calling(
        caller=phrase(caller) if caller is not None else None,
        thing=instrument,
        instrument=naming(instrument, clause.text),
        reading=reading,
        gist=gist_of_name(reading, clause),
        term=Span(doc[at + 1].idx, doc[marks[1]].idx),
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
    apart = _behind_aside(verb)
    if apart is not None:
        return thing, apart, apart.head.right_edge
    for child in (*verb.children, *(thing.children if thing is not None else ())):
        if child.dep_ in ("oprd", "attr") and child.head.i == verb.i:
            return thing, child.left_edge, _end_of_name(child)
        if child.dep_ == "advcl" and child.pos_ == "ADJ" and child.left_edge.lower_ == "as":
            return thing, child.left_edge.nbor(1), child.right_edge
        if child.dep_ == "prep" and child.lower_ == "as" and child.i > verb.i:
            last = _end_of_name(child)
            return thing, (child.nbor(1) if last.i > child.i else None), last
        if child.dep_ == "ccomp" and child.pos_ not in ("VERB", "AUX"):
            # a parser may take "the agreement a mistake" for a small clause
            inner = next((c for c in child.children if c.dep_ == "nsubj"), None)
            if inner is not None and inner.right_edge.i < child.right_edge.i:
                return inner, inner.right_edge.nbor(1), child.right_edge
    return thing, None, None


def _behind_aside(verb: Token) -> Token | None:
    """The first word of "a trap" in "called the accord, in theory, a trap", as parsers take it."""
    for preposition in (c for c in verb.children if c.dep_ == "prep" and c.i > verb.i):
        for thing in (c for c in preposition.children if c.dep_ == "pobj"):
            name = next((c for c in thing.children if c.dep_ == "appos"), None)
            commas = thing.i + 1 < len(verb.doc) and thing.nbor(1).text == ","
            inside = Span(preposition.idx, thing.idx + len(thing))
            if name is not None and commas and weakened(inside, verb.doc.text):
                return name.left_edge
    return None

"""A clause and the instrument that it speaks of in; the roles of a reading out, if it is one."""

from dataclasses import dataclass

from spacy.tokens import Token

from foedus.model.claim import Filler
from foedus.model.dates import Tense
from foedus.model.document import Span
from foedus.read.assessments import words
from foedus.read.assessments.clauses import Clause, subject_of, trimmed
from foedus.read.assessments.instruments import instrument_in, is_instrument, phrase
from foedus.read.assessments.plans import is_question
from foedus.read.assessments.terms import open_terms
from foedus.read.dates import tense_of
from foedus.read.sentences import Parsed

Roles = tuple[tuple[str, Filler], ...]
_MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis", "advcl", "pcomp"})


@dataclass(frozen=True, slots=True)
class Calling:
    """Somebody calls an instrument something: who, what he speaks of, what he calls it."""

    caller: Span | None
    instrument: Span
    reading: Span

    def roles(self, text: str) -> Roles:
        return (
            ("instrument", Filler(self.instrument.of(text), self.instrument)),
            ("reading", Filler(self.reading.of(text), self.reading)),
        )


def calling(clause: Clause, text: str) -> Calling | None:
    """ "The minister called the pact a mistake", "hailed it as": the instrument is the object."""
    verb = clause.verb
    if verb.lemma_ not in words.CALLING:
        return None
    named = next((c for c in verb.children if c.dep_ in ("oprd", "attr")
                  or (c.dep_ == "prep" and c.lower_ == "as" and c.i > verb.i)), None)  # fmt: skip
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
    small = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if named is None and small is not None and small.pos_ not in ("VERB", "AUX"):
        # "called the agreement a mistake" may be parsed as a small clause
        named, thing = small, next((c for c in small.children if c.dep_ == "nsubj"), None)
    if named is None or thing is None or instrument_in(thing) is None:
        return None
    caller = subject_of(verb)
    edge = named.right_edge
    start = named.left_edge if named.dep_ != "ccomp" else thing.right_edge.nbor(1)
    reading = trimmed(Span(start.idx, edge.idx + len(edge)), text)
    return Calling(
        caller=phrase(caller) if caller is not None and caller.i != thing.i else None,
        instrument=phrase(thing),
        reading=reading,
    )


def find(
    clause: Clause, subject: Token | None, known: Token | None, parsed: Parsed
) -> Roles | None:
    """The roles term, instrument and reading, where the clause says what an instrument means.

    `subject` is the instrument that is the clause's subject; `known` the one that the same
    voice was last speaking of.
    """
    verb = clause.verb
    if (subject is None and verb.lemma_ not in words.MEANING) or not _stands_alone(verb):
        return None
    instrument = _under(clause) if verb.lemma_ in words.MEANING else None
    if instrument is None and _says_meaning(clause, subject):
        instrument = subject
    if instrument is None and verb.lemma_ in words.MEANING and _modal(verb):
        beside = _beside(clause) or known
        instrument = beside if beside is not None and open_terms(clause, parsed) else None
    if instrument is None or is_question(clause):
        return None
    text = parsed.reading.text
    span = phrase(instrument)
    return (
        ("instrument", Filler(span.of(text), span)),
        ("reading", Filler(clause.span.of(text), clause.span)),
        *(("term", Filler(term.of(text), term)) for term in open_terms(clause, parsed)),
    )


def _stands_alone(verb: Token) -> bool:
    """A finite clause that says something, not one that only picks out a thing or a purpose."""
    node = verb
    while node.dep_ == "conj" and node.head.pos_ in ("VERB", "AUX"):
        node = node.head
    if node.dep_ not in _MAIN or any(c.tag_ == "TO" for c in verb.children):
        return False
    first = verb.left_edge
    return not (first.tag_ in ("WDT", "WP", "WRB") and first.lower_.endswith("ever"))


def _modal(verb: Token) -> bool:
    """Whether a modal leaves it open, its own or a shared one ("could bind and commit")."""
    if any(c.dep_ == "aux" and c.lower_ in words.FUTURE_MODALS for c in verb.children):
        return True
    shared = verb.dep_ == "conj" and not any(
        c.dep_ in ("nsubj", "nsubjpass", "aux") for c in verb.children
    )
    return shared and _modal(verb.head)


def _says_meaning(clause: Clause, subject: Token | None) -> bool:
    verb = clause.verb
    if subject is None or _is_passive(verb):
        return False
    if verb.lemma_ == "be":
        return _characterises(verb) and not _is_extraposed(clause)
    if verb.lemma_ in words.MEANING:
        return True
    if _modal(verb) or subject.lemma_.lower() in words.BODIES:
        return False
    if not clause.statements and tense_of(verb) is Tense.PAST:
        return False  # in the report's own voice that is an event
    needed = words.WITH_COMPLEMENT.get(verb.lemma_)
    if needed is not None:
        return any(t.lemma_.lower() in needed for t in verb.subtree)
    own = verb.lemma_ in words.CONTENT and bool(clause.statements)
    return verb.lemma_ in words.EFFECT or own


def _is_extraposed(clause: Clause) -> bool:
    """ "it is time to go", "it was right that they met": nothing is said of an earlier "it"."""
    if clause.subject is None or clause.subject.lower_ not in ("it", "this", "that"):
        return False
    for child in clause.verb.children:
        if child.dep_ in ("ccomp", "csubj", "xcomp", "advcl") and _has_to_or_that(child):
            return True
        if child.dep_ in ("attr", "acomp"):
            below = [c for c in child.children if c.dep_ in ("acl", "xcomp", "ccomp", "relcl")]
            if child.lemma_ in ("time", "job", "turn") or any(map(_has_to_or_that, below)):
                return True
    return False


def _has_to_or_that(verb: Token) -> bool:
    return any(
        c.tag_ == "TO" or (c.dep_ == "mark" and c.lower_ in ("that", "for")) for c in verb.children
    )


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ == "auxpass" for c in verb.children)


def _characterises(verb: Token) -> bool:
    """ "is vague", "is a defence pact in all but name"; not "is due to lapse", "is in Moscow"."""
    for child in verb.children:
        if child.dep_ in ("attr", "oprd"):
            return True
        if child.dep_ == "acomp":
            return child.lower_ not in words.STATE_ADJECTIVES or _means_below(child)
        if child.dep_ == "prep" and child.lower_ in ("about", "for", "of", "like", "beyond"):
            return True
    return False


def _means_below(adjective: Token) -> bool:
    """ "is unlikely to mean troops" is a reading, "is likely to lapse" a prediction."""
    return any(c.dep_ == "xcomp" and c.lemma_ in words.MEANING - {"be"} for c in adjective.children)


def _under(clause: Clause) -> Token | None:
    """The instrument of "under the pact, this would mean ..."."""
    for child in clause.verb.children:
        if child.dep_ == "prep" and child.lower_ in ("under", "in") and child.i < clause.verb.i:
            for below in child.children:
                found = instrument_in(below) if below.dep_ == "pobj" else None
                if found is not None and _characterises_or_means(clause.verb):
                    return found
    return None


def _characterises_or_means(verb: Token) -> bool:
    return verb.lemma_ != "be" or _characterises(verb)


def _beside(clause: Clause) -> Token | None:
    """An instrument that the same sentence names."""
    return next((t for t in clause.verb.sent if is_instrument(t)), None)

"""A page in, its candidates out: every token that a rule starts from, and the rules in turn."""

from foedus.read.quotes.assembly import assemble
from foedus.read.quotes.clausal import according_candidates, clausal_candidates
from foedus.read.quotes.direct import direct_candidates
from foedus.read.quotes.labels import label_candidates
from foedus.read.quotes.lexicon import (
    ADJECTIVE, ADJECTIVE_OF, CALL, EXPECTED, INFINITIVE, MIND, NOUN, NOUN_OF, OBJECT, OBJECT_TO,
    PREPOSITION, SAYING, SEEMING,
)  # fmt: skip
from foedus.read.quotes.page import Candidate, Page
from foedus.read.quotes.stance import adjective_candidates, noun_candidates, verb_candidates

_CLAUSAL = SAYING | MIND
_STANCE = SEEMING | EXPECTED | CALL | OBJECT_TO | INFINITIVE | OBJECT | frozenset(PREPOSITION)
_NOUNS = NOUN | frozenset(NOUN_OF)
_ADJECTIVES = ADJECTIVE | frozenset(ADJECTIVE_OF)


def find_candidates(page: Page) -> list[Candidate]:
    """The candidates that hold, after all rules and the settling of rivals."""
    others: list[Candidate] = []
    for token in page.doc:
        kind, lemma = token.pos_, token.lemma_
        if kind == "VERB" or kind == "AUX":
            if lemma in _CLAUSAL:
                others.extend(clausal_candidates(page, token))
            if lemma in _STANCE:
                others.extend(verb_candidates(page, token))
            if lemma == "accord":
                others.extend(according_candidates(page, token))
        elif kind == "NOUN":
            if lemma in _NOUNS:
                others.extend(noun_candidates(page, token))
        elif kind == "ADJ" and lemma in _ADJECTIVES:
            others.extend(adjective_candidates(page, token))
    labels = list(label_candidates(page))
    return assemble(page, labels, direct_candidates(page), others)

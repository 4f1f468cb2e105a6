"""A page in, its candidates out: every token that a rule starts from, and the rules in turn."""

from foedus.model.actor import Cast
from foedus.read.quotes.asides import according_candidates
from foedus.read.quotes.clausal import clausal_candidates
from foedus.read.quotes.direct import direct_candidates
from foedus.read.quotes.documents import document_candidates
from foedus.read.quotes.labels import label_candidates
from foedus.read.quotes.lexicon import (
    DOCUMENT_OBJECT,
    DOCUMENT_PREPOSITION,
    EXPECTED,
    FELT,
    MIND,
    SAYING,
    SEEMING,
)
from foedus.read.quotes.nominals import ADJECTIVE, ADJECTIVE_OF, NOUN, NOUN_OF
from foedus.read.quotes.page import Candidate, Page
from foedus.read.quotes.predicates import (
    adjective_candidates,
    equation_candidates,
    felt_candidates,
    noun_candidates,
    seeming_candidates,
)
from foedus.read.quotes.stance import STANCE, verb_candidates

_RULES_OF_VERBS = (
    (SAYING | MIND, clausal_candidates),
    (DOCUMENT_OBJECT | frozenset(DOCUMENT_PREPOSITION), document_candidates),
    (STANCE, verb_candidates),
    (SEEMING | EXPECTED, seeming_candidates),
    (FELT, felt_candidates),
    (frozenset({"be"}), equation_candidates),
    (frozenset({"accord"}), according_candidates),
)
_RULES = {
    "VERB": _RULES_OF_VERBS,
    "AUX": _RULES_OF_VERBS,
    "NOUN": ((NOUN | frozenset(NOUN_OF), noun_candidates),),
    "ADJ": ((ADJECTIVE | frozenset(ADJECTIVE_OF), adjective_candidates),),
}

_RECIPROCAL = (["each", "other"], ["one", "another"], ["the", "other"])
_PRONOUNS = frozenset({
    "itself", "himself", "herself", "themselves", "ourselves", "myself", "yourself", "which", "who",
    "whom", "that", "what", "it", "him", "her", "them", "us", "me", "you", "this", "these",
})  # fmt: skip


def quoted_candidates(page: Page, cast: Cast | None = None) -> list[Candidate]:
    """What a line that names its speaker or a cue beside quotation marks attributes."""
    return [*label_candidates(page, cast), *direct_candidates(page)]


def parsed_candidates(page: Page) -> list[Candidate]:
    """What the rules over the parse attribute, rivals included."""
    found: list[Candidate] = []
    for token in page.doc:
        rules = _RULES.get(token.pos_)
        if rules is None:
            continue
        lemma = token.lemma_
        for words, rule in rules:
            if lemma in words:
                found.extend(c for c in rule(page, token) if c.content and _says(page, c))
    return found


def _says(page: Page, candidate: Candidate) -> bool:
    """Is something said, by somebody who stands apart from it?

    "What they promised each other", "a state that defends itself" tell no words or views; and
    where the parser runs speaker and content together it is astray.
    """
    tokens = [
        t
        for piece in candidate.content
        for t in page.doc.char_span(piece.start, piece.end, alignment_mode="expand") or ()
    ]
    words = [t.lower_ for t in tokens if not t.is_punct]
    if words in _RECIPROCAL or (len(words) == 1 and words[0] in _PRONOUNS):
        return False
    return not any(s.overlaps(c) for s in candidate.speaker for c in candidate.content)

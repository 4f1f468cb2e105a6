"""A page in, its candidates out: every token that a rule starts from, and the rules in turn."""

from collections.abc import Callable, Iterator

from spacy.strings import get_string_id
from spacy.tokens import Token

from foedus.model.actor import Cast
from foedus.read.quotes.asides import OF_WORDS, according_candidates, words_of_candidates
from foedus.read.quotes.asked import ASKING, asked_candidates
from foedus.read.quotes.clausal import clausal_candidates, going_on_candidates
from foedus.read.quotes.direct import direct_candidates
from foedus.read.quotes.documents import document_candidates
from foedus.read.quotes.hearsay import HEARSAY, HELD, hearsay_candidates, held_candidates
from foedus.read.quotes.labels import label_candidates
from foedus.read.quotes.lexicon import (
    DOCUMENT_OBJECT,
    DOCUMENT_PREPOSITION,
    EXPECTED,
    FELT,
    MIND,
    SAYING,
    SEEMING,
    SPEECH_PARTICLE,
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

Rule = Callable[[Page, Token], Iterator[Candidate]]

_RULES_OF_VERBS: tuple[tuple[frozenset[str], Rule], ...] = (
    (ASKING, asked_candidates),
    (SAYING | MIND | {"put"}, clausal_candidates),
    (frozenset(SPEECH_PARTICLE), going_on_candidates),
    (DOCUMENT_OBJECT | frozenset(DOCUMENT_PREPOSITION), document_candidates),
    (STANCE, verb_candidates),
    (SEEMING | EXPECTED, seeming_candidates),
    (FELT, felt_candidates),
    (frozenset({"be"}), equation_candidates),
    (frozenset({"accord"}), according_candidates),
    (frozenset(HELD), held_candidates),
)
_RULES: dict[str, tuple[tuple[frozenset[str], Rule], ...]] = {
    "VERB": _RULES_OF_VERBS,
    "AUX": _RULES_OF_VERBS,
    "NOUN": (
        (NOUN | frozenset(NOUN_OF), noun_candidates),
        (frozenset(OF_WORDS), words_of_candidates),
    ),
    "ADV": ((HEARSAY, hearsay_candidates),),
    "ADJ": ((ADJECTIVE | frozenset(ADJECTIVE_OF), adjective_candidates),),
}


def _hashed() -> dict[tuple[int, int], tuple[Rule, ...]]:
    """The rules by part of speech and lemma, both as spaCy numbers them: one look-up a token."""
    found: dict[tuple[int, int], tuple[Rule, ...]] = {}
    for part, rules in _RULES.items():
        for words, rule in rules:
            for word in words:
                key = (get_string_id(part), get_string_id(word))
                found[key] = (*found.get(key, ()), rule)
    return found


_HASHED = _hashed()
_RECIPROCAL = (["each", "other"], ["one", "another"], ["the", "other"])
_PRONOUNS = frozenset({
    "itself", "himself", "herself", "themselves", "ourselves", "myself", "yourself", "which", "who",
    "whom", "that", "what", "it", "him", "her", "them", "us", "me", "you", "this", "these",
})  # fmt: skip


def quoted_candidates(page: Page, cast: Cast | None = None) -> list[Candidate]:
    """What a line that names its speaker or a cue beside quotation marks attributes."""
    return [*label_candidates(page, cast), *direct_candidates(page)]


def parsed_candidates(page: Page, cast: Cast | None = None) -> list[Candidate]:
    """What the rules over the parse attribute, rivals included.

    With a cast, as in a reading, what only stands for other words is left out.
    """
    alone = cast is not None
    found: list[Candidate] = []
    for at, (part, lemma) in enumerate(page.doc.to_array(["POS", "LEMMA"]).tolist()):
        for rule in _HASHED.get((part, lemma), ()):
            token = page.tokens[at]
            found.extend(
                c for c in rule(page, token) if c.content and _says(page, c, standing_alone=alone)
            )
    return found


def _says(page: Page, candidate: Candidate, *, standing_alone: bool) -> bool:
    """Is something said, by somebody who stands apart from it?

    "What they promised each other", "a state that defends itself" tell no words or views; and
    where the parser runs speaker and content together it is astray. `standing_alone`: the content
    must mean something without its neighbours ("as they say it has done" does not).
    """
    tokens = [
        t
        for piece in candidate.content
        for t in page.doc.char_span(piece.start, piece.end, alignment_mode="expand") or ()
    ]
    if standing_alone and len(candidate.content) == 1 and _repeats(tokens):
        return False
    words = [t.lower_ for t in tokens if not t.is_punct]
    if candidate.lemma == "mean" and _tells_meaning(page, candidate):
        return False
    if words in _RECIPROCAL or (len(words) == 1 and words[0] in _PRONOUNS):
        return False
    return not any(s.overlaps(c) for s in candidate.speaker for c in candidate.content)


def _tells_meaning(page: Page, candidate: Candidate) -> bool:
    """ "'Assist' means to send troops", "to ask means to agree": meaning, nobody's wish."""
    cue = candidate.cue[0]
    inside = [q.span for q in page.quotations if q.span.overlaps(cue)]
    apart = any(not q.overlaps(s) for q in inside for s in candidate.speaker)
    return apart or any(q.span.covers(s) for q in page.quotations for s in candidate.speaker
                        if not q.span.overlaps(cue))  # fmt: skip


def _repeats(tokens: list[Token]) -> bool:
    """ "As they say it has done", "it did so": a clause that only stands for another."""
    inside = {t.i for t in tokens}
    roots = [t for t in tokens if t.head.i not in inside or t.head == t]
    taken = ("dobj", "xcomp", "ccomp", "attr", "advcl")
    return len(roots) == 1 and roots[0].lemma_ == "do" and roots[0].pos_ in ("VERB", "AUX") and (
        not any(c.dep_ in taken for c in roots[0].children)
    )  # fmt: skip

"""A question put to somebody by nobody named: "asked whether …, she said", "was asked about …".

Who is asked does not speak these words, and who asks is left out: the speaker stays empty.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.statement import CueClass
from foedus.read.quotes.extent import extent
from foedus.read.quotes.page import Candidate, Page
from foedus.read.quotes.phrases import (
    content_of,
    cue_span,
)
from foedus.read.quotes.trees import (
    agent_of,
    own_subject,
)

ASKING = frozenset({"ask", "question", "press", "quiz", "query"})
_TOPICS = frozenset({"about", "on", "for"})
_WHEN = frozenset({"when", "if", "once", "whenever", "after", "while", "though", "before", "until"})


def is_asked(verb: Token) -> bool:
    """Whether the verb tells of a question that is put to its subject, and by nobody named."""
    if verb.lemma_ not in ASKING or agent_of(verb) is not None:
        return False
    if any(c.dep_ == "auxpass" for c in verb.children):
        return True
    if _is_set_off(verb):
        return True
    if own_subject(verb) is not None or any(c.dep_ in ("aux", "dobj") for c in verb.children):
        return False
    if verb.tag_ not in ("VBN", "VBD"):
        return False
    edge = verb.left_edge
    opens = edge.i == verb.i and (verb.i == verb.sent.start or verb.nbor(-1).text in (",", '"'))
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    if before.pos_ == "ADV" and before.i > verb.sent.start and before.lower_ not in _WHEN:
        before = before.nbor(-1)
    return before.lower_ in _WHEN or (opens and verb.tag_ == "VBN") or verb.i == verb.sent.start


def _is_set_off(verb: Token) -> bool:
    """ "Ruiz, *asked* whether she knew, said no", where the parser has her ask."""
    later, noun = verb.head, own_subject(verb)
    if noun is not None and noun.i == verb.i - 2 and verb.nbor(-1).text == ",":
        return True  # no comma parts a verb from its subject
    return (
        verb.tag_ in ("VBD", "VBN") and verb.dep_ == "ccomp" and later.i > verb.i > 0
        and verb.nbor(-1).text == "," and own_subject(later) is None
    )  # fmt: skip


def asked_candidates(page: Page, verb: Token) -> Iterator[Candidate]:
    """What is asked: the clause, the infinitive or the topic behind the verb."""
    if not is_asked(verb):
        return
    for child in verb.rights:
        if child.dep_ == "ccomp" or (child.dep_ in ("xcomp", "advcl") and _opens_with_to(child)):
            first, last = extent(page, verb, child)
        elif child.dep_ == "prep" and child.lower_ in _TOPICS and child.right_edge.i > child.i:
            first, last = child.i + 1, child.right_edge.i
        else:
            continue
        content = content_of(page, max(first, verb.i + 1), last)
        if content:
            cue = (cue_span(page, verb),)
            yield Candidate((), cue, content, "asked", CueClass.SAYING, verb.lemma_)
        return


def _opens_with_to(clause: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children)

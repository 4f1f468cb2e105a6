"""What a text itself says: "the treaty provides for …", "a pact stipulating …"."""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.statement import CueClass
from foedus.read.quotes.lexicon import DOCUMENT_OBJECT, DOCUMENT_PREPOSITION
from foedus.read.quotes.page import Candidate, Page
from foedus.read.quotes.phrases import (
    content_of,
    cue_span,
    speaker_spans,
)
from foedus.read.quotes.trees import (
    is_passive,
    subject_of,
)
from foedus.read.texts import DOCUMENTS


def document_candidates(page: Page, verb: Token) -> Iterator[Candidate]:
    """What a text itself says: "the treaty *provides for* …", "a pact *stipulating* …"."""
    noun = subject_of(verb)
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        noun = verb.head
    if noun is None or noun.lemma_ not in DOCUMENTS or is_passive(verb):
        return
    wanted = DOCUMENT_PREPOSITION.get(verb.lemma_, frozenset())
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ in wanted:
            content = content_of(page, child.i + 1, child.right_edge.i)
        elif child.dep_ == "dobj" and verb.lemma_ in DOCUMENT_OBJECT:
            content = content_of(page, child.left_edge.i, _ruled(verb, child))
        else:
            continue
        if content:
            yield Candidate(
                speaker_spans(page, noun), (cue_span(page, verb),), content, "document",
                CueClass.SAYING, verb.lemma_,
            )  # fmt: skip
        return


def _ruled(verb: Token, thing: Token) -> int:
    """The last token of what a text rules: the thing, and what it is to do or not to do."""
    last = thing.right_edge.i
    for child in verb.rights:
        if child.dep_ in ("xcomp", "ccomp", "prep") and child.left_edge.i == last + 1:
            last = child.right_edge.i
    return last

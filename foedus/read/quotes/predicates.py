"""Levers 7 to 9: nouns and adjectives of stance, feelings told in the passive, seeming."""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.document import Span
from foedus.model.statement import CueClass
from foedus.read.quotes.lexicon import EXPECTED, MIND, SAYING, SEEMING, WORDS_OF
from foedus.read.quotes.nominals import ADJECTIVE, ADJECTIVE_OF, NOBODYS, NOUN, NOUN_OF
from foedus.read.quotes.page import Candidate, Page
from foedus.read.quotes.phrases import (
    content_of,
    cue_span,
    speaker_spans,
)
from foedus.read.quotes.trees import (
    agent_of,
    is_passive,
    own_subject,
    subject_of,
)

_HOLDING = frozenset({
    "make", "express", "voice", "issue", "have", "announce", "repeat", "give", "offer",
    "raise", "share", "hold", "deliver", "reiterate", "renew",
    "defend", "press", "air", "float", "echo", "back", "support", "harbor", "harbour",
})  # fmt: skip


_DONE = frozenset({"oppose", "commit", "determine", "devote", "dedicate"})


def felt_candidates(page: Page, verb: Token) -> Iterator[Candidate]:
    """ "They are convinced that …", "she was worried by …": a passive that tells a feeling."""
    auxiliary = next((c for c in verb.lefts if c.dep_ == "auxpass"), None)
    if verb.dep_ == "acomp" and verb.head.lemma_ == "be":
        auxiliary = verb.head
    if auxiliary is None:
        return
    noun = own_subject(verb) or own_subject(auxiliary)
    if noun is None or noun.lower_ in ("it", "that", "this", "what"):
        return
    for child in verb.rights:
        if child.dep_ in ("ccomp", "xcomp"):
            first = child.left_edge.i
        elif child.dep_ == "agent" and verb.lemma_ in _DONE:
            return  # "was opposed by them": a deed of theirs
        elif child.dep_ in ("prep", "agent") and child.right_edge.i > child.i:
            first = child.i + 1
        else:
            continue
        yield Candidate(
            speaker_spans(page, noun), (page.span(auxiliary.i, verb.i),),
            content_of(page, first, child.right_edge.i), "felt", CueClass.ATTITUDE, verb.lemma_,
        )  # fmt: skip
        return


def equation_candidates(page: Page, verb: Token) -> Iterator[Candidate]:
    """ "Their answer was that …", "his hope is to …"."""
    noun = own_subject(verb)
    if noun is None:
        yield from _cleft(page, verb)
        return
    if noun.lemma_ not in NOUN | WORDS_OF:
        return
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    clause = next((c for c in verb.rights if c.dep_ in ("ccomp", "xcomp", "advcl")), None)
    if owner is None or clause is None or not _opens_with(clause, ("that", "to")):
        return
    yield Candidate(
        speaker_spans(page, owner), (page.span(noun.i, verb.i),),
        content_of(page, clause.left_edge.i, clause.right_edge.i), "equation",
        CueClass.ATTITUDE, noun.lemma_,
    )  # fmt: skip


def _cleft(page: Page, verb: Token) -> Iterator[Candidate]:
    """ "*What the minister said* was that it would close"."""
    said = next((c for c in verb.lefts if c.dep_ == "csubj" and c.lemma_ in SAYING | MIND), None)
    clause = next((c for c in verb.rights if c.dep_ in ("ccomp", "attr")), None)
    noun = own_subject(said) if said is not None else None
    if said is None or clause is None or noun is None or said.left_edge.lower_ != "what":
        return
    yield Candidate(
        speaker_spans(page, noun), (page.span(said.i, verb.i),),
        content_of(page, clause.left_edge.i, clause.right_edge.i), "cleft",
        CueClass.SAYING if said.lemma_ in SAYING else CueClass.ATTITUDE, said.lemma_,
    )  # fmt: skip


def noun_candidates(page: Page, noun: Token) -> Iterator[Candidate]:
    """ "His claim that …", "a refusal by them to …", "its criticism of …", "fears that …"."""
    owner = _owner(noun)
    if owner is not None and owner.lower_ in ("it", "that", "this", "which"):
        return
    clause = next((c for c in noun.rights if c.dep_ in ("acl", "ccomp", "relcl")
                   and _opens_with(c, ("that", "to"))), None)  # fmt: skip
    if noun.lemma_ in NOUN and clause is not None:
        content = page.span(clause.left_edge.i, clause.right_edge.i)
        if owner is not None:
            yield _of_noun(page, noun, owner, content)
        elif noun.lemma_ in NOBODYS and _opens_with(clause, ("that",)):
            yield _of_noun(page, noun, None, content)
        return
    wanted = NOUN_OF.get(noun.lemma_)
    if wanted and owner is not None:
        for child in noun.rights:
            if child.dep_ == "prep" and child.lower_ in wanted and child.right_edge.i > child.i:
                yield _of_noun(page, noun, owner, page.span(child.i + 1, child.right_edge.i))
                return


def _owner(noun: Token) -> Token | None:
    """Whose words or view the noun is: "*his* claim", "a claim *by him*", "*he* made a claim"."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is not None:
        return owner
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "among"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    if noun.dep_ == "dobj" and noun.head.lemma_ in _HOLDING:
        return subject_of(noun.head)
    return None


def _opens_with(clause: Token, words: tuple[str, ...]) -> bool:
    edge = clause.left_edge
    return edge.lower_ in words and edge.tag_ not in ("WDT", "WP")


def _of_noun(page: Page, noun: Token, owner: Token | None, content: Span) -> Candidate:
    speaker = speaker_spans(page, owner) if owner is not None else ()
    return Candidate(
        speaker, (page.span(noun.i, noun.i),), (content,), "noun",
        CueClass.ATTITUDE, noun.lemma_,
    )  # fmt: skip


def adjective_candidates(page: Page, adjective: Token) -> Iterator[Candidate]:
    """ "He is confident that …", "she was critical of …"."""
    if adjective.dep_ not in ("acomp", "oprd", "conj", "advcl", "ROOT", "acl"):
        return
    noun = subject_of(adjective)
    if noun is None or noun.lower_ in ("it", "that", "this", "what"):
        return
    if adjective.lemma_ in ADJECTIVE:
        clause = next((c for c in adjective.rights if c.dep_ in ("ccomp", "xcomp", "advcl")), None)
        if clause is not None:
            yield _of_adjective(page, adjective, noun, clause.left_edge.i, clause.right_edge.i)
            return
    for child in adjective.rights:
        if child.dep_ == "prep" and child.lower_ in ADJECTIVE_OF.get(adjective.lemma_, ()):
            if child.right_edge.i > child.i:
                yield _of_adjective(page, adjective, noun, child.i + 1, child.right_edge.i)
            return


def _of_adjective(page: Page, adjective: Token, noun: Token, first: int, last: int) -> Candidate:
    verb = adjective.head if adjective.head.pos_ == "AUX" else adjective
    start = min(verb.i, adjective.i)
    if any(t.is_punct for t in page.tokens[start : adjective.i]):
        start = adjective.i
    return Candidate(
        speaker_spans(page, noun), (page.span(start, adjective.i),), (page.span(first, last),),
        "adjective", CueClass.ATTITUDE, adjective.lemma_,
    )  # fmt: skip


def _seems(verb: Token, part: Token) -> bool:
    """ "Seems *to grow*", "appears *certain*", "seems *like a trap*"."""
    if part.dep_ in ("xcomp", "oprd", "acomp") and any(k.lower_ == "to" for k in part.lefts):
        return True
    appears = verb.lemma_ == "appear" and part.dep_ in ("oprd", "acomp")
    return appears or (verb.lemma_ == "seem" and part.dep_ == "prep" and part.lower_ == "like")


def seeming_candidates(page: Page, verb: Token) -> Iterator[Candidate]:
    """ "It seems to grow", "he is expected to go": nobody in particular says so."""
    clause = next((c for c in verb.rights if _seems(verb, c)), None)
    subject = own_subject(verb)
    if clause is None or subject is None or subject.tag_ in ("WP", "WDT"):
        return
    if verb.lemma_ in EXPECTED and not (verb.lemma_ in SEEMING or is_passive(verb)):
        return
    if agent_of(verb) is not None:
        return
    pieces = (
        page.span(subject.left_edge.i, subject.right_edge.i),
        page.span(clause.left_edge.i, clause.right_edge.i),
    )
    yield Candidate((), (cue_span(page, verb),), pieces, "seem", CueClass.INFERRED, verb.lemma_)

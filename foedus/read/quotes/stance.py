"""Levers 3 to 9: what is wanted, judged, called, spoken of; nouns and adjectives of stance; seeming."""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.document import Span
from foedus.model.statement import CueClass
from foedus.read.quotes.lexicon import (
    ADJECTIVE,
    ADJECTIVE_OF,
    CALL,
    DOCUMENT_OBJECT,
    DOCUMENT_PREPOSITION,
    DOCUMENTS,
    EXPECTED,
    INFINITIVE,
    NOUN,
    NOUN_OF,
    OBJECT,
    OBJECT_TO,
    PREPOSITION,
    SEEMING,
)
from foedus.read.quotes.page import Candidate, Page
from foedus.read.quotes.trees import (
    agent_of,
    cue_span,
    is_passive,
    own_subject,
    speaker_spans,
    subject_of,
    trimmed,
)


_EXTENDING = frozenset({
    "for", "over", "as", "of", "against", "to", "with", "from", "about",
})  # fmt: skip


def verb_candidates(page: Page, verb: Token) -> Iterator[Candidate]:
    """What the verb's object, infinitive or preposition gives, one candidate of each rule."""
    lemma = verb.lemma_
    if lemma in SEEMING or lemma in EXPECTED:
        yield from _seeming(page, verb)
    noun = _speaker_of(verb)
    if noun is None:
        return
    if lemma in CALL and (piece := _called(page, verb)):
        yield _found(page, verb, noun, piece, "call")
        return
    if lemma in OBJECT_TO and (piece := _object_to(page, verb)):
        yield _found(page, verb, noun, piece, "object-to")
        return
    if lemma in INFINITIVE and (piece := _infinitive(page, verb)):
        yield _found(page, verb, noun, piece, "infinitive")
        return
    if lemma in OBJECT and (piece := _object(page, verb)):
        yield _found(page, verb, noun, piece, "object")
        return
    if lemma in PREPOSITION and (piece := _preposition(page, verb)):
        yield _found(page, verb, noun, piece, "preposition")


def _speaker_of(verb: Token) -> Token | None:
    """Who takes the stance; a participle that only tells which noun is meant takes none."""
    if is_passive(verb):
        return agent_of(verb)
    if verb.dep_ == "acl" and verb.i and verb.left_edge.nbor(-1).text != ",":
        return None
    noun = subject_of(verb)
    return noun if noun is not None and noun.lower_ not in ("it", "you") else None


def _content(page: Page, first: int, last: int) -> tuple[Span, ...]:
    """The tokens as a content, less the writer's own addition at the end."""
    return page.stretch(first, trimmed(page, first, last)) if first <= last else ()


def _found(page: Page, verb: Token, noun: Token, pieces: tuple[Span, ...], rule: str) -> Candidate:
    return Candidate(
        speaker_spans(page, noun), (cue_span(page, verb),), pieces, rule,
        CueClass.ATTITUDE, verb.lemma_,
    )  # fmt: skip


def _infinitive(page: Page, verb: Token) -> tuple[Span, ...]:
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp", "advcl") and child.i > verb.i:
            to = next((c for c in child.children if c.lower_ == "to" and c.dep_ == "aux"), None)
            if to is not None and (child.dep_ == "xcomp" or own_subject(child) is None):
                first = max(child.left_edge.i, verb.i + 1)
                return _content(page, first, child.right_edge.i)
    return ()


def _object_to(page: Page, verb: Token) -> tuple[Span, ...]:
    """The person and the infinitive together: "urged *them to sign*"."""
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp", "advcl") and child.i > verb.i:
            to = next((c for c in child.children if c.lower_ == "to" and c.dep_ == "aux"), None)
            if to is None:
                continue
            thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i < child.i), None)
            thing = thing or own_subject(child)
            if thing is None:
                continue
            return _content(page, max(verb.i + 1, thing.left_edge.i), child.right_edge.i)
    return ()


def _object(page: Page, verb: Token) -> tuple[Span, ...]:
    if is_passive(verb):
        subject = own_subject(verb)
        return _content(page, subject.left_edge.i, subject.right_edge.i) if subject else ()
    for child in verb.children:
        if child.dep_ == "dobj" and child.i > verb.i:
            return _content(page, child.left_edge.i, _extended(page, verb, child))
    return ()


def _extended(page: Page, verb: Token, thing: Token) -> int:
    """The object's last token; a reason ("for …", "over …", "as …") goes with it."""
    last = thing.right_edge.i
    for child in verb.rights:
        if child.i > last and child.dep_ == "prep" and child.lower_ in _EXTENDING:
            if child.left_edge.i == last + 1:
                last = child.right_edge.i
        elif child.i > last:
            break
    return last


def _preposition(page: Page, verb: Token) -> tuple[Span, ...]:
    wanted = PREPOSITION[verb.lemma_]
    for child in verb.rights:
        if child.dep_ in ("prep", "prt") and child.lower_ in wanted:
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            if inner is not None:
                return _content(page, max(child.i + 1, inner.left_edge.i), child.right_edge.i)
    return ()


def _called(page: Page, verb: Token) -> tuple[Span, ...]:
    """Thing and name: "called *the pact a threat*", "described *it as vague*"."""
    if is_passive(verb):
        return ()
    children = list(verb.rights)
    thing = next((c for c in children if c.dep_ == "dobj"), None)
    as_phrase = next((c for c in children if c.dep_ == "prep" and c.lower_ == "as"), None)
    if thing is not None and as_phrase is not None and as_phrase.i > thing.i:
        return _content(page, thing.left_edge.i, as_phrase.right_edge.i)
    things = [c for c in children if c.dep_ == "dobj"]
    if len(things) > 1 and things[-1].left_edge.tag_ in ("DT", "``", "JJ", "PRP$"):
        return _content(page, things[0].left_edge.i, things[-1].right_edge.i)
    predicate = next((c for c in children if c.dep_ == "oprd"), None)
    if predicate is not None:
        subject = own_subject(predicate) or thing
        first = (
            subject.left_edge.i
            if subject is not None and subject.i > verb.i
            else predicate.left_edge.i
        )
        return _content(page, max(verb.i + 1, first), predicate.right_edge.i)
    if verb.lemma_ in ("call", "brand", "label", "term", "dub", "deem", "declare"):
        clause = next((c for c in children if c.dep_ == "ccomp"), None)
        if clause is not None and clause.pos_ in ("NOUN", "PROPN", "ADJ"):
            return _content(page, max(verb.i + 1, clause.left_edge.i), clause.right_edge.i)
    return ()


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
            content = _content(page, child.i + 1, child.right_edge.i)
        elif child.dep_ == "dobj" and verb.lemma_ in DOCUMENT_OBJECT:
            content = _content(page, child.left_edge.i, _ruled(verb, child))
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


def noun_candidates(page: Page, noun: Token) -> Iterator[Candidate]:
    """ "His claim that …", "a refusal to …", "its criticism of …"."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is None and noun.dep_ == "dobj":
        owner = subject_of(noun.head) if noun.head.lemma_ in (
            "make", "express", "voice", "issue", "have", "announce", "repeat", "give", "offer",
            "raise", "share", "hold", "deliver", "reject", "dismiss", "reiterate", "renew",
        ) else None  # fmt: skip
    clause = next((c for c in noun.rights if c.dep_ in ("acl", "ccomp", "relcl")), None)
    said = noun.lemma_ in NOUN and clause is not None and _opens_with(clause, ("that", "to"))
    if owner is None and said and noun.dep_ in ("dobj", "pobj"):
        owner = subject_of(noun.head)
    if owner is None:
        return
    if said and clause is not None:
        yield _of_noun(page, noun, owner, page.span(clause.left_edge.i, clause.right_edge.i))
        return
    wanted = NOUN_OF.get(noun.lemma_)
    if wanted:
        for child in noun.rights:
            if child.dep_ == "prep" and child.lower_ in wanted and child.right_edge.i > child.i:
                yield _of_noun(page, noun, owner, page.span(child.i + 1, child.right_edge.i))
                return


def _opens_with(clause: Token, words: tuple[str, ...]) -> bool:
    edge = clause.left_edge
    return edge.lower_ in words and edge.tag_ not in ("WDT", "WP")


def _of_noun(page: Page, noun: Token, owner: Token, content: Span) -> Candidate:
    return Candidate(
        speaker_spans(page, owner), (page.span(noun.i, noun.i),), (content,), "noun",
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
    if any(t.is_punct for t in page.doc[start : adjective.i]):
        start = adjective.i
    return Candidate(
        speaker_spans(page, noun), (page.span(start, adjective.i),), (page.span(first, last),),
        "adjective", CueClass.ATTITUDE, adjective.lemma_,
    )  # fmt: skip


def _seeming(page: Page, verb: Token) -> Iterator[Candidate]:
    """ "It seems to grow", "he is expected to go": nobody in particular says so."""
    clause = next(
        (c for c in verb.rights if c.dep_ in ("xcomp", "oprd", "acomp")
         and any(k.lower_ == "to" for k in c.lefts)), None)  # fmt: skip
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

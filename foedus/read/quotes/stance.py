"""Levers 3 to 6: what somebody wants, urges, judges, names or speaks of: verb and object."""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from foedus.model.document import Span
from foedus.model.statement import CueClass
from foedus.read.quotes.asked import is_asked
from foedus.read.quotes.lexicon import (
    CALL,
    GERUND,
    INFINITIVE,
    OBJECT,
    OBJECT_TO,
    PHRASAL,
    PHRASAL_PREPOSITION,
    PREPOSITION,
    SET_PHRASE,
    TOLD_OF,
    TOPIC,
)
from foedus.read.quotes.page import OUTSIDE, Candidate, Page
from foedus.read.quotes.phrases import (
    content_of,
    cue_span,
    speaker_spans,
)
from foedus.read.quotes.trees import (
    agent_of,
    is_passive,
    own_subject,
    speaker_of,
)
from foedus.read.texts import DOCUMENTS

_EXTENDING = frozenset({
    "for", "over", "as", "of", "against", "to", "with", "from", "about", "in", "by", "on",
    "because",
})  # fmt: skip


_MEASURING = frozenset({"weigh", "cost", "number"})
_UNNAMED = frozenset({"name", "identify", "quote"})
_NAMING = frozenset({"call", "label", "brand", "dub", "term"})
_OF_THINGS = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "PART"})
_FARTHEST_NAME = 14  # tokens behind the verb within which the marks open
_NO_NAME = frozenset({"soon", "well", "long", "far", "much", "many", "if", "though", "of"})


def verb_candidates(page: Page, verb: Token) -> Iterator[Candidate]:
    """What the verb's object, infinitive or preposition gives, by the first rule that fits."""
    lemma = verb.lemma_
    noun = None if is_asked(verb) else _speaker_of(verb)
    if noun is None or (noun.lemma_ in DOCUMENTS and _is_guessed(verb)):
        return
    for words, rule, pieces_of in _RULES:
        if lemma in words and (pieces := pieces_of(page, verb)):
            yield _found(page, verb, noun, pieces, rule)
            return


def _is_guessed(verb: Token) -> bool:
    """Whether the writer only guesses what a text does: "the deal could refer to …"."""
    return any(c.lower_ in ("could", "may", "might") for c in verb.lefts)


def _speaker_of(verb: Token) -> Token | None:
    """Who takes the stance; a participle that only tells which noun is meant takes none."""
    if is_passive(verb):
        return agent_of(verb)
    if verb.dep_ == "acl" and verb.left_edge.i and verb.left_edge.nbor(-1).text != ",":
        return None
    if verb.tag_ == "VBG" and verb.i and verb.nbor(-1).lower_ == "with":
        return None  # "with *insulting* words"
    noun = speaker_of(verb)
    return noun if noun is not None and noun.lower_ not in ("it", "you") else None


def _found(page: Page, verb: Token, noun: Token, pieces: tuple[Span, ...], rule: str) -> Candidate:
    return Candidate(
        speaker_spans(page, noun, verb), (cue_span(page, verb),), pieces, rule,
        CueClass.ATTITUDE, verb.lemma_,
    )  # fmt: skip


def _infinitive(page: Page, verb: Token) -> tuple[Span, ...]:
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp", "advcl") and child.i > verb.i:
            to = next((c for c in child.children if c.lower_ == "to" and c.dep_ == "aux"), None)
            hidden = child.lemma_ in _UNNAMED and (
                verb.lemma_ in ("decline", "refuse") or any(c.dep_ == "neg" for c in child.lefts)
            )
            if hidden and verb.dep_ in ("relcl", "acl"):
                return ()  # "who asked not to be named": how somebody spoke, and nothing said
            if to is not None and (child.dep_ == "xcomp" or own_subject(child) is None):
                first = max(child.left_edge.i, verb.i + 1)
                return content_of(page, first, child.right_edge.i)
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
            return content_of(page, max(verb.i + 1, thing.left_edge.i), child.right_edge.i)
    return ()


def _gerund(page: Page, verb: Token) -> tuple[Span, ...]:
    """The deed that is denied or proposed: "denied *sending arms*"."""
    for child in verb.rights:
        if child.tag_ == "VBG" and child.dep_ in ("xcomp", "dobj", "ccomp", "pcomp"):
            return content_of(page, max(verb.i + 1, child.left_edge.i), child.right_edge.i)
    return ()


def _object(page: Page, verb: Token) -> tuple[Span, ...]:
    if is_passive(verb):
        subject = own_subject(verb)
        if any(
            c.lower_ == "as" and any(k.dep_ == "pcomp" for k in c.children) for c in verb.rights
        ):
            return ()  # "was quoted as saying": what is said follows
        return content_of(page, subject.left_edge.i, subject.right_edge.i) if subject else ()
    for child in verb.children:
        if child.dep_ == "dobj" and child.i > verb.i:
            if any(c.dep_ == "nummod" for c in child.lefts) and verb.lemma_ in _MEASURING:
                return ()  # "weighs twenty tons"
            return content_of(page, child.left_edge.i, _extended(verb, child))
    return ()


def _extended(verb: Token, part: Token) -> int:
    """The part's last token; a reason or a respect ("for …", "over …", "as …") goes with it."""
    last = part.right_edge.i
    for child in verb.rights:
        on = child.dep_ == "prep" and child.lower_ in _EXTENDING
        if child.left_edge.i == last + 1 and (on or child.dep_ == "ccomp"):
            last = child.right_edge.i
    return last


def _preposition(page: Page, verb: Token) -> tuple[Span, ...]:
    """What the preposition holds: "called for *talks*", "called on *them to stop*"."""
    wanted = PREPOSITION[verb.lemma_]
    for child in verb.rights:
        if child.dep_ != "prep" or child.lower_ not in wanted:
            continue
        inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
        if inner is not None:
            last = max(_extended(verb, child), _infinitive_end(verb, child))
            return content_of(page, max(child.i + 1, inner.left_edge.i), last)
    return ()


def _infinitive_end(verb: Token, preposition: Token) -> int:
    """The last token of the infinitive behind "called on them *to stop*", or -1."""
    if preposition.lower_ not in ("on", "upon", "for", "to", "with"):
        return -1
    for child in verb.rights:
        edge = child.left_edge
        if child.dep_ in ("xcomp", "advcl", "ccomp") and edge.i == preposition.right_edge.i + 1:
            return child.right_edge.i if edge.lower_ == "to" else -1
    return -1


def _topic(page: Page, verb: Token) -> tuple[Span, ...]:
    """What somebody is told of: "warned them about *the risk*", "asked her about *it*"."""
    thing = next((c for c in verb.rights if c.dep_ in ("dobj", "dative")), None)
    if thing is None:
        return ()
    for child in (*verb.rights, *thing.rights):
        told = child.lower_ == "about" or (child.lower_ == "of" and verb.lemma_ in TOLD_OF)
        if child.dep_ == "prep" and told and child.i > thing.i:
            return content_of(page, child.i + 1, child.right_edge.i)
    return ()


def _judged(thing: Token) -> int | None:
    """The last token of "called *the plan weak and old*", an adjective set behind its noun."""
    behind = next((c for c in thing.rights if c.dep_ == "amod" and c.i == thing.i + 1), None)
    return behind.right_edge.i if behind is not None and behind.pos_ == "ADJ" else None


def _called(page: Page, verb: Token) -> tuple[Span, ...]:
    """Thing and name: "called *the pact a threat*", "described *it as vague*"."""
    if is_passive(verb):
        return ()
    children = list(verb.rights)
    thing = next((c for c in children if c.dep_ == "dobj"), None)
    as_phrase = next((c for c in children if _is_as_phrase(c)), None)
    if as_phrase is not None and page.tokens[as_phrase.left_edge.i + 1].lower_ in _NO_NAME:
        return ()
    if thing is not None and as_phrase is not None and as_phrase.i > thing.i:
        return content_of(page, thing.left_edge.i, as_phrase.right_edge.i)
    things = [c for c in children if c.dep_ == "dobj"]
    if len(things) > 1 and things[-1].left_edge.tag_ in ("DT", "``", "JJ", "PRP$"):
        return content_of(page, things[0].left_edge.i, things[-1].right_edge.i)
    predicate = next((c for c in children if c.dep_ == "oprd"), None)
    if predicate is not None:
        subject = own_subject(predicate) or thing
        first = (
            subject.left_edge.i
            if subject is not None and subject.i > verb.i
            else predicate.left_edge.i
        )
        return content_of(page, max(verb.i + 1, first), predicate.right_edge.i)
    quoted = _named_in_marks(page, verb)
    if quoted:
        return quoted
    if verb.lemma_ in ("call", "brand", "label", "term", "dub", "deem", "declare"):
        judged = _judged(thing) if thing is not None else None
        if thing is not None and judged is not None:
            return content_of(page, thing.left_edge.i, judged)
        clause = next((c for c in children if c.dep_ == "ccomp"), None)
        if clause is not None and clause.pos_ in ("NOUN", "PROPN", "ADJ"):
            return content_of(page, max(verb.i + 1, clause.left_edge.i), clause.right_edge.i)
    return ()


def _named_in_marks(page: Page, verb: Token) -> tuple[Span, ...]:
    """ "Called *the pact “a trap”*": a thing and, right behind it, a name between marks."""
    if verb.lemma_ not in _NAMING or page.inside[verb.i] != OUTSIDE:
        return ()
    end = min(page.bounds(verb.i)[1], verb.i + _FARTHEST_NAME)
    at = verb.i + 1
    while at < end and page.inside[at] == OUTSIDE and page.tokens[at].pos_ in _OF_THINGS:
        at += 1
    if at >= end or at == verb.i + 1 or page.inside[at] == OUTSIDE:
        return ()
    return page.stretch(verb.i + 1, page.quotations[page.inside[at]].last)


def _is_as_phrase(part: Token) -> bool:
    """Whether the part names what a thing is taken for: "as a trap", "as vague"."""
    if part.left_edge.lower_ != "as":
        return False
    return part.dep_ in ("prep", "advmod") or (
        part.dep_ == "advcl" and part.pos_ in ("ADJ", "NOUN")
    )


def _phrasal(page: Page, verb: Token) -> tuple[Span, ...]:
    """The object of verb and particle: "ruled out *talks*", "played *the threat* down"."""
    particle = next((c for c in verb.rights if c.dep_ == "prt"), None)
    thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if particle is None or thing is None or particle.lower_ not in PHRASAL[verb.lemma_]:
        return ()
    return content_of(page, thing.left_edge.i, _extended(verb, thing))


def _phrasal_preposition(page: Page, verb: Token) -> tuple[Span, ...]:
    """What verb, particle and preposition hold: "spoke out against *the law*"."""
    particles, prepositions = PHRASAL_PREPOSITION[verb.lemma_]
    if verb.i + 1 >= len(page.tokens) or page.tokens[verb.i + 1].lower_ not in particles:
        return ()
    particle = page.tokens[verb.i + 1]
    for child in (*verb.rights, *particle.rights):
        if child.dep_ == "prep" and child.i == particle.i + 1 and child.lower_ in prepositions:
            return content_of(page, child.i + 1, child.right_edge.i)
    return ()


def _set_phrase(page: Page, verb: Token) -> tuple[Span, ...]:
    """What a set phrase is about: "took issue with *the claim*"."""
    for thing in verb.rights:
        if thing.dep_ != "dobj" or thing.lemma_ not in SET_PHRASE:
            continue
        verbs, prepositions = SET_PHRASE[thing.lemma_]
        by_deed = verb.tag_ == "VBG" and verb.dep_ == "advcl" and thing.lemma_ in _RAISED
        if by_deed and not any(c.dep_ == "mark" for c in verb.lefts):
            continue  # "signed, *raising questions* over it": what is done raises them
        for child in (*thing.rights, *verb.rights):
            fits = child.dep_ == "prep" and child.lower_ in prepositions and child.i > thing.i
            if fits and verb.lemma_ in verbs:
                return content_of(page, child.i + 1, child.right_edge.i)
    return ()


_RAISED = frozenset({"question", "alarm", "concern", "doubt"})
_SET_VERBS = frozenset(verb for verbs, _ in SET_PHRASE.values() for verb in verbs)
_RULES: tuple[tuple[frozenset[str], str, Callable[[Page, Token], tuple[Span, ...]]], ...] = (
    (_SET_VERBS, "set-phrase", _set_phrase),
    (frozenset(PHRASAL), "phrasal", _phrasal),
    (frozenset(PHRASAL_PREPOSITION), "phrasal-preposition", _phrasal_preposition),
    (CALL, "call", _called),
    (OBJECT_TO, "object-to", _object_to),
    (INFINITIVE, "infinitive", _infinitive),
    (GERUND, "gerund", _gerund),
    (TOPIC, "topic", _topic),
    (OBJECT, "object", _object),
    (frozenset(PREPOSITION), "preposition", _preposition),
)

STANCE = frozenset().union(*(words for words, _, _ in _RULES))

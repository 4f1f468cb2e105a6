"""Lever 2: clauses that are said or thought: behind the verb, before it, around it.

A verb of saying or of the mind comes in, with its clause out. Where the parser sees no clause,
the order of the words decides: a short saying clause behind a comma attributes what precedes it.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from foedus.model.document import Span
from foedus.model.statement import CueClass
from foedus.read.moods.conditions import opens_condition
from foedus.read.quotes.asides import dashed_clause, fronted_clause
from foedus.read.quotes.asked import is_asked
from foedus.read.quotes.extent import FINITE, extent
from foedus.read.quotes.lexicon import PARENTHETIC, PLAIN, SAYING
from foedus.read.quotes.page import OUTSIDE, Candidate, Page
from foedus.read.quotes.phrases import (
    clause_around,
    cue_span,
    goes_on,
    speaker_spans,
)
from foedus.read.quotes.trees import (
    goes_on_to_say,
    is_felt,
    is_infinitive,
    is_passive,
    own_subject,
    speaker_of,
)

_FARTHEST_THAT = 16
_LONGEST_ENCLOSED = 10  # tokens of "the minister of trade told them"
_GOING_ON = frozenset({"adding", "saying", "noting", "citing", "referring", "according", "that"})
_OF_CLAUSES = frozenset({
    "nsubj", "nsubjpass", "csubj", "expl", "mark", "advmod", "aux", "auxpass", "attr", "dobj",
})  # fmt: skip
_OF_NAMES = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET"})
# "Finds it hard to sleep": a trial, no opinion.
_OF_EFFORT = frozenset({"difficult", "hard", "easy", "impossible", "tough", "necessary"})
_SET_OFF = frozenset({",", "-", "--", '"', "''", "'"})


def clausal_candidates(page: Page, verb: Token) -> Iterator[Candidate]:
    """What the clause at the verb says, by the first rule that fits."""
    lemma = verb.lemma_
    if is_asked(verb):
        return
    speech = lemma in SAYING
    aside = dashed_clause(page, verb) or fronted_clause(page, verb)
    if aside is not None:
        yield aside
        return
    complement = _complement(verb)
    if complement is None and speech:
        complement = _that_clause(page, verb)
    enclosed = _enclosed(page, verb) if lemma in PARENTHETIC else None
    if enclosed is not None:
        yield enclosed
    elif complement is not None and complement.i > verb.i:
        yield from _behind(page, verb, complement, speech)
    elif lemma in PARENTHETIC:
        found = _around(page, verb, complement) or _at_the_end(page, verb)
        if found is not None:
            yield found


def _at_the_end(page: Page, verb: Token) -> Candidate | None:
    """ "…, two clerks who asked not to be named *said*.": the parser lost whose verb it is."""
    start, end = page.bounds(verb.i)
    if verb.lemma_ != "say" or verb.tag_ not in ("VBD", "VBZ") or own_subject(verb) is not None:
        return None
    if page.words(verb.i + 1, end - 1) or page.inside[verb.i] != OUTSIDE:
        return None
    comma = next((at for at in range(verb.i - 1, start, -1) if page.tokens[at].text == ","), start)
    if comma == start or comma + 1 == verb.i:
        return None
    named = page.tokens[comma + 1].pos_ in _OF_NAMES
    if not named or not _has_clause(page, start, comma - 1):
        return None
    return Candidate(
        (page.span(comma + 1, verb.i - 1),), (cue_span(page, verb),),
        (page.span(start, comma - 1),), "at-the-end", CueClass.SAYING, verb.lemma_,
    )  # fmt: skip


def going_on_candidates(page: Page, verb: Token) -> Iterator[Candidate]:
    """What is said about "she went on" between commas."""
    found = _enclosed(page, verb) if goes_on_to_say(verb) else None
    if found is not None:
        yield replace(found, cue_class=CueClass.SAYING)


def _enclosed(page: Page, verb: Token) -> Candidate | None:
    """A clause of saying between commas amid its words: "the answer, *he said*, was plain"."""
    noun = own_subject(verb)
    if noun is None or noun.tag_ in ("WP", "WDT") or verb.tag_ not in FINITE or is_passive(verb):
        return None
    first, last = min(noun.left_edge.i, verb.i), max(noun.right_edge.i, verb.i)
    last += goes_on_to_say(verb)
    start, end = page.bounds(verb.i)
    hearer = next(
        (c for c in verb.rights if c.dep_ in ("dobj", "dative") and c.i == last + 1), None
    )
    if hearer is not None and verb.lemma_ == "tell":
        last = hearer.right_edge.i
    if not start < first - 1 or last + 2 >= end or last - first > _LONGEST_ENCLOSED:
        return None
    before, behind = page.tokens[first - 1], page.tokens[last + 1]
    outside = page.inside[first - 1] == page.inside[last + 1] == OUTSIDE
    if before.text != "," or behind.text != "," or not outside:
        return None
    opening = page.words(start, first - 2)
    if not opening or page.tokens[last + 2].lower_ in _GOING_ON:
        return None
    idle = all(t.pos_ in ("CCONJ", "ADV", "INTJ") for t in opening)
    pieces = () if idle else page.stretch(_after_semicolon(page, start, first), first - 2)
    return Candidate(
        speaker_spans(page, noun, verb), (cue_span(page, verb),),
        pieces + page.stretch(last + 2, end - 1), "enclosed",
        CueClass.SAYING if verb.lemma_ in SAYING else CueClass.ATTITUDE, verb.lemma_,
    )  # fmt: skip


def _complement(verb: Token) -> Token | None:
    """The clause that the verb takes, one behind it preferred."""
    clauses = [
        c
        for c in verb.children
        if c.dep_ == "ccomp" or (c.dep_ == "xcomp" and c.tag_ == "VBG" and verb.lemma_ in PLAIN)
    ]
    behind = [c for c in clauses if c.i > verb.i]
    if behind:
        return behind[0]
    return clauses[0] if clauses else None


def _that_clause(page: Page, verb: Token) -> Token | None:
    """The clause with "that" not far behind the verb, which the parser hung on another word."""
    end = min(page.bounds(verb.i)[1], verb.i + _FARTHEST_THAT)
    for token in page.tokens[verb.i + 1 : end]:
        another = token.tag_ in FINITE or (token.pos_ == "VERB" and token.lemma_ in SAYING)
        if another or page.inside[token.i] != OUTSIDE or token.text in (";", ":"):
            return None
        if token.lower_ == "that" and token.dep_ == "mark":
            noun = token.head.head
            explains_object = noun.dep_ == "dobj" and noun.head == verb and verb.lemma_ != "tell"
            return token.head if token.head.i > token.i and not explains_object else None
    return None


def _behind(page: Page, verb: Token, complement: Token, speech: bool) -> Iterator[Candidate]:
    if not _is_clause(complement) or (verb.lemma_ == "find" and complement.lemma_ in _OF_EFFORT):
        return
    first, last = extent(page, verb, complement)
    noun, behind = _speaker_set_off(page, verb)
    first = max(first, behind)
    if first > last:
        return
    noun = noun if noun is not None else speaker_of(verb)
    if noun is None and not is_passive(verb):
        return
    if noun is not None and noun.lower_ == "it" and is_infinitive(verb):
        return  # "it is hard *to argue* that": nobody does
    if not speech and (is_felt(verb) or not _holds_view(verb, noun)):
        return
    speaker = speaker_spans(page, noun, verb) if noun is not None else ()
    said = (*_condition_before(page, verb, first), page.span(first, last))
    yield Candidate(
        speaker, (cue_span(page, verb),), said, "clause",
        CueClass.SAYING if speech else CueClass.ATTITUDE, verb.lemma_,
        only_nested=not speech and verb.dep_ == "ccomp",
    )  # fmt: skip


def _speaker_set_off(page: Page, verb: Token) -> tuple[Token | None, int]:
    """The speaker of ", said one old sailor, ..." and the first place behind the comma.

    A parser may take him for the subject of what is said.
    """
    at, end = verb.i + 1, page.bounds(verb.i)[1]
    if own_subject(verb) is not None or verb.i == 0 or page.tokens[verb.i - 1].text != ",":
        return None, 0
    while at < end and page.tokens[at].pos_ in _OF_NAMES:
        at += 1
    if (
        at >= end
        or page.tokens[at].text != ","
        or page.tokens[at - 1].pos_ not in ("NOUN", "PROPN")
    ):
        return None, 0
    return (page.tokens[at - 1], at + 1) if at - 1 > verb.i else (None, 0)


def _condition_before(page: Page, verb: Token, first: int) -> tuple[Span, ...]:
    """The condition that a cue between commas parts off: "*had they stayed*, he said, it ..."."""
    if page.tokens[first - 1].text != ",":
        return ()
    for clause in (c for c in verb.lefts if c.dep_ in ("ccomp", "advcl") and opens_condition(c)):
        end = clause.right_edge.i
        if end + 1 < verb.i and page.tokens[end + 1].text == ",":
            return (page.span(clause.left_edge.i, end),)
    return ()


def _holds_view(verb: Token, noun: Token | None) -> bool:
    """Whether a verb of the mind tells of somebody's view, and not of an "I", an "it" or a wish."""
    if noun is None:
        return is_passive(verb)
    if own_subject(verb) is None and verb.dep_ not in ("conj", "advcl", "xcomp"):
        return False
    if verb.tag_ == "VB" and not any(c.tag_ == "MD" or c.lemma_ == "do" for c in verb.children):
        return False
    return noun.lower_ not in ("i", "it", "you")


def _is_clause(complement: Token) -> bool:
    """Whether the parser's clause is one: it has a subject of its own or a conjunction."""
    return any(c.dep_ in _OF_CLAUSES for c in complement.children)


def _around(page: Page, verb: Token, complement: Token | None) -> Candidate | None:
    """A clause of saying behind or amid its words: "…, he said", "…, she added, …"."""
    noun = own_subject(verb)
    if noun is None or noun.tag_ in ("WP", "WDT") or is_passive(verb):
        return None
    if verb.tag_ not in FINITE and not any(c.dep_ == "aux" for c in verb.children):
        return None
    if complement is None and any(c.tag_ == "MD" for c in verb.lefts) and goes_on(verb):
        return None  # "no matter how, he *will insist on* it"
    first, last = clause_around(verb, complement)
    if any(t.dep_ == "mark" for t in page.tokens[first : verb.i]):
        return None
    pieces = _about(page, verb, complement, first, last)
    if not pieces:
        return None
    return Candidate(
        speaker_spans(page, noun, verb), (cue_span(page, verb),), pieces,
        "parataxis" if len(pieces) > 1 else "clause-before",
        CueClass.SAYING if verb.lemma_ in SAYING else CueClass.ATTITUDE, verb.lemma_,
    )  # fmt: skip


def _about(
    page: Page, verb: Token, complement: Token | None, first: int, last: int
) -> tuple[Span, ...]:
    """What stands before the clause in its sentence, and behind it where commas enclose it."""
    start, end = page.bounds(verb.i)
    start = _after_semicolon(page, start, first)
    if first <= start:
        return ()
    set_off = page.tokens[first - 1].text in _SET_OFF
    if not set_off and not (complement is not None and complement.i < verb.i):
        return ()
    amid = verb.dep_ == "parataxis" and last + 1 < end and page.tokens[last + 1].text in _SET_OFF
    if complement is None and goes_on(verb):
        return ()
    if complement is None and not amid and not _has_clause(page, start, first - 1):
        return ()
    opening = page.words(start, first - 1)
    idle = all(t.pos_ in ("CCONJ", "ADV", "INTJ") for t in opening)
    before = () if idle and amid else page.stretch(start, first - 1)
    if not before and idle:
        return page.stretch(last + 2, end - 1)
    return before + page.stretch(last + 2, end - 1) if before and amid else before


def _after_semicolon(page: Page, start: int, first: int) -> int:
    """Where the words before a clause begin: a semicolon parts what somebody else has said."""
    for at in range(first - 1, start - 1, -1):
        if page.tokens[at].text == ";" and page.inside[at] == OUTSIDE:
            return at + 1
    return start


def _has_clause(page: Page, first: int, last: int) -> bool:
    """Whether a finite verb stands among the tokens that is not that of a relative clause."""
    finite = {"VBD", "VBZ", "VBP", "MD"}
    return any(t.tag_ in finite and t.dep_ != "relcl" for t in page.tokens[first : last + 1])

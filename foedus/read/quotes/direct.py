"""Lever 1: what stands between marks, its cue before or behind it, by the order of the words."""

from dataclasses import replace

from spacy.tokens import Token

from foedus.model.document import Span
from foedus.model.statement import CueClass
from foedus.read.quotes.bylines import byline
from foedus.read.quotes.lexicon import MIND, PLAIN, SAYING, WORDS_OF
from foedus.read.quotes.page import OUTSIDE, Candidate, Page, Quotation
from foedus.read.quotes.phrases import (
    cue_span,
    goes_on,
    speaker_spans,
)
from foedus.read.quotes.trees import (
    goes_on_to_say,
    own_subject,
    speaker_of,
    subject_of,
)
from foedus.read.quotes.works import names_work

_ENDS = frozenset(",?!.-–—…;")
_PERSONS = frozenset({"he", "she", "they", "i", "we", "one", "others"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "VB", "VBG"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_OF_NAMES = _NOUNS | {"DET", "ADJ", "NUM"}
_BESIDE = frozenset({"relcl", "acl", "aux", "auxpass"})
_BREAKS = frozenset({":", ".", "?", "!", "-", "--", ";"})


def direct_candidates(page: Page) -> list[Candidate]:
    """The quotations that a cue in their own sentence, or a line set before them, attributes."""
    found: list[Candidate] = []
    by_cue: dict[tuple[Span, ...], int] = {}
    for quotation in page.quotations:
        if names_work(page, quotation):
            continue
        candidate = (
            _cue_behind(page, quotation)
            or _cue_before(page, quotation)
            or byline(page, quotation)
            or _line_before(page, quotation)
        )
        if candidate is None:
            continue
        if candidate.cue in by_cue:
            at = by_cue[candidate.cue]
            found[at] = _with_pieces(found[at], candidate.content)
        else:
            by_cue[candidate.cue] = len(found)
            found.append(candidate)
    return found


def _with_pieces(candidate: Candidate, more: tuple[Span, ...]) -> Candidate:
    pieces = tuple(sorted({*candidate.content, *more}))
    return replace(candidate, content=pieces)


def _before(page: Page, quotation: Quotation) -> tuple[int, int]:
    """The tokens of the sentence before the quotation, back to an earlier quotation."""
    start = page.bounds(quotation.first)[0]
    first = quotation.first
    while first > start and page.inside[first - 1] == OUTSIDE:
        first -= 1
    return first, quotation.first - 1


def _behind(page: Page, quotation: Quotation) -> tuple[int, int]:
    """The tokens of the sentence behind the quotation, up to the next one."""
    end = page.bounds(quotation.last)[1]
    last = quotation.last
    while last + 1 < end and page.inside[last + 1] == OUTSIDE:
        last += 1
    return quotation.last + 1, last


def _candidate(
    page: Page, verb: Token, speaker: tuple[Span, ...], content: Span, rule: str
) -> Candidate:
    return Candidate(
        speaker, (cue_span(page, verb),), (content,), rule, CueClass.SAYING,
        verb.lemma_,
    )  # fmt: skip


def _speaks(token: Token) -> bool:
    if token.tag_ not in _FINITE:
        return False
    saying = token.lemma_ in SAYING and token.pos_ in ("VERB", "AUX", "NOUN")
    return saying or (token.pos_ == "VERB" and goes_on_to_say(token))


def _cue_behind(page: Page, quotation: Quotation) -> Candidate | None:
    """ "…," she said. Words before the marks in the sentence belong to what is said."""
    first, last = _behind(page, quotation)
    if first > last or not _closes(page, quotation, first):
        return None
    verb = _top_cue(page, first, last)
    if verb is None:
        return None
    speaker = _speaker_among(page, verb, first, last)
    if not speaker:
        return None
    start, until = _before(page, quotation)
    lead = page.words(start, until)
    if not lead or page.tokens[until].text in _BREAKS:
        return _candidate(page, verb, speaker, quotation.span, "quote")
    opens_sentence = start == page.bounds(quotation.first)[0]
    if not opens_sentence or any(_speaks(t) and own_subject(t) is not None for t in lead):
        return None
    if goes_on(verb):
        return None
    content = Span(page.tokens[lead[0].i].idx, quotation.span.end)
    return _candidate(page, verb, speaker, content, "quote-lead")


def _speaker_among(page: Page, verb: Token, first: int, last: int) -> tuple[Span, ...]:
    """The verb's subject among the tokens; where the parser went astray, what stands beside it."""
    noun = own_subject(verb)
    if noun is not None and first <= noun.left_edge.i and noun.right_edge.i <= last:
        return speaker_spans(page, noun, verb)
    words = page.words(first, verb.i - 1)
    while words and words[-1].pos_ in ("ADV", "AUX") and words[-1].text[0].islower():
        words.pop()
    named = bool(words) and all(word.text[0].isupper() for word in words)
    if words and (named or words[0].pos_ in ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM")):
        end = words[0].i
        while end + 1 < verb.i and not page.tokens[end + 1].is_punct and end < words[-1].i:
            end += 1
        return (page.span(words[0].i, end),)
    thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if thing is not None and not words and thing.right_edge.i <= last:
        return speaker_spans(page, thing)
    return () if words else _phrase_from(page, verb.i + 1, last)


def _phrase_from(page: Page, first: int, last: int) -> tuple[Span, ...]:
    """The noun phrase that begins at a token, as far as no mark or verb stands: said *a clerk*."""
    end = first
    while end <= last and (
        page.tokens[end].pos_ in _OF_NAMES or (end > first and page.tokens[end].lower_ == "of")
    ):
        end += 1
    phrase = page.tokens[first:end]
    return page.stretch(first, end - 1) if any(t.pos_ in _NOUNS for t in phrase) else ()


def _closes(page: Page, quotation: Quotation, behind: int) -> bool:
    """Whether a comma, stop or dash ends the quotation, so that a cue may follow."""
    inner = page.text[quotation.span.start : quotation.span.end].rstrip("”»\"'’“‘ ")
    return inner[-1:] in _ENDS or page.tokens[behind].text in (",", "-", "--")


def _top_cue(page: Page, first: int, last: int) -> Token | None:
    """The verb among the tokens that says the quotation before them: "…," said he / he barked."""
    verbs = [t for t in page.tokens[first : last + 1] if t.pos_ in ("VERB", "AUX")]
    for verb in verbs:
        finite = verb.dep_ == "acl" and verb.tag_ == "VBD"  # "the envoy, Ann Roe, wrote Sunday"
        beside = verb.dep_ in _BESIDE and not finite
        if beside or any(c.dep_ == "mark" for c in verb.children):
            continue
        if _speaks(verb):
            return verb
        subject = own_subject(verb)
        if verb.tag_ in ("VBD", "VBZ") and subject is not None and first <= subject.i <= last:
            return verb if _is_bare(page, verb, first) else None
    return None


def _is_bare(page: Page, verb: Token, first: int) -> bool:
    """Whether a verb that is none of saying stands so close that it must be meant: "…," he went."""
    if page.text[page.tokens[first - 1].idx - 1] not in ",?!":
        return False
    taken = ("dobj", "ccomp", "attr", "acomp", "auxpass", "neg")
    bare = not any(c.dep_ in taken and c.i >= first for c in verb.children)
    return bare and len(page.words(first, verb.i)) <= 4


def _cue_before(page: Page, quotation: Quotation) -> Candidate | None:
    """She said, "…"; she told the paper: "…"; she said "…"; she said that "…"."""
    first, last = _before(page, quotation)
    if first > last:
        return None
    mark = page.tokens[last].text
    verb = next((t for t in reversed(page.tokens[first : last + 1]) if _speaks(t)), None)
    if verb is None or not _reaches(page, quotation, verb, last):
        return _colon(page, quotation, first, last) if mark == ":" else None
    noun = speaker_of(verb)
    if noun is not None and page.inside[noun.i] != OUTSIDE:
        return None
    speaker = speaker_spans(page, noun, verb) if noun is not None else _inverted(page, verb, last)
    if not speaker:
        return None
    content = quotation.span
    if page.tokens[last].lower_ == "that":
        content = Span(page.tokens[last].idx, content.end)
    found = _candidate(page, verb, speaker, content, "quote")
    lead = _lead(page, quotation, verb, noun, first)
    return _with_pieces(found, lead) if lead else found


def _lead(
    page: Page, quotation: Quotation, verb: Token, noun: Token | None, first: int
) -> tuple[Span, ...]:
    """What is said before the cue where the quotation only goes on with it.

    "*The streets were empty*, he said, “but the shops were open”": a small letter opens the
    quotation, and the cue stands between commas.
    """
    opening = quotation.span.of(page.text).lstrip("“«„\"'`‘ ")[:1]
    if not opening.islower() or page.tokens[quotation.first - 1].text != "," or noun is None:
        return ()
    start = min(noun.left_edge.i, verb.i)
    if start - 2 < first or page.tokens[start - 1].text != ",":
        return ()
    return page.stretch(first, start - 2) if page.words(first, start - 2) else ()


def _reaches(page: Page, quotation: Quotation, verb: Token, last: int) -> bool:
    """Whether the verb before the quotation has it for its words, and not a part of them."""
    mark = page.tokens[last].lower_
    to_the_end = not page.words(*_behind(page, quotation))
    opening = quotation.span.of(page.text)[:4].lstrip("“«„\"'`‘ ")
    between = [t for t in page.tokens[verb.i + 1 : last + 1] if t.head != verb or t.dep_ == "ccomp"]
    if any(t.dep_ in ("nsubj", "mark") or t.tag_ in ("VBD", "VBZ", "VBP") for t in between):
        return mark == "that" and to_the_end and last - verb.i <= 4 and len(between) <= 3
    if mark in (",", ":", "-", "--"):
        return True
    if verb.i == last or (verb.lemma_ == "tell" and last - verb.i <= 3):
        return opening[:1].isupper() or (to_the_end and verb.lemma_ in PLAIN)
    return mark == "that" and to_the_end and last - verb.i <= 4


def _inverted(page: Page, verb: Token, last: int) -> tuple[Span, ...]:
    """The name behind a verb that opens its sentence: "Said Smith: …"."""
    words = page.words(verb.i + 1, last)
    if verb.i == page.bounds(verb.i)[0] and words and words[0].pos_ in ("PROPN", "PRON", "DET"):
        return (page.span(words[0].i, words[-1].i),)
    return ()


def _colon(page: Page, quotation: Quotation, first: int, last: int) -> Candidate | None:
    """A name or a clause, a colon, a quotation: "Smith: '…'", "His answer was plain: '…'"."""
    speaker = _colon_speaker(page, first, last)
    if not speaker or page.words(*_behind(page, quotation)):
        return None
    return Candidate(
        speaker, (page.span(last, last),), (quotation.span,), "quote", CueClass.SAYING, ":"
    )


def _colon_speaker(page: Page, first: int, last: int) -> tuple[Span, ...]:
    """Who speaks behind the colon: the name before it, a person who is subject, "his answer"."""
    tail = _name_before(page, first, last)
    if tail is not None:
        return (tail,)
    words = page.words(first, last)
    if any(_tells(word) for word in words):
        return ()  # "he said that it had one meaning: '…'" is told as a whole
    inside = {t.i for t in words}
    roots = [t for t in words if t.head.i not in inside or t.head == t]
    for root in roots:
        noun = own_subject(root) or (subject_of(root) if root.pos_ in ("VERB", "AUX") else None)
        noun = noun if noun is not None else root
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        if noun.lemma_ in WORDS_OF and owner is not None and owner.i in inside:
            return speaker_spans(page, owner)
        told_by = noun.dep_ == "nsubj" and noun.pos_ == "NOUN" and not noun.ent_type_
        if noun.i in inside and (noun.pos_ == "PROPN" or noun.lower_ in _PERSONS or told_by):
            return speaker_spans(page, noun)
    return ()


def _tells(word: Token) -> bool:
    """Whether the word is a verb of saying or thinking with a clause for its words."""
    known = word.lemma_ in SAYING or word.lemma_ in MIND
    return known and own_subject(word) is not None and any(
        c.dep_ == "ccomp" and own_subject(c) is not None for c in word.children
    )  # fmt: skip


def _name_before(page: Page, first: int, colon: int) -> Span | None:
    """The name that stands right before the colon."""
    start = colon
    while start > first and page.tokens[start - 1].pos_ == "PROPN":
        start -= 1
    return page.span(start, colon - 1) if start < colon else None


def _line_before(page: Page, quotation: Quotation) -> Candidate | None:
    """He said: and the quotation is the next paragraph."""
    block = page.blocks[quotation.block].span
    if quotation.block == 0 or quotation.span.start > block.start or quotation.first == 0:
        return None
    colon = page.tokens[quotation.first - 1]
    if colon.is_space and colon.i:
        colon = page.tokens[colon.i - 1]
    if colon.text != ":" or page.role(quotation.block) != page.role(quotation.block - 1):
        return None
    first = page.bounds(colon.i)[0]
    verb = next((t for t in reversed(page.tokens[first : colon.i]) if _speaks(t)), None)
    if verb is None:
        return _colon(page, quotation, first, colon.i)
    noun = speaker_of(verb)
    speaker = speaker_spans(page, noun) if noun is not None else _inverted(page, verb, colon.i)
    if not speaker:
        return _colon(page, quotation, first, colon.i)
    return _candidate(page, verb, speaker, quotation.span, "quote")

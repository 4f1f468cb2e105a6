"""A tokenised paragraph in, the same with places marked where no sentence may begin.

One component runs between spaCy's tagger and its parser, which heeds most of the marks: after an
abbreviation, before a closing mark, between a quotation and the words that attribute it. One
runs after the parser and joins what it cut there all the same.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.util import compile_infix_regex

BEFORE = "foedus_seams"
AFTER = "foedus_joins"

TITLES = frozenset({
    "Dr.", "Mr.", "Mrs.", "Ms.", "Messrs.", "Prof.", "Gen.", "Maj.", "Col.", "Lt.", "Capt.",
    "Cmdr.", "Adm.", "Sgt.", "Cpl.", "Pvt.", "Brig.", "Rep.", "Reps.", "Sen.", "Sens.", "Gov.",
    "Govs.", "Amb.", "Hon.", "Rev.", "Fr.", "Msgr.", "St.", "Supt.", "Insp.", "Det.", "Atty.",
    "Asst.", "Dep.", "Min.", "Pres.", "Sec.", "Mt.", "Ft.", "Sr.", "vs.", "Cf.", "cf.", "Ret.",
})  # fmt: skip
_NUMBERED = frozenset({"No", "Nos", "Art", "Arts", "Para", "Ch", "Vol", "Sec", "Fig", "pp"})
_STATES = frozenset({"U.S.", "U.K.", "U.N.", "E.U.", "U.S.A.", "U.A.E.", "D.C."})
_MARKS = frozenset({'"', "''", "'"})
_DASHES = frozenset({"-", "--", "---"})
_STOPS = frozenset({".", ","})
_SPEECH = frozenset({
    "said", "says", "say", "told", "tells", "asked", "asks", "added", "adds", "wrote", "writes",
    "tweeted", "replied", "replies", "shouted", "exclaimed", "yelled", "joked", "quipped",
    "responded", "answered", "continued", "declared", "demanded", "wondered", "cried", "posted",
    "remarked", "noted", "explained", "insisted", "pressed", "started", "began", "mused",
    "recalled", "concluded", "observed", "protested", "retorted", "whispered", "muttered",
    "snapped", "repeated", "retaliated", "countered", "pleaded", "urged", "boasted", "lamented",
    "complained", "argued",
})  # fmt: skip
_TO_SOMEBODY = frozenset({"told", "tells", "asked", "asks"})
_AFTER_SPEECH = frozenset({
    "in", "on", "at", "to", "of", "during", "when", "after", "as", "before", "about", "from",
    "while", "with", "by", "via", "last", "this", "earlier", "later", "reporters", "them", "him",
    "her", "me", "us", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    "Sunday", "recently", "angrily", "again", "yesterday", "today",
})  # fmt: skip
_HYPHENED = ("co-operat", "co-ordinat")  # one word, in British spelling
_ENDINGS = ("e", "es", "ed", "ing", "ion", "ive", "or", "ors")
_LONGEST_NAME = 7
_JAMMED = (r'(?<=[a-z])[,:](?=")', r'(?<=[a-z.!?,:])"(?=[A-Za-z])')  # said,"Look  |  done."Then


@Language.component(BEFORE)
def keep_seams_closed(doc: Doc) -> Doc:
    """Mark the tokens of `doc` that cannot begin a sentence, and marks that open one."""
    for token in doc:
        for joined in _joined_after(token):
            joined.is_sent_start = False
        if token.text in _MARKS and _opens_sentence(token):
            token.is_sent_start = True
    return doc


@Language.component(AFTER)
def join_at_seams(doc: Doc) -> Doc:
    """Join the sentences that the parser cut at a seam all the same (it may, at a root)."""
    starts = [sent.start for sent in doc.sents][1:]
    for start in starts:
        token = doc[start]
        before = doc[max(0, start - 2) : start]
        if any(token in _joined_after(earlier) for earlier in before):
            first, second = before[-1].sent.root, token.sent.root
            first.dep_ = "ccomp" if second.pos_ == "VERB" else "dep"
            first.head = second
    return doc


def add_seams(nlp: Language) -> Language:
    """Teach the pipeline the abbreviations and put the components about its parser."""
    tokenizer: Any = nlp.tokenizer
    for title in sorted(TITLES):
        tokenizer.add_special_case(title, [{"ORTH": title}])
    for stem in _HYPHENED:
        for ending in _ENDINGS:
            for word in (stem + ending, stem.capitalize() + ending):
                tokenizer.add_special_case(word, [{"ORTH": word, "NORM": word.replace("-", "")}])
    infixes = [*(nlp.Defaults.infixes or ()), *_JAMMED]
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    if "parser" in nlp.pipe_names and BEFORE not in nlp.pipe_names:
        nlp.add_pipe(BEFORE, before="parser")
        nlp.add_pipe(AFTER, after="parser")
    return nlp


def _joined_after(token: Token) -> Iterator[Token]:
    """The tokens next after `token` that belong to its sentence."""
    text = token.text
    if text in _MARKS:
        yield from _after_mark(token)
    elif text in TITLES:
        yield from _next(token)
    elif text in _STATES:
        yield from (after for after in _next(token) if after.text[:1].islower())
    elif text == "." and token.i and token.nbor(-1).text in _NUMBERED:
        yield from (after for after in _next(token) if after.text[:1].isdigit())


def _after_mark(mark: Token) -> Iterator[Token]:
    if mark.i == 0 or mark.nbor(-1).whitespace_:
        return
    yield mark
    following = list(mark.doc[mark.i + 1 : mark.i + 2 + _LONGEST_NAME])
    if not following:
        return
    if following[0].text[:1].islower():
        yield following[0]
    elif following[0].text in _DASHES and following[0].whitespace_:
        yield from following[:2]
    elif _attributes(following, bare=_last_within(mark) not in "?!…-"):
        yield following[0]


def _opens_sentence(mark: Token) -> bool:
    """Whether an opening mark stands behind the end of a sentence."""
    if mark.i == 0 or mark.whitespace_ or mark.i + 1 == len(mark.doc):
        return False
    before = mark.nbor(-1)
    if before.is_space and before.i:
        before = before.nbor(-1)
    elif not before.whitespace_:
        return False
    if not mark.nbor(1).text[:1].isupper():
        return False
    if before.text in _MARKS and before.i:
        before = before.nbor(-1)
    return before.text in (".", "?", "!")


def _last_within(mark: Token) -> str:
    """The last character before a closing mark, and before one within it: "Why?’”"."""
    before = mark.nbor(-1)
    while before.text in _MARKS and before.i and not before.nbor(-1).whitespace_:
        before = before.nbor(-1)
    return before.text[-1]


def _attributes(tokens: list[Token], bare: bool = False) -> bool:
    """Whether the tokens read "Name Surname said." or the like, and no new statement.

    `bare`: nothing may stand behind the verb, as behind a stop within the marks.
    """
    for token, after in pairwise(tokens):
        if token.text in _SPEECH or (token.text, after.text) == ("went", "on"):
            if bare:
                return token.i > tokens[0].i and after.text in _STOPS
            plain = token.text in _TO_SOMEBODY or after.is_punct or after.text in _AFTER_SPEECH
            return token.i > tokens[0].i and (plain or after.text == "on")
        if token.text[:1].islower() and token.text not in ("of", "the", "and", "for"):
            return False
    return False


def _next(token: Token) -> Iterator[Token]:
    if token.i + 1 < len(token.doc):
        yield token.nbor(1)

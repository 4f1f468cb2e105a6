"""Attributions by the way: "according to …", "in the words of …", and clauses between dashes."""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.document import Span
from foedus.model.statement import CueClass
from foedus.read.quotes.lexicon import SAYING
from foedus.read.quotes.page import OUTSIDE, Candidate, Page
from foedus.read.quotes.phrases import (
    cue_span,
    speaker_spans,
)
from foedus.read.quotes.trees import (
    own_subject,
)

_FINITE = frozenset({"VBD", "VBZ", "VBP", "VB"})
_LONGEST_DASHED = 8
# "In the words of", "in his view", "by her account": the noun with its preposition
OF_WORDS = {
    "word": "in", "telling": "in", "account": "by", "view": "in", "opinion": "in", "eye": "in",
    "judgment": "in", "judgement": "in", "estimation": "in", "reckoning": "by",
}  # fmt: skip
_UTTERED = frozenset({"word", "telling", "account"})
_SETS_OFF = frozenset({",", "-", "--", ":", "(", ")"})
_NOTING = (SAYING | {"put"}) - {"begin", "continue", "conclude", "finish", "repeat", "ask"}


def dashed_clause(page: Page, verb: Token) -> Candidate | None:
    """A clause of its own between dashes: "food and - officials say - arms".

    Where a conjunction or article stands before the dashes, what follows them is attributed
    alone; else the whole sentence is.
    """
    start, end = page.bounds(verb.i)
    if verb.tag_ not in _FINITE or verb.i + 2 >= end or not _is_dash(page.tokens[verb.i + 1]):
        return None
    opening = verb.i - 1
    while (
        opening > start
        and verb.i - opening <= _LONGEST_DASHED
        and not _is_dash(page.tokens[opening])
    ):
        opening -= 1
    words = page.words(opening + 1, verb.i - 1)
    if opening <= start or not _is_dash(page.tokens[opening]) or not words:
        return None
    after = page.stretch(verb.i + 2, _phrase_end(page, verb.i + 2, end))
    alone = page.tokens[opening - 1].tag_ in ("CC", "DT", "IN", "PRP$")
    content = (
        after if alone else page.stretch(start, opening - 1) + page.stretch(verb.i + 2, end - 1)
    )
    return Candidate(
        (page.span(words[0].i, words[-1].i),), (cue_span(page, verb),), content, "dashes",
        CueClass.SAYING if verb.lemma_ in SAYING else CueClass.ATTITUDE, verb.lemma_,
    )  # fmt: skip


def fronted_clause(page: Page, verb: Token) -> Candidate | None:
    """ "*As* the ministry *noted*, the port has closed": the sentence behind the comma."""
    opening = next((c for c in verb.lefts if c.lower_ == "as"), None)
    noun = own_subject(verb)
    if opening is None or noun is None or verb.lemma_ not in _NOTING:
        return None
    start, end = page.bounds(verb.i)
    if not opening.i < noun.i < verb.i or page.inside[verb.i] != OUTSIDE:
        return None
    if any(t.pos_ not in ("CCONJ", "ADV", "INTJ") for t in page.words(start, opening.i - 1)):
        return None
    behind = range(verb.i + 1, min(end - 1, verb.i + _LONGEST_DASHED))
    comma = next((at for at in behind if page.tokens[at].text in (",", ":")), None)
    if comma is None:
        return None
    lemma = verb.lemma_
    return Candidate(
        speaker_spans(page, noun, verb), (cue_span(page, verb),),
        page.stretch(comma + 1, end - 1), "fronted", CueClass.SAYING, lemma,
    )  # fmt: skip


def _is_dash(token: Token) -> bool:
    """A dash between words, not the hyphen within one."""
    return token.text in ("-", "--") and token.i > 0 and bool(token.nbor(-1).whitespace_)


def _phrase_end(page: Page, first: int, end: int) -> int:
    """The last token before the next comma, semicolon or stop."""
    last = first
    while last + 1 < end and page.tokens[last + 1].text not in (",", ";", ".", "?", "!"):
        last += 1
    return last


def _relative_around(token: Token, noun: Token) -> Token | None:
    """The verb of the clause with "which" or "who" that the aside stands in, if any."""
    node = token
    for _ in range(_LONGEST_DASHED):
        if node.dep_ == "relcl" and node.left_edge.i < token.left_edge.i:
            held = any(t.tag_ in ("WDT", "WP", "WP$") for t in node.lefts) or (
                node.left_edge.dep_ == "prep" and node.left_edge.nbor(1).tag_ == "WDT"
            )
            return node if held and node.i != noun.head.i else None
        if node.head.i == node.i:
            return None
        node = node.head
    return None


def according_candidates(page: Page, token: Token) -> Iterator[Candidate]:
    """The clause that "according to" somebody holds."""
    to = next((c for c in token.rights if c.lower_ == "to"), None)
    noun = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
    if noun is None or to is None or noun.i < to.i:
        return
    pieces = _around(page, token, noun, noun.right_edge.i)
    if pieces:
        yield Candidate(
            speaker_spans(page, noun, token), (page.span(token.i, to.i),), pieces, "according",
            CueClass.SAYING, "according",
        )  # fmt: skip


def words_of_candidates(page: Page, noun: Token) -> Iterator[Candidate]:
    """The clause beside "in the words of …", "in her view", "by their own account"."""
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ != OF_WORDS[noun.lemma_]:
        return
    of = next((c for c in noun.rights if c.lower_ == "of"), None)
    whose = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    if of is not None:
        whose = next((c for c in of.children if c.dep_ == "pobj"), None)
    start, end = page.bounds(noun.i)
    first, last = preposition.left_edge.i, preposition.right_edge.i
    if whose is None or page.inside[noun.i] != OUTSIDE:
        return
    opens = not page.words(start, first - 1) or page.tokens[first - 1].text in _SETS_OFF
    closes = not page.words(last + 1, end - 1) or page.tokens[last + 1].text in _SETS_OFF
    pieces = _around(page, preposition, noun, last) if opens and closes else ()
    if pieces:
        kind = CueClass.SAYING if noun.lemma_ in _UTTERED else CueClass.ATTITUDE
        yield Candidate(
            speaker_spans(page, whose, noun), (page.span(preposition.i, noun.i),), pieces,
            "words-of", kind, noun.lemma_,
        )  # fmt: skip


def _around(page: Page, token: Token, noun: Token, last: int) -> tuple[Span, ...]:
    """The clause before an aside that ends at `last` or, where it opens the sentence, behind it."""
    start, end = page.bounds(token.i)
    # "Under Article 7, it must go, *according* to the text": the parser hangs the rest on it
    swallowed = token.left_edge.i == start and token.dep_ == "ROOT"
    first = token.i if swallowed else token.left_edge.i
    pieces = []
    clause = _relative_around(token, noun)
    if clause is not None:
        start, end = max(start, clause.left_edge.i), clause.right_edge.i + 1
    before = page.words(start, first - 1)
    opened = next((t.i for t in page.tokens[start:first] if t.text == "("), -1)
    if opened >= 0 and all(t.text != ")" for t in page.tokens[opened:first]):
        before, start = page.words(opened + 1, first - 1), opened + 1
    if len(before) == 2 and before[0].tag_ == "DT" and before[1].lemma_ == "be":
        return ()  # "that's according to …": of what, the sentence before tells
    if any(t.pos_ not in ("CCONJ", "ADV", "INTJ") for t in before):
        pieces.append((start, first - 1))
        if (
            last + 1 < end
            and page.tokens[last + 1].text == ","
            and page.tokens[first - 1].text == ","
        ):
            pieces.append((last + 2, end - 1))
    else:
        pieces.append((last + 1, end - 1))
    return tuple(page.span(a, b) for a, b in pieces if a <= b)

"""A parsed text and its statements in; its clauses, each with subject, words and voices, out."""

from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np
from spacy.tokens import Doc, Token

from foedus.model.document import Span
from foedus.model.statement import Statement
from foedus.read.assessments.voices import Contents
from foedus.read.sentences import Parsed

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_CLAUSES = frozenset(
    {"ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis", "acl", "pcomp", "dep"}
)
_LINKS = frozenset(
    {"that", "while", "whilst", "although", "though", "since", "because", "as", "whereas"}
)
_DISCOURSE = frozenset(
    {"however", "meanwhile", "moreover", "furthermore", "nevertheless", "still", "also", "instead",
     "besides", "therefore", "thus", "then", "so", "and", "but", "fundamentally", "indeed"}
)  # fmt: skip
_VERBS = frozenset({"VERB", "AUX"})
_EDGE_MARKS = " \t,;:-()[]"
_QUOTES = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»"}


class Clause:
    """One clause: its verb, its subject (taken over where it is shared), words and voices.

    `statements` are those that it stands in, outermost first; `instrument` is the one that it is
    said of, once it is known.
    """

    def __init__(self, verb: Token, statements: tuple[Statement, ...], text: str) -> None:
        self.verb = verb
        self.subject = subject_of(verb)
        self.instrument: Token | None = None
        self.statements = statements
        self.text = text

    @cached_property
    def span(self) -> Span:
        """The words of the clause itself, without what is joined to it and without the cue."""
        return clause_span(self.verb, self.statements, self.text)

    @cached_property
    def sentence(self) -> Span:
        """The whole sentence that the clause stands in."""
        sentence = self.verb.sent
        return trimmed(Span(sentence.start_char, sentence.end_char), self.text, marks=" \n\t")

    @property
    def speaker(self) -> tuple[Span, ...]:
        """The innermost speaker's words: who is speaking here; () for the report itself."""
        return self.statements[-1].speaker if self.statements else ()


def clauses(parsed: Parsed, statements: Sequence[Statement]) -> Iterator[Clause]:
    """Every clause with a verb of its own, in order of the text."""
    doc, text = parsed.doc, parsed.reading.text
    standing = Contents(statements)
    tags = doc.to_array(["POS", "DEP"])
    heads = np.isin(tags[:, 0], _ids(doc, _VERBS)) & np.isin(tags[:, 1], _ids(doc, _CLAUSES))
    # "to consult means to ask": a parser takes "means" for what is consulted
    heads |= doc.to_array(["LEMMA", "TAG"])[:, 0] == doc.vocab.strings["mean"]
    heads &= tags[:, 0] != doc.vocab.strings["NOUN"]
    for index in heads.nonzero()[0]:
        token = doc[int(index)]
        yield Clause(token, standing.at(token.idx), text)


def _ids(doc: Doc, names: frozenset[str]) -> list[int]:
    return [doc.vocab.strings[name] for name in names]


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """Who or what the verb is said of, also where it is shared with another verb or a noun."""
    own = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if own is not None:
        relative = verb.dep_ == "relcl" and own.tag_ in ("WDT", "WP")
        return verb.head if relative else own
    if depth > 5 or verb.head.i == verb.i:
        return None
    if verb.dep_ in ("acl", "relcl"):
        return verb.head
    if verb.dep_ in ("conj", "xcomp", "advcl") and verb.head.pos_ in ("VERB", "AUX"):
        return subject_of(verb.head, depth + 1)
    return None


def clause_span(verb: Token, within: Sequence[Statement], text: str) -> Span:
    """The words of the clause, without the clauses joined to it and without the cue."""
    kept = _between_semicolons([t for t in _own_tokens(verb) if not t.is_space], verb)
    while kept and kept[0].i != verb.i and _is_opening(kept[0], verb):
        kept.pop(0)
    while kept and kept[-1].i != verb.i and kept[-1].dep_ in ("cc", "punct"):
        kept.pop()
    start, end = kept[0].idx, kept[-1].idx + len(kept[-1])
    pieces = [c for s in within[-1:] for c in s.content if c.start <= verb.idx < c.end]
    if pieces:
        start, end = max(start, pieces[0].start), min(end, pieces[0].end)
    return _with_opening_mark(trimmed(Span(start, end), text), text)


def _with_opening_mark(span: Span, text: str) -> Span:
    """ "'Joint' means equal": the mark before its first word belongs to it."""
    before = text[span.start - 1 : span.start]
    closed = before == '"' and span.of(text).count('"') % 2
    return Span(span.start - 1, span.end) if closed else span


def _between_semicolons(tokens: list[Token], verb: Token) -> list[Token]:
    """The stretch around the verb: semicolons and colons part clauses, whatever the parse.

    So does a dash between two clauses where it is the only one.
    """
    stops = [t.i for t in tokens if t.text in (";", ":")] + _dash(verb)
    first = max((i for i in stops if i < verb.i), default=-1)
    last = min((i for i in stops if i > verb.i), default=verb.doc[-1].i + 1)
    return [t for t in tokens if first < t.i < last]


def _dash(verb: Token) -> list[int]:
    """The place of the sentence's only dash, where a clause with a subject stands on each side."""
    sentence = verb.sent
    dashes = [t.i for t in sentence if t.text in ("-", "--") and t.i > sentence.start
              and t.nbor(-1).whitespace_ and t.whitespace_]  # fmt: skip
    if len(dashes) != 1:
        return []
    heads = [t.i for t in sentence if t.dep_ in _CLAUSES - {"relcl", "acl"} and _is_clause(t)]
    apart = any(i < dashes[0] for i in heads) and any(i > dashes[0] for i in heads)
    return dashes if apart else []


def _is_opening(token: Token, verb: Token) -> bool:
    """Words that only link the clause to what stands before it."""
    if token.dep_ in ("cc", "punct"):
        return True
    if token.dep_ == "mark":
        return token.lower_ in _LINKS
    return token.dep_ == "advmod" and token.head.i == verb.i and token.lower_ in _DISCOURSE


def _own_tokens(verb: Token) -> list[Token]:
    apart = [child for child in verb.children if _is_other(child, verb)]
    apart += [token for token in verb.subtree if _is_absolute(token, verb)]
    others = {token.i for child in apart for token in child.subtree}
    return [t for t in verb.subtree if t.i not in others]


def _is_other(child: Token, verb: Token) -> bool:
    """Whether what hangs on the verb is a clause of its own, told beside this one."""
    if child.dep_ == "conj":
        return _is_clause(child)
    if child.dep_ == "advcl":
        opening = next((c.lower_ for c in child.children if c.dep_ in ("mark", "advmod")), "")
        return opening in _LINKS and (child.i < verb.i or opening != "as")
    return child.dep_ == "parataxis"


def _is_absolute(token: Token, verb: Token) -> bool:
    """ ", with officials saying ...": a clause of its own, wherever the parser hangs it."""
    if token.lower_ != "with" or token.i <= verb.i or token.nbor(-1).lower_ != ",":
        return False
    return any(c.dep_ == "pcomp" and _is_clause(c) for c in token.children)


def _is_clause(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and any(c.dep_ in _SUBJECTS for c in token.children)


def trimmed(span: Span, text: str, marks: str = _EDGE_MARKS) -> Span:
    """The span without edge punctuation and without a quotation mark that lost its partner."""
    start, end = span.start, span.end
    while start < end:
        if text[start] in marks:
            start += 1
        elif text[end - 1] in marks or (text[end - 1] in ".!?" and marks is _EDGE_MARKS):
            end -= 1
        elif marks is _EDGE_MARKS and _alone(text, start, end):
            if text[start] in _QUOTES and _closed(text, start, end) != end:
                break
            start, end = (start + 1, end) if text[start] in _QUOTES else (start, end - 1)
        else:
            break
    return Span(start, _closed(text, start, end) if marks is _EDGE_MARKS else end)


def _closed(text: str, start: int, end: int) -> int:
    """Take in the closing mark of a quotation that opens within and ends just behind."""
    inner, behind = text[start:end], text[end : end + 2]
    for opening, closing in (("“", "”"), ("‘", "’"), ('"', '"')):
        count = inner.count(opening) - (inner.count(closing) if opening != closing else 0)
        if count % 2 == 1 and closing in behind and not behind[:1].isalnum():
            return end + behind.index(closing) + 1
    return end


def _alone(text: str, start: int, end: int) -> bool:
    first, last = text[start], text[end - 1]
    inner = text[start:end]
    if first in _QUOTES:
        return inner.count(_QUOTES[first]) < (2 if _QUOTES[first] == first else 1)
    if last in _QUOTES.values() and last not in ("'", "’"):
        opening = next(o for o, c in _QUOTES.items() if c == last)
        return inner.count(opening) < (2 if opening == last else 1)
    return False

"""A content's tokens in; its main clauses, each by its head, out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from foedus.model.document import Span
from foedus.read.moods.conditions import opens_condition
from foedus.read.moods.words import CONDITION_MARKS


@dataclass(frozen=True, slots=True)
class MainClause:
    """The head of a main clause, the heads in its sentence, the content's tokens in that."""

    head: Token
    heads: tuple[Token, ...]
    tokens: tuple[Token, ...]


_VERBS = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
_NO_HEADS = frozenset({"punct", "cc", "mark", "intj", "case", "det", "aux", "auxpass"})
_MOST = 8  # clauses that are read of one sentence; what is joined beyond belongs to the last
_TURNED = frozenset({"should", "had", "were"})
_BESIDE = frozenset({"advcl", "relcl", "acl", "npadvmod", "advmod"})


def tokens_of(doc: Doc, content: Iterable[Span]) -> list[Token]:
    """The words and marks of the content, in order."""
    runs = [list(doc.char_span(p.start, p.end, alignment_mode="expand") or ()) for p in content]
    if len(runs) == 1:
        return [token for token in runs[0] if not token.is_space]
    found = {token.i: token for run in runs for token in run}
    return [found[i] for i in sorted(found) if not found[i].is_space]


def main_clauses(tokens: list[Token]) -> list[MainClause]:
    """Each main clause, in order; of a content without a verb its phrase.

    A sentence has one, and one more for each verb joined to it that has a subject of its own.
    """
    inside = {t.i for t in tokens}
    found: list[MainClause] = []
    for sentence in _sentences(tokens):
        roots = [t for t in sentence if _is_root(t, inside)]
        if roots:
            main = _behind_inverted(min(roots, key=_rank) if len(roots) > 1 else roots[0])
            joined = [t for t in _joined(main) if t.i in inside]
            heads = tuple(sorted((main, *joined), key=lambda t: t.i))
            found += [MainClause(head, heads, sentence) for head in heads]
    return [clause for clause in found if is_clause(clause.head)] or found[:1]


def _sentences(tokens: list[Token]) -> Iterator[tuple[Token, ...]]:
    """The tokens by sentence. (`Token.sent` is slow: this looks at where sentences start.)"""
    run: list[Token] = []
    for token in tokens:
        if run and _starts_between(run[-1], token):
            yield tuple(run)
            run = []
        run.append(token)
    if run:
        yield tuple(run)


def _starts_between(before: Token, token: Token) -> bool:
    if token.i == before.i + 1:
        return bool(token.is_sent_start)
    doc = token.doc
    return any(doc[i].is_sent_start for i in range(before.i + 1, token.i + 1))


def is_clause(head: Token) -> bool:
    """Whether the head is a verb that tells something, no participle before a noun."""
    told = head.pos_ in _VERBS or any(c.dep_ in _SUBJECTS for c in head.children)
    return told and head.dep_ not in ("amod", "compound", "nmod")


def _is_root(token: Token, inside: set[int]) -> bool:
    out = token.head.i == token.i or token.head.i not in inside
    return out and token.dep_ not in _NO_HEADS and not token.is_punct


def _rank(token: Token) -> tuple[bool, bool, bool, int, int]:
    """Clauses before phrases, main clauses before conditions and what else stands beside."""
    depth = sum(1 for _ in token.ancestors)
    finite = any(c.dep_ in _SUBJECTS for c in token.children)
    return (not is_clause(token), opens_condition(token), token.dep_ in _BESIDE and not finite,
            depth, token.i)  # fmt: skip


def _behind_inverted(main: Token) -> Token:
    """ "Should they attack, Peru would respond": the parser takes the condition for the clause."""
    before = [c for c in main.lefts if c.dep_ == "ccomp" and _told(c)]
    if before and opens_condition(main):
        return before[-1]  # "it would hold had they stayed"
    later = [c for c in main.rights if c.dep_ == "conj" and _told(c)]
    if later and any(c.dep_ == "mark" and c.lower_ in CONDITION_MARKS for c in main.lefts):
        return later[-1]  # "if it opens and if it stays, we go"
    turned = [c for c in main.lefts if c.lower_ in _TURNED and c.i == main.left_edge.i]
    if not turned or any(t.text == "?" for t in main.sent):
        return main
    later = [c for c in main.rights if c.dep_ in ("ccomp", "conj", "parataxis") and _told(c)]
    return later[0] if later else main


def _told(verb: Token) -> bool:
    return any(c.dep_ in _SUBJECTS for c in verb.lefts) and is_clause(verb)


def _joined(main: Token) -> list[Token]:
    """The verbs joined to it that have a subject of their own: clauses beside it, `_MOST` at most.

    A parser takes the first of two clauses side by side for a complement of the second.
    """
    found: list[Token] = []
    waiting = [main]
    while waiting and len(found) < _MOST:
        verb = waiting.pop(0)
        for child in verb.children:
            beside = child.dep_ == "ccomp" and child.i < verb.i and _told(child)
            if (child.dep_ == "conj" and is_clause(child)) or beside:
                waiting.append(child)
                found += [child] if any(c.dep_ in _SUBJECTS for c in child.children) else []
    return found[:_MOST]

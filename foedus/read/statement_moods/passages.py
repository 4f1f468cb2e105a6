"""A main clause in; its passages within the content out."""

from collections.abc import Iterable

from spacy.tokens import Token

from foedus.model.document import Span
from foedus.read.assessments.clauses import trimmed
from foedus.read.statement_moods.heads import MainClause

_MARKS = frozenset({'"', "''", "'", ")"})


def passages_of(clause: MainClause, content: Iterable[Span], text: str) -> tuple[Span, ...]:
    """The passages of the content that belong to the clause: its sentence, or its part of it."""
    head = clause.head
    own = list(clause.tokens)
    if len(clause.heads) > 1:
        owners = _owners(clause)
        own = [t for t, owner in zip(own, owners, strict=True) if owner == head.i] or [head]
    # what is joined by one verb and another lies apart: each run of tokens is a passage
    runs: list[list[Token]] = []
    while own[-1].i != head.i and own[-1].dep_ in ("cc", "punct") and own[-1].text not in _MARKS:
        own.pop()
    for token in own:
        if runs and token.i == runs[-1][-1].i + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    spans = [Span(run[0].idx, run[-1].idx + len(run[-1])) for run in runs]
    return clipped(spans, content, text)


def _owners(clause: MainClause) -> list[int]:
    """For each token the clause's head that it stands below, by its number.

    What stands below none belongs to the main one. One climb a token, however deep the parse.
    """
    heads = {h.i for h in clause.heads}
    main = next((h.i for h in clause.heads if not any(a.i in heads for a in h.ancestors)),
                clause.head.i)  # fmt: skip
    known: dict[int, int] = {i: i for i in heads}
    for token in clause.tokens:
        path, node = [], token
        while node.i not in known and node.head.i != node.i:
            path.append(node.i)
            node = node.head
        owner = known.setdefault(node.i, main)
        known.update(dict.fromkeys(path, owner))
    return [known[token.i] for token in clause.tokens]


def clipped(spans: Iterable[Span], content: Iterable[Span], text: str) -> tuple[Span, ...]:
    """What of the spans lies in the content, marks at the edges trimmed."""
    kept = []
    for span in spans:
        for piece in content:
            start, end = max(span.start, piece.start), min(span.end, piece.end)
            part = trimmed(Span(start, end), text) if start < end else None
            if part is not None and any(map(str.isalnum, part.of(text))):
                kept.append(part)
    return tuple(kept)

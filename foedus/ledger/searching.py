"""Words in, the places where they stand out: full-text search with the passage of each hit.

A query is words (all must occur, in any form of the word), "a phrase", beginning*, -without,
and OR between alternatives. Whatever else is typed is taken as words, never as a command.
"""

import json
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection, func, literal_column, null, select, text

from foedus.ledger.asking import is_newest
from foedus.ledger.tables import DOCUMENT, FOUND, RUN, STATEMENT
from foedus.model.document import Span
from foedus.model.errors import InputError

_TOKEN = re.compile(r'(?P<no>-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_MOST = 64  # words of a query; with thousands FTS5's own parser gives up
_BEFORE, _AFTER = 60, 100  # characters of context around the first hit


@dataclass(frozen=True, slots=True)
class Found:
    """One hit: `row` is document or statement, `id` its id.

    `passage` is the first hit's place in the document, `snippet` the text around it as it
    stands, and `marks` where in the snippet the words were found.
    """

    row: str
    id: str
    document: str
    passage: Span
    snippet: str
    marks: tuple[Span, ...]


def match(query: str) -> str:
    """The query in FTS5's language, every word quoted. Raises InputError for none, or too many."""
    wanted: list[list[str]] = [[]]
    unwanted: list[str] = []
    for token in _TOKEN.finditer("".join(c if c.isprintable() else " " for c in query)):
        words = token["phrase"] if token["phrase"] is not None else token["word"]
        if token["word"] == "OR" and not token["no"]:
            wanted.append([])
        elif any(letter.isalnum() for letter in words):
            quoted = '"' + words.strip("*") + '"' + ("*" if words.endswith("*") else "")
            (unwanted if token["no"] else wanted[-1]).append(quoted)
    if len(unwanted) + sum(map(len, wanted)) > _MOST:
        raise InputError(f"search: the query has more than {_MOST} words; look for fewer at once")
    alternatives = [f"({' AND '.join(words)})" for words in wanted if words]
    if not alternatives:
        raise InputError(
            f"search: {query!r} holds no word to look for; "
            'give words, "a phrase", or the beginning of a word with *'
        )
    found = f"({' OR '.join(alternatives)})"
    return f"{found} NOT ({' OR '.join(unwanted)})" if unwanted else found


def search(
    connection: Connection, query: str, limit: int, statements: bool, withdrawn: frozenset[str]
) -> Iterator[Found]:
    """The hits, best first: in documents, or in the words of current statements."""
    table = STATEMENT if statements else DOCUMENT
    name = table.name
    mark = f"\x02{secrets.token_hex(8)}"  # no document holds it, by chance or on purpose
    hits = (
        select(
            table.c.id,
            STATEMENT.c.document if statements else DOCUMENT.c.id.label("document"),
            STATEMENT.c.body if statements else null().label("body"),
            func.highlight(literal_column(f"{name}_search"), 0, mark, mark).label("marked"),
        )
        .select_from(table.join(text(f"{name}_search"), text(f"{name}_search.rowid = {name}.seq")))
        .where(text(f"{name}_search MATCH :match").bindparams(match=match(query)))
        .order_by(text("rank"), table.c.id)
        .limit(limit + len(withdrawn))
    )
    if statements:
        current = (
            select(FOUND.c.row)
            .join(RUN, RUN.c.id == FOUND.c.run)
            .where(is_newest(withdrawn=withdrawn))
        )
        hits = hits.where(STATEMENT.c.id.in_(current))
    standing = (row for row in connection.execute(hits) if not {row.id, row.document} & withdrawn)
    for row in islice(standing, limit):
        content = json.loads(row.body)["content"] if statements else []
        yield _found(name, row.id, row.document, row.marked.split(mark), content)


def _found(
    name: str, row: str, document: str, pieces: list[str], content: list[list[int]]
) -> Found:
    """A hit from the text cut at its marks: every second piece was found."""
    at, spans = 0, []
    for n, piece in enumerate(pieces):
        if n % 2:
            spans.append(Span(at, at + len(piece)))
        at += len(piece)
    words = "".join(pieces)
    window = _window(words, spans[0])
    marks = tuple(
        Span(span.start - window.start, span.end - window.start)
        for span in spans
        if window.covers(span)
    )
    passage = spans[0]
    if name == "statement":
        passage = Span(_place(passage.start, content), _place(passage.end - 1, content) + 1)
    return Found(name, row, document, passage, window.of(words), marks)


def _window(words: str, hit: Span) -> Span:
    """Some context on both sides of the hit, cut between words."""
    start, end = max(0, hit.start - _BEFORE), min(len(words), hit.end + _AFTER)
    if start:
        start = min((words.find(" ", start, hit.start) + 1) or hit.start, hit.start)
    if end < len(words):
        end = max(words.rfind(" ", hit.end, end), hit.end)
    return Span(start, end)


def _place(offset: int, content: list[list[int]]) -> int:
    """Where a character of a statement's words, its pieces joined by spaces, is in the document."""
    for start, end in content:
        if offset < end - start:
            return start + offset
        offset -= end - start + 1
    return content[-1][1] - 1

"""Rows of plain text in, rows of attributions out, with offsets into each row's text."""

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.language import Language

from foedus.model.document import Document, Span
from foedus.model.reading import Relocation, put_row
from foedus.model.statement import Statement
from foedus.read.actors import find_actors
from foedus.read.clean import line_roles, reading_text
from foedus.read.language import other_language
from foedus.read.quotes.learned import Tagger
from foedus.read.quotes.statements import find_statements
from foedus.read.quotes.unattributed import unattributed
from foedus.read.sentences import parse, pipeline, plain_reading
from foedus.read.speaker_rows import speaker_row

Row = dict[str, Any]


def annotate_quotes(
    rows: Iterable[Row], speakers: bool = False, model: Tagger | None = None
) -> Iterator[Row]:
    """For each row `{"id", "text"}` a row `{"id", "attributions", "unattributed"}`, in order.

    An attribution is `{"source", "cue", "content", "kind", "cue_class", "basis", "nested"}`;
    the first three are lists of `[start, end]` into the text, end exclusive. How the content is
    put stands beside it as `manner_row` gives it, with `further` clauses. Lines of page furniture
    are left out, as in a reading; a text that is nothing else is read whole. A quotation that
    continues a speaker's paragraph is joined to that attribution, and its spans stand in
    `"continued"` too. What stands between quotation marks and nobody is told to have said is no
    attribution: its spans are listed under `"unattributed"`.
    A text in another language than English has neither, and says so under `"unread"`.
    With `speakers` each has a `"speaker"` too (see `speaker_row`); that takes half the parse again.
    With a `model`, a tagger that a user trained, rules and tagger settle together what holds.
    """
    nlp = pipeline()
    with nlp.select_pipes(disable=() if speakers else _unneeded(nlp)):
        for row in rows:
            yield {"id": row["id"], **_attributed(str(row["text"]), nlp, speakers, model)}


def _unneeded(nlp: Language) -> list[str]:
    return [name for name in ("ner",) if name in nlp.pipe_names]


def _attributed(text: str, nlp: Language, speakers: bool, model: Tagger | None) -> Row:
    from foedus.read.statement_moods import put_statements  # its assessments need this package

    language = other_language(text)
    if language is not None:
        why = f"it is in {language}; only English is read yet"
        return {"attributions": [], "unattributed": [], "unread": why}
    document = Document(text)
    reading = reading_text(document, line_roles(document))
    if not reading.blocks:
        reading = plain_reading(text)
    parsed = parse(reading, nlp)
    cast = find_actors(parsed) if speakers else None
    statements = put_statements(find_statements(parsed, model=model), parsed)
    if cast:
        from foedus.read.speakers import identify_speakers  # its frames need this package

        statements = identify_speakers(statements, parsed, cast)
    back = Relocation(document, reading)

    def spans(pieces: Iterable[Span]) -> list[list[int]]:
        located = (place for piece in pieces for place in reading.locate(piece))
        return [[place.start, place.end] for place in sorted(located)]

    def as_row(statement: Statement) -> Row:
        return {
            "source": spans(statement.speaker),
            "cue": spans(statement.cue),
            "content": spans(statement.content),
            **put_row(tuple(map(back.manner, statement.put))),
            "kind": statement.kind.value,
            "cue_class": statement.cue_class.value,
            "cue_mood": statement.cue_mood.value,
            "force": statement.force.value,
            "basis": statement.basis,
            **({"speaker": speaker_row(statement, cast, reading.text, spans)} if cast else {}),
            "nested": [as_row(inner) for inner in statement.nested],
        }

    found: list[tuple[Statement, Row]] = []
    for statement in statements:
        if statement.basis == "none":
            continue
        row = as_row(statement)
        if statement.basis != "continued" or not _join(found, statement, row):
            found.append((statement, row))
    alone = [s for s in statements if s.basis == "none"]
    alone += unattributed(parsed, statements)
    return {
        "attributions": [row for _, row in found],
        "unattributed": sorted(spans(statement.content) for statement in alone),
    }


def _join(found: list[tuple[Statement, Row]], more: Statement, added: Row) -> bool:
    """Join a continuing quotation to the last attribution of the same speaker's words."""
    for statement, row in reversed(found):
        if statement.speaker == more.speaker:
            row["content"] = [*row["content"], *added["content"]]
            row["continued"] = [*row.get("continued", []), *added["content"]]
            put = {key: added[key] for key in put_row(more.put[:1])}
            row["further"] = [*row.get("further", []), put, *added.get("further", [])]
            row["nested"] = [*row["nested"], *added["nested"]]
            if row["kind"] != more.kind.value:
                row["kind"] = "mixed"
            return True
    return False

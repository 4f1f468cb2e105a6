"""A document in, its reading out: every reader in order, each seeing what the last one found."""

from datetime import date

from foedus import __version__
from foedus.model.document import Document
from foedus.model.reading import Reading, Relocation
from foedus.read.actors import find_actors
from foedus.read.clean import PageHints, line_roles, reading_text
from foedus.read.frames.assemble import find_claims
from foedus.read.quotes import find_statements, unattributed
from foedus.read.sentences import parse
from foedus.read.speakers import identify_speakers
from foedus.read.statement_moods import put_statements

RUN = f"foedus/{__version__}"


def read(
    document: Document, published: date | None = None, hints: PageHints | None = None
) -> Reading:
    """Read one document.

    `published` is the day of publication, against which relative dates are resolved; without it
    they stay as said. `hints` is what a page's markup says of its lines. All spans of the result
    are offsets into `document.text`.
    """
    lines = line_roles(document, hints)
    reading = reading_text(document, lines)
    parsed = parse(reading)
    cast = find_actors(parsed, published)
    found = put_statements(find_statements(parsed, cast), parsed)
    statements = identify_speakers(found, parsed, cast)
    claims = find_claims(parsed, cast, statements, published)
    alone = put_statements(unattributed(parsed, statements), parsed)
    every = sorted((*statements, *alone), key=lambda statement: min(statement.content))
    back = Relocation(document, reading)
    return Reading(
        document=document,
        lines=lines,
        cast=back.cast(cast),
        statements=tuple(map(back.statement, every)),
        claims=tuple(map(back.claim, claims)),
        run=RUN,
    )

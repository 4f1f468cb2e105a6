"""A clause in; the single words that it holds up between quotation marks out."""

import re

from foedus.model.document import Span
from foedus.read.assessments.clauses import Clause
from foedus.read.sentences import Parsed, normalised

_QUOTED = re.compile(r"(?<![\w])([\"'])([A-Za-z][\w-]*(?: [\w-]+){0,2})\1(?!\w)")


def open_terms(clause: Clause, parsed: Parsed) -> tuple[Span, ...]:
    """One to three words between quotation marks, a noun or a verb at their head; no marks."""
    text = normalised(clause.span.of(parsed.reading.text))
    start = clause.span.start
    found = []
    for match in _QUOTED.finditer(text):
        term = Span(start + match.start(2), start + match.end(2))
        tokens = parsed.doc.char_span(term.start, term.end, alignment_mode="expand")
        if tokens is not None and tokens.root.pos_ in ("NOUN", "PROPN", "VERB"):
            found.append(term)
    return tuple(found)

"""A clause in; the single words that it holds up between quotation marks out."""

import re

from foedus.model.document import Span
from foedus.read.assessments.clauses import Clause
from foedus.read.sentences import Parsed, normalised

_QUOTED = re.compile(r"(?<![\w])([\"'])([A-Za-z][\w-]*(?: [\w-]+){0,2})\1(?!\w)")


def open_terms(clause: Clause, parsed: Parsed) -> tuple[Span, ...]:
    """One to three words between quotation marks inside the clause, marks left out."""
    text = normalised(clause.span.of(parsed.reading.text))
    start = clause.span.start
    return tuple(
        Span(start + m.start(2), start + m.end(2))
        for m in _QUOTED.finditer(text)
        if (m.start(), m.end()) != (0, len(text))
    )

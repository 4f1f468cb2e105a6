"""Rows with a text in, rows with the role of every line out: the batch form of `line_roles`."""

from collections.abc import Iterable, Iterator
from typing import Any

from foedus.model.document import KEPT_ROLES, Document
from foedus.read.clean.roles import line_roles


def annotate_lines(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """For each `{"id", "text"}`: `{"id", "lines": [{"n", "role"}], "keep", "text"}`.

    Lines are numbered from 1 over `text.split("\\n")`; `keep` holds the numbers of the lines of
    body and standfirst, `text` those lines, joined by line feeds.
    """
    for row in rows:
        document = Document(row["text"])
        lines = line_roles(document)
        kept = [line for line in lines if line.role in KEPT_ROLES]
        yield {
            "id": row["id"],
            "lines": [{"n": line.n, "role": line.role.value} for line in lines],
            "keep": [line.n for line in kept],
            "text": "\n".join(line.span.of(document.text) for line in kept),
        }

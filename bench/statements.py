"""Attributions annotated by eye in, how well they are found in the two founding reports out.

`judged/statements.jsonl` holds, a line a document, its hash and for each attribution the offsets of
source, cue and content: no text. It was written and frozen before any prediction was seen, by the
habits of PolNeAR: attitudes too, flat, "that" within the content, the source with its apposition,
a quotation without a cue joined to the paragraph before that it continues; captions too, but no
furniture.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bench.scoring import Rows, attributions_scored, rows_of
from foedus.api import annotate
from foedus.model.document import KEPT_ROLES, Document
from foedus.model.identity import text_hash
from foedus.read.clean import line_roles

STATEMENTS = Path(__file__).parent / "judged" / "statements.jsonl"
ROLES = ("source", "cue", "content")


def founding_quotes(data: Path) -> dict[str, float]:
    """End-to-end F1 on the founding reports, all and by kind, against what was annotated by eye.

    `body` is the F1 over all kinds where the reader is given the body lines alone, as `foedus read`
    keeps them (what is annotated in other lines, such as captions, is left out there). No numbers,
    and a line on standard error, where `data` holds no founding reports.
    """
    texts = [p.read_text("utf-8") for p in sorted((data / "seeds").glob("*.txt"))]
    if not texts:
        print(f"founding_quotes: skipped, no reports in {data / 'seeds'}", file=sys.stderr)
        return {}
    gold = annotated(texts)
    score = data / "attribution" / "score.py"
    whole = _f1_by_kind(score, gold)
    return {**whole, "body": _f1_by_kind(score, [body_alone(row) for row in gold])["all"]}


def annotated(texts: Iterable[str]) -> Rows:
    """The gold rows (id, text, attributions) of those texts that were annotated by eye."""
    known = {row["document"]: row["attributions"] for row in rows_of(STATEMENTS)}
    hashes = ((text_hash(text), text) for text in texts)
    return [
        {"id": key, "text": text, "attributions": known[key]}
        for key, text in hashes
        if key in known
    ]


def body_alone(row: dict[str, Any]) -> dict[str, Any]:
    """A gold row of its body lines alone, with the attributions that stand in them moved along."""
    moved: dict[int, int] = {}
    text = ""
    for line in line_roles(Document(row["text"])):
        if line.role in KEPT_ROLES:
            start = line.span.start
            moved |= {at: len(text) + at - start for at in range(start, line.span.end)}
            text += line.span.of(row["text"]).rstrip("\n") + "\n"
    return {"id": row["id"], "text": text, "attributions": list(_moved(row, moved))}


def _moved(row: dict[str, Any], moved: dict[int, int]) -> Iterator[dict[str, Any]]:
    for one in row["attributions"]:
        pieces = [piece for role in ROLES for piece in one[role]]
        if all(start in moved and end - 1 in moved for start, end in pieces):
            yield {
                role: [[moved[start], moved[end - 1] + 1] for start, end in one[role]]
                for role in ROLES
            }


def _f1_by_kind(score: Path, gold: Rows) -> dict[str, float]:
    predicted = annotate("quotes", ({"id": row["id"], "text": row["text"]} for row in gold))
    table = attributions_scored(score, gold, predicted)["attribution"]
    return {
        kind: table[kind]["end_to_end"]["f1"] for kind in ("all", "direct", "indirect", "mixed")
    }

"""Who said what: annotated attributions in, how well and how fast they are found out.

`judged/statements.jsonl` holds, a line a document, its hash and for each attribution the offsets of
source, cue and content: no text. It was written and frozen before any prediction was seen, by the
habits of PolNeAR: attitudes too, flat, "that" within the content, the source with its apposition,
a quotation without a cue joined to the paragraph before that it continues; captions too, but no
furniture.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from bench.scoring import Rows, best_of, rows_of, rows_scored
from foedus.api import annotate
from foedus.model.document import KEPT_ROLES, Document
from foedus.model.identity import text_hash
from foedus.read.clean import line_roles
from foedus.read.quotes import find_statements
from foedus.read.sentences import parse, pipeline, plain_reading

STATEMENTS = Path(__file__).parent / "judged" / "statements.jsonl"
ROLES = ("source", "cue", "content")
KINDS = ("all", "direct", "indirect", "mixed")


def quotes(data: Path) -> dict[str, float]:
    """Who said what on PolNeAR dev, by the rules alone.

    End-to-end F1, all and by kind; the speaker's head given the content; recall where the cue is a
    word of saying; precision of what is told to be said (`cue_class` saying).
    """
    dev = data / "attribution" / "polnear_dev.jsonl"
    score = data / "attribution" / "score.py"
    gold = rows_of(dev)
    predicted = list(annotate("quotes", ({"id": row["id"], "text": row["text"]} for row in gold)))
    saying = [
        {**row, "attributions": [a for a in row["attributions"] if a["cue_class"] == "saying"]}
        for row in predicted
    ]
    whole = rows_scored(score, gold, predicted)["attribution"]
    stated = rows_scored(score, gold, saying)["attribution"]
    return {
        **{kind: whole[kind]["end_to_end"]["f1"] for kind in KINDS},
        "speaker_head": whole["all"]["speaker"]["head"],
        "saying_recall": whole["all"]["speech"]["recall_end_to_end"],
        "saying_precision": stated["all"]["end_to_end"]["p"],
    }


def quotes_speed(data: Path) -> dict[str, float]:
    """Parsing PolNeAR dev and finding its statements, over parsing alone, in one run.

    `annotated` is the same for whole rows, with page furniture told apart and each content's mood.
    """
    rows = [{"id": r["id"], "text": r["text"]}
            for r in rows_of(data / "attribution" / "polnear_dev.jsonl")]  # fmt: skip
    readings = [plain_reading(row["text"]) for row in rows]
    nlp = pipeline()
    with nlp.select_pipes(disable=["ner"]):
        parsed = [parse(reading, nlp) for reading in readings]
        alone = best_of(lambda: [parse(reading, nlp) for reading in readings])
    found = best_of(lambda: [find_statements(one) for one in parsed])
    annotated_in = best_of(lambda: list(annotate("quotes", iter(rows))))
    return {"ratio": (alone + found) / alone, "annotated": annotated_in / alone}


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
    table = rows_scored(score, gold, predicted)["attribution"]
    return {kind: table[kind]["end_to_end"]["f1"] for kind in KINDS}


STATEMENT_MEASURES: dict[str, Callable[[Path], dict[str, float]]] = {
    "quotes": quotes,
    "founding_quotes": founding_quotes,
    "quotes_speed": quotes_speed,
}

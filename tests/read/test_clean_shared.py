"""The floors of line roles on the development data, where that lies beside the repository."""

import json
from pathlib import Path

import pytest

from foedus.model.document import KEPT_ROLES, Document, LineRole
from foedus.read.clean import annotate_lines, line_roles

pytestmark = pytest.mark.shared


def test_the_founding_reports_keep_28_lines_and_three_captions(shared: Path) -> None:
    kept = captions = 0
    for path in sorted((shared / "seeds").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        found = [line for line in line_roles(Document(text)) if line.span.of(text).strip()]
        kept += sum(line.role in KEPT_ROLES for line in found)
        captions += sum(line.role is LineRole.CAPTION for line in found)
    assert (kept, captions) == (28, 3)


def test_body_lines_of_50_pages(shared: Path) -> None:
    rows = (shared / "furniture" / "cases.jsonl").read_text(encoding="utf-8").splitlines()
    scores = []
    for row in map(json.loads, rows):
        (found,) = annotate_lines([{"id": row["id"], "text": row["text"]}])
        labels = row["line_labels"]
        body = {n for n, label in enumerate(labels, 1) if label == "body"}
        kept = {n for n in found["keep"] if labels[n - 1] != "mixed"}
        scores.append(2 * len(body & kept) / (len(body) + len(kept)))
    assert sum(scores) / len(scores) >= 0.91

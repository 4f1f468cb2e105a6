"""Annotated attributions in; what the rules miss and what they make up, by class, out.

    python bench/errors.py GOLD.jsonl [--show CLASS] [--limit 20]

The `score.py` beside GOLD pairs contents and judges speakers, as for the score itself.
"""

import argparse
import importlib.util
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.scoring import rows_of  # noqa: E402 - the root must be on the path first
from foedus.api import annotate  # noqa: E402

Row = dict[str, Any]


def scorer(path: Path) -> Any:
    """The module at the path."""
    spec = importlib.util.spec_from_file_location("attribution_score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def errors(score: Any, gold: Row, predicted: Row) -> Iterator[tuple[str, str]]:
    """The errors of one text, each as its class and the words of the content concerned.

    What is gold and not found right: missed, content too short or too long, wrong speaker; beside
    the kind and whether the cue is a word of saying. What is found where nothing is: its cue class.
    """
    text, mask = gold["text"], score.quoted_mask(gold["text"])
    theirs = list(_items(score, text, mask, gold["attributions"]))
    ours = list(_items(score, text, mask, predicted["attributions"]))
    pairs = {i: (j, jaccard) for i, j, jaccard
             in score.pair([item for _, item in theirs], [item for _, item in ours])}  # fmt: skip
    for number, (row, item) in enumerate(theirs):
        at, jaccard = pairs.get(number, (None, 0.0))
        found = ours[at][1] if at is not None else None
        how = _fault(score, text, item, found, jaccard)
        if how:
            cue = "saying" if item.speech else "other cue"
            yield f"{item.kind}, {cue}: {how}", _words(text, row)
    used = {at for at, _ in pairs.values()}
    for number, (row, item) in enumerate(ours):
        if number not in used:
            yield f"nothing there: {item.kind}, {row['cue_class']}", _words(text, row)


def _items(score: Any, text: str, mask: Any, rows: list[Row]) -> Iterator[tuple[Row, Any]]:
    for row in rows:
        for item in score.items(text, mask, [row], "attribution"):
            yield row, item


def _fault(score: Any, text: str, gold: Any, found: Any, jaccard: float) -> str:
    if found is None or not jaccard:
        return "missed"
    if jaccard < score.THRESHOLD:
        return "content too short" if len(found.chars) < len(gold.chars) else "content too long"
    if not gold.source:
        return "speaker where none is" if found.source else ""
    heads = score.head_spans(text, gold.source_spans)
    return "" if any(head <= found.source for head in heads) else "wrong speaker"


def _words(text: str, row: Row) -> str:
    return " ... ".join(text[start:end] for start, end in row["content"])


def main() -> None:
    """Print the classes of a gold file with their counts, or the contents of one class."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--show", default="", help="a class: print its contents")
    parser.add_argument("--limit", type=int, default=20)
    chosen = parser.parse_args()
    gold = rows_of(chosen.gold)
    score = scorer(chosen.gold.parent / "score.py")
    predicted = annotate("quotes", ({"id": row["id"], "text": row["text"]} for row in gold))
    found = [e for one, other in zip(gold, predicted, strict=True)
             for e in errors(score, one, other)]  # fmt: skip
    if chosen.show:
        for words in [words for name, words in found if name == chosen.show][: chosen.limit]:
            print(words.replace("\n", " "))
        return
    for name, count in Counter(name for name, _ in found).most_common():
        print(f"{count:5d}  {name}")


if __name__ == "__main__":
    main()

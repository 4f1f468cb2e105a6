"""Moods of events, judged by eye: a seeded draw of events out, each with its sentence.

    python bench/event_moods.py draw --seed 11              # the events, numbered
    python bench/event_moods.py keep --seed 11 --wrong 3,17 # the numbers whose mood is judged wrong

Half of the texts are the English articles beside the repository, with stories of AllSides to fill
them up, half BASIL stories. Mood and negation are judged, given the event. `keep` writes hashes,
offsets and verdicts to bench/judged/event_moods.jsonl, no text.
"""

import argparse
import json
import random
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.scoring import rows_of  # noqa: E402 - the root comes first
from foedus.api import annotate  # noqa: E402
from foedus.model.identity import text_hash  # noqa: E402

DATA = ROOT.parent / "shared" / "data"
JUDGED = ROOT / "bench" / "judged" / "event_moods.jsonl"
TEXTS = 60  # of each half

Row = dict[str, Any]


def texts(seed: int) -> list[Row]:
    """The texts of a draw as rows to annotate."""
    draw = random.Random(seed)
    pages = [p for p in sorted((DATA / "articles").glob("*.txt")) if not p.name.startswith("de_")]
    articles = [{"id": page.name, "text": page.read_text("utf-8")} for page in pages]
    stories = [_story(row) for row in rows_of(DATA / "stories" / "allsides.jsonl")]
    basil = [_story(row) for row in rows_of(DATA / "stories" / "basil.jsonl")]
    return [*articles, *draw.sample(stories, TEXTS - len(articles)), *draw.sample(basil, TEXTS)]


def _story(row: Row) -> Row:
    return {"id": row["id"], "text": row["text"], "date": row["date"]}


def drawn(seed: int, count: int) -> list[tuple[str, Row]]:
    """`count` events that are no statements, each with its text."""
    given = texts(seed)
    found = [
        (row["text"], event)
        for row, told in zip(given, annotate("events", given), strict=True)
        for event in told["events"]
        if event["type"] != "STATEMENT"
    ]
    return random.Random(seed).sample(found, min(count, len(found)))


def shown(number: int, text: str, event: Row) -> str:
    """The event and its sentence, the trigger in [[ ]]."""
    first, last = event["passage"]
    start, end = event["span"]
    words = f"{text[first:start]}[[{text[start:end]}]]{text[end:last]}"
    sides = " > ".join(
        ", ".join(party["text"] for party in event[side]) or "?" for side in ("source", "target")
    )
    put = f"{event['mood']}{' NOT' if event['negated'] else ''}"
    voice = " > ".join(one["name"] for one in event["voice"])
    return f"### {number} {event['type']} {sides} | {put} | {voice}\n{words}\n"


def main(arguments: list[str]) -> int:
    """Print a draw, or keep the verdicts on one; the share that is right comes last."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("what", choices=("draw", "keep"))
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--wrong", default="", help="the numbers judged wrong, with commas")
    given = parser.parse_args(arguments)
    found = drawn(given.seed, given.count)
    if given.what == "draw":
        print("\n".join(shown(number, *one) for number, one in enumerate(found, 1)))
        return 0
    wrong = {int(number) for number in given.wrong.split(",") if number}
    rows = [
        {
            "document": text_hash(text), "passage": event["passage"], "trigger": event["span"],
            "verdict": "wrong" if number in wrong else "right", "seed": given.seed,
        }
        for number, (text, event) in enumerate(found, 1)
    ]  # fmt: skip
    JUDGED.write_text("".join(f"{json.dumps(one)}\n" for one in rows), encoding="utf-8")
    print(f"{len(rows) - len(wrong)} of {len(rows)} right")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

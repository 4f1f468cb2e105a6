"""Aligned facts, judged by eye: a seeded draw of pairs of clauses that are told to say one thing.

    python bench/aligned.py draw --seed 7              # 100 of all groups, with words around them
    python bench/aligned.py draw --seed 11 --fresh     # those that no other seed has drawn
    python bench/aligned.py keep --seed 7 --other 3,17 # the numbers judged "other"

The reports of each event of BASIL are aligned; of a group of three the two least alike are shown.
`keep` writes documents (hashes), offsets and verdicts to bench/judged/aligned.jsonl, no text.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.scoring import Rows, rows_of  # noqa: E402 - the root must be on the path first
from foedus.model.document import Document  # noqa: E402
from foedus.read.assertions import Aligned, Assertion, aligned, assertions_of  # noqa: E402
from foedus.read.assertions.likeness import Words  # noqa: E402
from foedus.read.clean import line_roles  # noqa: E402

DATA = ROOT.parent / "shared" / "data"
JUDGED = ROOT / "bench" / "judged" / "aligned.jsonl"
SAME, OTHER = "same", "other"
DRAW = 7  # the seed of the hundred that were drawn from all pairs
BEFORE, AFTER = 450, 250  # characters shown about a clause
Numbers = dict[str, float]
Places = frozenset[tuple[str, int, int]]  # documents and offsets


@dataclass(frozen=True, slots=True)
class Facing:
    """Two clauses of one group, and how alike they are."""

    event: str
    ones: tuple[Assertion, Assertion]
    likeness: float

    @property
    def places(self) -> Places:
        """Where the two stand, in no order."""
        return frozenset((one.document, one.span.start, one.span.end) for one in self.ones)


def documents_of(data: Path) -> dict[str, list[tuple[Document, date]]]:
    """The reports of each event, title and text as one document, each with its day."""
    events: dict[str, list[tuple[Document, date]]] = {}
    for row in rows_of(data / "stories" / "basil.jsonl"):
        document = Document(f"{row['title']}\n\n{row['text']}")
        events.setdefault(row["story"], []).append((document, date.fromisoformat(row["date"])))
    return events


def facing(events: dict[str, list[tuple[Document, date]]]) -> list[Facing]:
    """A pair of every group of every event, by event and by place in the text."""
    found: list[Facing] = []
    for event in sorted(events):
        read = [assertions_of(text, line_roles(text), day) for text, day in events[event]]
        words = Words([one for document in read for one in document])
        found += [least_alike(event, group, words) for group in aligned(read)]
    return sorted(found, key=lambda one: (one.event, sorted(one.places)))


def least_alike(event: str, group: Aligned, words: Words) -> Facing:
    """The two of a group that are least alike."""
    return min(
        (
            Facing(event, (one, other), words.likeness(one, other))
            for one, other in combinations(group.assertions, 2)
        ),
        key=lambda pair: (pair.likeness, sorted(pair.places)),
    )


def drawn(found: Sequence[Facing], seed: int, count: int) -> list[Facing]:
    """`count` of the pairs, in an order that the seed fixes."""
    return random.Random(seed).sample(found, min(count, len(found)))


def fresh(found: Iterable[Facing], judged: Rows, seed: int) -> list[Facing]:
    """The pairs that no draw of another seed has."""
    known = {places_of(row) for row in judged if row["seed"] != seed}
    return [pair for pair in found if pair.places not in known]


def precision(now: set[Places], judged: Rows) -> float:
    """The share of "same" among the judged pairs that still stand; 0 where none does.

    A pair still stands where both clauses, with these very offsets, face each other.
    """
    standing = [row["verdict"] for row in judged if places_of(row) in now]
    return standing.count(SAME) / len(standing) if standing else 0.0


def places_of(row: dict[str, Any]) -> Places:
    """Where the two clauses of a judged row stand."""
    return frozenset((one["document"], one["start"], one["end"]) for one in row["clauses"])


def aligned_facts(data: Path) -> Numbers:
    """Of the judged pairs that are aligned today, the share that is of one thing.

    `drawn` is that share of the first hundred, `judged` and `unjudged` are how many pairs of today
    somebody has judged and nobody has.
    """
    rows = rows_of(JUDGED)
    now = {pair.places for pair in facing(documents_of(data))}
    known = {places_of(row) for row in rows}
    return {
        "precision": precision(now, rows),
        "drawn": precision(now, [row for row in rows if row["seed"] == DRAW]),
        "judged": len(now & known),
        "unjudged": len(now - known),
    }


def shown(number: int, pair: Facing, texts: dict[str, str]) -> str:
    """Both clauses with the words around them, each in {{ }}."""
    lines = [f"### {number} | {pair.likeness:.2f}"]
    for one in pair.ones:
        text, span = texts[one.document], one.span
        before, after = text[max(0, span.start - BEFORE) : span.start], text[span.end :][:AFTER]
        lines.append(f"- {before}{{{{{span.of(text)}}}}}{after}".replace("\n", " "))
    return "\n".join(lines) + "\n"


def row(pair: Facing, seed: int, *, same: bool) -> dict[str, Any]:
    """A judged pair as it is kept: where it stands, the verdict, the seed; no text."""
    return {
        "clauses": [
            {"document": one.document, "start": one.span.start, "end": one.span.end}
            for one in pair.ones
        ],
        "verdict": SAME if same else OTHER,
        "seed": seed,
    }


def keep(found: list[Facing], seed: int, other: set[int]) -> str:
    """Write the verdicts on a draw in place of earlier ones of its seed; says the share."""
    rows = [row(pair, seed, same=n not in other) for n, pair in enumerate(found, 1)]
    known = rows_of(JUDGED) if JUDGED.exists() else []
    kept = [one for one in known if one["seed"] != seed]
    JUDGED.write_text("".join(f"{json.dumps(one)}\n" for one in [*kept, *rows]), encoding="utf-8")
    return f"{len(rows) - len(other)} of {len(rows)} are of one thing"


def main(arguments: list[str]) -> int:
    """Print a draw, or keep the verdicts on one."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("what", choices=("draw", "keep"))
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--fresh", action="store_true", help="only what no other seed has drawn")
    parser.add_argument("--other", default="", help="the numbers judged other, with commas")
    parser.add_argument("--data", type=Path, default=DATA)
    given = parser.parse_args(arguments)
    events = documents_of(given.data)
    known = rows_of(JUDGED) if given.fresh else []
    pairs = drawn(fresh(facing(events), known, given.seed), given.seed, given.count)
    if given.what == "keep":
        print(keep(pairs, given.seed, {int(n) for n in given.other.split(",") if n}))
        return 0
    texts = {document.id: document.text for event in events.values() for document, _ in event}
    print("\n".join(shown(number, pair, texts) for number, pair in enumerate(pairs, 1)))
    return 0


ALIGNED_MEASURES = {"aligned": aligned_facts}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

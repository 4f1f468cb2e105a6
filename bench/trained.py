"""An annotated corpus and texts to score on in; the rules, a tagger, and both together out.

    python bench/trained.py TRAIN.jsonl GOLD.jsonl [--seed 0] [--write DIR]

Trains twice, in minutes: once beside the rules, as `foedus train quotes` does, and once without
them, and prints what each gives on GOLD by the `score.py` that stands beside it. Of TRAIN nothing
is kept, unless --write names a folder for the tagger. No weights learnt from a corpus without a
licence belong in this repository.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from foedus.api import annotate, load_tagger, read_corpus, train_quotes
from foedus.read.quotes.annotate import annotate_quotes
from foedus.read.quotes.learned import Tagger
from foedus.read.quotes.learned.training import fit, lesson_of

Row = dict[str, Any]
KINDS = ("all", "direct", "indirect", "mixed")


class Alone:
    """A tagger that is shown nothing of the rules."""

    def __init__(self, tagger: Tagger) -> None:
        self._tagger = tagger

    def hold(self, page: Any, first: Any, others: Any) -> Any:
        """What the tagger alone makes of the page."""
        return self._tagger.hold(page, [], [])


def scored(gold: Path, run: Callable[[list[Row]], Iterable[Row]]) -> tuple[Row, float]:
    """What `score.py` says of the rows that `run` gives for the texts of GOLD; CPU seconds."""
    texts = [json.loads(line) for line in gold.read_text("utf-8").splitlines() if line.strip()]
    started = time.process_time()
    rows = list(run([{"id": row["id"], "text": row["text"]} for row in texts]))
    taken = time.process_time() - started
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / "found.jsonl"
        found.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        command = [sys.executable, str(gold.parent / "score.py"), str(gold), str(found), "--json"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    result: Row = json.loads(done.stdout)["attribution"]
    return result, taken


def line(name: str, result: Row, taken: float) -> str:
    """One row of the table."""
    share = [result[kind]["end_to_end"]["f1"] for kind in KINDS]
    every = result["all"]
    share += [every["speaker"]["head"], every["speech"]["recall_end_to_end"]]
    share += [every["end_to_end"]["p"], every["end_to_end"]["r"]]
    return f"| {name} | " + " | ".join(f"{100 * one:.1f}" for one in share) + f" | {taken:.1f} |"


def main() -> None:
    """Train, score, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("train", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--write", type=Path, metavar="DIR")
    given = parser.parse_args()
    corpus = read_corpus(given.train)
    print("| on " + given.gold.stem + " | " + " | ".join(KINDS) + " | speaker head | saying recall"
          " | precision | recall | CPU s |")  # fmt: skip
    print("| --- " * 10 + "|")
    print(line("rules alone", *scored(given.gold, lambda rows: annotate("quotes", rows))))
    with tempfile.TemporaryDirectory() as folder:
        out, started = given.write or Path(folder) / "tagger", time.monotonic()
        train_quotes(corpus, out, seed=given.seed, held_back=0)
        taken = time.monotonic() - started
        tagger = load_tagger(out)
        size = sum(path.stat().st_size for path in out.iterdir())
    both = scored(given.gold, lambda rows: annotate("quotes", rows, model=tagger))
    print(line("rules and tagger", *both), flush=True)
    alone: Any = Alone(fit([lesson_of(row, rules=False) for row in corpus.rows], given.seed))
    print(
        line("tagger alone", *scored(given.gold, lambda rows: annotate_quotes(rows, False, alone)))
    )
    print(f"\ntrained in {taken:.0f} s, folder of {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

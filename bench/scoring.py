"""Gold rows and predictions in, what a data folder's own `score.py` makes of them out; a clock."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Rows = list[dict[str, Any]]


def rows_of(path: Path) -> Rows:
    """The objects of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def scored(score: Path, arguments: Iterable[str | Path], predicted: Iterable[Any]) -> Any:
    """What a data folder's `score.py` prints, as JSON, for predictions written to a file."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in predicted)
        out.flush()
        command = [sys.executable, str(score), *map(str, arguments), out.name]
        flags = ["--json"] if "--json" in score.read_text("utf-8") else []
        run = subprocess.run([*command, *flags], capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


def rows_scored(score: Path, gold: Iterable[Any], predicted: Iterable[Any]) -> Any:
    """What a data folder's `score.py` prints, as JSON, for rows of gold and predictions.

    Raises CalledProcessError where the scorer itself fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / "gold.jsonl", Path(folder) / "predicted.jsonl"]
        for path, rows in zip(files, (gold, predicted), strict=True):
            lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
            path.write_text("".join(lines), "utf-8")
        command = [sys.executable, str(score), *map(str, files), "--json"]
        run = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


def best_of(run: Callable[[], object], times: int = 3) -> float:
    """The least processor time of so many runs, in seconds."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        run()
        taken.append(time.process_time() - start)
    return min(taken)

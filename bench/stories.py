"""Stories: grouping against the round-ups of AllSides and the events of BASIL, and its speed."""

import time
from datetime import date, timedelta
from pathlib import Path

from bench.scoring import rows_of, scored
from foedus.api import annotate
from foedus.read.stories import Arriving, report_of

Numbers = dict[str, float]
_MANY = 10_000
_FIELDS = ("id", "date", "source", "title", "text")


def stories(data: Path) -> Numbers:
    """B-cubed F1 and pair F1 of both development sets."""
    folder = data / "stories"
    found: Numbers = {}
    for name in ("allsides", "basil"):
        cases = folder / f"{name}.jsonl"
        asked = [{field: row[field] for field in _FIELDS} for row in rows_of(cases)]
        told = scored(folder / "score.py", [cases], annotate("stories", asked))
        found |= {f"{name}_b3": told["b3"][2], f"{name}_pair": told["pair"][2]}
    return found


def stories_speed(data: Path) -> Numbers:
    """Reports a second that arrive one at a time, beyond reading them; the most held at once.

    Ten thousand reports of AllSides, over and over, every round a hundred days later.
    """
    rows = rows_of(data / "stories" / "allsides.jsonl")
    rows.sort(key=lambda row: str(row["date"]))
    reports = [
        report_of(
            f"{n}-{row['id']}",
            row["title"],
            row["text"],
            date.fromisoformat(row["date"][:10]) + timedelta(days=100 * n),
        )
        for n in range(_MANY // len(rows) + 1)
        for row in rows
    ][:_MANY]
    arriving, most = Arriving(), 0
    began = time.perf_counter()
    for report in reports:
        arriving.add(report)
        most = max(most, len(arriving))
    return {"reports_a_second": _MANY / (time.perf_counter() - began), "held": most}


STORY_MEASURES = {"stories": stories, "stories_speed": stories_speed}
